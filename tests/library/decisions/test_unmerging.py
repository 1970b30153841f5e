"""Any earlier merge can be taken back; names, faces and what was said meanwhile stay."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import Library, Source
from photoorg.library.decisions import actions, details
from photoorg.library.decisions.unmerging import unmerge
from tests.library.conftest import MODEL, add_photos, analysis, decided, found, group, kept_apart


def faces_of(library: Library, person: int) -> list[int]:
    return sorted(face.id for face in library.faces.of_person(person))


def test_a_merge_is_taken_back_with_name_and_faces(library, family, person_of) -> None:
    anna, ben, _ = (person_of(faces[0]) for faces in family)
    actions.rename(library, anna, "Anna")
    actions.rename(library, ben, "Ben")
    actions.merge(library, anna, [ben])
    before = decided(library)
    (merge,) = library.merges.of(anna)
    unmerge(library, anna, merge.id)
    assert library.people.get(ben).name == "Ben"
    assert faces_of(library, ben) == family[1]
    assert faces_of(library, anna) == family[0]
    assert all(library.faces.get(face).settled for face in family[1])
    assert kept_apart(library) == [("different", family[1], family[0], None)]
    assert library.merges.of(anna) == []
    after = decided(library)
    assert library.history.undo_label == "Take Ben out of Anna again"
    library.history.undo()
    assert decided(library) == before
    library.history.redo()
    assert decided(library) == after


def test_a_group_that_a_grouping_empties_is_merged_again_as_it_was(
    library, family, person_of
) -> None:
    one, _, other = (person_of(faces[0]) for faces in family)
    actions.merge(library, one, [other])
    everybody = "SELECT id, uuid, merged_into, created_at FROM people WHERE id = ?"
    before = library.connection.rows(everybody, (other,))
    unmerge(library, one, library.merges.of(one)[0].id)
    group(library, [family[0], family[1] + family[2]])
    assert faces_of(library, other) == []
    library.history.undo()
    assert library.connection.rows(everybody, (other,)) == before


def test_not_only_the_last_one(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.merge(library, one, [two])
    actions.merge(library, one, [three])
    actions.rename(library, one, "Anna")
    unmerge(library, one, library.merges.of(one)[1].id)
    assert faces_of(library, two) == family[1]
    assert {library.faces.get(face).source for face in family[1]} == {Source.MACHINE}
    assert faces_of(library, one) == sorted(family[0] + family[2])
    group(library, [family[0] + family[1] + family[2]])
    assert {person_of(face) for face in family[1]} & {one} == set()


def test_a_borrowed_name_goes_back_with_its_person(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.rename(library, two, "Anna")
    actions.merge(library, one, [two])
    actions.rename(library, three, "Zoe")
    actions.merge(library, one, [three])
    assert library.people.get(one).name == "Anna"
    unmerge(library, one, library.merges.of(one)[1].id)
    assert library.people.get(two).name == "Anna"
    assert library.people.get(one).name == "Zoe", "nobody with a name is out of sight"
    unmerge(library, one, library.merges.of(one)[0].id)
    assert library.people.get(one).name is None
    assert library.people.get(three).name == "Zoe"


def test_a_name_given_since_stays(library, family, person_of) -> None:
    one, two, _ = (person_of(faces[0]) for faces in family)
    actions.rename(library, two, "Anna")
    actions.merge(library, one, [two])
    actions.rename(library, one, "Annie")
    unmerge(library, one, library.merges.of(one)[0].id)
    assert (library.people.get(one).name, library.people.get(two).name) == ("Annie", "Anna")


def test_notes_go_back_with_whom_they_are_about(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    for person, name, notes in ((one, "Anna", "sings"), (two, "Ben", "plays\nchess")):
        actions.rename(library, person, name)
        details.set_notes(library, person, notes)
    actions.merge(library, one, [two])
    actions.merge(library, three, [one])
    merges = {merge.person_id: merge for merge in library.merges.of(three)}
    details.set_notes(library, three, "sings\nplays\nchess\nswims")
    unmerge(library, three, merges[two].id)
    about = library.biographies.of
    assert (about(three).notes, about(two).notes) == ("sings\nswims", "plays\nchess")
    unmerge(library, three, merges[one].id)
    assert (about(three).notes, about(one).notes) == ("swims", "sings")


def test_notes_that_were_changed_since_stay(library, family, person_of) -> None:
    one, two, _ = (person_of(faces[0]) for faces in family)
    for person, name in ((one, "Anna"), (two, "Ben")):
        actions.rename(library, person, name)
        details.set_notes(library, person, "sings")
    actions.merge(library, one, [two])
    details.set_notes(library, one, "sings well\nsings often")
    unmerge(library, one, library.merges.of(one)[0].id)
    assert library.biographies.of(one).notes == "sings well\nsings often"
    assert library.biographies.of(two).notes == "sings"


def test_a_cover_goes_with_its_face(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.set_cover(library, two, family[1][0])
    actions.set_cover(library, three, family[2][0])
    actions.merge(library, one, [two, three])
    assert library.people.get(one).cover_face_id == family[1][0]
    unmerge(library, one, library.merges.of(one)[1].id)
    assert library.people.get(two).cover_face_id == family[1][0]
    assert library.people.get(one).cover_face_id not in family[1]


def test_who_was_merged_further_comes_out_of_where_it_is_now(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.rename(library, one, "Anna")
    actions.merge(library, two, [one])
    actions.merge(library, three, [two])
    merges = {merge.person_id: merge for merge in library.merges.of(three)}
    unmerge(library, three, merges[one].id)
    assert faces_of(library, one) == family[0]
    assert faces_of(library, three) == sorted(family[1] + family[2])
    assert [person.name for person in library.people.list()] == ["Anna", None]
    unmerge(library, three, merges[two].id)
    assert faces_of(library, two) == family[1]


def test_who_was_merged_before_comes_along(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.merge(library, two, [one])
    actions.merge(library, three, [two])
    merges = {merge.person_id: merge for merge in library.merges.of(three)}
    unmerge(library, three, merges[two].id)
    assert faces_of(library, two) == sorted(family[0] + family[1])
    assert [merge.person_id for merge in library.merges.of(two)] == [one]
    unmerge(library, two, merges[one].id)
    assert faces_of(library, one) == family[0]


def test_faces_said_to_be_the_other_stay(library, family, person_of) -> None:
    one, two, _ = (person_of(faces[0]) for faces in family)
    actions.confirm(library, [family[1][0]])  # is two ...
    actions.merge(library, one, [two])
    actions.confirm(library, family[1][:2])  # ... and is one
    unmerge(library, one, library.merges.of(one)[0].id)
    assert faces_of(library, two) == family[1][2:]
    assert faces_of(library, one) == sorted(family[0] + family[1][:2])
    assert all(library.faces.get(face).confirmed for face in family[1][:2])


def test_not_this_person_holds_for_both(library, family, person_of) -> None:
    one, two, _ = (person_of(faces[0]) for faces in family)
    actions.rename(library, two, "Anna")
    actions.merge(library, one, [two])
    actions.unassign(library, [family[1][0]])
    unmerge(library, one, library.merges.of(one)[0].id)
    assert ("not", [family[1][0]], [], two) in kept_apart(library)
    assert ("not", [family[1][0]], [], one) in kept_apart(library)


def test_later_additions_go_where_they_belong(library, tmp_path) -> None:
    folder = tmp_path / "likeness"
    (one,), (other,) = add_photos(library, folder, [1, 1])
    group(library, [[one], [other]])
    ids = [library.faces.get(face).person_id for face in (one, other)]
    actions.merge(library, ids[0], [ids[1]])
    more = add_photos(library, tmp_path / "more", [1, 1, 1])
    similar = [(more[0][0], one), (more[1][0], other)]
    for face, like in similar:
        library.connection.execute(
            "UPDATE embeddings SET vector = (SELECT vector FROM embeddings WHERE face_id = ?) "
            "WHERE face_id = ?",
            (like, face),
        )
    library.connection.execute("DELETE FROM embeddings WHERE face_id = ?", more[2])
    library.connection.execute("UPDATE faces SET person_id = ?", (ids[0],))
    unmerge(library, ids[0], library.merges.of(ids[0])[0].id)
    assert faces_of(library, ids[1]) == [other, more[1][0]]
    assert faces_of(library, ids[0]) == [one, more[0][0], more[2][0]]


def test_what_cannot_be_taken_back_is_a_sentence(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.merge(library, one, [two])
    (merge,) = library.merges.of(one)
    before = decided(library)
    for person, id_, sentence in (
        (one, 999, "no merge 999"),
        (one, merge.id - 1, "no merge"),
        (three, merge.id, "not one of"),
        (two, merge.id, "no person"),
    ):
        with pytest.raises(UsageError, match=sentence):
            unmerge(library, person, id_)
    assert decided(library) == before
    unmerge(library, one, merge.id)
    with pytest.raises(UsageError, match="taken back already"):
        unmerge(library, one, merge.id)
    actions.merge(library, one, [two])
    with pytest.raises(UsageError, match="taken back already"):
        unmerge(library, one, merge.id)
    unmerge(library, one, library.merges.of(one)[0].id)


WHAT = ("merge", "merge", "merge", "unmerge", "unmerge", "undo", "redo", "confirm", "unassign")
step = st.tuples(
    st.sampled_from((*WHAT, "assign", "not_a_face", "split", "different", "group", "photo")),
    st.integers(0, 99),
    st.integers(0, 99),
)
NAMES = ("Anna", "Anna", "Ben", "Zoe")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=3, max_size=16))
def test_any_order_of_merges_and_their_ends_keeps_the_ledger_true(steps) -> None:
    with tempfile.TemporaryDirectory() as folder, _fresh(Path(folder)) as library:
        for what, one, other in steps:
            _do(library, Path(folder), what, one, other)
            _is_true(library)
        # Whatever happened: with every merge taken back each name is somebody's again.
        while open_merges := [
            (person.id, merge.id)
            for person in library.people.list()
            for merge in library.merges.of(person.id)
        ]:
            unmerge(library, *open_merges[0])
            _is_true(library)
        assert {p.name for p in library.people.list() if p.name} >= {"Anna", "Ben", "Zoe"}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=3, max_size=12))
def test_undo_and_redo_restore_exactly(steps) -> None:
    with tempfile.TemporaryDirectory() as folder, _fresh(Path(folder)) as library:
        states = [decided(library)]
        start = len(library.history.entries())
        for what, one, other in steps:
            if what not in ("undo", "redo", "photo", "group"):
                _do(library, Path(folder), what, one, other)
                if decided(library) != states[-1]:
                    states.append(decided(library))
        for state in reversed(states[:-1]):
            library.history.undo()
            assert decided(library) == state
        assert sum(not edit.undone for edit in library.history.entries()) == start
        for state in states[1:]:
            library.history.redo()
            assert decided(library) == state


def _fresh(folder: Path) -> Library:
    library = Library.open(folder / "test.photoorg")
    faces = [face for photo in add_photos(library, folder / "photos", [2] * 8) for face in photo]
    group(library, [faces[n::8] for n in range(8)])
    for name, person in zip(NAMES, library.people.list(), strict=False):
        actions.rename(library, person.id, name)
    return library


def _do(library: Library, folder: Path, what: str, one: int, other: int) -> None:
    """Do one step with whatever the numbers point at; refusals are fine."""
    people = [person.id for person in library.people.list()]
    faces = library.faces.matrix(MODEL).ids.tolist()
    person, second = _any(people, one), _any(people, other)
    some = sorted({_any(faces, one), _any(faces, other)})
    merges = library.merges.of(person)
    try:
        match what:
            case "merge":
                actions.merge(library, person, [second])
            case "unmerge":
                unmerge(library, person, merges[other % len(merges)].id if merges else 0)
            case "undo" | "redo":
                if len([e for e in library.history.entries() if not e.undone]) > len(NAMES):
                    getattr(library.history, what)()
            case "assign":
                actions.assign(library, some, person)
            case "different":
                actions.different(library, person, second)
            case "group":
                labels = np.random.default_rng(one).integers(-1, 5, len(faces))
                matrix = library.faces.matrix(MODEL)
                library.grouping.apply(matrix, labels, engine="test", model=MODEL)
            case "photo":
                _add_photo(library, folder, one, person)
            case _:
                getattr(actions, what)(library, some)
    except UsageError:
        pass


def _any(ids: list[int], number: int) -> int:
    """Return one of them, or an unknown one: all faces may be no faces by now."""
    return ids[number % len(ids)] if ids else 0


def _add_photo(library: Library, folder: Path, seed: int, person: int) -> None:
    """Let the machine put a face of a new photo with a person."""
    place = folder / f"photos of {library.photos.count()}"
    (faces,) = add_photos(library, place, [1])
    library.pictures.store(
        [analysis(library.connection.value("SELECT max(id) FROM files"), [found(seed=seed)])]
    )
    library.connection.execute(
        "UPDATE faces SET person_id = ? WHERE id = ? AND source = 'machine'", (person, faces[0])
    )
    for suspect in library.separations.suspects():
        library.separations.put_apart(suspect)


def _is_true(library: Library) -> None:
    before = decided(library)
    library.ledger.project("(SELECT id FROM faces)")
    assert decided(library) == before
    assert library.separations.suspects() == []
    rows = library.connection.rows("SELECT name FROM people WHERE name IS NOT NULL")
    assert {name for (name,) in rows} >= {"Anna", "Ben", "Zoe"}
    final = library.merges.final_people()
    for (person,) in library.connection.rows("SELECT id FROM people WHERE name IS NOT NULL"):
        assert library.people.get(final.get(int(person), int(person))).name
