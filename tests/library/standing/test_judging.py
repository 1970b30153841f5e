"""What groups of faces are, and which face shows each."""

from dataclasses import replace

import numpy as np
import pytest

from photoorg.library import Standing
from photoorg.library.standing.judging import GroupedFaces, judge

FAR = (5, 5, 20, 20)
NEAR = (200, 100, 100, 100)


def faces(people: list[int], **more: object) -> GroupedFaces:
    """Return clear faces in photos of their own, all alike but for what is told."""
    count = len(people)
    made = GroupedFaces(
        people=np.array(people),
        photos=np.arange(count),
        days=np.arange(count),
        boxes=np.tile(np.array(NEAR, np.float32), (count, 1)),
        sizes=np.tile(np.array([640, 480], np.float32), (count, 1)),
        trust=np.full(count, 0.99, np.float32),
        quality=np.full(count, 0.8, np.float32),
        said=np.zeros(count, np.int64),
        embeddings=np.ones((count, 4), np.float16),
    )
    given = {name: np.asarray(value, getattr(made, name).dtype) for name, value in more.items()}
    return replace(made, **given)


def standing(group: GroupedFaces) -> Standing:
    (found,) = judge(group).standings
    return found


def test_a_group_is_what_most_of_its_faces_are() -> None:
    assert standing(faces([1, 1, 1], trust=[0.1, 0.2, 0.9])) is Standing.DOUBTFUL
    assert standing(faces([1, 1, 1], trust=[0.3, 0.99, 0.9])) is Standing.PERSON


def test_one_that_is_alone_is_doubtful_only_if_it_is_hardly_a_face() -> None:
    assert standing(faces([1], trust=[0.2])) is Standing.PERSON
    assert standing(faces([1], trust=[0.01])) is Standing.DOUBTFUL


def test_whom_a_human_spoke_of_is_a_person() -> None:
    assert standing(faces([1, 1], trust=[0.0, 0.0], said=[0, 1])) is Standing.PERSON


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Standing.STRANGER),
        ({"quality": [0.8, 0.4, 0.8, 0.1]}, Standing.PERSON),
        ({"days": [8, 8, 8, 9]}, Standing.PERSON),
        ({"boxes": [NEAR, FAR, NEAR, NEAR]}, Standing.PERSON),
        ({"photos": [0, 0, 1, 2]}, Standing.PERSON),
        ({"said": [0, 0, 0, 1]}, Standing.PERSON),
    ],
)
def test_strangers_are_blurred_small_beside_others_and_of_one_day(
    change: dict[str, object], expected: Standing
) -> None:
    told: dict[str, object] = {
        "photos": [0, 0, 1, 1],
        "days": [8, 8, 8, 8],
        "boxes": [NEAR, FAR, NEAR, FAR],
        "quality": [0.8, 0.2, 0.8, 0.1],
    }
    judged = judge(faces([1, 2, 1, 2], **(told | change)))
    assert judged.people.tolist() == [1, 2]
    assert judged.standings == [Standing.PERSON, expected]


def cover(group: GroupedFaces) -> int:
    return int(judge(group).covers[0])


def test_the_cover_is_sharp_and_typical() -> None:
    assert cover(faces([1, 1, 1], quality=[0.5, 0.9, 0.7])) == 1
    other = np.array([[1, 1, 1, 1], [1, -1, 1, 0.2], [1, 1, 1, 0.9]])
    assert cover(faces([1, 1, 1], quality=[0.5, 0.9, 0.7], embeddings=other)) == 2


def test_the_cover_is_whole_and_alone_in_its_tile() -> None:
    edge = (0, 0, 100, 100)
    assert cover(faces([1, 1], quality=[0.9, 0.7], boxes=[edge, NEAR])) == 1
    beside = (290, 100, 100, 100)
    crowded = faces(
        [1, 1, 2], quality=[0.9, 0.7, 0.9], photos=[0, 1, 0], boxes=[NEAR, NEAR, beside]
    )
    assert cover(crowded) == 1
    assert cover(replace(crowded, photos=np.array([0, 1, 2]))) == 0


def test_a_face_that_a_human_put_there_goes_before_better_ones() -> None:
    assert cover(faces([1, 1, 1], quality=[0.9, 0.6, 0.7], said=[0, 2, 1])) == 1


def test_many_groups_are_judged_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(3)
    many = faces(
        dice.integers(1, 40, 300).tolist(),
        photos=dice.integers(0, 90, 300),
        quality=dice.uniform(size=300),
        trust=dice.uniform(size=300),
        boxes=np.concatenate(
            [dice.uniform(0, 400, (300, 2)), dice.uniform(10, 90, (300, 2))], axis=1
        ),
        embeddings=dice.normal(size=(300, 4)),
    )
    whole = judge(many)
    monkeypatch.setattr("photoorg.library.standing.judging._ROWS", 1)
    piece = judge(many)
    assert whole.covers.tolist() == piece.covers.tolist()
    assert whole.standings == piece.standings
    nobody = judge(faces([]))
    assert len(nobody.people) == len(nobody.covers) == 0
