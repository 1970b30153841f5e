"""Calibration on the album alone comes close to that by its identities."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, face_set
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Strangers, fit
from photoorg.clustering.scoring.calibration import (
    AlbumCalibrated,
    calibrate_on_album,
    grouped,
    strangers,
)
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album
from tests.clustering.albums import people


def test_strangers_scatter_like_random_directions() -> None:
    mean, deviation = strangers(FaceSet(people([4] * 300, dimension=100)[0]))
    assert mean == pytest.approx(0, abs=0.02)
    assert deviation == pytest.approx(0.1, abs=0.02)


def test_strangers_in_one_photo_are_the_best_evidence() -> None:
    embeddings = people([200, 200, 200, 200], dimension=100)[0]
    photos = np.tile(np.arange(200), 4)
    mean, deviation = strangers(FaceSet(embeddings, photo_ids=photos))
    assert mean < 0.2
    assert deviation < 0.2


@pytest.mark.parametrize("often", [300, 1200, 2700])
def test_strangers_are_found_beside_a_person_with_most_of_the_faces(often: int) -> None:
    faces = FaceSet(people([often] + [2] * 150, dimension=100, noise=0.8)[0])
    mean, deviation = strangers(faces)
    assert mean == pytest.approx(0, abs=0.03)
    assert deviation == pytest.approx(0.1, abs=0.03)


@pytest.mark.parametrize("often", [1, 4])
def test_what_is_known_of_strangers_counts_where_an_album_shows_few(often: int) -> None:
    usual = Strangers(0.0, 0.1)

    def error(people_there: int, known: Strangers | None) -> float:
        found = []
        for seed in range(12):
            rows = people([often] * people_there, seed, dimension=100, noise=0.3)[0]
            found.append(strangers(FaceSet(rows), known))
        return float(np.abs(np.array(found) - usual).mean())

    assert error(8, usual) < 0.4 * error(8, None)
    # An album of many people is believed, whatever was known.
    rows = FaceSet(people([often] * 300, dimension=100)[0])
    assert strangers(rows, Strangers(0.05, 0.2)) == pytest.approx(strangers(rows), abs=0.002)


def test_an_album_of_one_person_has_the_strangers_that_are_known() -> None:
    usual = Strangers(0.03, 0.12)
    assert strangers(FaceSet(people([40], noise=0.3)[0]), usual) == usual


@pytest.mark.parametrize("sizes", [[], [1], [2], [300]])
def test_albums_that_show_no_strangers(sizes: list[int]) -> None:
    faces = face_set(people(sizes)[0] if sizes else np.empty((0, 64)))
    platt = calibrate_on_album(faces, knn_exact(faces.embeddings, 80))
    assert 0 < platt.middle < 1
    assert platt.slope > 0


@pytest.mark.parametrize(("difficulty", "seed"), [("medium", 0), ("medium", 2), ("hard", 0)])
def test_as_good_as_the_curve_of_the_identities(difficulty: str, seed: int) -> None:
    made = album(3000, difficulty, seed)
    graph = knn_exact(made.embeddings, 80)
    same = made.labels[graph.ids[:, 1:]] == made.labels[:, None]
    by_identities = grouped(graph, fit(graph.sims[:, 1:], same))
    by_album = grouped(graph, calibrate_on_album(FaceSet(made.embeddings), graph))
    good = score(made.labels, by_identities).bcubed_f
    assert score(made.labels, by_album).bcubed_f > good - 0.06


@pytest.mark.parametrize(
    ("name", "least"), [("edgeface-clean", 0.99), ("mobilefacenet-mixed", 0.72)]
)
def test_real_faces_of_a_recogniser_said_to_be_unknown(
    name: str, least: float, shared: Path
) -> None:
    stored = np.load(shared / "data" / "faces" / f"lfw-dev-{name}.npz")
    faces = face_set(stored["embeddings"])
    graph = knn_exact(faces.embeddings, 80)
    groups = grouped(graph, calibrate_on_album(faces, graph))
    assert score(stored["labels"], groups).bcubed_f > least


def test_the_scorer_gives_probabilities() -> None:
    faces = face_set(people([5] * 40)[0])
    graph = knn_exact(faces.embeddings, 10)
    p = AlbumCalibrated().score(faces, graph)
    assert p.shape == graph.ids.shape
    assert (p[:, 0] == 1).all()


@pytest.mark.parametrize(("dimension", "noise", "often"), [(64, 1.0, 900), (512, 1.3, 1200)])
def test_a_person_with_many_faces_does_not_move_the_curve(
    dimension: int, noise: float, often: int
) -> None:
    """Such a group is larger than a neighbourhood, so that it falls into parts when it is cut."""
    usual, _ = people([6, 5, 4, 3, 2, 1] * 60, dimension=dimension, noise=noise)
    star, _ = people([often], 1, dimension=dimension, noise=noise)
    both = np.concatenate([usual, star])
    alone, together = (calibrate_on_album(FaceSet(e), knn_exact(e, 80)) for e in (usual, both))
    assert together.middle == pytest.approx(alone.middle, abs=0.02)
