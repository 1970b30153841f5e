"""Pictures of one colour, and an analyzer that takes the colour for a face.

It stands where no model pack may be: everything around the two networks is the real thing.
"""

import os
import signal
from pathlib import Path
from typing import cast

import numpy as np
from PIL import Image

from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.media.images import Picture
from photoorg.types import Box, FloatArray, Pixels

MODEL = "trial-0123456789ab"
CRASHING = (255, 0, 255)
"""A picture of this colour ends the process, as a bug in a native decoder would."""


class ColourAnalyzer:
    """Finds one face in every picture that is not black; counts what it was asked."""

    provider = "cpu"

    def __init__(self) -> None:
        self.detected = 0
        self.embedded = 0

    def detect(self, picture: Picture) -> list[Detected]:
        self.detected += 1
        blue, green, red = picture.pixels[:, :].reshape(-1, 3).mean(axis=0)
        if red > 240 and blue > 240 and green < 15:
            os.kill(os.getpid(), signal.SIGSEGV)
        if max(red, green, blue) < 5:
            return []
        side = float(min(picture.width, picture.height)) / 2
        crop = np.full((112, 112, 3), (blue, green, red), np.uint8)
        return [
            Detected(
                box=Box(picture.width / 2 - side / 2, picture.height / 2 - side / 2, side, side),
                landmarks=np.zeros((5, 2), np.float32),
                score=0.9,
                quality=0.5,
                crop=crop,
            )
        ]

    def detect_in_frame(self, picture: Picture) -> list[Detected]:
        return self.detect(picture)

    def embed(self, crops: list[Pixels]) -> FloatArray:
        self.embedded += len(crops)
        colours = np.array([crop.reshape(-1, 3).mean(axis=0) for crop in crops])
        return np.concatenate([colours - 127, 255 - colours], axis=1).astype(np.float32)


def colour_analyzer() -> tuple[ColourAnalyzer, FaceAnalyzer]:
    """Return the analyzer twice: as what it is, and as what it stands for."""
    analyzer = ColourAnalyzer()
    return analyzer, cast("FaceAnalyzer", analyzer)


def paint(file: Path, colour: tuple[int, int, int], size: tuple[int, int] = (64, 48)) -> Path:
    """Write a picture of one colour."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(file)
    return file
