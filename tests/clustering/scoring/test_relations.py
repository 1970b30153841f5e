"""What the trained scorer sees of an album."""

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, unit_rows
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.relations import (
    FEATURES,
    TOKENS,
    UNIT,
    Relations,
    crowd_curve,
    inputs,
    relations,
)
from tests.clustering.albums import people

CURVE = Platt(slope=24.0, middle=0.45)


def seen(sizes: list[int], k: int = 80) -> tuple[Relations, np.ndarray]:
    embeddings, labels = people(sizes)
    faces = FaceSet(embeddings)
    return relations(faces, knn_exact(embeddings, k), CURVE), labels


def test_tokens_tell_neighbours_from_strangers() -> None:
    album, labels = seen([8, 7, 6, 5, 4] * 4)
    found = inputs(album, np.arange(len(album)))
    assert found.keys() == {"tokens", "table"}
    tokens, table = found["tokens"], found["table"]
    assert tokens.shape == (120, TOKENS, FEATURES)
    assert table.shape == (120, TOKENS, TOKENS)
    assert np.isfinite(tokens).all()
    same = labels[album.ids[:, :TOKENS]] == labels[:, None]
    others = np.arange(TOKENS) > 0
    assert tokens[..., 0][same].min() > tokens[..., 0][~same].max()
    # Overlap of the neighbourhoods and mutual rank tell the same.
    assert tokens[..., 7][same].mean() > 0.5 > tokens[..., 7][~same].mean()
    assert tokens[..., 6][same & others].mean() > 2 * tokens[..., 6][~same].mean()
    assert (tokens[..., 5] == ~others).all()


def test_the_table_is_the_calibrated_cosine_of_the_neighbours() -> None:
    album, _ = seen([6, 5, 4])
    table = inputs(album, np.array([3]))["table"]
    rows = album.embeddings[album.ids[3]]
    expected = np.clip((rows @ rows.T - CURVE.middle) * CURVE.slope / UNIT, -2, 2)
    assert table[0] == pytest.approx(expected, abs=1e-5)
    assert table[0] == pytest.approx(table[0].T, abs=1e-5)


def test_a_small_album_has_fewer_tokens() -> None:
    album, _ = seen([2, 1])
    found = inputs(album, np.array([0, 2]))
    tokens, table = found["tokens"], found["table"]
    assert tokens.shape == (2, 3, FEATURES)
    assert table.shape == (2, 3, 3)


def test_nothing_depends_on_the_order_of_the_rows() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 5)
    order = np.random.default_rng(0).permutation(len(embeddings))
    k = 20
    one = relations(FaceSet(embeddings), knn_exact(embeddings, k), CURVE)
    shuffled = np.ascontiguousarray(embeddings[order])
    other = relations(FaceSet(shuffled), knn_exact(shuffled, k), CURVE)
    assert np.array_equal(order[other.ids], one.ids[order])
    first, second = inputs(one, order), inputs(other, np.arange(len(order)))
    assert first.keys() == second.keys()
    for name, values in first.items():
        assert second[name] == pytest.approx(values, abs=1e-5)


def test_the_quality_of_both_pictures_is_shown() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 5)
    quality = np.linspace(-1, 1, len(embeddings)).astype(np.float32)
    graph = knn_exact(embeddings, 20)
    album = relations(FaceSet(embeddings), graph, CURVE, quality)
    tokens = inputs(album, np.array([7, 3]))["tokens"]
    assert (tokens[..., 21] == album.quality[[7, 3], None]).all()
    assert (tokens[..., 22] == album.quality[graph.ids[[7, 3]]]).all()
    without = relations(FaceSet(embeddings), graph, CURVE)
    assert (without.quality == 0).all()


def test_other_embeddings_of_the_faces_are_shown_beside() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 5)
    rows, curve = unit_rows(embeddings[:, :20]), crowd_curve(FaceSet(embeddings))
    graph = knn_exact(rows, 20)
    album = relations(FaceSet(rows), graph, CURVE, beside=(embeddings, curve))
    found = inputs(album, np.array([7, 3]), 8)
    assert found["beside"].shape == found["table"].shape == (2, 8, 8)
    near = graph.ids[7, 2]
    units = found["beside"][0, 0, 2]
    assert units == pytest.approx(
        (embeddings[7] @ embeddings[near] - curve.middle) * curve.slope / UNIT, abs=1e-5
    )
    assert found["table"][0, 0, 2] != pytest.approx(units, abs=1e-3)


def test_some_anchors_are_shown_what_they_would_be_among_all() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 20)
    faces, graph, asked = FaceSet(embeddings), knn_exact(embeddings, 40), np.array([3, 200])
    some = inputs(relations(faces, graph, CURVE, asked=asked), asked)
    for name, values in inputs(relations(faces, graph, CURVE), asked).items():
        assert some[name] == pytest.approx(values, abs=1e-5)
