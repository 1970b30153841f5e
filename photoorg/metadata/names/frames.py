"""Where a region lies in the upright picture: programs draw on it, or on the picture as stored.

Or on what they take for upright: a packet may say that the picture is to be turned in another way
than its file says. No picture is turned by that. digiKam believes such a packet before EXIF and
Lightroom that of a raw picture, but darktable and most viewers do not, and exporters leave the
orientation of the original beside pictures that they have turned. So it tells only how whoever
wrote the packet saw the picture.

The size that a region was drawn on tells which of these it was. Where it fits several, or is not
told, the reading counts that leads to faces; where it fits none, the picture was cut or turned
since, and nothing but faces that lie there makes it believable.
"""

from dataclasses import dataclass

from photoorg.metadata.names.values import Region
from photoorg.types import Box

UPRIGHT = 1
_TURNED = 5
"""From this EXIF orientation on, width and height change places."""

_BACK = {6: 8, 8: 6}
_CORNER = Box(0, 0, 0.25, 0.125)
"""It lies elsewhere after each turn, and halves are counted exactly."""

_ALL = range(1, 9)
_QUARTERS = {0: 1, 1: 6, 2: 3, 3: 8}
_ALIKE = 0.02


@dataclass(frozen=True, slots=True)
class Ways:
    """The orientations (1 to 8) that may lead from a region to the upright picture.

    The likeliest is first; a reading that is not ``sure`` counts only where it leads to faces.
    """

    ways: tuple[int, ...]
    sure: bool = True


def oriented(box: Box, orientation: int) -> Box:
    """Return where a box, in shares, lies when its picture is turned as EXIF asks for (1 to 8)."""
    (left, top), (right, bottom) = (
        _point(x, y, orientation) for x, y in ((box.x, box.y), (box.x + box.w, box.y + box.h))
    )
    x, y = min(left, right), min(top, bottom)
    return Box(x, y, abs(right - left), abs(bottom - top))


def stored(box: Box, orientation: int) -> Box:
    """Return where a box of the upright picture lies in the picture as it is stored."""
    return oriented(box, _BACK.get(orientation, orientation))


def stored_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Return the size as it is stored of a picture that is so large when it stands upright."""
    return (size[1], size[0]) if orientation >= _TURNED else size


def ways(region: Region, size: tuple[int, int], orientation: int) -> Ways:
    """Return how a region may lie in a picture of this upright size and orientation in its file."""
    if region.quarters:
        turned = _QUARTERS[-region.quarters % 4]
        return Ways(tuple(dict.fromkeys((UPRIGHT, orientation, turned))))
    seen = _between(region.orientation or orientation, orientation)
    all_ = tuple(dict.fromkeys((orientation, seen, UPRIGHT)))
    if region.size is None:
        return Ways(all_)
    if fitting := tuple(way for way in all_ if _alike(region.size, stored_size(size, way))):
        return Ways(fitting)
    if _alike(region.size, (size[1], size[0])):  # turned since, and the regions left behind
        return Ways((6, 8), sure=False)
    return Ways(all_, sure=False)


def _between(seen: int, orientation: int) -> int:
    """Return what leads to a picture in one orientation from the same picture in another."""
    corner = oriented(stored(_CORNER, seen), orientation)
    return next(way for way in _ALL if oriented(_CORNER, way) == corner)


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] * other[1] / max(one[1] * other[0], 1e-9) - 1) < _ALIKE


def _point(x: float, y: float, orientation: int) -> tuple[float, float]:
    return {
        1: (x, y),
        2: (1 - x, y),
        3: (1 - x, 1 - y),
        4: (x, 1 - y),
        5: (y, x),
        6: (1 - y, x),
        7: (1 - y, 1 - x),
        8: (y, 1 - x),
    }[orientation]
