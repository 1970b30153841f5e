"""The line above a photo: back, name and date, and the buttons of the viewer."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.tr import kept, tr
from photoorg.ui import icons, theme, words
from photoorg.ui.direction import beginning
from photoorg.ui.models.photos_model import date_of

HEIGHT = 56


class ViewerBar(QWidget):
    """Only widgets; the page connects them."""

    keys: ClassVar[Mapping[str, str]] = {
        kept("Left, Right or Space"): kept("The photo before, the next one"),
        kept("Home, End"): kept("The first photo, the last one"),
        "Tab": kept("The next face"),
        "N": kept("Name the face"),
        "B": kept("Show who is who"),
        "D": kept("Draw a box around a face"),
        "E": kept("Move or resize a box; with Shift the arrows resize it"),
        "Del": kept("Delete a box that was drawn"),
        "H": kept("Search this photo harder"),
        "L, R": kept("Turn the photo left, right"),
        "S": kept("Show one photo after the other"),
        "C": kept("Compare with the next photo; the arrows change the right one"),
        "X": kept("Let the two change places"),
        "I": kept("About this photo"),
        "+, -": kept("Larger, smaller"),
        "0, 1": kept("The whole photo, its actual size"),
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.scaled(HEIGHT))
        self._icons: dict[QToolButton, str] = {}
        self.back = self._button("back", tr("Back (Esc)"))
        self.before = self._button("back", tr("Photo before this one (Left)"))
        self.after = self._button("forward", tr("Next photo (Right)"))
        self.faces = self._button("face", tr("Show who is who (B)"), checkable=True)
        self.details = self._button("info", tr("About this photo (I)"), checkable=True)
        self.compare = self._button("compare", tr("Compare two photos (C)"), checkable=True)
        self.draw = self._button("face-add", tr("Draw a box around a face (D)"))
        self.slides = self._button("play", tr("Show one photo after the other (S)"))
        self.zoom = QToolButton()
        self.zoom.setText("100%")
        self.zoom.setProperty("look", "quiet")
        self.zoom.setToolTip(tr("Whole photo (0) or actual size (1)"))
        self.zoom.setAccessibleName(tr("Zoom"))
        self.zoom.setMinimumWidth(64)
        self._name, self._line = QLabel(), QLabel()
        self._name.setProperty("look", "strong")
        self._line.setProperty("look", "muted")
        for label in (self._name, self._line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(beginning() | Qt.AlignmentFlag.AlignVCenter)
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
        for button in (self.zoom, self.slides, self.compare, self.draw, self.faces, self.details):
            row.addWidget(button)
        row.addSpacing(12)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self._tint()

    def show_photo(self, photo: Photo, at: int, total: int) -> None:
        """Show name, date and place in the walk."""
        self._name.setText(shown(photo.path.name))
        self._name.setToolTip(shown(photo.path))
        date = date_of(photo) if photo.taken_at else tr("No date")
        place = tr("{place} of {all}", place=words.number(at + 1), all=words.number(total))
        self._line.setText(f"{date} · {place}")
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < total - 1)

    def show_zoom(self, zoom: float, *, fitted: bool) -> None:
        """Show the zoom; the button fits, or shows the actual size when fitted."""
        self.zoom.setText(f"{zoom:.0%}")
        self.zoom.setToolTip(tr("Actual size (1)") if fitted else tr("Whole photo (0)"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(theme.scaled(HEIGHT))

    def _button(self, icon: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "quiet")
        button.setCheckable(checkable)
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        self._icons[button] = icon
        return button

    def _tint(self) -> None:
        colors = theme.tokens_of(self)
        for button, icon in self._icons.items():
            icons.put_on(button, icon, colors.text, theme.scaled(20), colors.accent)
