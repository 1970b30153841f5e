"""An edited picture is known again, another one is not."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from photoorg.analysis.demonstration import source_files
from photoorg.analysis.likeness.grey_pictures import size_of
from photoorg.analysis.likeness.picture_likeness import (
    likeness,
    places_alike,
)
from photoorg.analysis.likeness.transforms import IDENTITY, apply, rescaling
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.media.images import Picture

Edit = Callable[[Image.Image], Image.Image]


def thumbnail(image: Image.Image) -> bytes:
    pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    return photo_thumbnail(Picture(pixels, image.width, image.height, 1.0, oriented=False))


@pytest.fixture(scope="module")
def group() -> Image.Image:
    return Image.open(source_files()[0]).convert("RGB")


@pytest.fixture(scope="module")
def portrait() -> Image.Image:
    return Image.open(source_files()[1]).convert("RGB")


def cropped(
    image: Image.Image, left: float, top: float, right: float, bottom: float
) -> Image.Image:
    w, h = image.size
    return image.crop((int(w * left), int(h * top), int(w * right), int(h * bottom)))


def written_on(image: Image.Image) -> Image.Image:
    image = image.copy()
    w, h = image.size
    ImageDraw.Draw(image).rectangle((0.6 * w, 0.9 * h, w, h), fill="white")
    return image


EDITS: dict[str, Edit] = {
    "half": lambda image: image.resize((image.width // 2, image.height // 2)),
    "double": lambda image: image.resize((image.width * 2, image.height * 2)),
    "cropped": lambda image: cropped(image, 0.15, 0.15, 1, 1),
    "cropped much": lambda image: cropped(image, 0.2, 0.1, 0.8, 0.7),
    "framed": lambda image: ImageOps.expand(image, image.width // 6, "white"),
    "turned": lambda image: image.transpose(Image.Transpose.ROTATE_90),
    "on its head": lambda image: image.transpose(Image.Transpose.ROTATE_180),
    "mirrored": ImageOps.mirror,
    "straightened": lambda image: cropped(image.rotate(6), 0.1, 0.1, 0.9, 0.9),
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.3),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.6),
    "grey": lambda image: image.convert("L"),
    "sharpened": lambda image: image.filter(ImageFilter.UnsharpMask(2, 150)),
    "written on": written_on,
    "all at once": lambda image: ImageEnhance.Brightness(
        cropped(ImageOps.mirror(image).rotate(-4), 0.1, 0.1, 0.9, 0.9).convert("L")
    ).enhance(1.2),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_edits_are_the_same_picture(group: Image.Image, portrait: Image.Image, edit: Edit) -> None:
    for image in (group, portrait):
        assert likeness(thumbnail(image), thumbnail(edit(image))).same
        assert likeness(thumbnail(edit(image)), thumbnail(image)).same


def test_other_pictures_are_not(group: Image.Image, portrait: Image.Image) -> None:
    pictures = [group, portrait, ImageOps.fit(group, portrait.size)]
    pictures += [cropped(group, 0, 0, 0.45, 1), cropped(group, 0.55, 0, 1, 1)]
    for one, other in ((0, 1), (1, 0), (1, 2), (3, 4), (1, 3)):
        assert likeness(thumbnail(pictures[one]), thumbnail(pictures[other])).score < 0.5


def test_the_transform_is_found(group: Image.Image) -> None:
    w, h = group.size
    old, new = thumbnail(group), thumbnail(cropped(group, 0.25, 0.1, 0.9, 0.8))
    found = likeness(old, new)
    old_size, new_size = size_of(old), size_of(new)
    assert old_size
    assert new_size
    left, top = int(w * 0.25), int(h * 0.1)
    kept = int(w * 0.9) - left, int(h * 0.8) - top
    corners = np.array([(left, top), (left + kept[0], top + kept[1])], dtype=float)
    moved = apply(found.transform, apply(rescaling((w, h), old_size), corners))
    assert moved == pytest.approx(np.array([(0, 0), new_size]), abs=1.0)


def test_a_face_cut_out_of_a_group_needs_a_hint(group: Image.Image) -> None:
    old, new = thumbnail(group), thumbnail(cropped(group, 0.4, 0.2, 0.62, 0.55))
    sizes = size_of(old), size_of(new)
    assert sizes[0]
    assert sizes[1]
    zoom = sizes[1][0] / (0.22 * sizes[0][0])
    hint = np.array([[zoom, 0, -0.4 * sizes[0][0] * zoom], [0, zoom, -0.2 * sizes[0][1] * zoom]])
    assert likeness(old, new, [hint]).same


def test_a_changed_place_is_seen(group: Image.Image) -> None:
    changed = group.copy()
    w, h = group.size
    changed.paste(ImageOps.mirror(cropped(group, 0.4, 0.3, 0.6, 0.6)), (int(w * 0.4), int(h * 0.3)))
    old, new = thumbnail(group), thumbnail(changed)
    found = likeness(old, new)
    assert found.same
    size = size_of(old)
    assert size
    boxes = np.array([(0.42, 0.35, 0.16, 0.2), (0.1, 0.3, 0.15, 0.2), (2, 2, 0.1, 0.1)])
    alike = places_alike(old, new, found.transform, boxes * (*size, *size))
    assert alike[0] < 0.6
    assert alike[1] > 0.9
    assert np.isnan(alike[2])


def test_what_is_no_picture_is_like_nothing(portrait: Image.Image) -> None:
    picture = thumbnail(portrait)
    plain = thumbnail(Image.new("RGB", (300, 200), "white"))
    dot = thumbnail(Image.new("RGB", (1, 1)))
    for one in (b"", b"no picture", plain, dot, picture):
        for other in (b"", b"no picture", plain, dot):
            assert not likeness(one, other, [IDENTITY]).same
            assert not likeness(other, one).same
    assert size_of(b"no picture") is None
    assert np.isnan(places_alike(b"", picture, IDENTITY, np.ones((2, 4)))).all()


@pytest.mark.pack
def test_real_photos_of_one_person_are_several_pictures(photos: Path) -> None:
    files = sorted((photos / "people").glob("Bill_Gates_*.jpg"))[:4]
    files += sorted((photos / "people").glob("Vicente_Fox_*.jpg"))[:2]
    pictures = [thumbnail(Image.open(file)) for file in files]
    for place, one in enumerate(pictures):
        for other in pictures[place + 1 :]:
            assert likeness(one, other).score < 0.4
