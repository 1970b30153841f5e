"""Photos found in a terminal: by people, date and words."""

from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions
from tests.commands.conftest import Photoorg


@pytest.fixture
def family(library: Path) -> Path:
    """Name the three people, and let the first photo show two of them."""
    with Library.open(library) as opened:
        for id_, name in enumerate(("Anna", "Ben", "Zoë"), 1):
            actions.rename(opened, id_, name)
        execute = opened.connection.execute
        # A photo of Anna gets the face of Ben that the next photo shows.
        execute("UPDATE faces SET photo_id = 1 WHERE id = 2")
        execute("UPDATE photos SET taken_at = '2003-07-14T10:00:00' WHERE id <= 3")
        execute("UPDATE photos SET taken_at = '2004-01-01T00:00:00' WHERE id = 4")
    return library


def found(photoorg: Photoorg, library: Path, *words: str) -> list[int]:
    """Return the numbers of the files that are found."""
    run = photoorg("find", *words, "--library", library, "--json")
    assert run.code == 0, run.err
    assert all(Path(path).parent == library.parent / "photos" for path in run.json)
    return [int(Path(path).stem) for path in run.json]


def test_people_with_or_without_and_only(photoorg: Photoorg, family: Path) -> None:
    assert found(photoorg, family, "--with", "Anna") == [3, 0, 6, 9]
    assert found(photoorg, family, "--with", "Anna", "--with", "ben") == [0]
    assert found(photoorg, family, "--with", "1", "--only") == [3, 6, 9]
    assert found(photoorg, family, "--with", "Anna", "--or", "Ben", "--only") == [
        3,
        0,
        4,
        6,
        7,
        9,
        10,
    ]
    assert found(photoorg, family, "--or", "Ben", "--or", "Anna", "--without", "Ben") == [3, 6, 9]
    assert found(photoorg, family, "--with", "Anna", "--or", "Zoe", "--with", "Ben") == [0]
    assert found(photoorg, family, "--without", "Anna", "--without", "Ben") == [1, 2, 5, 8, 11]


def test_dates_and_words(photoorg: Photoorg, family: Path) -> None:
    assert found(photoorg, family, "--from", "2003", "--to", "2003-07") == [0, 1, 2]
    assert found(photoorg, family, "--from", "2004") == [3]
    assert found(photoorg, family, "--to", "2003-07-14", "--with", "Zoë") == [2]
    assert found(photoorg, family, "--text", "zoe 000") == [2, 5, 8]
    assert found(photoorg, family, "--text", "PHOTOS", "--text", "0011") == [11]
    assert len(found(photoorg, family)) == 12


def test_paths_stand_line_by_line_and_nothing_is_said_aside(
    photoorg: Photoorg, family: Path
) -> None:
    run = photoorg("find", "--with", "Zoe", "--from", "2003", "--library", family)
    assert (run.code, run.out) == (0, f"{family.parent / 'photos' / '0002.jpg'}\n")
    nothing = photoorg("find", "--text", "nowhere", "--library", family)
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No photo was found.\n")
    assert photoorg("find", "--text", "nowhere", "--library", family, "--json").json == []


def test_a_name_of_several_means_any_of_them(photoorg: Photoorg, family: Path) -> None:
    photoorg("rename", 2, "Anna", "--keep-both", "--library", family)
    assert len(found(photoorg, family, "--with", "anna")) == 7
    assert len(found(photoorg, family, "--with", "2")) == 4
    photoorg("rename", 2, "Ana", "--library", family)
    photoorg("rename", 1, "Aná", "--keep-both", "--library", family)
    assert len(found(photoorg, family, "--with", "Ana")) == 4, "as it is written"
    assert len(found(photoorg, family, "--with", "ANÀ")) == 7, "nobody is written so"


def test_hidden_people_are_found_and_who_was_merged_is_not(
    photoorg: Photoorg, family: Path
) -> None:
    photoorg("hide", "Zoë", "--library", family)
    assert len(found(photoorg, family, "--with", "Zoë")) == 4
    assert found(photoorg, family, "--text", "zoe") == []
    photoorg("merge", "Anna", "Ben", "--library", family)
    run = photoorg("find", "--with", "Ben", "--library", family)
    assert run.code == 2
    assert "There is no person “Ben”" in run.err
    assert len(found(photoorg, family, "--with", "Anna")) == 7


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--with", "Anne"], "There is no person “Anne”; did you mean “Anna”?"),
        (["--without", "qqq"], "There is no person “qqq”; `photoorg people --all` lists them."),
        (["--or", "99"], "There is no person “99”"),
        (["--from", "14.7.2003"], "“14.7.2003” is no date; write a year, a month or a day"),
        (["--to", ""], "“” is no date"),
        (["--from", "2004", "--to", "2003"], "2003 lies before 2004"),
        (["--only"], "--only needs to know who may be on the photo: add --with NAME."),
    ],
)
def test_what_cannot_be_looked_for_is_told_in_a_sentence(
    photoorg: Photoorg, family: Path, words: list[str], sentence: str
) -> None:
    run = photoorg("find", *words, "--library", family)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err


def test_words_that_are_no_text_are_no_trouble(photoorg: Photoorg, family: Path) -> None:
    assert found(photoorg, family, "--text", "caf\udce9") == []
    assert photoorg("find", "--with", "caf\udce9", "--library", family).code == 2
