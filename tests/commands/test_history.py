"""Undo, redo and the history in a terminal."""

from pathlib import Path

from tests.commands.conftest import Photoorg


def names(photoorg: Photoorg, library: Path) -> list[str | None]:
    people = photoorg("people", "--library", library, "--json").json
    return [person["name"] for person in people]


def test_undo_and_redo_walk_through_the_steps(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    photoorg("merge", "Anna", 2, "--library", library)
    assert names(photoorg, library) == ["Anna", None]
    assert photoorg("undo", "--library", library).out.startswith("Undone: Merge")
    assert names(photoorg, library) == ["Anna", None, None]
    assert photoorg("undo", "--library", library).out == "Undone: Name Anna\n"
    assert names(photoorg, library) == [None, None, None]
    assert photoorg("redo", "--library", library).out == "Done again: Name Anna\n"
    assert names(photoorg, library) == ["Anna", None, None]


def test_nothing_to_undo_or_redo(photoorg: Photoorg, library: Path) -> None:
    for command in ("undo", "redo"):
        run = photoorg(command, "--library", library)
        assert (run.code, run.out) == (2, "")
        assert "nothing to" in run.err


def test_history_newest_first(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    photoorg("rename", 2, "Ben", "--library", library)
    photoorg("undo", "--library", library)
    edits = photoorg("history", "--library", library, "--json").json
    assert [(edit["label"], edit["undone"]) for edit in edits] == [
        ("Name Ben", True),
        ("Name Anna", False),
    ]
    lines = photoorg("history", "--library", library).out.splitlines()
    assert "Name Ben" in lines[1]
    assert lines[1].endswith("undone")


def test_going_back_to_a_point(photoorg: Photoorg, library: Path) -> None:
    for person, name in ((1, "Anna"), (2, "Ben"), (3, "Zoe")):
        run = photoorg("rename", person, name, "--library", library, "--json")
        assert run.json == {"person": person, "name": name}
    first, *_ = reversed(photoorg("history", "--library", library, "--json").json)
    run = photoorg("undo", "--to", first["id"], "--library", library, "--json")
    assert [(step["label"], step["undone"]) for step in run.json["steps"]] == [
        ("Name Zoe", True),
        ("Name Ben", True),
    ]
    assert names(photoorg, library) == ["Anna", None, None]
    assert photoorg("undo", "--to", first["id"], "--library", library).code == 2
    assert photoorg("undo", "--to", 0, "--library", library).out == "Undone: Name Anna\n"
    assert photoorg("redo", "--library", library, "--json").json["label"] == "Name Anna"
    assert photoorg("undo", "--library", library, "--json").json["undone"] is True
    assert str(first["id"]) in photoorg("history", "--library", library).out
