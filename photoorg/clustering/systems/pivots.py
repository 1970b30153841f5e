"""The sub-graphs of L-GCN: what each face sees of the album around it.

Every face p is the pivot of one: its k1 nearest faces, the k2 nearest of each of these, and p
itself. Two nodes are joined where one is among the u nearest of the other in the whole album. The
adjacency is a list of links, not a table of all pairs of nodes, which for one face takes 3 MB.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.types import BoolArray, IntArray


@dataclass(frozen=True, slots=True)
class Shape:
    """How far a sub-graph reaches: k1 faces, k2 of each of these, links to the u nearest."""

    k1: int = 20
    k2: int = 5
    u: int = 5


@dataclass(frozen=True, slots=True, eq=False)
class Subgraphs:
    """The sub-graphs of some pivots, laid end to end.

    ``nodes (m,)`` are faces, ``pivots (m,)`` the pivots they are seen from; node ``rows[e]`` is
    joined to ``columns[e]`` for each of the e links, both ways, and ``places[e]`` is where the
    album's links hold this one. ``hops (h,)`` are the nodes whose link to their pivot is asked for.
    """

    nodes: IntArray
    pivots: IntArray
    rows: IntArray
    columns: IntArray
    hops: IntArray
    places: IntArray

    def arrays(self) -> dict[str, Any]:
        """Return what the network takes besides the faces."""
        degrees = np.bincount(self.rows, minlength=len(self.nodes))
        # A node without links has the mean of nothing, which is zero and not 0/0.
        shares = (1 / np.maximum(degrees, 1)).astype(np.float32)[:, None]
        own = {name: getattr(self, name) for name in ("nodes", "pivots", "rows", "columns")}
        return {**own, "shares": shares, "hops": self.hops}

    def among(self) -> tuple[IntArray, "Subgraphs"]:
        """Return the faces that occur ``(f,)``, and the sub-graphs with faces numbered by them."""
        used, nodes = np.unique(self.nodes, return_inverse=True)
        return used, replace(self, nodes=nodes, pivots=np.searchsorted(used, self.pivots))


def joined(graph: NeighborGraph, u: int) -> csr_array:
    """Return which faces are joined ``(n, n)``: one of them is among the u nearest of the other."""
    ids = graph.ids[:, 1 : u + 1]
    n = len(graph)
    rows = np.repeat(np.arange(n), ids.shape[1])
    links = csr_array((np.ones(ids.size, np.int8), (rows, ids.ravel())), shape=(n, n))
    both = csr_array(links + links.T)
    both.sort_indices()
    return both


def subgraphs(graph: NeighborGraph, near: csr_array, pivots: IntArray, shape: Shape) -> Subgraphs:
    """Return the sub-graphs of the faces ``pivots (b,)``; nodes are in order of their face."""
    n = len(graph)
    first = graph.ids[pivots, 1 : shape.k1 + 1].astype(np.int64)
    second = graph.ids[first, 1 : shape.k2 + 1].reshape(len(pivots), -1)
    everything = np.concatenate([pivots[:, None], first, second], axis=1)
    keys = np.unique(np.arange(len(pivots))[:, None] * n + everything)
    owner, nodes = np.divmod(keys, n)
    degrees = np.diff(near.indptr)[nodes]
    ends = np.cumsum(degrees)
    rows = np.repeat(np.arange(len(nodes)), degrees)
    steps = np.arange(len(rows)) - np.repeat(ends - degrees, degrees)
    places = near.indptr[nodes][rows] + steps
    wanted = owner[rows] * n + near.indices[places]
    columns, inside = _find(keys, wanted)
    hops = np.searchsorted(keys, (np.arange(len(pivots))[:, None] * n + first).ravel())
    return Subgraphs(nodes, pivots[owner], rows[inside], columns[inside], hops, places[inside])


def _find(keys: IntArray, wanted: IntArray) -> tuple[IntArray, BoolArray]:
    """Return where each wanted key stands in the sorted keys, and whether it is there at all."""
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return places, keys[places] == wanted
