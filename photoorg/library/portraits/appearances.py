"""How people looked along time: a person's faces of a few years look like each other.

A child of two years and of ten are nearly two people, and so is somebody young and old.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Years = NDArray[np.float64]

SPAN = 3.0
"""No appearance is longer than so many years."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How somebody looked from ``first`` to ``last``, in years; both NaN where nobody knows when.

    ``faces`` are places in the list that was divided, in its order.
    """

    first: float
    last: float
    faces: Sequence[int]


def divided(photo_ids: Sequence[int], dates: Mapping[int, str | None]) -> list[Appearance]:
    """Return the appearances, in the order of time, of the faces of these photos.

    Those of photos that have no date come last.
    """
    years = np.array([in_years(dates.get(photo) or "") for photo in photo_ids], np.float64)
    numbers = appearances(years)
    found = []
    for number in (*range(int(numbers.max(initial=-1)) + 1), -1):
        places = np.flatnonzero(numbers == number)
        if len(places):
            seen = years[places]
            found.append(Appearance(float(seen.min()), float(seen.max()), places.tolist()))
    return found


def appearances(years: Years) -> Ids:
    """Return to which appearance ``(m,)`` moments belong, from 0 in the order of time; -1: to none.

    ``years (m,)`` are NaN where they are not known. What is longer than :data:`SPAN` is divided
    where nothing was seen for longest.
    """
    found = np.full(len(years), -1, np.int64)
    known = np.flatnonzero(np.isfinite(years))
    todo = [known[np.argsort(years[known], kind="stable")]] if len(known) else []
    number = 0
    while todo:
        rows = todo.pop()
        seen = years[rows]
        if seen[-1] - seen[0] > SPAN:
            gap = int(np.argmax(np.diff(seen))) + 1
            todo += [rows[gap:], rows[:gap]]
        else:
            found[rows] = number
            number += 1
    return found


def in_years(day: str) -> float:
    """Return a date, a month ("2019-07") or a year, at its beginning, in years; NaN for none."""
    parts = day[:10].split("-") if day else []
    if not parts or not all(part.isdecimal() for part in parts):
        return float("nan")
    year, month, date, *_ = [*map(int, parts), 1, 1]
    return year + (month - 1) / 12 + (date - 1) / 372
