"""How surely edited photos are known again, as a measure of fitted numbers.

Every photo is edited in ways that people edit photos, and once the photo that follows takes its
place. The faces of all are searched with the models the program comes with. Each photo is a part;
of its edits counts the share of the faces that are told rightly, of another photo that it is told
to be another. How alike pictures are is also told of what was taken a second later, where
everything has moved a little.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageOps
from scipy.special import expit

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.likeness import face_matching, picture_likeness
from photoorg.analysis.likeness.face_matching import Faces, continues
from photoorg.analysis.likeness.transforms import IDENTITY, Affine, apply
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.errors import DataError, PhotoError
from photoorg.media.images import Picture, read_picture
from photoorg.media.names import SUFFIXES
from photoorg.packs.finding import find_pack
from photoorg.settings import RESOURCES, Settings
from photoorg.training.numbers.search import Scores

MOST = 16
"""Photos that are taken from all over what is given."""
NEAR = 0.5
"""Two middles of one face lie nearer than this share of its size."""
OTHERWISE = 0.25
"""By how much another detector's boxes are larger or smaller (deviation of the logarithm)."""
MOVED, PATCHES = 0.015, 4
"""How far what is in a picture moves within a second, as a share of the longer side (deviation),
and how many things, side by side, move on their own."""
DOUBT = 0.05
"""How much more alike pictures have to be than they need to for that to be as good as certain."""


@dataclass(frozen=True, slots=True, eq=False)
class Version:
    """What is known of a picture: its faces and its thumbnail."""

    faces: Faces
    thumbnail: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A photo, what came in its place, and which faces ``(row before, row after)`` are the same.

    ``pairs`` is None for another photo.
    """

    before: Version
    after: Version
    pairs: frozenset[tuple[int, int]] | None


def faces_known_again(data: Sequence[Path]) -> Scores:
    """Return the measure of how faces are matched; raises DataError, ModelError."""
    photos = [cases for _, cases in _cases(data)]

    def scores() -> NDArray[np.float64]:
        rng = np.random.default_rng(0)
        return np.array(
            [
                np.mean(
                    [
                        *(_matched(case) for case in cases),
                        _seen_by_another_detector(cases[0].before, rng),
                    ]
                )
                for cases in photos
            ]
        )

    return scores


def pictures_known_again(data: Sequence[Path]) -> Scores:
    """Return the measure of how alike thumbnails are; raises DataError, ModelError."""
    photos = [
        [*cases, Case(cases[0].before, _a_second_later(picture, number), None)]
        for number, (picture, cases) in enumerate(_cases(data))
    ]

    def scores() -> NDArray[np.float64]:
        return np.array([np.mean([_told(case) for case in cases]) for cases in photos])

    return scores


def _matched(case: Case) -> float:
    """Return the mean of what is told with the pictures, without them, and face by face."""
    before, after = case.before, case.after
    found = [
        continues(before.faces, after.faces, before.thumbnail, after.thumbnail),
        continues(before.faces, after.faces, None, None),
    ]
    alike = face_matching.cosines_of(before.faces.embeddings, after.faces.embeddings)
    surely = {(row, column) for row, column in np.argwhere(alike >= face_matching.SURELY_ONE)}
    told = [_agreement(None if one is None else set(one.pairs), case.pairs) for one in found]
    return float(np.mean([*told, _agreement(surely, case.pairs or frozenset())]))


def _seen_by_another_detector(version: Version, rng: np.random.Generator) -> float:
    """Return how well faces are matched with those of a detector that draws other boxes."""
    faces = version.faces
    larger = np.exp(rng.normal(0, OTHERWISE, (len(faces), 2)))
    size = faces.boxes[:, 2:] * larger
    apart = rng.normal(0, OTHERWISE / 2, (len(faces), 2)) * faces.boxes[:, 2:]
    middles = faces.boxes[:, :2] + faces.boxes[:, 2:] / 2 + apart
    boxes = np.concatenate([middles - size / 2, size], axis=1)
    landmarks = faces.landmarks + apart[:, None]
    order = rng.permutation(len(faces))
    other = face_matching.faces(faces.size, boxes[order], landmarks[order], [])
    found = face_matching.match_same_pixels(faces, other)
    return _agreement(set(found.pairs), frozenset((int(row), n) for n, row in enumerate(order)))


def _agreement(told: set[tuple[int, int]] | None, true: frozenset[tuple[int, int]] | None) -> float:
    """Return the share of pairs that are in both of those in one; None is another picture."""
    if told is None or true is None:
        return float(told is None and true is None)
    return len(told & true) / len(told | true) if told | true else 1.0


def _told(case: Case) -> float:
    alike = picture_likeness.likeness(case.before.thumbnail, case.after.thumbnail).score
    sure = float(expit((alike - picture_likeness.ALIKE) / DOUBT))
    return sure if case.pairs is not None else 1 - sure


def _cases(data: Sequence[Path]) -> list[tuple[Picture, list[Case]]]:
    pictures = some_pictures(data, MOST)
    if not pictures:
        raise DataError(f"{data[0]} holds no photos to edit; give folders of photos.")
    analyzer = analyzer_of_the_program()
    cases = []
    for picture, other in pictures:
        before = _version(picture, analyzer)
        another = Case(before, _version(other, analyzer), None)
        cases.append((picture, [*_edited(picture, before, analyzer), another]))
    return cases


def _a_second_later(picture: Picture, seed: int) -> Version:
    """Return the picture with all that is in it moved a little, each thing its own way."""
    rng = np.random.default_rng(seed)
    size = picture.width, picture.height
    by = rng.normal(0, MOVED * max(size), (2, PATCHES, PATCHES)).astype(np.float32)
    right, down = (cv2.resize(one, size, interpolation=cv2.INTER_CUBIC) for one in by)
    rows, columns = np.indices(right.shape, np.float32)
    moved = cv2.remap(
        picture.pixels,
        columns + right,
        rows + down,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    nobody = face_matching.faces(size, [], [], [])
    return Version(nobody, photo_thumbnail(Picture(moved, *size, 1.0, oriented=True)))


def some_pictures(data: Sequence[Path], most: int) -> list[tuple[Picture, Picture]]:
    """Return pictures from all over some folders, upright, each with the one that follows there.

    That often shows the same people.
    """
    files = [
        file
        for place in data
        for file in ([place] if place.is_file() else sorted(place.rglob("*")))
        if file.suffix.lower() in SUFFIXES
    ]
    pairs = list(itertools.pairwise(files))
    chosen = [tuple(map(_read, pair)) for pair in pairs[:: max(1, len(pairs) // most)][:most]]
    return [(one, other) for one, other in chosen if one is not None and other is not None]


def analyzer_of_the_program() -> FaceAnalyzer:
    """Return what looks for faces with the models that the program comes with."""
    return FaceAnalyzer(find_pack(None, Settings(), installed=RESOURCES / "models"))


def _edited(picture: Picture, before: Version, analyzer: FaceAnalyzer) -> Iterator[Case]:
    for edit in EDITS:
        image, way = edit(Image.fromarray(np.ascontiguousarray(picture.pixels[:, :, ::-1])))
        pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
        after = _version(Picture(pixels, *image.size, 1.0, oriented=True), analyzer)
        yield Case(before, after, _same_faces(before.faces, after.faces, way))


def _same_faces(before: Faces, after: Faces, way: Affine) -> frozenset[tuple[int, int]]:
    middles = apply(way, before.boxes[:, :2] + before.boxes[:, 2:] / 2)
    others = after.boxes[:, :2] + after.boxes[:, 2:] / 2
    apart = np.linalg.norm(middles[:, None] - others, axis=2) / after.boxes[:, 2:].max(axis=1)
    return frozenset(
        (row, column)
        for row, column in np.argwhere(apart < NEAR).tolist()
        if apart[row, column] == min(apart[row].min(), apart[:, column].min())
    )


def _version(picture: Picture, analyzer: FaceAnalyzer) -> Version:
    found = face_matching.found((picture.width, picture.height), analyzer.analyze(picture))
    return Version(found, photo_thumbnail(picture))


def _read(file: Path) -> Picture | None:
    try:
        picture = read_picture(file)
    except PhotoError:
        return None
    height, width = picture.pixels.shape[:2]
    return Picture(picture.pixels, width, height, 1.0, oriented=True)


def _cropped(image: Image.Image) -> tuple[Image.Image, Affine]:
    w, h = image.size
    left, top = round(0.1 * w), round(0.05 * h)
    cut = image.crop((left, top, round(0.95 * w), round(0.85 * h)))
    return cut, np.array([[1.0, 0, -left], [0, 1, -top]])


def _smaller(image: Image.Image) -> tuple[Image.Image, Affine]:
    size = max(1, image.width // 2), max(1, image.height // 2)
    scale = np.array(size) / image.size
    return image.resize(size), np.array([[scale[0], 0, 0], [0, scale[1], 0]])


def _turned(image: Image.Image) -> tuple[Image.Image, Affine]:
    return image.transpose(Image.Transpose.ROTATE_90), np.array([[0.0, 1, 0], [-1, 0, image.width]])


def _mirrored(image: Image.Image) -> tuple[Image.Image, Affine]:
    return ImageOps.mirror(image), np.array([[-1.0, 0, image.width], [0, 1, 0]])


def _straightened(image: Image.Image) -> tuple[Image.Image, Affine]:
    angle = np.deg2rad(5)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    middle = np.array(image.size) / 2
    way = np.concatenate([turn, (middle - turn @ middle)[:, None]], axis=1)
    return image.rotate(5, Image.Resampling.BICUBIC), way


def _brightened(image: Image.Image) -> tuple[Image.Image, Affine]:
    bright = ImageEnhance.Brightness(image).enhance(1.3)
    return ImageEnhance.Contrast(bright).enhance(1.4), IDENTITY


def _framed(image: Image.Image) -> tuple[Image.Image, Affine]:
    wide = round(0.06 * max(image.size))
    return ImageOps.expand(image, wide, "white"), np.array([[1.0, 0, wide], [0, 1, wide]])


EDITS: tuple[Callable[[Image.Image], tuple[Image.Image, Affine]], ...] = (
    _cropped,
    _smaller,
    _turned,
    _mirrored,
    _straightened,
    _brightened,
    _framed,
)
"""Each gives the edited photo and where the places of the photo are in it."""
