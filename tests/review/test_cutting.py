"""Where a person could be cut."""

from pathlib import Path

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review.cutting import proposed_cut
from tests.review.asked import asked_library

PAIRS = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}


def test_the_smaller_part_is_proposed(tmp_path: Path) -> None:
    with asked_library(tmp_path / "two.photoorg", [0] * 7, PAIRS) as library:
        person = library.faces.get(1).person_id
        assert person is not None
        assert proposed_cut(library, person) == (5, 6, 7)
        assert proposed_cut(library, person + 1) == ()
        actions.unassign(library, [1])  # the group is not what it was
        assert proposed_cut(library, person) == ()


def test_without_a_grouping_nothing_is_proposed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        assert proposed_cut(library, 1) == ()
