"""What is kept for faces that join later."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.array_files import ArrayFile
from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.ndde_tpdi import neighbor_cache as kept
from photoorg.clustering.ndde_tpdi.default import cosine_engine, default_engine
from photoorg.clustering.ndde_tpdi.incremental import attach
from photoorg.clustering.ndde_tpdi.neighbor_cache import recall, remember
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.scoring.relational import RelationalScorer
from tests.clustering.albums import people, same_groups

FIRST, ALL = 400, 460


@pytest.fixture(scope="module")
def album() -> tuple[FaceSet, FaceSet]:
    """Return an album, and the same with faces of people there and of others."""
    embeddings, _ = people([5] * 92, dimension=128)
    order = np.random.default_rng(2).permutation(ALL)
    embeddings = np.ascontiguousarray(embeddings[order])
    return FaceSet(embeddings[:FIRST]), FaceSet(embeddings)


@pytest.fixture(autouse=True)
def small_albums_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FEWEST", FIRST)


def alone(n: int) -> Labels:
    return np.full(n, -1)


def joined(before: Labels) -> Labels:
    return np.concatenate([before, alone(ALL - FIRST)])


ENGINES = [default_engine(), cosine_engine(), cosine_engine("mobilefacenet")]


@pytest.fixture
def search_only_once(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("all neighbours were searched")

    return lambda: monkeypatch.setattr("photoorg.clustering.ndde_tpdi.scored_neighbors.knn", never)


@pytest.mark.parametrize("engine", ENGINES)
def test_faces_join_without_searching_all_of_them_again(
    engine: Any,
    album: tuple[FaceSet, FaceSet],
    tmp_path: Path,
    search_only_once: Callable[[], None],
) -> None:
    first, more = album
    file = tmp_path / "library.neighbours"
    cache = ArrayFile(file)
    before = engine.group(first, alone(FIRST), cache=cache).labels
    assert same_groups(before, engine.fit_predict(first))
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    suited, _ = engine.suited(more)
    found = attach(first, before, suited.scorer, tau=suited.tau).neighbors
    wanted = attach(more, joined(before), suited.scorer, before=found, tau=suited.tau).labels
    search_only_once()
    after = engine.group(more, joined(before), cache=cache).labels
    assert np.array_equal(after[:FIRST], before)
    assert same_groups(after, wanted)
    # What was found of the new ones is kept for the next.
    assert same_groups(engine.group(more, after, cache=cache).labels, after)


@pytest.mark.parametrize("engine", ENGINES)
def test_all_faces_are_grouped_again_without_searching_them_again(
    engine: Any,
    album: tuple[FaceSet, FaceSet],
    tmp_path: Path,
    search_only_once: Callable[[], None],
) -> None:
    first, more = album
    file = tmp_path / "library.neighbours"
    cache = ArrayFile(file)
    before = engine.group(first, alone(FIRST), cache=cache).labels
    wanted = engine.fit_predict(more)
    search_only_once()
    assert np.array_equal(engine.group(first, alone(FIRST), cache=cache).labels, before)
    # Also after others joined: all pairs are judged as they would have been at once.
    engine.group(more, joined(before), cache=cache)
    assert same_groups(engine.group(more, alone(ALL), cache=cache).labels, wanted)
    written = file.stat().st_mtime_ns
    assert same_groups(engine.group(more, alone(ALL), cache=cache).labels, wanted)
    assert file.stat().st_mtime_ns == written


def test_neighbours_of_something_else_are_not_used(
    album: tuple[FaceSet, FaceSet], tmp_path: Path
) -> None:
    first, more = album
    file = tmp_path / "library.neighbours"
    cache = ArrayFile(file)
    curve = Platt(24.0, 0.4)
    assert recall(cache, first, curve) is None
    remember(cache, first, curve, attach(first, alone(FIRST), curve).neighbors)
    known = recall(cache, more, curve)
    assert known is not None
    assert len(known.graph) == FIRST
    assert known.scorer == curve
    # Of other faces, fewer faces, and another scorer.
    assert recall(cache, FaceSet(np.roll(more.embeddings, 1, axis=0)), curve) is None
    assert recall(cache, FaceSet(first.embeddings[:-1]), curve) is None
    assert recall(cache, more, Platt(24.0, 0.5)) is None
    assert recall(cache, more, AlbumCalibrated()) is None
    engine, _ = default_engine().suited(more)
    assert isinstance(engine.scorer, RelationalScorer)
    assert recall(cache, more, engine.scorer) is None


@pytest.mark.parametrize("damage", ["cut", "emptied", "other"])
def test_a_damaged_file_costs_time_only(
    damage: str, album: tuple[FaceSet, FaceSet], tmp_path: Path
) -> None:
    first, more = album
    file = tmp_path / "library.neighbours"
    cache = ArrayFile(file)
    engine = cosine_engine("mobilefacenet")
    before = engine.fit_predict(first)
    engine.group(first, before, cache=cache)
    whole = file.read_bytes()
    if damage == "other":
        np.savez(tmp_path / "other.npz", ids=np.zeros(3))
        (tmp_path / "other.npz").replace(file)
    else:
        file.write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"")
    after = engine.group(more, joined(before), cache=cache).labels
    assert same_groups(after, engine.add(more, joined(before)))
    assert recall(cache, more, engine.preferred(more).scorer) is not None


def test_where_nothing_can_be_kept_faces_join_all_the_same(
    album: tuple[FaceSet, FaceSet], tmp_path: Path
) -> None:
    first, more = album
    engine = cosine_engine("mobilefacenet")
    before = engine.fit_predict(first)
    nowhere = tmp_path / "no such folder" / "library.neighbours"
    assert same_groups(
        engine.group(more, joined(before), cache=ArrayFile(nowhere)).labels,
        engine.add(more, joined(before)),
    )


def test_of_few_faces_nothing_is_kept(album: tuple[FaceSet, FaceSet], tmp_path: Path) -> None:
    few = FaceSet(album[0].embeddings[: FIRST - 1])
    cosine_engine().group(few, cache=ArrayFile(tmp_path / "kept"))
    assert list(tmp_path.iterdir()) == []
