"""How surely faces are found whichever way up a photo lies, as a measure of fitted numbers.

Photos that say which side is up are put on their sides and on their heads and no longer say it.
Each photo is a part; a face counts as much as its embedding is like that of the upright photo.
What may be a thing there does not count: no detector has to find it otherwise.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.clustering.engine import unit_rows
from photoorg.errors import DataError
from photoorg.media.images import Picture
from photoorg.training.numbers.edited_photos import analyzer_of_the_program, some_pictures
from photoorg.training.numbers.search import Scores
from photoorg.types import FloatArray

MOST = 60
"""Photos that are taken from all over what is given."""

SURE = 0.7
"""What scores less in an upright photo may be a thing."""


def faces_of_turned_photos(data: Sequence[Path]) -> Scores:
    """Return how well faces are found in photos of some folders; raises DataError, ModelError."""
    analyzer = analyzer_of_the_program()
    known = [
        (picture, rows)
        for picture, _ in some_pictures(data, MOST)
        if len(rows := _embeddings(picture, analyzer, SURE))
    ]
    if not known:
        raise DataError(f"{data[0]} holds no photos with faces; give folders of photos.")

    def scores() -> NDArray[np.float64]:
        return np.array(
            [
                np.mean([_found(_turned(picture, turns), rows, analyzer) for turns in range(4)])
                for picture, rows in known
            ]
        )

    return scores


def _found(picture: Picture, rows: FloatArray, analyzer: FaceAnalyzer) -> float:
    """Return how alike the faces ``rows (m, d)`` are on average to those that are found."""
    found = _embeddings(picture, analyzer)
    return float((rows @ found.T).max(axis=1).mean()) if len(found) else 0.0


def _embeddings(picture: Picture, analyzer: FaceAnalyzer, least: float = 0.0) -> FloatArray:
    faces = [face for face in analyzer.detect(picture) if face.score >= least]
    embeddings = analyzer.embed([face.crop for face in faces])
    return unit_rows(embeddings) if faces else embeddings


def _turned(picture: Picture, turns: int) -> Picture:
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, turns))
    height, width = pixels.shape[:2]
    return Picture(pixels, width, height, 1.0, oriented=False)
