"""How well people are grouped of whom there are poor pictures, as a measure of fitted numbers.

Poor pictures are alike, whoever they show, and so may join two people. Of every photo some are made
by making it smaller and blurring it, and the program tells their quality as it does of photos.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.quality import quality
from photoorg.clustering.engine import FaceSet, unit_rows
from photoorg.clustering.registry import load_engine
from photoorg.errors import DataError
from photoorg.training.numbers.edited_photos import analyzer_of_the_program
from photoorg.training.numbers.face_quality import largest_face, photos_of_people, versions_of
from photoorg.training.numbers.parts_of_people import bcubed_of_parts
from photoorg.training.numbers.search import Scores

PEOPLE, PHOTOS = 60, 6
"""Those with most photos, and photos of each."""
POOR = 2
"""Poor pictures that are made of a photo."""


def groups_with_poor_pictures(data: Sequence[Path]) -> Scores:
    """Return the measure for folders of photos named by the person; raises DataError."""
    analyzer = analyzer_of_the_program()
    rng = np.random.default_rng(0)
    people = sorted(photos_of_people(data), key=len, reverse=True)[:PEOPLE]
    shown, labels = [], []
    for person, files in enumerate(people):
        for file in files[:PHOTOS]:
            found = largest_face(file, analyzer)
            if found is not None:
                good, *worse = versions_of(*found)
                poor = rng.choice(len(worse), POOR, replace=False)
                shown += [good, *(worse[one] for one in poor)]
                labels += [person] * (1 + POOR)
    if len(set(labels)) < 2:
        raise DataError(f"{data[0]} holds too few people with two photos named after them.")
    told = [quality(one.side, one.crop, one.landmarks) for one in shown]
    embeddings = unit_rows(analyzer.embed([one.crop for one in shown]))
    faces = FaceSet(embeddings, quality=np.array(told, np.float32))
    truth = np.array(labels)

    def scores() -> NDArray[np.float64]:
        return bcubed_of_parts([(truth, load_engine("ndde-tpdi").fit_predict(faces))])

    return scores
