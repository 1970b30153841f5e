"""Grouping a file of embeddings in a terminal."""

from pathlib import Path

import numpy as np
import pytest

from tests.commands.conftest import Photoorg


@pytest.fixture
def embeddings(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(5, 64))
    rows = np.repeat(centres, 12, axis=0) + 0.3 * rng.normal(size=(60, 64))
    file = tmp_path / "faces.npz"
    np.savez(file, embeddings=rows.astype(np.float16), photo_ids=np.arange(60))
    return file


def test_labels_are_written(photoorg: Photoorg, embeddings: Path, tmp_path: Path) -> None:
    out = tmp_path / "labels.npy"
    run = photoorg("cluster", embeddings, "--engine", "ndde-tpdi", "--out", out, "--json")
    assert run.code == 0
    labels = np.load(out)
    assert (labels.shape, labels.dtype) == ((60,), np.int64)
    assert run.json["faces"] == 60
    assert run.json["groups"] == len(np.unique(labels)) == 5
    assert list(tmp_path.glob("tmp*")) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "damaged or not an .npz"),
        (b"PK\x03\x04 cut off", "damaged or not an .npz"),
        (b"no arrays at all", "damaged or not an .npz"),
        (None, "There is no file"),
    ],
)
def test_a_file_that_is_none(
    photoorg: Photoorg, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "x.npz"
    if content is not None:
        file.write_bytes(content)
    run = photoorg("cluster", file, "--engine", "ndde-tpdi", "--out", tmp_path / "out.npy")
    assert run.code == 2
    assert sentence in run.err
    assert str(file) in run.err
    assert not (tmp_path / "out.npy").exists()


def test_rows_that_cannot_be_used_are_named(photoorg: Photoorg, tmp_path: Path) -> None:
    rows = np.ones((9, 4), np.float32)
    rows[6, 2] = np.nan
    np.savez(tmp_path / "x.npz", embeddings=rows)
    run = photoorg(
        "cluster", tmp_path / "x.npz", "--engine", "ndde-tpdi", "--out", tmp_path / "out.npy"
    )
    assert run.code == 2
    assert "row 6" in run.err
    np.savez(tmp_path / "x.npz", faces=rows)
    run = photoorg("cluster", tmp_path / "x.npz", "--engine", "ndde-tpdi", "--out", "out.npy")
    assert run.code == 2
    assert "embeddings" in run.err


def test_wrong_use(photoorg: Photoorg, embeddings: Path, tmp_path: Path) -> None:
    run = photoorg("cluster", embeddings, "--engine", "magic", "--out", tmp_path / "o.npy")
    assert run.code == 2
    assert "no engine “magic”" in run.err
    assert photoorg("cluster", embeddings).code == 2
    run = photoorg(
        "cluster", embeddings, "--engine", "ndde-tpdi", "--out", tmp_path / "no" / "o.npy"
    )
    assert run.code == 2
    assert "There is no folder" in run.err
