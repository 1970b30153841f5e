"""A library that cannot be written is shown, and the window says why nothing can be changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.crowd import Crowd, make_crowd
from tests.ui.stage import open_window


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    made = make_crowd(tmp_path)
    yield made
    made.library.close()


def test_it_says_so_above_every_page(crowd: Crowd, qtbot: QtBot, pack: Path) -> None:
    # As it is opened where nothing can be written; nobody forbids root, who may run this, anything.
    crowd.library.connection.read_only = True
    with open_window(crowd.library, qtbot, pack) as window:
        assert window.frame.read_only.isVisible()
        told = window.frame.read_only.sentence.text()
        assert told.startswith("Everything can be seen, but nothing named or changed")
        assert crowd.library.path.name in told
        assert not window.frame.grab().isNull()
        window.go("photos")
        assert window.frame.read_only.isVisible()
        window.jobs.scan_known_folders()
        assert window.jobs.runner.job is None  # what it found could not be stored
    crowd.library.connection.read_only = False


def test_a_library_that_can_be_written_needs_no_words(
    crowd: Crowd, qtbot: QtBot, pack: Path
) -> None:
    with open_window(crowd.library, qtbot, pack) as window:
        assert not window.frame.read_only.isVisible()
