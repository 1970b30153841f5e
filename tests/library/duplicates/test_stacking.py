"""Pairs become stacks, and what was taken at one time becomes a burst."""

import numpy as np

from photoorg.library.duplicates.stacking import (
    Stacks,
    Taken,
    best_first,
    bursts,
    merits_in_burst,
    merits_of_one_picture,
    soon_after_each_other,
    split,
)
from photoorg.library.duplicates.values import Why, Worth

VIEW = np.arange(256, dtype=np.uint8).reshape(16, 16) % np.uint8(37)
OTHER_VIEW = np.arange(256, dtype=np.uint8).reshape(16, 16)[::-1]


def taken(*seconds: int, **more: object) -> list[Taken]:
    told = {"camera": None, "people": ()} | more
    return [
        Taken(n, f"2019-07-01T12:{second // 60:02}:{second % 60:02}", **told)  # type: ignore[arg-type]
        for n, second in enumerate(seconds)
    ]


def found(photos: list[Taken], near: list[list[int]] | None = None) -> list[list[int]]:
    return bursts(photos, {photo.photo_id: VIEW for photo in photos}, near or [])


def test_photos_hang_together_by_way_of_others() -> None:
    stacks = Stacks([(5, 6), (1, 9), (9, 4)])
    stacks.join(2, 4)
    assert stacks.groups() == [[1, 2, 4, 9], [5, 6]]
    assert stacks.together(1, 2)
    assert not stacks.together(1, 5)
    assert not stacks.together(7, 8)


def test_photos_that_are_apart_are_in_two_stacks() -> None:
    apart = {(1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1), (2, 4), (4, 2)}
    assert split([[1, 2, 3, 4], [7, 8]], lambda one, other: (one, other) in apart) == [
        [1, 2],
        [3, 4],
        [7, 8],
    ]
    assert split([[1, 3]], lambda one, other: (one, other) in apart) == []


def test_a_burst_goes_on_while_pauses_are_short() -> None:
    assert found(taken(0, 2, 5, 5, 60, 62, 100)) == [[0, 1, 2, 3], [4, 5]]


def test_a_burst_shows_one_view_by_one_camera() -> None:
    photos = taken(0, 1, 2, 3)
    views = {0: VIEW, 1: VIEW, 2: OTHER_VIEW, 3: OTHER_VIEW}
    assert bursts(photos, views, []) == [[0, 1], [2, 3]]
    assert bursts(photos, {0: VIEW, 2: VIEW}, []) == []
    blank = {n: np.zeros((16, 16), np.uint8) for n in range(4)}
    assert bursts(photos, blank, []) == []
    one, other = taken(0, camera="one"), taken(0, 1, camera="other")
    assert found([*one, *other[1:]]) == []


def test_pictures_of_two_people_are_no_burst() -> None:
    anna, ben = taken(0, people={1}), taken(0, 1, people={2})
    assert found([*anna, *ben[1:]]) == []
    both = taken(0, 1, people={1, 2})
    assert found([*anna, *both[1:]]) == [[0, 1]]


def test_versions_of_one_picture_are_no_burst() -> None:
    assert found(taken(0, 1, 1), near=[[0, 1, 2]]) == []
    assert found(taken(0, 1, 1), near=[[1, 2]]) == [[0, 1, 2]]


def test_times_that_are_none_are_passed_over() -> None:
    photos = [Taken(n, "2019-19-99T99:00:00", None, ()) for n in range(2)]
    assert found(photos) == []


def test_the_best_version_has_lost_the_least() -> None:
    versions = [Worth(100, 9, 0.9, 0.9, 0), Worth(400, 3, 0.5, 0.8, 0), Worth(400, 5, 0.5, 0.7, 0)]
    told = {n: merits_of_one_picture(worth) for n, worth in enumerate(versions)}
    assert best_first(told) == ([2, 1, 0], Why.FULLEST)
    assert best_first({n: told[n] for n in (0, 1)}) == ([1, 0], Why.LARGEST)


def test_the_best_of_a_burst_has_the_best_faces_then_is_the_sharpest() -> None:
    pictures = [Worth(400, 9, 0.5, 0.9, 0), Worth(400, 3, 0.8, 0.2, 0), Worth(400, 5, 0.8, 0.3, 0)]
    told = {n: merits_in_burst(worth) for n, worth in enumerate(pictures)}
    assert best_first(told) == ([2, 1, 0], Why.SHARPEST)
    assert best_first({n: told[n] for n in (0, 1)}) == ([1, 0], Why.FACES)


def test_the_best_of_a_burst_is_one_in_which_nobody_blinks() -> None:
    pictures = [Worth(400, 9, 0.9, 0.9, 1), Worth(400, 3, 0.5, 0.2, 0), Worth(400, 5, 0.9, 0.3, 2)]
    told = {n: merits_in_burst(worth) for n, worth in enumerate(pictures)}
    assert best_first(told) == ([1, 0, 2], Why.EYES)
    told = {n: merits_of_one_picture(worth) for n, worth in enumerate(pictures)}
    assert best_first(told) == ([1, 0, 2], Why.EYES)


def test_of_pictures_that_are_alike_nothing_tells_why() -> None:
    told = merits_in_burst(Worth(400, 9, 0.5, 0.9, 0))
    assert best_first({1: told, 2: told}) == ([1, 2], None)


def test_only_what_was_taken_soon_after_another_may_be_a_burst() -> None:
    moments = [
        *((5, "b", 12.0), (1, "a", 10.0), (2, "a", 12.9), (3, "a", 20.0), (4, "b", 10.0)),
        *((6, "b", 12.0), (7, "a", 30.0)),
    ]
    assert soon_after_each_other(moments) == [4, 5, 6, 1, 2]
    assert soon_after_each_other(moments[3:4]) == soon_after_each_other([]) == []
