"""Every step can be undone and done again, whatever happened before, between and after."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions, details
from photoorg.library.decisions.regrouping import regroup
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.scenes import deciding
from tests.library.conftest import MODEL, add_photos, decided, group
from tests.library.taking_back import redo_all, undo_all

FACES = 12
STEPS = [
    *("rename", "merge", "unassign", "assign", "confirm", "split", "not_a_face", "set_cover"),
    *("hide", "different", "remove_folder", "group", "do_not_know"),
    *("notes", "join", "part"),
    *("gather", "move_photo", "take_photo_out", "merge_scenes", "deny", "take_back"),
]
step = st.tuples(st.sampled_from(STEPS), st.integers(0, 99), st.integers(0, 99))


def do_step(library: Library, what: str, one: int, other: int) -> None:  # noqa: C901 - a table
    """Do one step with whatever the numbers point at; refusals are fine."""
    people = [person.id for person in library.people.list(include_hidden=True)]
    faces = library.faces.matrix(MODEL).ids.tolist()
    if not people or not faces:
        return
    person, second = people[one % len(people)], people[other % len(people)]
    face = faces[one % len(faces)]
    some = sorted({face, faces[other % len(faces)]})
    try:
        match what:
            case "rename":
                actions.rename(library, person, f"Name {other % 4}")
            case "merge":
                actions.merge(library, person, [second])
            case "assign":
                actions.assign(library, some, person)
            case "split":
                actions.split(library, some, f"Split {other % 3}" if other % 2 else None)
            case "set_cover":
                actions.set_cover(library, person, face)
            case "hide":
                actions.hide(library, [person], hidden=bool(other % 2))
            case "different":
                actions.different(library, person, second)
            case "remove_folder":
                actions.remove_folder(library, 1)
            case "notes":
                details.set_notes(library, person, f"note {other % 3}" if other % 3 else "")
            case "join":
                regroup(library, "Make larger groups", [(person, [second])], [])
            case "part":
                regroup(library, "Make smaller groups", [], [(person, some)])
            case "gather" | "move_photo" | "take_photo_out" | "merge_scenes" | "deny" | "take_back":
                _do_with_photos(library, what, one, other)
            case "group":
                _regroup(library, one * 100 + other, undoable="Group again")
            case _:
                getattr(actions, what)(library, some)
    except UsageError:
        pass


def _do_with_photos(library: Library, what: str, one: int, other: int) -> None:
    photos = [photo.id for photo in library.photos.list()]
    if not photos:
        return
    some = sorted({photos[one % len(photos)], photos[other % len(photos)]})
    scenes = [scene.id for scene in library.scenes.every()]
    match what:
        case "gather":
            deciding.gather(library, some, f"Scene {other % 3}" if other % 4 else None)
        case "take_photo_out":
            deciding.take_out(library, some)
        case "move_photo" if scenes:
            deciding.move(library, some, scenes[one % len(scenes)])
        case "merge_scenes" if scenes:
            deciding.merge(library, scenes[one % len(scenes)], [scenes[other % len(scenes)]])
        case "deny" if len(some) > 1:
            no_duplicates(library, some[:1], some)
        case "take_back":
            take_back(library, some[:1])


def _regroup(library: Library, seed: int, undoable: str | None = None) -> None:
    matrix = library.faces.matrix(MODEL)
    labels = np.random.default_rng(seed).integers(-1, 4, len(matrix.ids))
    library.grouping.apply(matrix, labels, engine="test", model=MODEL, undoable=undoable)


def _fresh(folder: str) -> Library:
    library = Library.open(Path(folder) / "test.photoorg")
    per_photo = add_photos(library, Path(folder) / "photos", [3] * (FACES // 3))
    group(library, list(zip(*per_photo, strict=True)))
    return library


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=1, max_size=12))
def test_undoing_all_restores_every_table_and_redoing_all_too(steps) -> None:
    with tempfile.TemporaryDirectory() as folder, _fresh(folder) as library:
        states = [decided(library)]
        for what, one, other in steps:
            do_step(library, what, one, other)
            if decided(library) != states[-1]:
                states.append(decided(library))
        for state in reversed(states[:-1]):
            assert library.history.undo() is not None
            assert decided(library) == state
        assert library.history.undo() is None
        for state in states[1:]:
            assert library.history.redo() is not None
            assert decided(library) == state
        assert library.history.redo() is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=1, max_size=8), seed=st.integers(0, 999))
def test_the_machine_may_work_between_a_step_and_its_undo(steps, seed) -> None:
    """Names and confirmed faces return exactly; the file stays sound."""
    with tempfile.TemporaryDirectory() as folder, _fresh(folder) as library:
        names = _names(library)
        for number, (what, one, other) in enumerate(steps):
            do_step(library, what, one, other)
            _regroup(library, seed + number)
        after = _names(library)
        undo_all(library, _dangling)
        assert _names(library) == names
        redo_all(library, _dangling)
        assert _names(library) == after


def _dangling(library: Library) -> Sequence[object]:
    return library.connection.rows("PRAGMA foreign_key_check")


def _names(library: Library) -> dict[str, list[int]]:
    rows = library.connection.rows(
        "SELECT p.name, f.id FROM people AS p LEFT JOIN faces AS f ON f.person_id = p.id "
        "AND f.source != 'machine' WHERE p.name IS NOT NULL ORDER BY f.id"
    )
    names: dict[str, list[int]] = {}
    for name, face in rows:
        names.setdefault(name, []).append(face)
    return names


def test_undo_survives_closing_the_library(tmp_path: Path) -> None:
    with _fresh(str(tmp_path)) as library:
        person = library.people.list()[0].id
        actions.rename(library, person, "Anna")
    with Library.open(tmp_path / "test.photoorg") as library:
        assert library.history.undo_label == "Name Anna"
        edit = library.history.undo()
        assert edit is not None
        assert edit.undone
        assert library.people.get(person).name is None
        assert library.history.redo_label == "Name Anna"
    with Library.open(tmp_path / "test.photoorg") as library:
        library.history.redo()
        assert library.people.get(person).name == "Anna"


def test_a_new_step_ends_what_could_be_redone(library, family, person_of) -> None:
    actions.rename(library, person_of(family[0][0]), "Anna")
    library.history.undo()
    actions.rename(library, person_of(family[1][0]), "Ben")
    assert library.history.redo() is None
    assert [edit.label for edit in library.history.entries()] == ["Name Ben"]


def test_a_step_that_fails_midway_changes_nothing(library, family, person_of) -> None:
    before = decided(library)

    def half_a_step() -> None:
        with library.history.edit("Half a step"):
            library.connection.execute("UPDATE people SET name = 'X'")
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        half_a_step()
    assert decided(library) == before
    assert library.history.entries() == []
    actions.rename(library, person_of(family[0][0]), "Anna")
    assert [edit.label for edit in library.history.entries()] == ["Name Anna"]


def test_a_step_that_changes_nothing_leaves_no_step(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.rename(library, anna, "Anna")
    assert len(library.history.entries()) == 1


def test_a_step_tells_whom_it_was_about(library: Library, tmp_path: Path) -> None:
    faces = [face for (face,) in add_photos(library, tmp_path / "Pictures", [1] * 6)]
    group(library, [faces[:2], faces[2:4], faces[4:]])
    one, two, three = (person.id for person in library.people.list())
    face = library.faces.of_person(three)[0].id

    def newest() -> int:
        return library.history.entries()[0].id

    actions.rename(library, two, "Anna")
    assert library.history.people_of(newest()) == [two]
    actions.merge(library, two, [one])
    assert library.history.people_of(newest()) == [two]
    library.history.undo()
    assert sorted(library.history.people_of(newest())) == sorted([one, two])
    actions.different(library, one, three)
    assert sorted(library.history.people_of(newest())) == sorted([one, three])
    actions.assign(library, [face], two)
    assert library.history.people_of(newest())[0] == two
    actions.remove_folder(library, 1)
    assert library.history.people_of(newest()) == []
    assert library.history.folders_of(newest()) == [1]
    assert library.history.people_of(0) == library.history.folders_of(0) == []
