"""A widget says what it is to screen readers, and keeps what stands in it."""

import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.accessible import give_role


def test_a_widget_has_the_role_that_it_was_given(qtbot: QtBot) -> None:
    widget, other = QWidget(), QWidget()
    for each in (widget, other):
        qtbot.addWidget(each)
    give_role(widget, QAccessible.Role.Graphic)
    widget.setAccessibleName("A beach")
    QPushButton("Anna", widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "A beach"
    assert interface.childCount() == 1
    assert interface.child(0).role() == QAccessible.Role.PushButton
    assert QAccessible.queryAccessibleInterface(other).role() == QAccessible.Role.Client


def test_widgets_with_roles_come_and_go(qtbot: QtBot) -> None:
    for number in range(200):
        widget = QWidget()
        give_role(widget, QAccessible.Role.Graphic)
        widget.setAccessibleName(str(number))
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name) == str(number)
        del interface, widget
        if number % 50 == 0:
            gc.collect()
