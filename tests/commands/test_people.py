"""Listing and naming people, and what is said of them, as typed in a terminal."""

from pathlib import Path

import pytest

from tests.commands.conftest import Photoorg


def test_people_as_json(photoorg: Photoorg, library: Path) -> None:
    run = photoorg("people", "--library", library, "--json")
    assert run.code == 0
    assert [(p["id"], p["name"], p["count"]) for p in run.json] == [
        (id_, None, 4) for id_ in (1, 2, 3)
    ]
    face = run.json[0]["faces"][0]
    assert set(face) == {"id", "photo", "box", "score", "confirmed", "source"}
    assert face["box"] == [10, 20, 50, 60]
    assert Path(face["photo"]).parent == library.parent / "photos"
    assert (face["confirmed"], face["source"]) == (False, "machine")
    assert run.json[0]["hidden"] is False
    assert [len(person["faces"]) for person in run.json] == [4, 4, 4]


def test_people_as_a_table(photoorg: Photoorg, library: Path) -> None:
    assert photoorg("rename", 2, "Ännchen", "--library", library).code == 0
    lines = photoorg("--library", library, "people").out.splitlines()
    assert lines[0].split() == ["ID", "FACES", "NAME"]
    assert lines[1].split() == ["2", "4", "Ännchen"]
    assert len(lines) == 4


def test_people_tell_their_standing(photoorg: Photoorg, library: Path) -> None:
    listed = photoorg("people", "--library", library, "--json").json
    assert [person["standing"] for person in listed] == ["person"] * 3
    faces = [face["id"] for face in listed[0]["faces"]]
    photoorg("do-not-know", *faces, "--library", library)
    listed = photoorg("people", "--library", library, "--json").json
    assert [(person["id"], person["standing"]) for person in listed] == [
        (2, "person"),
        (3, "person"),
        (1, "stranger"),
    ]
    lines = photoorg("people", "--library", library).out.splitlines()
    assert lines[-1].split() == ["1", "4", "-", "stranger"]
    photoorg("real-face", *faces, "--library", library)
    assert photoorg("people", "--library", library, "--json").json[0]["id"] == 1


def test_hidden_people_only_when_asked_for(photoorg: Photoorg, library: Path) -> None:
    run = photoorg("hide", 1, 3, 1, "--library", library, "--json")
    assert run.json == {"people": [1, 3], "hidden": True}
    assert len(photoorg("people", "--library", library, "--json").json) == 1
    people = photoorg("people", "--all", "--library", library, "--json").json
    assert [person["hidden"] for person in people] == [True, False, True]
    assert photoorg("show", 1, "--library", library).out == "1 is shown.\n"
    assert len(photoorg("people", "--library", library, "--json").json) == 2


def test_a_name_is_taken_away(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    run = photoorg("unname", "Ben", "--library", library, "--json")
    assert run.json == {"person": 2, "name": "Ben"}
    assert photoorg("unname", 2, "--library", library).code == 2
    people = photoorg("people", "--library", library, "--json").json
    assert [(p["id"], p["name"]) for p in people] == [(1, None), (2, None), (3, None)]


def test_people_without_photos_are_deleted(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    refused = photoorg("delete-person", "Ben", "--library", library)
    assert refused.code == 2
    assert "Ben is in 4 photos" in refused.err
    faces = photoorg("people", "--library", library, "--json").json[0]["faces"]
    photoorg("not-a-face", *(face["id"] for face in faces), "--library", library)
    run = photoorg("delete-person", "Ben", "--library", library)
    assert run.out == "Ben is deleted; `photoorg undo` brings them back.\n"
    people = photoorg("people", "--library", library, "--json").json
    assert [p["id"] for p in people] == [1, 3]


def test_different_people_are_kept_apart(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    run = photoorg("different", 1, "Ben", "--library", library, "--json")
    assert run.json == {"people": [1, 2]}
    assert photoorg("different", "Ben", 2, "--library", library).code == 2
    (answer,) = [
        one
        for one in photoorg("answers", "--library", library, "--json").json
        if one["kind"] == "different"
    ]
    assert (len(answer["faces"]), len(answer["others"])) == (4, 4)


def test_cover(photoorg: Photoorg, library: Path) -> None:
    face = photoorg("people", "--library", library, "--json").json[0]["faces"][3]["id"]
    run = photoorg("cover", 1, face, "--library", library, "--json")
    assert run.json == {"person": 1, "face": face}
    assert photoorg("cover", 2, face, "--library", library).code == 2


def test_rename_by_id_and_by_name(photoorg: Photoorg, library: Path) -> None:
    assert photoorg("rename", 1, "Anna", "--library", library).out == "1 is Anna now.\n"
    assert photoorg("rename", "anna", "Anne", "--library", library).code == 0
    people = photoorg("people", "--library", library, "--json").json
    assert (people[0]["name"], people[0]["id"]) == ("Anne", 1)
    assert {face["source"] for face in people[0]["faces"]} == {"group"}
    assert not any(face["confirmed"] for face in people[0]["faces"])


def test_a_name_that_exists_is_no_silent_merge(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("rename", 3, "ANNA", "--library", library)
    assert run.code == 2
    assert "photoorg merge 1 3" in run.err
    assert run.out == ""
    assert photoorg("rename", 3, "Anna", "--keep-both", "--library", library).code == 0
    assert photoorg("rename", "Anna", "Anne", "--library", library).code == 2
    assert photoorg("rename", 1, "Anna", "--keep-both", "--library", library).code == 0


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("rename", "99", "Anna"), "no person 99"),
        (("rename", "Nobody", "Anna"), "no person “Nobody”"),
        (("rename", "1", "   "), "at least one letter"),
        (("merge", "1", "77"), "no person 77"),
        (("merge", "1", "1"), "at least two"),
        (("unassign", "4711"), "no face 4711"),
        (("unassign", "1", "-4"), "no face -4"),
        (("confirm", "9223372036854775808"), "no face 9223372036854775808"),
        (("confirm", "9" * 5000), "no face 999"),
        (("assign", "1", "anna.jpg"), "no face anna.jpg"),
        (("assign", "77", "1"), "no person 77"),
        (("rename", "-1", "Anna"), "no person -1"),
        (("rename", "9" * 5000, "Anna"), "no person 999"),
        (("split", "1", "--name", " "), "at least one letter"),
        (("different", "1", "1"), "Choose two people"),
        (("hide", "1", "77"), "no person 77"),
        (("cover", "1", "4711"), "no face 4711"),
        (("not-a-face", "4711"), "no face 4711"),
        (("do-not-know", "4711"), "no face 4711"),
        (("merges", "77"), "no person 77"),
        (("unmerge", "1", "5"), "no merge 5"),
        (("unmerge", "1", "x"), "no merge “x”"),
        (("remove-folder", "77"), "no folder of this library"),
        (("remove-folder", "/"), "no folder of this library"),
        (("undo", "--to", "5"), "no step 5"),
        (("undo", "--to", "x"), "no step x"),
        (("forget-faces", "77", "--yes"), "no person 77"),
    ],
)
def test_what_does_not_exist_is_a_sentence(
    photoorg: Photoorg, library: Path, command: tuple[str, ...], sentence: str
) -> None:
    run = photoorg(*command, "--library", library)
    assert run.code == 2
    assert sentence in run.err
    assert len(run.err.splitlines()) == 1
    assert run.out == ""
    assert photoorg("history", "--json", "--library", library).json == []


def test_there_is_no_library_yet(photoorg: Photoorg, tmp_path: Path) -> None:
    run = photoorg("people", "--library", tmp_path / "none.photoorg", "--json")
    assert run.code == 2
    assert "There is no library" in run.err
    assert run.out == ""
    assert not (tmp_path / "none.photoorg").exists()


def test_what_is_known_of_a_person(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg(
        "person", "Anna", "--born", "2001-05", "--favourite", "yes", "--library", library
    )
    assert run.code == 0
    assert "Born 2001-05\nA favourite" in run.out
    found = photoorg("person", 1, "--born", "unknown", "--library", library, "--json").json
    assert (found["name"], found["faces"], found["born"], found["favourite"]) == (
        *("Anna", 4),
        *(None, True),
    )
    assert (found["years"], found["companions"], found["too_early"]) == ({}, [], [])
    run = photoorg("person", 1, "--notes", "sings\nand dances", "--library", library)
    assert run.out.splitlines()[-2:] == ["sings", "and dances"]
    found = photoorg("person", 1, "--notes", "", "--library", library, "--json").json
    assert found["notes"] is None
    assert photoorg("person", 1, "--born", "soon", "--library", library).code == 2
    assert photoorg("person", 2, "--born", "2001", "--library", library).code == 2
