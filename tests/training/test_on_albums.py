from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from photoorg.clustering.engine import FaceSet, Labels  # noqa: E402 - after the skip
from photoorg.clustering.scoring.networks import GENERIC, read_network  # noqa: E402
from photoorg.clustering.systems.ball_cluster import BallCluster  # noqa: E402
from photoorg.clustering.systems.lgcn import LinkageGCN, least_of  # noqa: E402
from photoorg.errors import DataError  # noqa: E402
from photoorg.training import generic_ball_cluster, generic_lgcn  # noqa: E402
from photoorg.training.albums import Recognizer  # noqa: E402
from photoorg.training.generic_ball_cluster import GenericBallRecipe  # noqa: E402
from photoorg.training.generic_lgcn import GenericLinkRecipe  # noqa: E402
from photoorg.training.on_albums import OnAlbums, best_cut, read_data  # noqa: E402
from tests.clustering.albums import people  # noqa: E402

TINY: dict[str, Any] = {
    "albums": 11,
    "bend": 0.0,
    "held_out": 3,
    "left_out": "other",
    "fitted_on": 1,
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two versions of the same faces, and a recogniser of its own."""
    monkeypatch.setattr("photoorg.training.albums.STARS", 0.0)  # hundreds of faces take long
    embeddings, labels = people([6, 5, 4, 3, 2, 1, 1] * 12, noise=0.8)
    worse = embeddings + np.random.default_rng(1).normal(0, 0.04, embeddings.shape)
    turn = np.linalg.qr(np.random.default_rng(2).normal(size=(64, 64)))[0]
    files = {"clean": embeddings, "worse": worse, "other": embeddings @ turn}
    for name, rows in files.items():
        np.savez(tmp_path / f"{name}.npz", embeddings=rows.astype(np.float32), labels=labels)
    return [tmp_path / f"{name}.npz" for name in files]


def test_a_recogniser_left_out_is_measured_and_not_trained_on(data: list[Path]):
    read = read_data(data, OnAlbums(left_out="other", held_out=3))
    assert [part.source.stem for part in read.trained] == ["clean", "worse"]
    assert [len(one.versions) for one in read.recognizers] == [2]
    assert [part.source.stem for part in read.measured] == ["clean", "worse", "other"]
    assert len(read.measured[0].labels) + len(read.recognizers[0].labels) == 22 * 12
    assert len(read_data(data, OnAlbums(held_out=0)).recognizers) == 2
    with pytest.raises(DataError, match="leave another"):
        read_data(data[2:], OnAlbums(left_out="other"))


def test_the_cut_that_groups_drawn_albums_best_is_taken():
    rows, labels = people([3] * 60, noise=0.4)

    def groupings(faces: FaceSet) -> Iterator[Labels]:
        sims = faces.embeddings @ faces.embeddings.T
        for cut in (-1.0, 0.5, 1.1):
            yield (sims >= cut).argmax(axis=1)

    cuts = (0.1, 0.2, 0.3)
    recipe = OnAlbums(bend=0.0, fitted_on=3)
    assert best_cut([Recognizer((rows,), labels)], cuts, groupings, recipe) == 0.2


def test_links_for_any_recogniser_are_trained_and_run(data: list[Path], tmp_path: Path):
    out = tmp_path / "links.onnx"
    figures = generic_lgcn.train(data, out, GenericLinkRecipe(widths="8,8,8,8", **TINY))
    network = read_network(out)
    assert network.pack == GENERIC
    assert least_of(network) in generic_lgcn.LEASTS
    assert figures["other (recogniser left out): BCubed F"] > 0.9
    rows, labels = people([3] * 30, dimension=40)
    assert len(LinkageGCN(weights=out).fit_predict(FaceSet(rows))) == len(labels)
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    assert all(f"* {name}: {figure:.4f}" in card for name, figure in figures.items())
    assert "`other.npz`" not in card


def test_balls_for_any_recogniser_are_trained_and_run(data: list[Path], tmp_path: Path):
    out = tmp_path / "balls.onnx"
    figures = generic_ball_cluster.train(data, out, GenericBallRecipe(width=8, **TINY))
    network = read_network(out)
    assert network.pack == GENERIC
    assert network.number("b") in generic_ball_cluster.RADII
    assert figures["other (recogniser left out): BCubed F"] > 0.9
    rows, labels = people([3] * 30, dimension=40)
    assert len(BallCluster(weights=out).fit_predict(FaceSet(rows))) == len(labels)


def test_a_stopped_training_goes_on_where_it_was(data: list[Path], tmp_path: Path):
    recipe = GenericBallRecipe(width=8, **TINY)
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        generic_ball_cluster.train(data, tmp_path / "stopped.onnx", recipe, stop)
    again = generic_ball_cluster.train(
        data, tmp_path / "stopped.onnx", recipe, lambda done, total: seen.append(done)
    )
    assert seen[0] == 11
    assert again == generic_ball_cluster.train(data, tmp_path / "whole.onnx", recipe)
    assert not (tmp_path / "stopped.checkpoint").exists()
