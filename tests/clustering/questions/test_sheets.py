"""Which questions stand on one sheet."""

import numpy as np

from photoorg.clustering.questions.sheets import SIZE, WORTH, sheet, worth


def test_sure_answers_settle_more_for_a_click() -> None:
    p = np.array([0.99, 0.5, 0.15], np.float32)
    value = worth(p, p)
    assert value[0] > 3 * value[1] > 3 * value[2]
    assert value[2] > WORTH
    assert worth(np.array([0.05], np.float32), np.array([0.05], np.float32))[0] < WORTH


def test_a_sheet_moves_nobody_twice() -> None:
    value = np.array([3.0, 5.0, 1.0, 4.0, 0.1], np.float32)
    about = np.array([7, 7, 8, 9, 10])
    assert sheet(about, value).tolist() == [1, 3, 2]
    assert sheet(about, value, size=2).tolist() == [1, 3]
    assert len(sheet(np.arange(100), np.ones(100, np.float32))) == SIZE
    assert len(sheet(about[:0], value[:0])) == 0
