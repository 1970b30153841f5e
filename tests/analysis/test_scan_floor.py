"""The benchmark counts what it measured."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.scan_floor import measure
from photoorg.errors import UsageError
from photoorg.packs.models import read_pack
from tests.analysis.tiny_pack import write_pack


@pytest.mark.parametrize("batch", ["n", 4])
def test_everything_is_counted(tmp_path: Path, batch: int | str) -> None:
    pack = read_pack(write_pack(tmp_path / "pack", batch=batch))
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(20):
        pixels = np.full((640, 640, 3), 5 * number, np.uint8)
        Image.fromarray(pixels).save(folder / f"{number}.png")
    (folder / "broken.jpg").write_bytes(b"broken")
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))

    figures = measure(folder, pack, threads=1, progress=progress)
    assert (figures["photos"], figures["faces"], figures["detector_runs"]) == (20, 20, 20)
    assert steps[-1] == (21, 21)
    parts = figures["detector_floor_seconds"] + figures["recognizer_floor_seconds"]
    assert figures["floor_seconds"] == pytest.approx(parts)
    assert figures["floor_photos_per_second"] == pytest.approx(20 / parts)
    assert figures["photos_per_second"] > 0
    assert measure(folder, pack, threads=1, most=5)["photos"] in (4, 5)


def test_an_empty_folder(tmp_path: Path) -> None:
    pack = read_pack(write_pack(tmp_path / "pack"))
    with pytest.raises(UsageError, match="no photos"):
        measure(tmp_path / "nowhere", pack)
