from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.clustering.registry import load_engine
from photoorg.errors import DataError
from photoorg.evaluation.evaluate import TIME_LIMIT, TOTAL_LIMIT, compare, fair_limit
from photoorg.evaluation.feature_files import read_labelled
from photoorg.evaluation.report import html_report
from photoorg.evaluation.rows import Row, full_rows


def write(path: Path, truth: np.ndarray, photo_ids: np.ndarray | None = None) -> Path:
    random = np.random.default_rng(0)
    centres = np.linalg.qr(random.normal(size=(32, 16)))[0].T
    embeddings = centres[truth] + random.normal(scale=0.05, size=(len(truth), 32))
    arrays: dict[str, Any] = {"embeddings": embeddings.astype(np.float32), "labels": truth}
    if photo_ids is not None:
        arrays["photo_ids"] = photo_ids
    np.savez(path, allow_pickle=False, **arrays)
    return path


@pytest.fixture
def album(tmp_path: Path) -> Path:
    return write(tmp_path / "album.npz", np.repeat(np.arange(8), 5))


def test_every_engine_in_a_process_of_its_own(album: Path):
    rows = compare([album], ["insightface-desktop", "fotema"], time_limit=120)
    assert [(row.engine, row.setting) for row in rows] == [
        ("insightface-desktop", "default"),
        ("insightface-desktop", "tuned"),
        ("fotema", "default"),
    ]
    default, tuned, recognizer = rows
    assert default.scores is not None
    assert default.scores.bcubed_f == 1
    assert default.clicks == (8, 8, 8)
    assert default.note == ""
    assert default.corrections is not None
    assert default.corrections.violations == 0
    assert default.growth is not None
    assert len(default.growth.seconds) == 10
    assert tuned.parameter.startswith("cosine")
    assert [part.shots for part in recognizer.recognition] == [1, 3]


def test_a_slow_engine_is_stopped(album: Path):
    (row,) = compare([album], ["insightface-desktop"], time_limit=0.01)
    assert row.note == "stopped after 0.01 s"
    assert row.scores is None


def test_an_engine_that_needs_more_than_the_file_holds(album: Path):
    class Needy:
        name = "needy"
        needs = frozenset({"crops"})

        def fit_predict(self, faces, constraints=None, progress=None):
            raise AssertionError

    with pytest.raises(DataError, match="needs crops, which album does not hold"):
        next(full_rows(Needy(), read_labelled(album), "needy"))


@pytest.mark.parametrize(
    ("truth", "reason"),
    [(np.zeros(5, int), "fewer than two identities"), (np.arange(5), "no identity with two faces")],
)
def test_a_file_that_says_nothing_about_grouping_is_a_row(
    tmp_path: Path, album: Path, truth: np.ndarray, reason: str
):
    path = write(tmp_path / "odd.npz", truth)
    rows = compare([path, tmp_path / "none.npz", album], ["immich"], time_limit=120)
    assert [(row.file, row.engine) for row in rows[:2]] == [("odd", ""), ("none", "")]
    assert reason in rows[0].note
    assert "does not exist" in rows[1].note
    assert rows[2].scores is not None
    assert rows[0].note in html_report(rows)


def test_all_engines_together_end_in_time():
    left, engines = TOTAL_LIMIT, 34
    for number in range(engines):
        limit = fair_limit(left, engines - number)
        assert 10 < limit <= TIME_LIMIT
        left -= limit
    assert left == pytest.approx(0)
    # Where most are quick, a slow one gets all it may.
    assert fair_limit(TOTAL_LIMIT - 100, 12) == TIME_LIMIT
    # Nor is the engine all others are compared with cut short for being the first.
    assert fair_limit(TOTAL_LIMIT, engines, "ndde-tpdi") == TIME_LIMIT


def test_rivals_are_compared_without_a_rule_on_photos(tmp_path: Path):
    path = write(
        tmp_path / "photos.npz", np.repeat(np.arange(4), 5), photo_ids=np.zeros(20, np.int64)
    )
    row = next(full_rows(load_engine("insightface-desktop"), read_labelled(path), "x"))
    assert row.scores is not None
    assert row.scores.clusters == 4


def test_the_report_is_one_page_without_anything_from_elsewhere(album: Path):
    data = read_labelled(album)
    rows = [
        row
        for name in ("immich", "average-linkage", "fotema")
        for row in full_rows(load_engine(name), data, name)
    ]
    page = html_report([*rows, Row("album", "broken", "default", note="failed: <b>")])
    assert page.startswith("<!doctype html>")
    for name in ("immich", "average-linkage", "fotema", "tuned", "as published", "Ada-NETS"):
        assert name in page
    assert "failed: &lt;b&gt;" in page
    assert "http" not in page
    assert page.count("<svg") == 4


def test_a_report_of_nothing():
    page = html_report([Row("album", "broken", "default", note="stopped after 1 s")])
    assert "nothing measured" in page
