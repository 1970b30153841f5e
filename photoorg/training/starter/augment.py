"""Degrades and mixes aligned face crops the way real albums do.

Teacher and student always see the same result, so an augmentation may change who is seen: mixed
and warped faces are new people for whom the teacher still gives an answer (function matching).
All pictures are ``(112, 112, 3)`` uint8; a picture of another square size works too.
"""

import cv2
import numpy as np

from photoorg.types import FloatArray, Pixels


def augment_face(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a new picture made from ``face``, half of the time mixed with ``other``."""
    if rng.random() < 0.5:
        face = mix_faces(face, other, rng)
    picture = _warp(face, rng)
    if rng.random() < 0.75:
        picture = relight(picture, rng)
    if rng.random() < 0.2:
        picture = _cover(picture, other, rng)
    if rng.random() < 0.15:
        picture = spoil(picture, other, rng)
    if rng.random() < 0.5:
        picture = degrade(picture, rng)
    return picture


def mix_faces(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a blend of two faces: everywhere, or inside a soft-edged half, box or ellipse."""
    size = len(face)
    if rng.random() < 0.5:
        other = other[:, ::-1]
    if rng.random() < 0.5:
        share = rng.uniform(0.2, 0.8)
        blend: Pixels = cv2.addWeighted(face, 1 - share, np.ascontiguousarray(other), share, 0)
        return blend
    mask = np.zeros((size, size), np.float32)
    kind = rng.integers(3)
    x, y = rng.uniform(0.2, 0.8, 2) * size
    if kind == 0:
        angle = rng.uniform(0, 2 * np.pi)
        rows, columns = np.mgrid[:size, :size]
        mask[(columns - x) * np.cos(angle) + (rows - y) * np.sin(angle) > 0] = 1
    elif kind == 1:
        w, h = rng.uniform(0.15, 0.5, 2) * size
        mask[max(0, int(y - h)) : int(y + h), max(0, int(x - w)) : int(x + w)] = 1
    else:
        axes = (int(rng.uniform(0.15, 0.5) * size), int(rng.uniform(0.15, 0.5) * size))
        cv2.ellipse(mask, (int(x), int(y)), axes, rng.uniform(0, 180), 0, 360, 1, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.5, 6))[..., None]
    mixed = face + mask * (other.astype(np.float32) - face)
    picture: Pixels = mixed.astype(np.uint8)
    return picture


def _warp(face: Pixels, rng: np.random.Generator) -> Pixels:
    """Move, turn, stretch and, now and then, bend the face smoothly."""
    size = len(face)
    centre = (size - 1) / 2
    wide = 2.0 if rng.random() < 0.15 else 1.0
    angle = np.deg2rad(rng.normal(0, 5 * wide))
    scale = np.exp(rng.normal(0, 0.06 * wide))
    shear, stretch = rng.normal(0, 0.04 * wide, 2)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = scale * turn @ np.array([[1 + stretch, shear], [0, 1 - stretch]])
    if rng.random() < 0.5:
        matrix[:, 0] *= -1
    shift = centre + rng.normal(0, 2.5 * wide, 2) - matrix @ np.array([centre, centre])
    border = (cv2.BORDER_CONSTANT, cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT_101)[rng.integers(3)]
    affine = np.column_stack([matrix, shift]).astype(np.float32)
    if rng.random() < 0.7:
        flags = cv2.INTER_LINEAR
        moved: Pixels = cv2.warpAffine(face, affine, (size, size), flags=flags, borderMode=border)
        return moved
    bend = rng.normal(0, rng.uniform(0.5, 3.0), (5, 5, 2)).astype(np.float32)
    field = cv2.resize(bend, (size, size), interpolation=cv2.INTER_CUBIC)
    rows, columns = np.mgrid[:size, :size].astype(np.float32)
    x = affine[0, 0] * columns + affine[0, 1] * rows + affine[0, 2] + field[..., 0]
    y = affine[1, 0] * columns + affine[1, 1] * rows + affine[1, 2] + field[..., 1]
    bent: Pixels = cv2.remap(face, x, y, cv2.INTER_LINEAR, borderMode=border)
    return bent


def relight(face: Pixels, rng: np.random.Generator) -> Pixels:
    """Change exposure, contrast, gamma and colour, and let light come from one side."""
    ramp = np.linspace(0, 1, 256) ** np.exp(rng.normal(0, 0.25))
    ramp = (ramp - 0.5) * np.exp(rng.normal(0, 0.2)) + 0.5
    ramp = ramp * np.exp(rng.normal(-0.03, 0.2))
    tint = np.exp(rng.normal(0, 0.06, 3))
    lookup = np.clip(ramp[:, None] * tint * 255, 0, 255).astype(np.uint8)
    picture: Pixels = cv2.LUT(face, lookup[None])
    if rng.random() < 0.2:
        grey = cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
        share = 1.0 if rng.random() < 0.5 else rng.uniform(0, 1)
        picture = cv2.addWeighted(picture, 1 - share, grey, share, 0)
    if rng.random() < 0.2:
        slope = np.linspace(-1, 1, len(face), dtype=np.float32)
        across, down = rng.normal(0, 0.35, 2).astype(np.float32)
        light = np.exp(across * slope[None] + down * slope[:, None])[..., None]
        picture = np.clip(picture * light, 0, 255).astype(np.uint8)
    return picture


def _cover(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Hide a part of the face behind a box, a disc or a stroke."""
    size = len(face)
    layer = face.copy()
    x, y = rng.uniform(0, 1, 2) * size
    w, h = rng.uniform(0.08, 0.3, 2) * size
    colour = tuple(int(value) for value in rng.integers(0, 256, 3))
    place, tilt = (int(x), int(y)), rng.uniform(0, 180)
    kind = rng.integers(4)
    if kind == 0:
        cv2.ellipse(layer, place, (int(w), int(h)), tilt, 0, 360, colour, -1)
    elif kind == 1:
        end = (int(rng.uniform(0, size)), int(rng.uniform(0, size)))
        cv2.line(layer, place, end, colour, int(rng.uniform(1, 14)))
    else:
        box = (slice(max(0, int(y - h)), int(y + h)), slice(max(0, int(x - w)), int(x + w)))
        layer[box] = other[::-1][box] if kind == 2 else np.array(colour, np.uint8)
    return layer


def degrade(face: Pixels, rng: np.random.Generator) -> Pixels:
    """Blur, shrink, add noise and compress, each with its own chance."""
    size = len(face)
    picture: Pixels = face
    if rng.random() < 0.35:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 2.2))
    if rng.random() < 0.12:
        picture = cv2.filter2D(picture, -1, _motion(rng))
    if rng.random() < 0.45:
        small = int(np.exp(rng.uniform(np.log(18), np.log(90))))
        shrink = (cv2.INTER_AREA, cv2.INTER_LINEAR)[rng.integers(2)]
        picture = cv2.resize(picture, (small, small), interpolation=shrink)
        grow = (cv2.INTER_LINEAR, cv2.INTER_CUBIC)[rng.integers(2)]
        picture = cv2.resize(picture, (size, size), interpolation=grow)
    if rng.random() < 0.35:
        noise = rng.standard_normal((size, size, 3), dtype=np.float32)
        noisy = picture + noise * np.float32(rng.uniform(2, 22))
        picture = np.clip(noisy, 0, 255).astype(np.uint8)
    if rng.random() < 0.5:
        picture = compress(picture, int(rng.uniform(12, 90)))
    return picture


def spoil(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Make a face hard to see: far away, out of focus, in the dark or half hidden."""
    kinds = (_far_away, _out_of_focus, _in_the_dark, _half_hidden)
    return kinds[rng.integers(len(kinds))](face, other, rng)


def _far_away(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    side = int(rng.integers(10, 26))
    small = cv2.resize(face, (side, side), interpolation=cv2.INTER_AREA)
    grown: Pixels = cv2.resize(small, face.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return grown


def _out_of_focus(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    blurred: Pixels = cv2.GaussianBlur(face, (0, 0), rng.uniform(2.5, 5))
    return blurred


def _in_the_dark(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    noise = rng.normal(0, rng.uniform(2, 8), face.shape)
    return np.clip(face * rng.uniform(0.08, 0.3) + noise, 0, 255).astype(np.uint8)


def _half_hidden(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Cover the mouth, as a mask does, or a band around the eyes."""
    picture = face.copy()
    size = len(face)
    if rng.random() < 0.5:
        picture[int(rng.uniform(0.5, 0.65) * size) :] = rng.integers(0, 256, 3)
    else:
        top = int(rng.uniform(0.2, 0.35) * size)
        band = slice(top, top + int(rng.uniform(0.2, 0.35) * size))
        picture[band] = other[band][::-1] if rng.random() < 0.3 else rng.integers(0, 120, 3)
    return picture


def compress(picture: Pixels, quality: int) -> Pixels:
    """Return the picture as JPEG of that quality shows it."""
    code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    decoded = cv2.imdecode(code, cv2.IMREAD_COLOR)
    assert decoded is not None
    pixels: Pixels = decoded.astype(np.uint8)
    return pixels


def _motion(rng: np.random.Generator) -> FloatArray:
    """Return the kernel ``(9, 9)`` of a camera that moved while the shutter was open."""
    kernel = np.zeros((9, 9), np.float32)
    reach, angle = rng.uniform(1.5, 4), rng.uniform(0, np.pi)
    dx, dy = reach * np.cos(angle), reach * np.sin(angle)
    ends = [(round(4 - dx), round(4 - dy)), (round(4 + dx), round(4 + dy))]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1)
    moved: FloatArray = kernel / kernel.sum()
    return moved
