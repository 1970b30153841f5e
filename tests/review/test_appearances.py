"""Appearances along time: a group is compared with the years next to it, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review.questions import questions
from tests.review.asked import asked_library

GROUPS = [0] * 5 + [1] * 5 + [2] * 4 + [3] * 4
LIKELY = {
    **{(n, 10 + n % 4): 0.9 for n in range(5)},
    **{(n, 14 + n % 4): 0.9 for n in range(5)},
}
"""Both groups look like Anna as she was first, in 2003; later she looks like neither."""
LATER, EARLY = (11, 12, 13, 14), (15, 16, 17, 18)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_library(tmp_path / "asked.photoorg", GROUPS, LIKELY) as library:
        anna, older = (library.faces.get(face).person_id for face in (1, 6))
        assert anna is not None
        assert older is not None
        actions.rename(library, anna, "Anna")
        actions.merge(library, anna, [older])
        for faces, year in (((1, 5), 2003), ((6, 10), 2015), ((11, 14), 2014), ((15, 18), 2004)):
            for face in range(faces[0], faces[1] + 1):
                photo = library.faces.get(face).photo_id
                library.connection.execute(
                    "UPDATE photos SET taken_at = ? WHERE id = ?", (f"{year}-05-01", photo)
                )
        yield library


def chances(library: Library) -> dict[tuple[int, ...], float]:
    return {one.faces: one.probability for one in questions(library) if one.name == "Anna"}


def test_who_looks_like_somebody_of_the_years_next_to_it_is_likelier(library: Library) -> None:
    found = chances(library)
    assert found[EARLY] > found.get(LATER, 0.0)
    library.connection.execute("UPDATE photos SET taken_at = NULL")
    plain = chances(library)
    assert plain[EARLY] == pytest.approx(plain[LATER])
    assert found[EARLY] >= plain[EARLY] * 0.99
    assert found.get(LATER, 0.0) < plain[LATER] * 0.6


def test_groups_stay_where_they_are(library: Library) -> None:
    before = library.faces.places().person_ids.tolist()
    questions(library)
    assert library.faces.places().person_ids.tolist() == before


def test_a_group_of_no_known_date_is_compared_with_all_of_her_photos(library: Library) -> None:
    library.connection.execute("UPDATE photos SET taken_at = NULL")
    plain = chances(library)
    for face in range(1, 11):
        photo = library.faces.get(face).photo_id
        taken = "2003-05" if face < 6 else "2015"
        library.connection.execute("UPDATE photos SET taken_at = ? WHERE id = ?", (taken, photo))
    assert chances(library) == plain
