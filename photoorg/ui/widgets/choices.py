"""A drop-down list and a check box, drawn here because Fusion loses them in our dark colours."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from photoorg.ui import icons, theme
from photoorg.ui.direction import left_of, mirrored, placed

_USUAL = 264
_ARROW = 14
_MARK = 18


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

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.currentData())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        color = theme.tokens_of(self).text_muted
        picture = icons.pixmap("down", color, _ARROW, self.devicePixelRatioF())
        QPainter(self).drawPixmap(
            left_of(self.rect(), self.width() - _ARROW - 10, _ARROW),
            (self.height() - _ARROW) // 2,
            picture,
        )


class CheckBox(QCheckBox):
    """A check box with a frame that can be seen in every theme."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_MARK + 12 + words, max(24, self.fontMetrics().height() + 4))

    def hitButton(self, at: object) -> bool:
        del at
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = theme.tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _MARK) / 2
        left = left_of(self.rect(), 1, _MARK) + 0.5
        mark = QRectF(left, top + 0.5, _MARK - 1, _MARK - 1)
        frame = colors.accent if self.isChecked() or self.underMouse() else colors.field_border
        painter.setPen(QPen(frame, 1))
        painter.setBrush(colors.accent if self.isChecked() else colors.surface_raised)
        painter.drawRoundedRect(mark, 4, 4)
        if self.isChecked():
            picture = icons.pixmap("check", colors.accent_text, 14, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(mark.center().x() - 7, mark.center().y() - 7), picture)
        if self.hasFocus():
            painter.setPen(QPen(colors.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(mark.adjusted(-0.5, -0.5, 0.5, 0.5), 5, 5)
        painter.setPen(colors.text)
        words = QRect(_MARK + 10, 0, self.width() - _MARK - 10, self.height())
        text = QRectF(placed(self.rect(), words))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
