"""Copies of a library that went their own ways, and journals of another course than the library."""

import shutil
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, details
from photoorg.library.journal.replay import begin_from_journal, restore_journal
from photoorg.library.storage.sidecars import journal_file
from photoorg.library.storage.steps import count_step
from tests.library.journal.test_journal import COUNTS, path, scan, state, told

__all__ = ["path"]


@pytest.mark.parametrize("steps_there", [1, 2, 5])
def test_a_copy_that_went_its_own_way_is_no_older_one(
    path: Path, tmp_path: Path, steps_there: int
) -> None:
    """Both count their steps on from the same number; each keeps what only it knows."""
    other = tmp_path / "other.photoorg"
    shutil.copy(path, other)
    with Library.open(path) as library:
        faces = library.faces.of_person(library.people.find_by_name("Zoë")[0].id)
        actions.split(library, [faces[0].id], "Only here")
        actions.unassign(library, [faces[1].id])
        carla = library.people.find_by_name("Carla")[0].id
        details.set_notes(library, carla, "only here, too")
    with Library.open(other) as library:
        anna = library.people.find_by_name("Anna")[0].id
        for n in range(steps_there):
            details.set_notes(library, anna, f"only there {n}")
    with Library.open(path) as library:
        before = told(library)
        restore_journal(journal_file(other), library)
        assert "Only here" in library.people.names()
        assert library.people.get(carla).notes == "only here, too"
        assert library.people.get(anna).notes == f"only there {steps_there - 1}"
        library.history.undo()
        assert told(library) == before


@pytest.mark.parametrize("steps_here", [1, 3, 6])
def test_steps_of_another_course_are_told_and_kept_aside(path: Path, steps_here: int) -> None:
    """An older copy is put in the library's place, in its very file, and worked on."""
    older = path.read_bytes()
    with Library.open(path) as library:
        anna = library.people.find_by_name("Anna")[0].id
        for n in range(3):
            details.set_notes(library, anna, f"lost {n}")
    path.write_bytes(older)
    with Library.open(path) as library:
        assert library.journal.missing() == 3
        for n in range(steps_here):
            details.set_notes(library, anna, f"new {n}")
        before = told(library)
        (aside,) = path.parent.glob("*.journal.replaced-*")
        assert library.journal.missing() == 0
        restore_journal(aside, library)
        assert library.people.get(anna).notes == "lost 2"
        library.history.undo()
        assert told(library) == before
    path.unlink()
    begin_from_journal(journal_file(path), path)
    assert state(path)["people"]


def test_the_journal_of_another_course_is_not_gone_on_with(path: Path, tmp_path: Path) -> None:
    """A copy with as many steps, and a journal that is not its own, beside it."""
    other = tmp_path / "other.photoorg"
    shutil.copy(path, other)
    for place, name in ((path, "Here"), (other, "There")):
        with Library.open(place) as library:
            actions.rename(library, library.people.find_by_name("Anna")[0].id, name)
    other.replace(path)
    with Library.open(path) as library:
        assert library.journal.missing() == 1
        details.set_notes(library, library.people.find_by_name("There")[0].id, "later")
        assert library.journal.missing() == 0
        before = told(library)
    with Library.open(tmp_path / "third.photoorg") as library:
        scan(library, tmp_path / "b", COUNTS)
        restore_journal(journal_file(path), library)
        assert told(library)["people"] == before["people"]
    assert len(list(tmp_path.glob("l.photoorg.journal.replaced-*"))) == 1


def test_steps_in_which_nothing_was_said_make_no_other_course(path: Path, tmp_path: Path) -> None:
    """An older copy is scanned before the journal is restored."""
    older = path.read_bytes()
    with Library.open(path) as library:
        anna = library.people.find_by_name("Anna")[0].id
        zoe = library.people.find_by_name("Zoë")[0].id
        actions.unassign(library, [library.faces.of_person(zoe)[0].id])
        details.set_notes(library, anna, "")
        before = told(library)
    path.write_bytes(older)
    with Library.open(path) as library:
        count_step(library.connection)
        assert library.journal.missing() == 2
        restore_journal(library.journal.path, library)
        assert told(library) == before


def test_steps_in_which_nothing_was_said_hide_no_lost_ones(path: Path) -> None:
    with Library.open(path) as library:
        older = path.with_name("older")
        shutil.copy(path, older)
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        older.write_bytes(path.read_bytes())
        anna = library.people.find_by_name("Anna")[0].id
        for n in range(3):
            details.set_notes(library, anna, f"lost {n}")
    path.write_bytes(older.read_bytes())
    with Library.open(path) as library:
        for left in range(3):
            count_step(library.connection)
            assert library.journal.missing() == 3, left
        actions.rename(library, anna, "Anna C.")
    assert len(list(path.parent.glob("*.journal.replaced-*"))) == 1


def test_a_torn_journal_beside_an_older_copy_is_told_and_kept(path: Path) -> None:
    older = path.read_bytes()
    with Library.open(path) as library:
        anna = library.people.find_by_name("Anna")[0].id
        for n in range(3):
            details.set_notes(library, anna, f"lost {n}")
        journal = library.journal.path
    path.write_bytes(older)
    journal.write_bytes(journal.read_bytes()[:-20])
    with Library.open(path) as library:
        assert library.journal.missing() == 2
        details.set_notes(library, anna, "new")
        (kept,) = path.parent.glob("*.journal.replaced-*")
        restore_journal(kept, library)
        assert library.people.get(anna).notes == "lost 1"


def test_restoring_another_course_leaves_what_only_this_library_knows(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.photoorg"
    shutil.copy(path, other)
    with Library.open(other) as library:
        details.set_notes(library, library.people.find_by_name("Carla")[0].id, "there")
    with Library.open(path) as library:
        anna, carla = (library.people.find_by_name(name)[0].id for name in ("Anna", "Carla"))
        details.set_favourite(library, [anna], favourite=True)
        actions.merge(library, anna, [carla])
        restore_journal(journal_file(other), library)
        merged = "SELECT merged_into FROM people WHERE id = ?"
        assert library.connection.value(merged, (carla,)) == anna
        assert library.connection.value("SELECT favourite FROM people WHERE id = ?", (anna,))
        assert check(library) == []


def test_merges_of_two_courses_make_no_circle(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.photoorg"
    shutil.copy(path, other)
    for place, into, of in ((path, "Anna", "Carla"), (other, "Carla", "Anna")):
        with Library.open(place) as library:
            people = [library.people.find_by_name(name)[0].id for name in (into, of)]
            actions.merge(library, people[0], people[1:])
    with Library.open(path) as library:
        restore_journal(journal_file(other), library)
        final = library.merges.final_people()
        assert not final.keys() & set(final.values())
        assert "Carla" in library.people.names()
        assert check(library) == []
        library.history.undo()
        assert "Anna" in library.people.names()
