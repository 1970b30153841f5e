"""``photoorg search`` and ``find --saved``."""

from pathlib import Path

import pytest

from tests.commands.conftest import Photoorg


def test_searches_are_saved_found_changed_and_deleted(photoorg: Photoorg, library: Path) -> None:
    def search(*words: str) -> dict[str, str]:
        run = photoorg("search", *words, "--library", library, "--json")
        assert run.code == 0, run.err
        return dict(run.json)

    assert search("list") == {}
    first, *others = photoorg("find", "--library", library, "--json").json
    words = f'"{Path(first).name}"'
    assert search("save", "One", words) == {"One": words}
    saved = ("find", "--saved", "One", "--library", library, "--json")
    assert photoorg(*saved).json == [first]
    assert photoorg(*saved, "--text", Path(others[0]).name).json == []
    assert search("change", "One", "1903") == {"One": "1903"}
    assert photoorg(*saved).json == []
    assert search("rename", "One", "Early") == search("list") == {"Early": "1903"}
    text = photoorg("search", "list", "--library", library).out
    assert text.splitlines()[1].split() == ["Early", "1903"]
    assert search("delete", "Early") == {}
    assert photoorg("search", "list", "--library", library).out == "No saved searches.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("search", "delete", "Nobody"),
        ("search", "change", "Nobody", "x"),
        ("search", "rename", "Nobody", "x"),
        ("find", "--saved", "Nobody"),
    ],
)
def test_one_that_is_not_there_is_told(
    photoorg: Photoorg, library: Path, words: tuple[str, ...]
) -> None:
    run = photoorg(*words, "--library", library)
    assert (run.code, run.out) == (2, "")
    assert "There is no search called “Nobody”." in run.err


def test_a_name_that_is_taken_is_refused(photoorg: Photoorg, library: Path) -> None:
    for _ in range(2):
        run = photoorg("search", "save", "A", "x", "--library", library)
    assert run.code == 2
    assert "There is a search called “A” already" in run.err
