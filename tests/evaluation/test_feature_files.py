from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import DataError
from photoorg.evaluation.feature_files import read_labelled

ROWS = np.array([[3.0, 4.0], [0.0, 2.0], [1.0, 0.0]], np.float32)
UNIT = np.array([[0.6, 0.8], [0.0, 1.0], [1.0, 0.0]], np.float32)


def test_features_and_labels_of_the_ms1m_splits(tmp_path: Path):
    (tmp_path / "features").mkdir()
    (tmp_path / "labels").mkdir()
    path = tmp_path / "features" / "part1_test.bin"
    ROWS.tofile(path)
    (tmp_path / "labels" / "part1_test.meta").write_text("7\n7\n9\n")
    data = read_labelled(path)
    assert data.name == "part1_test"
    assert data.labels.tolist() == [7, 7, 9]
    assert data.faces.embeddings == pytest.approx(UNIT)


def test_labels_beside_the_features(tmp_path: Path):
    ROWS.tofile(tmp_path / "a.bin")
    (tmp_path / "a.meta").write_text("1\n2\n-1\n")
    assert read_labelled(tmp_path / "a.bin").labels.tolist() == [1, 2, -1]


def test_numpy_files_of_the_casia_splits(tmp_path: Path):
    np.save(tmp_path / "CASIA.features.npy", ROWS)
    np.save(tmp_path / "CASIA.labels.npy", np.array([0, 1, 1]))
    data = read_labelled(tmp_path / "CASIA.features.npy")
    assert data.faces.embeddings == pytest.approx(UNIT)
    assert data.labels.tolist() == [0, 1, 1]


def test_our_own_files(tmp_path: Path):
    np.savez(
        tmp_path / "x.npz",
        embeddings=ROWS.astype(np.float16),
        labels=np.array(["Ann", "Bo", "Ann"]),
        photo_ids=np.array([4, 4, 5]),
    )
    data = read_labelled(tmp_path / "x.npz")
    assert data.labels.tolist() == [0, 1, 0]
    assert data.faces.photo_ids is not None
    assert data.faces.photo_ids.tolist() == [4, 4, 5]


def test_bad_files(tmp_path: Path):
    def reason(name: str) -> str:
        with pytest.raises(DataError) as caught:
            read_labelled(tmp_path / name)
        return str(caught.value)

    assert "does not exist" in reason("nothing.npz")
    (tmp_path / "a.txt").write_text("1")
    assert "give .npz, .npy or .bin" in reason("a.txt")
    (tmp_path / "broken.npz").write_bytes(b"PK no")
    assert "damaged" in reason("broken.npz")
    np.savez(tmp_path / "half.npz", embeddings=ROWS)
    assert "lacks the array labels" in reason("half.npz")
    np.savez(tmp_path / "long.npz", embeddings=ROWS, labels=np.arange(4))
    assert "3 embeddings" in reason("long.npz")
    ROWS.tofile(tmp_path / "b.bin")
    assert "put b.meta beside it" in reason("b.bin")
    (tmp_path / "b.meta").write_text("1\n2\n3\n4\n")
    assert "no multiple" in reason("b.bin")
    (tmp_path / "b.meta").write_text("one\n")
    assert "one whole number per line" in reason("b.bin")
    np.save(tmp_path / "c.npy", ROWS)
    assert "c.labels.npy" in reason("c.npy")


def test_pictures_of_our_own_files(tmp_path: Path):
    grey = np.arange(12).reshape(3, 2, 2)
    labels = np.array([0, 1, 1])
    np.savez(tmp_path / "grey.npz", embeddings=ROWS, labels=labels, pictures=grey)
    crops = read_labelled(tmp_path / "grey.npz").faces.crops
    assert crops is not None
    (last,) = crops(np.array([2]))
    assert last.shape == (2, 2, 3)
    assert last.dtype == np.uint8
    assert last[1, 1].tolist() == [255] * 3
    colour = np.full((3, 4, 4, 3), 9, np.uint8)
    np.savez(tmp_path / "colour.npz", embeddings=ROWS, labels=labels, pictures=colour)
    crops = read_labelled(tmp_path / "colour.npz").faces.crops
    assert crops is not None
    assert np.array_equal(crops(np.array([0]))[0], colour[0])
    assert read_labelled(tmp_path / "colour.npz").faces.embeddings == pytest.approx(UNIT)


@pytest.mark.parametrize("shape", [(3, 4), (2, 4, 4), (3, 4, 4, 2)])
def test_pictures_that_do_not_fit(tmp_path: Path, shape: tuple[int, ...]):
    np.savez(
        tmp_path / "x.npz", embeddings=ROWS, labels=np.arange(3), pictures=np.zeros(shape, np.uint8)
    )
    with pytest.raises(DataError, match="picture"):
        read_labelled(tmp_path / "x.npz")
