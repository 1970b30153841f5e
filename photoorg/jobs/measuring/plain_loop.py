"""The plainest loop that does what a scan does: decode a photo, let insightface find its faces.

It is what one would write in five lines, and what a scan is held against.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.analysis.opencv import opencv
from photoorg.types import Pixels


class PlainLoop:
    """insightface over a pack, with the threads that it takes by itself."""

    def __init__(self, pack: Path) -> None:
        from insightface.app import FaceAnalysis

        self._pack: Any = FaceAnalysis(
            name=str(pack),
            allowed_modules=["detection", "recognition"],
            providers=["CPUExecutionProvider"],
        )
        self._pack.prepare(ctx_id=-1, det_size=(640, 640))

    def run(self, files: Sequence[Path]) -> int:
        """Find and embed the faces of the photos one after the other; return how many."""
        return sum(len(self._pack.get(_decoded(file))) for file in files)


def _decoded(file: Path) -> Pixels:
    cv2 = opencv()
    pixels: Pixels | None = cv2.imread(str(file))
    if pixels is not None:
        return pixels
    import pillow_heif

    # What OpenCV does not read.
    rgb = np.asarray(pillow_heif.open_heif(file))
    return np.ascontiguousarray(rgb[:, :, 2::-1])
