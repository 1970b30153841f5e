"""A drop-down list, a check box and a radio button.

They are drawn here because Fusion loses them in our dark colours, and beside large letters.
"""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QRadioButton, QWidget

from photoorg.ui import icons, theme
from photoorg.ui.direction import left_of, mirrored, placed

_USUAL = 264
_ARROW = 14
_MARK = 18
_WIDEST = 560
"""Longer words beside a mark end in dots."""


class ChoiceBox(QComboBox):
    """``choices`` maps what is chosen to its words; :meth:`key` is what is chosen now."""

    def __init__(
        self, choices: Mapping[str, str], chosen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for key, words in choices.items():
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setStyleSheet(
            f"QComboBox {{ padding-{'left' if mirrored() else 'right'}: 28px; }}"
            "QComboBox::drop-down { border: none; width: 0; }"
            "QComboBox::down-arrow { image: none; }"
        )

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme.scaled(_USUAL), 0))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(theme.scaled(_USUAL), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: who scrolls past has not chosen anything."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for the arrows: on a closed one each press would be a choice."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.currentData())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        color = theme.tokens_of(self).text_muted
        side = theme.scaled(_ARROW)
        picture = icons.pixmap("down", color, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(
            left_of(self.rect(), self.width() - side - 10, side),
            (self.height() - side) // 2,
            picture,
        )


class _Marked:
    """As large as its mark and words need, and pressed anywhere on them."""

    def sizeHint(self) -> QSize:
        return _size(cast("QAbstractButton", self))

    def minimumSizeHint(self) -> QSize:
        return _size(cast("QAbstractButton", self))

    def hitButton(self, at: object) -> bool:
        del at
        return True


class CheckBox(_Marked, QCheckBox):
    """A check box with a frame that can be seen in every theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter = theme.tokens_of(self), QPainter(self)
        mark = _paint_frame(painter, self, filled=self.isChecked(), radius=4)
        if self.isChecked():
            side = theme.scaled(14)
            picture = icons.pixmap("check", colors.accent_text, side, self.devicePixelRatioF())
            half = side / 2
            painter.drawPixmap(QPointF(mark.center().x() - half, mark.center().y() - half), picture)
        _paint_words(painter, self)


class RadioButton(_Marked, QRadioButton):
    """A round one of several, of which one is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        mark = _paint_frame(painter, self, filled=False, radius=_mark() / 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tokens_of(self).accent)
            painter.drawEllipse(mark.center(), _mark() / 4, _mark() / 4)
        _paint_words(painter, self)


def _mark() -> int:
    return theme.scaled(_MARK)


def _size(button: QAbstractButton) -> QSize:
    letters = button.fontMetrics()
    words = min(letters.horizontalAdvance(button.text()), theme.scaled(_WIDEST))
    return QSize(_mark() + 12 + words, max(theme.scaled(24), letters.height() + 4))


def _paint_frame(
    painter: QPainter, button: QAbstractButton, *, filled: bool, radius: float
) -> QRectF:
    """Draw what is ticked, and the keyboard's ring around it; return where that is."""
    colors, side = theme.tokens_of(button), _mark()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = left_of(button.rect(), 1, side) + 0.5
    mark = QRectF(left, (button.height() - side) / 2 + 0.5, side - 1, side - 1)
    lit = button.isChecked() or button.underMouse()
    painter.setPen(QPen(colors.accent if lit else colors.field_border, 1))
    painter.setBrush(colors.accent if filled else colors.surface_raised)
    painter.drawRoundedRect(mark, radius, radius)
    if button.hasFocus():
        painter.setPen(QPen(colors.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.adjusted(-0.5, -0.5, 0.5, 0.5), radius + 1, radius + 1)
    return mark


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    before = _mark() + 10
    room = QRect(before, 0, button.width() - before, button.height())
    end = Qt.TextElideMode.ElideRight
    text = button.fontMetrics().elidedText(button.text(), end, room.width())
    painter.setPen(theme.tokens_of(button).text)
    flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextHideMnemonic.value
    painter.drawText(QRectF(placed(button.rect(), room)), flags, text)
