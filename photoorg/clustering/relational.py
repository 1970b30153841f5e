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
from photoorg.clustering.calibration import calibrate_on_album
from photoorg.clustering.canonical import canonical_order
from photoorg.clustering.diffusion import Ids
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.graph import NeighborGraph
from photoorg.clustering.networks import GENERIC, Network
from photoorg.clustering.parallel import each, spread
from photoorg.clustering.relations import TOKENS, Relations, inputs, relations, rough_curve
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "similarity"
BATCH = 256
STRANGERS = -12.0
"""The logit of a pair the network was not asked about."""
HOPELESS = -4.0
"""Below this logit of the album's curve a pair need not be judged by its neighbours."""
FEW = 16
"""Tokens of a face that the network for all recognisers is shown where the others are hopeless.
Nothing is asked where all are. The groups stay the same, in half the time; with the networks of
one recogniser they become a little worse."""
SURE = 6.0
"""A calibrated cosine whose logit is above this counts, less this, whatever the neighbours say: in
a crowd of hundreds of faces of one person the network may take them for blurred strangers."""
SURE_UNKNOWN = 8.0
"""The same beside the network for all recognisers; a curve of the album's own is less sure, above
all where blurred strangers are more alike than a person's good pictures."""


@dataclass(frozen=True, slots=True)
class RelationalScorer:
    """Probabilities of a trained network; ``curve`` is that of the recogniser, if there is one.

    Beside a network for all recognisers it is that of the album, else.
    """

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
        curve = self._curve(faces, graph)
        # The same batches whatever the order of the rows: sums depend on the size of a batch.
        order = canonical_order(faces)
        logits = np.empty((n, min(TOKENS, graph.k)), np.float32)
        logits[order] = self._directed(faces, graph, curve, order, progress)
        p = np.empty(graph.ids.shape, np.float32)
        spread(_both_directions, n, graph.ids, logits, p)
        return self._with_sure_ones(p, graph.sims, curve)

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        p = np.zeros((len(rows), graph.k), np.float32)
        if len(rows) and graph.k > 1:
            curve = self._curve(faces, graph)
            logits = self._directed(faces, graph, curve, rows)
            p[:, : logits.shape[1]] = 1 / (1 + np.exp(-logits))
            self._with_sure_ones(p, graph.sims[rows], curve)
        p[:, :1] = 1.0
        return p

    def _curve(self, faces: FaceSet, graph: NeighborGraph) -> Platt | None:
        if self.curve is not None:
            return self.curve.in_album_of(len(faces))
        return calibrate_on_album(faces, graph) if self.network.pack == GENERIC else None

    def _with_sure_ones(self, p: FloatArray, sims: FloatArray, curve: Platt | None) -> FloatArray:
        """Raise probabilities ``(m, k)`` to what similarities beyond doubt say."""
        if curve is None:
            return p
        logit = SURE_UNKNOWN if self.network.pack == GENERIC else SURE
        sure = Platt(curve.slope, curve.middle + logit / curve.slope)
        return np.maximum(p, sure.probability(sims), out=p)

    def seen(self, faces: FaceSet, graph: NeighborGraph) -> Relations:
        """Return what the network is shown of an album of at least two faces."""
        network = self.network
        of_another = faces.embeddings.shape[1] != network.dimension
        direction = None if of_another else network.quality
        return relations(faces, graph, rough_curve(faces), direction)

    def _directed(
        self,
        faces: FaceSet,
        graph: NeighborGraph,
        curve: Platt | None,
        anchors: IntArray,
        progress: ProgressCallback = no_progress,
    ) -> FloatArray:
        """Return the logits ``(m, t)`` of the anchors' tokens."""
        seen = self.seen(faces, graph)
        logits = graph.sims[anchors, : seen.tokens]
        near = behind = np.ones(len(anchors), bool)
        if curve is not None and self.network.pack == GENERIC:
            logits = (logits - np.float32(curve.middle)) * np.float32(curve.slope)
            possible = logits >= HOPELESS
            near = np.asarray(possible[:, 1:FEW].any(axis=1))
            behind = np.asarray(possible[:, FEW:].any(axis=1))
        session = self.network.session(threads=1)

        def ask(batch: tuple[IntArray, int]) -> None:
            rows, tokens = batch
            logits[rows, :tokens] = _answer(session, *inputs(seen, anchors[rows], tokens))

        batches = [
            (rows[start : start + BATCH], tokens)
            for rows, tokens in (
                (np.flatnonzero(behind), seen.tokens),
                (np.flatnonzero(near & ~behind), min(FEW, seen.tokens)),
            )
            for start in range(0, len(rows), BATCH)
        ]
        each(ask, batches, progress)
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
