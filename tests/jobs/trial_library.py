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
    rng = np.random.default_rng(3)
    centres = rng.normal(size=(people, 64))
    folder = path.parent / "photos"
    with Library.open(path) as library:
        folder_id = library.folders.add(folder)
        library.intake.register(
            folder_id,
            [FileEntry(folder / f"{n:04}.jpg", 1, 1) for n in range(people * faces)],
        )
        with library.write():
            for n, photo in enumerate(library.intake.queue(MODEL)):
                embedding = centres[n % people] + 0.3 * rng.normal(size=64)
                face = FoundFace(
                    box=Box(10, 20, 50, 60),
                    landmarks=np.zeros((5, 2), np.float32),
                    score=0.9,
                    quality=float(rng.uniform(0.6, 1.0)),
                    embedding=embedding.astype(np.float32),
                )
                analysis = Analysis(photo.id, f"hash {n}", 100, 100, None, MODEL, [face])
                library.intake.store([analysis])
            if grouped:
                matrix = library.faces.matrix(MODEL)
                labels = np.arange(people * faces) % people
                library.grouping.apply(matrix, labels, made_by="the truth")
        yield library
