"""The same links cut elsewhere: what of the groups that are there would join, and what fall apart.

Groups are taken as they are now, whoever made them. A part leaves a group where the links that hold
it there are cut; faces that stay together for another reason (a human said so, a rule) do. Two
groups join where a link between them is not cut any more.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.questions.evidence import Links
from photoorg.types import BoolArray

Order = NDArray[np.int64]


def parts(links: Links, people: Labels, cut: float, tied: BoolArray) -> Iterator[tuple[int, Order]]:
    """Yield who would lose faces and the rows ``(m,)`` that leave together, by their first row.

    ``people (n,)`` are numbers from 0, -1 for faces that count for nothing. Of what falls apart the
    part with most ``tied (n,)`` faces stays, then the largest one.
    """
    inside = people[links.to] == people
    before = _connected(links, inside & (links.distances < links.cut))
    after = _connected(links, inside & (links.distances < cut))
    pieces, first, sizes = np.unique(after, return_index=True, return_counts=True)
    ties = np.bincount(np.searchsorted(pieces, after), tied, len(pieces))
    block = before[first]
    best_first = np.lexsort((first, -sizes, -ties, block))
    _, stays = np.unique(block[best_first], return_index=True)
    leaves = np.ones(len(pieces), bool)
    leaves[best_first[stays]] = False
    leaves &= people[first] >= 0
    by_piece = np.argsort(after, kind="stable")
    starts = np.searchsorted(after[by_piece], pieces)
    for piece in np.flatnonzero(leaves)[np.argsort(first[leaves])].tolist():
        rows = by_piece[starts[piece] : starts[piece] + sizes[piece]]
        yield int(people[rows[0]]), rows


def bridges(links: Links, people: Labels, cut: float) -> Order:
    """Return the pairs of people ``(m, 2)`` that are linked below a cut, the nearest first."""
    own, other = people, people[links.to]
    across = np.flatnonzero((own >= 0) & (other >= 0) & (own != other) & (links.distances < cut))
    across = across[np.argsort(links.distances[across], kind="stable")]
    return np.stack([own[across], other[across]], axis=1)


def _connected(links: Links, kept: BoolArray) -> Order:
    """Return for every face the face ``(n,)`` that the kept links lead to; they form a forest."""
    roots = np.where(kept, links.to, np.arange(len(kept)))
    while True:
        higher = roots[roots]
        if np.array_equal(higher, roots):
            return roots
        roots = higher
