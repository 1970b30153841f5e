"""Videos in a library, as a scan leaves them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.videos.values import Film, Span
from photoorg.types import Box, FoundFace
from tests.ui.crowd import thumbnail

Time = tuple[float, float]


def add_film(
    library: Library,
    path: Path,
    times: Sequence[Time],
    model: str,
    *,
    taken: str | None = "2019-07-14T10:30:00",
    seconds: float = 90.0,
    size: int = 64,
) -> tuple[int, list[int]]:
    """Add a video in which somebody is seen at each of these times; return it and its faces.

    Each of them is in no group yet; their embeddings have ``size`` values.
    """
    library.intake.register(library.folders.add(path.parent), [FileEntry(path, 1, 1)])
    file = library.intake.known(path.parent)[path].file_id
    faces = [
        FoundFace(
            Box(100.0 * n, 1, 40, 40),
            np.zeros((5, 2), np.float32),
            0.9,
            0.8,
            np.ones(size, np.float32),
        )
        for n in range(len(times))
    ]
    spans = [Span(begin, end, begin, int(end - begin) + 1, 0.9) for begin, end in times]
    ids = library.videos.store(
        Analysis(file, f"film {path.name}", 640, 360, taken, model, faces, kept={}),
        Film(seconds, spans),
    )
    video = library.pictures.photo_of(file)
    assert video is not None
    library.keep_thumbnails({video: thumbnail()}, dict.fromkeys(ids, thumbnail()))
    return video, ids
