"""One order for all permutations of the rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.rules.canonical import canonical_order, inverse, numbered
from tests.clustering.albums import people


@given(st.permutations(range(30)))
def test_every_permutation_has_the_same_order(rows: list[int]) -> None:
    embeddings = people([10, 10, 10])[0]
    embeddings[5] = embeddings[6]
    photos = np.arange(30)
    straight = canonical_order(FaceSet(embeddings, photo_ids=photos))
    mixed = canonical_order(FaceSet(embeddings[rows], photo_ids=photos[rows]))
    assert np.array_equal(np.array(rows)[mixed], straight)


def test_the_inverse_says_where_a_row_stands() -> None:
    order = np.array([2, 0, 3, 1])
    assert inverse(order).tolist() == [1, 3, 0, 2]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([7, 7, 2, 7, 2], [0, 0, 1, 0, 1]),
        ([-1, 5, -1, 0], [-1, 0, -1, 1]),
        ([-1, -1], [-1, -1]),
        ([], []),
    ],
)
def test_labels_are_numbered_by_the_first_row(labels: list[int], expected: list[int]) -> None:
    assert numbered(np.array(labels, np.int64)).tolist() == expected
