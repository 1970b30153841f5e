"""Groups of photos compared with folders, in figures."""

import io
from pathlib import Path

import pytest
from PIL import Image

from photoorg.jobs.scenes import own_looks
from tests.commands.conftest import Photoorg
from tests.jobs.scenes.pictures import pictures


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Return a dozen pictures of each of four kinds, each kind in a folder, and a text."""
    for n, (kind, jpeg) in enumerate(pictures(12)):
        folder = tmp_path / "album" / str(kind)
        folder.mkdir(parents=True, exist_ok=True)
        Image.open(io.BytesIO(jpeg)).save(folder / f"{n:02}.png")
    (tmp_path / "album" / "0" / "notes.txt").write_text("no photo")
    return tmp_path / "album"


def test_groups_are_measured_beside_k_means(photoorg: Photoorg, album: Path) -> None:
    found = photoorg("bench", "scenes", album, "--photos", 500, "--json").json
    assert (found["photos"], found["folders"], found["groups_proposed"]) == (48, 4, 4)
    assert found["dac_nmi"] == 1
    assert found["kmeans_nmi"] <= 1
    assert found["made_up_photos"] == 500
    assert "dac nmi" in photoorg("bench", "scenes", album, "--photos", 500).out


def test_a_network_that_learned_from_the_photos_is_measured_too(
    photoorg: Photoorg, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    monkeypatch.setattr(own_looks, "FEWEST", 40)
    found = photoorg("bench", "scenes", album, "--photos", 500, "--json").json
    assert found["own_dac_nmi"] == 1
    assert found["own_kmeans_nmi"] <= 1


def test_one_folder_tells_nothing(photoorg: Photoorg, album: Path) -> None:
    found = photoorg("bench", "scenes", album / "0")
    assert found.code == 2
    assert "no two folders" in found.err
