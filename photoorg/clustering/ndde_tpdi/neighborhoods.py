"""The neighbours of all faces with the probabilities of the pairs, and how dense they lie there."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.density import diffusion
from photoorg.clustering.density.diffusion import Density, Ids, ndde, transitions
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.ndde_tpdi.scored_neighbors import find
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.rules.canonical import canonical_order, inverse
from photoorg.clustering.rules.groups import Rules
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.types import FloatArray, ProgressCallback, no_progress

K = 80
"""Neighbours of a face, itself among them, as in the paper."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The numbers of the method: k neighbours, and per matrix of transitions a temperature.

    The density looks at the ``density_k`` most probable neighbours only.
    """

    k: int = K
    density_k: int = K
    density_sigma: float = field(default_factory=lambda: diffusion.SIGMA)
    distance_sigma: float = field(default_factory=lambda: diffusion.SIGMA)
    steps: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Neighborhoods:
    """What the scorer made of the faces, in canonical order.

    ``order (n,)`` are the rows the places stand for, ``ids (n, k)`` neighbours by place with the
    face itself first, ``p (n, k)`` the probabilities that they are one person with it.
    """

    order: NDArray[np.int64]
    ids: Ids
    p: FloatArray


def neighborhoods(
    faces: FaceSet,
    scorer: PairScorer,
    k: int,
    rules: Rules,
    progress: ProgressCallback = no_progress,
) -> Neighborhoods:
    """Search the k nearest neighbours of the faces and score the pairs.

    What the rules say is no face has no neighbours but itself, and is nobody's.
    """
    found = find(faces, scorer, k, progress)
    return in_order(found.graph, found.p, canonical_order(faces), rules)


def in_order(
    graph: NeighborGraph, p: FloatArray, order: NDArray[np.int64], rules: Rules
) -> Neighborhoods:
    """Return a graph of rows and its probabilities by places in the order of the rows."""
    places = inverse(order).astype(np.int32)
    ids, ordered = np.empty_like(graph.ids), np.empty_like(p)
    for start in range(0, len(order), 16384):
        rows = order[start : start + 16384]
        ids[start : start + 16384] = places[graph.ids[rows]]
        ordered[start : start + 16384] = p[rows]
    if rules.absent.any():
        absent = rules.absent[order]
        strangers = absent[ids] | absent[:, None]
        strangers[:, 0] = False
        ordered[strangers] = 0.0
    return Neighborhoods(order, ids, ordered)


def densities(near: Neighborhoods, setting: Setting) -> tuple[Density, FloatArray]:
    """Return NDDe ``(n,)`` and the square roots ``(n, k)`` of the transitions of TPDi."""
    distances = np.float32(1) - near.p
    p = transitions(distances, setting.distance_sigma)
    if setting.density_k >= near.ids.shape[1]:
        same = setting.density_sigma == setting.distance_sigma
        spread_p = p if same else transitions(distances, setting.density_sigma)
        density = ndde(near.ids, spread_p, setting.steps)
    else:
        best = np.argsort(distances, axis=1, kind="stable")[:, : setting.density_k]
        few = np.take_along_axis(near.ids, best, axis=1)
        nearest = np.take_along_axis(distances, best, axis=1)
        density = ndde(few, transitions(nearest, setting.density_sigma), setting.steps)
    return density, np.sqrt(p, out=p)
