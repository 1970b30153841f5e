"""Questions and answers as typed in a terminal."""

from pathlib import Path

import pytest

from tests.commands.conftest import Photoorg
from tests.review.asked import asked_library
from tests.review.test_questions import GROUPS, LIKELY


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    path = tmp_path / "asked.photoorg"
    with asked_library(path, GROUPS, LIKELY):
        return path


def test_questions_are_answered_to_the_end(photoorg: Photoorg, asked: Path) -> None:
    found = photoorg("review", "--library", asked, "--json").json
    assert [one["kind"] for one in found] == ["same"] * 3
    assert set(found[0]) == {
        *("id", "kind", "person", "name", "other", "faces", "other_faces"),
        *("probability", "settles"),
    }
    assert found[0]["faces"] == [6, 7, 8]
    run = photoorg("answer", found[0]["id"], "yes", "--person", "Anna", "--library", asked)
    assert (run.code, run.out.endswith("one person? Yes.\n")) == (0, True)
    again = photoorg("answer", found[0]["id"], "yes", "--library", asked)
    assert again.code == 2
    assert "any more" in again.err
    while found := photoorg("review", "--library", asked, "--json").json:
        assert {one["name"] for one in found} == {"Anna"}
        run = photoorg("answer", found[0]["id"], "unsure", "--library", asked, "--json")
        assert run.json == {"id": found[0]["id"], "answer": "unsure"}
    assert photoorg("review", "--library", asked).out == "There is nothing left to ask.\n"


def test_only_some_questions(photoorg: Photoorg, asked: Path) -> None:
    assert len(photoorg("review", "--limit", 1, "--library", asked, "--json").json) == 1
    assert photoorg("review", "--kind", "two", "--library", asked, "--json").json == []
    lines = photoorg("review", "--library", asked).out.splitlines()
    assert lines[0].split() == ["ID", "YES", "QUESTION"]
    assert "Are group 2 (3) and group 1 one person?" in lines[1]


@pytest.mark.parametrize(
    "words",
    [
        ("review", "--limit", "0"),
        ("review", "--kind", "who"),
        ("answer", "x", "perhaps"),
        ("answer", "x", "yes"),
        ("answer", "x", "yes", "--faces", "1,a"),
    ],
)
def test_wrong_use(photoorg: Photoorg, asked: Path, words: tuple[str, ...]) -> None:
    assert photoorg(*words, "--library", asked).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("unsure", "--person", "Ben"),
        ("not-a-face", "--faces", "6"),
        ("yes", "--faces", "6,7"),
    ],
)
def test_what_is_no_part_of_an_answer_is_refused(
    photoorg: Photoorg, asked: Path, words: tuple[str, ...]
) -> None:
    found = photoorg("review", "--library", asked, "--json").json
    run = photoorg("answer", found[0]["id"], *words, "--library", asked)
    assert (run.code, run.out) == (2, "")
    assert photoorg("history", "--library", asked, "--json").json == []
    assert photoorg("review", "--library", asked, "--json").json == found
