from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, face_set
from photoorg.clustering.systems.facemap import (
    FaceMap,
    default_engine,
    kept_counts,
    outlier_scores,
    published_engine,
    transitions,
)
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album

ROW = [0.9, 0.88, 0.86, 0.85, 0.83, 0.6, 0.35, 0.33, 0.32, 0.31, 0.305, 0.3]
Z = [0, 0, 0.4224, 0.1315, 0.6851, 0.6178, 0.4973, 0.2512, 0.2282, 0, 0]


def test_outliers_of_the_specification():
    sims = np.array([ROW], np.float32)
    assert outlier_scores(transitions(sims), 4)[0] == pytest.approx(Z, abs=1e-4)
    assert kept_counts(sims, 4).tolist() == [5]


def test_outliers_of_the_vectors(vectors: Any):
    vector = vectors["facemap_od"]
    sims = np.array([vector["sims"]], np.float32)
    found = outlier_scores(transitions(sims), vector["w"])[0]
    assert found == pytest.approx(vector["z"], abs=1e-4)
    assert kept_counts(sims, vector["w"]).tolist() == [vector["kept_neighbours"]]


def test_a_constant_tail_has_no_outliers():
    flat = np.full((1, 12), 0.5, np.float32)
    assert (outlier_scores(transitions(flat), 4) == 0).all()
    assert kept_counts(np.ones((2, 1), np.float32), 4).tolist() == [1, 1]


def test_at_least_half_a_window_of_links_is_kept():
    random = np.random.default_rng(0)
    sims = -np.sort(-random.uniform(0, 1, (50, 40)).astype(np.float32), axis=1)
    assert kept_counts(sims, 20).min() >= 11


def people(count: int, faces: int, strangers: int) -> tuple[FaceSet, np.ndarray]:
    random = np.random.default_rng(1)
    truth = np.concatenate([np.repeat(np.arange(count), faces), count + np.arange(strangers)])
    centres = random.normal(size=(count + strangers, 64))
    rows = centres[truth] + random.normal(scale=0.4, size=(len(truth), 64))
    return face_set(rows), truth


@pytest.mark.parametrize("engine", [default_engine(), published_engine()], ids=lambda e: e.name)
def test_people_with_many_faces_are_found(engine: FaceMap):
    faces, truth = people(count=8, faces=30, strangers=0)
    assert score(truth, engine.fit_predict(faces)).bcubed_f > 0.95


def test_only_the_variant_for_libraries_leaves_strangers_alone():
    faces, truth = people(count=8, faces=20, strangers=40)
    published = score(truth, published_engine().fit_predict(faces))
    ours = score(truth, default_engine().fit_predict(faces))
    assert published.rs == 0
    assert ours.rs > 0.5
    assert ours.bcubed_f > published.bcubed_f


def test_three_people_are_not_one():
    faces, truth = people(count=3, faces=4, strangers=0)
    assert score(truth, default_engine().fit_predict(faces)).bcubed_f == 1


def test_the_published_order_of_result_on_made_up_faces():
    made = album(10_000, "medium", seed=0)
    found = score(made.labels, published_engine().fit_predict(FaceSet(made.embeddings)))
    assert found.pair_f >= 0.93
    # Half of the people have one face, and it cannot leave any of them alone.
    assert found.rs == 0
