"""What a model of rows says beside its titles."""

from PySide6.QtCore import Qt

ICON = Qt.ItemDataRole.UserRole + 1
"""The name of an icon."""
DETAIL = Qt.ItemDataRole.UserRole + 2
"""Muted words after the title."""
LINE = Qt.ItemDataRole.UserRole + 3
"""The second line."""
WARNING = Qt.ItemDataRole.UserRole + 4
"""Whether the second line tells of trouble."""
DEPTH = Qt.ItemDataRole.UserRole + 5
"""How deep a line of a tree stands; None in a plain list."""
FOLDED = Qt.ItemDataRole.UserRole + 6
"""Whether the lines below this one are folded away; None where there are none."""
