"""What was kept in English is found again and told in another language."""

import json
from pathlib import Path

import pytest

from photoorg.ui.retelling import Retelling

ENGLISH = {
    "Undo": "",
    "a group": "",
    "Merge {n} groups into {into}": "",
    "Merge {person} into {into}": "",
    "Remove {n} faces from {person}": "Remove a face from {person}",
    "The download of {name} failed: {error}": "",
    "the file is cut off": "",
    "{place} of {all}": "",
    "{name} cannot be read; try again": "",
}
GERMAN = {
    "Undo": "Rückgängig",
    "a group": "eine Gruppe",
    "Merge {n} groups into {into}": "{n} Gruppen mit {into} vereinen",
    "Merge {person} into {into}": "{person} mit {into} vereinen",
    "Remove {n} faces from {person}": "{n}x von {person}",
    "The download of {name} failed: {error}": "{name} fehlgeschlagen: {error}",
    "the file is cut off": "abgeschnitten",
    "{place} of {all}": "{place} von {all}",
    "{name} cannot be read; try again": "{name} ist nicht lesbar",
}


@pytest.fixture
def retelling(tmp_path: Path) -> Retelling:
    file = tmp_path / "english.json"
    file.write_text(json.dumps(ENGLISH), encoding="utf-8")
    return Retelling(file, lambda text, n: GERMAN.get(text))


@pytest.mark.parametrize(
    ("kept", "retold"),
    [
        ("Undo", "Rückgängig"),
        ("Merge Anna into Ben", "Anna mit Ben vereinen"),
        ("Merge 1,200 groups into Ben", "1,200 Gruppen mit Ben vereinen"),
        ("Merge a group into Ben", "Eine Gruppe mit Ben vereinen"),
        ("Merge a group of friends into Ben", "a group of friends mit Ben vereinen"),
        ("Remove a face from Undo", "1x von Undo"),
        ("Remove 3 faces from Anna", "3x von Anna"),
        ("The download of x failed: the file is cut off", "x fehlgeschlagen: abgeschnitten"),
        ("a.jpg cannot be read; try again", "a.jpg ist nicht lesbar"),
        ("House of Cards", "House of Cards"),
        ("something of a version to come", "something of a version to come"),
        ("Merge {n} into {into}", "{n} mit {into} vereinen"),
        ("", ""),
    ],
)
def test_a_kept_text_is_told_anew(retelling: Retelling, kept: str, retold: str) -> None:
    assert retelling.retold(kept) == retold


def test_what_has_no_translation_yet_stays_english(tmp_path: Path) -> None:
    file = tmp_path / "english.json"
    file.write_text(json.dumps(ENGLISH), encoding="utf-8")
    silent = Retelling(file, lambda text, n: None)
    for kept in ("Undo", "Merge a group into Ben", "nothing"):
        assert silent.retold(kept) == kept
