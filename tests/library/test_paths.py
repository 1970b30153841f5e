"""Paths as stored text: one-to-one for whatever bytes a path is made of."""

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.library.paths import below, from_text, to_text

PRIVATE = "\U0010ff80\U0010fff4\U0010ffbf\U0010ffff"

characters = st.one_of(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\0").map(str.encode),
    st.sampled_from(PRIVATE).map(str.encode),
    st.integers(0x80, 0xFF).map(lambda byte: bytes([byte])),
    st.binary(min_size=1, max_size=3).map(lambda raw: raw.replace(b"/", b"x").replace(b"\0", b"y")),
)
names = (
    st.lists(characters, min_size=1, max_size=6)
    .map(b"".join)
    .filter(lambda name: name not in (b".", b".."))
)
paths = st.lists(names, max_size=4).map(lambda parts: b"/" + b"/".join(parts))


def stored(raw: bytes) -> str:
    return to_text(Path(os.fsdecode(raw)))


@given(paths)
def test_every_path_comes_back(raw: bytes) -> None:
    assert os.fsencode(from_text(stored(raw))) == raw
    stored(raw).encode()  # SQLite takes it


@given(paths, paths)
def test_two_paths_are_never_stored_alike(one: bytes, other: bytes) -> None:
    assert (stored(one) == stored(other)) == (one == other)


@given(paths, paths)
def test_what_is_below_a_folder_lies_between_its_bounds(folder: bytes, path: bytes) -> None:
    inside = folder.rstrip(b"/") + path.rstrip(b"/") or b"/"
    for candidate in (inside, path, folder):
        text = stored(candidate)
        low, high = below(Path(os.fsdecode(folder)))
        is_below = candidate != folder and candidate.startswith(folder.rstrip(b"/") + b"/")
        assert (low.encode() < text.encode() < high.encode()) == is_below


@pytest.mark.parametrize(
    "text", ["/a/b.jpg", "/Fotos/Zoë.jpg", "/写真/👩‍👩‍👧.jpg", "/\U0010ff7f.jpg"]
)
def test_ordinary_paths_are_stored_as_they_are(text: str) -> None:
    assert to_text(Path(text)) == text
    assert from_text(text) == Path(text)


def test_a_byte_is_stored_as_it_always_was() -> None:
    assert stored(b"/caf\xe9") == "/caf\U0010ffe9"
    assert os.fsencode(from_text("/caf\U0010ffe9")) == b"/caf\xe9"


def test_sqlite_finds_every_name_below_a_folder() -> None:
    raw = [b"/p/\xff.jpg", b"/p/\xff\xff", f"/p/{PRIVATE}".encode(), b"/p/a", b"/p0", b"/p"]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE photos (path TEXT PRIMARY KEY) STRICT")
    database.executemany("INSERT INTO photos VALUES (?)", [(stored(path),) for path in raw])
    found = database.execute(
        "SELECT path FROM photos WHERE path > ? AND path < ?", below(Path("/p"))
    ).fetchall()
    assert {os.fsencode(from_text(text)) for (text,) in found} == set(raw[:4])
    database.close()
