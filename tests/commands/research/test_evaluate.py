"""Measuring engines in a terminal."""

from pathlib import Path

import numpy as np
import pytest

from tests.commands.conftest import Photoorg


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    centres = rng.normal(size=(6, 64))
    labels = np.repeat(np.arange(6), 10)
    rows = centres[labels] + 0.3 * rng.normal(size=(60, 64))
    file = tmp_path / "album.npz"
    np.savez(file, embeddings=rows.astype(np.float32), labels=labels)
    return file


def test_one_row_for_every_file_and_engine(photoorg: Photoorg, labelled: Path) -> None:
    run = photoorg("evaluate", labelled, "--engine", "ndde-tpdi", "--json")
    assert run.code == 0
    (row,) = run.json
    assert (row["file"], row["engine"], row["setting"]) == ("album", "ndde-tpdi", "default")
    assert row["bcubed_f"] == row["pair_f"] == 1.0
    assert row["effort"] == 1.0
    assert row["faces"] == 60
    assert row["seconds"] > 0
    assert row["peak_mb"] > 1


def test_a_table_to_read(photoorg: Photoorg, labelled: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    run = photoorg("evaluate", labelled, "--html", report)
    assert run.code == 0
    assert run.out.splitlines()[1].startswith("album")
    assert "1.0000" in run.out
    assert "album" in report.read_text(encoding="utf-8")


def test_what_cannot_be_measured(photoorg: Photoorg, labelled: Path, tmp_path: Path) -> None:
    run = photoorg("evaluate", labelled, "--engine", "magic", "--json")
    assert (run.code, run.out) == (2, "")
    assert "no engine “magic”" in run.err
    run = photoorg("evaluate", tmp_path / "none.npz")
    assert (run.code, run.out) == (2, "")
    np.savez(tmp_path / "one.npz", embeddings=np.ones((3, 4)), labels=np.zeros(3, int))
    run = photoorg("evaluate", tmp_path / "one.npz")
    assert (run.code, run.out) == (2, "")
    assert "fewer than two identities" in run.err
    run = photoorg("evaluate", tmp_path / "one.npz", labelled, "--json")
    assert run.code == 2
    assert [row["faces"] for row in run.json if "faces" in row] == [60]


def test_what_fails_does_not_stop_the_rest(
    photoorg: Photoorg, labelled: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(b"PK\x03\x04")
    engines = ("--engine", "ndde-tpdi", "--engine", "average-linkage")
    run = photoorg("evaluate", damaged, labelled, *engines, "--json")
    assert run.code == 2
    assert [row["engine"] for row in run.json] == ["", "ndde-tpdi", "average-linkage"]
    assert [row.get("bcubed_f") for row in run.json][:2] == [None, 1.0]
    assert "damaged.npz is damaged" in run.err
    assert "Traceback" not in run.err
    run = photoorg("evaluate", damaged, labelled)
    assert run.code == 2
    assert run.out.splitlines()[2].startswith("album")
