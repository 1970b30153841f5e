"""From a grouping to the evidence that questions are made of."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.ndde_tpdi.grouped import FittedForest, Grouped
from photoorg.clustering.questions.evidence import HELD_BY, Evidence, Links, Odds
from photoorg.clustering.questions.split_groups import weakest_halves
from photoorg.clustering.questions.suggestions import ANY_RECOGNISER, ONE_RECOGNISER
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.clustering.scoring.networks import GENERIC
from photoorg.clustering.scoring.relational import RelationalScorer
from photoorg.types import FloatArray, IntArray

Order = NDArray[np.int64]

FAINT = 0.02
"""Pairs less probable tell nothing."""


def explain(grouped: Grouped) -> Evidence:
    """Return what questions need of a grouping, by its rows."""
    neighbors = grouped.neighbors
    odds = odds_of(neighbors.scorer)
    evidence = gather(neighbors.graph.ids, neighbors.p, grouped.labels, odds)
    return replace(evidence, links=links_of(grouped.forest, grouped.tau))


def links_of(fitted: FittedForest, tau: float) -> Links:
    """Return the links of a forest by the rows of its faces."""
    to = np.empty(len(fitted.order), np.int64)
    distances = np.empty(len(fitted.order), np.float32)
    to[fitted.order] = fitted.order[fitted.forest.parents]
    distances[fitted.order] = fitted.forest.distances
    return Links(to, distances, tau)


def odds_of(scorer: PairScorer) -> Odds:
    """Return the odds for faces whose pairs a scorer judged."""
    specific = isinstance(scorer, RelationalScorer) and scorer.network.pack != GENERIC
    return ONE_RECOGNISER if specific else ANY_RECOGNISER


def gather(ids: IntArray, p: FloatArray, labels: Labels, odds: Odds) -> Evidence:
    """Return the evidence of neighbours ``ids (n, k)`` with probabilities ``p (n, k)``.

    ``labels (n,)`` are the groups that were made of them.
    """
    row, column = np.nonzero(p > FAINT)
    there, chance = ids[row, column].astype(np.int64), p[row, column]
    known = (labels[row] >= 0) & (labels[there] >= 0) & (row != there)
    row, there, chance = row[known], there[known], chance[known]
    across = labels[row] != labels[there]
    # Both directions count: a face of a small group may be none of the nearest of a large one.
    one = np.concatenate([row[across], there[across]])
    other = np.concatenate([there[across], row[across]])
    faces, others, highest = _highest(one, labels[other], np.tile(chance[across], 2))
    inside = ~across
    return Evidence(
        atoms=labels,
        faces=faces,
        others=others,
        p=highest,
        support=_support(ids, p, labels),
        halves=tuple(weakest_halves(row[inside], there[inside], chance[inside], labels)),
        odds=odds,
    )


def _highest(faces: Order, groups: Order, p: FloatArray) -> tuple[Order, Order, FloatArray]:
    """Return each face with each group it is paired with once, and the highest p of the two."""
    order = np.lexsort((-p, groups, faces))
    faces, groups, p = faces[order], groups[order], p[order]
    first = np.ones(len(faces), bool)
    first[1:] = (np.diff(faces) != 0) | (np.diff(groups) != 0)
    return faces[first], groups[first], p[first]


def _support(ids: IntArray, p: FloatArray, labels: Labels) -> FloatArray:
    """Return how well each face is held ``(n,)``; faces that are alone are not."""
    held = np.zeros(len(labels), np.float32)
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    for start in range(0, len(labels), 16384):
        rows = slice(start, start + 16384)
        own = (labels[ids[rows]] == labels[rows, None]) & (labels[rows, None] >= 0)
        own &= ids[rows] != np.arange(len(labels))[rows, None]
        best = -np.sort(-np.where(own, p[rows], 0.0), axis=1)[:, :HELD_BY]
        company = np.clip(sizes[np.maximum(labels[rows], 0)] - 1, 1, HELD_BY)
        held[rows] = best.sum(axis=1) / company
    return held
