"""Who fits what is typed, and whom Enter may take."""

import pytest

from photoorg.library import Person
from photoorg.ui.models.known_names import KnownNames, name_of

ANNA = Person(1, "Anna Berg", 9, None, hidden=False)
HANNAH = Person(2, "Hannah", 20, None, hidden=False)
BERG = Person(3, "Zoë Anders", 2, None, hidden=True)
NOBODY = Person(4, None, 7, None, hidden=False)
KNOWN = KnownNames([HANNAH, ANNA, BERG, NOBODY])


@pytest.mark.parametrize(
    ("typed", "names", "ready", "exact"),
    [
        ("an", ["Anna Berg", "Zoë Anders", "Hannah"], True, False),
        ("BERG", ["Anna Berg"], True, False),
        ("zoe", ["Zoë Anders"], True, False),
        ("nna", ["Hannah", "Anna Berg"], False, False),
        ("hannah", ["Hannah"], False, True),
        ("nobody", [], False, False),
        ("", ["Hannah", "Anna Berg", "Zoë Anders"], False, False),
    ],
)
def test_the_best_comes_first(typed: str, names: list[str], ready: bool, exact: bool) -> None:
    found = KNOWN.matching(typed)
    assert [name_of(one) for one in found.people] == names
    assert (found.ready, found.exact) == (ready, exact)


def test_somebody_can_be_left_out_and_only_some_be_wanted() -> None:
    assert KNOWN.matching("an", but=1).people == [BERG, HANNAH]
    assert KNOWN.matching("an", most=1).people == [ANNA]


def test_names_alone_are_known_too() -> None:
    assert KnownNames(["Ida", "Ina"]).matching("i").people == ["Ida", "Ina"]


def test_people_change() -> None:
    cora = Person(4, "Cora", 7, None, hidden=False)
    now = KNOWN.replaced({1: None, 4: cora})
    assert now.matching("").people == [cora, HANNAH, BERG]
    assert KNOWN.matching("cora").people == []
