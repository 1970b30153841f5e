"""The table of sides says what plain sets say, whatever is joined in whatever turn."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.rules.groups import neighbor_lists
from photoorg.clustering.rules.sides import opposed, sides_of_faces, unite

FACES = 12


@given(
    st.sets(st.tuples(st.integers(0, FACES - 1), st.integers(0, 15)), max_size=70),
    st.permutations(range(FACES)),
    st.integers(0, 10**6),
)
def test_sets_of_codes(said: set[tuple[int, int]], turn: list[int], seed: int) -> None:
    rows = np.array(sorted(said), np.int64).reshape(-1, 2)
    sides = sides_of_faces(*neighbor_lists(rows[:, 0], rows[:, 1], FACES))
    held = {face: {code for one, code in said if one == face} for face in range(FACES)}
    rng = np.random.default_rng(seed)
    leaders = list(turn)
    while True:
        for one in leaders:
            assert sides.counts[sides.place[one]] == len(held[one])
            for other in leaders:
                meet = any(code ^ 1 in held[other] for code in held[one])
                assert opposed(sides, one, other) == meet
        stored = sum(len(held[leader]) for leader in leaders)
        assert (sides.table >= 0).sum() == stored
        if len(leaders) == 1:
            break
        one = leaders.pop(int(rng.integers(len(leaders))))
        leader = leaders[int(rng.integers(len(leaders)))]
        unite(sides, one, leader)
        held[leader] |= held[one]


def test_many_codes_in_one_group() -> None:
    n = 3000
    starts, codes = (
        np.arange(n + 1) * 5,
        np.tile(np.arange(5) * 4, n) + np.repeat(np.arange(n) % 7 * 100, 5),
    )
    sides = sides_of_faces(starts, codes)
    for face in range(1, n):
        assert not opposed(sides, face, 0)
        unite(sides, face, 0)
    assert sides.counts[sides.place[0]] == len(np.unique(codes)) == (sides.table >= 0).sum()


def test_nobody_stands_anywhere() -> None:
    sides = sides_of_faces(np.zeros(4, np.int64), np.empty(0, np.int64))
    assert not opposed(sides, 0, 1)
    unite(sides, 0, 1)
    assert not opposed(sides, 1, 2)
