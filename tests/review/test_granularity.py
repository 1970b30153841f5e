"""Fewer and larger groups, or more and smaller ones, and what of them is undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.questions.evidence import Links
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.review import evidence_file
from photoorg.review.granularity import Change, apply, changes
from tests.review.asked import asked_library

GROUPS = [0, 0, 0, 0, 1, 1, 2]
TO = [0, 0, 1, 0, 0, 4, 4]
FAR = [np.inf, 0.1, 0.45, 0.55, 0.74, 0.2, 0.79]


@contextmanager
def linked_library(path: Path) -> Iterator[Library]:
    """Make a library of groups of faces 1 to 4, 5 and 6, and 7, cut at .7."""
    with asked_library(path, GROUPS, {}) as library:
        ids = library.faces.places().ids
        known = evidence_file.recall(path, ids)
        assert known is not None
        links = Links(np.array(TO), np.array(FAR, np.float32), 0.7)
        evidence_file.keep(path, ids, replace(known, links=links))
        yield library


def _groups(library: Library) -> list[list[int]]:
    return sorted([f.id for f in library.faces.of_person(p.id)] for p in library.people.list())


def _sorted(groups):
    return sorted(sorted(group) for group in groups)


def _person(library: Library, face: int) -> int:
    person = library.faces.get(face).person_id
    assert person is not None
    return person


def test_smaller_groups_are_one_step(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        first = _person(library, 1)
        assert changes(library, 0) == []
        assert changes(library, 1) == []
        assert changes(library, 2) == [Change(first, (4,))]
        found = changes(library, 3)
        assert [change.faces for change in found] == [(3,), (4,)]
        before = _sorted(_groups(library))
        apply(library, found)
        assert _sorted(_groups(library)) == [[1, 2], [3], [4], [5, 6], [7]]
        assert changes(library, 3) == []
        assert library.connection.value("SELECT count(*) FROM answers") == 0
        undone = library.history.undo()
        assert undone is not None
        assert undone.label == "Make smaller groups"
        assert _sorted(_groups(library)) == before
        assert check(library) == []


def test_larger_groups_join_by_the_nearest_link(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        first, second, alone = (_person(library, face) for face in (1, 5, 7))
        assert changes(library, -1) == [Change(first, (5, 6), (second,))]
        found = changes(library, -2)
        assert found == [Change(first, (5, 6, 7), (second, alone))]
        apply(library, found)
        assert _sorted(_groups(library)) == [[1, 2, 3, 4, 5, 6, 7]]
        library.history.undo()
        assert _sorted(_groups(library)) == [[1, 2, 3, 4], [5, 6], [7]]
        library.history.redo()
        assert _sorted(_groups(library)) == [[1, 2, 3, 4, 5, 6, 7]]
        assert check(library) == []


def test_named_people_and_answers_are_not_touched(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        first, second = _person(library, 1), _person(library, 5)
        actions.rename(library, first, "Anna")
        assert changes(library, 4) == []
        assert all(change.person != first for change in changes(library, -2))
        library.history.undo()
        actions.different(library, first, second)
        assert all(second not in change.joining for change in changes(library, -1))
        actions.confirm(library, [4])
        assert [change.faces for change in changes(library, 3)] == [(1, 2), (3,)]


def test_what_has_changed_meanwhile_is_left_out(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        smaller, larger = changes(library, 3), changes(library, -1)
        actions.rename(library, _person(library, 1), "Anna")
        steps = len(library.history.entries())
        apply(library, smaller)
        apply(library, larger)
        assert len(library.history.entries()) == steps
        assert library.people.get(_person(library, 1)).count == 4


def test_a_part_of_one_person_is_pulled_out_for_good(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        anna = _person(library, 1)
        actions.rename(library, anna, "Anna")
        found = changes(library, 3, anna)
        assert [(change.faces, change.said) for change in found] == [((3,), True), ((4,), True)]
        apply(library, found[:1], anna)
        assert [f.id for f in library.faces.of_person(anna)] != []
        assert 3 not in [f.id for f in library.faces.of_person(anna)]
        assert [a.kind for a in library.ledger.answers()][-1] == "not"
        library.history.undo()
        assert library.people.get(anna).count == 4
        assert check(library) == []


def test_groups_join_one_person_for_good(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        anna = _person(library, 1)
        actions.rename(library, anna, "Anna")
        found = changes(library, -2, anna)
        assert [change.faces for change in found] == [(5, 6, 7)]
        apply(library, found, anna)
        assert library.people.get(anna).count == 7
        assert len(library.merges.of(anna)) == 2
        library.history.undo()
        assert library.people.get(anna).count == 4


def test_what_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    with linked_library(tmp_path / "l.photoorg") as library:
        with pytest.raises(UsageError, match="from -4 to 4"):
            changes(library, 5)
        with pytest.raises(UsageError, match="no person 99"):
            changes(library, 1, 99)
    with (
        asked_library(tmp_path / "old.photoorg", GROUPS, {}) as library,
        pytest.raises(UsageError, match="group all faces anew"),
    ):
        changes(library, 1)
