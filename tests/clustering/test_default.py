"""Which scorer serves whose faces."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.affinity import Platt
from photoorg.clustering.calibration import AlbumCalibrated
from photoorg.clustering.default import default_engine
from photoorg.clustering.engine import FaceSet, GrowingEngine, face_set
from photoorg.clustering.metrics import score
from photoorg.clustering.ndde_tpdi import NddeTpdi
from photoorg.clustering.relational import RelationalScorer
from tests.clustering.albums import people


def test_unknown_faces_get_the_cosine_calibrated_on_the_album() -> None:
    faces = FaceSet(people([5] * 20, dimension=128)[0])
    assert isinstance(default_engine().serving(faces).scorer, AlbumCalibrated)


def test_a_known_pack_without_a_network_gets_its_curve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoorg.clustering.default.FAMILY", "no such family")
    faces = FaceSet(people([5] * 20, dimension=128)[0])
    assert isinstance(default_engine("mobilefacenet-0123").serving(faces).scorer, Platt)


def test_the_embeddings_tell_their_recogniser(shared: Path) -> None:
    with np.load(shared / "data/faces/lfw-dev-mobilefacenet-mixed.npz") as file:
        faces = face_set(file["embeddings"][:1500])
        labels = file["labels"][:1500]
    engine = default_engine()
    scorer = engine.serving(faces).scorer
    assert isinstance(scorer, RelationalScorer)
    assert scorer.network.pack == "mobilefacenet"
    # Others of the same dimension are nobody's.
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(128, 128)))[0]
    turned = FaceSet((faces.embeddings @ turn).astype(np.float32))
    assert isinstance(engine.serving(turned).scorer, AlbumCalibrated)
    trained = score(labels, engine.fit_predict(faces))
    cosine = score(labels, NddeTpdi(AlbumCalibrated()).fit_predict(faces))
    assert trained.bcubed_f > cosine.bcubed_f + 0.01


def test_it_can_add_faces() -> None:
    engine = default_engine()
    assert isinstance(engine, GrowingEngine)
    embeddings, _ = people([6, 6, 5])
    settled = np.array([4, 4, 4, 4, -1, -1, 9, 9, 9, 9, 9, -1, -1, -1, -1, -1, -1])
    labels = engine.add(FaceSet(embeddings), settled)
    assert labels[:12].tolist() == [4] * 6 + [9] * 6
    assert len(set(labels[12:].tolist())) == 1
