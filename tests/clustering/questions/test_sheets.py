"""Which questions stand on one sheet."""

import numpy as np

from photoorg.clustering.questions.sheets import SIZE, WORTH, gain_of, sheet, worth


def test_sure_answers_settle_more_for_a_click() -> None:
    p = np.array([0.99, 0.5, 0.15], np.float32)
    value = worth(p, p)
    assert value[0] > 3 * value[1] > 3 * value[2]
    assert value[2] > WORTH
    assert worth(np.array([0.05], np.float32), np.array([0.05], np.float32))[0] < WORTH


def test_a_sheet_moves_nobody_twice() -> None:
    p = np.array([0.9, 0.95, 0.6, 0.94, 0.05], np.float32)
    about = np.array([7, 7, 8, 9, 10])
    assert sheet(about, p, p).tolist() == [1, 3]
    assert sheet(about, p, p, size=1).tolist() == [1]
    assert len(sheet(about[:0], p[:0], p[:0])) == 0


def test_a_sheet_is_as_long_as_every_click_settles_more() -> None:
    sure = np.full(100, 0.9, np.float32)
    assert len(sheet(np.arange(100), sure, sure)) == SIZE
    # A question about many faces need not wait for others.
    many = np.where(np.arange(100) == 40, 50 * sure, sure)
    assert sheet(np.arange(100), sure, many).tolist() == [40]


def test_to_join_somebody_with_many_gains_more_than_to_join_two() -> None:
    """Summed over the faces it is what BCubed recall gains."""
    one, other = np.array([1, 1, 4, 0]), np.array([1, 18, 4, 0])
    recall = (one + other) - (one**2 + other**2) / np.maximum(one + other, 1)
    assert np.allclose(gain_of(one, other), recall)
