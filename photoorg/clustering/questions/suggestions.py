"""What to ask the user next, from the same pairs the grouping was made of.

Two kinds of question come from the pairs alone, each with the probability of a yes:

* are these two groups one person? (If one of them has a name: are these faces Anna?)
* is this group two people?

How alike two sets of faces are is measured by the faces of the smaller one: the mean of each
face's highest probability with a face of the other. How likely a yes is at some likeness was fitted
on people of development sets of four recognisers whom no network had seen, grouped by the default
engine; it is less than the likeness itself, because the engine did decide against, and depends on
what judges the pairs. (TPDi, the sizes of the groups, how well each hangs together and how near
the next likely group is told no more.)
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.questions.evidence import Evidence, Half, Odds
from photoorg.fitted import fitted
from photoorg.types import BoolArray, FloatArray

Order = NDArray[np.int64]

_FITTED = fitted(__name__)

OWN_WEIGHT, OWN_SHIFT = _FITTED["OWN_WEIGHT"], _FITTED["OWN_SHIFT"]
ONE_RECOGNISER = Odds(OWN_WEIGHT, OWN_SHIFT)
"""Where a network judges the pairs that was trained for the recogniser of the faces."""
ANY_WEIGHT, ANY_SHIFT = _FITTED["ANY_WEIGHT"], _FITTED["ANY_SHIFT"]
ANY_RECOGNISER = Odds(ANY_WEIGHT, ANY_SHIFT)
"""Where the network for all recognisers judges, or the cosine."""
LIKELY = 0.15
"""Nothing less probable is asked."""
HALF, WIDTH = _FITTED["HALF"], _FITTED["WIDTH"]
"""The likeness at which a group is two people as likely as not, and how fast that changes."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of people ``(m,)`` that may be one, ``small`` with no more faces than ``large``."""

    small: Order
    large: Order
    probability: FloatArray

    def __len__(self) -> int:
        return len(self.small)

    def where(self, chosen: NDArray[np.bool_]) -> "Pairs":
        return Pairs(self.small[chosen], self.large[chosen], self.probability[chosen])


def probable_pairs(evidence: Evidence, people: Labels, least: float = LIKELY) -> Pairs:
    """Return the pairs of people that are one with at least this probability.

    ``people (n,)`` are numbers from 0 for who each face is with now, -1 for faces that are gone.
    Each face alone stands for its atom: an atom that was divided is where most of it is.
    """
    home = _homes(evidence.atoms, evidence.others, people)
    own, other = people[evidence.faces], home[evidence.others]
    across = (own >= 0) & (other >= 0) & (own != other)
    found = _pairs(evidence, across, own, other, np.bincount(people[people >= 0], minlength=1))
    return found.where(found.probability >= least)


def joined_pairs(evidence: Evidence, people: Labels) -> Pairs:
    """Return the pairs of atoms that are with one person by now, and how probable that was."""
    atoms = evidence.atoms
    own = atoms[evidence.faces]
    home = _homes(atoms, np.concatenate([evidence.others, own]), people)
    here = people[evidence.faces]
    together = (here >= 0) & (home[own] == here) & (home[evidence.others] == here)
    sizes = np.bincount(atoms[atoms >= 0], minlength=1)
    return _pairs(evidence, together, own, evidence.others, sizes)


def _pairs(evidence: Evidence, chosen: BoolArray, own: Order, other: Order, sizes: Order) -> Pairs:
    """Return the pairs of sets of faces that what is ``chosen (m,)`` of the evidence tells of.

    Each face is of a set ``own (m,)``, and may be the same person as the set ``other (m,)``.
    """
    faces, own, other, p = evidence.faces[chosen], own[chosen], other[chosen], evidence.p[chosen]
    smaller = (sizes[own] < sizes[other]) | ((sizes[own] == sizes[other]) & (own < other))
    codes, pair = np.unique(own[smaller] * len(sizes) + other[smaller], return_inverse=True)
    small, large = codes // len(sizes), codes % len(sizes)
    # One stretch per pair and face, of which the highest value counts.
    cells = pair * len(evidence) + faces[smaller]
    by_cell = np.argsort(cells, kind="stable")
    starts = np.flatnonzero(np.diff(cells[by_cell], prepend=-1))
    values = p[smaller][by_cell]
    highest = np.maximum.reduceat(values, starts) if len(starts) else values
    likeness = np.bincount(pair[by_cell][starts], highest, len(codes)) / sizes[small]
    odds = evidence.odds
    probability = sigmoid(odds.weight * logit(likeness) + odds.shift)
    return Pairs(small, large, probability.astype(np.float32))


def probable_halves(
    evidence: Evidence, people: Labels, least: float = LIKELY
) -> Iterator[tuple[int, Half, float]]:
    """Yield people who may be two: who, the smaller part, and the probability that they are.

    Only of an atom that is still whole; another answer may have joined more to it.
    """
    by_atom = np.argsort(evidence.atoms, kind="stable")
    first = np.array([half.rows[0] for half in evidence.halves], np.int64)
    atoms, atom = evidence.atoms[by_atom], evidence.atoms[first]
    starts, ends = (np.searchsorted(atoms, atom, side).tolist() for side in ("left", "right"))
    for half, start, end in zip(evidence.halves, starts, ends, strict=True):
        probability = float(1 / (1 + np.exp((half.likeness - HALF) / WIDTH)))
        if probability >= least:
            whole = people[by_atom[start:end]]
            rest = len(whole) - len(half.rows)
            if rest > 0 and whole[0] >= 0 and (whole == whole[0]).all():
                yield int(whole[0]), half, probability


def _homes(atoms: Labels, named: Order, people: Labels) -> Order:
    """Return with whom most faces of each atom are, -1 where none is left.

    ``atoms (n,)`` of the faces, ``named (m,)`` any that are spoken of.
    """
    there = (atoms >= 0) & (people >= 0)
    width = int(people.max(initial=-1)) + 1
    cells, counts = np.unique(atoms[there] * width + people[there], return_counts=True)
    last = max(int(atoms.max(initial=-1)), int(named.max(initial=-1)))
    home = np.full(last + 1, -1, np.int64)
    rising = np.argsort(counts, kind="stable")
    home[cells[rising] // max(width, 1)] = cells[rising] % max(width, 1)
    return home


def logit(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithm of odds, of none beyond a thousand to one."""
    kept = np.clip(share, 1e-3, 1 - 1e-3)
    found: NDArray[np.float64] = np.log(kept / (1 - kept))
    return found


def sigmoid(z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of which :func:`logit` is ``z``."""
    found: NDArray[np.float64] = 1 / (1 + np.exp(-z))
    return found
