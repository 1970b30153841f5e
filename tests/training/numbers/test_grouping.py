"""Numbers are judged by how albums of known people are grouped."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet
from photoorg.evaluation.feature_files import LabelledFaces
from photoorg.training.numbers.grouping import albums_of
from photoorg.training.numbers.shared_photos import LEFT, photographed, shared_photos
from tests.clustering.albums import people


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a file of people who look a little alike."""
    embeddings, labels = people([1, 2, 3, 4, 8] * 30, dimension=64, noise=0.8)
    path = tmp_path / "people.npz"
    np.savez(path, embeddings=embeddings, labels=labels)
    return path


def test_albums_have_people_of_their_own() -> None:
    embeddings, labels = people([3] * 50)
    albums = albums_of(LabelledFaces("all", FaceSet(embeddings), labels), (0.5, 0.2, 0.1))
    assert [len(np.unique(album.labels)) for album in albums] == [25, 10, 5]
    assert len(np.unique(np.concatenate([np.unique(a.labels) for a in albums]))) == 40


def test_collages_and_siblings_are_made_of_people() -> None:
    embeddings, labels = people([12] * 9 + [1] * 20, dimension=128, noise=0.5)
    data = LabelledFaces("all", FaceSet(embeddings), labels)
    made = photographed(data, np.random.default_rng(0))
    assert made.faces.photo_ids is not None
    asked = np.unique(made.asked[made.asked >= 0])
    assert set(asked.tolist()) <= set(range(9))
    photos, sizes = np.unique(made.faces.photo_ids, return_counts=True)
    together = [np.unique(labels[made.faces.photo_ids == p]) for p in photos[sizes > 1]]
    assert any(len(both) == 1 for both in together)
    moved = np.flatnonzero((made.faces.embeddings != embeddings).any(axis=1))
    siblings = np.unique(labels[moved])
    for sibling in siblings:
        beside = next(both for both in together if sibling in both and len(both) == 2)
        other = int(beside[beside != sibling][0])
        before, after = (
            np.linalg.norm(
                rows[labels == sibling].mean(axis=0) - rows[labels == other].mean(axis=0)
            )
            for rows in (embeddings, made.faces.embeddings)
        )
        assert after / before == pytest.approx(LEFT, abs=0.15)


def test_people_seen_together_are_told_apart(file: Path) -> None:
    scores = shared_photos([file])()
    assert (scores > 0.5).all()
