"""Tell of two thumbnails whose hashes meet whether they show one picture, and the same faces."""

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness import face_matching
from photoorg.analysis.likeness.grey_pictures import size_of
from photoorg.analysis.likeness.picture_likeness import likeness_along, places_alike
from photoorg.analysis.likeness.sketches import WINDOWS, way
from photoorg.analysis.likeness.transforms import inverse

_OTHER_WINDOWS = tuple(
    WINDOWS.index(window) for window in ((0, 0), (1, 1), (1, 3), (3, 1), (3, 3), (2, 2), (4, 4))
)
"""Where the part that the hash met is a little off, one of these may lie better."""


def are_twins(
    thumbnails: tuple[bytes, bytes],
    boxes: tuple[NDArray[np.floating], NDArray[np.floating]],
    window: int,
    orientation: int,
) -> bool:
    """Tell whether two thumbnails show one picture, however rescaled, cropped, turned or edited.

    ``boxes (n, 4)`` x, y, w, h are where each shows faces, as shares of its sides. Part ``window``
    of the first, in ``orientation``, looks like the second. The faces have a veto: where one shows
    a face, the other has to show the same, so that pictures of two people are never one.
    """
    first, second = thumbnails
    sizes = size_of(first), size_of(second)
    if sizes[0] is None or sizes[1] is None:
        return False
    for windows in ((window,), _OTHER_WINDOWS):
        starts = [way(each, orientation, sizes[0], sizes[1]) for each in windows]
        seen = likeness_along(first, second, starts)
        if seen.same:
            break
    else:
        return False
    there = places_alike(first, second, seen.transform, _in_pixels(boxes[0], sizes[0]))
    back = places_alike(second, first, inverse(seen.transform), _in_pixels(boxes[1], sizes[1]))
    alike = np.concatenate([there, back])
    return bool((alike[~np.isnan(alike)] >= face_matching.SAME_PLACE).all())


def _in_pixels(boxes: NDArray[np.floating], size: tuple[int, int]) -> NDArray[np.float64]:
    pixels: NDArray[np.float64] = np.asarray(boxes, np.float64).reshape(-1, 4) * (size * 2)
    return pixels
