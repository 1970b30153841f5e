import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.analysis.face_crops import is_held_out, is_photo_held_out, read_crops
from photoorg.errors import DataError


def write_zip(file: Path, members: dict[str, tuple[int, int]]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for shade, (name, size) in enumerate(members.items()):
            picture = np.full((*size, 3), 20 * shade, np.uint8)
            archive.writestr(name, cv2.imencode(".png", picture)[1].tobytes())
    return file


def test_names_and_folders_come_from_the_file_names(tmp_path: Path) -> None:
    file = write_zip(
        tmp_path / "faces.zip",
        {"Anna_Smith_0001.png": (112, 112), "28/103_2.png": (112, 112)},
    )
    crops = read_crops([file])
    assert crops.pixels.shape == (2, 112, 112, 3)
    assert dict(zip(crops.folders, crops.names, strict=True)) == {"28": "", "": "Anna_Smith"}
    chosen = crops.select(np.array([name != "" for name in crops.names]))
    assert chosen.names == ["Anna_Smith"]
    assert chosen.folders == [""]


def test_a_picture_of_another_size_is_named(tmp_path: Path) -> None:
    file = write_zip(tmp_path / "faces.zip", {"Anna_1.png": (100, 112)})
    with pytest.raises(DataError, match=r"faces\.zip: Anna_1\.png"):
        read_crops([file])


def test_a_file_that_is_no_zip_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.zip"
    file.write_bytes(b"nothing")
    with pytest.raises(DataError, match=r"broken\.zip"):
        read_crops([file])
    with pytest.raises(DataError, match="no faces"):
        read_crops([])


def test_people_are_kept_out_by_name_alone() -> None:
    names = [f"person {k}" for k in range(2000)]
    assert 0.17 < np.mean([is_held_out(name) for name in names]) < 0.23
    assert not is_held_out("")


def test_a_photo_is_kept_out_with_its_person_or_by_its_own_name() -> None:
    names = [f"Anna_Smith{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    for name in names:
        photos = [Path(f"albums/{name}_{number:04}.jpg") for number in (1, 2)]
        assert [is_photo_held_out(photo) for photo in photos] == [is_held_out(name)] * 2
    kept = [is_photo_held_out(Path(f"web/{number:04}.jpg")) for number in range(500)]
    assert 60 < sum(kept) < 140
