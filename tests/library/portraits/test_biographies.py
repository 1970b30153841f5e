"""What photos tell of a person."""

import pytest

from photoorg.errors import UsageError
from photoorg.library.decisions import actions, details
from photoorg.library.decisions.unmerging import unmerge
from photoorg.library.portraits.biographies import Companion, checked_date
from tests.library.conftest import decided, group


@pytest.fixture
def dated(library, anna):
    """The family's four photos in three years, with Anna in each and Ben in all but one."""
    for photo, taken in enumerate(("2003-05-01T10:00:00", "2003-06", "2007-01-01", None), start=1):
        library.connection.execute("UPDATE photos SET taken_at = ? WHERE id = ?", (taken, photo))
    return anna


def test_years_and_companions(library, dated, family, person_of) -> None:
    ben = person_of(family[1][0])
    actions.rename(library, ben, "Ben")
    actions.not_a_face(library, [family[1][0]])
    about = library.biographies.of(dated)
    assert about.years == {2003: 2, 2007: 1}
    assert about.companions == [Companion(ben, "Ben", 3)]
    assert (about.born, about.favourite, about.too_early) == (None, False, [])
    actions.hide(library, [ben])
    assert library.biographies.of(dated).companions == []
    with pytest.raises(UsageError):
        library.biographies.of(999)


@pytest.mark.parametrize(
    ("born", "early"),
    [("2003-05-02", 1), ("2003", 0), ("2003-06", 1), ("2003-06-14", 1), ("2007-01-01", 2)],
)
def test_photos_from_before_the_birth(library, dated, family, born: str, early: int) -> None:
    details.set_birth_date(library, dated, born)
    assert library.biographies.of(dated).too_early == family[0][:early]
    actions.confirm(library, family[0])
    assert library.biographies.too_early() == []


def test_a_star_on_a_group_without_a_name_stays(library, family, person_of) -> None:
    ben = person_of(family[1][0])
    details.set_favourite(library, [ben], favourite=True)
    group(library, [[face] for faces in family for face in faces])
    assert {person_of(face) for face in family[1]} == {ben}
    assert library.biographies.of(ben).favourite


def test_what_is_told_can_be_undone(library, anna) -> None:
    before = decided(library)
    details.set_birth_date(library, anna, "2003-05")
    details.set_favourite(library, [anna], favourite=True)
    about = library.biographies.of(anna)
    assert (about.born, about.favourite) == ("2003-05", True)
    library.history.undo()
    library.history.undo()
    assert decided(library) == before
    details.set_birth_date(library, anna, "2003")
    details.set_birth_date(library, anna, None)
    assert library.biographies.of(anna).born is None


def test_notes_are_kept_and_can_be_undone(library, anna) -> None:
    before = decided(library)
    details.set_notes(library, anna, "  sister of\tBen \r\n\nborn in Zu\u0308rich\x07\n")
    assert library.biographies.of(anna).notes == "  sister of Ben\n\nborn in Z\u00fcrich"
    assert library.people.get(anna).notes == library.biographies.of(anna).notes
    library.history.undo()
    assert decided(library) == before
    library.history.redo()
    details.set_notes(library, anna, " \n")
    assert library.biographies.of(anna).notes is None
    for wrong in ("x" * 20_001, "\udcff"):
        with pytest.raises(UsageError):
            details.set_notes(library, anna, wrong)


def test_notes_of_those_who_are_one_stand_below_each_other(
    library, anna, family, person_of
) -> None:
    ben = person_of(family[1][0])
    actions.rename(library, ben, "Ben")
    details.set_notes(library, ben, "plays chess")
    details.set_notes(library, anna, "sings")
    actions.merge(library, anna, [ben])
    assert library.people.get(anna).notes == "sings\nplays chess"
    library.history.undo()
    assert library.people.get(ben).notes == "plays chess"


def known(library, person: int) -> tuple[str | None, bool]:
    about = library.biographies.of(person)
    return about.born, about.favourite


def test_whoever_joins_brings_a_birth_date_and_a_star(library, dated, family, person_of) -> None:
    group_id, ben = person_of(family[1][0]), person_of(family[2][0])
    details.set_birth_date(library, dated, "2004")
    details.set_favourite(library, [dated], favourite=True)
    actions.rename(library, ben, "Ben")
    details.set_birth_date(library, ben, "1990")
    before = decided(library)
    actions.merge(library, group_id, [dated])
    assert known(library, group_id) == ("2004", True)
    assert library.biographies.births() == {group_id: "2004", ben: "1990"}
    assert library.biographies.too_early() == library.biographies.of(group_id).too_early
    actions.merge(library, ben, [group_id])
    assert known(library, ben) == ("1990", True), "what is known of somebody goes before"
    assert library.biographies.births() == {ben: "1990"}
    unmerge(library, ben, library.merges.of(ben)[0].id)
    assert (known(library, ben), known(library, group_id)) == (("1990", False), ("2004", True))
    unmerge(library, group_id, library.merges.of(group_id)[0].id)
    assert (known(library, group_id), known(library, dated)) == ((None, False), ("2004", True))
    library.history.go_to(library.history.entries()[4].id)
    assert decided(library) == before


def test_the_first_who_has_a_birth_date_gives_it(library, anna, family, person_of) -> None:
    ben, carl = (person_of(faces[0]) for faces in family[1:])
    for person, name, born in ((carl, "Carl", "1980"), (ben, "Ben", "1990")):
        actions.rename(library, person, name)
        details.set_birth_date(library, person, born)
        actions.merge(library, anna, [person])
    assert known(library, anna) == ("1980", False)
    unmerge(library, anna, library.merges.of(anna)[1].id)
    assert known(library, anna) == ("1990", False)


def test_what_joined_can_be_taken_away(library, anna, family, person_of) -> None:
    ben = person_of(family[1][0])
    actions.rename(library, ben, "Ben")
    details.set_birth_date(library, ben, "1990")
    details.set_favourite(library, [ben], favourite=True)
    actions.merge(library, anna, [ben])
    details.set_birth_date(library, anna, "1991")
    assert known(library, anna) == ("1991", True)
    details.set_birth_date(library, anna, None)
    details.set_favourite(library, [anna], favourite=False)
    assert known(library, anna) == (None, False)
    library.history.undo()
    library.history.undo()
    assert known(library, anna) == ("1991", True)


def test_of_a_group_without_a_name_nothing_is_told(library, family, person_of) -> None:
    with pytest.raises(UsageError, match="Name this group first"):
        details.set_birth_date(library, person_of(family[0][0]), "2003")
    with pytest.raises(UsageError, match="Name this group first"):
        details.set_notes(library, person_of(family[0][0]), "somebody")
    with pytest.raises(UsageError):
        details.set_favourite(library, [], favourite=True)


@pytest.mark.parametrize("text", ["", "yesterday", "03-05-2001", "2001-13", "2001-02-99", "0001"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        checked_date(text)
