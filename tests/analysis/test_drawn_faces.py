"""Faces in drawn boxes, seen by the program's own models."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.drawn_faces import see_drawn
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.media.images import read_picture
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.types import Box

PACK = read_pack(STARTER)


@pytest.fixture(scope="module")
def analyzer() -> FaceAnalyzer:
    return FaceAnalyzer(PACK)


@pytest.fixture(scope="module")
def album(analyzer: FaceAnalyzer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of photos with real faces."""
    folder = tmp_path_factory.mktemp("photos") / "album"
    make_album(folder, analyzer)
    return folder


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_a_loosely_drawn_face_is_seen_as_the_found_one(album: Path, analyzer: FaceAnalyzer) -> None:
    picture = read_picture(min(album.rglob("*.jpg")))
    found = analyzer.detect(picture)[0]
    x, y, w, h = found.box
    drawn = see_drawn(picture, Box(x - 0.2 * w, y - 0.1 * h, 1.3 * w, 1.3 * h), analyzer)
    one, other = analyzer.embed([found.crop, drawn.crop])
    assert cosine(one, other) > 0.8


def test_a_box_around_no_face_is_seen_by_itself(album: Path, analyzer: FaceAnalyzer) -> None:
    picture = read_picture(min(album.rglob("*.jpg")))
    drawn = see_drawn(picture, Box(0, 0, 12, 12), analyzer)
    assert drawn.landmarks.min() >= 0
    assert drawn.landmarks.max() <= 12
    assert np.isfinite(analyzer.embed([drawn.crop])).all()
