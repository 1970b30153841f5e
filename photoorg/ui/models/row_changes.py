"""What turns one list of rows into another with as little said to the views as possible.

Rows are known by keys. A view that hears of single rows keeps selection, keyboard and editor at
them by itself; a view whose model was reset has lost them.
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeAlias

MOST = 200
"""With more changes than these a new start is quicker."""

_CHUNK = 1024


class Remove(NamedTuple):
    """The rows ``first`` to ``last`` go."""

    first: int
    last: int


class Move(NamedTuple):
    """The row ``start`` is at ``end`` afterwards."""

    start: int
    end: int


class Insert(NamedTuple):
    """The rows ``first`` to ``last`` are new."""

    first: int
    last: int


Step: TypeAlias = Remove | Move | Insert


def steps_between(
    before: Sequence[Hashable], after: Sequence[Hashable], most: int = MOST
) -> list[Step] | None:
    """Return the steps, to be taken in this order, from the keys ``before`` to ``after``.

    None when there would be more than ``most``. Keys are unique in both.
    """
    start, end = _same_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    going, coming = set(old).difference(new), set(new).difference(old)
    removed = _runs(old, going)
    inserted = _runs(new, coming)
    if len(removed) + len(inserted) > most:
        return None
    moved = _moves(
        [key for key in old if key not in going], [key for key in new if key not in coming], most
    )
    if moved is None or len(removed) + len(inserted) + len(moved) > most:
        return None
    return [
        *(Remove(start + first, start + last) for first, last in reversed(removed)),
        *(Move(start + one.start, start + one.end) for one in moved),
        *(Insert(start + first, start + last) for first, last in inserted),
    ]


def _same_ends(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many keys are the same at the start, and how many more at the end."""
    start = _same_start(before, after)
    return start, _same_start(before[start:][::-1], after[start:][::-1])


def _same_start(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    short = min(len(one), len(other))
    start = 0
    while start < short and one[start : start + _CHUNK] == other[start : start + _CHUNK]:
        start += _CHUNK  # many at once: nearly all rows are the same
    return next((n for n in range(start, short) if one[n] != other[n]), short)


def _runs(keys: Sequence[Hashable], chosen: set[Hashable]) -> list[tuple[int, int]]:
    """Return the first and last places of the runs of chosen keys."""
    runs: list[tuple[int, int]] = []
    for at, key in enumerate(keys) if chosen else ():
        if key not in chosen:
            continue
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def _moves(old: list[Hashable], new: list[Hashable], most: int) -> list[Move] | None:
    """Return how keys change places; both lists hold the same ones."""
    start, end = _same_ends(old, new)
    if start == len(old):
        return []
    now, goal = old[start : len(old) - end], new[start : len(new) - end]
    if now[1:] == goal[:-1]:
        return [Move(start, start + len(now) - 1)]
    if now[:-1] == goal[1:]:
        return [Move(start + len(now) - 1, start)]
    place = {key: at for at, key in enumerate(now)}
    stay = _longest_rise([place[key] for key in goal])
    if len(goal) - len(stay) > most:
        return None
    moves = []
    for at, key in enumerate(goal):
        if place[key] in stay:
            continue
        here = now.index(key)
        del now[here]
        # what stands before it in the end is in its right place already
        there = now.index(goal[at - 1]) + 1 if at else 0
        now.insert(there, key)
        moves.append(Move(start + here, start + there))
    return moves


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the members of a longest rising subsequence of different numbers."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    rise = set()
    last = tails[-1] if tails else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise
