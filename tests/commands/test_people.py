"""Listing, naming, merging and taking apart, as typed in a terminal."""

from pathlib import Path

import pytest

from photoorg.library import Library, actions
from tests.commands.conftest import Photoorg


def test_people_as_json(photoorg: Photoorg, library: Path) -> None:
    run = photoorg("people", "--library", library, "--json")
    assert run.code == 0
    assert [(p["id"], p["name"], p["count"]) for p in run.json] == [
        (id_, None, 4) for id_ in (1, 2, 3)
    ]
    face = run.json[0]["faces"][0]
    assert set(face) == {"id", "photo", "box", "score", "confirmed"}
    assert face["box"] == [10, 20, 50, 60]
    assert Path(face["photo"]).parent == library.parent / "photos"
    assert face["confirmed"] is False
    assert [len(person["faces"]) for person in run.json] == [4, 4, 4]


def test_people_as_a_table(photoorg: Photoorg, library: Path) -> None:
    assert photoorg("rename", 2, "Ännchen", "--library", library).code == 0
    lines = photoorg("--library", library, "people").out.splitlines()
    assert lines[0].split() == ["ID", "FACES", "NAME"]
    assert lines[1].split() == ["2", "4", "Ännchen"]
    assert len(lines) == 4


def test_hidden_people_only_when_asked_for(photoorg: Photoorg, library: Path) -> None:
    with Library.open(library) as opened:
        actions.hide(opened, [1])
    assert len(photoorg("people", "--library", library, "--json").json) == 2
    assert len(photoorg("people", "--all", "--library", library, "--json").json) == 3


def test_rename_by_id_and_by_name(photoorg: Photoorg, library: Path) -> None:
    assert photoorg("rename", 1, "Anna", "--library", library).out == "1 is Anna now.\n"
    assert photoorg("rename", "anna", "Anne", "--library", library).code == 0
    people = photoorg("people", "--library", library, "--json").json
    assert (people[0]["name"], people[0]["id"]) == ("Anne", 1)
    assert all(face["confirmed"] for face in people[0]["faces"])


def test_a_name_that_exists_is_no_silent_merge(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("rename", 3, "ANNA", "--library", library)
    assert run.code == 2
    assert "photoorg merge 1 3" in run.err
    assert run.out == ""
    assert photoorg("rename", 3, "Anna", "--keep-both", "--library", library).code == 0
    assert photoorg("rename", "Anna", "Anne", "--library", library).code == 2
    assert photoorg("rename", 1, "Anna", "--keep-both", "--library", library).code == 0


def test_merge(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("merge", "Anna", 2, 3, "--library", library)
    assert run.out == "1 (Anna) has 12 faces now.\n"
    people = photoorg("people", "--library", library, "--json").json
    assert [person["count"] for person in people] == [12]


def test_unassign(photoorg: Photoorg, library: Path) -> None:
    face = photoorg("people", "--library", library, "--json").json[0]["faces"][0]["id"]
    assert photoorg("unassign", face, "--library", library).code == 0
    people = photoorg("people", "--library", library, "--json").json
    assert sorted(person["count"] for person in people) == [1, 3, 4, 4]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("rename", "99", "Anna"), "no person 99"),
        (("rename", "Nobody", "Anna"), "no person “Nobody”"),
        (("rename", "1", "   "), "at least one letter"),
        (("merge", "1", "77"), "no person 77"),
        (("merge", "1", "1"), "at least two"),
        (("unassign", "4711"), "no face 4711"),
    ],
)
def test_what_does_not_exist_is_a_sentence(
    photoorg: Photoorg, library: Path, command: tuple[str, ...], sentence: str
) -> None:
    run = photoorg(*command, "--library", library)
    assert run.code == 2
    assert sentence in run.err
    assert run.out == ""
    assert "Traceback" not in run.err
    assert photoorg("history", "--json", "--library", library).json == []


def test_there_is_no_library_yet(photoorg: Photoorg, tmp_path: Path) -> None:
    run = photoorg("people", "--library", tmp_path / "none.photoorg", "--json")
    assert run.code == 2
    assert "There is no library" in run.err
    assert run.out == ""
    assert not (tmp_path / "none.photoorg").exists()
