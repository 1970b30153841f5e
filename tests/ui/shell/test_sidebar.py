"""The sidebar offers some pages only while there is something on them; the ways to and fro."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.types import Kind
from photoorg.ui.pages.duplicates_page import DuplicatesPage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.video_page import VideoPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.people import moments_link
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.sidebar import Sidebar
from tests.ui.crowd import MODEL, Crowd
from tests.ui.gallery import wait_for
from tests.ui.videos.films import add_film
from tests.ui.waiting import until_read


def offered(sidebar: Sidebar) -> list[str]:
    return [key for key, button in sidebar._buttons.items() if not button.isHidden()]


def test_a_page_that_would_be_empty_is_there_while_it_is_open(qtbot: QtBot) -> None:
    sidebar = Sidebar({"all": ("photos", "All"), "some": ("videos", "Some")}, {"some"})
    qtbot.addWidget(sidebar)
    assert offered(sidebar) == ["all"]
    sidebar.show_count("some", 3)
    sidebar.show_count("all", 0)
    assert offered(sidebar) == ["all", "some"]
    sidebar.show_count("some", 0)
    assert offered(sidebar) == ["all"]
    sidebar.show_page("some")
    assert offered(sidebar) == ["all", "some"]
    sidebar.show_page("all")
    assert offered(sidebar) == ["all"]


def test_videos_are_offered_as_soon_as_there_are_some(
    window: MainWindow, crowd: Crowd, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "videos" not in offered(window.sidebar)
    add_film(crowd.library, tmp_path / "films" / "a.mp4", [], MODEL)
    window.session.changed.emit(frozenset({Kind.PHOTOS}))
    wait_for(qtbot, lambda: "videos" in offered(window.sidebar))


def test_pages_that_are_always_there_keep_their_keys(window: MainWindow) -> None:
    keys = {key: action.shortcut().toString() for key, action in window.menus.pages.items()}
    assert [keys[key] for key in ("people", "review", "photos", "folders", "problems")] == [
        f"Ctrl+{n}" for n in range(1, 6)
    ]
    assert [keys[key] for key in ("videos", "duplicates")] == ["Ctrl+6", "Ctrl+7"]


def test_duplicates_are_counted_once_a_scan_is_over(
    window: MainWindow, crowd: Crowd, tmp_path: Path, qtbot: QtBot
) -> None:
    library = crowd.library
    one, other = photos = sorted(photo.id for photo in library.photos.list())[:2]
    library.duplicates.keep_sketches((photo, bytes(256)) for photo in photos)
    library.duplicates.keep_compared([(one, other, True)])
    window.session.set_scanning(on=True)
    window.session.changed.emit(frozenset({Kind.PHOTOS}))
    add_film(library, tmp_path / "films" / "a.mp4", [], MODEL)
    window.session.changed.emit(frozenset({Kind.PHOTOS}))
    wait_for(qtbot, lambda: "videos" in offered(window.sidebar))
    assert "duplicates" not in offered(window.sidebar)
    window.session.set_scanning(on=False)
    wait_for(qtbot, lambda: "duplicates" in offered(window.sidebar))
    assert window.sidebar._buttons["duplicates"].count == 1


def test_two_duplicates_are_compared_in_the_viewer(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    library = crowd.library
    one, other = photos = sorted(photo.id for photo in library.photos.list())[:2]
    library.duplicates.keep_sketches((photo, bytes(256)) for photo in photos)
    library.duplicates.keep_compared([(one, other, True)])
    window.go("duplicates")
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, DuplicatesPage)
    page.compare_action.trigger()
    viewer = window.navigator.current()
    assert isinstance(viewer, ViewerPage)
    assert viewer.comparison.photo is not None
    assert {viewer.comparison.photo.id, viewer.photo_id} == set(photos)
    window.navigator.back()
    assert window.navigator.current() is page


def test_a_moment_of_somebody_leads_to_its_video_and_back(
    window: MainWindow,
    crowd: Crowd,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    video, faces = add_film(crowd.library, tmp_path / "films" / "a.mp4", [(1, 5)], MODEL)
    actions.assign(crowd.library, faces, crowd.groups[0])
    monkeypatch.setattr(moments_link, "play", lambda *_: True)
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    person = window.navigator.current()
    assert isinstance(person, PersonPage)
    person.moments.menu().actions()[0].trigger()
    page = window.navigator.current()
    assert isinstance(page, VideoPage)
    assert page.video is not None
    assert page.video.id == video
    until_read(qtbot, window.session)
    page.grid.selectAll()
    page.person_action.trigger()
    assert window.navigator.key == "person"
    window.navigator.back()
    assert window.navigator.key == "video"
