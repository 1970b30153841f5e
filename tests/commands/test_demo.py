"""The demonstration in a terminal: made, listed, used again, removed."""

from photoorg.jobs.demonstration_place import (
    demonstration_library,
    demonstration_place,
    is_demonstration,
)
from photoorg.library import Library, Standing
from photoorg.settings import default_library
from tests.commands.conftest import Photoorg


def test_the_demonstration_comes_and_goes(photoorg: Photoorg) -> None:
    run = photoorg("demo", "--json")
    assert run.code == 0
    assert 20 <= run.json["photos"] <= 30
    counts = [person["count"] for person in run.json["people"]]
    # Eight people, each in several pictures; what is no face is not among them.
    with Library.open(demonstration_library()) as library:
        people = library.people.list()
    known = [person.count for person in people if person.standing is Standing.PERSON]
    assert len(known) == 8
    assert min(known) >= 4
    assert not default_library().exists()
    assert (
        photoorg(
            "rename", counts.index(max(counts)) + 1, "Ross", "--library", demonstration_library()
        ).code
        == 0
    )
    again = photoorg("demo")
    assert "0 files read" in again.out
    assert "Ross" in again.out
    assert "photoorg demo --remove" in again.err
    with Library.open(demonstration_library()) as library, library.exclusive("window"):
        busy = photoorg("demo", "--remove")
        assert (busy.code, busy.out) == (2, "")
        assert "open with this library" in busy.err
    assert photoorg("demo", "--remove").out == "The demonstration is removed.\n"
    assert not demonstration_place().exists()
    assert photoorg("demo", "--remove").out == "There is no demonstration.\n"


def test_only_its_own_library_is_the_demonstration() -> None:
    assert is_demonstration(demonstration_library())
    assert not is_demonstration(default_library())
