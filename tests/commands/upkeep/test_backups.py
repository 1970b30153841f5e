"""Copies of the library, made and put in its place, in a terminal."""

from pathlib import Path

from tests.commands.conftest import Photoorg


def names(photoorg: Photoorg, library: Path) -> list[str | None]:
    people = photoorg("people", "--library", library, "--json").json
    return [person["name"] for person in people]


def test_a_copy_takes_the_place_of_the_library(
    photoorg: Photoorg, library: Path, tmp_path: Path
) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    copy = tmp_path / "copy.photoorg"
    run = photoorg("backup", copy, "--library", library, "--json")
    assert run.json == {"path": str(copy)}
    assert photoorg("backup", copy, "--library", library).code == 2
    photoorg("rename", 2, "Ben", "--library", library)
    run = photoorg("restore", copy, "--library", library, "--json")
    assert run.json == {"people": 1, "faces": 12}
    assert names(photoorg, library) == ["Anna", None, None]
    (kept,) = tmp_path.glob("trial.photoorg.replaced-*Z")
    assert names(photoorg, kept) == ["Anna", "Ben", None]


def test_a_copy_beside_the_library(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    path = Path(photoorg("backup", "--library", library, "--json").json["path"])
    assert path.parent == library.with_name(f"{library.name}.backups")
    nameless = photoorg("restore", "--library", library)
    assert (nameless.code, nameless.out) == (2, "")
    assert str(path.parent) in nameless.err
    run = photoorg("restore", path, "--library", library)
    assert run.code == 0
    assert "Scan its folders again" in run.err
    assert names(photoorg, library) == ["Anna", None, None]


def test_a_lost_library_comes_back_from_its_journal(photoorg: Photoorg, library: Path) -> None:
    photoorg("rename", 1, "Anna", "--library", library)
    journal = library.with_name(f"{library.name}.journal")
    run = photoorg("restore", "--journal", journal, "--library", library, "--json")
    assert run.json == {"people": 1, "faces": 4, "pending": 0}
    library.unlink()
    run = photoorg("restore", "--journal", journal, "--library", library, "--json")
    assert (run.code, run.json["people"], run.json["pending"]) == (0, 1, 4)
    assert photoorg("check", "--library", library, "--json").json["ok"]
    both = photoorg("restore", library, "--journal", journal, "--library", library)
    assert (both.code, both.out) == (2, "")


def test_what_is_no_copy_is_a_sentence(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("no copy")
    for words in ((other,), ("--journal", other), (tmp_path / "none",), ("--journal", "none")):
        run = photoorg("restore", *words, "--library", library)
        assert (run.code, run.out) == (2, "")
        assert len(run.err.splitlines()) == 1
    assert len(names(photoorg, library)) == 3
