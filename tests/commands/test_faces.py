"""What is said of single faces in a terminal."""

from pathlib import Path
from typing import Any

from tests.commands.conftest import Photoorg


def people(photoorg: Photoorg, library: Path) -> dict[int, list[int]]:
    listed = photoorg("people", "--library", library, "--json").json
    return {one["id"]: [face["id"] for face in one["faces"]] for one in listed}


def answers(photoorg: Photoorg, library: Path) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = photoorg("answers", "--library", library, "--json").json
    return said


def test_assign(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    face = people(photoorg, library)[1][0]
    run = photoorg("assign", "Ben", face, face, "--library", library, "--json")
    assert run.json == {"person": 2, "faces": [face]}
    assert face in people(photoorg, library)[2]
    assert photoorg("assign", 2, face, "--library", library).out == "2 (Ben) has 5 faces now.\n"
    said = answers(photoorg, library)[-1]
    assert (said["kind"], said["person"], said["faces"]) == ("is", 2, [face])
    assert (said["by"], said["standing"], said["others"]) == ("you", True, [])


def test_confirm(photoorg: Photoorg, library: Path) -> None:
    face = people(photoorg, library)[1][0]
    run = photoorg("confirm", face, "--library", library, "--json")
    assert run.json == {"faces": [{"id": face, "person": 1}]}
    listed = photoorg("people", "--library", library, "--json").json[0]["faces"]
    assert [(f["id"], f["source"]) for f in listed if f["confirmed"]] == [(face, "face")]
    photoorg("not-a-face", face, "--library", library)
    run = photoorg("confirm", face, "--library", library)
    assert (run.code, run.out) == (2, "")


def test_split(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 2, "Ben", "--library", library)
    one, two, *_ = people(photoorg, library)[1]
    made = photoorg("split", one, two, "--name", "Twin", "--library", library, "--json").json
    assert set(people(photoorg, library)[made["person"]]) == {one, two}
    taken = photoorg("split", one, "--name", "ben", "--library", library)
    assert taken.code == 2
    assert f"photoorg assign 2 {one}" in taken.err
    both = ("split", one, "--name", "ben", "--keep-both", "--library", library)
    assert photoorg(*both).out.endswith("(ben) has 1 faces.\n")


def test_unassign(photoorg: Photoorg, library: Path) -> None:
    face = people(photoorg, library)[1][0]
    run = photoorg("unassign", face, "--library", library, "--json")
    ((person, faces),) = [
        (person, faces) for person, faces in people(photoorg, library).items() if face in faces
    ]
    assert run.json == {"faces": [{"id": face, "person": person}]}
    assert faces == [face]
    assert sorted(map(len, people(photoorg, library).values())) == [1, 3, 4, 4]


def test_no_face_and_nobody_known(photoorg: Photoorg, library: Path) -> None:
    one, two, *_ = people(photoorg, library)[1]
    assert photoorg("not-a-face", one, "--library", library, "--json").json == {"faces": [one]}
    assert photoorg("do-not-know", two, "--library", library, "--json").json == {"faces": [two]}
    assert one not in people(photoorg, library)[1]
    assert two in people(photoorg, library)[1]
    kinds = [answer["kind"] for answer in answers(photoorg, library)]
    assert kinds == ["not-a-face", "unknown"]


def test_real_face(photoorg: Photoorg, library: Path) -> None:
    one, two, *_ = people(photoorg, library)[1]
    photoorg("not-a-face", one, "--library", library)
    run = photoorg("real-face", one, two, "--library", library, "--json")
    ((person, _),) = [(p, f) for p, f in people(photoorg, library).items() if one in f]
    assert run.json == {"faces": [{"id": one, "person": person}, {"id": two, "person": 1}]}
    assert answers(photoorg, library)[-1]["kind"] == "face"
    assert photoorg("real-face", two, "--library", library).out == f"{two} is a face, in group 1.\n"
