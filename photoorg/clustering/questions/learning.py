"""What the answers so far tell of the answers to come.

The odds of a yes were fitted on albums of other people. Two things differ from album to album:

* there are groups that look like everybody, as blurred strangers do: who was refused again and
  again is less probably the next one;
* the odds as a whole: where most people are seen once more is refused than in a family's album.

Both are read off what stands in the album, so that undo takes back what was learned, too. A yes are
two groups of the engine that are one person by now, a no are two people that an answer keeps apart.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.questions.evidence import Evidence
from photoorg.clustering.questions.suggestions import Pairs, joined_pairs, logit, sigmoid
from photoorg.types import BoolArray

Probabilities = NDArray[np.float64]

FAINT = 0.05
"""Pairs less probable do not become probable by answers."""
TRUST = 1.0
"""A group is trusted as if so many questions about it had been agreed to."""
SPREAD = 0.3
"""The standard deviation, from album to album, of the logit of a yes at the same likeness."""
_STEPS = 8


def learned(pairs: Pairs, refused: BoolArray, evidence: Evidence, people: Labels) -> Pairs:
    """Return pairs of people with the probabilities that the answers so far suggest.

    ``refused (m,)`` tells which of the pairs were answered with no; ``people (n,)`` are numbers
    from 0 for who each face is with now, as they were when the pairs were found.
    """
    if len(pairs) == 0:
        return pairs
    p = pairs.probability.astype(np.float64)
    p = sigmoid(logit(p) + np.log(_trust(pairs, p, refused, evidence, people)))
    agreed = _agreed(joined_pairs(evidence, people))
    shift = _shift(np.concatenate([agreed, p[refused]]), len(agreed))
    return Pairs(pairs.small, pairs.large, sigmoid(logit(p) + shift).astype(np.float32))


def _trust(
    pairs: Pairs, p: Probabilities, refused: BoolArray, evidence: Evidence, people: Labels
) -> Probabilities:
    """Return by how much the odds of each pair fall for what was refused to one of the two."""
    count = int(people.max(initial=0)) + 1
    no = np.bincount(pairs.small[refused], p[refused], count)
    no += np.bincount(pairs.large[refused], p[refused], count)
    there = (people >= 0) & (evidence.atoms >= 0)
    groups = np.unique(np.stack([people[there], evidence.atoms[there]]), axis=1)
    yes = np.maximum(np.bincount(groups[0], minlength=count) - 1, 0)
    trust = (TRUST + yes) / (TRUST + yes + no)
    found: Probabilities = np.minimum(trust[pairs.small], trust[pairs.large])
    return found


def _agreed(joined: Pairs) -> Probabilities:
    """Return how probable it was that each group of the engine would be joined with another."""
    highest = np.zeros(int(joined.small.max(initial=-1)) + 1)
    np.maximum.at(highest, joined.small, joined.probability)
    return highest[np.unique(joined.small)]


def _shift(p: Probabilities, agreed: int) -> float:
    """Return what is most probably to be added to all logits (Newton's method).

    Of the questions ``p (m,)`` the first ones were ``agreed`` to and the others refused.
    """
    z, shift = logit(p), 0.0
    for _ in range(_STEPS):
        q = sigmoid(z + shift)
        slope = agreed - q.sum() - shift / SPREAD**2
        shift += float(slope / ((q * (1 - q)).sum() + 1 / SPREAD**2))
    return shift
