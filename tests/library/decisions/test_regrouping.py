"""Groups put otherwise by the machine, as the user asked: nobody's word is touched."""

import pytest

from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.library.decisions.regrouping import regroup
from photoorg.library.values import Standing
from tests.library.conftest import decided


@pytest.fixture
def people(family, person_of) -> list[int]:
    return [person_of(group[0]) for group in family]


def test_groups_join_and_part_in_one_step(library, family, people) -> None:
    before = decided(library)
    parts = [(people[2], family[2][:1]), (people[2], family[2][1:2])]
    regroup(library, "Other groups", [(people[0], [people[1]])], parts)
    assert library.people.get(people[0]).count == 8
    assert not library.people.exists(people[1])
    assert library.people.get(people[2]).count == 2
    assert len({library.faces.get(face).person_id for face in family[2]}) == 3
    assert library.ledger.answers() == []
    assert [edit.label for edit in library.history.entries()] == ["Other groups"]
    after = decided(library)
    library.history.undo()
    assert decided(library) == before
    library.history.redo()
    assert decided(library) == after
    assert check(library) == []


def test_named_hidden_and_confirmed_are_left_alone(library, family, people) -> None:
    actions.rename(library, people[0], "Anna")
    actions.hide(library, [people[1]])
    actions.confirm(library, family[2][:1])
    steps = len(library.history.entries())
    joins = [(people[0], [people[2]]), (people[2], [people[0], people[1], 99])]
    regroup(library, "Other groups", joins, [(people[0], family[0][:2]), (99, family[0][:1])])
    regroup(library, "Other groups", [], [(people[2], [*family[2][:1], 999])])
    assert len(library.history.entries()) == steps
    assert [library.people.get(person).count for person in people] == [4, 4, 4]


def test_answers_that_keep_faces_apart_stand(library, family, people) -> None:
    actions.different(library, people[0], people[1])
    regroup(library, "Other groups", [(people[0], [people[1]])], [])
    there = {library.faces.get(face).person_id for face in family[0]}
    assert there.isdisjoint(library.faces.get(face).person_id for face in family[1])
    assert check(library) == []


def test_a_part_is_judged_as_its_group_was(library, family, people) -> None:
    library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, 'stranger', 0.9, NULL)", (people[0],)
    )
    regroup(library, "Other groups", [], [(people[0], family[0][:2])])
    part = library.faces.get(family[0][0]).person_id
    assert library.people.get(part).standing is Standing.STRANGER
