import importlib
import pkgutil
import sys

import numpy as np
import pytest

import photoorg.clustering.peers as peers
from photoorg.clustering.engine import Constraints, FaceSet, face_set
from photoorg.clustering.peers import dbscan, hdbscan, kmeans, linkage, rank_order
from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.programs import (
    damselfly,
    digikam,
    ente,
    facerecognition,
    fotema,
    immich,
    insightface_desktop,
    lap,
    librephotos,
    lrgenius,
    omoide,
    photoprism,
    photoprism_2026,
    recognize,
)
from photoorg.clustering.peers.rival import Rival
from photoorg.clustering.rules.unconstrained import in_order, photo_order
from photoorg.evaluation.metrics import score

RIVALS = [
    damselfly.default_engine(),
    dbscan.default_engine(),
    ente.default_engine(),
    facerecognition.default_engine(),
    hdbscan.default_engine(),
    immich.default_engine(),
    insightface_desktop.default_engine(),
    kmeans.default_engine(),
    lap.default_engine(),
    librephotos.default_engine(),
    linkage.average_engine(),
    linkage.complete_engine(),
    lrgenius.default_engine(),
    omoide.default_engine(),
    photoprism.default_engine(),
    photoprism_2026.default_engine(),
    rank_order.default_engine(),
    recognize.default_engine(),
]
RECOGNIZERS = [digikam.default_engine(), fotema.default_engine()]


def circle(*degrees: float) -> FaceSet:
    angles = np.radians(degrees)
    return face_set(np.stack([np.cos(angles), np.sin(angles)], axis=1))


def album(people: int = 12, seed: int = 0) -> tuple[FaceSet, np.ndarray]:
    """Return people of six to ten faces far apart from each other, in random order."""
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(people), random.integers(6, 11, people))
    centres = np.linalg.qr(random.normal(size=(64, people)))[0].T
    noise = random.normal(scale=0.045, size=(len(labels), 64))
    order = random.permutation(len(labels))
    photos = random.permutation(len(labels))
    return face_set((centres[labels] + noise)[order], photo_ids=photos), labels[order]


def groups(labels: np.ndarray) -> list[list[int]]:
    return sorted(
        np.flatnonzero(labels == name).tolist() for name in np.unique(labels[labels >= 0])
    )


def test_every_rule_is_listed_here():
    names = {module.name for module in pkgutil.walk_packages(peers.__path__, f"{peers.__name__}.")}
    engines = {
        name
        for name in names
        if any("engine" in part for part in dir(importlib.import_module(name)))
    }
    listed = [*(rival.source for rival in RIVALS), *(one.source for one in RECOGNIZERS)]
    assert len(set(listed)) == len(listed)
    assert len(engines) == len(listed) - 1  # one file holds average and complete linkage


@pytest.mark.parametrize("rival", RIVALS, ids=lambda rival: rival.name)
class TestEveryRival:
    def test_finds_people_far_apart_at_one_of_its_thresholds(self, rival: Rival):
        faces, truth = album()
        grid = [len(np.unique(truth))] if rival.name == "k-means" else rival.sweep.grid
        best = max(score(truth, labels).bcubed_f for labels in rival.fit_sweep(faces, grid))
        assert best > 0.9

    def test_labels_do_not_depend_on_the_order_of_the_rows(self, rival: Rival):
        faces, _ = album(seed=1)
        order = np.random.default_rng(2).permutation(len(faces))
        straight = rival.fit_predict(faces)
        shuffled = np.empty_like(straight)
        shuffled[order] = rival.fit_predict(in_order(faces, order))
        assert groups(shuffled) == groups(straight)
        assert np.array_equal(straight < 0, shuffled < 0)

    def test_a_sweep_is_the_same_as_single_runs(self, rival: Rival):
        faces, _ = album(people=5, seed=3)
        grid = [7] if rival.name == "k-means" else [rival.sweep.published, rival.sweep.grid[-1]]
        swept = list(rival.fit_sweep(faces, grid))
        single = [rival.at(threshold).fit_predict(faces) for threshold in grid]
        assert [groups(labels) for labels in swept] == [groups(labels) for labels in single]

    @pytest.mark.parametrize("n", [0, 1, 2])
    def test_almost_nobody(self, rival: Rival, n: int):
        labels = rival.fit_predict(circle(*[0.0, 170.0][:n]))
        assert labels.shape == (n,)
        assert labels.dtype == np.int64

    def test_identical_faces(self, rival: Rival):
        labels = rival.fit_predict(face_set(np.ones((7, 4))))
        assert labels.shape == (7,)


def test_arrival_is_by_photo_then_by_content():
    faces = face_set(np.array([[1.0, 0], [0, 1], [0.6, 0.8]]), photo_ids=[5, 2, 5])
    order = photo_order(faces)
    assert order[0] == 1
    swapped = in_order(faces, np.array([2, 1, 0]))
    again = swapped.embeddings[photo_order(swapped)]
    assert np.array_equal(again, faces.embeddings[order])


def test_immich_founds_people_on_cores_and_lets_the_rest_join_later():
    # 0, 10, 20 are close to one another; 55 is close to nobody but 20; 120 and 130 are a pair.
    rule = immich.group(circle(0, 10, 20, 55, 120, 130), [1 - np.cos(np.radians(36))])
    assert next(rule).tolist() == [0, 0, 0, 0, -1, -1]


def test_immich_never_assigns_again():
    # The face in the middle comes last: two people it would join stay two.
    faces = circle(0, 5, 10, 60, 65, 70, 35)
    labels = next(immich.group(faces, [1 - np.cos(np.radians(26))]))
    assert labels[:6].tolist() == [0, 0, 0, 1, 1, 1]
    assert labels[6] in (0, 1)


def test_ente_is_stricter_with_poor_faces():
    angles = np.radians([0.0, 35.0])
    embeddings = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    good = face_set(embeddings, quality=[0.9, 0.9])
    poor = face_set(embeddings, quality=[0.9, 0.1])
    assert next(ente.group(good, [0.76])).tolist() == [0, 0]
    assert len(set(next(ente.group(poor, [0.76])).tolist())) == 2


def test_damselfly_chains_look_alikes():
    assert next(damselfly.group(circle(0, 50, 100, 150), [0.6])).tolist() == [0, 0, 0, 0]
    assert next(damselfly.group(circle(0, 100, 50, 150), [0.6])).tolist() == [0, 1, 0, 1]


def test_insightface_desktop_leaves_small_faces_alone():
    faces = face_set(np.ones((3, 2)), boxes=[[0, 0, 90, 90], [0, 0, 90, 79], [0, 0, 80, 80]])
    assert next(insightface_desktop.group(faces, [0.48])).tolist() == [0, -1, 0]


def test_dbscan_needs_three_faces_to_a_core():
    labels = next(dbscan.group(circle(0, 10, 20, 90, 100), [1 - np.cos(np.radians(15))]))
    assert groups(labels) == [[0, 1, 2]]


def test_photoprism_matches_the_rest_to_the_centres():
    labels = next(photoprism.group(circle(0, 8, 16, 24, 48, 150), [0.3]))
    assert groups(labels) == [[0, 1, 2, 3, 4]]


def test_photoprism_2026_leaves_a_face_between_two_people():
    faces = circle(0, 4, 8, 12, 60, 64, 68, 72, 36)
    labels = next(photoprism_2026.group(faces, [0.2]))
    assert labels.tolist() == [0, 0, 0, 0, 1, 1, 1, 1, -1]


def test_linkage_over_components_is_linkage_over_all():
    from scipy.cluster.hierarchy import fcluster
    from scipy.cluster.hierarchy import linkage as whole

    faces, _ = album(seed=4)
    rows = faces.embeddings + np.random.default_rng(5).normal(scale=0.08, size=(len(faces), 64))
    faces = face_set(rows)
    far = np.clip(1 - faces.embeddings @ faces.embeddings.T, 0, None)
    upper = far[np.triu_indices(len(far), 1)]
    for method in ("average", "complete"):
        for cut in (0.3, 0.5, 0.7):
            expected = fcluster(whole(upper, method), cut, "distance")
            found = next(linkage.Linkage(method)(faces, [cut]))
            assert groups(found) == groups(expected)


def test_lrgenius_dissolves_single_faces_and_attaches_weak_ones():
    angles = np.radians([0.0, 20, 120, 25])
    faces = face_set(
        np.stack([np.cos(angles), np.sin(angles)], axis=1), quality=[0.9, 0.9, 0.9, 0.05]
    )
    assert next(lrgenius.group(faces, [0.5])).tolist() == [0, 0, -1, 0]


@pytest.mark.parametrize(("smallest", "samples"), [(2, 1), (4, 1)])
def test_hdbscan_is_scikit_learns(smallest: int, samples: int):
    cluster = pytest.importorskip("sklearn.cluster")
    from photoorg.clustering.peers import hdbscan_tree

    random = np.random.default_rng(6)
    faces = face_set(np.concatenate([album(seed=6)[0].embeddings, random.normal(size=(40, 64))]))
    far = hdbscan_tree.euclidean_distances(faces.embeddings)
    theirs = cluster.HDBSCAN(
        min_cluster_size=smallest, min_samples=samples, metric="precomputed", copy=True
    ).fit_predict(far)
    tree = hdbscan_tree.hdbscan_tree(far, samples)
    ours = hdbscan_tree.stable_clusters(tree, len(far), min_cluster=smallest, epsilon=0)
    assert groups(ours) == groups(theirs)


def test_hdbscan_does_not_split_below_epsilon():
    faces = circle(0, 1, 8, 9, 100, 101, 108, 109)
    apart, joined = hdbscan.group(faces, [0.0, 0.3])
    assert groups(apart) == [[0, 1], [2, 3], [4, 5], [6, 7]]
    assert groups(joined) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_facerecognition_separates_two_cliques_with_one_link():
    faces = circle(0, 2, 4, 6, 30, 32, 34, 36)
    labels = next(facerecognition.group(faces, [2 * np.sin(np.radians(12.5))]))
    assert groups(labels) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_lap_never_links_two_faces_of_one_photo():
    faces = face_set(np.ones((2, 3)), photo_ids=[1, 1])
    assert len(set(next(lap.group(faces, [0.42])).tolist())) == 2


def test_librephotos_asks_for_more_faces_in_larger_albums():
    assert next(librephotos.group(circle(0, 1, 90, 91), [0.0])).tolist() == [0, 0, 1, 1]
    sizes = [size for _, size in librephotos.SMALLEST]
    assert sizes == [16, 8, 4, 2]


def test_omoide_wants_two_photos():
    random = np.random.default_rng(7)
    rows = np.array([[1, 0, 0], [0, 1, 0]])[[0] * 12 + [1] * 12]
    rows = rows + random.normal(scale=0.05, size=(24, 3))
    labels = next(omoide.group(face_set(rows, photo_ids=[*range(12), *[99] * 12]), [0.1]))
    assert (labels[:12] >= 0).any()
    assert (labels[12:] < 0).all()


def test_recognize_splits_where_the_edge_is_long_enough():
    faces = circle(0, 1, 2, 3, 43, 44, 45, 46)
    wide, narrow = recognize.group(faces, [0.6, 0.8])
    assert groups(wide) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert groups(narrow) == [[0, 1, 2, 3, 4, 5, 6, 7]]


def test_rank_order_distances_by_hand():
    # Two mutual pairs far apart, two neighbours each.
    ids = np.array([[1, 2], [0, 2], [3, 1], [2, 1]])
    far = rank_order.rank_order_distances(ids)
    # Mutual nearest: nothing missing. 0 lists 2 second: of 0's nearer, 1 is listed by 2; 2 does
    # not list 0, so both of its neighbours count, of which 0 lists 1.
    assert far[0, 0] == 0
    assert far[2, 0] == 0
    assert far[0, 1] == pytest.approx((0 + 1) / 2)


def test_k_means_needs_no_extra_package(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    labels = kmeans.default_engine().at(2).fit_predict(circle(0, 1, 90))
    assert labels.tolist() == [0, 0, 1]


def test_k_means_has_no_more_centres_than_there_are_faces():
    faces = circle(0, 0, 0, 90)
    assert len(kmeans.spread_starts(faces.embeddings, 3)) == 2
    assert next(kmeans.group(faces, [3])).tolist() in ([0, 0, 0, 1], [1, 1, 1, 0])


@pytest.mark.parametrize("engine", RECOGNIZERS, ids=lambda engine: engine.name)
class TestEveryRecognizer:
    def test_groups_nothing_without_names(self, engine: Recognizer):
        faces, _ = album()
        assert (engine.fit_predict(faces) == -1).all()
        assert engine.fit_predict(circle()).shape == (0,)

    @pytest.mark.parametrize("people", [3, 12])
    def test_recognises_the_named(self, engine: Recognizer, people: int):
        faces, truth = album(people)
        named = np.full(len(truth), -1, np.int32)
        for person in range(1, people):
            named[np.flatnonzero(truth == person)[:3]] = person
        labels = engine.fit_predict(faces, Constraints(must_link=named, same_photo=False))
        assert score(truth[truth > 0], labels[truth > 0]).bcubed_f > 0.95
        assert (labels[truth == 0] == -1).all()


def test_digikam_lets_the_lowest_distance_per_vote_win():
    known = circle(0, 20, 40).embeddings
    found = digikam.recognize(known, np.array([7, 8, 8]), circle(11, 90).embeddings, 0.3)
    assert found.tolist() == [8, -1] or found.tolist() == [7, -1]
    nearest = digikam.recognize(known, np.array([7, 8, 9]), circle(2).embeddings, 0.3)
    assert nearest.tolist() == [7]
