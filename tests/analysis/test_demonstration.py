"""The demonstration's album: stable people in pictures that vary."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis import demonstration
from photoorg.analysis.demonstration import (
    Shot,
    make_album,
    people_of,
    source_files,
    varied,
)
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.errors import DataError
from photoorg.media.images import read_picture
from photoorg.metadata.details import read_details
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.types import Box


@pytest.fixture(scope="module")
def analyzer() -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(STARTER), threads=1)


def test_installed_libraries_bring_the_pictures() -> None:
    assert [file.name for file in source_files()][:2] == ["t1.jpg", "Tom_Hanks_54745.png"]


def test_an_album_is_made_and_always_the_same(tmp_path: Path, analyzer: FaceAnalyzer) -> None:
    files = make_album(tmp_path / "one", analyzer)
    assert 20 <= len(files) <= 30
    again = make_album(tmp_path / "two", analyzer)
    assert [file.read_bytes() for file in files] == [file.read_bytes() for file in again]
    pictures = [read_picture(file.read_bytes(), path=file) for file in files]
    told = [read_details(file).taken for file in files]
    assert len({taken.text[:7] for taken in told if taken}) >= 12
    assert all(min(picture.width, picture.height) >= 150 for picture in pictures)


def test_somebody_in_the_background_is_no_guest() -> None:
    left, right, far = Box(10, 50, 80, 100), Box(300, 40, 60, 90), Box(200, 30, 20, 25)
    assert people_of([right, far, left]) == [left, right]
    assert people_of([]) == []


def test_pictures_vary_but_not_by_chance() -> None:
    shot = Shot(np.random.default_rng(0).integers(0, 256, (90, 80, 3)).astype(np.uint8), 40.0)
    first, second = varied(shot, 1), varied(shot, 2)
    assert first.shape != second.shape or (first != second).any()
    assert (varied(shot, 1) == first).all()


def test_without_pictures_there_is_a_sentence(
    tmp_path: Path, analyzer: FaceAnalyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demonstration, "SOURCES", (("no_such_library", "a.jpg"),))
    with pytest.raises(DataError, match="folder of your own photos"):
        make_album(tmp_path / "album", analyzer)
    assert not (tmp_path / "album").exists()
