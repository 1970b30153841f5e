"""Faces are found, aligned and embedded, and come out where they lie in the photo."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage
from numpy.typing import NDArray

from photoorg.analysis.alignment import TEMPLATE, align, similarity
from photoorg.analysis.faces import Detected, FaceAnalyzer, found_faces
from photoorg.errors import ModelError
from photoorg.media.images import Picture, read_picture
from photoorg.packs.models import read_pack
from photoorg.types import Box, FoundFace, Pixels
from tests.analysis.tiny_pack import (
    FACE,
    LANDMARKS,
    write_detector,
    write_manifest,
    write_pack,
    write_recognizer,
)
from tests.conftest import REPOSITORY


def shown(pixels: Pixels, *, oriented: bool = False, scale: float = 1.0) -> Picture:
    height, width = pixels.shape[:2]
    full = round(width / scale), round(height / scale)
    return Picture(np.ascontiguousarray(pixels), *full, scale, oriented)


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


@pytest.fixture(scope="module")
def analyzer(test_pack: Path) -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(test_pack), threads=1)


@pytest.fixture(scope="module")
def each(each_pack: Path) -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(each_pack), threads=1)


@pytest.fixture
def tiny(tmp_path: Path) -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(write_pack(tmp_path / "tiny")), threads=1)


# --- with networks made for the test ---------------------------------------------------------


def test_boxes_are_in_pixels_of_the_full_photo(tiny: FaceAnalyzer) -> None:
    pixels = np.full((480, 1280, 3), 200, np.uint8)
    (face,) = tiny.detect(shown(pixels, scale=0.25))
    # The photo is halved for the detector, and is itself a quarter of the full photo.
    np.testing.assert_allclose(face.box, (1600, 1280, 1280, 640), rtol=1e-5)
    np.testing.assert_allclose(face.landmarks, LANDMARKS * 8, rtol=1e-5)
    assert face.score == pytest.approx(0.9)
    assert face.crop.shape == (112, 112, 3)
    assert 0 <= face.quality <= 1


def test_boxes_are_cut_at_the_edge(tiny: FaceAnalyzer) -> None:
    (face,) = tiny.detect(shown(np.full((640, 300, 3), 200, np.uint8)))
    np.testing.assert_allclose(face.box, (FACE[0], FACE[1], 300 - FACE[0], 240), rtol=1e-5)
    assert tiny.detect(shown(np.full((640, 150, 3), 200, np.uint8))) == []


def test_crops_of_any_number_are_embedded(tiny: FaceAnalyzer) -> None:
    crops = [np.full((112, 112, 3), value, np.uint8) for value in range(40)]
    embeddings = tiny.embed(crops)
    assert embeddings.shape == (40, 3)
    assert embeddings.dtype == np.float32
    np.testing.assert_allclose(embeddings[:, 0], (np.arange(40) - 127.5) / 127.5, atol=1e-4)
    assert tiny.embed([]).shape == (0, 3)


def test_crops_are_shown_red_first(tiny: FaceAnalyzer) -> None:
    crop = np.zeros((112, 112, 3), np.uint8)
    crop[..., 2] = 255
    np.testing.assert_allclose(tiny.embed([crop]), [[1, -1, -1]], atol=1e-5)


def test_a_network_for_one_face_at_a_time(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path / "tiny", batch=4))
    crops = [np.full((112, 112, 3), value, np.uint8) for value in range(10)]
    embeddings = FaceAnalyzer(pack, threads=1).embed(crops)
    np.testing.assert_allclose(embeddings[:, 1], (np.arange(10) - 127.5) / 127.5, atol=1e-4)


def test_a_pack_with_a_manifest(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "tiny")
    write_manifest(folder)
    analyzer = FaceAnalyzer(read_pack(folder), threads=1)
    assert len(analyzer.analyze(shown(np.full((640, 640, 3), 200, np.uint8)))) == 1
    write_recognizer(folder / "rec_tiny.onnx", gain=2.0)
    with pytest.raises(ModelError, match=r"rec_tiny\.onnx cannot be loaded .*SHA-256 mismatch"):
        FaceAnalyzer(read_pack(folder), threads=1)


@pytest.mark.parametrize("gain", [0.0, np.inf, np.nan])
def test_faces_without_a_usable_embedding_are_dropped(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, gain: float
) -> None:
    pack = read_pack(write_pack(tmp_path / "tiny", gain=gain))
    assert FaceAnalyzer(pack, threads=1).analyze(shown(np.full((640, 640, 3), 9, np.uint8))) == []
    assert "not usable" in caplog.text


def test_faces_and_embeddings_are_joined_in_order() -> None:
    crop = np.zeros((112, 112, 3), np.uint8)
    faces = [Detected(Box(i, 0, 5, 5), LANDMARKS, 0.9, 0.5, crop) for i in range(3)]
    embeddings = np.array([[1, 2], [np.nan, 1], [3, 4]], dtype=np.float32)
    joined = found_faces(faces, embeddings)
    assert [face.box.x for face in joined] == [0, 2]
    assert joined[1].embedding.tolist() == [3, 4]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "rec_tiny.onnx").write_bytes(
            (folder / "rec_tiny.onnx").read_bytes().replace(b"Flatten", b"Fltaten")
        ),
        lambda folder: (folder / "det_tiny.onnx").unlink(),
    ],
    ids=["unknown operator", "gone"],
)
def test_packs_that_cannot_be_loaded(tmp_path: Path, spoil: Callable[[Path], Any]) -> None:
    pack = read_pack(write_pack(tmp_path / "tiny"))
    spoil(pack.folder)
    with pytest.raises(ModelError, match=r"cannot be loaded .* install it again"):
        FaceAnalyzer(pack, threads=1)


def test_a_network_of_the_wrong_kind(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path / "tiny"))
    write_detector(pack.recognizer)
    with pytest.raises(ModelError, match="is no face recogniser"):
        FaceAnalyzer(pack, threads=1)


def test_what_onnxruntime_does_not_offer_is_the_cpu(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    import onnxruntime

    if "DmlExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("this onnxruntime offers DirectML")
    pack = read_pack(write_pack(tmp_path / "tiny"))
    with caplog.at_level(logging.WARNING):
        assert FaceAnalyzer(pack, "directml", threads=1).provider == "cpu"
    assert "does not offer directml" in caplog.text
    with pytest.raises(ModelError, match='Unknown provider "abacus"'):
        FaceAnalyzer(pack, "abacus")


def test_loading_leaves_output_and_environment_alone(tmp_path: Path) -> None:
    write_pack(tmp_path / "tiny")
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from photoorg.analysis.faces import FaceAnalyzer\n"
        "from photoorg.packs.models import read_pack\n"
        "FaceAnalyzer(read_pack(Path(sys.argv[1])), threads=1)\n"
        "names = [name for name in os.environ if name.startswith('QT_QPA')]\n"
        "assert names == ['QT_QPA_PLATFORM'], names\n"
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    environment = {**clean, "PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "tiny")],
        check=True,
        capture_output=True,
        env=environment,
    )
    assert done.stdout == b""


# --- alignment --------------------------------------------------------------------------------


def test_the_template_stays_where_it_is() -> None:
    np.testing.assert_allclose(
        similarity(TEMPLATE.astype(np.float32)), [[1, 0, 0], [0, 1, 0]], atol=1e-4
    )


def test_alignment_undoes_any_turn_scale_and_shift() -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        angle, scale = rng.uniform(-np.pi, np.pi), rng.uniform(0.1, 9)
        turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        moved = TEMPLATE @ turn.T + rng.uniform(-900, 900, 2)
        matrix = similarity(moved.astype(np.float32))
        np.testing.assert_allclose(moved @ matrix[:, :2].T + matrix[:, 2], TEMPLATE, atol=0.02)


def test_landmarks_in_one_point_give_a_finite_matrix() -> None:
    assert np.isfinite(similarity(np.full((5, 2), 7.0, np.float32))).all()


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
def test_crops_are_insightfaces(tiny: FaceAnalyzer) -> None:
    from insightface.utils import face_align

    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 255, (300, 400, 3), dtype=np.uint8)
    for _ in range(10):
        landmarks = (TEMPLATE * rng.uniform(0.5, 2) + rng.normal(0, 6, (5, 2))).astype(np.float32)
        theirs = face_align.norm_crop(pixels, landmarks).astype(int)
        assert np.abs(align(pixels, landmarks).astype(int) - theirs).mean() < 0.05


# --- with the shared pack ----------------------------------------------------------------------


@pytest.mark.pack
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
def test_same_faces_as_insightface(analyzer: FaceAnalyzer, test_pack: Path, photos: Path) -> None:
    from insightface.app import FaceAnalysis

    app = FaceAnalysis(
        name=str(test_pack),
        allowed_modules=["detection", "recognition"],
        providers=["CPUExecutionProvider"],
    )
    app.prepare(0, det_size=(640, 640))
    for name in ("tv/bbt4.jpg", "families/identification1.jpg", "people/AJ_Lamas_0001.jpg"):
        picture = read_picture(photos / name)
        theirs = app.get(picture.pixels)
        ours = analyzer.analyze(picture)
        assert len(ours) == len(theirs)
        for mine, other in zip(ours, theirs, strict=True):
            corners = (mine.box.x, mine.box.y, mine.box.x + mine.box.w, mine.box.y + mine.box.h)
            np.testing.assert_allclose(corners, np.clip(other.bbox, 0, None), atol=0.8)
            # insightface takes the height's scale for the width too: up to a pixel's difference.
            assert likeness(mine.embedding, other.embedding) > 0.995


@pytest.mark.pack
def test_the_same_person_is_alike(analyzer: FaceAnalyzer, photos: Path) -> None:
    faces = {
        name: analyzer.analyze(read_picture(photos / "families" / f"Family1-{name}.jpg"))[0]
        for name in ("Dad1", "Dad2", "Mom1", "Mom2", "Daughter1", "Daughter2")
    }
    for person, others in (("Dad", "Mom"), ("Mom", "Daughter"), ("Daughter", "Dad")):
        first, second = faces[f"{person}1"].embedding, faces[f"{person}2"].embedding
        assert likeness(first, second) > 0.4 > likeness(first, faces[f"{others}1"].embedding)


def turned_back(face: FoundFace, turns: int, width: int, height: int) -> tuple[float, float]:
    """Return the middle of a face found after ``turns`` in the photo before them."""
    x, y = face.box.x + face.box.w / 2, face.box.y + face.box.h / 2
    return {0: (x, y), 1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}[turns]


@pytest.mark.parametrize("turns", range(4))
def test_photos_that_lie_on_their_side_or_head(
    each: FaceAnalyzer, own_photos: dict[str, Path], turns: int
) -> None:
    for name, faces in (("t1", 6), ("Tom_Hanks_54745", 1)):
        upright = read_picture(own_photos[name])
        expected = each.analyze(upright)
        found = each.analyze(shown(np.rot90(upright.pixels, turns)))
        assert len(found) == len(expected) == faces
        for face in expected:
            twin = max(found, key=lambda other: likeness(face.embedding, other.embedding))
            assert likeness(face.embedding, twin.embedding) > 0.9
            middle = turned_back(twin, turns, upright.width, upright.height)
            np.testing.assert_allclose(
                middle,
                (face.box.x + face.box.w / 2, face.box.y + face.box.h / 2),
                atol=0.1 * face.box.w,
            )


@pytest.mark.parametrize("oriented", [True, False])
def test_faces_that_fill_the_picture(
    each: FaceAnalyzer, own_photos: dict[str, Path], *, oriented: bool
) -> None:
    picture = read_picture(own_photos["astronaut"])
    whole = max(each.analyze(picture), key=lambda face: face.score)
    x, y, w, h = (round(value) for value in whole.box)
    (face,) = each.analyze(shown(picture.pixels[y : y + h, x : x + w], oriented=oriented))
    assert likeness(face.embedding, whole.embedding) > 0.8
    assert face.box.w > 0.8 * w
    assert face.box.x >= 0
    assert face.box.x + face.box.w <= w


def test_what_is_no_face_is_none(each: FaceAnalyzer) -> None:
    for name in ("rocket.jpg", "coffee.png", "retina.jpg", "motorcycle_left.png", "grass.png"):
        picture = read_picture(Path(skimage.__file__).parent / "data" / name)
        assert each.detect(picture) == []


@pytest.mark.pack
def test_landscapes_have_no_faces(analyzer: FaceAnalyzer, photos: Path) -> None:
    for name in ("tanners_ridge", "silver_fir", "notocactus_minimus"):
        assert analyzer.detect(read_picture(photos / "scenes" / f"{name}.jpg")) == []
