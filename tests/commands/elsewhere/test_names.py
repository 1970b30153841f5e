"""Names in a list and back: JSON and CSV, in the same library and in another one."""

import json
from pathlib import Path
from typing import Any

import pytest

from photoorg.library import Library
from tests.commands.conftest import Photoorg


def names_of(photoorg: Photoorg, library: Path) -> dict[str, int]:
    people = photoorg("people", "--library", library, "--json").json
    return {person["name"]: len(person["faces"]) for person in people if person["name"]}


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_there_and_back(photoorg: Photoorg, library: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"names.{suffix}"
    photoorg("rename", 1, 'Zoë "Z", Berg', "--library", library)
    photoorg("rename", 2, "=1+1", "--library", library)
    run = photoorg("names", "export", file, "--library", library, "--json")
    assert (run.code, run.json["names"]) == (0, 8)
    again = photoorg("names", "import", file, "--library", library, "--json")
    assert (again.code, again.json["there"], again.json["named"]) == (0, 8, 0)
    for person in ('Zoë "Z", Berg', "=1+1"):
        photoorg("unname", person, "--library", library)
    photoorg("undo", "--to", 0, "--library", library)
    assert names_of(photoorg, library) == {}
    preview = photoorg("names", "import", file, "--preview", "--library", library, "--json")
    assert preview.json["named"] == 8
    assert names_of(photoorg, library) == {}
    assert photoorg("names", "import", file, "--library", library).code == 0
    assert names_of(photoorg, library) == {'Zoë "Z", Berg': 4, "=1+1": 4}
    answers = photoorg("answers", "--library", library, "--json").json
    assert {answer["by"] for answer in answers} == {"list"}
    photoorg("undo", "--library", library)
    assert names_of(photoorg, library) == {}


def test_no_file_is_replaced(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    file.write_text("mine")
    assert photoorg("names", "export", file, "--library", library).code == 2
    assert file.read_text() == "mine"
    assert photoorg("names", "export", tmp_path / "names.txt", "--library", library).code == 2


def test_entries_that_cannot_be_taken_over_are_told(
    photoorg: Photoorg, library: Path, tmp_path: Path
) -> None:
    with Library.open(library) as opened:
        person = opened.people.list()[0]
        photo = opened.photos.get(opened.faces.of_person(person.id)[0].photo_id)
    good: dict[str, Any] = {
        "name": "Anna",
        "photo": str(photo.path),
        "picture_hash": "",
        "content_hash": "",
        "x": 0.8,
        "y": 0.8,
        "width": 0.1,
        "height": 0.15,
        "said": "you",
    }
    rows: list[Any] = [
        good,
        good | {"name": "Ben", "photo": "/elsewhere.jpg"},
        good | {"name": "Carl", "x": "nan"},
        good | {"name": 3},
        good | {"name": "x" * 4000, "x": 0.1},
        good | {"name": "Dora", "said": "machine"},
        {},
        5,
    ]
    file = tmp_path / "names.json"
    file.write_text(json.dumps(rows))
    run = photoorg("names", "import", file, "--library", library, "--json")
    assert run.code == 1
    assert (run.json["drawn"], len(run.json["left"])) == (1, 6)


@pytest.mark.parametrize("text", ["", "{}", "[", "\0", "null", "[" * 100_000])
def test_other_files_are_refused(
    photoorg: Photoorg, library: Path, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "names.json"
    file.write_text(text)
    run = photoorg("names", "import", file, "--library", library)
    assert run.code == 2
    assert "list of names" in run.err


@pytest.fixture
def names(photoorg: Photoorg, library: Path, tmp_path: Path) -> list[Any]:
    """Return eight entries, of Anna and Ben, that are said nowhere in the library any more."""
    file = tmp_path / "exported.json"
    photoorg("rename", 1, "Anna", "--library", library)
    photoorg("rename", 2, "Ben", "--library", library)
    photoorg("names", "export", file, "--library", library)
    photoorg("undo", "--to", 0, "--library", library)
    rows: list[Any] = json.loads(file.read_text())
    return [row for row in rows if row["what"] == "name"]


def test_names_come_with_what_else_was_said_as_one_step(
    photoorg: Photoorg, library: Path, tmp_path: Path, names: list[Any]
) -> None:
    file = tmp_path / "names.json"
    elsewhere = names[0] | {"picture_hash": "x", "content_hash": "y"}
    search = {"what": "search", "name": "both", "text": "anna ben"}
    file.write_text(json.dumps([*names, elsewhere, search]))
    run = photoorg("names", "import", file, "--library", library, "--json")
    told = run.json["named"], run.json["waiting"], len(run.json["left"])
    assert (run.code, told) == (1, (8, 0, 1)), "for a name without an answer nothing waits"
    assert names_of(photoorg, library) == {"Anna": 4, "Ben": 4}
    assert len(photoorg("history", "--library", library, "--json").json) == 1
    journal = library.with_name(f"{library.name}.journal").read_text()
    assert "anna ben" in journal
    assert "Ben" in journal
    run = photoorg("names", "import", file, "--library", library, "--json")
    assert (run.json["named"], run.json["there"]) == (0, 8)
    photoorg("undo", "--library", library)
    assert names_of(photoorg, library) == {}


def test_what_was_said_goes_before_a_name(
    photoorg: Photoorg, library: Path, tmp_path: Path, names: list[Any]
) -> None:
    file = tmp_path / "names.json"
    keys = ("picture_hash", "content_hash", "x", "y", "width", "height")
    said = {"what": "answer", "id": 1, "kind": "is", "person": "carl"}
    rows = [
        *names,
        {"what": "person", "id": "carl", "name": "Carl"},
        said | {key: names[0][key] for key in keys},
    ]
    file.write_text(json.dumps(rows))
    run = photoorg("names", "import", file, "--library", library, "--json")
    assert (run.code, run.json["named"]) == (1, 7)
    assert [one["name"] for one in run.json["left"]] == ["Anna"]
    assert names_of(photoorg, library) == {"Anna": 3, "Ben": 4, "Carl": 1}
