"""Words of a search in other languages."""

import doctest
import itertools

from photoorg.library.finding import said_words


def test_the_examples_of_its_functions_hold() -> None:
    assert doctest.testmod(said_words).failed == 0


def test_no_word_means_two_things() -> None:
    groups = [*said_words._MEANINGS.values(), *said_words._MONTHS]
    words = list(itertools.chain.from_iterable(group.split() for group in groups))
    assert len(words) == len(set(words))
