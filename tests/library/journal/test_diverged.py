"""What two libraries said apart from each other comes together without losing a name."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.library.journal.lines import read
from photoorg.library.journal.replay import add_state, restore_journal
from photoorg.library.storage.sidecars import journal_file
from tests.library.conftest import add_photos, decided, group
from tests.library.decisions.test_history import do_step, step

TakeOver = Callable[[Path, Library], object]
FACES = [3] * 4


def restored(journal: Path, library: Library) -> None:
    restore_journal(journal, library)


def added(journal: Path, library: Library) -> None:
    state = read(journal)
    assert state is not None
    add_state(library, state)


BOTH = pytest.mark.parametrize("take_over", [restored, added])


def new(folder: Path, name: str) -> Library:
    """Return a library of three groups of four faces, one each in four photos."""
    library = Library.open(folder / f"{name}.photoorg")
    photos = add_photos(library, folder / "photos", FACES)
    group(library, [list(faces) for faces in zip(*photos, strict=True)])
    return library


def groups(library: Library) -> list[int]:
    return [library.faces.get(face).person_id or 0 for face in (1, 2, 3)]


def names(library: Library) -> list[tuple[str | None, int]]:
    return sorted(((one.name, one.count) for one in library.people.list()), key=str)


@pytest.fixture
def there(tmp_path: Path) -> Library:
    return new(tmp_path, "there")


@pytest.fixture
def here(tmp_path: Path) -> Library:
    return new(tmp_path, "here")


def take(take_over: TakeOver, there: Library, here: Library) -> None:
    """Take over what was said there; undoing that leaves nothing behind."""
    there.close()
    before, steps = decided(here), here.history.entries()
    take_over(journal_file(there.path), here)
    assert check(here) == []
    if here.history.entries() == steps:
        return
    here.history.undo()
    assert decided(here) == before
    here.history.redo()
    assert check(here) == []


@BOTH
def test_two_of_one_name_who_were_merged(
    there: Library, here: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    for person in (one, two):
        actions.rename(there, person, "Anna")
    actions.merge(there, one, [two])
    actions.rename(here, groups(here)[2], "Anna")
    take(take_over, there, here)
    assert names(here) == [("Anna", 12)]


@BOTH
def test_a_name_that_was_a_mistake_there(
    there: Library, here: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    actions.rename(there, one, "Ben")
    actions.rename(there, two, "Anna")
    actions.merge(there, one, [two])
    actions.rename(here, groups(here)[2], "Anna")
    take(take_over, there, here)
    assert names(here) == [("Anna", 4), ("Ben", 8)]


@BOTH
def test_two_of_one_name_who_are_two_people(
    there: Library, here: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    for person in (one, two):
        actions.rename(there, person, "Anna")
    actions.different(there, one, two)
    actions.rename(here, groups(here)[1], "Anna")
    take(take_over, there, here)
    assert names(here) == [("Anna", 4), ("Anna", 4), (None, 4)]
    assert here.faces.get(2).person_id == groups(here)[1]


@pytest.fixture
def copy(there: Library) -> Library:
    """Return a copy of the library that goes its own way."""
    path = there.path.with_name("copy.photoorg")
    there.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(there.path, path)
    return Library.open(path)


@BOTH
def test_a_name_goes_with_those_who_were_joined_there(
    there: Library, copy: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    actions.rename(copy, two, "Anna")
    actions.merge(there, one, [two])
    take(take_over, there, copy)
    assert "Anna" in copy.people.names()
    if take_over is restored:
        assert names(copy) == [("Anna", 8), (None, 4)]


@BOTH
def test_who_has_another_name_here_is_not_joined(
    there: Library, copy: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    actions.rename(copy, one, "Anna")
    actions.rename(copy, two, "Ben")
    actions.different(copy, one, two)
    actions.merge(there, one, [two])
    take(take_over, there, copy)
    assert names(copy) == [("Anna", 4), ("Ben", 4), (None, 4)]


@BOTH
def test_a_name_reaches_those_who_were_joined_here(
    there: Library, copy: Library, take_over: TakeOver
) -> None:
    one, two, _ = groups(there)
    actions.merge(copy, one, [two])
    actions.rename(there, two, "Anna")
    take(take_over, there, copy)
    assert names(copy) == [("Anna", 8), (None, 4)]


def test_what_keeps_apart_here_ends_where_the_journal_joins(there: Library, here: Library) -> None:
    one, two, _ = groups(there)
    actions.rename(there, one, "Anna")
    actions.merge(there, one, [two])
    one, two, _ = groups(here)
    actions.different(here, one, two)
    take(restored, there, here)
    assert names(here) == [("Anna", 8), (None, 4)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    before=st.lists(step, max_size=6),
    apart=st.tuples(st.lists(step, max_size=8), st.lists(step, max_size=8)),
    copied=st.booleans(),
    take_over=st.sampled_from([restored, added]),
)
def test_whatever_was_said_apart_comes_together_whole(
    before: list[tuple[str, int, int]],
    apart: tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]],
    copied: bool,
    take_over: TakeOver,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        there = new(Path(folder), "there")
        for one in before:
            do_step(there, *one)
        path = Path(folder) / "copy.photoorg"
        if copied:
            there.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            shutil.copy(there.path, path)
        here = Library.open(path) if copied else new(Path(folder), "copy")
        for library, steps in zip((there, here), apart, strict=True):
            for one in steps:
                do_step(library, *one)
        there.journal.write()
        there.close()
        assert check(here) == []
        mine = set(here.people.names())
        journal = read(journal_file(there.path))
        assert journal is not None
        known = {str(values[0]) for values in journal.people.values() if values[1]}
        only_here = {
            name
            for uuid, name in here.connection.rows("SELECT uuid, name FROM people")
            if name in mine and uuid not in known
        }
        take(take_over, there, here)
        assert only_here <= set(here.people.names())
        here.close()
