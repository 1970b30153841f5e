"""What is known of the neighbours, found at once or bit by bit."""

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.ndde_tpdi.default import default_engine
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors, extend, find, whole
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import PairScorer, Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from tests.clustering.albums import people
from tests.clustering.graphs import check

K = 40
ALBUM = people([6, 5, 4, 3, 2, 1] * 20, dimension=128)[0]
SCORERS: list[PairScorer] = [Platt(24.0, 0.4), AlbumCalibrated()]


def faces(n: int) -> FaceSet:
    order = np.random.default_rng(3).permutation(len(ALBUM))
    return FaceSet(np.ascontiguousarray(ALBUM[order][:n]))


def network() -> PairScorer:
    return default_engine().preferred(faces(400)).scorer


def same(one: ScoredNeighbors, other: ScoredNeighbors) -> bool:
    equal = np.array_equal(one.graph.ids, other.graph.ids) and np.allclose(
        one.p, other.p, atol=1e-5
    )
    return equal and one.scorer == other.scorer and one.fitted == other.fitted


@pytest.mark.parametrize("scorer", [*SCORERS, network()], ids=lambda scorer: scorer.name)
def test_faces_that_join_are_inserted(scorer: PairScorer) -> None:
    first = find(faces(300), scorer, K)
    assert extend(faces(300), scorer, K, first) is first
    more = extend(faces(400), scorer, K, first)
    check(more.graph)
    assert np.array_equal(more.graph.ids, knn_exact(scorer.searched(faces(400).embeddings), K).ids)
    assert more.scorer is first.scorer
    assert more.fitted == 300
    # A pair of a new face has one probability, from whichever end it is seen.
    new, column = np.nonzero((more.graph.ids[300:] < 300) & (more.p[300:] > 0.01))
    old = more.graph.ids[300 + new, column]
    back = more.graph.ids[old] == (300 + new)[:, None]
    seen = back.any(axis=1)
    assert seen.sum() > 50
    assert np.array_equal(
        more.p[old[seen], back[seen].argmax(axis=1)], more.p[300:][new, column][seen]
    )


@pytest.mark.parametrize("scorer", [*SCORERS, network()], ids=lambda scorer: scorer.name)
def test_judged_anew_they_are_what_they_would_have_been_at_once(scorer: PairScorer) -> None:
    more = extend(faces(400), scorer, K, find(faces(300), scorer, K))
    at_once = find(faces(400), scorer, K)
    again = whole(faces(400), scorer, K, more)
    assert same(again, at_once)
    assert whole(faces(400), scorer, K, again) is again


def test_after_twice_as_many_all_is_found_anew() -> None:
    scorer = AlbumCalibrated()
    first = find(faces(200), scorer, K)
    for search in (extend, whole):
        assert same(search(faces(401), scorer, K, first), find(faces(401), scorer, K))
    assert extend(faces(400), scorer, K, first).fitted == 200


def test_a_graph_of_few_faces_has_too_few_neighbours() -> None:
    scorer = Platt(24.0, 0.4)
    few = find(faces(30), scorer, K)
    assert few.graph.k == 30
    assert same(extend(faces(45), scorer, K, few), find(faces(45), scorer, K))
