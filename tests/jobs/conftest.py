"""A folder of pictures and a model pack of a few bytes, for scans that need no real ones."""

from pathlib import Path

import pytest

from tests.analysis.tiny_pack import write_pack
from tests.jobs.trial_analyzer import paint


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a pack whose detector sees one face everywhere, whose embedding is its colour."""
    return write_pack(tmp_path_factory.mktemp("packs") / "tiny")


@pytest.fixture
def painted(tmp_path: Path) -> Path:
    """Return a folder with ten pictures, each of another colour."""
    folder = tmp_path / "painted"
    for n in range(10):
        paint(folder / f"p{n}.jpg", (25 * n, 255 - 25 * n, 100), size=(640, 480))
    return folder
