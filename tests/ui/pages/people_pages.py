"""The pages of people, opened on a stage with the keyboard in their grid, and their waiting."""

from pytestqt.qtbot import QtBot

from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage, open_page
from tests.ui.waiting import show_with_keyboard, until_read


def open_people(stage: Stage, qtbot: QtBot) -> PeoplePage:
    page = open_page(PeoplePage, stage, qtbot)
    refresh(page, qtbot)
    show_with_keyboard(qtbot, page, page.grid)
    return page


def open_person(stage: Stage, qtbot: QtBot, person: int) -> PersonPage:
    page = open_page(PersonPage, stage, qtbot)
    page.openPerson.connect(page.show_person)
    page.show_person(person)
    until_read(qtbot, page.session)
    show_with_keyboard(qtbot, page, page.faces)
    return page


def refresh(page: PeoplePage, qtbot: QtBot) -> None:
    """Let the page hear that something changed, and wait until it shows that."""
    page.refresh(EVERYTHING)
    settle(page, qtbot)


def settle(page: PeoplePage, qtbot: QtBot) -> None:
    """Wait until the page shows what the library holds."""
    wait_for(qtbot, lambda: page.reader.idle() and page.session.reads.idle())
