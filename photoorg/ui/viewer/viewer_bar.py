"""The line above a photo: back, name and date, and the buttons of the viewer."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.ui import icons, theme, words
from photoorg.ui.models.photos_model import date_of

HEIGHT = 56


class ViewerBar(QWidget):
    """Only widgets; the page connects them."""

    keys: ClassVar[Mapping[str, str]] = {
        "Left, Right or Space": "The photo before, the next one",
        "Home, End": "The first photo, the last one",
        "Tab": "The next face",
        "N": "Name the face",
        "B": "Show who is who",
        "D": "Draw a box around a face",
        "E": "Move or resize a box; with Shift the arrows resize it",
        "Del": "Delete a box that was drawn",
        "H": "Search this photo harder",
        "S": "Show one photo after the other",
        "I": "About this photo",
        "+, -": "Larger, smaller",
        "0, 1": "The whole photo, its actual size",
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.scaled(HEIGHT))
        self._icons: dict[QToolButton, str] = {}
        self.back = self._button("back", "Back (Esc)")
        self.before = self._button("back", "Photo before this one (Left)")
        self.after = self._button("forward", "Next photo (Right)")
        self.faces = self._button("face", "Show who is who (B)", checkable=True)
        self.details = self._button("info", "About this photo (I)", checkable=True)
        self.draw = self._button("face-add", "Draw a box around a face (D)")
        self.slides = self._button("play", "Show one photo after the other (S)")
        self.zoom = QToolButton()
        self.zoom.setText("100%")
        self.zoom.setProperty("look", "quiet")
        self.zoom.setToolTip("Whole photo (0) or actual size (1)")
        self.zoom.setAccessibleName("Zoom")
        self.zoom.setMinimumWidth(64)
        self._name, self._line = QLabel(), QLabel()
        self._name.setProperty("look", "strong")
        self._line.setProperty("look", "muted")
        for label in (self._name, self._line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addStretch()
        words_column.addWidget(self._name)
        words_column.addWidget(self._line)
        words_column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addSpacing(8)
        row.addLayout(words_column, 1)
        for button in (self.zoom, self.slides, self.draw, self.faces, self.details):
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._tint()

    def show_photo(self, photo: Photo, at: int, total: int) -> None:
        """Show name, date and place in the walk."""
        self._name.setText(shown(photo.path.name))
        self._name.setToolTip(shown(photo.path))
        date = date_of(photo) if photo.taken_at else "No date"
        self._line.setText(f"{date} · {words.number(at + 1)} of {words.number(total)}")
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < total - 1)

    def show_zoom(self, zoom: float, *, fitted: bool) -> None:
        """Show the zoom; the button fits, or shows the actual size when fitted."""
        self.zoom.setText(f"{zoom:.0%}")
        self.zoom.setToolTip("Actual size (1)" if fitted else "Whole photo (0)")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(theme.scaled(HEIGHT))

    def _button(self, icon: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "quiet")
        button.setIconSize(icons.size_of())
        button.setCheckable(checkable)
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        self._icons[button] = icon
        return button

    def _tint(self) -> None:
        colors = theme.tokens_of(self)
        for button, icon in self._icons.items():
            button.setIcon(icons.icon(icon, colors.text, colors.accent))
