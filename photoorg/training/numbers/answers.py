"""How well the probability of a yes tells the answer, as a measure of fitted numbers.

Albums of known people are grouped, and each question that there may be is answered by the truth:
are these two groups one person, and is this group two? The score of an album is the mean
logarithm of the probability that the right answers were given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.ndde_tpdi.default import default_engine
from photoorg.clustering.questions import suggestions
from photoorg.clustering.questions.evidence import Evidence, Odds
from photoorg.clustering.questions.explaining import explain
from photoorg.clustering.questions.suggestions import probable_halves, probable_pairs
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.training.numbers.grouping import albums_of
from photoorg.training.numbers.search import Scores

LEAST = 0.02
"""Questions less probable are not counted; nearly all are rightly answered with no."""


def answers_foreseen(data: Sequence[Path]) -> Scores:
    """Return how well answers about files of labelled embeddings are foreseen; raises DataError."""
    albums = [
        (album, explain(default_engine().group(album.faces)))
        for path in data
        for album in albums_of(read_labelled(path))
    ]

    def scores() -> NDArray[np.float64]:
        return np.array([_mean_logarithm(*album) for album in albums])

    return scores


def _mean_logarithm(album: LabelledFaces, evidence: Evidence) -> float:
    own = evidence.odds == suggestions.ONE_RECOGNISER
    weight = suggestions.OWN_WEIGHT if own else suggestions.ANY_WEIGHT
    shift = suggestions.OWN_SHIFT if own else suggestions.ANY_SHIFT
    told = list(_questions(album.labels, replace(evidence, odds=Odds(weight, shift))))
    right = [probability if yes else 1 - probability for probability, yes in told]
    return float(np.mean(np.log(np.clip(right, 1e-6, 1)))) if right else 0.0


def _questions(truth: Labels, evidence: Evidence) -> Iterator[tuple[float, bool]]:
    """Yield the probability of a yes, and whether that is right, for all questions there may be."""
    groups = evidence.atoms
    person = {group: _majority(truth[groups == group]) for group in np.unique(groups).tolist()}
    # The questions are the same whatever the odds say of them.
    alike = probable_pairs(replace(evidence, odds=Odds(1.0, 0.0)), groups, LEAST)
    likely = probable_pairs(evidence, groups, 0.0)
    pairs = zip(likely.small.tolist(), likely.large.tolist(), strict=True)
    probability = dict(zip(pairs, likely.probability.tolist(), strict=True))
    for small, large in zip(alike.small.tolist(), alike.large.tolist(), strict=True):
        yield probability[small, large], person[small] == person[large]
    for group, half, chance in probable_halves(evidence, groups, 0.0):
        rest = np.setdiff1d(np.flatnonzero(groups == group), half.rows)
        yield chance, _majority(truth[half.rows]) != _majority(truth[rest])


def _majority(people: Labels) -> int:
    return int(np.bincount(people).argmax())
