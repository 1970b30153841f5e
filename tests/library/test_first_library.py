"""A library of version 0.1.0 is taken over whole; its steps are undone as they were there."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from photoorg.library import Library
from photoorg.library.decisions.unmerging import unmerge
from tests.library.conftest import MODEL, decided

HERE = Path(__file__).parent


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a copy of the library that version 0.1.0 has made."""
    return Path(shutil.copy(HERE / "first.photoorg", tmp_path))


def test_every_step_of_the_first_version_is_undone_and_redone_as_there(first: Path) -> None:
    shown = json.loads((HERE / "first.photoorg.json").read_text())
    same_as_in_the_first_version(first, shown)


def test_what_was_said_stands_in_the_ledger(first: Path) -> None:
    with Library.open(first) as library:
        standing = [a for a in library.ledger.answers() if a.standing]
        names = {person.name: person.id for person in library.people.list(include_hidden=True)}
        merged = {
            merge.name: merge.faces
            for person in library.people.list(include_hidden=True)
            for merge in library.merges.of(person.id)
        }
        source: dict[int, str] = dict(library.connection.rows("SELECT id, source FROM faces"))
    assert Counter(answer.kind for answer in standing) == {
        "same": 7,
        "is": 5,
        "not": 4,
        "different": 3,
        "not-a-face": 3,
    }
    refused = {answer.faces: answer.person_id for answer in standing if answer.kind == "not"}
    assert (names["Dora"], names["Benjamin"]) == (refused[(7,)], refused[(8,)])
    assert merged == {"Twin": 1, None: 4}
    assert (source[1], source[8], source[18]) == ("group", "face", "face")
    assert (source[7], source[12]) == ("machine", "machine")


def test_an_old_merge_is_taken_back(first: Path) -> None:
    with Library.open(first) as library:
        (ben,) = library.people.find_by_name("Benjamin")
        (merge,) = library.merges.of(ben.id)
        unmerge(library, ben.id, merge.id)
        (twin,) = library.people.find_by_name("Twin")
        rows = library.connection.rows("SELECT id FROM faces WHERE person_id = ?", (twin.id,))
        assert rows == [(5,)]


def test_files_photos_and_copies_are_taken_over(first: Path) -> None:
    with Library.open(first) as library:
        photos = {photo.path.relative_to("/photos"): photo for photo in library.photos.list()}
        copies = {str(path): photo.copies for path, photo in photos.items()}
        assert copies == {f"album/{n}.jpg": 2 if n in (3, 5) else 1 for n in range(8) if n != 1} | {
            "late/0.jpg": 1,
            "copies/0.jpg": 1,  # not the same faces
        }
        late = photos[Path("late/0.jpg")].id
        content = "SELECT photo_id FROM contents WHERE content_hash = ?"
        assert library.connection.value(content, (f"content {late}",)) == late
        assert [str(pending.path) for pending in library.intake.queue(MODEL)] == [
            "/photos/album/2.jpg",
            "/photos/album/new.jpg",
        ]
        assert library.photos.problems() == []  # its folder was taken out
        library.history.go_to(22)
        assert [problem.reason for problem in library.photos.problems()] == ["It holds no picture."]
        gone = library.connection.rows("SELECT path FROM files WHERE gone")
        assert gone == [("/photos/album/1.jpg",)]
        assert library.grouping.is_current("test", MODEL)


def test_no_number_is_given_twice(first: Path) -> None:
    numbers = "SELECT name, seq FROM sqlite_sequence"
    with closing(sqlite3.connect(first)) as old:
        used = dict(old.execute(numbers).fetchall())
    with Library.open(first) as library:
        now: dict[str, int] = dict(library.connection.rows(numbers))
        for table in ("folders", "photos", "people", "faces", "edits"):
            assert now[table] >= used[table]
        while library.history.redo():
            pass
        for table in ("answers", "answer_faces"):
            assert now[table] == library.connection.value(f"SELECT max(id) FROM {table}")


def test_a_damaged_step_ends_the_history_there(first: Path, caplog) -> None:
    shown = json.loads((HERE / "first.photoorg.json").read_text())
    with closing(sqlite3.connect(first)) as old, old:
        old.execute("UPDATE edits SET images = x'00' WHERE id IN (14, 27)")
    copies = copied_faces(first)
    with Library.open(first) as library:
        assert [edit.id for edit in library.history.entries()] == [*range(26, 14, -1)]
        for expected in shown["undo"][1:10]:
            library.history.undo()
            _same(library, expected | {"redo": library.history.redo_label}, copies)


@pytest.mark.parametrize("moment", ["_take_over_grouping", "_keep_numbers"])
def test_a_program_killed_in_between_leaves_the_first_library_whole(first: Path, moment) -> None:
    before = _contents(first)
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from photoorg.library import Library\n"
        "from photoorg.library.migrations import second\n"
        f"second.{moment} = lambda _db: os.kill(os.getpid(), signal.SIGKILL)\n"
        "Library.open(Path(sys.argv[1]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(first)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert _contents(first) == before
    copy = first.with_name("first.photoorg.before-2")
    assert _contents(copy) == before
    shown = json.loads((HERE / "first.photoorg.json").read_text())
    same_as_in_the_first_version(first, shown)
    assert _contents(copy) == before


def test_what_a_crash_left_of_a_copy_is_no_copy(first: Path) -> None:
    before = _contents(first)
    copy = first.with_name("first.photoorg.before-2")
    copy.write_bytes(first.read_bytes()[:10_000])
    part = copy.with_name(f"{copy.name}.part")
    part.write_bytes(b"SQLite format 3 and not much more")
    Library.open(first).close()
    assert _contents(copy) == before
    assert not part.exists()


def _contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


def same_as_in_the_first_version(path: Path, shown: dict[str, Any]) -> None:
    """Compare a library with what the first version showed after each undo, or redo, of a copy."""
    copies = copied_faces(path)
    with Library.open(path) as library:
        today = decided(library)
        states = [_same(library, shown["redo"][0], copies)]
        for expected in shown["redo"][1:]:
            assert library.history.redo() is not None
            states.append(_same(library, expected, copies))
        assert library.history.redo() is None
        for _ in shown["redo"][1:]:
            library.history.undo()
        assert decided(library) == today
        for expected in shown["undo"][1:]:
            assert library.history.undo() is not None
            states.insert(0, _same(library, expected, copies))
        assert library.history.undo() is None
        for state in states[1:]:
            library.history.redo()
            # A folder that was added again meanwhile is removed again, as it was there.
            assert decided(library) | {"folders": []} == state | {"folders": []}


def copied_faces(path: Path) -> dict[int, list[int]]:
    """Return the faces that are one face now, by the one that stands for them."""
    first = sqlite3.connect(path)
    photos = defaultdict(list)
    for content, photo in first.execute("SELECT content_hash, id FROM photos ORDER BY id"):
        faces = first.execute(
            "SELECT x, id FROM faces WHERE photo_id = ? ORDER BY x, id", (photo,)
        ).fetchall()
        photos[content, tuple(x for x, _ in faces)].append([id_ for _, id_ in faces])
    first.close()
    return {
        together[0]: list(together)
        for (content, _), alike in photos.items()
        if content is not None
        for together in zip(*alike, strict=True)
    }


def _same(
    library: Library, expected: dict[str, Any], copies: dict[int, list[int]]
) -> dict[str, Any]:
    """Compare the library with what the first version showed; return all that is decided."""
    rows = library.connection.rows
    place = {
        face: (person, source != "machine", bool(dismissed))
        for face, person, source, dismissed in rows(
            "SELECT id, person_id, source, dismissed FROM faces"
        )
    }
    settled, dismissed = set(expected["settled"]), set(expected["dismissed"])
    of = {face: int(id_) for id_, (*_, faces) in expected["people"].items() for face in faces}
    assert place.keys() == copies.keys()
    for face, together in copies.items():
        places = [(of.get(one), one in settled, one in dismissed) for one in together]
        assert place[face] in places, (face, places)
    holders = {person for person, _, _ in place.values()}
    people = {
        id_: (name, hidden, cover)
        for id_, name, hidden, cover in rows(
            "SELECT id, name, hidden, cover_face_id FROM people WHERE merged_into IS NULL"
        )
        if name is not None or id_ in holders
    }
    kept = {one: face for face, together in copies.items() for one in together}
    for id_, (name, hidden, cover, faces) in expected["people"].items():
        if name is None and int(id_) not in holders:
            assert all(len(copies[kept[face]]) > 1 for face in faces)
            continue
        found = people.pop(int(id_))
        assert found[:2] == (name, hidden)
        # Of several copies of the cover one may be with somebody else in the end.
        lone = cover is None or len(copies[kept[cover]]) == 1
        assert found[2] == kept.get(cover) or (found[2] is None and not lone)
    assert people == {}
    away = {face for (face,) in rows("SELECT id FROM faces WHERE away")}
    for face, together in copies.items():
        assert (face in away) == all(one in expected["away"] for one in together)
    assert (library.history.undo_label, library.history.redo_label) == (
        expected["undo"],
        expected["redo"],
    )
    assert rows("PRAGMA foreign_key_check") == []
    assert library.separations.suspects() == []
    before = decided(library)
    library.ledger.project("(SELECT id FROM faces)")
    assert decided(library) == before
    return before
