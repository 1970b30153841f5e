"""Composes training pictures for the detector out of labelled photos.

A scene is a background (a photo enlarged until it covers everything, so that ears, hands and
letters fill the picture) with more photos pasted over it at sizes that make their faces 10 px to
larger than the picture, turned, sheared and squeezed towards a profile; or it is one face that
fills it. Some faces get another person's face (a crop aligned to the ArcFace template), some are
partly covered, and the whole is relit, darkened, blurred and compressed. Labels are moved along;
a face that is hidden too far or that the teacher was unsure about is to be ignored.

Where it is known what a student gets wrong, many backgrounds show a thing it took for a face and
many pasted photos a face it missed. Some scenes end in black, as photos do that are not square.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from photoorg.training.starter.disturbances import (
    Canvas,
    blacken,
    blacken_edge,
    expose,
    scribble,
    share,
)
from photoorg.training.starter.photo_labels import SURE, Material, Source, sorted_out
from photoorg.types import FloatArray, Pixels

SIDES = {256: 0.3, 320: 0.35, 384: 0.25, 512: 0.1}
TEMPLATE = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655],
     [70.7299, 92.2041]], np.float32,
)  # fmt: skip
SMALLEST = 9.0
CLOSE_UPS = 0.1
"""Share of the scenes that one face fills."""
PROFILE_SCENES = 0.25
"""Share of the scenes whose pasted photos show somebody from the side: few photos do."""
HARD = 0.35
"""Share of the backgrounds and of the pasted photos that show what a student got wrong."""
TINY, TINY_SIDES = 0.3, (10, 22)
"""Share of the pasted photos whose faces are that small, in pixels."""
THING_SIDE = 20
"""The least side of a thing that a student took for a face, as it is shown again: of what is
smaller, faces look much like things, and they are to be found."""
EMPTY_EDGE = 0.2
"""Share of the scenes that are black from some row or column on."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A training picture: faces' ``boxes (n, 4)``, ``landmarks (n, 5, 2)``, ``ignored (m, 4)``."""

    pixels: Pixels
    boxes: FloatArray
    landmarks: FloatArray
    ignored: FloatArray


def scene_maker(
    sources: Sequence[Source], crops: Pixels, seed: int, batch: int
) -> Callable[[int], list[Scene]]:
    """Return the function that composes chunk ``k``: ``batch`` scenes of one size."""
    material = sorted_out(sources)

    def make(number: int) -> list[Scene]:
        rng = np.random.default_rng([seed, number])
        side = int(rng.choice(list(SIDES), p=list(SIDES.values())))
        return [compose(material, crops, side, rng) for _ in range(batch)]

    return make


def compose(material: Material, crops: Pixels, side: int, rng: np.random.Generator) -> Scene:
    """Return one scene of ``side x side`` pixels."""
    seen = material.with_profiles if rng.random() < PROFILE_SCENES else material.with_faces
    close = rng.random() < CLOSE_UPS
    canvas = _close_up(seen, side, rng) if close else _background(material, side, rng)
    pasted = 0 if close else int(rng.choice([0, 1, 2, 4], p=[0.2, 0.45, 0.2, 0.15]))
    for _ in range(pasted):
        source, face = _to_paste(seen, material.missed, rng)
        if rng.random() < 0.25 and len(crops):
            source = _exchange_face(source, crops[rng.integers(len(crops))], rng)
        _paste(canvas, source, face, rng)
    if rng.random() < 0.2:
        scribble(canvas, rng)
    canvas.pixels = expose(canvas.pixels, rng)
    if not close and rng.random() < EMPTY_EDGE:
        blacken_edge(canvas, rng)
    size = np.sqrt(np.prod(canvas.boxes[:, 2:] - canvas.boxes[:, :2], axis=1))
    inside = _inside(canvas.boxes, side) * canvas.visible
    kept = (canvas.sure >= SURE) & (inside > 0.55) & (size >= SMALLEST)
    doubtful = ~kept & (inside > 0.1) & (canvas.sure > 0.22)
    return Scene(canvas.pixels, canvas.boxes[kept], canvas.landmarks[kept], canvas.boxes[doubtful])


def _background(material: Material, side: int, rng: np.random.Generator) -> Canvas:
    """Cover everything with a part of one photo, often a much enlarged one."""
    if rng.random() < 0.06:
        flat = np.full((side, side, 3), rng.integers(0, 256, 3), np.uint8)
        return Canvas(flat, *_nothing())
    hard = bool(material.mistaken) and rng.random() < HARD
    sources = material.mistaken if hard else material.everything
    source = sources[int(rng.integers(len(sources)))]
    height, width = source.pixels.shape[:2]
    cover = side / min(height, width)
    scale = cover * np.exp(rng.uniform(0, 1.5)) if rng.random() < 0.7 else cover
    centre, place = None, np.array([side, side]) / 2
    if hard:
        thing = rng.choice(source.labels.mistaken)
        large = float(np.sqrt(np.prod(thing[2:] - thing[:2])))
        scale = np.exp(rng.uniform(np.log(THING_SIDE), np.log(0.7 * side))) / large
        centre, place = (thing[:2] + thing[2:]) / 2, rng.uniform(0.15, 0.85, 2) * side
    matrix = _turn(rng, scale, upright=True)
    if centre is None:
        reach = np.array([width, height]) - side / scale
        centre = (0.5 * side / scale) + rng.random(2) * np.maximum(reach, 0)
    affine = np.column_stack([matrix, place - matrix @ centre])
    return _view(source, affine, side)


def _close_up(with_faces: Sequence[Source], side: int, rng: np.random.Generator) -> Canvas:
    """Fill the picture with one face, as passport photos do; half of them with an empty margin.

    With a margin of half its side a picture is looked at again in which nothing was found.
    """
    source = with_faces[int(rng.integers(len(with_faces)))]
    face = source.labels.boxes[rng.choice(np.flatnonzero(source.labels.agreement >= SURE))]
    size = float(np.sqrt(np.prod(face[2:] - face[:2])))
    seen = side // 2 if rng.random() < 0.5 else side
    matrix = _turn(rng, seen * rng.uniform(0.75, 1.1) / size, upright=True)
    place = side / 2 + seen * rng.normal(0, 0.05, 2)
    affine = np.column_stack([matrix, place - matrix @ ((face[:2] + face[2:]) / 2)])
    canvas = _view(source, affine.astype(np.float32), side)
    if seen < side:
        empty = np.ones((side, side), bool)
        first = (side - seen) // 2
        empty[first : first + seen, first : first + seen] = False
        blacken(canvas, empty)
    return canvas


def _to_paste(
    seen: Sequence[Source], missed: Sequence[Source], rng: np.random.Generator
) -> tuple[Source, FloatArray]:
    """Return a photo to paste and the box of its face that is to be seen."""
    hard = bool(missed) and rng.random() < HARD
    sources = missed if hard else seen
    source = sources[int(rng.integers(len(sources)))]
    labels = source.labels
    good = np.flatnonzero(labels.missed if hard else labels.agreement >= SURE)
    return source, labels.boxes[rng.choice(good)]


def _paste(canvas: Canvas, source: Source, face: FloatArray, rng: np.random.Generator) -> None:
    """Put a photo, turned and resized, over a part of the canvas."""
    side = len(canvas.pixels)
    size = float(np.sqrt(np.prod(face[2:] - face[:2])))
    sides = TINY_SIDES if rng.random() < TINY else (TINY_SIDES[0], 1.1 * side)
    wanted = np.exp(rng.uniform(*np.log(sides)))
    wanted = min(wanted, 4 * size)
    matrix = _turn(rng, wanted / size, upright=False)
    place = (
        rng.uniform(0.15, 0.85, 2) * side if wanted < side / 2 else rng.normal(0.5, 0.1, 2) * side
    )
    affine = np.column_stack([matrix, place - matrix @ ((face[:2] + face[2:]) / 2)])
    added = _view(source, affine, side)
    height, width = source.pixels.shape[:2]
    mask = cv2.warpAffine(np.full((height, width), 255, np.uint8), affine, (side, side))
    hidden = mask > 127
    canvas.pixels[hidden] = added.pixels[hidden]
    if len(canvas.boxes):
        canvas.visible = canvas.visible * (1 - share(hidden, canvas.boxes))
    canvas.boxes = np.concatenate([canvas.boxes, added.boxes])
    canvas.landmarks = np.concatenate([canvas.landmarks, added.landmarks])
    canvas.sure = np.concatenate([canvas.sure, added.sure])
    canvas.visible = np.concatenate([canvas.visible, added.visible])


def _turn(rng: np.random.Generator, scale: float, *, upright: bool) -> FloatArray:
    """Return a linear map: scale, mirror, rotation, and sometimes squeeze and shear."""
    degrees = rng.normal(0, 8)
    if not upright and rng.random() < 0.2:
        degrees = rng.uniform(-75, 75)
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shape = np.diag([rng.choice([-1.0, 1.0]), 1.0])
    if rng.random() < 0.35:
        shape = shape @ np.array([[rng.uniform(0.5, 1.1), rng.normal(0, 0.12)], [0, 1]])
    return (scale * turn @ shape).astype(np.float32)


def _view(source: Source, affine: FloatArray, side: int) -> Canvas:
    """Return the photo and its labels under the map ``affine (2, 3)``."""
    pixels = source.pixels
    scale = float(np.sqrt(abs(np.linalg.det(affine[:, :2]))))
    shrunk = 1.0
    while scale * shrunk < 0.5 and min(pixels.shape[:2]) > 16:
        pixels = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        shrunk *= 2
    resized = affine.copy()
    resized[:, 0] *= source.pixels.shape[1] / pixels.shape[1]
    resized[:, 1] *= source.pixels.shape[0] / pixels.shape[0]
    picture = cv2.warpAffine(pixels, resized, (side, side), borderMode=cv2.BORDER_REPLICATE)
    labels = source.labels
    linear, shift = affine[:, :2], affine[:, 2]
    centres = (labels.boxes[:, :2] + labels.boxes[:, 2:]) / 2 @ linear.T + shift
    halves = (labels.boxes[:, 2:] - labels.boxes[:, :2]) / 2
    reach = np.sqrt((halves**2) @ (linear.T**2))
    boxes = np.concatenate([centres - reach, centres + reach], axis=1).astype(np.float32)
    landmarks = (labels.landmarks @ linear.T + shift).astype(np.float32)
    if np.linalg.det(linear) < 0:
        landmarks = landmarks[:, [1, 0, 2, 4, 3]]
    return Canvas(picture, boxes, landmarks, labels.agreement, np.ones(len(boxes), np.float32))


def _exchange_face(source: Source, crop: Pixels, rng: np.random.Generator) -> Source:
    """Return the photo with another person's aligned crop blended over one of its faces."""
    sure = np.flatnonzero(source.labels.agreement >= SURE)
    chosen = int(rng.choice(sure))
    affine, _ = cv2.estimateAffinePartial2D(TEMPLATE, source.labels.landmarks[chosen])
    if affine is None:
        return source
    height, width = source.pixels.shape[:2]
    mask = np.zeros((112, 112), np.float32)
    cv2.ellipse(mask, (56, 62), (38, 50), 0, 0, 360, 1, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), 5)
    placed = cv2.warpAffine(crop, affine, (width, height), borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.warpAffine(mask, affine, (width, height))[..., None]
    mixed = source.pixels + soft * (placed.astype(np.float32) - source.pixels)
    landmarks = source.labels.landmarks.copy()
    landmarks[chosen] = TEMPLATE @ affine[:, :2].T + affine[:, 2]
    return Source(mixed.astype(np.uint8), replace(source.labels, landmarks=landmarks))


def _inside(boxes: FloatArray, side: int) -> FloatArray:
    """Return the share ``(n,)`` of every box that lies in the picture."""
    clipped = np.clip(boxes, 0, side)
    areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    seen: FloatArray = np.prod(clipped[:, 2:] - clipped[:, :2], axis=1) / np.maximum(areas, 1e-6)
    return seen


def _nothing() -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    none = np.empty(0, np.float32)
    return none.reshape(0, 4), none.reshape(0, 5, 2), none, none
