"""Fewer or more groups, in a terminal."""

from pathlib import Path

from tests.commands.conftest import Photoorg
from tests.review.test_granularity import linked_library


def test_a_preview_and_then_the_step(photoorg: Photoorg, tmp_path: Path) -> None:
    library = tmp_path / "l.photoorg"
    with linked_library(library):
        pass
    run = photoorg("granularity", "3", "--preview", "--library", library, "--json")
    assert {key: run.json[key] for key in ("preview", "joined", "divided", "moved")} == {
        "preview": True,
        "joined": 0,
        "divided": 1,
        "moved": 2,
    }
    run = photoorg("granularity", "-1", "--preview", "--library", library)
    assert run.out == "1. 2 faces of 2 with 1\n"
    run = photoorg("granularity", "3", "--part", "1", "--library", library)
    assert run.out == "1. 1 face out of 1\n"
    people = photoorg("people", "--library", library, "--json").json
    assert sorted(person["count"] for person in people) == [1, 1, 2, 3]
    photoorg("undo", "--library", library)
    people = photoorg("people", "--library", library, "--json").json
    assert sorted(person["count"] for person in people) == [1, 2, 4]


def test_what_a_human_said_leaves_when_it_is_asked_for(photoorg: Photoorg, tmp_path: Path) -> None:
    library = tmp_path / "l.photoorg"
    with linked_library(library):
        pass
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("granularity", "3", "Anna", "--library", library)
    assert run.out == "Nothing changes.\n"
    run = photoorg("granularity", "3", "Anna", "--part", "2", "--library", library, "--json")
    assert [change["faces"] for change in run.json["changes"]] == [[4]]
    run = photoorg("granularity", "9", "--library", library)
    assert (run.code, run.out) == (2, "")
    run = photoorg("granularity", "3", "--part", "7", "--library", library)
    assert (run.code, run.out) == (2, "")
