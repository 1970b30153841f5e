"""Tell whether two thumbnails show one picture that was edited, or two pictures.

The old thumbnail is laid over the new one, refined until details meet, and compared window by
window where both are: by correlation, which neither brightness nor contrast change. An edit leaves
most of the windows as they were; another photo of the same scene does not, and it is the worse
windows that tell, because people move and walls do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.likeness.grey_pictures import Gray, decode, shrunk, sized
from photoorg.analysis.likeness.transforms import (
    IDENTITY,
    Affine,
    apply,
    compose,
    inverse,
    scale_of,
    turnings,
)
from photoorg.analysis.opencv import opencv
from photoorg.fitted import fitted

_FITTED = fitted(__name__)

ALIKE = _FITTED["ALIKE"]
"""Edits are at least this much alike: usual ones reach 0.9, hard changes of contrast 0.8. Other
photos stay below 0.3, those that were taken a second later below 0.75."""

SIDES = (160, 320)
"""Pictures are compared at these lengths of the longer side: the second shows small crops."""

WINDOW = int(_FITTED["WINDOW"])
STEP = 3
EDGE = int(_FITTED["EDGE"])
"""Pixels at the edge of what both show: blurring mixes a frame into them."""

SHADING = _FITTED["SHADING"]
"""Changes of brightness over more pixels than this do not count: vignettes, darker skies."""

FLAT = _FITTED["FLAT"]
"""Windows whose grey values vary less (standard deviation) say nothing."""

NOISE = _FITTED["NOISE"]
WORST = _FITTED["WORST"]
"""So large a share of the windows may differ: words written into a picture, a retouched spot."""

ENOUGH = int(_FITTED["ENOUGH"])
"""At least so many windows, side by side, have to say something."""

OVERLAP = _FITTED["OVERLAP"]
"""At least this share of the smaller picture lies in the larger one."""

FEATURE_SIDE = 32
"""Smaller pictures have no corners that could be told from each other."""

SHARPNESS = _FITTED["SHARPNESS"]
"""Deviation of the blur, in pixels of the coarser picture, after which both are equally sharp."""
INSIDE = _FITTED["INSIDE"]
"""Share of a window that has to be where both pictures are."""
SCALED = _FITTED["SCALED"]
"""Details that meet at a size farther from that which was supposed met by chance."""
PATCH = int(_FITTED["PATCH"])
CONTRAST = int(_FITTED["CONTRAST"])
"""What ORB looks at around a corner, and by how much its grey values have to differ."""
FEWEST_CORNERS = int(_FITTED["FEWEST_CORNERS"])
CORNERS, FARTHEST = 400, 30
"""Corners of a picture that are compared, and how many times larger one of both may be."""

REFINED = 3
SOFT = _FITTED["SOFT"]
PROMISING = _FITTED["PROMISING"]
"""Blurred, edits are at least 0.8 alike before details meet, other photos at most 0.05."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How alike two pictures are, at most 1, when ``transform`` lays the old one over the new."""

    score: float
    transform: Affine

    @property
    def same(self) -> bool:
        """Tell whether one picture is an edit of the other."""
        return self.score >= ALIKE


def likeness(before: bytes, after: bytes, starts: Sequence[Affine] = ()) -> Likeness:
    """Lay the thumbnail ``before`` over ``after`` as well as possible, beginning with ``starts``.

    All transforms are between pixels of the thumbnails. What is no picture is like nothing.
    """
    one, other = decode(before), decode(after)
    best = Likeness(-1.0, IDENTITY)
    if one is None or other is None:
        return best
    for side in SIDES:
        old, old_scale = shrunk(one, side)
        new, new_scale = shrunk(other, side)
        here = [compose(new_scale, start, inverse(old_scale)) for start in starts]
        tries = here + turnings(old.shape[::-1], new.shape[::-1]) + _by_details(old, new)
        found = max(_candidates(old, new, tries), key=lambda each: each.score)
        if found.score > best.score:
            way = compose(inverse(new_scale), found.transform, old_scale)
            best = Likeness(found.score, way)
        if best.same or max(one.shape + other.shape) <= side:
            break
    return best


def likeness_along(before: bytes, after: bytes, starts: Sequence[Affine]) -> Likeness:
    """Lay ``before`` over ``after`` as :func:`likeness` does, beginning with ``starts`` alone.

    If one was small, both are made as small and enlarged: then there is enough to compare.
    """
    one, other = decode(before), decode(after)
    if one is None or other is None:
        return Likeness(-1.0, IDENTITY)
    small = min(max(one.shape), max(other.shape), SIDES[0])
    (old, old_scale), (new, new_scale) = (
        sized(shrunk(grey, small)[0], SIDES[0], grey) for grey in (one, other)
    )
    tries = [compose(new_scale, start, inverse(old_scale)) for start in starts]
    found = max(_candidates(old, new, tries), key=lambda each: each.score)
    return Likeness(found.score, compose(inverse(new_scale), found.transform, old_scale))


def places_alike(
    before: bytes, after: bytes, transform: Affine, boxes: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Return ``(n,)`` how alike the pictures are in ``boxes (n, 4)`` x, y, w, h of the old one.

    A small box is compared with some of what is around it; NaN where there is nothing to compare.
    ``transform`` and the boxes are in pixels of the thumbnails.
    """
    result = np.full(len(boxes), np.nan)
    one, other = decode(before), decode(after)
    if one is None or other is None:
        return result
    if scale_of(transform) > 1:
        boxes = moved_boxes(transform, boxes)
        one, other, transform = other, one, inverse(transform)
    fine, coarse, inside = _laid_over(one, other, transform)
    for row, (x, y, w, h) in enumerate(moved_boxes(transform, boxes)):
        reach = max(w, h, WINDOW) / 2
        left, top = (max(0, round(middle - reach)) for middle in (x + w / 2, y + h / 2))
        right, bottom = (max(0, round(middle + reach)) for middle in (x + w / 2, y + h / 2))
        place = np.s_[top:bottom, left:right]
        shown = inside[place] > 0
        if shown.sum() < 0.5 * (2 * reach) ** 2:
            continue
        a, b = fine[place][shown], coarse[place][shown]
        if max(a.std(), b.std()) > FLAT:
            shared = np.mean((a - a.mean()) * (b - b.mean()))
            result[row] = shared / np.sqrt((a.var() + NOISE**2) * (b.var() + NOISE**2))
    return result


def moved_boxes(transform: Affine, boxes: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return where boxes ``(n, 4)`` x, y, w, h go: same middle, size by the scale alone."""
    size = boxes[:, 2:] * scale_of(transform)
    middle = apply(transform, boxes[:, :2] + boxes[:, 2:] / 2)
    return np.concatenate([middle - size / 2, size], axis=1)


def _candidates(old: Gray, new: Gray, tries: list[Affine]) -> Iterator[Likeness]:
    """Yield the best of what is tried roughly, and each moved until details meet."""
    cv2 = opencv()
    soft = [cv2.GaussianBlur(picture, (0, 0), SOFT) for picture in (old, new)]
    rough = [Likeness(_alike(soft[0], soft[1], way), way) for way in tries]
    for found in sorted(rough, key=lambda each: -each.score)[:REFINED]:
        way = found.transform
        yield Likeness(_alike(old, new, way), way)
        refined = _refined(old, new, way) if found.score > PROMISING else None
        if refined is not None:
            yield Likeness(_alike(old, new, refined), refined)


def _alike(old: Gray, new: Gray, transform: Affine) -> float:
    """Compare window by window where both pictures are, in the coarser one's pixels."""
    if scale_of(transform) > 1:
        values = _window_values(new, old, inverse(transform))
    else:
        values = _window_values(old, new, transform)
    if len(values) * STEP**2 < ENOUGH * WINDOW**2:
        return -1.0
    return float(np.quantile(values, WORST))


def _window_values(one: Gray, other: Gray, transform: Affine) -> Gray:
    """Return the correlation of every window that says something."""
    cv2 = opencv()
    fine, coarse, inside = _laid_over(one, other, transform)
    if inside.sum() < OVERLAP * min(other.size, one.size * scale_of(transform) ** 2):
        return np.empty(0, np.float32)
    window = (WINDOW, WINDOW)

    def mean(values: Any) -> Any:
        return cv2.boxFilter(values * inside, -1, window, borderType=cv2.BORDER_CONSTANT) / weight

    weight = cv2.boxFilter(inside, -1, window, borderType=cv2.BORDER_CONSTANT) + 1e-6
    spread_fine = np.maximum(mean(fine * fine) - mean(fine) ** 2, 0)
    spread_coarse = np.maximum(mean(coarse * coarse) - mean(coarse) ** 2, 0)
    together = mean(fine * coarse) - mean(fine) * mean(coarse)
    telling = (np.maximum(spread_fine, spread_coarse) > FLAT**2) & (weight > INSIDE)
    values: Gray = together / np.sqrt((spread_fine + NOISE**2) * (spread_coarse + NOISE**2))
    chosen: Gray = values[::STEP, ::STEP][telling[::STEP, ::STEP]]
    return chosen


def _laid_over(one: Gray, other: Gray, transform: Affine) -> tuple[Gray, Gray, Gray]:
    """Return details of both in the pixels of ``other``, the coarser one, and where both are."""
    cv2 = opencv()
    shift, size = _pixel_numbers(transform), other.shape[::-1]
    # Both get the same sharpness.
    blur = min(SHARPNESS / max(scale_of(transform), 1e-3), 20.0)
    fine = cv2.warpAffine(cv2.GaussianBlur(one, (0, 0), blur), shift, size)
    coarse = cv2.GaussianBlur(other, (0, 0), SHARPNESS)
    inside = cv2.warpAffine(np.ones_like(one), shift, size)
    inside = cv2.erode((inside > 0.999).astype(np.float32), np.ones((EDGE, EDGE)))
    around = cv2.GaussianBlur(inside, (0, 0), SHADING) + 1e-6

    def details(values: Gray) -> Gray:
        shading = cv2.GaussianBlur(values * inside, (0, 0), SHADING) / around
        detailed: Gray = values - shading
        return detailed

    return details(fine), details(coarse), inside


def _refined(old: Gray, new: Gray, way: Affine) -> Affine | None:
    """Move ``way`` until details meet (Evangelidis and Psarakis, ECC, 2008); None when none do."""
    cv2 = opencv()
    scale = scale_of(way)
    source = cv2.GaussianBlur(old, (0, 0), max(0.5, min(SHARPNESS / scale, 20.0)))
    # OpenCV asks for the way from the new picture back to the old one.
    back = _pixel_numbers(inverse(way)).astype(np.float32)
    rule = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 40, 1e-4)
    try:
        _, back = cv2.findTransformECC(new, source, back, cv2.MOTION_AFFINE, rule, None, 5)
        moved = inverse(_places(np.asarray(back, dtype=np.float64)))
    except (cv2.error, np.linalg.LinAlgError):
        return None
    return moved if abs(scale_of(moved) / scale - 1) < SCALED else None


def _by_details(old: Gray, new: Gray) -> list[Affine]:
    """Return transforms that bring many corners of the old picture upon ones of the new."""
    cv2 = opencv()
    if min(old.shape + new.shape) < FEATURE_SIDE:
        return []
    finder = cv2.ORB_create(
        CORNERS, fastThreshold=CONTRAST, edgeThreshold=PATCH // 2, patchSize=PATCH
    )
    points, marks = finder.detectAndCompute(new.astype(np.uint8), None)
    found: list[Affine] = []
    for mirrored in (False, True):
        source = np.ascontiguousarray(old[:, ::-1] if mirrored else old).astype(np.uint8)
        own, own_marks = finder.detectAndCompute(source, None)
        if marks is None or own_marks is None:
            continue
        pairs = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(own_marks, marks)
        if len(pairs) < FEWEST_CORNERS:
            continue
        way, _ = cv2.estimateAffinePartial2D(
            np.array([own[pair.queryIdx].pt for pair in pairs], np.float32),
            np.array([points[pair.trainIdx].pt for pair in pairs], np.float32),
        )
        if way is not None and 1 / FARTHEST < scale_of(way) < FARTHEST:
            flip = np.array([[-1.0, 0, old.shape[1]], [0, 1, 0]])
            found.append(compose(_places(way), flip) if mirrored else _places(way))
    return found


def _pixel_numbers(transform: Affine) -> Affine:
    """Turn a transform of places (the first pixel is 0 to 1) into one of pixel numbers."""
    return compose(_shift(-0.5), transform, _shift(0.5))


def _places(transform: Affine) -> Affine:
    return compose(_shift(0.5), transform, _shift(-0.5))


def _shift(by: float) -> Affine:
    return np.array([[1.0, 0, by], [0, 1, by]])
