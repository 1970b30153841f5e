"""Calibrating the cosine on the album itself, for embeddings of an unknown recogniser.

Two steps. Faces drawn from random people are different ones, and how widely *their* similarities
scatter is what differs most between recognisers: this gives a first middle, some deviations above
their mean. Then the album is grouped, the groups are taken for the truth, the logistic curve is
fitted to them, and so on. Groups follow from neighbourhoods (TPDi), not from single similarities,
so the curve moves towards where neighbourhoods part. On development sets of four recognisers the
grouping is as good as with a curve fitted to the true identities, from 250 to 30,000 faces.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.density import diffusion, peaks
from photoorg.clustering.density.diffusion import ndde, transitions
from photoorg.clustering.density.peaks import TAU, cut, density_forest
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.neighbors.parallel import spread
from photoorg.clustering.neighbors.top_k import pair_similarities
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.scoring.affinity import Platt, Strangers, fit
from photoorg.fitted import fitted
from photoorg.types import BoolArray, FloatArray, IntArray, ProgressCallback, no_progress

Order = NDArray[np.int64]

_FITTED = fitted(__name__)

START, FIRST_SLOPE = _FITTED["START"], _FITTED["FIRST_SLOPE"]
"""The first curve; these and the next two are in deviations of different people's similarities."""
LOWEST = _FITTED["LOWEST"]
"""A curve that ends below has lost its way: nearly all faces became one group."""
CAUTION = _FITTED["CAUTION"]
"""How far above the curve that is found the one that is used lies."""
USUAL_MEAN, USUAL_DEVIATION = _FITTED["USUAL_MEAN"], _FITTED["USUAL_DEVIATION"]
HIGHEST_MEAN = _FITTED["HIGHEST_MEAN"]
"""Similarities of different people for recognisers in general."""
SAMPLE = 2_000
PERSON, PERSON_AT_MOST = _FITTED["PERSON"], _FITTED["PERSON_AT_MOST"]
"""From the similarity of strangers to that of faces that may be one person: deviations, and share
of what lacks of 1."""
PEAK = _FITTED["PEAK"]
"""Share of the similarities of strangers that makes their densest range."""
UNLIKE = _FITTED["UNLIKE"]
"""Share of all similarities that are those of two people even if most of an album is one."""
FEW_PEOPLE = 20
"""An album of so many people tells as much of strangers as is known of them from elsewhere: there
their deviation is found to within .017 of .1, and differs by as much between albums."""
ROUNDS = int(_FITTED["ROUNDS"])
APART = _FITTED["APART"]
"""Share of the neighbours that are probably one person but in other parts of its group, from which
a face tells nothing."""


@dataclass(frozen=True, slots=True)
class AlbumCalibrated:
    """Calibrated cosine for an unknown recogniser: the constants come from the album itself."""

    @property
    def name(self) -> str:
        return "cosine calibrated on the album"

    def searched(self, embeddings: FloatArray) -> FloatArray:
        return embeddings

    def fitted(self, faces: FaceSet, graph: NeighborGraph) -> Platt:
        return calibrate_on_album(faces, graph)

    def score(
        self, faces: FaceSet, graph: NeighborGraph, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        return self.fitted(faces, graph).score(faces, graph, progress)

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        return self.fitted(faces, graph).score_rows(faces, graph, rows)


def calibrate_on_album(faces: FaceSet, graph: NeighborGraph) -> Platt:
    """Return constants that hold for this album as it is; the faces may be a sample of it."""
    mean, deviation = strangers(faces)
    first = first_curve(mean, deviation)
    # So many pairs are enough for a curve of two constants.
    rows = canonical_order(faces)[:: max(1, graph.ids.size // 60_000)]
    platt = _refined(graph, rows, first)
    if platt.middle < mean + LOWEST * deviation:
        platt = first
    # Rounded, so that sums in another order of the rows give the same constants.
    middle = min(platt.middle + CAUTION * deviation, 0.98)
    return Platt(round(platt.slope, 3), round(middle, 5))


def first_curve(mean: float, deviation: float) -> Platt:
    """Return a curve for strangers whose similarities have this mean and deviation."""
    return Platt(FIRST_SLOPE / deviation, mean + START * deviation)


def usual_curve() -> Platt:
    """Return a curve for an album of too few faces to tell how alike strangers are."""
    return first_curve(USUAL_MEAN, USUAL_DEVIATION)


def strangers(faces: FaceSet, usual: Strangers | None = None) -> Strangers:
    """Return how alike different people are.

    ``usual`` is what is known of the recogniser, if that is: the fewer people an album holds, the
    more it counts beside what they tell.
    """
    found, people = _most(faces)
    # Nearly all faces are one person, so the album does not show what strangers look like.
    if found.mean > HIGHEST_MEAN:
        return usual or Strangers(USUAL_MEAN, USUAL_DEVIATION)
    if usual is None:
        return found
    told = people**2 / (people**2 + FEW_PEOPLE**2)
    return Strangers(*(told * a + (1 - told) * b for a, b in zip(found, usual, strict=True)))


def most_similarities(faces: FaceSet) -> Strangers:
    """Return how alike different people are, if there are any.

    Different people are those in one photo where there are enough such pairs. Else they make the
    densest peak among pairs of random people, of which the side below holds hardly one person.
    """
    return _most(faces)[0]


def _most(faces: FaceSet) -> tuple[Strangers, float]:
    """Return how alike most pairs are, and about how many people or photos tell it."""
    order = canonical_order(faces)
    sims = _same_photo_similarities(faces, order)
    people = float(len(sims))
    if len(sims) < 2000:
        sims, people = _similarities_of_people(faces.embeddings[order[:SAMPLE]])
    return (_peak(sims) if len(sims) else Strangers(USUAL_MEAN, USUAL_DEVIATION)), people


def _peak(sims: FloatArray) -> Strangers:
    mean = _densest(sims)
    below = mean - sims[sims < mean]
    # Half of a normal distribution's side lies within .6745 deviations.
    return Strangers(mean, max(float(np.median(below)) / 0.6745 if len(below) else 0.0, 1e-3))


def _densest(values: FloatArray) -> float:
    """Return the middle of the shortest range that holds :data:`PEAK` of the values ``(n,)``."""
    ordered = np.sort(values)
    apart = int(PEAK * (len(ordered) - 1))
    first = int(np.argmin(ordered[apart:] - ordered[: len(ordered) - apart]))
    return float(ordered[first] + ordered[first + apart]) / 2


def _refined(graph: NeighborGraph, rows: Order, platt: Platt) -> Platt:
    """Return the curve that groups, made by the curve before, say of the pairs of some rows."""
    sims = graph.sims[rows, 1:]
    if sims.size == 0:
        return platt
    for _ in range(ROUNDS):
        groups = grouped(graph, platt)
        same = groups[graph.ids[rows, 1:]] == groups[rows, None]
        if same.all() or not same.any():
            same = sims > platt.middle
        told = ~_fallen_apart(platt.probability(sims) > 0.5, same)
        if not told.any():
            told[:] = True
        platt = fit(sims[told], same[told])
    return platt


def _fallen_apart(probable: BoolArray, same: BoolArray) -> BoolArray:
    """Tell which faces ``(n,)`` are of a group larger than a neighbourhood that was cut in parts.

    ``probable (n, k)`` are neighbours that the curve takes for one person, ``same (n, k)`` those
    that ended in the same group. What lies between such parts would be taken for strangers.
    """
    crowded = probable[:, : peaks.CROWD].mean(axis=1) > 0.5
    return np.asarray(crowded & ((probable & ~same).mean(axis=1) > APART))


def grouped(graph: NeighborGraph, platt: Platt) -> Order:
    """Return the groups ``(n,)`` that density peaks make of calibrated cosines."""
    distances = platt.probability(graph.sims)
    distances[:, 0] = 1.0
    np.subtract(np.float32(1), distances, out=distances)
    p = transitions(distances, diffusion.SIGMA)
    density = ndde(graph.ids, p)
    return cut(density_forest(graph.ids, np.sqrt(p, out=p), density), TAU)


def _same_photo_similarities(faces: FaceSet, order: Order, most: int = 50_000) -> FloatArray:
    if faces.photo_ids is None:
        return np.empty(0, np.float32)
    order = order[np.argsort(faces.photo_ids[order], kind="stable")]
    photos = faces.photo_ids[order]
    sims = []
    # Faces of one photo are next to each other, so pairs a few places apart are most of all.
    for apart in range(1, 9):
        one, other = order[:-apart], order[apart:]
        shared = np.flatnonzero(photos[:-apart] == photos[apart:])[:most]
        sims.append(_dots(faces.embeddings, one[shared], other[shared]))
    return np.concatenate(sims)


def _similarities_of_people(rows: FloatArray, pairs: int = 500_000) -> tuple[FloatArray, float]:
    """Return similarities in pairs of the rows ``(n, d)``, of each person about as many.

    Beside them stands about how many people there are.

    Pairs of faces would mostly be one person where that has most of the faces.
    """
    n = len(rows)
    if n < 2:
        return np.empty(0, np.float32), float(n)
    # Rows in the canonical order are as good as random, and the same for every order of faces.
    one = np.arange(pairs) % n
    other = (one + 1 + (np.arange(pairs) * 2654435761) % (n - 1)) % n
    sims = rows @ rows.T
    # Where most pairs are one person, only the least similar ones are sure to be two.
    alike, deviation = float(np.quantile(sims[one, other], UNLIKE)), np.inf
    for _ in range(ROUNDS):
        share = np.cumsum(1 / company(sims, alike, deviation))
        drawn = np.searchsorted(share, share[-1] * (np.arange(n) + 0.5) / n)
        first, second = drawn[one], drawn[other]
        apart: FloatArray = sims[first, second][first != second]
        alike, deviation = _peak(apart)
    return apart, float(share[-1])


def company(sims: FloatArray, alike: float, deviation: float) -> IntArray:
    """Return how many faces there may be of the person of each ``(n,)``, itself included.

    ``sims (n, n)`` are similarities; those of different people are ``alike`` with a deviation.
    """
    apart = min(PERSON * deviation, PERSON_AT_MOST * (1 - alike))
    counts: IntArray = (sims >= min(alike + apart, 0.99)).sum(axis=1)
    return counts


def _dots(embeddings: FloatArray, one: Order, other: Order) -> FloatArray:
    sims = np.empty(len(one), np.float32)
    spread(pair_similarities, len(one), embeddings, one, other, sims)
    return sims
