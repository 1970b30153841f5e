"""Guards against a PySide6 that loses references (6.12.0 on Python 3.10 and 3.11 does)."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for n in range(1000):
        label.setText(str(n))
    assert sys.getrefcount(None) > before - 500
