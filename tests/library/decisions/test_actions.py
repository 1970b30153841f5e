"""What the user does is done, confirmed, and one step of the history."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, details, triage, undecided
from tests.library.conftest import add_photos, decided, group, kept_apart


def test_naming_a_group_settles_its_faces_and_confirms_none(library, family, person_of) -> None:
    """What is said of a group is not said of each of its faces, some of which are doubtful."""
    actions.rename(library, person_of(family[0][0]), "  Anna   Berg ")
    person = library.people.list()[0]
    assert person.name == "Anna Berg"
    assert all(face.settled for face in library.faces.of_person(person.id))
    assert not any(face.confirmed for face in library.faces.of_person(person.id))
    assert not any(library.faces.get(face).settled for face in family[1])


def test_correcting_a_name_settles_nothing_new(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Ana")
    group(library, [[*family[0], family[1][0]], family[1][1:], family[2]])
    actions.rename(library, anna, "Anna")
    assert person_of(family[1][0]) == anna
    assert not library.faces.get(family[1][0]).settled


@pytest.mark.parametrize("name", ["", "   ", "\n", "\u200b", "\u0301", "\x1b"])
def test_an_empty_name_is_refused(library, family, person_of, name) -> None:
    with pytest.raises(UsageError, match="at least one letter"):
        actions.rename(library, person_of(family[0][0]), name)
    assert library.history.undo_label is None


def test_a_name_is_taken_away_and_the_faces_stay_one(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.assign(library, [family[1][0]], anna)
    own = [*family[0], family[1][0]]
    actions.unname(library, anna)
    assert library.people.get(anna).name is None
    assert library.history.undo_label == "Take the name Anna away"
    group(library, [[face] for faces in family for face in faces])
    assert {person_of(face) for face in own} == {anna}
    assert library.faces.get(family[1][0]).confirmed
    with pytest.raises(UsageError, match="no name"):
        actions.unname(library, anna)
    library.history.undo()
    assert library.people.get(anna).name == "Anna"


def test_a_name_without_faces_is_gone_with_its_name(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.not_a_face(library, family[0])
    actions.unname(library, anna)
    assert anna not in [person.id for person in library.people.list()]
    library.history.undo()
    assert (library.people.get(anna).name, library.people.get(anna).count) == ("Anna", 0)


def test_only_people_without_photos_are_deleted(library, family, person_of) -> None:
    anna, ben = person_of(family[0][0]), person_of(family[1][0])
    actions.rename(library, anna, "Anna")
    actions.rename(library, ben, "Ben")
    with pytest.raises(UsageError, match=r"Anna is in 4 photos"):
        actions.delete_person(library, anna)
    actions.assign(library, family[0], ben)
    assert library.people.get(anna).count == 0
    actions.delete_person(library, anna)
    assert library.history.undo_label == "Delete Anna"
    assert [person.name for person in library.people.list() if person.name] == ["Ben"]
    library.history.undo()
    assert library.people.get(anna).name == "Anna"
    library.history.redo()
    assert library.people.find_by_name("Anna") == []


def test_faces_that_are_away_come_back_without_a_name(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    folder = library.folders.list()[0]
    actions.remove_folder(library, folder.id)
    actions.delete_person(library, anna)
    assert library.people.list() == []
    library.folders.add(folder.path)
    assert (library.people.get(anna).name, library.people.get(anna).count) == (None, 4)


def test_merging_moves_settles_and_keeps_the_name(library, family, person_of) -> None:
    anna, other = person_of(family[0][0]), person_of(family[1][0])
    actions.rename(library, anna, "Anna")
    actions.merge(library, anna, [other, other, anna])
    assert {person_of(face) for face in family[0] + family[1]} == {anna}
    assert library.people.get(anna).count == 8
    assert all(face.settled for face in library.faces.of_person(anna))
    with pytest.raises(UsageError, match="no person"):
        library.people.get(other)
    assert library.history.undo_label == "Merge a group into Anna"


def test_merging_a_name_into_a_group_without_one_takes_the_name(library, family, person_of) -> None:
    anna, other = person_of(family[0][0]), person_of(family[1][0])
    actions.rename(library, anna, "Anna")
    actions.merge(library, other, [anna])
    assert library.people.get(other).name == "Anna"
    assert library.history.undo_label == "Merge a group into Anna"


def test_two_names_are_never_lost_in_a_merge(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.rename(library, one, "Anna")
    actions.rename(library, two, "Ben")
    before = decided(library)
    with pytest.raises(UsageError, match="Anna, Ben"):
        actions.merge(library, three, [one, two])
    assert decided(library) == before


def test_merging_needs_two(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    with pytest.raises(UsageError, match="at least two"):
        actions.merge(library, anna, [anna])


def test_answers_follow_a_merge(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    face, *rest = family[1]
    actions.unassign(library, [face])  # not with the rest of group two ...
    actions.different(library, one, two)
    actions.different(library, two, three)
    actions.merge(library, one, [two])
    assert kept_apart(library) == [
        ("not", [face], rest, None),  # ... wherever that is now
        ("different", rest, family[2], None),
    ]


def test_a_face_merged_back_is_no_longer_forbidden(library, family, person_of) -> None:
    one = person_of(family[0][0])
    actions.unassign(library, [family[0][0]])
    actions.merge(library, one, [person_of(family[0][0])])
    assert kept_apart(library) == []
    assert person_of(family[0][0]) == one


def test_faces_that_leave_a_person_are_one_group_elsewhere(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.unassign(library, [family[0][1], family[0][2], family[1][0]])
    left = person_of(family[0][1])
    assert person_of(family[0][2]) == left
    assert len({anna, left, person_of(family[1][0]), person_of(family[1][1])}) == 4
    library.history.undo()
    actions.unassign(library, [family[0][1], family[0][2]])
    others = [family[0][0], family[0][3]]
    assert kept_apart(library) == [("not", family[0][1:3], others, None)]


def test_not_anna_is_about_anna_whoever_joins_her(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.unassign(library, [family[0][1]])
    assert kept_apart(library) == [("not", [family[0][1]], [], anna)]
    actions.merge(library, anna, [person_of(family[1][0])])
    assert person_of(family[0][1]) != anna
    assert kept_apart(library) == [("not", [family[0][1]], [], anna)]


def test_this_is_anna_takes_back_not_anna(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.unassign(library, [family[0][1]])
    actions.assign(library, [family[0][1]], anna)
    assert person_of(family[0][1]) == anna
    assert library.faces.get(family[0][1]).confirmed
    assert kept_apart(library) == []


def test_moving_the_last_face_drops_the_unnamed_group_but_no_name(
    library, family, person_of
) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.rename(library, two, "Ben")
    actions.assign(library, family[1], one)
    actions.assign(library, family[2], one)
    assert {person.id: person.count for person in library.people.list()} == {one: 12, two: 0}
    with pytest.raises(UsageError):
        library.people.get(three)


def test_splitting_is_remembered_as_two_people(library, family, person_of) -> None:
    one = person_of(family[0][0])
    new = actions.split(library, family[0][:2], "Twin")
    assert library.people.get(new).name == "Twin"
    assert library.people.get(new).count == 2
    assert kept_apart(library) == [("different", family[0][:2], family[0][2:], None)]
    assert person_of(family[0][2]) == one


def test_a_later_answer_ends_not_a_face(library, family, person_of) -> None:
    two = person_of(family[1][0])
    actions.not_a_face(library, [family[0][0]])
    actions.assign(library, [family[0][0]], two)
    assert person_of(family[0][0]) == two
    assert library.faces.count() == 12


def test_what_nobody_knows_is_kept_and_moves_nothing(library, family, person_of) -> None:
    before = person_of(family[0][0])
    actions.do_not_know(library, [family[0][0]])
    assert person_of(family[0][0]) == before
    assert [answer.kind for answer in library.ledger.answers() if answer.standing] == ["unknown"]
    actions.assign(library, [family[0][0]], before)
    assert "unknown" not in [a.kind for a in library.ledger.answers() if a.standing]


def test_names_are_compared_composed(library, family, person_of) -> None:
    actions.rename(library, person_of(family[0][0]), "Zoe\u0308")
    assert library.people.find_by_name("zo\xeb")[0].name == "Zo\xeb"


def test_a_name_has_an_end(library, family, person_of) -> None:
    with pytest.raises(UsageError, match="at most 200"):
        actions.rename(library, person_of(family[0][0]), "a" * 10_000)
    with pytest.raises(UsageError, match="no text"):
        actions.rename(library, person_of(family[0][0]), "M\udcfcller")


def test_not_a_face_is_gone_from_every_view(library, family, person_of) -> None:
    face = family[0][0]
    person, photo = person_of(face), library.faces.get(face).photo_id
    actions.not_a_face(library, [face])
    assert library.faces.count() == 11
    assert library.people.get(person).count == 3
    assert face not in [f.id for f in library.faces.of_photo(photo)]
    assert face not in library.faces.matrix("tiny-0123").ids


def test_the_cover_is_a_face_of_the_person(library, family, person_of) -> None:
    one = person_of(family[0][0])
    actions.set_cover(library, one, family[0][3])
    assert library.people.get(one).cover_face_id == family[0][3]
    with pytest.raises(UsageError, match="own faces"):
        actions.set_cover(library, one, family[1][0])
    actions.unassign(library, [family[0][3]])
    assert library.people.get(one).cover_face_id in family[0][:3]


def test_hidden_people_leave_the_grid_only(library, family, person_of) -> None:
    one = person_of(family[0][0])
    actions.hide(library, [one])
    assert one not in [person.id for person in library.people.list()]
    assert one in [person.id for person in library.people.list(include_hidden=True)]


def test_a_removed_folder_comes_back_with_its_names(library, family, person_of, tmp_path) -> None:
    one = person_of(family[0][0])
    actions.rename(library, one, "Anna")
    actions.remove_folder(library, library.folders.list()[0].id)
    assert library.folders.list() == []
    assert library.photos.count() == library.faces.count() == 0
    assert library.people.get(one).name == "Anna"
    library.folders.add(tmp_path / "family")
    assert library.people.get(one).count == 4
    assert library.photos.count() == 4


@pytest.mark.parametrize("added", ["elsewhere", "family/sub", "family", "."])
@pytest.mark.parametrize("photos", [[], [1, 1]])
def test_removing_a_folder_is_undone_whatever_was_added_since(
    library, tmp_path, added: str, photos: list[int]
) -> None:
    family = tmp_path / "family"
    if photos:
        add_photos(library, family / "sub", photos)
    folder = library.folders.add(family)
    library.folders.set_patterns(folder, ["*.png"])
    actions.remove_folder(library, folder)
    there = library.folders.add(tmp_path / added)
    before = library.photos.count()
    library.history.undo()
    assert there in library.folders.roots()  # a scan may be walking it
    assert library.folders.place_of(family) == family
    assert any(family.is_relative_to(root) for root in library.folders.roots().values())
    assert library.photos.count() == len(photos)
    assert check(library) == []
    if added != ".":
        assert library.folders.patterns(folder) == ["*.png"]
    library.history.redo()
    if added != "family":  # else it is the folder that was added again which is removed
        assert library.photos.count() == before


Action = Callable[[Library, int], object]


@pytest.mark.parametrize(
    "action",
    [
        lambda library, missing: actions.rename(library, missing, "X"),
        lambda library, missing: actions.merge(library, missing, [1]),
        lambda library, missing: actions.merge(library, 1, [missing]),
        lambda library, missing: actions.unassign(library, [missing]),
        lambda library, missing: actions.assign(library, [1], missing),
        lambda library, missing: actions.split(library, [missing]),
        lambda library, missing: actions.not_a_face(library, [missing]),
        lambda library, missing: actions.set_cover(library, 1, missing),
        lambda library, missing: actions.hide(library, [missing]),
        lambda library, missing: actions.different(library, 1, missing),
        actions.remove_folder,
        lambda library, _: actions.unassign(library, []),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_changes(library, family, action: Action) -> None:
    assert family
    before = decided(library)
    with pytest.raises(UsageError):
        action(library, 99_999)
    assert decided(library) == before
    assert library.history.entries() == []


def test_the_names_of_those_who_were_merged_go_with_it(library, family, person_of) -> None:
    anna, ben = person_of(family[0][0]), person_of(family[1][0])
    actions.rename(library, anna, "Anna")
    actions.rename(library, ben, "Ben")
    actions.merge(library, anna, [ben])
    actions.unname(library, anna)
    assert library.people.names() == []
    assert check(library) == []
    library.history.undo()
    assert library.people.names() == ["Anna"]


@pytest.mark.parametrize(
    "act",
    [
        lambda library, one, gone, _: actions.rename(library, gone, "Carl"),
        lambda library, one, gone, _: actions.hide(library, [one, gone]),
        lambda library, one, gone, _: actions.merge(library, one, [gone]),
        lambda library, one, gone, _: actions.merge(library, gone, [one]),
        lambda library, one, gone, _: actions.different(library, one, gone),
        lambda library, one, gone, face: actions.assign(library, [face], gone),
        lambda library, one, gone, face: actions.set_cover(library, gone, face),
        lambda library, one, gone, _: details.set_birth_date(library, gone, "2001"),
        lambda library, one, gone, _: details.set_notes(library, gone, "sings"),
        lambda library, one, gone, _: details.set_favourite(library, [one, gone], favourite=True),
        lambda library, one, gone, _: undecided.keep_together(library, gone),
        lambda library, one, gone, _: triage.sort_strangers(library, [], [gone]),
        lambda library, one, gone, _: triage.sort_strangers(library, [gone], [one]),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_who_is_gone_when_an_edit_begins_is_told(
    library, family, person_of, monkeypatch, act, merged
) -> None:
    """The edit waited for another process, which stored other groups or merged people."""
    one, gone = (person_of(faces[0]) for faces in family[:2])
    library.connection.execute("UPDATE people SET name = 'Ben' WHERE id = ?", (gone,))
    edit = library.history.edit

    @contextmanager
    def late(label: str) -> Iterator[None]:
        with sqlite3.connect(library.path) as other:
            if merged:
                other.execute("UPDATE people SET merged_into = ? WHERE id = ?", (one, gone))
            other.execute("UPDATE faces SET person_id = ? WHERE person_id = ?", (one, gone))
            if not merged:
                other.execute("DELETE FROM people WHERE id = ?", (gone,))
        other.close()
        with edit(label):
            yield

    monkeypatch.setattr(library.history, "edit", late)
    with pytest.raises(UsageError, match="There is no person"):
        act(library, one, gone, family[1][0])
    assert library.history.undo_label is None
    assert library.people.get(one).count == len(family[0]) + len(family[1])
