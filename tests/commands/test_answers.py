"""What was said, listed; and the library checked, in a terminal."""

import sqlite3
from pathlib import Path

from photoorg.library import Library
from tests.commands.conftest import Photoorg


def test_standing_answers_name_the_faces_of_which_they_are_true(
    photoorg: Photoorg, library: Path
) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    faces = sorted(
        face["id"] for face in photoorg("people", "--library", library, "--json").json[0]["faces"]
    )
    photoorg("assign", 2, faces[0], "--library", library)
    same, there, said = photoorg("answers", "--library", library, "--json").json
    keys = {"id", "kind", "person", "faces", "others", "ended", "by", "made_at", "standing"}
    assert set(same) == keys
    assert (same["kind"], same["person"], same["standing"]) == ("same", 1, True)
    assert (same["faces"], same["ended"]) == (faces[1:], faces[:1])
    assert (there["kind"], said["kind"]) == ("same", "is")
    photoorg("merge", 3, 1, "--library", library)
    people = {one["person"] for one in photoorg("answers", "--library", library, "--json").json}
    assert people == {2, 3}, "1 is 3 now"
    assert "same" in photoorg("answers", "--library", library).out


def test_check(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("check", "--library", library, "--json")
    assert (run.code, run.json) == (0, {"ok": True, "problems": [], "notes": []})
    assert photoorg("check", "--library", library).out.startswith("The library is whole")
    with Library.open(library) as opened:
        opened.thumbnails.path.write_bytes(b"rubbish" * 100)
    run = photoorg("check", "--library", library)
    assert run.code == 0
    assert "made anew" in run.err
    with Library.open(library) as opened:
        opened.connection.execute("UPDATE faces SET person_id = 2 WHERE person_id = 1")
    run = photoorg("check", "--library", library, "--json")
    assert run.code == 1
    assert run.json["ok"] is False
    assert "not with whom they were said to be" in run.json["problems"][0]


def test_a_damaged_file_is_a_finding(photoorg: Photoorg, library: Path) -> None:
    with Library.open(library) as opened:
        opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = opened.connection.value("PRAGMA page_size")
    connection = sqlite3.connect(library)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'faces'"
    ).fetchone()
    connection.close()
    with library.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    run = photoorg("check", "--library", library, "--json")
    assert run.code == 1
    assert "damaged" in " ".join(run.json["problems"])
    run = photoorg("check", "--library", library.parent / "none.photoorg")
    assert (run.code, run.out) == (2, "")
