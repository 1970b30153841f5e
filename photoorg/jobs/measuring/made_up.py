"""Libraries of made-up faces, as large as wanted, for those who measure."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.library import Analysis, FileEntry, Library
from photoorg.types import Box, FoundFace

MODEL = "bench"
ENGINE = "bench"


def fill(
    library: Library,
    folder: Path,
    *,
    faces: int,
    people: int,
    biggest: Sequence[int],
    files: Sequence[FileEntry] = (),
    dimension: int = 4,
    model: str = MODEL,
    engine: str = ENGINE,
) -> list[int]:
    """Fill a library with faces in groups and return the ids of the faces.

    Without ``files`` there are half as many photos as faces, in files that do not exist. ``people``
    groups share the faces, the first ones have ``biggest``; what is left are people seen once.
    """
    rng = np.random.default_rng(1)
    if not files:
        places = (folder / f"{n // 250:03}" / f"{n:06}.jpg" for n in range(max(1, faces // 2)))
        files = [FileEntry(str(place), 1, 1) for place in places]
    folder_id = library.folders.add(folder)
    library.intake.register(folder_id, files)
    queue = library.intake.queue(model)
    counts = np.diff(np.linspace(0, faces, len(queue) + 1).astype(int))
    stored = library.pictures.store(
        made_up_analysis(file.id, n, int(count), rng, dimension=dimension, model=model)
        for n, (file, count) in enumerate(zip(queue, counts, strict=True))
    )
    labels = rng.permutation(_labels(faces, people, biggest))
    library.grouping.apply(library.faces.matrix(model), labels, engine=engine, model=model)
    return [face for found in stored for face in found]


def made_up_analysis(
    file_id: int,
    n: int,
    faces: int,
    rng: np.random.Generator,
    *,
    dimension: int = 4,
    model: str = MODEL,
) -> Analysis:
    """Return what the n-th photo might show."""
    year, month = 2000 + n % 25, 1 + n % 12
    quality = rng.random(faces)
    embeddings = rng.standard_normal((faces, dimension), np.float32)
    found = [
        FoundFace(
            Box(100.0 * face, 50, 80, 80),
            np.zeros((5, 2), np.float32),
            0.9,
            float(quality[face]),
            embeddings[face],
        )
        for face in range(faces)
    ]
    return Analysis(file_id, str(n), 4000, 3000, f"{year}-{month:02}-01T12:00:00", model, found)


def _labels(faces: int, people: int, biggest: Sequence[int]) -> NDArray[np.int64]:
    """Return ``(faces,)`` labels: the biggest groups, others of two or more, lone faces (-1)."""
    labels = np.full(faces, -1, dtype=np.int64)
    big = np.repeat(np.arange(len(biggest)), biggest)[:faces]
    labels[: len(big)] = big
    shared = max(0, int(0.6 * (faces - len(big))))
    small = max(1, people - len(biggest))
    labels[len(big) : len(big) + shared] = len(biggest) + np.arange(shared) % small
    return labels
