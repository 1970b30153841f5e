import numpy as np

from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.systems.pivots import Shape, joined, subgraphs

CHAIN = [[0, 1, 2], [1, 0, 2], [2, 1, 3], [3, 4, 2], [4, 3, 2]]
"""Five faces in a row, each with its two nearest; 2 is nearer to 1 than to 3."""


def chain() -> NeighborGraph:
    ids = np.array(CHAIN, np.int32)
    return NeighborGraph(ids, np.tile(np.array([1, 0.9, 0.8], np.float32), (5, 1)))


def pairs_of(matrix: np.ndarray) -> set[tuple[int, int]]:
    return {(int(row), int(column)) for row, column in np.argwhere(matrix) if row < column}


def test_faces_are_joined_where_one_is_among_the_nearest_of_the_other():
    assert pairs_of(joined(chain(), 1).toarray()) == {(0, 1), (1, 2), (3, 4)}
    both = joined(chain(), 2).toarray()
    assert (both == both.T).all()
    assert pairs_of(both) == {(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)}


def test_a_subgraph_holds_the_pivot_two_hops_and_only_its_own_links():
    found = subgraphs(chain(), joined(chain(), 2), np.array([0, 3]), Shape(k1=1, k2=2, u=2))
    own = found.pivots == 0
    assert found.nodes[own].tolist() == [0, 1, 2]
    assert found.nodes[~own].tolist() == [2, 3, 4]
    assert found.nodes[found.hops].tolist() == [1, 4]
    links = {
        (int(found.pivots[row]), int(found.nodes[row]), int(found.nodes[column]))
        for row, column in zip(found.rows, found.columns, strict=True)
    }
    assert {(a, b) for pivot, a, b in links if pivot == 0} == {
        (0, 1),
        (1, 0),
        (0, 2),
        (2, 0),
        (1, 2),
        (2, 1),
    }
    # No link leads from one pivot's nodes to another's.
    assert (found.pivots[found.rows] == found.pivots[found.columns]).all()


def test_means_are_over_the_links_and_a_node_without_any_has_none():
    lonely = subgraphs(chain(), joined(chain(), 1), np.array([2]), Shape(k1=2, k2=0, u=1))
    arrays = lonely.arrays()
    assert lonely.nodes.tolist() == [1, 2, 3]
    assert arrays["shares"].ravel().tolist() == [1, 1, 1]
    assert 2 not in lonely.rows
    assert np.bincount(lonely.rows, minlength=3).tolist() == [1, 1, 0]


def test_faces_are_numbered_by_those_that_occur():
    whole = subgraphs(chain(), joined(chain(), 2), np.array([3, 4]), Shape(k1=1, k2=1, u=2))
    used, local = whole.among()
    assert used.tolist() == [3, 4]
    assert used[local.nodes].tolist() == whole.nodes.tolist()
    assert used[local.pivots].tolist() == whole.pivots.tolist()


def test_every_link_knows_its_place_among_those_of_the_album():
    near = joined(chain(), 2)
    found = subgraphs(chain(), near, np.array([0, 3]), Shape(k1=1, k2=2, u=2))
    assert near.indices[found.places].tolist() == found.nodes[found.columns].tolist()
