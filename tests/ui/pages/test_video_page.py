"""The page of one video: tracks in the order of time, and all that can be said of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.video_page import VideoPage
from photoorg.ui.videos import playing
from photoorg.ui.videos.tracks_grid import name_rect
from photoorg.ui.videos.tracks_model import when
from tests.ui.crowd import MODEL, Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage, open_page
from tests.ui.videos.films import add_film
from tests.ui.waiting import show_with_keyboard, until_read

Text = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Anna",)


@pytest.fixture
def faces(crowd: Crowd, tmp_path: Path) -> list[int]:
    """Return the faces of a video: Anna, and twice somebody of the second group."""
    place = tmp_path / "films" / "sea.mp4"
    _, faces = add_film(crowd.library, place, [(61, 75), (4, 9), (20, 30)], MODEL)
    for face, group in zip(faces, (0, 1, 1), strict=True):
        actions.assign(crowd.library, [face], crowd.groups[group])
    return faces


@pytest.fixture
def page(stage: Stage, crowd: Crowd, faces: list[int], qtbot: QtBot) -> VideoPage:
    page = open_page(VideoPage, stage, qtbot)
    page.open(Visit("video", photo_id=crowd.library.faces.get(faces[0]).photo_id))
    until_read(qtbot, page.session)
    show_with_keyboard(qtbot, page, page.grid)
    return page


def shown(page: VideoPage) -> list[str]:
    return [page.model.index(row, 0).data(Text) for row in range(page.model.rowCount())]


def select(page: VideoPage, *rows: int) -> None:
    page.grid.select_rows(list(rows), page.grid.selectionModel().SelectionFlag.ClearAndSelect)


def settle(page: VideoPage, qtbot: QtBot) -> None:
    until_read(qtbot, page.session)
    wait_for(qtbot, page._held.idle)


def test_tracks_are_in_the_order_of_time(page: VideoPage) -> None:
    assert page.title == "sea.mp4"
    assert shown(page) == [
        "Not named yet, 0:04 to 0:09",
        "Not named yet, 0:20 to 0:30",
        "Anna, 1:01 to 1:15",
    ]
    assert page.header.facts() == ["14 July 2019, 10:30 · 1:30", "Anna, 1 other"]


def test_a_short_track_has_one_time(crowd: Crowd, tmp_path: Path) -> None:
    _, (face,) = add_film(crowd.library, tmp_path / "films" / "b.mp4", [(4.1, 4.8)], MODEL)
    moment = crowd.library.videos.moment(face)
    assert moment is not None
    assert when(moment) == "0:04"


def test_typing_names_the_whole_group_and_is_undone(
    page: VideoPage, crowd: Crowd, qtbot: QtBot
) -> None:
    select(page, 0)
    qtbot.keyClicks(page.grid, "B")
    qtbot.keyClicks(page.face_naming.strip.field, "en")
    qtbot.keyClick(page.face_naming.strip.field, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert crowd.person(1).name == "Ben"
    wait_for(qtbot, lambda: shown(page)[:2] == ["Ben, 0:04 to 0:09", "Ben, 0:20 to 0:30"])
    page.session.undo()
    settle(page, qtbot)
    wait_for(qtbot, lambda: shown(page)[0].startswith("Not named yet"))


def test_a_click_on_add_name_asks_for_it(page: VideoPage, qtbot: QtBot) -> None:
    index = page.model.index(1, 0)
    at = name_rect(page.grid.visualRect(index)).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.face_naming.strip.is_open()
    assert page.face_naming.strip.field.hasFocus()
    page.face_naming.leave()
    picture = page.grid.visualRect(index).topLeft() + QPoint(20, 20)
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=picture)
    assert not page.face_naming.strip.is_open()


def test_a_named_track_that_gets_another_name_leaves_alone(
    page: VideoPage, crowd: Crowd, faces: list[int], qtbot: QtBot
) -> None:
    before = crowd.person(0).count
    select(page, 2)
    page.name_action.trigger()
    qtbot.keyClicks(page.face_naming.strip.field, "Dora")
    qtbot.keyClick(page.face_naming.strip.field, Qt.Key.Key_Return)
    assert crowd.library.faces.get(faces[0]).person_name == "Dora"
    assert crowd.person(0).count == before - 1


def test_not_this_person_asks_who_it_is_then(
    page: VideoPage, crowd: Crowd, faces: list[int], qtbot: QtBot
) -> None:
    select(page, 2)
    assert page.face_actions.not_person.text() == "Not Anna"
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert crowd.library.faces.get(faces[0]).person_name is None
    assert page.face_naming.strip.is_open()
    wait_for(qtbot, lambda: shown(page)[2] == "Not named yet, 1:01 to 1:15")


def test_what_is_no_face_goes_and_comes_back(page: VideoPage, qtbot: QtBot) -> None:
    select(page, 0)
    page.face_actions.not_face.trigger()
    settle(page, qtbot)
    wait_for(qtbot, lambda: page.model.rowCount() == 2)
    page.session.undo()
    settle(page, qtbot)
    wait_for(qtbot, lambda: page.model.rowCount() == 3)


def test_a_track_is_played_from_its_begin(
    page: VideoPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[tuple[str, float]] = []

    def play(path: Path, seconds: float) -> bool:
        played.append((path.name, seconds))
        return True

    monkeypatch.setattr(playing, "play", play)
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "sea.mp4").touch()
    page.grid.opened.emit(page.model.index(2, 0))
    select(page, 1)
    page.from_action.trigger()
    page.play_action.trigger()
    assert played == [("sea.mp4", 61), ("sea.mp4", 20), ("sea.mp4", 0)]
    select(page, 0, 1)
    assert not page.from_action.isEnabled()


def test_it_leads_to_the_person_if_all_that_is_selected_is_one(
    page: VideoPage, crowd: Crowd, qtbot: QtBot
) -> None:
    select(page, 0, 1)
    with qtbot.waitSignal(page.openPerson) as opened:
        page.person_action.trigger()
    assert opened.args == [crowd.groups[1]]
    select(page, 0, 2)
    assert not page.person_action.isEnabled()
    assert page.face_actions.not_face.isEnabled()


def test_what_is_wrong_with_the_file_is_told(
    page: VideoPage, crowd: Crowd, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "films"
    file = crowd.library.intake.known(place)[place / "sea.mp4"].file_id
    crowd.library.intake.fail(file, "The file is empty; copy it again from the camera.")
    page.refresh(page.shows)
    settle(page, qtbot)
    assert page.header.facts()[-1] == "The file is empty; copy it again from the camera."


def test_a_video_without_faces_says_so(
    page: VideoPage, crowd: Crowd, tmp_path: Path, qtbot: QtBot
) -> None:
    empty, _ = add_film(crowd.library, tmp_path / "films" / "empty.mp4", [], MODEL, taken=None)
    page.open(Visit("video", photo_id=empty))
    settle(page, qtbot)
    assert page.header.facts() == ["no date · 1:30", "Nobody seen"]
    assert page._nobody.isVisible()


def test_a_video_that_is_not_there_leads_back(page: VideoPage, stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.goBack):
        page.open(Visit("video", photo_id=10_000))
    assert len(stage.failed) == 1
