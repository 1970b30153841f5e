"""One head on its side among upright ones is found, and known."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.face_finds import Finds, tilt
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.turned_heads import SUSPECT, with_turned_heads
from photoorg.media.images import Picture, read_picture
from photoorg.packs.finding import find_pack
from photoorg.settings import Settings
from photoorg.types import Pixels

SIDE = 640


@pytest.fixture(scope="module")
def analyzer(test_pack: Path) -> FaceAnalyzer:
    return FaceAnalyzer(find_pack(test_pack, Settings()))


def shown(pixels: Pixels, *, claimed: bool = False) -> Picture:
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return Picture(pixels, width, height, 1.0, oriented=False, claimed=claimed)


def likeness(one: object, other: object) -> float:
    first, second = (np.asarray(value, np.float64) for value in (one, other))
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


@pytest.mark.pack
def test_a_head_on_its_side_beside_an_upright_one(analyzer: FaceAnalyzer, photos: Path) -> None:
    files = sorted((photos / "people").glob("*_0001.jpg"))[100:124]
    pictures = [read_picture(file).pixels for file in files]
    found = known = 0
    for upright, other in zip(pictures[::2], pictures[1::2], strict=True):
        side = np.rot90(other, 1)
        height = max(upright.shape[0], side.shape[0])
        both = np.full((height, upright.shape[1] + side.shape[1], 3), 128, np.uint8)
        both[: upright.shape[0], : upright.shape[1]] = upright
        both[: side.shape[0], upright.shape[1] :] = side
        faces = analyzer.analyze(shown(both))
        right = [face for face in faces if face.box.x + face.box.w / 2 > upright.shape[1]]
        (twin, *_) = analyzer.analyze(shown(other))
        found += bool(right)
        known += any(likeness(face.embedding, twin.embedding) > 0.5 for face in right)
    assert found >= 11
    assert known >= 10


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_picture_of_many_that_only_claims_to_be_upright(
    own_photos: dict[str, Path], each_pack: Path, turns: int
) -> None:
    each = FaceAnalyzer(find_pack(each_pack, Settings()), threads=1)
    pixels = read_picture(own_photos["t1"]).pixels
    upright = each.analyze(shown(pixels))
    faces = each.analyze(shown(np.rot90(pixels, turns), claimed=True))
    assert len(upright) == 6
    for twin in upright:
        assert max(likeness(face.embedding, twin.embedding) for face in faces) > 0.9


@pytest.mark.pack
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_picture_that_only_claims_to_be_upright(
    analyzer: FaceAnalyzer, photos: Path, turns: int
) -> None:
    files = sorted((photos / "people").glob("*_0001.jpg"))[200:212]
    known = 0
    for file in files:
        pixels = read_picture(file).pixels
        (twin, *_) = analyzer.analyze(shown(pixels))
        faces = analyzer.analyze(shown(np.rot90(pixels, turns), claimed=True))
        known += any(likeness(face.embedding, twin.embedding) > 0.5 for face in faces)
    assert known >= 11


def finds(score: float, degrees: float, size: float = 100) -> Finds:
    """Return one face in the middle of a photo of 400 x 400, its eyes turned so far."""
    angle = np.radians(degrees)
    eyes = np.array([np.cos(angle), np.sin(angle)]) * size / 4
    landmarks = np.full((1, 5, 2), 200.0, np.float32)
    landmarks[0, 0] -= eyes
    landmarks[0, 1] += eyes
    half = size / 2
    box = np.array([[200 - half, 200 - half, 200 + half, 200 + half]], np.float32)
    return Finds(box, landmarks, np.array([score], np.float32))


@pytest.mark.parametrize("degrees", [0.0, 45.0, -90.0, 170.0])
def test_tilt_is_that_of_the_eyes(degrees: float) -> None:
    np.testing.assert_allclose(tilt(finds(0.9, degrees)), [degrees], atol=1e-3)


@pytest.mark.parametrize(
    ("seen", "looks", "faces"),
    [
        (finds(0.9, 5), 0, 1),
        (finds(0.9, -35), 0, 1),
        (finds(0.9, -80), 1, 1),
        (finds(SUSPECT + 0.01, -80), 1, 0),
        (finds(SUSPECT + 0.01, 10), 0, 0),
        (finds(SUSPECT + 0.01, -80, size=10), 0, 0),
    ],
)
def test_only_what_looks_turned_costs_a_look(seen: Finds, looks: int, faces: int) -> None:
    runs: list[Pixels] = []

    def look(canvas: Pixels) -> Finds:
        runs.append(canvas)
        return seen.chosen(np.zeros(1, bool))

    pixels = np.full((400, 400, 3), 90, np.uint8)
    found = with_turned_heads(pixels, seen, look, SIDE)
    assert (len(runs), len(found.scores)) == (looks, faces)
    assert all(canvas.shape == (SIDE, SIDE, 3) for canvas in runs)


def test_what_is_found_turned_lies_where_the_head_lies() -> None:
    seen = finds(0.3, -90)
    pixels = np.full((400, 400, 3), 90, np.uint8)

    def look(canvas: Pixels) -> Finds:
        # upright in the first tile, where the crop of 220 pixels is turned by a quarter
        upright = finds(0.8, 0, size=96)
        shift = SIDE // 3 / 2 - 200
        return Finds(upright.boxes + shift, upright.landmarks + shift, upright.scores)

    found = with_turned_heads(pixels, seen, look, SIDE)
    assert found.scores.tolist() == pytest.approx([0.8])
    np.testing.assert_allclose(found.boxes, seen.boxes, atol=4)
    assert abs(abs(float(tilt(found)[0])) - 90) < 1


@pytest.mark.parametrize(("score", "faces"), [(0.8, 1), (0.95, 2)])
def test_half_of_a_surer_head_is_no_other_head(score: float, faces: int) -> None:
    """Seen once more from beside, a cheek with an eye looks like a small head."""
    whole, beside = finds(0.9, 0, size=200), finds(0.3, -90)
    seen = Finds(
        *(
            np.concatenate([getattr(one, part) for one in (whole, beside)])
            for part in ("boxes", "landmarks", "scores")
        )
    )

    def look(canvas: Pixels) -> Finds:
        upright = finds(score, 0, size=96)
        shift = SIDE // 3 / 2 - 200
        return Finds(upright.boxes + shift, upright.landmarks + shift, upright.scores)

    found = with_turned_heads(np.full((400, 400, 3), 90, np.uint8), seen, look, SIDE)
    assert len(found.scores) == faces


@pytest.mark.pack
def test_a_large_face_is_one_face(photos: Path) -> None:
    own = FaceAnalyzer(find_pack(None, Settings()))
    assert len(own.detect(read_picture(photos / "mixed" / "img39.jpg"))) == 1
