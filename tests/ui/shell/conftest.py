from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import Crowd
from tests.ui.stage import open_window


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    """Return the whole window, with the keyboard, on the ``crowd`` of the test's own module."""
    with open_window(crowd.library, qtbot, pack) as window:
        yield window
