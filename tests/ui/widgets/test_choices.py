"""A drop-down list is changed on purpose alone."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.choices import ChoiceBox


def test_scrolling_past_and_arrows_choose_nothing(qtbot: QtBot) -> None:
    box = ChoiceBox({"en": "English", "de": "Deutsch", "ko": "Korean"}, "de")
    qtbot.addWidget(box)
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    box.show()
    box.setFocus()
    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert (box.key(), wheel.isAccepted()) == ("de", False)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (box.key(), chosen) == ("de", [])
    assert box.view().isVisible()
    qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    assert (box.key(), chosen) == ("ko", [2])
