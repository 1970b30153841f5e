"""Boxes of one photo that are the same face."""

from collections.abc import Callable, Sequence

from photoorg.types import Box, overlap

SAME_FACE = 0.5
"""Two boxes of one photo whose intersection is more than this share of their union are one face."""


def turned(box: Box, size: tuple[float, float], quarters: int) -> Box:
    """Return where a box lies when its picture, ``(width, height)``, is turned clockwise."""
    width, height = size
    for _ in range(quarters % 4):
        box = Box(height - (box.y + box.h), box.x, box.h, box.w)
        width, height = height, width
    return box


def match_boxes(before: Sequence[Box], after: Sequence[Box]) -> dict[int, int]:
    """Pair boxes that are the same face, best overlap first: ``{place in after: in before}``."""
    return _pairs(before, after, lambda old, new: overlap(old, new) > SAME_FACE)


def match_middles(before: Sequence[Box], after: Sequence[Box]) -> dict[int, int]:
    """Pair boxes that hold each other's middles, best overlap first: ``{in after: in before}``."""
    return _pairs(before, after, lambda old, new: _holds(old, new) and _holds(new, old))


def _pairs(
    before: Sequence[Box], after: Sequence[Box], alike: Callable[[Box, Box], bool]
) -> dict[int, int]:
    overlaps = sorted(
        (-overlap(old, new), n, m)
        for n, new in enumerate(after)
        for m, old in enumerate(before)
        if alike(old, new)
    )
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, m in overlaps:
        if n not in matches and m not in taken:
            matches[n] = m
            taken.add(m)
    return matches


def _holds(one: Box, other: Box) -> bool:
    across, down = other.x + other.w / 2 - one.x, other.y + other.h / 2 - one.y
    return 0 <= across <= one.w and 0 <= down <= one.h
