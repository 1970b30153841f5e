"""What every engine promises, tried on all there are; and what raw arrays may look like."""

from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import (
    ClusterEngine,
    Constraints,
    FaceSet,
    GrowingEngine,
    face_set,
    unit_rows,
)
from photoorg.clustering.registry import ENGINES, load_engine
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.clustering.systems.dac import DeepAdaptive
from photoorg.errors import Cancelled, ContradictionError, DataError, UsageError
from photoorg.types import IntArray, Pixels
from tests.clustering.albums import answers, meeting, people, permuted, same_groups


def crops(rows: IntArray) -> list[Pixels]:
    return [np.full((112, 112, 3), 40 + 20 * (int(row) % 10), np.uint8) for row in rows]


def album(sizes: list[int], seed: int = 0) -> FaceSet:
    embeddings = people(sizes, seed, dimension=128)[0] if sizes else np.empty((0, 128))
    return face_set(embeddings, crops=crops)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> ClusterEngine:
    """Return every engine, as it works on the embeddings of a pack it was trained for."""
    if request.param.startswith("dac"):
        pytest.importorskip("torch", reason="learning needs the extra train")
        return DeepAdaptive(epochs=2, name=request.param, adaptive=request.param == "dac")
    return load_engine(request.param, "mobilefacenet")


def test_an_engine_knows_itself(engine: ClusterEngine, request: pytest.FixtureRequest) -> None:
    assert isinstance(engine, ClusterEngine)
    assert engine.name == request.node.callspec.params["engine"]
    assert engine.needs <= {"photo_ids", "quality", "boxes", "crops", "track_ids"}


def test_the_order_of_the_rows_does_not_matter(engine: ClusterEngine) -> None:
    faces = album([9, 8, 7, 6, 2, 1, 1])
    labels = engine.fit_predict(faces)
    assert labels.shape == (len(faces),)
    assert labels.dtype == np.int64
    assert labels.min() >= -1
    assert np.array_equal(engine.fit_predict(faces), labels)
    order = np.random.default_rng(3).permutation(len(faces))
    mixed = engine.fit_predict(in_order(faces, order))
    assert same_groups(mixed, labels[order])


def test_what_the_user_said_holds(engine: ClusterEngine) -> None:
    faces = album([8, 8, 8])
    faces = face_set(faces.embeddings, photo_ids=np.arange(24) // 2, crops=crops)
    names = np.full(24, -1, np.int32)
    names[[0, 9, 5]] = 2
    names[[3, 17]] = 7
    flags = np.zeros(24, bool)
    flags[20] = True
    pairs = np.array([[10, 14], [1, 6], [20, 0]], np.int32)
    constraints = Constraints(names, pairs, not_faces=flags)
    labels = engine.fit_predict(faces, constraints)
    assert labels[20] == -1
    labels = np.where(labels < 0, -1 - np.arange(24), labels)
    assert labels[0] == labels[9] == labels[5] != labels[3] == labels[17]
    rules = compile_rules(faces, constraints)
    rows = np.repeat(np.arange(24), np.diff(rules.starts))
    assert (labels[rows] != labels[rules.enemies]).all()


def test_contradictions_are_named(engine: ClusterEngine) -> None:
    sides = np.array([[5, 0, 2], [5, 1, 3]])
    constraints = Constraints(np.zeros(6, np.int32), np.array([[1, 4]]), different=sides)
    with pytest.raises(ContradictionError, match="1 and 4, 2 and 3"):
        engine.fit_predict(album([6]), constraints)


def said_of_sets(seed: int) -> tuple[FaceSet, Constraints]:
    """Return an album and all kinds of answers, some about half of its faces."""
    rng = np.random.default_rng(seed)
    sizes = [30, 20, 10, 5, 3, 1, 1]
    n, person = sum(sizes), np.repeat(np.arange(len(sizes)), sizes)
    faces = face_set(
        album(sizes, seed).embeddings,
        photo_ids=rng.integers(0, n, n),
        quality=rng.random(n),
        crops=crops,
    )
    names = np.full(n, -1)
    names[rng.choice(n, 12, replace=False)] = np.repeat([4, 0, 9], 4)
    pairs = rng.integers(0, n, (15, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    two = (names[pairs] < 0).any(axis=1) | (names[pairs[:, 0]] != names[pairs[:, 1]])
    halves = np.stack([np.full(n, 3), np.arange(n) % 2, np.arange(n)], axis=1)
    halves = halves[(names < 0) & (person == 0)]
    sets = answers(names, [35, 20, 10, 5, 3, 2, 1, 1, 0], seed, first=10)
    different = np.concatenate([halves, sets])
    return faces, Constraints(names, pairs[two], rng.random(n) < 0.05, different=different)


def test_the_sides_of_an_answer_never_meet(engine: ClusterEngine) -> None:
    faces, constraints = said_of_sets(0)
    labels = engine.fit_predict(faces, constraints)
    assert meeting(labels, constraints.different) == []
    assert (labels[constraints.not_faces] == -1).all()
    own = np.where(labels < 0, -1 - np.arange(len(faces)), labels)
    rules = compile_rules(faces, constraints)
    for name in (0, 4, 9):
        assert len(np.unique(own[rules.names == name])) == 1
    rows = np.repeat(np.arange(len(faces)), np.diff(rules.starts))
    assert (own[rows] != own[rules.enemies]).all()
    order = np.random.default_rng(1).permutation(len(faces))
    mixed = engine.fit_predict(in_order(faces, order), permuted(constraints, order))
    assert same_groups(mixed, labels[order])
    if isinstance(engine, GrowingEngine):
        anew = engine.add(faces, np.full(len(faces), -1), constraints)
        assert same_groups(anew, labels)
        for groups in (1, 5, 40, len(faces)):
            settled = np.arange(len(faces)) % groups
            settled[::3] = -1
            assert meeting(engine.add(faces, settled, constraints), constraints.different) == []


@pytest.mark.parametrize("sizes", [[], [1], [2], [1, 1], [3]])
def test_few_faces(engine: ClusterEngine, sizes: list[int]) -> None:
    assert engine.fit_predict(album(sizes)).shape == (sum(sizes),)


def test_faces_that_are_all_the_same(engine: ClusterEngine) -> None:
    embeddings = np.repeat(people([1], dimension=128)[0], 12, axis=0)
    labels = engine.fit_predict(face_set(embeddings, crops=crops))
    assert labels.shape == (12,)
    if engine.name.startswith("ndde"):
        assert not labels.any()


def test_an_unknown_engine_and_the_ones_there_are() -> None:
    with pytest.raises(UsageError, match="ndde-tpdi"):
        load_engine("magic")


@pytest.mark.parametrize("name", ["ndde-tpdi", "ndde-tpdi-map"])
def test_grouping_can_be_cancelled(name: str) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_engine(name).fit_predict(album([5] * 20), progress=cancel)


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64, np.int32, ">f4"])
def test_rows_of_any_real_type_become_unit_float32(kind: Any) -> None:
    raw = (np.arange(1, 13).reshape(3, 4) * 3).astype(kind)
    unit = unit_rows(raw)
    assert unit.dtype == np.float32
    assert unit.flags.c_contiguous
    assert np.linalg.norm(unit, axis=1) == pytest.approx(1)
    assert raw[0, 0] == 3


def test_rows_of_extreme_length_are_no_problem() -> None:
    rows = np.array([[1e-40, 1e-40], [1e38, -1e38]], np.float32)
    assert unit_rows(rows) == pytest.approx(np.array([[1, 1], [1, -1]]) / np.sqrt(2), abs=1e-3)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (np.nan, "row 9001 is not finite"),
        (np.inf, "row 9001 is not finite"),
        (0.0, "row 9001 is zero"),
    ],
)
def test_a_bad_row_is_named(bad: float, message: str) -> None:
    rows = np.ones((9003, 4))
    rows[9001:] = bad
    with pytest.raises(DataError, match=message):
        unit_rows(rows)


@pytest.mark.parametrize(
    "wrong",
    [
        np.ones(5),
        np.ones((2, 3, 4)),
        np.ones((3, 0)),
        np.array([["a", "b"]]),
        np.ones((2, 2), complex),
        np.ones((2, 2), bool),
        [[1, 2], [3]],
        None,
        "embeddings",
    ],
)
def test_what_is_no_table_of_numbers(wrong: Any) -> None:
    with pytest.raises(DataError):
        unit_rows(wrong)


@pytest.mark.parametrize("none", [[], np.empty((0, 512)), np.empty((0, 0), np.float16)])
def test_no_faces_at_all(none: Any) -> None:
    assert len(face_set(none)) == 0


@pytest.mark.parametrize(
    "columns",
    [
        {"photo_ids": [1, 2]},
        {"photo_ids": [0.5, 1.0, 2.0]},
        {"photo_ids": ["a", "b", "c"]},
        {"quality": [[0.1], [0.2], [0.3]]},
        {"quality": [0.1, np.nan, 0.3]},
        {"boxes": np.ones((3, 3))},
        {"track_ids": np.ones(4, int)},
    ],
)
def test_columns_that_do_not_fit(columns: dict[str, Any]) -> None:
    with pytest.raises(DataError, match=next(iter(columns))):
        face_set(people([3])[0], **columns)


def test_columns_get_their_types() -> None:
    faces = face_set(people([2])[0], photo_ids=[1, 1], quality=[0, 1], boxes=np.ones((2, 4), int))
    assert faces.photo_ids is not None
    assert faces.quality is not None
    assert faces.boxes is not None
    kinds = [str(column.dtype) for column in (faces.photo_ids, faces.quality, faces.boxes)]
    assert kinds == ["int64", "float32", "float32"]
