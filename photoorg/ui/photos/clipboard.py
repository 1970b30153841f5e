"""Files on the clipboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from photoorg.ui.models.photos_model import files

_WITHOUT_A_SCREEN = frozenset({"offscreen", "minimal", "eglfs", "linuxfb", "vnc"})
"""Platforms whose clipboard is a variable of this process."""


def copy_files(paths: Sequence[Path]) -> None:
    """Put files on the clipboard, as other programs take them."""
    QGuiApplication.clipboard().setMimeData(files(paths))


def let_go() -> None:
    """Empty the clipboard where no other program could read it after our end; call it at the end.

    There Qt destroys what is left on it in the very last moment, when Python, to which the object
    belongs too, is gone already: the process would crash.
    """
    if QGuiApplication.platformName() in _WITHOUT_A_SCREEN:
        QGuiApplication.clipboard().clear()
