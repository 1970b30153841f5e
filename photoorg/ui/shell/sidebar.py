"""The list of pages at the left edge, which folds to icons."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from photoorg.tr import retold, tr
from photoorg.ui import icons, theme, words
from photoorg.ui.direction import left_of, placed

WIDTH, FOLDED_WIDTH = 200, 60
_HEIGHT, _ICON = 34, 20
_BESIDE = 50
"""Room beside the words and the icon: the edges, and for a number."""


class Sidebar(QFrame):
    """``chosen`` carries the key of the page that was clicked."""

    chosen = Signal(str)
    foldedChanged = Signal(bool)
    settingsWanted = Signal()

    def __init__(
        self,
        pages: Mapping[str, tuple[str, str]],
        at_times: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``pages`` maps a page's key to its icon and its words, in order.

        Those ``at_times`` are there while they are open, or have a number.
        """
        super().__init__(parent)
        self._at_times = at_times
        self._open = ""
        self.setProperty("look", "sidebar")
        self.setAccessibleName(tr("Pages"))
        self._folded = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(2)
        for key, (icon, text) in pages.items():
            button = NavButton(icon, retold(text))
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            column.addWidget(button)
            button.setVisible(key not in at_times)
        column.addStretch()
        self._settings = NavButton("settings", tr("Settings"), "Ctrl+,", page=False)
        self._settings.clicked.connect(self.settingsWanted)
        self._fold = NavButton("sidebar", tr("Narrow sidebar"), "Ctrl+B", page=False)
        self._fold.clicked.connect(lambda: self.fold(folded=not self._folded))
        column.addWidget(self._settings)
        column.addWidget(self._fold)
        self.fold(folded=False)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)
        before, self._open = self._open, key
        for page in filter(None, (before, key)):
            self._offer(page)

    def show_count(self, key: str, count: int) -> None:
        """Show a number beside a page; 0 shows none."""
        self._buttons[key].show_count(count)
        self._offer(key)

    def _offer(self, key: str) -> None:
        """Show a page, unless it would be empty."""
        button = self._buttons[key]
        button.setVisible(key not in self._at_times or key == self._open or button.count > 0)

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def fold(self, *, folded: bool) -> None:
        """Show icons only, or icons and words."""
        changed = folded != self._folded
        self._folded = folded
        self._fold.setText(tr("Widen sidebar") if folded else tr("Narrow sidebar"))
        self._set_width()
        self._fold.setAccessibleName(self._fold.text())
        for button in (*self._buttons.values(), self._settings, self._fold):
            button.fold(folded=folded)
        if changed:
            self.foldedChanged.emit(folded)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_width()

    def _set_width(self) -> None:
        buttons = (*self._buttons.values(), self._settings, self._fold)
        wide = max(theme.scaled(WIDTH), *(button.words_width() for button in buttons))
        self.setFixedWidth(FOLDED_WIDTH if self._folded else wide)


class NavButton(QAbstractButton):
    """Icon, words, and a number at the right; of a ``page`` it can be seen whether it is open."""

    def __init__(self, icon: str, text: str, keys: str = "", *, page: bool = True) -> None:
        super().__init__()
        self._icon = icon
        self._keys = keys
        self._count = 0
        self._folded = False
        self.setText(text)
        self.setCheckable(page)
        self.setAutoExclusive(page)  # one of several, to a screen reader
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int) -> None:
        """Show a number; 0 shows none."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(
                f"{self.text()}, {words.number(count)}" if count else self.text()
            )
            self.update()

    def fold(self, *, folded: bool) -> None:
        """Show the icon only, or words too."""
        self._folded = folded
        keys = f"({self._keys})" if self._keys else ""
        self.setToolTip(f"{self.text() if folded else ''} {keys}".strip())
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """The number at the right; 0 where none is shown."""
        return self._count

    @property
    def folded(self) -> bool:
        """Whether only the icon is shown."""
        return self._folded

    def words_width(self) -> int:
        """Return how wide the sidebar has to be for the words."""
        bold = QFontMetrics(theme.font(theme.BODY, strong=True))
        return bold.horizontalAdvance(self.text()) + _BESIDE + theme.scaled(_ICON)

    def sizeHint(self) -> QSize:
        width = FOLDED_WIDTH if self._folded else theme.scaled(WIDTH)
        return QSize(width - 16, theme.scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.tokens_of(self)
        rect = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selected if self.isChecked() else colors.hover)
            painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colors.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        quiet = colors.text if self.isCheckable() else colors.text_muted
        color = colors.accent if self.isChecked() else quiet
        side = theme.scaled(_ICON)
        left = (self.width() - side) // 2 if self._folded else 10
        picture = icons.pixmap(self._icon, color, side, self.devicePixelRatioF())
        left = left_of(self.rect(), left, side)
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        if self._folded:
            return
        painter.setFont(theme.font(theme.BODY, strong=self.isChecked()))
        painter.setPen(quiet)
        words_rect = placed(
            self.rect(), QRect(side + 20, 0, self.width() - side - 30, self.height())
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        number = words.number(self._count) if self._count else ""
        used = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(number)
        room = words_rect.width() - used - (8 if used else 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(words_rect, middle, text)
        if number:
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(colors.text_muted)
            painter.drawText(words_rect, middle | Qt.AlignmentFlag.AlignRight, number)
