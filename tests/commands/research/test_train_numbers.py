"""Fitting numbers anew from a terminal."""

import json
from pathlib import Path

import numpy as np

from tests.clustering.albums import people
from tests.commands.conftest import Photoorg


def test_a_number_is_fitted_and_all_are_written(photoorg: Photoorg, tmp_path: Path) -> None:
    embeddings, labels = people([2, 3, 4, 8] * 20, dimension=64, noise=0.7)
    data, out = tmp_path / "people.npz", tmp_path / "fitted.json"
    np.savez(data, embeddings=embeddings, labels=labels)
    run = photoorg("train", "numbers", "calibration", data, "--only", "CAUTION", "--out", out)
    assert run.code == 0
    assert "CAUTION" in run.out
    run = photoorg("train", "numbers", "calibration", data, "--only", "CAUTION", "--json")
    (fit,) = run.json
    assert fit["name"] == "CAUTION"
    stored = json.loads(out.read_text("utf-8"))
    number = stored["photoorg.clustering.scoring.calibration"]["numbers"]["CAUTION"]
    assert number["value"] == fit["value"]


def test_what_is_not_there_is_told(photoorg: Photoorg, tmp_path: Path) -> None:
    run = photoorg("train", "numbers", "stars", tmp_path / "people.npz")
    assert run.code == 2
    assert "there are calibration" in run.err
    run = photoorg("train", "numbers", "calibration", tmp_path / "people.npz")
    assert run.code == 2
    assert "people.npz" in run.err
