"""What the user decided, as constraints; and a library grouped with a real engine."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import UsageError
from photoorg.jobs.group import ANEW, constraints, group, run
from photoorg.jobs.group_request import GroupRequest
from photoorg.jobs.messages import Message
from photoorg.jobs.progress import Control
from photoorg.library import Analysis, FileEntry, Library, Sides
from photoorg.library.decisions import actions
from photoorg.library.storage.sidecars import neighbors_file
from photoorg.settings import Settings
from photoorg.types import Box, FoundFace
from tests.jobs.trial_library import MODEL, add_faces, trial_library


def limits(
    people: list[int],
    settled: list[bool],
    said: list[tuple[int, int, int]] | None = None,
    about: list[tuple[int, int]] | None = None,
) -> tuple[list[int], list[list[int]]]:
    """Return must-link and different of faces 100, 101, ...

    ``said`` are rows (answer, side, face), ``about`` answers that are about a person.
    """
    rows = np.array(said or [], np.int64).reshape(-1, 3)
    whom = np.array(about or [], np.int64).reshape(-1, 2)
    result = constraints(
        np.arange(100, 100 + len(people)),
        np.array(people, np.int64),
        np.array(settled, bool),
        Sides(rows[:, 0], rows[:, 1], rows[:, 2], whom[:, 0], whom[:, 1]),
    )
    assert result.must_link is not None
    return result.must_link.tolist(), result.different.tolist()


def test_settled_faces_are_the_seeds() -> None:
    must, different = limits([7, 7, 9, 9, -1, 7], [True, False, True, True, False, True])
    assert must == [0, -1, 1, 1, -1, 0]
    assert different == []


def test_without_a_free_face_no_seed_is_lost() -> None:
    must, _ = limits([7, 9], [True, True])
    assert must == [0, 1]


def test_not_this_person_keeps_away_from_one_of_its_settled_faces() -> None:
    _, different = limits(
        [7, 7, 8], [True, True, False], [(4, 0, 102), (5, 0, 555), (6, 0, 102)], [(4, 7), (6, 99)]
    )
    assert [row for row in different if row[0] == 4] == [[4, 0, 2], [4, 1, 0]]
    assert [row for row in different if row[0] != 4] == [[6, 0, 2]]


def test_every_face_of_one_side_is_kept_from_every_face_of_the_other() -> None:
    said = [(3, 0, 100), (3, 0, 101), (3, 1, 102), (3, 1, 103), (3, 1, 999)]
    _, different = limits([7, 7, 8, 8], [False] * 4, said)
    assert different == [[3, 0, 0], [3, 0, 1], [3, 1, 2], [3, 1, 3]]


def test_without_faces_nothing_is_said() -> None:
    must, different = limits([], [], [(3, 0, 100)], [(3, 7)])
    assert must == []
    assert different == []


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library of 4 people with 10 faces each, one face a photo."""
    with trial_library(tmp_path / "trial.photoorg", people=4, faces=10) as library:
        yield library


def groups(library: Library) -> set[frozenset[int]]:
    return {
        frozenset(face.photo_id % 4 for face in library.faces.of_person(person.id))
        for person in library.people.list()
    }


def test_a_library_is_grouped_and_remembers_by_whom(library: Library) -> None:
    sent: list[Message] = []
    summary = run(Control(sent.append), GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    assert (summary.faces, summary.people, summary.new) == (40, 4, 4)
    assert all(len(group) == 1 for group in groups(library))
    assert library.grouping.is_current("ndde-tpdi", MODEL)
    assert not library.grouping.is_current("another", MODEL)


def test_grouping_anew_is_seen_before_and_taken_back(library: Library) -> None:
    control = Control(lambda _: None)
    matrix = library.faces.matrix(MODEL)
    library.grouping.apply(matrix, np.arange(40) // 3, engine="torn", model=MODEL)
    torn = people(library)
    told = run(control, GroupRequest(library.path, Settings(), preview=True))
    assert told.preview
    assert told.people == 4
    assert told.split > 0
    assert people(library) == torn
    done = run(control, GroupRequest(library.path, Settings()))
    assert replace(done, preview=True, seconds=0) == replace(told, seconds=0)
    assert all(len(group) == 1 for group in groups(library))
    assert library.history.entries()[0].label == ANEW
    library.history.undo()
    assert people(library) == torn


def people(library: Library) -> set[frozenset[int]]:
    return {
        frozenset(face.id for face in library.faces.of_person(person.id))
        for person in library.people.list()
    }


def test_grouping_again_satisfies_what_the_user_said(library: Library) -> None:
    control = Control(lambda _: None)
    run(control, GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    first, second, *_ = library.people.list()
    actions.rename(library, first.id, "Anna")
    actions.rename(library, second.id, "Ben")
    stranger = library.faces.of_person(second.id)[0]
    actions.assign(library, [stranger.id], first.id)
    removed = library.faces.of_person(second.id)[0]
    actions.unassign(library, [removed.id])
    run(control, GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    anna, ben = library.people.get(first.id), library.people.get(second.id)
    assert (anna.name, ben.name) == ("Anna", "Ben")
    assert ben.count == 8
    assert library.faces.get(stranger.id).person_id == first.id
    assert library.faces.get(removed.id).person_id != second.id


def test_groups_that_were_there_stay_when_faces_are_added(library: Library) -> None:
    control = Control(lambda _: None)
    run(control, GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    settled = library.grouping.settled("ndde-tpdi", MODEL)
    before = {person.id: ids_of(library, person.id) for person in library.people.list()}
    assert settled == set(before)
    assert library.grouping.settled("another", MODEL) == frozenset()
    strangers = add_faces(library, people=4, faces=6, seed=9)
    more = add_faces(library, people=4, faces=3)
    group(library, control, engine="ndde-tpdi", model=MODEL, settled=settled)
    after = {person.id: ids_of(library, person.id) for person in library.people.list()}
    # Nobody lost a face, the new faces of known people joined them, and strangers are new groups.
    assert all(faces <= after[person] for person, faces in before.items())
    joined = {face for person in before for face in after[person] - before[person]}
    assert joined == more
    assert len(after) == 8
    assert set().union(*(after[person] for person in after.keys() - before.keys())) == strangers


def test_what_is_known_of_the_neighbours_is_kept_beside_the_library(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.clustering.ndde_tpdi.neighbor_cache.FEWEST", 10)
    control = Control(lambda _: None)
    run(control, GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    for seed in (9, 10):
        settled = library.grouping.settled("ndde-tpdi", MODEL)
        before = {person: ids_of(library, person) for person in settled}
        add_faces(library, people=4, faces=6, seed=seed)
        group(library, control, engine="ndde-tpdi", model=MODEL, settled=settled)
        assert all(faces <= ids_of(library, person) for person, faces in before.items())
        assert neighbors_file(library.path).stat().st_size > 0


def ids_of(library: Library, person: int) -> set[int]:
    return {face.id for face in library.faces.of_person(person)}


def test_an_empty_library_has_nothing_to_group(tmp_path: Path) -> None:
    Library.open(tmp_path / "empty.photoorg").close()
    summary = run(
        Control(lambda _: None),
        GroupRequest(tmp_path / "empty.photoorg", Settings(engine="ndde-tpdi")),
    )
    assert (summary.faces, summary.people) == (0, 0)


def test_an_unknown_engine_is_a_sentence(library: Library) -> None:
    with pytest.raises(UsageError, match="no engine"):
        run(Control(lambda _: None), GroupRequest(library.path, Settings(engine="magic")))


def test_faces_without_a_direction_stay_alone(library: Library) -> None:
    photo = library.photos.list()[0]
    folder = library.folders.add(photo.path.parent)
    library.intake.register(folder, [FileEntry(photo.path.with_name("zero.jpg"), 1, 1)])
    (pending,) = library.intake.queue(MODEL)
    zero = FoundFace(
        Box(0, 0, 9, 9), np.zeros((5, 2), np.float32), 0.5, 0.1, np.zeros(64, np.float32)
    )
    ((face_id,),) = library.pictures.store(
        [Analysis(pending.id, "zero", 9, 9, None, MODEL, [zero])]
    )
    run(Control(lambda _: None), GroupRequest(library.path, Settings(engine="ndde-tpdi")))
    person = library.faces.get(face_id).person_id
    assert person is not None
    assert library.people.get(person).count == 1
