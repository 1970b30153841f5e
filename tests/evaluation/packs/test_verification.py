import numpy as np
import pytest

from photoorg.errors import DataError
from photoorg.evaluation.packs.verification import (
    accept_threshold,
    best_threshold,
    draw_pairs,
    fold_accuracy,
    verification,
    verify_pairs,
)

NAMES = [f"person {k // 4}" for k in range(240)]


def people(noise: float) -> np.ndarray:
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(60, 32))
    return (np.repeat(centres, 4, axis=0) + noise * rng.normal(size=(240, 32))).astype(np.float32)


def test_pairs_are_half_same_half_different_and_never_twice() -> None:
    pairs, same = draw_pairs(NAMES, 600)
    names = np.array(NAMES)
    assert ((names[pairs[:, 0]] == names[pairs[:, 1]]) == same).all()
    assert same.sum() == 300
    assert len({tuple(pair) for pair in pairs.tolist()}) == 600
    assert (pairs[:, 0] != pairs[:, 1]).all()


def test_pairs_are_the_same_for_the_same_seed() -> None:
    assert (draw_pairs(NAMES, 100, 3)[0] == draw_pairs(NAMES, 100, 3)[0]).all()
    assert (draw_pairs(NAMES, 100, 3)[0] != draw_pairs(NAMES, 100, 4)[0]).any()


def test_people_without_second_photos_cannot_be_measured() -> None:
    with pytest.raises(DataError, match="several people"):
        draw_pairs(["a", "b", "c"])


def test_fewer_pairs_are_drawn_where_there_are_fewer() -> None:
    _, same = draw_pairs(NAMES[:40], 6000)
    assert same.sum() == 60


def test_clear_embeddings_are_told_apart_and_noise_is_not() -> None:
    clear = verification(people(0.1), NAMES, count=600)
    assert clear.accuracy == 1
    assert clear.tar_1e3 == 1
    blurred = verification(people(3.0), NAMES, count=600)
    assert blurred.tar_1e3 <= blurred.tar_1e2
    assert 0.5 <= blurred.accuracy < 0.9


def test_figures_are_means_over_draws_of_the_pairs() -> None:
    rows = people(3.0)
    found = []
    for seed in range(3):
        pairs, same = draw_pairs(NAMES, 600, seed)
        found.append(verify_pairs(rows[pairs[:, 0]], rows[pairs[:, 1]], same))
    mean = verification(rows, NAMES, count=600, draws=3)
    assert len({one.tar_1e3 for one in found}) > 1
    assert mean.accuracy == pytest.approx(np.mean([one.accuracy for one in found]))
    assert mean.tar_1e3 == pytest.approx(np.mean([one.tar_1e3 for one in found]))
    assert mean.pairs == 600


def test_other_pictures_of_the_same_photos() -> None:
    blurred = verification(people(0.5), NAMES, people(4.0), count=600)
    assert blurred.accuracy < verification(people(0.5), NAMES, count=600).accuracy


def test_length_of_an_embedding_does_not_matter() -> None:
    embeddings = people(1.0)
    scaled = embeddings * np.linspace(0.1, 9, len(embeddings), dtype=np.float32)[:, None]
    assert verification(embeddings, NAMES, count=600).accuracy == pytest.approx(
        verification(scaled, NAMES, count=600).accuracy
    )


def test_threshold_lets_the_given_share_through() -> None:
    others = np.linspace(0, 1, 1000, dtype=np.float32)
    assert (others > accept_threshold(others, 1e-2)).sum() == 10
    assert (others > accept_threshold(others, 1e-3)).sum() == 1


def test_best_threshold_separates() -> None:
    similarity = np.array([0.9, 0.8, 0.3, 0.2], np.float32)
    assert 0.3 < best_threshold(similarity, similarity > 0.5) < 0.8


def test_every_fold_is_judged_by_the_others() -> None:
    rng = np.random.default_rng(0)
    same = np.arange(1000) < 500
    assert fold_accuracy(rng.random(1000).astype(np.float32), same) == pytest.approx(0.5, abs=0.06)
