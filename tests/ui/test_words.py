"""Numbers and durations as people say them."""

import pytest

from photoorg.ui import words


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (2, "a few seconds"),
        (23, "25 s"),
        (59, "60 s"),
        (430, "7 min"),
        (3599, "1 h 00 min"),
        (7500, "2 h 05 min"),
    ],
)
def test_time_left_is_as_rough_as_it_is_known(seconds: float, said: str) -> None:
    assert words.time_left(seconds) == said


def test_counts_have_separators_and_the_right_number() -> None:
    assert words.count(1, "photo") == "1 photo"
    assert words.count(0, "photo") == "0 photos"
    assert words.count(12_400, "person", "people") == "12,400 people"
    assert words.number(1_204) == "1,204"


@pytest.mark.parametrize(
    ("size", "said"), [(3, "3 bytes"), (1500, "1.5 kB"), (288e6, "288 MB"), (2.5e9, "2.5 GB")]
)
def test_sizes_are_short(size: float, said: str) -> None:
    assert words.size(size) == said


def test_one_of_something_is_said_without_a_figure() -> None:
    assert words.some(1, "group") == "a group"
    assert words.some(1, "answer") == "an answer"
    assert words.some(1_200, "copy", "copies") == "1,200 copies"
    assert words.sentence("a face of Anna") == "A face of Anna"
    assert words.sentence("") == ""
