import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, FaceSet, face_set
from photoorg.clustering.systems.facenet import (
    FaceNet,
    adapt,
    k_means_engine,
    knn_engine,
    large_margin_engine,
    recognize,
)
from photoorg.clustering.systems.large_margin import large_margin_map, target_neighbours
from photoorg.evaluation.metrics import score


def people(count: int = 8, faces: int = 6, seed: int = 0) -> tuple[FaceSet, np.ndarray]:
    random = np.random.default_rng(seed)
    truth = np.repeat(np.arange(count), faces)
    centres = np.linalg.qr(random.normal(size=(32, count)))[0].T
    return face_set(centres[truth] + random.normal(scale=0.06, size=(len(truth), 32))), truth


def test_agglomerative_clustering_finds_people():
    faces, truth = people()
    assert score(truth, FaceNet().fit_predict(faces)).bcubed_f == 1


def test_k_means_finds_a_known_number_of_people():
    faces, truth = people()
    labels = FaceNet(groups=8).fit_predict(faces)
    assert len(np.unique(labels)) <= 8
    assert score(truth, labels).bcubed_f > 0.7


def test_k_means_counts_people_by_the_threshold():
    faces, truth = people(count=20, faces=4)
    alone, _ = people(count=32, faces=1, seed=3)
    faces = face_set(np.concatenate([faces.embeddings, alone.embeddings]))
    truth = np.concatenate([truth, 20 + np.arange(32)])
    assert score(truth, k_means_engine().fit_predict(faces)).bcubed_f > 0.95


def test_the_nearest_named_faces_vote():
    angles = np.radians([0.0, 30, 34])
    known = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    asked = np.array([[np.cos(a), np.sin(a)] for a in np.radians([14.0, 180])], np.float32)
    assert recognize(known, np.array([5, 6, 6]), asked, 1.1).tolist() == [6, -1]
    # Only the first two are near enough to vote, and the nearer one decides.
    near = 2 - 2 * np.cos(np.radians(17))
    assert recognize(known, np.array([5, 6, 6]), asked, near).tolist() == [5, -1]


@pytest.mark.parametrize("engine", [knn_engine(), large_margin_engine()], ids=lambda e: e.name)
def test_named_people_are_recognised(engine):
    faces, truth = people()
    named = np.where(np.arange(len(truth)) % 6 < 3, truth, -1).astype(np.int32)
    labels = engine.fit_predict(faces, Constraints(must_link=named, same_photo=False))
    assert score(truth, labels).bcubed_f > 0.95


def test_a_large_margin_metric_drops_what_misleads():
    """Two directions tell people apart; thirty others are loud and mean nothing."""
    random = np.random.default_rng(0)
    names = np.repeat(np.arange(10), 8)
    angle = names / 10 * 2 * np.pi
    told = np.stack([np.cos(angle), np.sin(angle)], axis=1) + random.normal(scale=0.1, size=(80, 2))
    rows = face_set(np.concatenate([told, random.normal(scale=0.35, size=(80, 30))], axis=1))
    known, asked = rows.embeddings[::2], rows.embeddings[1::2]
    directions = large_margin_map(known, names[::2])

    def right(first: np.ndarray, second: np.ndarray) -> float:
        far = np.square(first[:, None] - second[None]).sum(axis=2)
        return float((names[::2][far.argmin(axis=1)] == names[1::2]).mean())

    assert right(asked @ directions, known @ directions) > right(asked, known) + 0.1


def test_target_neighbours_are_of_the_same_person():
    faces, truth = people(count=3, faces=5)
    anchors, targets = target_neighbours(faces.embeddings, truth)
    assert len(anchors) == 3 * 5 * 3
    assert (truth[anchors] == truth[targets]).all()
    assert (anchors != targets).all()


def test_a_metric_cannot_be_learned_from_single_faces():
    faces, _ = people(count=4, faces=1)
    assert large_margin_map(faces.embeddings, np.arange(4)).shape[0] == 32


def test_no_adapter_changes_nothing():
    faces, _ = people()
    assert adapt(faces.embeddings, None) is faces.embeddings
