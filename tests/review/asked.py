"""A small library that was grouped, with what the grouping left for questions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from photoorg.clustering.questions.explaining import gather
from photoorg.clustering.questions.suggestions import ONE_RECOGNISER
from photoorg.library import Library
from photoorg.review import evidence_file
from tests.jobs.trial_library import MODEL, trial_library


@contextmanager
def asked_library(
    path: Path, groups: Sequence[int], pairs: dict[tuple[int, int], float], inner: float = 0.99
) -> Iterator[Library]:
    """Make a library whose face n, of photo n, is in the group ``groups[n]``.

    Faces of one group are one person with a probability of ``inner``, others as ``pairs`` say.
    """
    with trial_library(path, people=1, faces=len(groups)) as library:
        matrix = library.faces.matrix(MODEL)
        labels = np.array(groups)
        evidence = gather(*_neighbors(labels, pairs, inner))
        library.grouping.apply(matrix, labels, engine="test", model=MODEL, support=evidence.support)
        evidence_file.keep(path, matrix.ids, evidence)
        yield library


def _neighbors(labels, pairs, inner):
    p = np.where(labels[:, None] == labels[None, :], inner, 0.0).astype(np.float32)
    for (one, other), probability in pairs.items():
        p[one, other] = p[other, one] = probability
    n = len(labels)
    ids = np.argsort(-(p + 2 * np.eye(n)), axis=1, kind="stable").astype(np.int32)
    return ids, np.take_along_axis(p, ids, axis=1), labels, ONE_RECOGNISER
