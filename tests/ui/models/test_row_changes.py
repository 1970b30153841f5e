"""Single steps lead from any rows to any others."""

import numpy as np
import pytest

from photoorg.ui.models.row_changes import Insert, Move, Remove, steps_between


def walk(before: list[int], after: list[int], most: int = 10_000) -> list[int] | None:
    """Return where the steps lead."""
    steps = steps_between(before, after, most)
    if steps is None:
        return None
    rows = list(before)
    for step in steps:
        match step:
            case Remove(first, last):
                del rows[first : last + 1]
            case Move(start, end):
                rows.insert(end, rows.pop(start))
            case Insert(first, last):
                rows[first:first] = after[first : last + 1]
    return rows


@pytest.mark.parametrize("seed", range(200))
def test_steps_lead_from_one_to_the_other(seed: int) -> None:
    rng = np.random.default_rng(seed)
    before = rng.permutation(30)[: rng.integers(0, 30)].tolist()
    after = rng.permutation(30)[: rng.integers(0, 30)].tolist()
    assert walk(before, after) == after


def test_one_change_is_one_step() -> None:
    rows = list(range(1000))
    assert steps_between(rows, rows) == []
    assert steps_between(rows, rows[:400] + rows[401:]) == [Remove(400, 400)]
    assert steps_between(rows[:10] + rows[12:], rows) == [Insert(10, 11)]
    up = [900, *rows[:900], *rows[901:]]
    assert steps_between(rows, up) == [Move(900, 0)]
    assert steps_between(up, rows) == [Move(0, 900)]


def test_few_of_many_change_places() -> None:
    rows = list(range(1000))
    after = [row for row in rows if row not in (10, 500, 700)]
    after[600:600] = [10, 700]
    after.append(500)
    steps = steps_between(rows, after)
    assert steps is not None
    assert len(steps) <= 3
    assert walk(rows, after) == after


def test_too_many_changes_are_none() -> None:
    rows = list(range(100))
    assert walk(rows, rows[::-1], most=50) is None
    assert walk(rows, rows[::2], most=20) is None
    assert walk(rows, rows[::2], most=50) == rows[::2]
