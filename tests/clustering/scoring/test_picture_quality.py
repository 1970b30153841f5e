"""Quality told from embeddings, with groups of an album and without."""

import numpy as np
import pytest

from photoorg.clustering.engine import FaceSet, Labels, unit_rows
from photoorg.clustering.scoring.picture_quality import (
    FEWEST,
    LARGEST,
    direction_in_album,
    quality_of,
)
from photoorg.types import BoolArray, FloatArray
from tests.clustering.albums import people


def with_bad_pictures(sizes: list[int], noise: float = 0.8) -> tuple[FloatArray, Labels, BoolArray]:
    """Return an album, its people, and which third of the pictures was sent to one place."""
    embeddings, labels = people(sizes, noise=noise)
    rng = np.random.default_rng(5)
    bad = rng.random(len(embeddings)) < 1 / 3
    place = unit_rows(rng.standard_normal((1, embeddings.shape[1])).astype(np.float32))
    embeddings[bad] = 0.6 * embeddings[bad] + 0.7 * place
    return unit_rows(embeddings), labels, bad


def test_an_album_tells_which_pictures_are_bad() -> None:
    embeddings, labels, bad = with_bad_pictures([8, 6, 4, 3] * 30)
    direction = direction_in_album(FaceSet(embeddings), labels)
    assert direction is not None
    quality = quality_of(embeddings, direction)
    assert np.median(quality[bad]) < np.quantile(quality[~bad], 0.02)
    assert (np.abs(quality) <= LARGEST).all()


def test_faces_in_no_group_are_judged_by_the_others() -> None:
    embeddings, labels, bad = with_bad_pictures([8, 6, 4, 3] * 30)
    alone = labels % 3 == 0
    labels[alone] = labels.max() + 1 + np.arange(alone.sum())
    direction = direction_in_album(FaceSet(embeddings), labels)
    assert direction is not None
    quality = quality_of(embeddings[alone], direction)
    assert np.median(quality[bad[alone]]) < np.quantile(quality[~bad[alone]], 0.1)


@pytest.mark.parametrize("noise", [0.5, 0.8])
def test_good_pictures_count_the_same_for_every_recogniser(noise: float) -> None:
    embeddings, labels, bad = with_bad_pictures([8, 6, 4, 3] * 60, noise)
    direction = direction_in_album(FaceSet(embeddings), labels)
    assert direction is not None
    quality = quality_of(embeddings, direction)
    assert np.median(quality[~bad]) == pytest.approx(0.9, abs=0.15)
    assert np.median(quality[bad]) < 0.5
    # Where none is bad, all are good.
    clear, labels = people([8, 6, 4, 3] * 60, noise=noise)
    direction = direction_in_album(FaceSet(clear), labels)
    assert direction is not None
    assert np.quantile(quality_of(clear, direction), 0.05) > 0.6


@pytest.mark.parametrize("many", [[900], [900, 700, 500]])
def test_one_person_does_not_decide_what_is_good(many: list[int]) -> None:
    few = [8, 6, 4, 3] * 30
    embeddings, labels, bad = with_bad_pictures([*few, *many])
    direction = direction_in_album(FaceSet(embeddings), labels)
    assert direction is not None
    quality = quality_of(embeddings, direction)
    assert np.corrcoef(quality, bad)[0, 1] < -0.7
    often = labels >= len(few)
    assert abs(np.median(quality[often & ~bad]) - np.median(quality[~often & ~bad])) < 0.3


def test_a_family_of_few_people_tells_it_too() -> None:
    embeddings, labels, bad = with_bad_pictures([400, 300, 300, 200])
    direction = direction_in_album(FaceSet(embeddings), labels)
    assert direction is not None
    assert np.corrcoef(quality_of(embeddings, direction), bad)[0, 1] < -0.7


@pytest.mark.parametrize("sizes", [[1] * 400, [2] * 200, [FEWEST - 1], [3, 3], [2000]])
def test_an_album_with_few_faces_in_groups_tells_nothing(sizes: list[int]) -> None:
    embeddings, labels = people(sizes)
    assert direction_in_album(FaceSet(embeddings), labels) is None


def test_neither_the_order_of_the_rows_nor_the_names_of_the_groups_matter() -> None:
    embeddings, labels, _ = with_bad_pictures([8, 6, 4, 3] * 30)
    rng = np.random.default_rng(1)
    order, names = rng.permutation(len(labels)), rng.permutation(int(labels.max()) + 1)
    one = direction_in_album(FaceSet(embeddings), labels)
    shuffled = np.ascontiguousarray(embeddings[order])
    other = direction_in_album(FaceSet(shuffled), names[labels[order]])
    assert one is not None
    assert other is not None
    assert np.array_equal(one, other)


def test_quality_lies_along_the_direction() -> None:
    embeddings, _ = people([6, 5, 4, 3] * 5)
    direction = np.append(2 * embeddings[0], 0.5).astype(np.float32)
    quality = quality_of(embeddings, direction)
    assert quality[0] == pytest.approx(LARGEST)
    assert quality == pytest.approx(
        np.clip(2 * embeddings @ embeddings[0] - 0.5, -LARGEST, LARGEST), abs=1e-5
    )
