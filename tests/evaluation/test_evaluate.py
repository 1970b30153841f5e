"""Rows of files and engines: what is measured, and that a failure costs its own row only."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.registry import load_engine
from photoorg.errors import DataError, UsageError
from photoorg.evaluation import evaluate as evaluation
from photoorg.evaluation.evaluate import evaluate
from photoorg.evaluation.metrics import score
from photoorg.evaluation.rows import Row

Saved: TypeAlias = Callable[..., Path]

rng = np.random.default_rng(3)
LABELS = np.repeat(np.arange(30), 10)
EMBEDDINGS = rng.normal(size=(30, 64))[LABELS] + 0.5 * rng.normal(size=(300, 64))


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Return a function that writes arrays over those of a good album and returns the file."""

    def save(name: str, **changes: Any) -> Path:
        arrays: dict[str, Any] = {"embeddings": EMBEDDINGS, "labels": LABELS, **changes}
        file = tmp_path / f"{name}.npz"
        np.savez(file, **{key: value for key, value in arrays.items() if value is not None})
        return file

    return save


def measure(path: Path, engine: str) -> Row:
    (row,) = evaluation.measure(path, engine, full=False)
    return row


def test_a_row_holds_every_metric_seconds_and_memory(saved: Saved) -> None:
    row = measure(saved("album"), "ndde-tpdi")
    labels = load_engine("ndde-tpdi").fit_predict(face_set(EMBEDDINGS))
    assert row.scores == score(LABELS, labels)
    assert row.scores is not None
    assert None not in asdict(row.scores).values()
    assert row.scores.bcubed_f > 0.9
    assert (row.file, row.engine, row.setting, row.note) == ("album", "ndde-tpdi", "default", "")
    assert row.seconds is not None
    assert row.seconds > 0


def test_photos_and_quality_reach_the_engine(saved: Saved) -> None:
    # A photo holds nobody twice: faces of one person in one photo must be kept apart.
    bare = measure(saved("bare"), "ndde-tpdi").scores
    photos = np.zeros(300, int)
    both = measure(saved("both", photo_ids=photos, quality=np.ones(300)), "ndde-tpdi").scores
    assert bare is not None
    assert both is not None
    assert both.clusters > bare.clusters


def test_published_rules_do_not_know_photos(saved: Saved) -> None:
    bare = measure(saved("bare"), "average-linkage")
    photos = measure(saved("photos", photo_ids=np.zeros(300, int)), "average-linkage")
    assert bare.scores == photos.scores
    assert bare.parameter != ""


def test_who_forms_no_groups_says_so(saved: Saved) -> None:
    row = measure(saved("album"), "facenet-knn")
    assert row.note == "formed no groups"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"labels": None}, "lacks the array labels"),
        ({"embeddings": None}, "lacks the array embeddings"),
        ({"labels": LABELS[:-1]}, "300 embeddings, but labels of"),
        ({"labels": np.zeros(300, int)}, "fewer than two identities"),
        ({"labels": np.arange(300)}, "no identity with two faces"),
        ({"embeddings": np.full((300, 64), np.nan)}, "row 0 is not finite"),
        ({"embeddings": np.empty((0, 64)), "labels": np.empty(0, int)}, "fewer than two"),
        ({"quality": np.ones(7)}, "quality must have the shape"),
        ({"photo_ids": np.ones(300)}, "photo_ids must be numbers"),
    ],
)
def test_a_file_that_cannot_be_used(saved: Saved, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        measure(saved("bad", **changes), "ndde-tpdi")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing more", b"no archive at all"])
def test_a_damaged_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.npz"
    file.write_bytes(content)
    with pytest.raises(DataError, match=r"bad\.npz"):
        measure(file, "ndde-tpdi")


def test_a_name_of_no_engine(saved: Saved) -> None:
    with pytest.raises(UsageError, match="no engine “magic”"):
        measure(saved("album"), "magic")


def test_one_failure_leaves_the_other_rows(saved: Saved, tmp_path: Path) -> None:
    good, nan = saved("good"), saved("nan", embeddings=np.full((300, 64), np.nan))
    told: list[tuple[int, int]] = []
    rows = evaluate(
        [nan, tmp_path / "none.npz", good],
        ["magic", "ndde-tpdi"],
        progress=lambda done, total: told.append((done, total)),
    )
    assert [(row.file, row.engine) for row in rows] == [
        ("nan", ""),
        ("none", ""),
        ("good", "magic"),
        ("good", "ndde-tpdi"),
    ]
    assert "nan.npz" in rows[0].note
    assert "none.npz does not exist" in rows[1].note
    assert "no engine “magic”" in rows[2].note
    assert [row.scores is None for row in rows] == [True, True, True, False]
    assert rows[3].peak_mb is None or rows[3].peak_mb > 10
    assert told[-1] == (6, 6)


def test_a_slow_engine_is_stopped(saved: Saved) -> None:
    (row,) = evaluate([saved("good")], ["ndde-tpdi"], time_limit=0.001)
    assert row.scores is None
    assert row.note == "stopped after 0.001 s"
