"""Embeddings are centred, and in the album's own metric, where it helps, and only there."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, face_set, unit_rows
from photoorg.clustering.ndde_tpdi.default import trained_engine
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.adaptation import adapted, centred
from photoorg.clustering.scoring.networks import generic_network
from photoorg.clustering.scoring.relational import FAMILY
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album
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


@pytest.mark.parametrize("sizes", [[], [1], [2] * 10, [2] * 200, [1] * 600])
def test_faces_that_are_not_alike_are_not_centred(sizes: list[int]) -> None:
    faces = FaceSet(people(sizes)[0] if sizes else np.empty((0, 64), np.float32))
    assert centred(faces) is faces


def test_one_large_group_teaches_no_metric(shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-clean.npz")
    sizes = np.bincount(stored["labels"])
    largest = stored["labels"] == sizes.argmax()
    alone = np.flatnonzero((sizes == 1)[stored["labels"]])[:59]
    faces = face_set(np.concatenate([stored["embeddings"][largest], stored["embeddings"][alone]]))
    assert adapted(faces) is faces


def shifted(embeddings: np.ndarray, kind: str) -> np.ndarray:
    """Return embeddings as a recogniser might give them that leaves something in all of them."""
    if kind == "positive":
        return unit_rows(np.maximum(embeddings, 0))
    away = np.random.default_rng(0).normal(size=embeddings.shape[1])
    return unit_rows((embeddings + float(kind) * away / np.linalg.norm(away)).astype(np.float32))


@pytest.mark.parametrize("kind", ["0.5", "1", "2", "positive"])
@pytest.mark.parametrize("name", ["edgeface-mixed", "mobilefacenet-mixed"])
def test_faces_that_are_all_alike_are_grouped_as_well(name: str, kind: str, shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / f"lfw-dev-{name}.npz")
    some = stored["labels"] % 5 == 0
    embeddings, labels = unit_rows(stored["embeddings"][some]), stored["labels"][some]
    network = generic_network(FAMILY)
    assert network is not None
    before, after = (
        score(labels, trained_engine(network).fit_predict(FaceSet(rows))).bcubed_f
        for rows in (embeddings, shifted(embeddings, kind))
    )
    assert after > before - 0.04
    assert centred(FaceSet(embeddings)).embeddings is embeddings


@pytest.mark.parametrize("count", [60, 120, 250])
def test_small_albums_are_centred_too(count: int, shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-mobilefacenet-mixed.npz")
    rows = shifted(unit_rows(stored["embeddings"][:count]), "1")
    moved = centred(FaceSet(rows)).embeddings
    assert np.median(rows @ rows.T) > 0.4
    assert abs(np.median(moved @ moved.T)) < 0.1


def test_a_person_with_many_of_the_faces_is_not_the_mean(shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / "lfw-dev-edgeface-clean.npz")
    largest = stored["labels"] == np.bincount(stored["labels"]).argmax()
    rows = np.concatenate([np.flatnonzero(largest), np.flatnonzero(~largest)[:800]])
    embeddings, first = unit_rows(stored["embeddings"][rows]), np.arange(len(rows)) < largest.sum()
    moved = centred(FaceSet(shifted(embeddings, "1"))).embeddings
    # They are as much alike as they were, and as unlike the others.
    for one, other in ((first, first), (first, ~first)):
        before = np.mean(embeddings[one] @ embeddings[other].T)
        assert np.mean(moved[one] @ moved[other].T) == pytest.approx(before, abs=0.06)


@pytest.mark.parametrize("name", ["edgeface-clean", "edgefacexxs-mixed"])
def test_faces_of_one_person_are_not_centred(name: str, shared: Path) -> None:
    stored = np.load(shared / "data" / "faces" / f"lfw-dev-{name}.npz")
    sizes = np.bincount(stored["labels"])
    for person in np.argsort(-sizes)[:8]:
        faces = FaceSet(unit_rows(stored["embeddings"][stored["labels"] == person]))
        assert centred(faces) is faces
