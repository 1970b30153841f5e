from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.systems.album_relations import relations_in
from photoorg.clustering.systems.ball_cluster import BallCluster, balls, drawn, track_means
from photoorg.evaluation.metrics import score
from tests.clustering.albums import people, same_groups

ANGLES = np.radians([0, 20, 40, 90, 110, 200])
POINTS = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1).astype(np.float32)
PUBLISHED_4B = 0.8204202


def test_balls_of_the_specification():
    assert balls(POINTS, PUBLISHED_4B / 4).tolist() == [0, 0, 0, 3, 3, 5]


def test_balls_of_the_vectors(vectors: Any):
    vector = vectors["bcl_hac"]
    angles = np.radians(vector["angles"])
    points = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    labels = balls(points, vector["thresh"] / 4)
    expected = np.array(vector["labels"])
    assert ((labels[:, None] == labels) == (expected[:, None] == expected)).all()


def test_no_two_faces_of_a_ball_are_farther_apart_than_4b():
    random = np.random.default_rng(0)
    points = face_set(random.normal(size=(200, 8))).embeddings
    labels = balls(points, 0.2)
    squares = np.square(points[:, None] - points[None]).sum(axis=2)
    assert squares[labels[:, None] == labels].max() <= 0.8 + 1e-5


def test_a_track_is_one_point():
    rows = face_set([[1.0, 0], [0, 1], [1, 0.1], [-1, 0]]).embeddings
    points, numbers = track_means(rows, np.array([7, 7, -1, -1]))
    assert len(points) == 3
    assert numbers[0] == numbers[1]
    assert points[numbers[0]] == pytest.approx(np.full(2, np.sqrt(0.5)))
    assert track_means(rows, None)[1].tolist() == [0, 1, 2, 3]


def test_faces_of_a_track_stay_together():
    faces = face_set([[1.0, 0], [0, 1], [1, 0.1]], track_ids=[3, 3, -1])
    labels = BallCluster().fit_predict(faces)
    assert labels[0] == labels[1]


def test_without_a_network_the_published_radius_cuts_the_embeddings(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("photoorg.clustering.scoring.networks.RESOURCES", ())
    assert BallCluster().fit_predict(face_set(POINTS)).tolist() == [0, 0, 0, 1, 1, 2]
    assert BallCluster(b=PUBLISHED_4B / 4).fit_predict(face_set(POINTS)).tolist() == [
        0,
        0,
        0,
        1,
        1,
        2,
    ]


def test_faces_of_any_embedder_are_grouped_and_in_any_order():
    rows, labels = people([1, 2, 3, 5, 8] * 12, dimension=96, noise=0.8)
    found = BallCluster().fit_predict(face_set(rows))
    assert score(labels, found).bcubed_f > 0.97
    order = np.random.default_rng(0).permutation(len(rows))
    assert same_groups(BallCluster().fit_predict(face_set(rows[order])), found[order])


@pytest.mark.parametrize("n", [0, 1, 2, 3, 30])
def test_few_strangers_of_any_embedder(n: int):
    faces = face_set(np.random.default_rng(0).normal(size=(n, 96)))
    assert len(np.unique(BallCluster().fit_predict(faces))) == n


def test_faces_are_drawn_to_the_centre_of_whom_the_weights_name():
    rows, labels = people([4, 3, 1])
    _, seen = relations_in(face_set(rows))
    same = (labels[seen.ids[:, : seen.tokens]] == labels[:, None]).astype(np.float32)
    points = drawn(seen, same)
    for person in range(3):
        own = rows[labels == person].sum(axis=0)
        assert points[labels == person] == pytest.approx(
            np.tile(own / np.linalg.norm(own), (np.sum(labels == person), 1)), abs=1e-5
        )
