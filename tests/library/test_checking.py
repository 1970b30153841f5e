"""A whole library is told whole, and every way to break it is named."""

import sqlite3
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.library.decisions.unmerging import unmerge
from tests.library.conftest import add_photos, group
from tests.library.taking_back import redo_all, undo_all


@pytest.fixture
def lived_in(library: Library, family, person_of) -> Library:
    """A library in which everything was said that can be said, and some of it taken back."""
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.rename(library, one, "Anna")
    actions.rename(library, two, "Ben")
    actions.merge(library, one, [two])
    actions.unassign(library, [family[0][0]])
    actions.confirm(library, [family[1][0]])
    actions.not_a_face(library, [family[2][0]])
    actions.do_not_know(library, [family[2][1]])
    actions.different(library, one, three)
    actions.split(library, [family[1][3]], "Twin")
    unmerge(library, one, library.merges.of(one)[0].id)
    actions.merge(library, one, [two])
    actions.remove_folder(library, library.folders.list()[0].id)
    library.history.undo()
    return library


def sentences(library: Library) -> list[str]:
    return [found.sentence for found in check(library)]


def test_what_was_lived_in_is_whole(lived_in) -> None:
    assert check(lived_in) == []
    undo_all(lived_in, check)
    redo_all(lived_in, check)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE faces SET person_id = 3 WHERE id = 5", "not with whom they were said to be: 5."),
        ("UPDATE faces SET source = 'face' WHERE id = 4", "Who put these faces"),
        ("UPDATE faces SET source = 'group' WHERE id = 2", "Who put these faces"),
        ("UPDATE faces SET source = 'machine' WHERE id = 4", "Who put these faces"),
        ("UPDATE faces SET dismissed = 1 WHERE id = 4", "no faces and are shown"),
        ("UPDATE faces SET dismissed = 0 WHERE id = 3", "no faces and are shown"),
        ("UPDATE faces SET person_id = NULL WHERE id = 4", "not there: 4."),
        ("UPDATE faces SET person_id = 2 WHERE id = 9", "merged into another"),
        ("DELETE FROM answers WHERE kind = 'different'", "ended by others"),
        ("UPDATE people SET merged_into = 2 WHERE id = 1", "in a circle: 1, 2."),
        ("UPDATE people SET name = NULL WHERE id = 1", "cannot be found by any: 2."),
        ("UPDATE photos SET away = 1 WHERE id = 2", "These photos are shown"),
        ("UPDATE faces SET away = 1 WHERE id = 4", "their photos are away"),
        ("UPDATE files SET photo_id = NULL WHERE id = 2", "lead to no photo: 2."),
        ("DELETE FROM contents WHERE photo_id = 3", "is not remembered: 3."),
        ("UPDATE embeddings SET vector = x'00' WHERE face_id = 1", "models: tiny-0123."),
        ("UPDATE faces SET forgotten = 1 WHERE id = 6", "to be forgotten and are not: 6."),
        ("DELETE FROM photos WHERE id = 1", "are about photos that are not there"),
        ("UPDATE edits SET changes = x'00' WHERE id = 2", "The step 2 (Name Ben) cannot be read"),
        ("UPDATE faces SET person_id = 1 WHERE person_id = 3", "Anna (1) holds faces that were"),
    ],
)
def test_every_damage_is_named(lived_in, damage: str, sentence: str) -> None:
    connection = sqlite3.connect(lived_in.path, isolation_level=None)  # without foreign keys
    connection.execute(damage)
    connection.close()
    assert sentence in " ".join(sentences(lived_in))
    assert not any(found.harmless for found in check(lived_in))


def test_many_are_counted(library, tmp_path) -> None:
    add_photos(library, tmp_path / "photos", [3] * 5)
    library.connection.execute("UPDATE faces SET source = 'group'")
    assert sentences(library)[0].endswith("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 5 more.")


def test_a_damaged_page_is_named_not_raised(tmp_path: Path) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        photos = add_photos(library, tmp_path / "photos", [3] * 200)
        group(library, [[face for photo in photos for face in photo]])
        page = library.connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'faces'")
        size = library.connection.value("PRAGMA page_size")
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with Library.open(path) as library:
        assert any("damaged" in sentence for sentence in sentences(library))


def test_thumbnails_are_no_harm(library) -> None:
    library.thumbnails.path.write_bytes(b"rubbish" * 1000)
    (found,) = check(library)
    assert found.harmless
    assert "made anew" in found.sentence


def test_checking_only_reads(lived_in) -> None:
    before = lived_in.connection.value("PRAGMA data_version"), lived_in.path.stat().st_mtime_ns
    check(lived_in)
    assert not lived_in.connection.db.conn.in_transaction
    after = lived_in.connection.value("PRAGMA data_version"), lived_in.path.stat().st_mtime_ns
    assert before == after
