"""What the user said holds in every grouping, or the contradiction is named."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.rules.constraints import compile_rules, enforce
from photoorg.clustering.rules.groups import Groups, join
from photoorg.errors import ContradictionError, DataError
from tests.clustering.albums import answers, meeting, people, permuted, same_groups


def alone_apart(labels: Labels) -> Labels:
    return np.where(labels < 0, -1 - np.arange(len(labels)), labels)


def broken(labels: Labels, faces: FaceSet, constraints: Constraints) -> list[str]:
    """Return the rules a grouping breaks, by plain comparison of all pairs."""
    own, faults = alone_apart(labels), []
    for i in range(len(faces)):
        for j in range(i):
            together = own[i] == own[j]
            if constraints.must_link is not None:
                one, other = constraints.must_link[i], constraints.must_link[j]
                if one >= 0 and other >= 0 and (one == other) != together:
                    faults.append(f"names of {i} and {j}")
    faults += [f"{i} with {j}" for i, j in constraints.cannot_link.tolist() if own[i] == own[j]]
    return faults + [f"sides of {answer}" for answer in meeting(labels, constraints.different)]


@st.composite
def said(draw: Any) -> tuple[FaceSet, Labels, Constraints]:
    n = draw(st.integers(1, 18))
    embeddings = people([n], draw(st.integers(0, 5)), dimension=8, noise=1.0)[0]
    rows = st.integers(0, n - 1)
    names = np.array(draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n)), np.int32)
    pairs = [
        (i, j)
        for i, j in draw(st.lists(st.tuples(rows, rows), max_size=12))
        if i != j and (names[i] < 0 or names[i] != names[j])
    ]
    labels = np.array(draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n)), np.int64)
    photos = np.array(draw(st.lists(st.integers(0, 9), min_size=n, max_size=n)), np.int64)
    return (
        FaceSet(embeddings, photo_ids=photos),
        labels,
        Constraints(
            names,
            np.array(pairs, np.int32).reshape(-1, 2),
            different=answers(names, draw(st.lists(st.integers(0, 9), max_size=4)), len(pairs)),
        ),
    )


@given(said())
def test_any_grouping_is_made_to_satisfy_all(case: tuple[FaceSet, Labels, Constraints]) -> None:
    faces, labels, constraints = case
    kept = enforce(labels, faces, constraints)
    assert broken(kept, faces, constraints) == []
    rules = compile_rules(faces, constraints)
    own = alone_apart(kept)
    rows = np.repeat(np.arange(len(faces)), np.diff(rules.starts))
    assert (own[rows] != own[rules.enemies]).all()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1), st.integers(0, 9)), max_size=9))
def test_only_contradictions_are_refused(rows: list[tuple[int, int, int]]) -> None:
    faces, names = FaceSet(people([10])[0]), np.array([0, 0, 1, 1, 2, -1, -1, -1, -1, -1])
    absent = np.arange(10) > 7
    person = {face: names[face] if names[face] >= 0 else 10 + face for face in range(8)}
    there = [(answer, side, person[face]) for answer, side, face in rows if face in person]
    constraints = Constraints(names, not_faces=absent, different=np.array(rows, int).reshape(-1, 3))
    if any((answer, 1 - side, who) in there for answer, side, who in there):
        with pytest.raises(ContradictionError):
            compile_rules(faces, constraints)
    else:
        assert broken(enforce(np.zeros(10, np.int64), faces, constraints), faces, constraints) == []


def test_the_faces_of_one_side_may_stay_together() -> None:
    embeddings, labels = people([6, 7, 5])
    different = np.stack([np.zeros(18, np.int64), labels > 0, np.arange(18)], axis=1)
    kept = enforce(np.zeros(18, np.int64), FaceSet(embeddings), Constraints(different=different))
    assert same_groups(kept, (labels > 0).astype(np.int64))


def test_an_answer_about_nobody_forbids_nothing() -> None:
    faces = FaceSet(people([4])[0])
    different = np.array([[2, 0, 0], [2, 0, 1], [9, 0, 2], [9, 1, 3], [0, 1, 1]])
    flags = np.array([False, False, False, True])
    constraints = Constraints(not_faces=flags, different=different)
    rules = compile_rules(faces, constraints)
    assert rules.free
    assert len(rules.sides) == 0
    assert enforce(np.zeros(4, np.int64), faces, constraints).tolist() == [0, 0, 0, -1]


def test_sets_far_too_large_for_pairs() -> None:
    embeddings, labels = people([3000, 2500, 800], dimension=16)
    mixed = np.random.default_rng(0).permutation(len(labels))
    faces, labels = FaceSet(embeddings[mixed]), labels[mixed]
    both = np.flatnonzero(labels < 2)
    rows = np.stack([np.full(len(both), 5), labels[both], both], axis=1)
    names = np.where(np.arange(len(labels)) % 100 == 0, labels, -1)
    constraints = Constraints(names, different=np.concatenate([rows, answers(names, [3000], 1)]))
    kept = enforce(np.zeros(len(labels), np.int64), faces, constraints)
    assert meeting(kept, constraints.different) == []
    for person in range(3):
        assert len(np.unique(kept[names == person])) == 1


def test_groups_without_a_rule_stay() -> None:
    faces = FaceSet(people([3, 3, 3])[0])
    labels = np.array([0, 0, 1, 1, -1, 2, 2, 0, -1])
    assert same_groups(enforce(labels, faces, None), labels)


def test_names_bring_groups_together() -> None:
    faces = FaceSet(people([3, 3])[0])
    names = np.array([4, -1, -1, 4, -1, -1])
    assert len(set(enforce(np.array([0, 0, 0, 1, 1, 1]), faces, Constraints(names)))) == 1


def test_a_group_parts_at_its_weakest_link() -> None:
    embeddings, labels = people([6, 6])
    one_group = np.zeros(12, np.int64)
    kept = enforce(one_group, FaceSet(embeddings), Constraints(cannot_link=np.array([[0, 11]])))
    assert same_groups(kept, labels)


def test_what_is_no_face_is_in_no_group() -> None:
    embeddings, _ = people([4])
    flags = np.array([False, True, False, False])
    constraints = Constraints(np.array([0, 0, 0, -1]), np.array([[1, 2]]), not_faces=flags)
    kept = enforce(np.zeros(4, np.int64), FaceSet(embeddings), constraints)
    assert kept.tolist() == [0, -1, 0, 0]


def test_one_photo_shows_a_person_once() -> None:
    embeddings, _ = people([4], noise=0.8)
    faces = FaceSet(embeddings, photo_ids=np.array([7, 7, 8, 9]))
    kept = enforce(np.zeros(4, np.int64), faces, None)
    assert kept[0] != kept[1]
    free = enforce(np.zeros(4, np.int64), faces, Constraints(same_photo=False))
    assert free.tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("boxes", "together"),
    [
        ([[0, 0, 50, 50], [200, 0, 50, 50]], True),  # a mirror
        ([[0, 0, 50, 50], [20, 0, 50, 50]], False),  # two people cheek to cheek
        (None, True),
    ],
)
def test_one_picture_seen_twice_may_be_one_person(boxes: Any, together: bool) -> None:
    embeddings = np.repeat(people([1])[0], 2, axis=0)
    faces = FaceSet(
        embeddings,
        photo_ids=np.zeros(2, np.int64),
        boxes=None if boxes is None else np.array(boxes, np.float32),
    )
    kept = enforce(np.zeros(2, np.int64), faces, None)
    assert (kept[0] == kept[1]) == together


def test_the_user_knows_better_than_the_photo() -> None:
    embeddings, _ = people([2, 1])
    faces = FaceSet(embeddings, photo_ids=np.zeros(3, np.int64))
    kept = enforce(np.array([0, 1, 2]), faces, Constraints(np.array([5, 5, -1])))
    assert kept.tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("names", "pairs"),
    [([0, 0, -1], [[0, 1]]), ([-1, -1, -1], [[2, 2]]), ([3, 1, 3], [[1, 0], [2, 0]])],
)
def test_contradictions_name_the_faces(names: list[int], pairs: list[list[int]]) -> None:
    faces = FaceSet(people([3])[0])
    with pytest.raises(ContradictionError, match=f"{pairs[-1][0]} and {pairs[-1][1]}"):
        compile_rules(faces, Constraints(np.array(names), np.array(pairs)))


@pytest.mark.parametrize(
    ("different", "faces"),
    [
        ([[4, 0, 1], [4, 1, 1]], "1 and 1"),
        ([[4, 0, 3], [4, 1, 0], [4, 0, 2]], "2 and 0"),
        ([[9, 1, 2], [3, 0, 2], [9, 0, 0], [3, 1, 3]], "0 and 2"),
    ],
)
def test_contradictions_of_sides_name_the_faces(different: list[list[int]], faces: str) -> None:
    names = np.array([7, -1, 7, -1])
    with pytest.raises(ContradictionError, match=f"Faces {faces} are"):
        compile_rules(FaceSet(people([4])[0]), Constraints(names, different=np.array(different)))


def test_many_contradictions_are_counted() -> None:
    faces = FaceSet(people([9])[0])
    pairs = np.array([[0, i] for i in range(1, 9)])
    with pytest.raises(ContradictionError, match="and 3 more pairs"):
        compile_rules(faces, Constraints(np.zeros(9, np.int64), pairs))


@pytest.mark.parametrize(
    "constraints",
    [
        Constraints(must_link=np.array([0, 1])),
        Constraints(must_link=np.array([0.5, 1.0, 2.0])),
        Constraints(cannot_link=np.array([[0, 3]])),
        Constraints(cannot_link=np.array([[0, -1]])),
        Constraints(cannot_link=np.array([0, 1])),
        Constraints(not_faces=np.array([1, 0, 0])),
        Constraints(different=np.array([[0, 0, 3]])),
        Constraints(different=np.array([[0, 0, -1]])),
        Constraints(different=np.array([[0, 2, 1]])),
        Constraints(different=np.array([[0, -1, 1]])),
        Constraints(different=np.array([[-1, 0, 1]])),
        Constraints(different=np.array([[0, 1]])),
        Constraints(different=np.array([0, 1, 2])),
        Constraints(different=np.array([[0.0, 1.0, 2.0]])),
        Constraints(different=np.array([[2**63, 0, 0]], np.uint64)),
    ],
)
def test_constraints_that_do_not_fit(constraints: Constraints) -> None:
    with pytest.raises(DataError):
        compile_rules(FaceSet(people([3])[0]), constraints)


def test_photos_cannot_hold_a_whole_album() -> None:
    n = 12_000
    faces = FaceSet(np.ones((n, 1), np.float32), photo_ids=np.zeros(n, np.int64))
    with pytest.raises(DataError, match="12000 faces"):
        compile_rules(faces)


def poor_bridge(good: int) -> tuple[FaceSet, Labels]:
    """Return two people with so many good faces each, and a poor one between them."""
    quality = np.full(2 * good + 1, 0.9, np.float32)
    quality[-1] = 0.1
    edges = [[0, i] for i in range(1, good)] + [[good, good + i] for i in range(1, good)]
    edges += [[2 * good, 0], [2 * good, good]]
    return FaceSet(people([2 * good + 1])[0], quality=quality), np.array(edges)


def test_a_poor_face_attaches_but_joins_no_two_people() -> None:
    faces, edges = poor_bridge(4)
    labels, refused = join(edges, compile_rules(faces))
    assert labels.tolist() == [0] * 4 + [1] * 4 + [0]
    assert refused.tolist() == [False] * 7 + [True]


def test_poor_faces_may_make_up_a_group() -> None:
    faces, edges = poor_bridge(2)
    assert not join(edges, compile_rules(faces))[1].any()


def test_a_named_face_is_never_poor() -> None:
    faces, edges = poor_bridge(4)
    names = np.full(9, -1)
    names[8] = 0
    assert not join(edges, compile_rules(faces, Constraints(names)))[1].any()


def test_edges_go_in_turn_and_groups_are_led_by_one_face() -> None:
    faces = FaceSet(people([4])[0])
    rules = compile_rules(faces, Constraints(cannot_link=np.array([[0, 3]])))
    groups = Groups.start(rules)
    refused = groups.join(np.array([[0, 1], [2, 3], [1, 2], [1, 0]]))
    assert refused.tolist() == [False, False, True, False]
    leaders = groups.leaders()
    assert leaders[0] == leaders[1] != leaders[2] == leaders[3]


def test_rules_in_another_order_are_the_same_rules() -> None:
    embeddings = people([5])[0]
    different = np.array([[8, 0, 0], [8, 1, 4], [8, 1, 3], [2, 0, 4], [2, 1, 1]])
    constraints = Constraints(
        np.array([0, -1, 0, 1, -1]), np.array([[1, 4], [3, 4]]), different=different
    )
    rules = compile_rules(FaceSet(embeddings), constraints)
    order = np.array([3, 1, 4, 0, 2])
    mixed = rules.reordered(order)
    anew = compile_rules(FaceSet(embeddings[order]), permuted(constraints, order))
    assert mixed.sides.tolist() == anew.sides.tolist() == [3, 1, 0, 3, 2]
    assert mixed.side_starts.tolist() == anew.side_starts.tolist() == [0, 1, 2, 4, 5, 5]
    assert mixed.names.tolist() == rules.names[order].tolist()
    for place, row in enumerate(order):
        enemies = order[mixed.enemies[mixed.starts[place] : mixed.starts[place + 1]]]
        assert set(enemies) == set(rules.enemies[rules.starts[row] : rules.starts[row + 1]])
