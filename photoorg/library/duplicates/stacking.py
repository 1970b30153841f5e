"""Stacks of pictures, from pairs that are one picture and from when pictures were taken."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.library.duplicates.values import Why, Worth

PAUSE = timedelta(seconds=3)
"""Pictures of a burst follow each other within this time."""

BURST_ALIKE = 0.6
"""Sketches of one view have at least this correlation, even if people in it move a little."""


_ROUNDED = 0.5
"""Seconds that days with a fraction may be wrong by, and more."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A photo that tells its second: ``camera`` and ``people`` as far as known."""

    photo_id: int
    at: str
    camera: str | None
    people: Collection[int]


class Stacks:
    """Photos that hang together by pairs."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._leaders: dict[int, int] = {}
        for pair in pairs:
            self.join(*pair)

    def join(self, one: int, other: int) -> None:
        """Put the stacks of two photos together."""
        first, second = sorted((self._leader(one), self._leader(other)))
        self._leaders[second] = first

    def together(self, one: int, other: int) -> bool:
        """Tell whether two photos are in one stack."""
        return self._leader(one) == self._leader(other)

    def groups(self) -> list[list[int]]:
        """Return the photos of each stack in ascending order, that with the first one first."""
        groups: dict[int, list[int]] = {}
        for one in sorted(self._leaders):
            groups.setdefault(self._leader(one), []).append(one)
        return list(groups.values())

    def _leader(self, one: int) -> int:
        leaders = self._leaders
        leaders.setdefault(one, one)
        while leaders[one] != one:
            leaders[one] = leaders[leaders[one]]
            one = leaders[one]
        return one


def split(
    stacks: Iterable[Sequence[int]], apart: Callable[[int, int], bool]
) -> list[Sequence[int]]:
    """Return stacks without any two photos that are ``apart``: those leave, and stand together."""
    result: list[Sequence[int]] = []
    waiting = [list(stack) for stack in stacks]
    while waiting:
        stack = waiting.pop()
        kept: list[int] = []
        left: list[int] = []
        for photo in stack:
            (left if any(apart(photo, other) for other in kept) else kept).append(photo)
        if len(kept) > 1:
            result.append(kept)
        if len(left) > 1:
            waiting.append(left)
    return sorted(result, key=lambda stack: stack[0])


def soon_after_each_other(moments: Sequence[tuple[int, str, float]]) -> list[int]:
    """Return those photos ``(id, camera, seconds)`` that another one precedes or follows closely.

    They are in the order of time, camera by camera. The times may be rounded a little.
    """
    if not moments:
        return []
    ids, cameras, seconds = zip(*moments, strict=True)
    codes: dict[str, int] = {}
    camera = np.array([codes.setdefault(name, len(codes)) for name in cameras])
    order = np.lexsort((np.array(ids), np.array(seconds), camera))
    camera, time = camera[order], np.array(seconds)[order]
    close = (np.diff(camera) == 0) & (np.diff(time) <= PAUSE.total_seconds() + _ROUNDED)
    either = np.concatenate([[False], close]) | np.concatenate([close, [False]])
    return [int(id_) for id_ in np.array(ids)[order[either]]]


def bursts(
    taken: Sequence[Taken], sketches: Mapping[int, NDArray[np.uint8]], one_picture: list[list[int]]
) -> list[list[int]]:
    """Return the bursts among photos in the order in which they were taken.

    Each follows the one before within :data:`PAUSE`, by the same camera, and looks like it;
    nobody's picture follows one of somebody else. What is only ``one_picture`` is no burst.
    """
    which = {photo: n for n, stack in enumerate(one_picture) for photo in stack}
    found: list[list[Taken]] = []
    for photo in taken:
        if found and _follow(found[-1][-1], photo, sketches):
            found[-1].append(photo)
        else:
            found.append([photo])
    ids = [[photo.photo_id for photo in burst] for burst in found]
    return [burst for burst in ids if len({which.get(id_, ~id_) for id_ in burst}) > 1]


def _follow(one: Taken, other: Taken, sketches: Mapping[int, NDArray[np.uint8]]) -> bool:
    if one.camera != other.camera:
        return False
    if one.people and other.people and set(one.people).isdisjoint(other.people):
        return False
    pause = _pause(one, other)
    if pause is None or not timedelta() <= pause <= PAUSE:
        return False
    views = sketches.get(one.photo_id), sketches.get(other.photo_id)
    if views[0] is None or views[1] is None:
        return False
    first, second = (view.ravel() - view.mean() for view in views if view is not None)
    length = np.sqrt((first @ first) * (second @ second))
    return bool(length > 0 and first @ second >= BURST_ALIKE * length)


def _pause(one: Taken, other: Taken) -> timedelta | None:
    """Return how long after one picture the other was taken; None where a time is none."""
    try:
        begin, end = (datetime.fromisoformat(each.at[:19]) for each in (one, other))
    except ValueError:
        return None
    return end - begin


Merits: TypeAlias = Mapping[Why, float]
"""What a picture is worth in its stack, what counts most first."""


def merits_of_one_picture(worth: Worth) -> Merits:
    """Tell a version of a picture from others: what lost the fewest pixels, then the least.

    Two that were taken with nothing moved but eyelids count as versions, too.
    """
    return {
        Why.LARGEST: worth.pixels,
        Why.EYES: -worth.closed_eyes,
        Why.FULLEST: worth.bytes,
        Why.FACES: worth.faces,
        Why.SHARPEST: worth.sharpness,
    }


def merits_in_burst(worth: Worth) -> Merits:
    """Tell a picture of a burst from others: nobody blinks, then by the faces, then how sharp."""
    return {
        Why.EYES: -worth.closed_eyes,
        Why.FACES: round(worth.faces, 2),
        Why.SHARPEST: worth.sharpness,
        Why.LARGEST: worth.pixels,
        Why.FULLEST: worth.bytes,
    }


def best_first(merits: Mapping[int, Merits]) -> tuple[list[int], Why | None]:
    """Order the photos of a stack, and tell what the first has before the second, if anything."""
    ids = sorted(merits, key=lambda id_: tuple(merits[id_].values()), reverse=True)
    best, second = (merits[id_] for id_ in ids[:2])
    return ids, next((why for why in best if best[why] > second[why]), None)
