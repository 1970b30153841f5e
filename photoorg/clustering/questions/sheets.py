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


def worth(probability: FloatArray, settles: FloatArray) -> FloatArray:
    """Return how many faces ``(m,)`` are expected to be settled by a click that a question costs.

    ``probability (m,)`` is that of a yes, and an answer settles ``settles (m,)`` on average.
    """
    clicks = np.minimum(probability, 1 - probability) + 1 / SIZE
    return np.asarray(settles / clicks, np.float32)


def sheet(about: Order, probability: FloatArray, settles: FloatArray, size: int = SIZE) -> Order:
    """Return the places of the questions for the next sheet, the most valuable first.

    ``about (m,)`` is who each question would move; nobody is moved twice on one sheet. For
    ``probability (m,)`` and ``settles (m,)`` see :func:`worth`; what is not worth its click is not
    asked, and the sheet may be empty. It is as long as one more question raises what is settled
    by a click; so a question about many faces stands alone.
    """
    value = worth(probability, settles)
    best_first = np.argsort(-value, kind="stable")
    best_first = best_first[value[best_first] >= WORTH]
    _, first = np.unique(about[best_first], return_index=True)
    places = best_first[np.sort(first)[:size]]
    if len(places) == 0:
        return places
    clicks = 1 + np.cumsum(np.minimum(probability[places], 1 - probability[places]))
    return places[: int(np.argmax(np.cumsum(settles[places]) / clicks)) + 1]
