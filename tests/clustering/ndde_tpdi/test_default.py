"""Which scorer serves whose faces."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, GrowingEngine, face_set
from photoorg.clustering.ndde_tpdi.default import default_engine
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.scoring.networks import GENERIC
from photoorg.clustering.scoring.relational import RelationalScorer
from photoorg.evaluation.metrics import score
from photoorg.evaluation.synthetic import album
from tests.clustering.albums import people


def test_unknown_faces_get_the_network_for_all_recognisers() -> None:
    faces = FaceSet(people([5] * 20, dimension=128)[0])
    scorer = default_engine().preferred(faces).scorer
    assert isinstance(scorer, RelationalScorer)
    assert scorer.network.pack == GENERIC
    assert scorer.curve is None
    # A curve that is known for the pack stands beside the network, else that of the album.
    known = default_engine("mobilefacenet").preferred(FaceSet(people([5] * 20)[0])).scorer
    assert isinstance(known, RelationalScorer)
    assert known.network.pack == GENERIC
    assert known.curve is not None


def test_where_an_album_has_a_better_metric_of_its_own_the_cosine_judges() -> None:
    made = album(1500, "hard", seed=1)
    faces = FaceSet(made.embeddings)
    engine = default_engine()
    suited, own = engine.suited(faces)
    assert isinstance(suited.scorer, AlbumCalibrated)
    assert own.embeddings.shape == faces.embeddings.shape
    assert not np.array_equal(own.embeddings, faces.embeddings)
    assert score(made.labels, engine.fit_predict(faces)).bcubed_f > 0.95


def test_in_albums_of_few_faces_the_cosine_judges_as_it_is() -> None:
    few, enough = (FaceSet(people([5] * n, dimension=128)[0]) for n in (20, 80))
    suited, same = default_engine().suited(few)
    assert suited == NddeTpdi()
    assert same is few
    suited, same = default_engine().suited(enough)
    assert isinstance(suited.scorer, RelationalScorer)
    assert same is enough
    alone = NddeTpdi().fit_predict(few)
    assert np.array_equal(default_engine().fit_predict(few), alone)


def test_without_any_network_the_cosine_is_calibrated_on_the_album(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("photoorg.clustering.ndde_tpdi.default.FAMILY", "no such family")
    faces = FaceSet(people([5] * 20, dimension=128)[0])
    assert isinstance(default_engine().preferred(faces).scorer, AlbumCalibrated)


def test_a_known_pack_without_a_network_gets_its_curve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoorg.clustering.ndde_tpdi.default.FAMILY", "no such family")
    faces = FaceSet(people([5] * 20, dimension=128)[0])
    assert isinstance(default_engine("mobilefacenet-0123").preferred(faces).scorer, Platt)


def test_the_embeddings_tell_their_recogniser(shared: Path) -> None:
    with np.load(shared / "data/faces/lfw-dev-mobilefacenet-mixed.npz") as file:
        faces = face_set(file["embeddings"][:1500])
        labels = file["labels"][:1500]
    engine = default_engine()
    scorer = engine.preferred(faces).scorer
    assert isinstance(scorer, RelationalScorer)
    assert scorer.network.pack == "mobilefacenet"
    # Others of the same dimension are nobody's.
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(128, 128)))[0]
    turned = FaceSet((faces.embeddings @ turn).astype(np.float32))
    strangers = engine.preferred(turned).scorer
    assert isinstance(strangers, RelationalScorer)
    assert strangers.network.pack == GENERIC
    trained = score(labels, engine.fit_predict(faces))
    cosine = score(labels, NddeTpdi(AlbumCalibrated()).fit_predict(faces))
    unknown = score(labels, engine.fit_predict(turned))
    assert trained.bcubed_f > cosine.bcubed_f + 0.01
    assert unknown.bcubed_f > cosine.bcubed_f + 0.01


def test_it_can_add_faces() -> None:
    engine = default_engine()
    assert isinstance(engine, GrowingEngine)
    embeddings, _ = people([6, 6, 5])
    settled = np.array([4, 4, 4, 4, -1, -1, 9, 9, 9, 9, 9, -1, -1, -1, -1, -1, -1])
    labels = engine.add(FaceSet(embeddings), settled)
    assert labels[:12].tolist() == [4] * 6 + [9] * 6
    assert len(set(labels[12:].tolist())) == 1
