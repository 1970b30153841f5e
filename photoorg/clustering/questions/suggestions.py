"""What to ask the user next, from the same pairs the grouping was made of.

Three kinds of question, each with the probability of a yes and the number of faces an answer is
expected to settle, by which they are ranked:

* are these two groups one person?
* is this group two people?
* are these faces Anna?

How alike two sets of faces are is measured by the faces of the smaller one: the mean of each
face's highest probability with a face of the other. How likely a yes is at some likeness was fitted
on people of development sets of four recognisers whom no network had seen, grouped by the default
engine; it is less than the likeness itself, because the engine did decide against, and depends on
what judges the pairs. (TPDi, the sizes of the groups, how well each hangs together and how near
the next likely group is told no more.) Nothing is asked that the user has answered already or that
a rule forbids.
"""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.ndde_tpdi.neighborhoods import Neighborhoods
from photoorg.clustering.questions.split_groups import weakest_cut
from photoorg.clustering.rules.groups import Rules
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.clustering.scoring.networks import GENERIC
from photoorg.clustering.scoring.relational import RelationalScorer

Order = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Odds:
    """The logit of a yes is ``weight`` times that of the likeness, plus ``shift``."""

    weight: float
    shift: float


ONE_RECOGNISER = Odds(0.93, 0.0)
"""Where a network judges the pairs that was trained for the recogniser of the faces."""
ANY_RECOGNISER = Odds(0.76, -1.4)
"""Where the network for all recognisers judges, or the cosine."""
LIKELY = 0.15
"""Nothing less probable is asked."""
_HALF, _WIDTH = 0.61, 0.085
_FAINT = 0.02


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Are the groups with these labels one person? The first one is the smaller."""

    labels: tuple[int, int]
    probability: float
    faces: float


@dataclass(frozen=True, slots=True, eq=False)
class TwoPeople:
    """Is the group with this label two people? ``rows`` are the faces of the smaller part."""

    label: int
    rows: Order
    probability: float
    faces: float


@dataclass(frozen=True, slots=True, eq=False)
class LooksLike:
    """Are these faces the person with this label? ``rows`` are a group or one face alone."""

    label: int
    rows: Order
    probability: float
    faces: float


def odds_of(scorer: PairScorer) -> Odds:
    """Return the odds for faces whose pairs a scorer judged."""
    specific = isinstance(scorer, RelationalScorer) and scorer.network.pack != GENERIC
    return ONE_RECOGNISER if specific else ANY_RECOGNISER


def one_person(
    near: Neighborhoods, labels: Labels, rules: Rules, odds: Odds = ANY_RECOGNISER, most: int = 50
) -> list[OnePerson]:
    """Return the pairs of groups that may be one person, the most useful question first.

    ``labels (n,)`` and the rules go by the rows of the faces; for ``odds`` see :func:`odds_of`.
    """
    grouped = labels[near.order]
    sizes = np.bincount(grouped[grouped >= 0], minlength=1)
    found = [
        OnePerson((small, large), probability, probability * int(sizes[small]))
        for (small, large), probability in _probable_pairs(near, grouped, rules, odds).items()
    ]
    return sorted(found, key=lambda question: (-question.faces, question.labels))[:most]


def two_people(near: Neighborhoods, labels: Labels, most: int = 50) -> list[TwoPeople]:
    """Return the groups that fall into two parts of at least two faces with little in common.

    The parts are those of the most probable tree that links the group, cut where it is weakest.
    """
    grouped = labels[near.order]
    found = []
    for label, part, likeness in _weak_halves(near, grouped):
        probability = float(1 / (1 + np.exp((likeness - _HALF) / _WIDTH)))
        if probability >= LIKELY:
            rows = np.sort(near.order[part])
            found.append(TwoPeople(label, rows, probability, probability * len(rows)))
    return sorted(found, key=lambda question: (-question.faces, question.label))[:most]


def looks_like(
    near: Neighborhoods,
    labels: Labels,
    named: Order,
    rules: Rules,
    odds: Odds = ANY_RECOGNISER,
    most: int = 50,
) -> list[LooksLike]:
    """Return for people with a name the faces of unnamed groups that look like them.

    ``named (m,)`` are the labels that have a name. Each unnamed group is asked about once, for
    the person it looks most like.
    """
    grouped = labels[near.order]
    names = set(named.tolist())
    best: dict[int, tuple[float, int]] = {}
    for pair, probability in _probable_pairs(near, grouped, rules, odds).items():
        for person, unnamed in (pair, pair[::-1]):
            if person in names and unnamed not in names:
                best[unnamed] = max(best.get(unnamed, (0.0, 0)), (probability, -person))
    by_group = np.argsort(grouped, kind="stable")
    found = []
    for unnamed, (probability, person) in best.items():
        first, last = np.searchsorted(grouped, [unnamed, unnamed + 1], sorter=by_group)
        rows = np.sort(near.order[by_group[first:last]])
        found.append(LooksLike(-person, rows, probability, probability * len(rows)))
    return sorted(found, key=lambda question: (-question.faces, question.rows[0]))[:most]


def _probable_pairs(
    near: Neighborhoods, grouped: Labels, rules: Rules, odds: Odds
) -> dict[tuple[int, int], float]:
    """Return the probability that two groups (smaller, larger) are one person, where likely."""
    pairs, likeness = _likeness(near, grouped)
    probability = 1 / (1 + np.exp(-odds.weight * _logit(likeness) - odds.shift))
    likely = np.flatnonzero(probability >= LIKELY)
    allowed = _Allowed(grouped, rules.reordered(near.order))
    return {
        (one, other): float(probability[place])
        for place, (one, other) in zip(likely.tolist(), pairs[likely].tolist(), strict=True)
        if allowed(one, other)
    }


def _likeness(near: Neighborhoods, grouped: Labels) -> tuple[Order, NDArray[np.float64]]:
    """Return pairs of groups ``(m, 2)``, the smaller one first, and how alike they are ``(m,)``."""
    sizes = np.bincount(grouped[grouped >= 0], minlength=1)
    face, column = np.nonzero(near.p > _FAINT)
    there = near.ids[face, column].astype(np.int64)
    p = near.p[face, column]
    across = (grouped[face] >= 0) & (grouped[there] >= 0) & (grouped[face] != grouped[there])
    face, there, p = face[across], there[across], np.tile(p[across], 2)
    # Both directions count: a face of a small group may be none of the nearest of a large one.
    face, there = np.concatenate([face, there]), np.concatenate([there, face])
    own, other = grouped[face], grouped[there]
    smaller = (sizes[own] < sizes[other]) | ((sizes[own] == sizes[other]) & (own < other))
    codes, pair = np.unique(own[smaller] * len(sizes) + other[smaller], return_inverse=True)
    pairs = np.stack([codes // len(sizes), codes % len(sizes)], axis=1)
    # One stretch per pair of groups and face, of which the highest value counts.
    cells = pair * len(grouped) + face[smaller]
    by_cell = np.argsort(cells, kind="stable")
    starts = np.flatnonzero(np.diff(cells[by_cell], prepend=-1))
    values = p[smaller][by_cell]
    highest = np.maximum.reduceat(values, starts) if len(starts) else values
    total = np.bincount(pair[by_cell][starts], highest, len(pairs))
    return pairs, total / sizes[pairs[:, 0]]


def _weak_halves(near: Neighborhoods, grouped: Labels) -> list[tuple[int, Order, float]]:
    """Return label, places of the smaller half and likeness of the halves of every group."""
    face, column = np.nonzero(near.p > _FAINT)
    there = near.ids[face, column].astype(np.int64)
    inner = (grouped[face] >= 0) & (grouped[face] == grouped[there]) & (face != there)
    face, there, p = face[inner], there[inner], near.p[face[inner], column[inner]]
    strongest = np.lexsort((-p, grouped[face]))
    face, there, p = face[strongest], there[strongest], p[strongest]
    by_group = np.argsort(grouped, kind="stable")
    found = []
    bounds = np.flatnonzero(np.diff(grouped[face], prepend=-2, append=-2))
    for start, end in itertools.pairwise(bounds.tolist()):
        label = int(grouped[face[start]])
        first, last = np.searchsorted(grouped, [label, label + 1], sorter=by_group)
        if last - first >= 4:
            links = slice(start, end)
            half = weakest_cut(by_group[first:last], face[links], there[links], p[links])
            if half is not None:
                found.append((label, *half))
    return found


def _logit(share: NDArray[np.float64]) -> NDArray[np.float64]:
    kept = np.clip(share, 1e-3, 1 - 1e-3)
    return np.log(kept / (1 - kept))


_NOTHING: set[int] = set()


class _Allowed:
    """Tells whether the rules let two groups be one."""

    def __init__(self, grouped: Labels, rules: Rules) -> None:
        rows = np.repeat(np.arange(len(grouped)), np.diff(rules.starts))
        enemies = np.stack([grouped[rows], grouped[rules.enemies]], axis=1)
        self._enemies = set(map(tuple, np.unique(enemies, axis=0).tolist()))
        named = rules.names >= 0
        self._names = _sets(grouped[named], rules.names[named])
        rows = np.repeat(np.arange(len(grouped)), np.diff(rules.side_starts))
        self._sides = _sets(grouped[rows], rules.sides)
        self._opposite = _sets(grouped[rows], rules.sides ^ 1)

    def __call__(self, one: int, other: int) -> bool:
        if (one, other) in self._enemies:
            return False
        if not self._sides.get(one, _NOTHING).isdisjoint(self._opposite.get(other, _NOTHING)):
            return False
        return len(self._names.get(one, _NOTHING) | self._names.get(other, _NOTHING)) < 2


def _sets(groups: Order, values: Order) -> dict[int, set[int]]:
    """Return which of the values ``(m,)`` each group ``(m,)`` has."""
    found: dict[int, set[int]] = {}
    for group, value in np.unique(np.stack([groups, values], axis=1), axis=0).tolist():
        found.setdefault(group, set()).add(value)
    return found
