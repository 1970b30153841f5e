"""What our own widgets are to a screen reader, where Qt cannot know it."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessibleRole"
"""The property of a widget that holds its :class:`QAccessible.Role`."""


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let screen readers hear that ``widget`` is such a thing; its children stand in it."""
    _install()
    widget.setProperty(ROLE, role)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget with a role; None leaves it to Qt."""
    del key
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(ROLE)
    return None if role is None else QAccessibleWidget(thing, role)
