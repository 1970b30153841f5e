"""The album's own metric is used where it helps, and only there."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.adaptation import adapted
from photoorg.clustering.engine import FaceSet, face_set
from photoorg.clustering.graph import knn_exact
from photoorg.clustering.synthetic import album
from tests.clustering.albums import people


def right_neighbours(embeddings: np.ndarray, labels: np.ndarray) -> float:
    """Return how many faces with company have one of their own next to them."""
    company = np.bincount(labels)[labels] > 1
    nearest = knn_exact(embeddings, 2).ids[:, 1]
    return float((labels[nearest] == labels)[company].mean())


def test_people_who_scatter_in_few_directions_come_apart() -> None:
    made = album(3000, "hard", seed=1)
    faces = FaceSet(made.embeddings, quality=np.ones(3000, np.float32))
    turned = adapted(faces)
    before = right_neighbours(made.embeddings, made.labels)
    assert right_neighbours(turned.embeddings, made.labels) > (1 + before) / 2
    assert np.linalg.norm(turned.embeddings, axis=1) == pytest.approx(1, abs=1e-5)
    kept = {f.name for f in fields(FaceSet)} - {"embeddings"}
    assert all(getattr(turned, name) is getattr(faces, name) for name in kept)


def test_the_order_of_the_rows_does_not_matter() -> None:
    made = album(1500, "medium", seed=3, dimension=128)
    order = np.random.default_rng(0).permutation(1500)
    straight = adapted(FaceSet(made.embeddings)).embeddings
    mixed = adapted(FaceSet(made.embeddings[order])).embeddings
    assert mixed == pytest.approx(straight[order], abs=1e-4)


def test_real_embeddings_stay_as_they_are(shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-mixed.npz")
    faces = face_set(stored["embeddings"])
    assert adapted(faces) is faces


@pytest.mark.parametrize("sizes", [[], [1], [400], [2] * 200, [1] * 600])
def test_small_and_strange_albums_stay_as_they_are(sizes: list[int]) -> None:
    faces = FaceSet(people(sizes)[0] if sizes else np.empty((0, 64), np.float32))
    assert adapted(faces) is faces
