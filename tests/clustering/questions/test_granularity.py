"""Groups cut elsewhere, from links alone."""

import numpy as np

from photoorg.clustering.questions.evidence import Links
from photoorg.clustering.questions.granularity import bridges, parts

# 0 <- 1 (.1), 1 <- 2 (.5), 0 <- 3 (.6); 4 <- 5 (.2), and 4 is .8 from 0.
LINKS = Links(
    np.array([0, 0, 1, 0, 0, 4]), np.array([np.inf, 0.1, 0.5, 0.6, 0.8, 0.2], np.float32), 0.7
)
PEOPLE = np.array([0, 0, 0, 0, 1, 1])
FREE = np.zeros(6, bool)


def _parts(cut, people=PEOPLE, tied=FREE):
    return [(who, rows.tolist()) for who, rows in parts(LINKS, people, cut, tied)]


def test_what_hangs_by_a_long_link_leaves() -> None:
    assert _parts(0.7) == []
    assert _parts(0.55) == [(0, [3])]
    assert _parts(0.4) == [(0, [2]), (0, [3])]
    assert _parts(0.05) == [(0, [1]), (0, [2]), (0, [3]), (1, [5])]


def test_the_part_a_human_knows_stays() -> None:
    tied = np.array([False, False, True, False, False, False])
    assert _parts(0.4, tied=tied) == [(0, [0, 1]), (0, [3])]


def test_what_no_link_held_together_stays_together() -> None:
    one = np.zeros(6, np.int64)  # a human made them one
    assert _parts(0.7, one) == []
    assert _parts(0.55, one) == [(0, [3])]


def test_nobody_leaves_who_does_not_count() -> None:
    assert _parts(0.05, np.array([-1, -1, -1, -1, 1, 1])) == [(1, [5])]


def test_groups_are_linked_where_the_cut_is_higher() -> None:
    assert bridges(LINKS, PEOPLE, 0.7).tolist() == []
    assert bridges(LINKS, PEOPLE, 0.85).tolist() == [[1, 0]]
    assert bridges(LINKS, np.array([0, 0, 0, 0, -1, 1]), 0.85).tolist() == []


def test_links_follow_the_faces() -> None:
    rows = np.array([4, -1, 0, 5])
    place = np.array([2, -1, -1, -1, 0, 3])
    about = LINKS.about(rows, place)
    assert about.to.tolist() == [2, 1, 2, 0]
    assert np.allclose(about.distances, [0.8, np.inf, np.inf, 0.2])
    assert about.cut == LINKS.cut
