"""What a graph of neighbours has to be, whoever made it."""

import numpy as np

from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.types import BoolArray


def check(graph: NeighborGraph) -> None:
    """Fail on the first row that breaks what :class:`NeighborGraph` promises."""
    ids, sims = graph.ids, graph.sims
    n = len(ids)
    assert ids.shape == sims.shape
    ordered = np.sort(ids, axis=1)
    faults: dict[str, BoolArray] = {
        "does not begin with itself": ids[:, :1] != np.arange(n)[:, None],
        "names a face that does not exist": (ids < 0) | (ids >= n),
        "names a face twice": np.diff(ordered, axis=1) == 0,
        "is not in falling order": np.diff(sims, axis=1) > 0,
        "holds a similarity that is not finite": ~np.isfinite(sims),
    }
    for fault, wrong in faults.items():
        rows = np.flatnonzero(wrong.any(axis=1))
        assert not len(rows), f"Row {rows[0]} of the neighbours {fault}."
