"""Offers that the user agreed to."""

from photoorg.library.decisions import actions
from photoorg.library.elsewhere.accepting import accept


def test_groups_get_names_and_join_who_has_them(library, family, person_of, anna) -> None:
    ben, more = person_of(family[1][0]), person_of(family[2][0])
    steps = len(library.history.entries())
    accept(library, [(ben, "Ben"), (more, "anna"), (99_999, "Carl"), (anna, "Dora")])
    assert library.people.names() == ["Anna", "Ben"]
    assert library.people.get(anna).count == 8
    assert len(library.history.entries()) == steps + 1
    library.history.undo()
    assert library.people.names() == ["Anna"]
    assert library.people.get(anna).count == 4


def test_no_offers_are_no_step(library, family) -> None:
    assert not accept(library, [])
    actions.rename(library, library.people.list()[0].id, "Anna")
    assert len(library.history.entries()) == 1
