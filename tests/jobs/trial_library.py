"""Libraries as a scan leaves them, made without photos or networks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from photoorg.library import Analysis, FileEntry, Library
from photoorg.types import Box, FoundFace

MODEL = "trial-0123456789ab"


@contextmanager
def trial_library(
    path: Path, *, people: int, faces: int, grouped: bool = False
) -> Iterator[Library]:
    """Make a library with so many people and faces of each, one face a photo.

    Photo ``n`` (``0000.jpg`` is 0) shows person ``n % people``; the photos do not exist.
    """
    with Library.open(path) as library:
        add_faces(library, people=people, faces=faces)
        if grouped:
            matrix = library.faces.matrix(MODEL)
            labels = np.arange(people * faces) % people
            library.grouping.apply(matrix, labels, engine="the truth", model=MODEL)
        yield library


def add_faces(library: Library, *, people: int, faces: int, seed: int = 3) -> set[int]:
    """Add faces of people, others for every seed, from photos not there yet; return their ids."""
    centres = np.random.default_rng(seed).normal(size=(people, 64))
    first = library.photos.count()
    rng = np.random.default_rng(first + 3)
    folder = library.path.parent / "photos"
    folder_id = library.folders.add(folder)
    numbers = range(first, first + people * faces)
    library.intake.register(folder_id, [FileEntry(folder / f"{n:04}.jpg", 1, 1) for n in numbers])
    added: set[int] = set()
    with library.write():
        for n, photo in zip(numbers, library.intake.queue(MODEL), strict=True):
            embedding = centres[(n - first) % people] + 0.3 * rng.normal(size=64)
            face = FoundFace(
                box=Box(10, 20, 50, 60),
                landmarks=np.zeros((5, 2), np.float32),
                score=0.9,
                quality=float(rng.uniform(0.6, 1.0)),
                embedding=embedding.astype(np.float32),
            )
            analysis = Analysis(photo.id, f"hash {n}", 100, 100, None, MODEL, [face])
            ((face_id,),) = library.pictures.store([analysis])
            added.add(face_id)
    return added
