"""Made-up albums have the statistics they are said to have."""

import numpy as np
import pytest

from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import fit
from photoorg.errors import UsageError
from photoorg.evaluation.synthetic import album, decaying_spectrum


@pytest.mark.parametrize(("difficulty", "within"), [("medium", 0.53), ("hard", 0.42)])
def test_statistics(difficulty: str, within: float) -> None:
    made = album(10_000, difficulty, seed=0)
    sizes = np.bincount(made.labels)
    assert (len(sizes), (sizes == 1).sum(), sizes.max()) == (1328, 682, 500)
    assert np.linalg.norm(made.embeddings, axis=1) == pytest.approx(1, abs=1e-5)
    means = []
    for person in np.flatnonzero(sizes > 1):
        rows = made.embeddings[made.labels == person]
        means.append(((rows @ rows.T).sum() - len(rows)) / (len(rows) * (len(rows) - 1)))
    assert np.mean(means) == pytest.approx(within, abs=0.02)
    rng = np.random.default_rng(0)
    one, other = rng.integers(0, 10_000, (2, 1_000_000))
    apart = made.labels[one] != made.labels[other]
    sims = np.concatenate(
        [
            np.einsum("ij,ij->i", made.embeddings[a], made.embeddings[b])
            for a, b in zip(
                np.array_split(one[apart], 20), np.array_split(other[apart], 20), strict=True
            )
        ]
    )
    assert np.quantile(sims, 0.9999) == pytest.approx(0.49, abs=0.02)
    graph = knn_exact(made.embeddings, 80)
    curve = fit(graph.sims[:, 1:], made.labels[graph.ids[:, 1:]] == made.labels[:, None])
    assert 29 < curve.slope < 38
    assert curve.middle == pytest.approx(0.455, abs=0.01)


@pytest.mark.parametrize("n", [0, 1, 2, 17])
def test_any_size(n: int) -> None:
    made = album(n, seed=5, dimension=32)
    assert made.embeddings.shape == (n, 32)
    assert made.labels.shape == (n,)


def test_the_seed_decides() -> None:
    assert np.array_equal(album(50, seed=1).embeddings, album(50, seed=1).embeddings)
    assert not np.array_equal(album(50, seed=1).embeddings, album(50, seed=2).embeddings)


@pytest.mark.parametrize("effective", [2.0, 40.0, 60.0])
def test_the_spectrum_has_the_effective_dimensions(effective: float) -> None:
    variances = decaying_spectrum(512, effective)
    assert variances.sum() == pytest.approx(1)
    assert 1 / (variances**2).sum() == pytest.approx(effective, rel=1e-3)


def test_an_unknown_difficulty() -> None:
    with pytest.raises(UsageError, match="medium, hard"):
        album(10, "easy")
