import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.systems.album_relations import K, relations_in, suited
from tests.clustering.albums import people


def test_faces_see_their_nearest_and_stand_on_a_curve_of_the_album():
    rows, labels = people([3] * 40)
    graph, seen = relations_in(face_set(rows))
    assert graph.k == K
    own = labels[graph.ids] == labels[:, None]
    # What is one person lies above the middle of the curve, strangers below.
    assert seen.z[own].min() > 0 > seen.z[~own].max()


@pytest.mark.parametrize("n", [2, 3, 10])
def test_small_albums_see_all_there_is(n: int):
    graph, seen = relations_in(face_set(np.random.default_rng(0).normal(size=(n, 16))))
    assert graph.k == n == seen.tokens
    assert np.isfinite(seen.ends).all()


def test_a_recogniser_that_finds_all_faces_alike_is_centred():
    rows, _ = people([3] * 40, dimension=256)
    alike = face_set(rows + 0.05)
    middle = suited(alike).embeddings.mean(axis=0)
    assert np.linalg.norm(middle) < 0.3 < np.linalg.norm(alike.embeddings.mean(axis=0))
