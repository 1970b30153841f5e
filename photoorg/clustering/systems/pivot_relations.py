"""The sub-graphs of L-GCN without embeddings: a node is how it stands to its pivot.

L-GCN describes a node q by ``x_q - x_p``, which means something to one recogniser only. For any
other a node is the relations of q and p: their similarity on the album's curve, its rank from both
sides, the neighbours they share, how near their own neighbours are, and how good their pictures
are. Links weigh what the album's curve says of their ends, the *weighted aggregation* of the paper
on calibrated similarities:

    A_ij = p_ij / max(sum_j p_ij, 1),  p_ij = sigmoid(slope (s_ij - middle))

so that a node none of whose links is probable hears nearly nothing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from scipy.sparse import csr_array
from scipy.special import expit

from photoorg.clustering.density.diffusion import Ids
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.neighbors.parallel import spread
from photoorg.clustering.neighbors.top_k import pair_similarities
from photoorg.clustering.scoring.relations import UNIT, Relations
from photoorg.clustering.systems.pivots import Shape, Subgraphs, joined, subgraphs
from photoorg.types import FloatArray, IntArray

FEATURES = 23
FARTHEST = 2.0
"""Similarities in units lie between this and its negative, as in all relations."""


@dataclass(frozen=True, slots=True, eq=False)
class PivotRelations:
    """An album before the network; make it with :func:`pivot_relations`.

    ``near (n, n)`` are the links and ``weights (e,)`` their p; ``members (n, k)`` are each face's
    neighbours by number, ``ranks (n, k)`` their ranks and ``roots (n, k)`` the square roots of the
    transitions to them.
    """

    graph: NeighborGraph
    seen: Relations
    shape: Shape
    near: csr_array
    weights: FloatArray
    members: Ids
    ranks: Ids
    roots: FloatArray

    def of(self, pivots: IntArray) -> Subgraphs:
        """Return the sub-graphs of the faces ``pivots (b,)``."""
        return subgraphs(self.graph, self.near, pivots, self.shape)

    def arrays(self, batch: Subgraphs) -> dict[str, Any]:
        """Return what the network takes."""
        weights = self.weights[batch.places]
        sums = np.bincount(batch.rows, weights, len(batch.nodes))
        shares = weights / np.maximum(sums, 1)[batch.rows]
        return {
            "features": self._features(batch),
            "rows": batch.rows,
            "columns": batch.columns,
            "shares": shares.astype(np.float32)[:, None],
            "hops": batch.hops,
        }

    def _features(self, batch: Subgraphs) -> FloatArray:
        """Return the relations ``(m, f)`` of the nodes to their pivots; the first is z."""
        nodes, pivots, seen = batch.nodes, batch.pivots, self.seen
        z = calibrated(seen, pivots, nodes)
        own, theirs = seen.ends[pivots], seen.ends[nodes]
        found = np.empty((len(nodes), FEATURES), np.float32)
        found[:, 0] = z
        found[:, 1] = z - own[:, 0]
        found[:, 2] = z - theirs[:, 0]
        found[:, 3] = expit(UNIT * z)
        found[:, 4] = nodes == pivots
        found[:, 5] = 0
        found[batch.hops, 5] = 1
        spread(
            _standing,
            len(nodes),
            pivots,
            nodes,
            self.members,
            self.ranks,
            self.roots,
            found[:, 6:9],
        )
        found[:, 9:15], found[:, 15:21] = own, theirs
        found[:, 21], found[:, 22] = seen.quality[pivots], seen.quality[nodes]
        return found


def pivot_relations(graph: NeighborGraph, seen: Relations, shape: Shape) -> PivotRelations:
    """Return an album with links between nearest faces, as the network sees it."""
    near = joined(graph, shape.u)
    rows = np.repeat(np.arange(len(graph)), np.diff(near.indptr))
    weights = expit(UNIT * calibrated(seen, rows, near.indices.astype(np.int64)))
    ranks = np.argsort(graph.ids, axis=1).astype(np.int32)
    members = np.take_along_axis(graph.ids, ranks, axis=1)
    roots = np.take_along_axis(seen.roots, ranks, axis=1)
    return PivotRelations(graph, seen, shape, near, weights, members, ranks, roots)


def calibrated(seen: Relations, one: IntArray, other: IntArray) -> FloatArray:
    """Return the similarities of pairs ``(m,)`` in units."""
    sims = np.empty(len(one), np.float32)
    spread(pair_similarities, len(one), seen.embeddings, one, other, sims)
    z = (sims - np.float32(seen.curve.middle)) * np.float32(seen.curve.slope / UNIT)
    return np.clip(z, -FARTHEST, FARTHEST, out=z)


@njit(cache=True, nogil=True)
def _standing(
    first: int,
    last: int,
    pivots: IntArray,
    nodes: IntArray,
    members: Ids,
    ranks: Ids,
    roots: FloatArray,
    found: FloatArray,
) -> None:
    """Fill in ``1 / (1 + rank)`` from both sides, 0 for none, and the shared transitions."""
    k = members.shape[1]
    for e in range(first, last):
        p, q = pivots[e], nodes[e]
        there, back, shared = np.float32(0), np.float32(0), np.float32(0)
        a = b = 0
        while a < k and b < k:
            if members[p, a] == members[q, b]:
                shared += roots[p, a] * roots[q, b]
            if members[p, a] <= members[q, b]:
                if members[p, a] == q:
                    there = np.float32(1 / (1 + ranks[p, a]))
                if members[p, a] == members[q, b]:
                    if members[q, b] == p:
                        back = np.float32(1 / (1 + ranks[q, b]))
                    b += 1
                a += 1
            else:
                if members[q, b] == p:
                    back = np.float32(1 / (1 + ranks[q, b]))
                b += 1
        found[e, 0], found[e, 1], found[e, 2] = there, back, min(shared, np.float32(1))
