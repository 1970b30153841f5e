"""The trained scorer: how probable it is that two neighbours are one person, by their relations.

The network (see ``photoorg train similarity``) says it for an anchor and its nearest neighbours;
the two directions of a pair are averaged. A pair neither of whose ends is among the nearest of
the other is taken for two people. It belongs to no recogniser: what it sees of a pair are
:mod:`~photoorg.clustering.scoring.relations`.
"""

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

import numpy as np
from numba import njit

from photoorg.clustering.density.diffusion import Ids
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.neighbors.parallel import each, spread
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.calibration import calibrate_on_album, grouped
from photoorg.clustering.scoring.networks import GENERIC, Network
from photoorg.clustering.scoring.picture_quality import direction_in_album, quality_of
from photoorg.clustering.scoring.relations import (
    Relations,
    inputs,
    relations,
    rough_curve,
    tokens_of,
)
from photoorg.clustering.scoring.restoration import restored
from photoorg.fitted import fitted
from photoorg.types import BoolArray, FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "similarity"
_FITTED = fitted(__name__)

BATCH = 256
STRANGERS = -12.0
"""The logit of a pair the network was not asked about."""
HOPELESS, SETTLED = -2.0, 4.0
"""Between these logits the cosine leaves a doubt, so that a pair is judged by its neighbours; of
pictures that are not clear, also above."""
FEW = 24
"""Tokens of a face that a network is shown where none of the others leaves a doubt. Nothing is
asked where none does at all. The groups stay the same, in about half the time."""
SURE = _FITTED["SURE"]
"""A calibrated cosine whose logit is above this counts, less this, whatever the neighbours say: in
a crowd of hundreds of faces of one person the network may take them for blurred strangers."""
CLEAR = _FITTED["CLEAR"]
"""The least quality of both pictures from which the cosine is trusted beside that network: blurred
strangers may be more alike than a person's good pictures are. Of clear pictures it knows as much
as the network, so that the mean of both logits counts."""
LEAST_APART = _FITTED["LEAST_APART"]
"""Deviation of the quality of an album's pictures below which nothing tells it."""


@dataclass(frozen=True, slots=True)
class RelationalScorer:
    """Probabilities of a trained network; ``curve`` is that of the recogniser, if there is one.

    Beside a network for all recognisers, the album gives the curve otherwise, and the
    ``direction (d + 1,)`` of good pictures. It also gives the curves on which the network sees the
    embeddings that are searched and the others, if there are any (``crowds``).
    """

    network: Network
    curve: Platt | None = None
    direction: FloatArray | None = field(default=None, compare=False, repr=False)
    crowds: tuple[Platt, ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        return f"relations ({self.network.pack})"

    def searched(self, embeddings: FloatArray) -> FloatArray:
        restoration = self.network.restoration if self._mine(embeddings) else None
        if restoration is None or not self.network.searches_restored:
            return embeddings
        return restored(embeddings, restoration)

    def fitted(self, faces: FaceSet, graph: NeighborGraph) -> "RelationalScorer":
        if self.crowds or len(faces) < 2 or graph.k < 2:
            return self
        usual = self.network.strangers if self._mine(faces.embeddings) else ()
        crowds = tuple(
            rough_curve(replace(faces, embeddings=rows), known)
            for rows, known in zip_longest(self._both(faces), usual)
        )
        if self.network.pack != GENERIC:
            return replace(self, crowds=crowds)
        curve = self.curve or calibrate_on_album(faces, graph)
        groups = grouped(graph, curve.in_album_of(len(faces)))
        direction = direction_in_album(faces, groups)
        return replace(self, curve=curve, direction=direction, crowds=crowds)

    def score(
        self, faces: FaceSet, graph: NeighborGraph, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        n = len(faces)
        if n < 2 or graph.k < 2:
            return np.ones(graph.ids.shape, np.float32)
        judged = self._judged(faces, graph)
        # The same batches whatever the order of the rows: sums depend on the size of a batch.
        order = canonical_order(faces)
        logits = np.empty((n, judged.seen.tokens), np.float32)
        logits[order] = judged.logits(order, progress)
        p = np.empty(graph.ids.shape, np.float32)
        spread(_both_directions, n, graph.ids, logits, p)
        return judged.with_sure_ones(p, np.arange(n))

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        p = np.zeros((len(rows), graph.k), np.float32)
        if len(rows) and graph.k > 1:
            judged = self._judged(faces, graph, rows)
            logits = judged.logits(rows)
            p[:, : logits.shape[1]] = 1 / (1 + np.exp(-logits))
            judged.with_sure_ones(p, rows)
        p[:, :1] = 1.0
        return p

    def _judged(
        self, faces: FaceSet, graph: NeighborGraph, asked: IntArray | None = None
    ) -> "_Judged":
        learned = self.fitted(faces, graph)
        network, curve, direction = learned.network, learned.curve, learned.direction
        rows = faces.embeddings
        if self._mine(rows):
            direction = network.quality
        quality = None if direction is None else quality_of(rows, direction)
        shown, *others = self._both(faces, None if asked is None else tokens_of(graph, asked))
        first, *more = (crowd.in_album_of(len(faces)) for crowd in learned.crowds)
        beside = (others[0], more[0]) if others else None
        searched = replace(faces, embeddings=shown)
        seen = relations(searched, graph, first, quality, beside, asked)
        curve = None if curve is None else curve.in_album_of(len(faces))
        # Where nothing tells pictures apart, the cosine is the safer judge.
        clear = np.ones(len(faces), bool)
        if quality is not None and float(np.std(quality)) > LEAST_APART:
            clear = quality > CLEAR
        return _Judged(network, curve, graph.sims, seen, clear)

    def _both(self, faces: FaceSet, needed: IntArray | None = None) -> list[FloatArray]:
        """Return the embeddings that are searched, and the others if there are any.

        Of the others only the rows ``needed (m,)`` may be filled in; None means all.
        """
        rows = faces.embeddings
        restoration = self.network.restoration if self._mine(rows) else None
        if self.network.restoration is None:
            return [rows]
        if restoration is None:
            return [rows, rows]
        if self.network.searches_restored:
            return [restored(rows, restoration), rows]
        if needed is None:
            return [rows, restored(rows, restoration)]
        others = np.zeros((len(rows), restoration.shape[1]), np.float32)
        others[needed] = restored(rows[needed], restoration)
        return [rows, others]

    def _mine(self, embeddings: FloatArray) -> bool:
        """Tell whether embeddings ``(n, d)`` may be of the recogniser the network belongs to."""
        return bool(embeddings.shape[1] == self.network.dimension)


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """An album of at least two faces before a network.

    ``curve`` is that of this album, ``clear (n,)`` tells which pictures are.
    """

    network: Network
    curve: Platt | None
    sims: FloatArray
    seen: Relations
    clear: BoolArray

    def logits(self, anchors: IntArray, progress: ProgressCallback = no_progress) -> FloatArray:
        """Return the logits ``(m, t)`` of the anchors' tokens."""
        tokens = self.seen.tokens
        logits = self.sims[anchors, :tokens]
        if self.curve is None:
            self._ask(logits, anchors, np.ones(logits.shape, bool), progress)
            return logits
        logits -= np.float32(self.curve.middle)
        logits *= np.float32(self.curve.slope)
        cosines, clear = logits.copy(), self._clear(anchors)[:, :tokens]
        doubtful = (cosines >= HOPELESS) & ~(clear & (cosines > SETTLED))
        doubtful[:, 0] = False
        self._ask(logits, anchors, doubtful, progress)
        return np.where(clear, (logits + cosines) / 2, logits)

    def _ask(
        self, logits: FloatArray, anchors: IntArray, doubtful: BoolArray, progress: ProgressCallback
    ) -> None:
        """Replace the logits of rows with doubtful pairs by the answers of the network."""
        session = self.network.session(threads=1)

        def ask(batch: tuple[IntArray, int]) -> None:
            rows, tokens = batch
            logits[rows, :tokens] = _answer(session, inputs(self.seen, anchors[rows], tokens))

        near, behind = doubtful[:, :FEW].any(axis=1), doubtful[:, FEW:].any(axis=1)
        batches = [
            (rows[start : start + BATCH], tokens)
            for rows, tokens in (
                (np.flatnonzero(behind), self.seen.tokens),
                (np.flatnonzero(near & ~behind), min(FEW, self.seen.tokens)),
            )
            for start in range(0, len(rows), BATCH)
        ]
        each(ask, batches, progress)

    def _clear(self, rows: IntArray) -> BoolArray:
        """Return of which pairs ``(m, k)`` both pictures are clear.

        Networks of one recogniser know it better, and judge these pairs themselves.
        """
        clear = self.clear & (self.network.pack == GENERIC)
        return clear[rows, None] & clear[self.seen.ids[rows]]

    def with_sure_ones(self, p: FloatArray, rows: IntArray) -> FloatArray:
        """Raise probabilities ``(m, k)`` of some rows to what similarities beyond doubt say."""
        if self.curve is None:
            return p
        sure = Platt(self.curve.slope, self.curve.middle + SURE / self.curve.slope)
        certain = sure.probability(self.sims[rows])
        trusted = self._clear(rows) if self.network.pack == GENERIC else True
        return np.maximum(p, certain, out=p, where=trusted)


def _answer(session: Any, seen: dict[str, FloatArray]) -> FloatArray:
    answer: FloatArray = session.run(None, seen)[0]
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
