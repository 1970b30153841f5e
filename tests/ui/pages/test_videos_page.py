"""The page of videos: newest first, who is seen, and the way to each of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.types import Kind
from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.videos_page import VideosPage
from photoorg.ui.session import EVERYTHING
from photoorg.ui.videos import playing
from tests.ui.crowd import MODEL, Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage, open_page
from tests.ui.videos.films import add_film
from tests.ui.waiting import show_with_keyboard, until_read

Text = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def films(crowd: Crowd, tmp_path: Path) -> list[int]:
    """Return two videos, the newer one first."""
    place, library = tmp_path / "films", crowd.library
    old, (face,) = add_film(library, place / "old.mp4", [(1, 5)], MODEL, taken="1999")
    new, _ = add_film(library, place / "new.mp4", [], MODEL)
    actions.assign(library, [face], crowd.groups[0])
    return [new, old]


@pytest.fixture
def page(stage: Stage, films: list[int], qtbot: QtBot) -> VideosPage:
    page = open_page(VideosPage, stage, qtbot)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    show_with_keyboard(qtbot, page, page.grid)
    return page


def shown(page: VideosPage) -> list[str]:
    return [page.model.index(row, 0).data(Text) for row in range(page.model.rowCount())]


def test_videos_are_shown_newest_first(page: VideosPage, crowd: Crowd) -> None:
    assert shown(page) == [
        "new.mp4, 14 July 2019, 10:30, 1:30 long, Nobody seen",
        "old.mp4, 1999, 1:30 long, Somebody without a name",
    ]
    assert VideosPage.count(crowd.library) == 2


def test_names_come_while_it_is_shown(page: VideosPage, crowd: Crowd, qtbot: QtBot) -> None:
    page.session.perform(actions.rename, crowd.groups[0], "Anna")
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: shown(page)[1].endswith("Anna"))


def test_enter_opens_a_video_and_one_comes_back_to_it(
    page: VideosPage, films: list[int], qtbot: QtBot
) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.openVideo) as opened:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert opened.args == [films[1]]
    page.come_back(Visit("video", photo_id=films[0]))
    assert page.grid.currentIndex().row() == 0


def test_what_is_selected_stays_selected(
    page: VideosPage, films: list[int], crowd: Crowd, tmp_path: Path, qtbot: QtBot
) -> None:
    page.grid.selectAll()
    page.grid.select_rows([1], page.grid.selectionModel().SelectionFlag.ClearAndSelect)
    add_film(crowd.library, tmp_path / "films" / "newest.mp4", [], MODEL, taken="2022-01-01")
    page.refresh(frozenset({Kind.PHOTOS}))
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: page.model.rowCount() == 3)
    assert [page.model.video_id(index) for index in page.grid.selected()] == [films[1]]


def test_a_video_that_is_not_there_says_so_and_others_are_played(
    page: VideosPage,
    stage: Stage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    played: list[tuple[str, float]] = []

    def play(path: Path, seconds: float) -> bool:
        played.append((path.name, seconds))
        return len(played) == 1

    monkeypatch.setattr(playing, "play", play)
    assert not page.play_action.isEnabled()
    page.grid.select_rows([0], page.grid.selectionModel().SelectionFlag.ClearAndSelect)
    page.play_action.trigger()
    assert stage.failed == ["new.mp4 cannot be reached just now; connect its drive and try again."]
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "new.mp4").touch()
    page.play_action.trigger()
    assert played == [("new.mp4", 0)]
    page.play_action.trigger()
    assert stage.failed[1:] == [
        "There is no program on this computer that plays videos; install one."
    ]


def test_without_videos_it_tells_what_will_be_there(stage: Stage, qtbot: QtBot) -> None:
    page = open_page(VideosPage, stage, qtbot)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    assert page._empty.isVisible()
    with qtbot.waitSignal(page.addFolder):
        page._empty.button.click()
