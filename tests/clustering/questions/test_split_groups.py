"""Groups cut where they are weakest, against all cuts of the tree."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from photoorg.clustering.questions.split_groups import CUTS, weakest_cut, weakest_halves


def likeness(side: set[int], pairs: list[tuple[int, int, float]]) -> float:
    best = dict.fromkeys(side, 0.0)
    for one, other, p in pairs:
        for near, far in ((one, other), (other, one)):
            if near in side and far not in side:
                best[near] = max(best[near], p)
    return sum(best.values()) / len(best)


@settings(max_examples=60)
@given(st.integers(4, 9), st.integers(0, 10**6))
def test_no_cut_of_the_tree_has_less_alike_halves(size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    pairs = [
        (one, other, float(np.float32(p)))
        for one in range(size)
        for other in range(one)
        if rng.random() < 0.6 and (p := rng.random()) > 0
    ]
    pairs.sort(key=lambda pair: -pair[2])
    columns = [np.array([pair[n] for pair in pairs]) for n in (0, 1)]
    small, least = weakest_cut(
        columns[0].astype(np.int64),
        columns[1].astype(np.int64),
        np.array([pair[2] for pair in pairs], np.float32),
        size,
    )
    tree: list[tuple[int, int]] = []
    for one, other in [pair[:2] for pair in pairs] + [(0, face) for face in range(1, size)]:
        if other not in reach(one, tree):
            tree.append((one, other))
    possible = []
    for cut in tree[-CUTS:]:
        side = reach(cut[0], [link for link in tree if link != cut])
        side = side if 2 * len(side) <= size else set(range(size)) - side
        if len(side) >= 2:
            possible.append(likeness(side, pairs))
    if possible:
        assert least == np.float64(min(possible)) or abs(least - min(possible)) < 1e-6
        assert abs(likeness(set(np.flatnonzero(small).tolist()), pairs) - least) < 1e-6
    else:
        assert not small.any()


def reach(start: int, links: list[tuple[int, int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for one, other in links:
            for near, far in ((one, other), (other, one)):
                if near == here and far not in found:
                    found.add(far)
                    waiting.append(far)
    return found


def test_groups_among_faces_that_are_in_none() -> None:
    labels = np.array([-1, 3, 3, 0, 3, 3, -1, 0, 3])
    pairs = [(1, 2, 0.9), (4, 5, 0.9), (5, 8, 0.8), (2, 4, 0.1), (3, 7, 0.5)]
    one, other = (np.array([pair[n] for pair in pairs]) for n in (0, 1))
    (half,) = weakest_halves(one, other, np.array([p for *_, p in pairs], np.float32), labels)
    assert half.rows.tolist() == [1, 2]
    assert abs(half.likeness - 0.05) < 1e-6
