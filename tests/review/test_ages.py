"""Birth dates in questions: children are followed through the years, from their birth on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions, details
from photoorg.review.questions import questions
from tests.review.asked import asked_library

GROUPS = [0] * 5 + [1] * 3 + [2] * 3
LIKELY = {(0, 5): 0.95, (1, 6): 0.95, (2, 7): 0.95, (0, 8): 0.9, (1, 9): 0.9, (2, 10): 0.9}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Anna in 2003; a group of 2009, likelier to be her than one of 2004."""
    with asked_library(tmp_path / "asked.photoorg", GROUPS, LIKELY) as library:
        anna = library.faces.get(1).person_id
        assert anna is not None
        actions.rename(library, anna, "Anna")
        for face, taken in [(n, "2003-05-01") for n in range(1, 6)] + [
            *((n, "2009-05-01T10:00:00") for n in range(6, 9)),
            *((n, "2004-05") for n in range(9, 12)),
        ]:
            photo = library.faces.get(face).photo_id
            library.connection.execute(
                "UPDATE photos SET taken_at = ? WHERE id = ?", (taken, photo)
            )
        yield library


def _anna(library: Library) -> int:
    return library.people.find_by_name("Anna")[0].id


def _asked(library: Library) -> list[tuple[int, ...]]:
    return [one.faces for one in questions(library) if one.name == "Anna"]


def test_of_a_child_the_next_years_are_asked_about_first(library: Library) -> None:
    assert _asked(library) == [(6, 7, 8), (9, 10, 11)]
    sure = {one.faces: one.probability for one in questions(library)}
    details.set_birth_date(library, _anna(library), "2001")
    assert _asked(library) == [(9, 10, 11), (6, 7, 8)]
    assert {one.faces: one.probability for one in questions(library)} == sure
    details.set_birth_date(library, _anna(library), "1980-02")  # grown up long before
    assert _asked(library) == [(6, 7, 8), (9, 10, 11)]


def test_nobody_is_asked_about_a_group_from_before_the_birth(library: Library) -> None:
    details.set_birth_date(library, _anna(library), "2005-01-01")
    assert _asked(library)[-1] == (6, 7, 8)
    assert (9, 10, 11) not in _asked(library)
    photo = library.faces.get(9).photo_id  # one photo that tells no date leaves it open
    library.connection.execute("UPDATE photos SET taken_at = NULL WHERE id = ?", (photo,))
    assert (9, 10, 11) in _asked(library)
    # Of whom only the year of a photo is known may have been born before it was taken.
    details.set_birth_date(library, _anna(library), "2005-07-14")
    library.connection.execute("UPDATE photos SET taken_at = '2005' WHERE id = ?", (photo,))
    assert (9, 10, 11) in _asked(library)


def test_a_child_without_dates_is_asked_about_like_anybody(library: Library) -> None:
    details.set_birth_date(library, _anna(library), "2001")
    library.connection.execute("UPDATE photos SET taken_at = NULL")
    assert _asked(library) == [(6, 7, 8), (9, 10, 11)]
