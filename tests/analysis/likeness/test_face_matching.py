"""Faces find themselves again in edited photos, and never in photos of somebody else."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageOps

from photoorg.analysis.alignment import TEMPLATE
from photoorg.analysis.demonstration import source_files
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.likeness.face_hypotheses import fit
from photoorg.analysis.likeness.face_matching import (
    Faces,
    Matching,
    continues,
    faces,
    found,
    match,
    match_same_pixels,
)
from photoorg.analysis.likeness.transforms import apply, scale_of
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.media.images import read_picture
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack

Floats = NDArray[np.float64]

SHAPE = (TEMPLATE - 56) / 80


def crowd(rng: np.random.Generator, count: int) -> Faces:
    """Return people side by side who resemble nobody else."""
    cells = rng.permutation(25)[:count]
    middles = np.stack([cells % 5, cells // 5], axis=1) * 200 + rng.uniform(60, 140, (count, 2))
    sizes = rng.uniform(30, 90, (count, 1))
    noise = rng.normal(0, 0.04, (count, 5, 2))
    return faces(
        (1000, 1000),
        np.concatenate([middles - sizes / 2, sizes, sizes], axis=1),
        middles[:, None] + (SHAPE + noise) * sizes[:, None],
        np.linalg.qr(rng.normal(size=(64, 64)))[0][:count],
    )


def moved(those: Faces, way: Floats, rng: np.random.Generator) -> Faces:
    """Return the faces as a detector would find them in the moved picture."""
    sizes = those.boxes[:, 2:] * scale_of(way) * rng.uniform(0.9, 1.1, (len(those), 1))
    middles = apply(way, those.boxes[:, :2] + those.boxes[:, 2:] / 2)
    middles = middles + rng.normal(0, 0.03, middles.shape) * sizes
    landmarks = apply(way, those.landmarks)
    if np.linalg.det(way[:, :2]) < 0:
        landmarks = landmarks[:, [1, 0, 2, 4, 3]]
    noise = rng.normal(0, 0.03, landmarks.shape) * sizes[:, None]
    blur = rng.normal(0, 0.04, those.embeddings.shape)
    boxes = np.concatenate([middles - sizes / 2, sizes], axis=1)
    return faces((800, 800), boxes, landmarks + noise, 3 * (those.embeddings + blur))


def chosen(those: Faces, rows: Any) -> Faces:
    return faces(those.size, those.boxes[rows], those.landmarks[rows], those.embeddings[rows])


def without_looks(those: Faces) -> Faces:
    return faces(those.size, those.boxes, those.landmarks, np.zeros((len(those), 0)))


@st.composite
def similarities(draw: st.DrawFn) -> Floats:
    angle = draw(st.floats(-np.pi, np.pi))
    scale = draw(st.floats(0.2, 4.0))
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    if draw(st.booleans()):
        turn = turn @ np.diag([-1.0, 1.0])
    shift = draw(st.tuples(st.floats(-900, 900), st.floats(-900, 900)))
    return np.concatenate([turn, np.array(shift)[:, None]], axis=1)


@given(similarities(), st.integers(0, 99))
def test_a_similarity_is_recovered_from_one_face(way: Floats, seed: int) -> None:
    one = crowd(np.random.default_rng(seed), 1)
    mirrored = bool(np.linalg.det(way[:, :2]) < 0)
    landmarks = apply(way, one.landmarks)[:, [1, 0, 2, 4, 3] if mirrored else slice(None)]
    assert fit(one.landmarks, landmarks, mirrored=mirrored) == pytest.approx(way, abs=1e-6)


@settings(deadline=None, max_examples=40)
@given(similarities(), st.integers(0, 10_000), st.data())
def test_faces_are_matched_under_any_similarity(
    way: Floats, seed: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    everybody = crowd(rng, data.draw(st.integers(1, 20)))
    before = data.draw(st.permutations(range(len(everybody))))
    after = data.draw(st.permutations(range(len(everybody))))
    before = before[: data.draw(st.integers(1, len(everybody)))]
    after = after[: data.draw(st.integers(1, len(everybody)))]
    result = match(chosen(everybody, before), chosen(moved(everybody, way, rng), after))
    expected = {(before.index(face), after.index(face)) for face in set(before) & set(after)}
    assert set(result.pairs) == expected
    assert all(cosine > 0.8 for cosine in result.cosines)


def test_twins_are_told_apart_by_their_places() -> None:
    rng = np.random.default_rng(3)
    family = crowd(rng, 5)
    family.embeddings[1] = family.embeddings[0]
    way = np.array([[-0.8, 0.0, 900.0], [0.0, 0.8, 20.0]])
    order = [4, 1, 0, 2, 3]
    result = match(family, chosen(moved(family, way, rng), order))
    assert dict(result.pairs) == {face: order.index(face) for face in range(5)}
    assert result.sure
    assert result.transform is not None
    assert result.transform == pytest.approx(way, abs=20)


def test_strangers_at_the_same_places_are_nobody_again() -> None:
    rng = np.random.default_rng(4)
    family = crowd(rng, 3)
    strangers = faces(family.size, family.boxes, family.landmarks, family.embeddings[::-1] * -1)
    result = match(family, strangers)
    assert not result.pairs
    assert not result.sure
    assert continues(family, strangers, None, None) is None


def test_without_pictures_only_one_shot_is_one_picture() -> None:
    rng = np.random.default_rng(5)
    family, same = crowd(rng, 4), np.array([[0.5, 0, 0], [0, 0.5, 0]])
    again = moved(family, same, rng)
    assert isinstance(continues(family, again, None, None), Matching)
    assert isinstance(continues(family, again, b"", b"no picture"), Matching)
    assert continues(family, without_looks(again), None, None) is None
    other_shots = family.embeddings + rng.normal(0, 0.1, family.embeddings.shape)
    another = faces(again.size, again.boxes, again.landmarks, other_shots)
    assert continues(family, another, None, None) is None
    single = chosen(family, [0])
    assert continues(single, chosen(again, [0]), None, None) is None  # it is 0.93 at most
    exactly = faces((500, 500), single.boxes / 2, single.landmarks / 2, single.embeddings)
    assert isinstance(continues(single, exactly, None, None), Matching)


def test_no_faces() -> None:
    nobody = found((100, 80), [])
    somebody = chosen(crowd(np.random.default_rng(6), 2), [0, 1])
    for before, after in ((nobody, nobody), (nobody, somebody), (somebody, nobody)):
        assert match(before, after).pairs == ()
        assert continues(before, after, None, None) is None
        assert match_same_pixels(before, after).pairs == ()


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.data())
def test_another_detector_sees_the_same_people(seed: int, data: st.DataObject) -> None:
    rng = np.random.default_rng(seed)
    everybody = crowd(rng, data.draw(st.integers(1, 20)))
    after = data.draw(st.permutations(range(len(everybody))))
    after = after[: data.draw(st.integers(0, len(everybody)))]
    boxes = everybody.boxes.copy()
    # Hair and chin, or eyes and mouth only: less than half of both boxes is shared.
    share = data.draw(st.floats(0.65, 1.5))
    boxes[:, :2] += boxes[:, 2:] * (1 - share) / 2 + rng.uniform(-4, 4, (len(everybody), 2))
    boxes[:, 2:] *= share
    landmarks = everybody.landmarks + rng.normal(0, 2, everybody.landmarks.shape)
    others = faces(everybody.size, boxes, landmarks, rng.normal(size=(len(everybody), 128)))
    result = match_same_pixels(everybody, chosen(others, after))
    assert set(result.pairs) == {(face, place) for place, face in enumerate(after)}
    assert np.isnan(result.cosines).all()


def test_a_face_seen_lying_is_still_the_face_there() -> None:
    one = crowd(np.random.default_rng(8), 2)
    landmarks = one.landmarks.copy()
    middle = landmarks[0].mean(axis=0)
    landmarks[0] = (landmarks[0] - middle) @ np.array([[0, 1], [-1, 0]]) + middle + (9, -9)
    boxes = one.boxes * (1, 1, 1.3, 0.8)
    result = match_same_pixels(one, faces(one.size, boxes, landmarks, one.embeddings))
    assert set(result.pairs) == {(0, 0), (1, 1)}


def test_a_box_around_another_is_one_face_even_without_landmarks() -> None:
    one = chosen(crowd(np.random.default_rng(9), 1), [0])
    far = faces(one.size, one.boxes * (1, 1, 1.5, 1.5), one.landmarks + 400, one.embeddings)
    assert match_same_pixels(one, far).pairs == ((0, 0),)


Seen = tuple[Faces, bytes]


@pytest.fixture(scope="module")
def see() -> Callable[[Image.Image], Seen]:
    analyzer = FaceAnalyzer(read_pack(STARTER), threads=1)

    def look(image: Image.Image, orientation: int | None = None) -> Seen:
        exif = Image.Exif()
        if orientation:
            exif[0x0112] = orientation
        out = BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=92, exif=exif.tobytes())
        picture = read_picture(out.getvalue())
        size = picture.width, picture.height
        return found(size, analyzer.analyze(picture)), photo_thumbnail(picture)

    return look


def pictures() -> list[Image.Image]:
    return [Image.open(file).convert("RGB") for file in source_files()[:3]]


Edit = Callable[[Image.Image], Image.Image]
EDITS: dict[str, Edit] = {
    "half": lambda image: image.resize((image.width // 2, image.height // 2)),
    "larger": lambda image: image.resize((image.width * 3 // 2, image.height * 3 // 2)),
    "cropped": lambda image: image.crop((0, 0, image.width * 8 // 10, image.height * 9 // 10)),
    "framed": lambda image: ImageOps.expand(image, 60, "white"),
    "turned": lambda image: image.transpose(Image.Transpose.ROTATE_90),
    "mirrored": ImageOps.mirror,
    "brighter and straight": lambda image: ImageEnhance.Brightness(image.rotate(5)).enhance(1.2),
    "grey": lambda image: image.convert("L"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_real_faces_are_found_again(see: Callable[..., Seen], edit: Edit) -> None:
    for image in pictures():
        (before, old), (after, new) = see(image), see(edit(image))
        assert len(before)
        result = continues(before, after, old, new)
        assert result is not None
        assert result.sure
        assert len(result.pairs) >= min(len(before), len(after)) - 1
        assert min(result.cosines) > 0.5
        blind = continues(without_looks(before), without_looks(after), old, new)
        assert blind is not None
        assert set(blind.pairs) == set(result.pairs)


def test_a_picture_turned_by_its_tag_keeps_its_faces(see: Callable[..., Seen]) -> None:
    image = pictures()[0]
    (before, old), (after, new) = see(image), see(image, 3)
    result = continues(before, after, old, new)
    assert result is not None
    assert len(after) == 0 or result.pairs
    assert result.transform is not None
    corner = apply(result.transform, np.zeros((1, 2)))
    assert corner == pytest.approx(np.array([image.size], dtype=float), abs=8)


def test_another_picture_is_another(see: Callable[..., Seen]) -> None:
    seen = [see(image) for image in pictures()]
    for place, (before, old) in enumerate(seen):
        for after, new in seen[:place] + seen[place + 1 :]:
            assert continues(before, after, old, new) is None
            assert continues(before, after, old, None) is None


def test_somebody_else_s_face_put_into_the_picture_is_somebody_else(
    see: Callable[..., Seen],
) -> None:
    image = pictures()[0]
    (before, old) = see(image)
    first, second = (before.boxes[row].round().astype(int) for row in (0, 1))
    changed = image.copy()
    x, y, w, h = (int(value) for value in first)
    a, b, c, d = (int(value) for value in second)
    changed.paste(image.crop((a, b, a + c, b + d)).resize((w, h)), (x, y))
    after, new = see(changed)
    result = continues(before, after, old, new)
    assert result is not None
    assert 0 not in dict(result.pairs)
    assert 1 in dict(result.pairs)


@pytest.mark.pack
def test_other_photos_of_people_are_other_photos(photos: Path, test_pack: Path) -> None:
    analyzer = FaceAnalyzer(read_pack(test_pack), threads=1)
    files = [
        file
        for name in ("Bill_Gates", "Vicente_Fox", "Halle_Berry")
        for file in sorted((photos / "people").glob(f"{name}_*.jpg"))[:2]
    ]
    seen = []
    for file in files:
        picture = read_picture(file)
        size = picture.width, picture.height
        seen.append((found(size, analyzer.analyze(picture)), photo_thumbnail(picture)))
    for place, (before, old) in enumerate(seen):
        for after, new in seen[:place] + seen[place + 1 :]:
            assert continues(before, after, old, new) is None
            assert continues(before, after, None, None) is None
