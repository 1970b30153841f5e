"""Platt's curve: fitting it, the shipped constants, and what the size of an album does."""

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt, fit, known_calibration
from tests.clustering.albums import people


def test_a_curve_is_found_again() -> None:
    rng = np.random.default_rng(0)
    sims = rng.uniform(0, 1, 200_000).astype(np.float32)
    true = Platt(slope=30.0, middle=0.42)
    found = fit(sims, rng.random(len(sims)) < true.probability(sims))
    assert found.slope == pytest.approx(30, rel=0.03)
    assert found.middle == pytest.approx(0.42, abs=0.002)


def test_similarities_that_tell_nothing_need_not_be_fitted() -> None:
    sims = np.linspace(0, 1, 100, dtype=np.float32)
    assert fit(sims, np.zeros(100, bool)).probability(sims).max() < 1e-3
    assert np.isfinite(fit(sims, np.arange(100) % 2 == 0).middle)


def test_separable_similarities_end() -> None:
    sims = np.linspace(0, 1, 100, dtype=np.float32)
    found = fit(sims, sims > 0.5)
    assert 0.49 < found.middle < 0.51


def test_the_face_itself_is_certain_and_extremes_are_finite() -> None:
    embeddings = people([3, 3])[0]
    graph = knn_exact(embeddings, 6)
    p = Platt(slope=1e4, middle=0.5).score(FaceSet(embeddings), graph)
    assert (p[:, 0] == 1).all()
    assert ((p >= 0) & (p <= 1)).all()


def test_the_middle_rises_with_the_album() -> None:
    platt = Platt(slope=24.0, middle=0.4, faces=8000)
    assert platt.in_album_of(8000).middle == pytest.approx(0.4)
    assert platt.in_album_of(400).middle < 0.35
    assert platt.in_album_of(100_000).middle > 0.4
    assert platt.in_album_of(3).middle == platt.in_album_of(100).middle
    assert Platt(24.0, 0.4).in_album_of(3) == Platt(24.0, 0.4)


@pytest.mark.parametrize(
    ("pack", "known"),
    [
        ("edgeface_xs", True),
        ("EdgeFace_XS", True),
        ("edgeface_xs-0123456789ab", True),
        ("mobilefacenet", True),
        ("edgeface_xsx", False),
        ("w600k_r50-0123", False),
        ("", False),
        (None, False),
    ],
)
def test_constants_go_by_the_recognisers_name(pack: str | None, known: bool) -> None:
    assert (known_calibration(pack) is not None) == known
