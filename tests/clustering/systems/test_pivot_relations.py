import numpy as np
import pytest

from photoorg.clustering.density.diffusion import tpdi_of
from photoorg.clustering.engine import face_set
from photoorg.clustering.scoring.relations import UNIT
from photoorg.clustering.systems.album_relations import relations_in
from photoorg.clustering.systems.pivot_relations import (
    FEATURES,
    PivotRelations,
    calibrated,
    pivot_relations,
)
from photoorg.clustering.systems.pivots import Shape
from tests.clustering.albums import people


@pytest.fixture(scope="module")
def album() -> PivotRelations:
    return pivot_relations(*relations_in(face_set(people([4] * 40)[0])), Shape(k1=6, k2=3, u=3))


def test_nodes_tell_how_they_stand_to_their_pivot(album: PivotRelations):
    batch = album.of(np.array([3, 50]))
    features = album.arrays(batch)["features"]
    assert features.shape == (len(batch.nodes), FEATURES)
    ids, seen = album.graph.ids, album.seen
    for node, pivot, found in zip(batch.nodes, batch.pivots, features, strict=True):
        there = np.flatnonzero(ids[pivot] == node)
        back = np.flatnonzero(ids[node] == pivot)
        assert found[6] == pytest.approx(1 / (1 + there[0]) if len(there) else 0)
        assert found[7] == pytest.approx(1 / (1 + back[0]) if len(back) else 0)
        if len(there):
            distance = tpdi_of(ids, seen.roots, np.array([pivot]))[0, there[0]]
            assert found[8] == pytest.approx(1 - distance, abs=1e-5)
            assert found[0] == pytest.approx(seen.z[pivot, there[0]], abs=1e-5)
        assert (found[4] == 1) == (node == pivot)
        assert found[9:15].tolist() == seen.ends[pivot].tolist()
        assert found[15:21].tolist() == seen.ends[node].tolist()
    assert features[:, 5].sum() == len(batch.hops)


def test_links_weigh_what_the_curve_says_and_never_more_than_one_in_all(album: PivotRelations):
    batch = album.of(np.arange(20))
    shares = album.arrays(batch)["shares"][:, 0]
    ends = batch.nodes[batch.rows], batch.nodes[batch.columns]
    p = 1 / (1 + np.exp(-UNIT * calibrated(album.seen, *ends)))
    sums = np.bincount(batch.rows, p, len(batch.nodes))
    assert shares == pytest.approx(p / np.maximum(sums, 1)[batch.rows], abs=1e-5)
    assert np.bincount(batch.rows, shares).max() <= 1 + 1e-5
