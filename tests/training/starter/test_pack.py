"""The whole starter pack is made by one call, which goes on where an earlier one was stopped."""

import shutil
import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.clustering.scoring.networks import read_network
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.training.starter import pack
from photoorg.types import Pixels

PEOPLE, PICTURES, NOBODY = 40, 3, 30


def face(rng: np.random.Generator) -> Pixels:
    """Return a picture whose parts have a few colours."""
    colours = rng.integers(0, 256, (4, 4, 3)).astype(np.uint8)
    picture: Pixels = cv2.resize(colours, (112, 112), interpolation=cv2.INTER_CUBIC)
    return picture


def crops(file: Path, names: list[str], pictures: list[Pixels]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, picture in zip(names, pictures, strict=True):
            archive.writestr(name, cv2.imencode(".png", picture)[1].tobytes())
    return file


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return zip files of people, seen in different noise, and of nobody in three ages."""
    place = tmp_path_factory.mktemp("given")
    rng = np.random.default_rng(0)
    names, pictures = [], []
    for person in range(PEOPLE):
        own = face(rng)
        for number in range(PICTURES):
            names.append(f"Person_{person:02}_{number:04}.png")
            noise = rng.normal(0, 12, own.shape)
            pictures.append((own + noise).clip(0, 255).astype(np.uint8))
    nobody = [face(rng) for _ in range(NOBODY)]
    aged = [f"{number % 3}/{number}.png" for number in range(NOBODY)]
    nameless = crops(place / "nameless.zip", aged, nobody)
    return crops(place / "named.zip", names, pictures), nameless


def test_a_pack_and_its_pair_scorer_are_made(
    given: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack, "ALBUMS", (2, 1))
    networks = STARTER / "detector.onnx", STARTER / "embedder.onnx"
    named, nameless = given

    def make() -> list[Path]:
        return pack.train_pack(
            *networks, tmp_path, ages=[[nameless]], named=named, nameless=nameless
        )

    manifest, scorer, card = make()
    made = read_pack(manifest.parent)
    assert made.model_id == read_pack(STARTER).model_id  # it had forgotten the ages
    network = read_network(scorer)
    assert (network.pack, network.searches_restored) == (made.model_id, True)
    assert "Before: Pair scorer" in card.read_text(encoding="utf-8")

    faces = tmp_path / made.model_id
    measured = faces / "starter-measured.onnx"
    kept = {file: file.stat().st_mtime_ns for file in [*faces.rglob("*.npz"), measured]}
    assert len(kept) == 3 + 5 + 1
    scorer.unlink()
    shutil.rmtree(manifest.parent)
    assert make() == [manifest, scorer, card]
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
