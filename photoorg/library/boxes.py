"""Boxes of one photo that are the same face."""

from collections.abc import Sequence

from photoorg.types import Box

SAME_FACE = 0.5
"""Two boxes of one photo whose intersection is more than this share of their union are one face."""


def match_boxes(before: Sequence[Box], after: Sequence[Box]) -> dict[int, int]:
    """Pair boxes that are the same face, best overlap first: ``{place in after: in before}``."""
    overlaps = sorted(
        ((overlap(old, new), n, m) for n, new in enumerate(after) for m, old in enumerate(before)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for share, n, m in overlaps:
        if share > SAME_FACE and n not in matches and m not in taken:
            matches[n] = m
            taken.add(m)
    return matches


def overlap(one: Box, other: Box) -> float:
    """Return the intersection over the union of two boxes, in [0, 1]."""
    width = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    height = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (one.w * one.h + other.w * other.h - shared)
