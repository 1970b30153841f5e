"""The nearest neighbours of every face: the graph all grouping starts from.

Exact search goes through the products of all pairs in tiles, each pair once, keeps a few more
candidates per row than needed and re-ranks them with exact similarities. Rows whose last
neighbour is not certainly above everything dropped are searched again in float32, so the result
is exact also where the tiles are rounded to bytes. Similarities are summed in one fixed order,
so that they do not depend on the order of the rows or the size of the tiles.
"""

import logging
from dataclasses import dataclass
from threading import Lock

import numpy as np

from photoorg.clustering.neighbors import top_k
from photoorg.clustering.neighbors.inner_products import (
    TILE,
    FloatTiles,
    Order,
    Tiles,
    Whole,
    arrange,
)
from photoorg.clustering.neighbors.parallel import each, spread
from photoorg.errors import DataError
from photoorg.types import FloatArray, ProgressCallback, no_progress

log = logging.getLogger(__name__)

CROWD = 50_000
"""Faces from which more candidates are kept: the similarities of a face's last neighbours lie
nearer to each other and the largest fault of rounding is larger, so that of 100,000 rows up to
3,000 would have to be searched again, which takes longer."""
ROUNDING = 1e-5  # more than float32 sums of unit rows differ by, however they are ordered


@dataclass(frozen=True, slots=True, eq=False)
class NeighborGraph:
    """The k most similar faces of every face: ``ids (n, k)`` int32, ``sims (n, k)`` float32.

    Column 0 is the face itself with similarity 1; every row holds distinct faces in falling
    order of similarity, equal ones by id, without gaps.
    """

    ids: Whole
    sims: FloatArray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def k(self) -> int:
        return int(self.ids.shape[1])

    def nearest(self, k: int) -> "NeighborGraph":
        """Return the graph of the first k columns."""
        return NeighborGraph(self.ids[:, :k], self.sims[:, :k])


def knn_exact(
    embeddings: FloatArray,
    k: int,
    *,
    ties: Order | None = None,
    progress: ProgressCallback = no_progress,
) -> NeighborGraph:
    """Return the exact graph of unit rows ``(n, d)``, with ``min(k, n)`` columns.

    Equal similarities go to the smaller ``ties (n,)``, a permutation (None: the smaller row).
    Peak memory beyond rows and result: about 16 to 19 bytes per row and neighbour, and a
    quarter of the rows where they are rounded to bytes.
    """
    n = len(embeddings)
    if k < 1:
        raise DataError(f"Every face needs at least one neighbour, itself; k is {k}.")
    graph = _empty(n, min(k, n))
    if n == 0:
        return graph
    # Looking through rows in random order makes the limits rise fast whatever the album's order.
    order = np.random.default_rng(0).permutation(n)
    search = _Search.start(arrange(embeddings, order), order, graph.k)
    blocks = -(-n // TILE)
    # Every row looks through the tile of its own block first, which raises its limit most.
    pairs = [(block, block) for block in range(blocks)]
    pairs += [(row, column) for row in range(blocks) for column in range(row + 1, blocks)]
    each(search.offer, pairs, progress)
    search.finish(embeddings, np.arange(n) if ties is None else ties, graph)
    return graph


def insert(graph: NeighborGraph, embeddings: FloatArray, k: int) -> NeighborGraph:
    """Return the exact graph of all rows ``(n + m, d)``, given that of the first n.

    Only the products with the m new rows are computed. ``k`` columns are wanted; where the old
    graph has fewer because it had fewer faces, the graph is built anew.
    """
    n, total = len(graph), len(embeddings)
    if total < n:
        raise DataError(f"There are {total} embeddings but the graph has {n} faces already.")
    if graph.k < min(k, total):
        return knn_exact(embeddings, k)
    grown = _empty(total, graph.k)
    grown.ids[:n], grown.sims[:n] = graph.ids, graph.sims
    if total == n:
        return grown
    # With the new rows first, only the tiles of the first few blocks are needed.
    order = np.roll(np.arange(total), total - n)
    search = _Search.start(FloatTiles(embeddings, order), order, graph.k)
    search.expect_more_than(graph.sims[:, -1], first=total - n)
    blocks, new_blocks = -(-total // TILE), -(-(total - n) // TILE)
    each(search.offer, [(row, c) for row in range(new_blocks) for c in range(row, blocks)])
    search.finish(embeddings, np.arange(total), grown, known=n)
    return grown


def _empty(n: int, k: int) -> NeighborGraph:
    return NeighborGraph(np.empty((n, k), np.int32), np.empty((n, k), np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The candidates found so far, one row per position in the tiles; the last ones are padding."""

    tiles: Tiles
    order: Order
    keep: int
    keys: Order
    filled: Whole
    limits: Whole
    locks: list[Lock]

    @classmethod
    def start(cls, tiles: Tiles, order: Order, k: int) -> "_Search":
        """Prepare to keep somewhat more than k candidates for the rows ``order``."""
        padded = len(tiles.offsets)
        more = 7 * k // 10 if len(order) > CROWD else 2 * k // 5
        keep = k - 1 + max(16, more)
        return cls(
            tiles=tiles,
            order=order,
            keep=keep,
            keys=np.empty((padded, keep + 48), np.int64),
            filled=np.zeros(padded, np.int32),
            limits=np.full(padded, tiles.floor, np.int32),
            locks=[Lock() for _ in range(padded // TILE)],
        )

    def expect_more_than(self, sims: FloatArray, first: int) -> None:
        """Let the positions from ``first`` on take only candidates above these similarities."""
        values = (sims - 2 * ROUNDING) * self.tiles.unit + self.tiles.zero
        self.limits[first : first + len(sims)] = np.maximum(values, self.tiles.floor)

    def offer(self, pair: tuple[int, int]) -> None:
        """Look through the tile of a pair of blocks for the rows and, mirrored, the columns."""
        row, column = pair
        tile = self.tiles.product(row, column).reshape(TILE, -1, top_k.CHUNK)
        offsets = self.tiles.offsets[column * TILE : (column + 1) * TILE]
        where = (tile, row * TILE, column * TILE, offsets.reshape(-1, top_k.CHUNK))
        found = (self.limits, self.keys, self.filled, self.keep)
        with self.locks[row]:
            top_k.offer_columns_to_rows(*where, *found, self.tiles.floor)
        if row != column:
            with self.locks[column]:
                top_k.offer_rows_to_columns(*where, *found)

    def finish(
        self, embeddings: FloatArray, ties: Order, graph: NeighborGraph, known: int = 0
    ) -> None:
        """Write the best candidates into the graph, searching again for rows that may lack some.

        The first ``known`` rows of the graph hold their neighbours among each other already.
        """
        dropped, error = np.empty((2, len(graph)), np.float32)
        found = (self.keys, self.filled, self.limits)
        form = (self.tiles.floor, self.tiles.zero, self.tiles.unit, self.keep, known)
        results = (graph.ids, graph.sims, dropped, error)
        count = len(self.order)
        spread(top_k.rerank, count, embeddings, self.order, ties, *found, *form, *results)
        # A neighbour that was dropped is rounded no further than any candidate was, and a margin.
        margin = 1.25 * float(error.max()) + ROUNDING
        unsure = np.flatnonzero(dropped + margin >= graph.sims[:, -1])
        if len(unsure):
            log.debug("searching %d of %d rows again in float32", len(unsure), count)
            search_again(embeddings, unsure, ties, graph)


def search_again(embeddings: FloatArray, rows: Order, ties: Order, graph: NeighborGraph) -> None:
    """Search the neighbours of some rows in float32 among all that may be near enough.

    What the graph says of a row's last similarity is a lower bound of it.
    """
    step = 16 * TILE
    for start in range(0, len(rows), 128):
        group = rows[start : start + 128]
        bounds = graph.sims[group, -1:] - ROUNDING
        near = [
            np.nonzero(embeddings[group] @ embeddings[at : at + step].T >= bounds)
            for at in range(0, len(embeddings), step)
        ]
        local = np.concatenate([rows_near for rows_near, _ in near])
        columns = np.concatenate([at + step * b for b, (_, at) in enumerate(near)])
        exact = np.empty(len(local), np.float32)
        spread(top_k.pair_similarities, len(local), embeddings, group[local], columns, exact)
        best = np.lexsort((ties[columns], -exact, columns != group[local], local))
        first = np.searchsorted(local[best], np.arange(len(group)))
        chosen = best[first[:, None] + np.arange(graph.k)]
        graph.ids[group], graph.sims[group] = columns[chosen], exact[chosen]
        graph.sims[group, 0] = 1.0
