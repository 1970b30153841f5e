"""What several teachers say together, without their ages."""

import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.clustering.engine import unit_rows
from photoorg.errors import DataError, ModelError
from photoorg.training.starter.teachers import Recognizer, Wanted, age_directions, beside
from photoorg.types import FloatArray, Pixels


def aged_rows(rng: np.random.Generator, directions: FloatArray) -> tuple[FloatArray, list[str]]:
    """Return rows of strangers of seven ages, which two directions tell, and their bands."""
    bands = np.repeat(np.arange(7), 300)
    age = np.stack([np.cos(bands / 2), np.sin(bands / 2)], axis=1)
    rows = rng.standard_normal((len(bands), directions.shape[1])) / 6 + 3 * age @ directions
    return rows.astype(np.float32), [str(band) for band in bands]


def test_the_directions_of_age_are_found() -> None:
    rng = np.random.default_rng(0)
    directions = np.linalg.qr(rng.standard_normal((32, 2)))[0].T
    found = age_directions(*aged_rows(rng, directions))
    assert found @ found.T == pytest.approx(np.eye(2), abs=1e-5)
    # They span the same plane.
    assert np.linalg.svd(found @ directions.T)[1] == pytest.approx(np.ones(2), abs=0.01)


def test_too_few_ages_are_refused() -> None:
    with pytest.raises(DataError, match="several ages"):
        age_directions(np.ones((4, 8), np.float32), ["1", "1", "2", "2"])


def test_teachers_stand_side_by_side_with_the_same_weight() -> None:
    rng = np.random.default_rng(1)
    one, other = (rng.standard_normal((50, width)) for width in (8, 64))
    one, other = (part / np.linalg.norm(part, axis=1, keepdims=True) for part in (one, other))
    rows = beside([one, other])
    assert rows @ rows.T == pytest.approx((one @ one.T + other @ other.T) / 2, abs=1e-6)


class Mean:
    """A teacher that tells the mean colours of a face's sixteen parts."""

    def embed(self, faces: Pixels) -> FloatArray:
        parts = faces.reshape(len(faces), 4, 28, 4, 28, 3).mean(axis=(2, 4)).reshape(len(faces), -1)
        rows = parts - 128.0
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def test_targets_do_not_tell_the_age(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    file = tmp_path / "ages.zip"
    faces = []
    with zipfile.ZipFile(file, "w") as archive:
        for band in range(5):
            for number in range(40):
                look = rng.integers(60, 196, (4, 4, 3))
                look[band % 4, band // 4] += 55  # the sign of the age
                face = np.kron(look, np.ones((28, 28, 1))).astype(np.uint8)
                faces.append(face)
                archive.writestr(f"{band}/{number}.png", cv2.imencode(".png", face)[1].tobytes())
    pixels, bands = np.stack(faces), np.repeat(np.arange(5), 40)

    def spread(rows: FloatArray) -> float:
        means = np.stack([rows[bands == band].mean(axis=0) for band in range(5)])
        return float(np.square(means - means.mean(axis=0)).sum())

    teacher = Mean()
    plain = Wanted.learn([teacher], pixels, None).of([teacher.embed(pixels)])
    ageless = Wanted.learn([teacher], pixels, file).of([teacher.embed(pixels)])
    assert np.linalg.norm(ageless, axis=1) == pytest.approx(np.ones(200), abs=1e-5)
    assert spread(ageless) < 0.65 * spread(plain)
    # Without ages nothing is lost: the width of the student holds all of so short a row.
    assert plain @ plain.T == pytest.approx(
        teacher.embed(pixels) @ teacher.embed(pixels).T, abs=1e-4
    )


def test_targets_are_put_as_a_student_says_them() -> None:
    rng = np.random.default_rng(3)
    rows = unit_rows(rng.standard_normal((300, 24)).astype(np.float32))
    wanted = Wanted(np.linalg.qr(rng.standard_normal((24, 12)))[0].astype(np.float32))
    turn = np.linalg.qr(rng.standard_normal((12, 12)))[0]
    before = wanted.of([rows])
    told = 7 * before @ turn + 0.3 * rng.standard_normal((300, 12))  # not of unit length
    turned = wanted.turned_to([rows], told.astype(np.float32)).of([rows])
    assert turned @ turned.T == pytest.approx(before @ before.T, abs=1e-5)
    said = unit_rows(told.astype(np.float32))
    assert abs((before * said).sum(axis=1).mean()) < 0.5
    assert (turned * said).sum(axis=1).mean() > 0.98


def test_a_file_that_is_no_network_cannot_teach(tmp_path: Path) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"broken\.onnx"):
        Recognizer(broken)
