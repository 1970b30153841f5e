"""A finished embedder forgets how old people are, and whatever else it says stays."""

import zipfile
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from photoorg.analysis.face_crops import read_crops
from photoorg.errors import DataError
from photoorg.packs.assembly import STARTER
from photoorg.training.starter.teachers import Recognizer, age_directions
from photoorg.training.starter.without_groups import MATRIX, take_out_groups
from tests.analysis.tiny_pack import write_recognizer

BANDS, EACH = 4, 60


@pytest.fixture(scope="module")
def ages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return pictures that are redder, and a little greener, the older who is on them is."""
    return write_ages(tmp_path_factory.mktemp("ages") / "ages.zip")


@pytest.fixture(scope="module")
def made_otherwise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same with black upper rows."""
    return write_ages(tmp_path_factory.mktemp("made") / "ages.zip", black=30)


def write_ages(file: Path, black: int = 0) -> Path:
    rng = np.random.default_rng(0)
    with zipfile.ZipFile(file, "w") as archive:
        for band in range(BANDS):
            for number in range(EACH):
                blue, green, red = rng.normal((90, 100 + 6 * band**2, 60 + 40 * band), 6)
                face = np.full((112, 112, 3), (blue, green, red)).clip(0, 255).astype(np.uint8)
                face[:black] = 0
                picture = cv2.imencode(".png", face)[1].tobytes()
                archive.writestr(f"{band}/{number}.png", picture)
    return file


def apart(recognizer: Path, ages: Path) -> float:
    """Return how far the mean rows of the ages lie from each other, beside the rows' length."""
    crops = read_crops([ages])
    network = Recognizer(recognizer)
    rows = network.embed(crops.pixels)
    means = [rows[np.array(crops.folders) == str(band)].mean(axis=0) for band in range(BANDS)]
    return float(np.linalg.norm(np.std(means, axis=0)))


def test_the_ages_are_gone(ages: Path, tmp_path: Path) -> None:
    write_recognizer(tmp_path / "told.onnx")
    out = take_out_groups(tmp_path / "told.onnx", [[ages]], tmp_path / "forgotten.onnx")
    assert apart(tmp_path / "told.onnx", ages) > 0.1
    matrix = matrix_of(out)
    assert matrix @ matrix == pytest.approx(matrix, abs=1e-5)  # a projection
    assert np.trace(matrix) == pytest.approx(1)
    crops = read_crops([ages])
    crops = crops.select(~crops.aside)
    rows = Recognizer(tmp_path / "told.onnx").embed(crops.pixels)
    directions = age_directions(rows, crops.folders)
    assert np.abs(directions @ matrix).max() < 1e-5
    # What is left of the rows is what the network says now.
    now = Recognizer(out).embed(crops.pixels)
    left = rows @ matrix
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    assert now == pytest.approx(left, abs=1e-4)


def test_a_network_forgets_once(ages: Path, tmp_path: Path) -> None:
    write_recognizer(tmp_path / "told.onnx")
    once = take_out_groups(tmp_path / "told.onnx", [[ages]], tmp_path / "once.onnx")
    twice = take_out_groups(once, [[ages]], tmp_path / "twice.onnx")
    assert twice.read_bytes() == once.read_bytes()


def test_a_further_collection_takes_two_more_directions(
    ages: Path, made_otherwise: Path, tmp_path: Path
) -> None:
    shipped = STARTER / "embedder.onnx"
    before = matrix_of(shipped)
    further = [*[[ages]] * forgotten(shipped), [made_otherwise]]  # more than it has forgotten
    out = take_out_groups(shipped, further, tmp_path / "out.onnx")
    matrix = matrix_of(out)
    assert matrix @ matrix == pytest.approx(matrix, abs=1e-4)
    # The first tells two, and the same again one: it was made in no other way. One is new.
    assert np.trace(matrix) == pytest.approx(np.trace(before) - 1 - 2, abs=1e-3)
    assert apart(out, made_otherwise) < 0.8 * apart(shipped, made_otherwise)
    again = take_out_groups(out, further, tmp_path / "again.onnx")
    assert again.read_bytes() == out.read_bytes()


def test_how_a_further_collection_was_made_is_forgotten(
    ages: Path, made_otherwise: Path, tmp_path: Path
) -> None:
    shipped = STARTER / "embedder.onnx"
    further = [*[[ages]] * forgotten(shipped), [made_otherwise]]
    out = take_out_groups(shipped, further, tmp_path / "out.onnx")

    def between(recognizer: Path) -> float:
        kept = [read_crops([file]) for file in (ages, made_otherwise)]
        rows = [Recognizer(recognizer).embed(crops.select(~crops.aside).pixels) for crops in kept]
        return float(np.linalg.norm(rows[0].mean(axis=0) - rows[1].mean(axis=0)))

    assert between(out) < 0.2 * between(shipped)


def test_where_adults_come_from_is_forgotten(ages: Path, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    file = tmp_path / "origins.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(240):
            band, origin = 10 * (number % 4), number // 4 % 4  # the youngest are children
            color = rng.normal((20 + 60 * origin, 110, 60 + 4 * band), 6)
            face = np.full((112, 112, 3), color).clip(0, 255).astype(np.uint8)
            face[origin * 20 : origin * 20 + 20] = 255
            name = f"{band}/train{number}_{'fm'[number % 2]}_{'ABCD'[origin]}.png"
            archive.writestr(name, cv2.imencode(".png", face)[1].tobytes())
    crops = read_crops([file])
    crops = crops.select(~crops.aside & crops.adults)
    assert set(crops.origins) == set("ABCD")
    assert set(crops.folders) == {"20", "30"}
    shipped = STARTER / "embedder.onnx"
    further = [*[[ages]] * forgotten(shipped), [file]]
    out = take_out_groups(shipped, further, tmp_path / "out.onnx")
    rows, own = Recognizer(shipped).embed(crops.pixels), np.array(crops.origins)

    def between(rows: np.ndarray) -> float:
        means = [rows[own == one].mean(axis=0) for one in "ABCD"]
        return float(np.linalg.norm(means - np.mean(means, axis=0)))

    assert between(rows @ matrix_of(out)) < 0.5 * between(rows)


def test_ages_have_to_be_told(tmp_path: Path) -> None:
    write_recognizer(tmp_path / "told.onnx")
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        face = cv2.imencode(".png", np.zeros((112, 112, 3), np.uint8))[1].tobytes()
        archive.writestr("28/1.png", face)
    with pytest.raises(DataError, match="several ages"):
        take_out_groups(tmp_path / "told.onnx", [[tmp_path / "one.zip"]], tmp_path / "out.onnx")
    assert not (tmp_path / "out.onnx").exists()


def matrix_of(network: Path) -> np.ndarray:
    """Return the matrix that follows a network."""
    (found,) = (one for one in onnx.load(str(network)).graph.initializer if one.name == MATRIX)
    return np.asarray(numpy_helper.to_array(found), np.float64)


def forgotten(network: Path) -> int:
    """Return how many directions are taken out of what a network says."""
    matrix = matrix_of(network)
    return len(matrix) - round(float(np.trace(matrix)))
