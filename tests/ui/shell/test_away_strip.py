"""Folders that are away are told where their photos are seen."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from photoorg.types import Kind
from photoorg.ui.shell.away_strip import sentence
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for


def test_one_folder_is_named_and_several_are_counted(crowd: Crowd) -> None:
    (folder,) = crowd.library.folders.list()
    one = "Pictures is not there just now: its 18 photos can be seen, but not opened."
    assert sentence([folder]) == one
    several = sentence([folder, replace(folder, photos=1_000)])
    assert several.startswith("2 folders are not there just now: their 1,018 photos")


def test_an_unplugged_drive_is_told_on_people_and_photos(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    strip = window.frame.away
    (folder,) = crowd.library.folders.list()
    assert not strip.isVisible()
    with crowd.library.write():
        crowd.library.folders.mark_missing(folder.id, missing=True)
    window.session.changed.emit(frozenset({Kind.FOLDERS}))
    wait_for(qtbot, strip.isVisible)
    assert "18 photos" in strip.sentence.text()
    window.go("photos")
    assert strip.isVisible()
    strip.button.click()
    assert window.navigator.key == "folders"
    assert not strip.isVisible()  # the page itself tells it
    with crowd.library.write():
        crowd.library.folders.mark_missing(folder.id, missing=False)
    window.session.changed.emit(frozenset({Kind.FOLDERS}))
    window.go("people")
    wait_for(qtbot, lambda: not strip.isVisible())
