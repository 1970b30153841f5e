"""The trained scorer: how probable it is that two neighbours are one person, by their relations.

The network (see ``photoorg train similarity``) says it for an anchor and its nearest neighbours;
the two directions of a pair are averaged. A pair neither of whose ends is among the nearest of
the other is taken for two people. It belongs to no recogniser: what it sees of a pair are
:mod:`~photoorg.clustering.relations`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit

from photoorg.clustering.affinity import Platt
from photoorg.clustering.canonical import canonical_order
from photoorg.clustering.diffusion import Ids
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.graph import NeighborGraph
from photoorg.clustering.networks import Network
from photoorg.clustering.parallel import each, spread
from photoorg.clustering.relations import Relations, inputs, relations, rough_curve
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "similarity"
BATCH = 256
STRANGERS = -12.0
"""The logit of a pair the network was not asked about."""
SURE = 6.0
"""A calibrated cosine whose logit is above this counts, less this, whatever the neighbours say: in
a crowd of hundreds of faces of one person the network may take them for blurred strangers."""


@dataclass(frozen=True, slots=True)
class RelationalScorer:
    """Probabilities of a trained network; ``curve`` is that of its recogniser, if there is one."""

    network: Network
    curve: Platt | None = None

    @property
    def name(self) -> str:
        return f"relations ({self.network.pack})"

    def searched(self, embeddings: FloatArray) -> FloatArray:
        return embeddings

    def score(
        self, faces: FaceSet, graph: NeighborGraph, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        n = len(faces)
        if n < 2 or graph.k < 2:
            return np.ones(graph.ids.shape, np.float32)
        # The same batches whatever the order of the rows: sums depend on the size of a batch.
        logits = self.directed(self.seen(faces, graph), canonical_order(faces), progress)
        p = np.empty(graph.ids.shape, np.float32)
        spread(_both_directions, n, graph.ids, logits, p)
        return self._with_sure_ones(p, graph.sims, n)

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        p = np.zeros((len(rows), graph.k), np.float32)
        if len(rows) and graph.k > 1:
            logits = self.directed(self.seen(faces, graph), rows)[rows]
            p[:, : logits.shape[1]] = 1 / (1 + np.exp(-logits))
        p[:, :1] = 1.0
        return self._with_sure_ones(p, graph.sims[rows], len(faces))

    def _with_sure_ones(self, p: FloatArray, sims: FloatArray, faces: int) -> FloatArray:
        """Raise probabilities ``(m, k)`` to what similarities beyond doubt say."""
        if self.curve is None:
            return p
        curve = self.curve.in_album_of(faces)
        sure = Platt(curve.slope, curve.middle + SURE / curve.slope)
        return np.maximum(p, sure.probability(sims), out=p)

    def seen(self, faces: FaceSet, graph: NeighborGraph) -> Relations:
        """Return what the network is shown of an album of at least two faces."""
        network = self.network
        of_another = faces.embeddings.shape[1] != network.dimension
        direction = None if of_another else network.quality
        return relations(faces, graph, rough_curve(faces), direction)

    def directed(
        self, seen: Relations, anchors: IntArray, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        """Return logits ``(n, t)`` of the anchors' tokens; NaN in the rows of other faces."""
        logits = np.full((len(seen), seen.tokens), np.nan, np.float32)
        session = self.network.session(threads=1)

        def ask(rows: IntArray) -> None:
            logits[rows] = _answer(session, *inputs(seen, rows))

        each(ask, [anchors[s : s + BATCH] for s in range(0, len(anchors), BATCH)], progress)
        return logits


def _answer(session: Any, tokens: FloatArray, table: FloatArray) -> FloatArray:
    answer: FloatArray = session.run(None, {"tokens": tokens, "table": table})[0]
    return answer


@njit(cache=True, nogil=True)
def _both_directions(first: int, last: int, ids: Ids, logits: FloatArray, p: FloatArray) -> None:
    tokens = logits.shape[1]
    for i in range(first, last):
        for c in range(ids.shape[1]):
            j = ids[i, c]
            total, count = np.float32(0.0), 0
            if c < tokens:
                total, count = logits[i, c], 1
            for back in range(tokens):
                if ids[j, back] == i:
                    total += logits[j, back]
                    count += 1
                    break
            logit = total / count if count else np.float32(STRANGERS)
            p[i, c] = 1 / (1 + np.exp(-logit))
        p[i, 0] = 1.0
