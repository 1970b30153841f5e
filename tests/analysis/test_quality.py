"""Quality falls with size, sharpness and turning away, and stays in [0, 1]."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.alignment import TEMPLATE
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.opencv import opencv
from photoorg.analysis.quality import pose, quality, sharpness, size_figure
from photoorg.media.images import Picture, read_picture
from photoorg.packs.models import read_pack


def test_size() -> None:
    assert size_figure(5) == 0
    assert 0 < size_figure(20) < size_figure(50) < 1
    assert size_figure(80) == size_figure(900) == 1


def test_sharpness() -> None:
    squares = np.indices((112, 112, 3)).transpose(1, 2, 3, 0)[..., :2].sum(axis=-1) // 28 % 2
    coarse = (60 + 120 * squares).astype(np.uint8)
    blurred = opencv().GaussianBlur(coarse, (0, 0), 5)
    assert sharpness(coarse) > 0.8
    assert sharpness(blurred) < 0.5
    assert sharpness(coarse // 4) == pytest.approx(sharpness(coarse), abs=0.1)
    assert sharpness(np.full((112, 112, 3), 80, np.uint8)) == 0


def test_pose() -> None:
    ahead = TEMPLATE.astype(np.float32)
    assert pose(ahead) > 0.9
    angle = 1.1
    turn = 7 * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    assert pose((ahead @ turn.T + 500).astype(np.float32)) == pytest.approx(pose(ahead), abs=1e-4)
    aside = ahead.copy()
    aside[2, 0] += 12
    far_aside = ahead.copy()
    far_aside[2, 0] += 30
    assert pose(ahead) > pose(aside) > pose(far_aside) == 0
    assert pose(np.zeros((5, 2), np.float32)) == 0
    upside_down_mouth = ahead[[0, 1, 2, 3, 4]] * np.array([1, -1], np.float32)
    assert 0 <= pose(upside_down_mouth) <= 1


def test_all_three_count() -> None:
    crop = np.random.default_rng(0).integers(0, 255, (112, 112, 3), dtype=np.uint8)
    ahead = TEMPLATE.astype(np.float32)
    assert quality(100, crop, ahead) > 0.9
    assert quality(8, crop, ahead) == 0
    assert 0 < quality(30, crop, ahead) < quality(100, crop, ahead)


def test_blurred_and_shrunk_photos_are_worse(each_pack: Path, own_photos: dict[str, Path]) -> None:
    analyzer = FaceAnalyzer(read_pack(each_pack), threads=1)
    cv2 = opencv()
    for file in own_photos.values():
        clear = read_picture(file)
        blurred = cv2.GaussianBlur(clear.pixels, (0, 0), 3)
        small = cv2.resize(clear.pixels, None, fx=0.3, fy=0.3, interpolation=cv2.INTER_AREA)
        figures = [
            analyzer.detect(Picture(p, p.shape[1], p.shape[0], 1.0, oriented=True))[0].quality
            for p in (clear.pixels, blurred, small)
        ]
        assert figures[0] > max(figures[1:])
