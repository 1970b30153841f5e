"""What is told of somebody in a terminal."""

from pathlib import Path

import pytest

from tests.commands.conftest import Photoorg


@pytest.fixture
def anna(photoorg: Photoorg, library: Path) -> str:
    photoorg("rename", 1, "Anna", "--library", library)
    return "Anna"


def test_all_that_is_told_at_once_is_one_step(photoorg: Photoorg, library: Path, anna: str) -> None:
    told = ("--born", "2001-02-03", "--favourite", "yes", "--notes", "sings")
    run = photoorg("person", anna, *told, "--library", library, "--json")
    known = run.json["born"], run.json["favourite"], run.json["notes"]
    assert (run.code, known) == (0, ("2001-02-03", True, "sings"))
    steps = photoorg("history", "--library", library, "--json").json
    assert [one["label"] for one in steps] == ["Tell more about Anna", "Name Anna"]
    photoorg("undo", "--library", library)
    run = photoorg("person", anna, "--library", library, "--json")
    assert (run.json["born"], run.json["favourite"], run.json["notes"]) == (None, False, None)


def test_what_is_told_alone_has_a_name_of_its_own(
    photoorg: Photoorg, library: Path, anna: str
) -> None:
    assert photoorg("person", anna, "--born", "2001", "--library", library).code == 0
    steps = photoorg("history", "--library", library, "--json").json
    assert steps[0]["label"] == "Tell when Anna was born"


@pytest.mark.parametrize(
    "told",
    [
        ("--born", "1990", "--notes", "x" * 20_001),
        ("--favourite", "yes", "--notes", "x" * 20_001),
        ("--born", "yesterday", "--favourite", "yes"),
    ],
)
def test_nothing_is_told_when_a_part_is_refused(
    photoorg: Photoorg, library: Path, anna: str, told: tuple[str, ...]
) -> None:
    assert photoorg("person", anna, *told, "--library", library).code == 2
    run = photoorg("person", anna, "--library", library, "--json")
    assert (run.json["born"], run.json["favourite"], run.json["notes"]) == (None, False, None)
    assert len(photoorg("history", "--library", library, "--json").json) == 1
