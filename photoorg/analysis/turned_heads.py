"""Heads that lie on their side, or stand on it, among upright ones.

A detector sees such a head less surely than others, but it tells by the landmarks that the eyes do
not stand side by side. What looks so is shown once more, turned the three other ways, all in one
look: hardly any photo has such a head, and only those cost that look.
"""

from collections.abc import Sequence

import numpy as np

from photoorg.analysis.detector_view import View, one_way
from photoorg.analysis.face_finds import THRESHOLD, Finds, Look, tilt
from photoorg.analysis.scrfd import suppress
from photoorg.types import FloatArray, Pixels

SUSPECT = 0.2
"""What scores at least this and is tilted may be a head on its side."""

_DOUBTFUL_TILT, _FOUND_TILT = 25.0, 40.0
"""Degrees from which on a doubtful head, or a sure one, is looked at once more."""

_GRID = 3
_AROUND = 1.1
"""A head is shown with so much of its longer side on each side of its middle."""

_PART = 0.5
"""Who lies in another head with more of itself is a part of it, seen once more from beside."""

_SMALLEST = 0.06
"""Smaller heads, as a share of the photo's longer side, are not looked for: they tell nobody."""


def with_turned_heads(pixels: Pixels, seen: Finds, look: Look, side: int) -> Finds:
    """Return the faces among ``seen``, and turned heads in ``pixels (h, w, 3)`` as seen upright.

    ``seen`` holds whatever scores at least :data:`SUSPECT` in the upright photo.
    """
    found = seen.chosen(seen.scores >= THRESHOLD)
    suspects = _suspects(seen, max(pixels.shape[:2]))
    if not len(suspects):
        return found
    canvas = np.zeros((side, side, 3), np.uint8)
    tile = side // _GRID
    views: dict[tuple[int, int], tuple[View, FloatArray]] = {}
    for row, suspect in enumerate(suspects):
        crop, corner = around(pixels, seen.boxes[suspect])
        for column in range(_GRID):
            view = one_way(crop, tile, turns=column + 1)
            top, left = row * tile, column * tile
            canvas[top : top + tile, left : left + tile] = view.canvas
            views[row, column] = view, corner
    again = look(canvas)
    again = again.chosen((again.scores >= THRESHOLD) & (np.abs(tilt(again)) < _FOUND_TILT))
    middles = again.boxes.reshape(-1, 2, 2).mean(axis=1)
    cells = (middles // tile).astype(int)
    best: dict[int, int] = {}
    for n, (column, row) in enumerate(cells.tolist()):
        if (row, column) in views and (
            row not in best or again.scores[n] > again.scores[best[row]]
        ):
            best[row] = n
    turned = [
        _to_photo(again, n, views[row, int(cells[n, 0])], (row, int(cells[n, 0])), tile)
        for row, n in best.items()
    ]
    return merged([found, *(one for one in turned if not _is_part(one, found))])


def _suspects(seen: Finds, longer_side: int) -> list[int]:
    """Return the rows of ``seen`` to be looked at once more, the largest first."""
    sizes = (seen.boxes[:, 2:] - seen.boxes[:, :2]).max(axis=1, initial=0)
    tilted = np.abs(tilt(seen))
    sure = seen.scores >= THRESHOLD
    wanted = (tilted > np.where(sure, _FOUND_TILT, _DOUBTFUL_TILT)) & (
        sizes > _SMALLEST * longer_side
    )
    rows = np.flatnonzero(wanted)
    return [int(row) for row in rows[np.argsort(-sizes[rows], kind="stable")][:_GRID]]


def around(pixels: Pixels, box: FloatArray) -> tuple[Pixels, FloatArray]:
    """Return of ``pixels (h, w, 3)`` what lies around a box, and the corner where that begins."""
    height, width = pixels.shape[:2]
    middle, reach = (box[:2] + box[2:]) / 2, _AROUND * float((box[2:] - box[:2]).max())
    left, top = np.clip(middle - reach, 0, (width - 2, height - 2)).astype(int)
    right, bottom = np.ceil(middle + reach).astype(int)
    return pixels[top : max(bottom, top + 2), left : max(right, left + 2)], np.array([left, top])


def _is_part(one: Finds, others: Finds) -> bool:
    """Tell whether a find lies mostly in a surer one, of which it is then a part: half a head."""
    surer = others.boxes[others.scores > one.scores[0]]
    if not len(surer):
        return False
    low = np.maximum(one.boxes[0, :2], surer[:, :2])
    high = np.minimum(one.boxes[0, 2:], surer[:, 2:])
    shared = np.prod(np.maximum(0.0, high - low), axis=1)
    return bool(shared.max() > _PART * np.prod(one.boxes[0, 2:] - one.boxes[0, :2]))


def _to_photo(
    again: Finds, n: int, seen: tuple[View, FloatArray], cell: tuple[int, int], tile: int
) -> Finds:
    """Return one face of the second look, in the photo's pixels."""
    view, corner = seen
    origin = np.array([cell[1] * tile, cell[0] * tile], np.float32)
    ends = view.to_photo(again.boxes[n].reshape(2, 2) - origin) + corner
    box = np.concatenate([ends.min(axis=0), ends.max(axis=0)])[None]
    landmarks = (view.to_photo(again.landmarks[n] - origin) + corner)[None]
    return Finds(box.astype(np.float32), landmarks.astype(np.float32), again.scores[n : n + 1])


def merged(parts: Sequence[Finds]) -> Finds:
    """Join what was found in several ways; of two on one head the surer counts."""
    boxes = np.concatenate([part.boxes for part in parts])
    landmarks = np.concatenate([part.landmarks for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    keep = suppress(boxes, scores)
    return Finds(boxes[keep], landmarks[keep], scores[keep])
