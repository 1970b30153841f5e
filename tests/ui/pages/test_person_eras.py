"""A person's faces along time: headings of years, chosen by a click, and none for a few faces."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions, details
from photoorg.ui.models.faces_model import HEADING, Heading
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.session import EVERYTHING
from tests.ui.crowd import Crowd, make_crowd
from tests.ui.pages.people_pages import open_person
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

EARLY, LATE, NO_DATE = 9, 10, 7


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Anna is in photos of 2003 and 2004, of 2015, and in some that have no date."""
    made = make_crowd(tmp_path, (EARLY + LATE + NO_DATE, 3), names=("Anna",))
    dates: list[str | None] = ["2015-06-01"] * LATE
    dates += ["2003-02-01", "2004-07-01", "2003-05-01"] * 3
    dates += [None] * NO_DATE
    faces = made.library.faces.of_person(made.groups[0])
    for face, day in zip(faces, dates, strict=True):
        made.library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?", (day, face.photo_id)
        )
    yield made
    made.library.close()


@pytest.fixture
def page(stage: Stage, crowd: Crowd, qtbot: QtBot) -> PersonPage:
    return open_person(stage, qtbot, crowd.groups[0])


def headings(page: PersonPage) -> list[Heading]:
    model = page.faces_model
    return [
        found
        for row in range(model.rowCount())
        if isinstance(found := model.index(row, 0).data(HEADING), Heading)
    ]


def test_faces_stand_below_their_years(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    told = [(one.title, one.count, one.hint) for one in headings(page)]
    assert told == [("2003\u20132004", EARLY, ""), ("2015", LATE, ""), ("No date", NO_DATE, "")]
    first = page.faces_model.index(1, 0)
    said = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"Face 1 of {EARLY + LATE + NO_DATE}")
    details.set_birth_date(crowd.library, crowd.groups[0], "2001-06")
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    hints = [one.hint for one in headings(page)]
    assert hints == ["1 to 3 years old", "14 years old", ""]


def test_a_click_on_the_years_selects_their_faces(page: PersonPage, crowd: Crowd) -> None:
    page.faces.headingClicked.emit(page.faces_model.index(EARLY + 1, 0))
    chosen = page.faces.selected_faces()
    days = {crowd.library.photos.get(face.photo_id).taken_at for face in chosen}
    assert len(chosen) == LATE
    assert days == {"2015-06-01"}


def test_a_few_faces_are_not_divided(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    anna = crowd.groups[0]
    gone = [face.id for face in crowd.library.faces.of_person(anna)[:EARLY]]
    actions.not_a_face(crowd.library, gone)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert headings(page) == []
    assert page.faces_model.rowCount() == LATE + NO_DATE
