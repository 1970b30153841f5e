"""How well the quality of a face's picture tells what it is worth, as a measure of fitted numbers.

What a picture is worth is how much a recogniser finds the person in it: the cosine with another
photo of the same person. Photos are made smaller, blurred and darker, so that there are good and
bad pictures of every face. Parts are groups of people; the score is the rank correlation
(Spearman) of quality and worth.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from photoorg.analysis.alignment import align
from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.analysis.quality import quality
from photoorg.clustering.engine import unit_rows
from photoorg.errors import DataError, PhotoError
from photoorg.media.images import read_picture
from photoorg.media.names import SUFFIXES
from photoorg.training.numbers.edited_photos import analyzer_of_the_program
from photoorg.training.numbers.search import Scores
from photoorg.types import FloatArray, Pixels

PEOPLE, PARTS = 120, 6
SMALLER = (1.0, 0.5, 0.25, 0.14)
BLURRED = (0.0, 2.0, 4.0)
"""Deviations of the blur, in pixels of the photo before it is made smaller."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A face in a photo, as :func:`photoorg.analysis.quality.quality` is asked about it."""

    side: float
    crop: Pixels
    landmarks: FloatArray


def quality_tells_worth(data: Sequence[Path]) -> Scores:
    """Return the measure for folders of photos named by the person; raises DataError."""
    analyzer = analyzer_of_the_program()
    pairs = [files[:2] for files in photos_of_people(data)][:PEOPLE]
    people = [shown for files in pairs if (shown := _two_photos(files, analyzer))]
    if len(people) < PARTS:
        raise DataError(f"{data[0]} holds too few people with two photos named after them.")
    parts = []
    for part in range(PARTS):
        pictures, worth = [], []
        for good, others in people[part::PARTS]:
            rows = unit_rows(analyzer.embed([good.crop, *(one.crop for one in others)]))
            pictures += others
            worth += (rows[1:] @ rows[0]).tolist()
        parts.append((pictures, worth))

    def scores() -> NDArray[np.float64]:
        return np.array(
            [
                spearmanr([quality(p.side, p.crop, p.landmarks) for p in pictures], worth).statistic
                for pictures, worth in parts
            ]
        )

    return scores


def photos_of_people(data: Sequence[Path]) -> list[list[Path]]:
    """Return the photos in folders of each person with two or more, after whom they are named."""
    people = defaultdict(list)
    for folder in data:
        for file in sorted(folder.rglob("*")):
            if file.suffix.lower() in SUFFIXES:
                people[file.stem.rpartition("_")[0]].append(file)
    return [files for name, files in people.items() if name and len(files) > 1]


def _two_photos(files: Sequence[Path], analyzer: FaceAnalyzer) -> tuple[Shown, list[Shown]] | None:
    """Return a face of the first photo, and versions of that in the second; None without."""
    found = [largest_face(file, analyzer) for file in files]
    if found[0] is None or found[1] is None:
        return None
    (pixels, face), other = found[0], found[1]
    good = Shown(min(face.box.w, face.box.h), align(pixels, face.landmarks), face.landmarks)
    return good, list(versions_of(*other))


def largest_face(file: Path, analyzer: FaceAnalyzer) -> tuple[Pixels, Detected] | None:
    """Return a photo that need not be made smaller and its largest face; None if there is none."""
    try:
        picture = read_picture(file)
    except PhotoError:
        return None
    faces = analyzer.detect(picture)
    if picture.scale != 1 or not faces:
        return None
    return picture.pixels, max(faces, key=lambda face: face.box.w)


def versions_of(pixels: Pixels, face: Detected) -> Iterator[Shown]:
    """Yield a face as it is in worse and worse photos, the first as it is."""
    for smaller in SMALLER:
        for blur in BLURRED:
            worse = cv2.GaussianBlur(pixels, (0, 0), blur) if blur else pixels
            worse = cv2.resize(worse, None, fx=smaller, fy=smaller, interpolation=cv2.INTER_AREA)
            landmarks = face.landmarks * np.float32(smaller)
            side = min(face.box.w, face.box.h) * smaller
            yield Shown(side, align(worse, landmarks), landmarks)
