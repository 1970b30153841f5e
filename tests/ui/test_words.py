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
    assert words.photos(1) == "1 photo"
    assert words.photos(0) == "0 photos"
    assert words.faces(12_400) == "12,400 faces"
    assert (words.groups(1), words.questions(2)) == ("1 group", "2 questions")
    assert words.number(1_204) == "1,204"


@pytest.mark.parametrize(
    ("size", "said"), [(3, "3 bytes"), (1500, "1.5 kB"), (288e6, "288 MB"), (2.5e9, "2.5 GB")]
)
def test_sizes_are_short(size: float, said: str) -> None:
    assert words.size(size) == said


def test_what_is_folded_says_so_and_what_cannot_be_says_nothing() -> None:
    states = [words.fold_state(folded=folded) for folded in (True, False, None)]
    assert states == [["folded"], ["unfolded"], []]
