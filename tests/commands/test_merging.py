"""Merging people, and any merge taken back, in a terminal."""

from pathlib import Path

from tests.commands.conftest import Photoorg


def test_merge(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("merge", "Anna", 2, "--library", library)
    assert run.out == "1 (Anna) has 8 faces now.\n"
    run = photoorg("merge", "Anna", 3, "--library", library, "--json")
    assert run.json == {"person": 1, "name": "Anna", "faces": 12}
    people = photoorg("people", "--library", library, "--json").json
    assert [person["count"] for person in people] == [12]


def test_an_earlier_merge_is_taken_back(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    photoorg("rename", 1, "Anna", "--library", library)
    photoorg("merge", "Anna", "Ben", "--library", library)
    photoorg("merge", "Anna", 3, "--library", library)
    merges = photoorg("merges", "Anna", "--library", library, "--json").json
    assert [set(merge) for merge in merges] == [{"id", "person", "name", "faces", "made_at"}] * 2
    assert [(m["person"], m["name"], m["faces"]) for m in merges] == [(3, None, 4), (2, "Ben", 4)]
    assert "Ben" in photoorg("merges", 1, "--library", library).out
    run = photoorg("unmerge", "Anna", merges[1]["id"], "--library", library, "--json")
    assert run.json == {"person": 2, "name": "Ben", "faces": 4}
    people = photoorg("people", "--library", library, "--json").json
    assert {person["name"]: person["count"] for person in people} == {"Anna": 8, "Ben": 4}
    again = photoorg("unmerge", "Anna", merges[1]["id"], "--library", library)
    assert (again.code, again.out) == (2, "")
    assert "taken back already" in again.err
    assert photoorg("check", "--library", library, "--json").json["ok"]
    run = photoorg("unmerge", "Anna", merges[0]["id"], "--library", library)
    assert run.out == "3 (no name yet) is back with 4 faces.\n"
