"""New faces join a grouping that stays as it is."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.ndde_tpdi.incremental import attach
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt, known_calibration
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.errors import ContradictionError, DataError
from photoorg.evaluation.metrics import score
from photoorg.evaluation.protocols import churn
from tests.clustering.albums import people

CURVE = Platt(slope=24.0, middle=0.45)


def settled(labels: list[int] | Labels, n: int) -> Labels:
    return np.concatenate([labels, np.full(n - len(labels), -1)]).astype(np.int64)


def test_new_faces_join_open_groups_or_stay_alone() -> None:
    embeddings, _ = people([6, 6, 5, 1])
    order = np.array([0, 1, 2, 3, 6, 7, 8, 9, 4, 5, 10, 11, 12, 13, 14, 15, 16, 17])
    faces = FaceSet(embeddings[order])
    before = settled([40, 40, 40, 40, 7, 7, 7, 7], 18)
    after = attach(faces, before, CURVE)
    assert after.labels[:12].tolist() == [40, 40, 40, 40, 7, 7, 7, 7, 40, 40, 7, 7]
    assert after.labels[12:].tolist() == [41] * 5 + [42]
    assert len(after.between) == 0
    assert len(after.neighbors.graph) == 18


def test_what_the_album_taught_the_scorer_serves_until_it_has_doubled() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 30)
    faces = [FaceSet(embeddings[:n]) for n in (200, 390, 410)]
    first = attach(faces[0], np.full(200, -1), AlbumCalibrated())
    assert isinstance(first.neighbors.scorer, Platt)
    more = attach(faces[1], settled(first.labels, 390), AlbumCalibrated(), before=first.neighbors)
    assert more.neighbors.scorer is first.neighbors.scorer
    assert np.array_equal(more.neighbors.graph.ids, knn_exact(embeddings[:390], 80).ids)
    doubled = attach(faces[2], settled(more.labels, 410), AlbumCalibrated(), before=more.neighbors)
    assert doubled.neighbors.scorer == AlbumCalibrated().fitted(faces[2], doubled.neighbors.graph)
    assert doubled.neighbors.fitted == 410


@settings(max_examples=25)
@given(st.integers(0, 6), st.integers(3, 40), st.integers(0, 3))
def test_groups_that_were_there_never_change(seed: int, first: int, how: int) -> None:
    embeddings, labels = people([7, 6, 5, 4, 1, 1], seed, noise=1.1)
    order = np.random.default_rng(seed).permutation(len(labels))
    embeddings, labels = embeddings[order], labels[order]
    first = min(first, len(labels))
    # Right groups, random ones, one group, or nobody with anybody.
    old = [labels, np.arange(len(labels)) * 7 % 4, labels * 0, np.arange(len(labels))][how][:first]
    after = attach(FaceSet(embeddings), settled(old, len(labels)), CURVE)
    sizes = np.bincount(old)[old]
    assert np.array_equal(after.labels[:first][sizes > 1], old[sizes > 1])
    alone = np.flatnonzero(sizes == 1)
    assert not np.isin(after.labels[alone], old[sizes > 1]).any()
    assert (after.labels >= 0).all()


def test_a_face_between_two_groups_joins_one_and_is_reported() -> None:
    embeddings, _ = people([4, 4])
    middle = embeddings[:4].mean(axis=0) + embeddings[4:].mean(axis=0)
    faces = face_set(np.concatenate([embeddings, [middle, middle + 0.01]]))
    after = attach(faces, settled([0] * 4 + [1] * 4, 10), Platt(24.0, 0.3), tau=1.01)
    assert after.labels[:8].tolist() == [0] * 4 + [1] * 4
    assert set(after.labels[8:]) <= {0, 1, 2}


def test_faces_that_were_alone_form_groups_with_new_ones() -> None:
    embeddings, _ = people([3])
    after = attach(FaceSet(embeddings), settled([5], 3), CURVE)
    assert after.labels.tolist() == [5, 5, 5]


def test_the_graph_is_reused() -> None:
    embeddings, labels = people([5] * 30)
    order = np.random.default_rng(1).permutation(150)
    embeddings, labels = embeddings[order], labels[order]
    first = attach(FaceSet(embeddings[:100]), np.full(100, -1), CURVE)
    grown = attach(FaceSet(embeddings), settled(first.labels, 150), CURVE, before=first.neighbors)
    anew = attach(FaceSet(embeddings), settled(first.labels, 150), CURVE)
    assert np.array_equal(grown.labels, anew.labels)
    assert score(labels, grown.labels).bcubed_f > 0.9


def test_answers_of_the_user_come_first() -> None:
    embeddings, _ = people([4, 2, 2])
    faces = FaceSet(embeddings)
    before = settled([0, 0, 0, 0, 1, 1], 8)
    names = np.array([3, -1, -1, 4, -1, -1, 4, -1])
    after = attach(faces, before, CURVE, Constraints(names, np.array([[1, 2]])))
    labels = after.labels
    assert labels[0] != labels[3] == labels[6]
    assert labels[1] != labels[2]
    assert labels[4] == labels[5]
    with pytest.raises(ContradictionError):
        attach(faces, before, CURVE, Constraints(names, np.array([[3, 6]])))


def test_a_group_that_holds_both_sides_of_an_answer_is_taken_apart() -> None:
    embeddings, who = people([4, 4, 4])
    faces = FaceSet(np.concatenate([embeddings, embeddings[[1, 5]] + 0.01]))
    before = settled([3] * 8 + [7] * 4, 14)
    different = np.stack([np.full(8, 6), who[:8], np.arange(8)], axis=1)
    after = attach(faces, before, CURVE, Constraints(different=different)).labels
    for one in (0, 4):
        assert len(np.unique(after[one : one + 4])) == 1
    assert after[0] != after[4]
    assert 3 in after[[0, 4]]
    assert after[8:12].tolist() == [7] * 4
    assert after[12:].tolist() == after[[0, 4]].tolist()


def test_a_face_joins_no_group_of_the_other_side() -> None:
    faces = FaceSet(people([9])[0])
    before = settled([0] * 4 + [1] * 4, 9)
    different = np.array([[0, 0, 8], [0, 1, 2]])
    assert attach(faces, before, CURVE, Constraints(different=different)).labels[8] != 0
    different = np.array([[0, 0, 8], [0, 1, 2], [3, 0, 5], [3, 1, 8]])
    assert attach(faces, before, CURVE, Constraints(different=different)).labels[8] == 2


def test_what_is_no_face_leaves_its_group() -> None:
    faces = FaceSet(people([4])[0])
    flags = np.array([False, True, False, False])
    after = attach(faces, settled([0, 0, 0], 4), CURVE, Constraints(not_faces=flags))
    assert after.labels.tolist() == [0, -1, 0, 0]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_faces(n: int) -> None:
    faces = FaceSet(people([1] * n)[0] if n else np.empty((0, 8), np.float32))
    assert attach(faces, np.full(n, -1), CURVE).labels.tolist() == list(range(n))


def test_labels_for_other_faces() -> None:
    with pytest.raises(DataError):
        attach(FaceSet(people([3])[0]), np.full(2, -1), CURVE)


def test_a_growing_album_of_real_faces(shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-mixed.npz")
    order = np.random.default_rng(0).permutation(len(stored["labels"]))[:4000]
    faces, people_ = face_set(stored["embeddings"][order]), stored["labels"][order]
    curve = known_calibration("edgeface_xs")
    assert curve is not None
    labels = NddeTpdi(curve).fit_predict(FaceSet(faces.embeddings[:3000]))
    after = attach(faces, settled(labels, 4000), curve)
    assert churn(labels, after.labels[: len(labels)]) < 0.01
    whole = score(people_, NddeTpdi(curve).fit_predict(faces)).bcubed_f
    assert score(people_, after.labels).bcubed_f > whole - 0.02
