"""Dividing a person's faces along time."""

import numpy as np

from photoorg.library.portraits.appearances import appearances, divided, in_years


def test_moments_are_divided_where_nothing_was_seen_for_longest() -> None:
    years = np.array([2009.0, 2003.0, np.nan, 2004.5, 2008.0, 2015.0])
    assert appearances(years).tolist() == [1, 0, -1, 0, 1, 2]
    assert appearances(np.array([2003.0, 2005.9])).tolist() == [0, 0]
    assert appearances(np.full(3, np.nan)).tolist() == [-1, -1, -1]
    assert appearances(np.empty(0)).tolist() == []


def test_dates_in_years() -> None:
    assert in_years("2003") == 2003
    assert in_years("2003-07") == 2003.5
    assert 2003.53 < in_years("2003-07-14T10:00:00") < 2003.54
    assert np.isnan(in_years(""))
    assert np.isnan(in_years("when?"))


def test_faces_are_divided_in_the_order_of_time() -> None:
    dates = {1: "2015-06-01", 2: "2003-01-01T10:00:00", 3: None, 4: "2004-07"}
    one, other, nowhere = divided([1, 2, 3, 4, 2, 9], dates)
    assert (one.first, one.last, one.faces) == (2003.0, 2004.5, [1, 3, 4])
    assert (int(other.first), other.faces) == (2015, [0])
    assert np.isnan(nowhere.first)
    assert nowhere.faces == [2, 5]
    assert divided([], {}) == []
