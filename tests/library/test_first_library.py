"""A library of version 0.1.0 is taken over whole; its steps are undone as they were there."""

import json
import shutil
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from photoorg.library import Library
from tests.library.conftest import decided

HERE = Path(__file__).parent


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a copy of the library that version 0.1.0 has made."""
    return Path(shutil.copy(HERE / "first.photoorg", tmp_path))


def test_every_step_of_the_first_version_is_undone_and_redone_as_there(first: Path) -> None:
    shown = json.loads((HERE / "first.photoorg.json").read_text())
    same_as_in_the_first_version(first, shown)


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
    assert library.ledger.suspects() == []
    before = decided(library)
    library.ledger.project("(SELECT id FROM faces)")
    assert decided(library) == before
    return before
