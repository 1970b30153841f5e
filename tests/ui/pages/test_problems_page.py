"""Problems: a line for every file, and for one or all of them try again, show, ignore."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoorg.library import FileEntry
from photoorg.ui.pages.problems_page import ProblemsPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Gallery, Window, make_gallery
from tests.ui.stage import open_page
from tests.ui.waiting import until_read


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    made = make_gallery(tmp_path)
    library, folder = made.library, made.folder
    paths = [folder / "also.jpg", folder / "cut.png"]
    library.intake.register(library.folders.add(folder), [FileEntry(p, 1, 1) for p in paths])
    for path in paths:
        library.intake.fail(library.intake.known(folder)[path].file_id, "The file is cut off.")
    yield made
    library.close()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ProblemsPage:
    page = open_page(ProblemsPage, window, qtbot, height=400)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    return page


def shown(page: ProblemsPage) -> list[str]:
    return [problem.path.name for problem in page.model.problems()]


def test_one_file_can_be_ignored(page: ProblemsPage, window: Window, qtbot: QtBot) -> None:
    assert shown(page) == ["also.jpg", "broken.jpg", "cut.png"]
    page.list.setCurrentIndex(page.model.index(1))
    page.ignore_action.trigger()
    until_read(qtbot, page.session)
    assert shown(page) == ["also.jpg", "cut.png"]
    assert window.said == ["Ignored a file"]


def test_what_stays_selected_stays_selected(
    page: ProblemsPage, gallery: Gallery, qtbot: QtBot
) -> None:
    page.list.setCurrentIndex(page.model.index(2))
    gallery.library.photos.ignore_problems([page.model.problem(0).file_id])
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert page.list.at_hand() == [1]
    assert page.model.problem(1).path.name == "cut.png"


def test_one_file_can_be_tried_again(
    page: ProblemsPage, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    page.list.setCurrentIndex(page.model.index(1))
    page.retry_action.trigger()
    until_read(qtbot, page.session)
    assert shown(page) == ["also.jpg", "cut.png"]
    assert window.wanted == [[]]
    pending = gallery.library.intake.queue("tiny-0123")
    assert [photo.path.name for photo in pending] == ["broken.jpg"]


@pytest.mark.parametrize("choice", ["retry_all", "ignore_all"])
def test_all_at_once(page: ProblemsPage, window: Window, choice: str, qtbot: QtBot) -> None:
    button = getattr(page, choice)
    assert isinstance(button, QPushButton)
    button.click()
    until_read(qtbot, page.session)
    assert shown(page) == []
    assert page._empty.isVisible()
    assert not page.retry_all.isEnabled()
    assert window.wanted == ([[]] if choice == "retry_all" else [])
