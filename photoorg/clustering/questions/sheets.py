"""Questions in sheets: many answers for one click.

A sheet shows up to :data:`SIZE` questions with the probable answers already given; whoever looks
at it changes those that are wrong and takes the rest at once. So a question costs a click with the
probability that its answer is the less probable one, and its share of the click for the sheet. A
sheet is made of the questions that settle most faces for what they cost.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.types import FloatArray

Order = NDArray[np.int64]

SIZE = 12
"""Questions that fit a window without scrolling."""
WORTH = 0.5
"""Faces a click has to settle for a question to be asked at all."""


def worth(probability: FloatArray, gain: FloatArray) -> FloatArray:
    """Return how many faces ``(m,)`` a click is expected to gain that a question costs.

    ``probability (m,)`` is that of a yes; an answer is expected to gain ``gain (m,)``.
    """
    clicks = np.minimum(probability, 1 - probability) + 1 / SIZE
    return np.asarray(gain / clicks, np.float32)


def gain_of(one: Order, other: Order) -> FloatArray:
    """Return what it gains ``(m,)``, in faces, to join or to divide sets of so many faces ``(m,)``.

    Each of a + b faces then stands with all of its own instead of with a part of them, which adds
    2ab / (a + b) to the sum of BCubed recall over faces (of precision, where they are divided).
    """
    return np.asarray(2.0 * one * other / np.maximum(one + other, 1), np.float32)


def sheet(about: Order, probability: FloatArray, gain: FloatArray, size: int = SIZE) -> Order:
    """Return the places of the questions for the next sheet, the most valuable first.

    ``about (m,)`` is who each question would move; nobody is moved twice on one sheet. For
    ``probability (m,)`` and ``gain (m,)`` see :func:`worth`; what is not worth its click is not
    asked, and the sheet may be empty. It is as long as one more question raises what a click
    gains; so a question about many faces stands alone.
    """
    value = worth(probability, gain)
    best_first = np.argsort(-value, kind="stable")
    best_first = best_first[value[best_first] >= WORTH]
    _, first = np.unique(about[best_first], return_index=True)
    places = best_first[np.sort(first)[:size]]
    if len(places) == 0:
        return places
    clicks = 1 + np.cumsum(np.minimum(probability[places], 1 - probability[places]))
    return places[: int(np.argmax(np.cumsum(gain[places]) / clicks)) + 1]
