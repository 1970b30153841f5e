"""A library of made-up faces, and ways to look at all of it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.decisions import actions
from photoorg.library.decisions.changes import JOURNALED
from photoorg.types import Box, FoundFace

MODEL = "tiny-0123"


def found(x: float = 0, quality: float = 0.5, *, seed: int = 0, size: float = 40) -> FoundFace:
    """Return a made-up face at ``x``."""
    generator = np.random.default_rng(seed)
    return FoundFace(
        box=Box(x, 10, size, size),
        landmarks=np.zeros((5, 2), np.float32),
        score=0.9,
        quality=quality,
        embedding=generator.normal(size=8).astype(np.float32),
    )


def analysis(
    file_id: int, faces: Sequence[FoundFace], content: str | None = None, **more: Any
) -> Analysis:
    """Return what an analysis of a file might have found."""
    usual: dict[str, Any] = {"model": MODEL, "width": 640}
    return Analysis(
        file_id=file_id,
        content_hash=content or f"content {file_id}",
        height=480,
        taken_at="2019-07-01T12:00:00",
        faces=list(faces),
        **(usual | more),
    )


def add_photos(library: Library, folder: Path, faces_each: Sequence[int]) -> list[list[int]]:
    """Register a photo for every number in ``faces_each``; return the face ids of each."""
    folder_id = library.folders.add(folder)
    entries = [FileEntry(folder / f"{n:03}.jpg", 100 + n, 7) for n in range(len(faces_each))]
    library.intake.register(folder_id, entries)
    known = library.intake.known(folder)
    return library.pictures.store(
        analysis(
            known[entry.path].file_id,
            [found(50 * f, 0.5 + f / 100, seed=1000 * n + f) for f in range(count)],
        )
        for n, (entry, count) in enumerate(zip(entries, faces_each, strict=True))
    )


def group(library: Library, groups: Sequence[Sequence[int]], **more: Any) -> None:
    """Let the machine put faces into these groups."""
    label_of = {face: n for n, members in enumerate(groups) for face in members}
    matrix = library.faces.matrix(MODEL)
    labels = np.array([label_of[face] for face in matrix.ids.tolist()])
    library.grouping.apply(matrix, labels, engine="test", model=MODEL, **more)


def place_of(library: Library, face_id: int) -> int:
    """Return the file in which a face is."""
    photo = library.faces.get(face_id).photo_id
    sql = "SELECT id FROM files WHERE photo_id = ?"
    return int(library.connection.value(sql, (photo,)))


def kept_apart(library: Library) -> list[tuple[str, list[int], list[int], int | None]]:
    """Return the standing answers that keep faces apart: kind, faces, others, person."""
    return [
        (answer.kind, list(answer.faces), list(answer.others), answer.person_id)
        for answer in library.ledger.answers()
        if answer.standing and answer.kind in ("not", "different")
    ]


def decided(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything a human decides about, to compare before and after."""
    return {
        table: library.connection.rows(f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY id")
        for table, columns in JOURNALED.items()
    }


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "test.photoorg") as opened:
        yield opened


@pytest.fixture
def family(library: Library, tmp_path: Path) -> list[list[int]]:
    """Four photos with three faces each, grouped by place: three groups of four faces."""
    per_photo = add_photos(library, tmp_path / "family", [3, 3, 3, 3])
    groups = [list(members) for members in zip(*per_photo, strict=True)]
    group(library, groups)
    return groups


@pytest.fixture
def person_of(library: Library) -> Callable[[int], int]:
    """Return a function that tells the person of a face."""

    def tell(face_id: int) -> int:
        person_id = library.faces.get(face_id).person_id
        assert person_id is not None
        return person_id

    return tell


@pytest.fixture
def anna(library, family, person_of) -> int:
    """Return Anna, the first group of the family."""
    person: int = person_of(family[0][0])
    actions.rename(library, person, "Anna")
    return person
