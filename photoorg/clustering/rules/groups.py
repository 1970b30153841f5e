"""Groups of faces that grow by joining along edges, as far as rules allow.

Groups are joined along edges from the strongest to the weakest, and an edge that would break a
rule is left out: so a rule costs the weakest links, not the strong core of a group.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.rules.canonical import inverse, numbered
from photoorg.clustering.rules.sides import Sides, opposed, sides_of_faces, unite
from photoorg.fitted import fitted
from photoorg.types import BoolArray

Pairs = NDArray[np.int64]

SEVERAL = int(fitted(__name__)["SEVERAL"])
"""Good faces a group needs to have for a poor face not to join it with another such group."""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Constraints of n faces, ready to be looked up.

    ``names (n,)`` are the must-link values, ``enemies[starts[i]:starts[i + 1]]`` the faces that
    may not be with face i, ``poor (n,)`` the faces that are no bridges, ``absent (n,)`` what is
    no face. Face i stands on the ``sides[side_starts[i]:side_starts[i + 1]]``; those of one
    answer are 2a and 2a + 1, and faces on the one are never with faces on the other. Where both
    faces of one of ``twice (t, 2)`` come into one group, the second leaves it.
    """

    names: NDArray[np.int64]
    starts: NDArray[np.int64]
    enemies: NDArray[np.int64]
    poor: BoolArray
    absent: BoolArray
    side_starts: NDArray[np.int64]
    sides: NDArray[np.int64]
    twice: Pairs

    @property
    def free(self) -> bool:
        """Whether nothing is said about any face."""
        apart = len(self.enemies) or len(self.sides) or len(self.twice)
        return not (apart or self.poor.any() or (self.names >= 0).any())

    def reordered(self, order: NDArray[np.int64]) -> "Rules":
        """Return the rules for the faces ``order``, numbered by their places in it."""
        n, places = len(order), inverse(order)
        rows = np.repeat(places, np.diff(self.starts))
        starts, enemies = neighbor_lists(rows, places[self.enemies], n)
        rows = np.repeat(places, np.diff(self.side_starts))
        side_starts, sides = neighbor_lists(rows, self.sides, n)
        return Rules(
            names=self.names[order],
            starts=starts,
            enemies=enemies,
            poor=self.poor[order],
            absent=self.absent[order],
            side_starts=side_starts,
            sides=sides,
            twice=places[self.twice],
        )


def join(edges: Pairs, rules: Rules) -> tuple[Labels, BoolArray]:
    """Join faces along edges ``(m, 2)``, the first ones first, as far as the rules allow.

    Returns the groups ``(n,)``, numbered by their first face with -1 for what is no face, and
    which edges ``(m,)`` a rule refused.
    """
    groups = Groups.start(rules)
    refused = groups.join(edges)
    return groups.labels(), refused


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Groups that grow by joining; must-linked faces are together from the start.

    Per face: its ``leader``; the ``following`` member of its group and, for leaders, the
    ``last`` one, the ``sizes``, the number of ``good`` faces, the ``names`` and the ``sides``.
    """

    rules: Rules
    leader: NDArray[np.int64]
    following: NDArray[np.int64]
    last: NDArray[np.int64]
    sizes: NDArray[np.int64]
    good: NDArray[np.int64]
    names: NDArray[np.int64]
    sides: Sides

    @classmethod
    def start(cls, rules: Rules) -> "Groups":
        n = len(rules.names)
        itself = np.arange(n)
        groups = cls(
            rules=rules,
            leader=itself.copy(),
            following=np.full(n, -1),
            last=itself.copy(),
            sizes=np.ones(n, np.int64),
            good=(~rules.poor).astype(np.int64),
            names=rules.names.copy(),
            sides=sides_of_faces(rules.side_starts, rules.sides),
        )
        named = np.flatnonzero(rules.names >= 0)
        named = named[np.argsort(rules.names[named], kind="stable")]
        together = rules.names[named[1:]] == rules.names[named[:-1]]
        chain = np.stack([named[:-1], named[1:]], axis=1)[together]
        groups.join(chain, several=n + 1)
        return groups

    def join(self, edges: Pairs, several: int | None = None) -> BoolArray:
        """Join along edges ``(m, 2)`` in turn; returns which ones ``(m,)`` a rule refused."""
        rules = self.rules
        held = (self.leader, self.following, self.last, self.sizes, self.good, self.names)
        said = (rules.starts, rules.enemies, rules.poor, rules.absent)
        edges = np.ascontiguousarray(edges, np.int64)
        refused: BoolArray = _join(
            edges, *held, self.sides, *said, SEVERAL if several is None else several
        )
        return refused

    def labels(self) -> Labels:
        """Return the groups ``(n,)``, numbered by their first face; -1 for what is no face."""
        groups = np.where(self.rules.absent, -1, self.leaders())
        host, guest = self.rules.twice.T
        leaving = guest[groups[host] == groups[guest]]
        groups[leaving] = len(groups) + leaving
        return numbered(groups)

    def leaders(self) -> NDArray[np.int64]:
        """Return for every face the face ``(n,)`` its group is kept under."""
        leaders = self.leader
        while True:
            # Pointer jumping: each pass doubles how far a face looks up.
            higher = leaders[leaders]
            if np.array_equal(higher, leaders):
                return higher
            leaders = higher


def neighbor_lists(
    one: NDArray[np.int64], other: NDArray[np.int64], n: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return ``(starts (n + 1,), others (m,))``: the distinct others of every face in order.

    ``one (m,)`` are faces, ``other (m,)`` any numbers from 0.
    """
    span = int(other.max(initial=0)) + 1
    codes = np.unique(one * span + other) if len(one) else np.empty(0, np.int64)
    starts = np.searchsorted(codes, np.arange(n + 1) * span)
    return starts, codes % span


@njit(cache=True, nogil=True)
def _leader(leader: NDArray[np.int64], i: int) -> int:
    while leader[i] != i:
        leader[i] = leader[leader[i]]
        i = leader[i]
    return i


@njit(cache=True, nogil=True)
def _at_war(
    small: int,
    large: int,
    leader: NDArray[np.int64],
    following: NDArray[np.int64],
    starts: NDArray[np.int64],
    enemies: NDArray[np.int64],
) -> bool:
    member = small
    while member >= 0:
        for e in range(starts[member], starts[member + 1]):
            if _leader(leader, enemies[e]) == large:
                return True
        member = following[member]
    return False


@njit(cache=True, nogil=True)
def _join(
    edges: Pairs,
    leader: NDArray[np.int64],
    following: NDArray[np.int64],
    last: NDArray[np.int64],
    sizes: NDArray[np.int64],
    good: NDArray[np.int64],
    names: NDArray[np.int64],
    sides: Sides,
    starts: NDArray[np.int64],
    enemies: NDArray[np.int64],
    poor: BoolArray,
    absent: BoolArray,
    several: int,
) -> BoolArray:
    refused = np.zeros(len(edges), np.bool_)
    for e in range(len(edges)):
        u, v = edges[e]
        small, large = _leader(leader, u), _leader(leader, v)
        if small == large:
            continue
        if sizes[small] > sizes[large] or (sizes[small] == sizes[large] and small < large):
            small, large = large, small
        refused[e] = (
            absent[u]
            or absent[v]
            or (names[small] >= 0 and names[large] >= 0 and names[small] != names[large])
            or ((poor[u] or poor[v]) and min(good[small], good[large]) >= several)
            or opposed(sides, small, large)
            or _at_war(small, large, leader, following, starts, enemies)
        )
        if refused[e]:
            continue
        leader[small] = large
        following[last[large]] = small
        last[large] = last[small]
        sizes[large] += sizes[small]
        good[large] += good[small]
        names[large] = max(names[large], names[small])
        unite(sides, small, large)
    return refused
