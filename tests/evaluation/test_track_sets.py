"""Tracks count once each, and are compared by several engines."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.errors import DataError
from photoorg.evaluation import evaluate as evaluation
from photoorg.evaluation.feature_files import LabelledFaces
from photoorg.evaluation.track_sets import by_track, holds_tracks

rng = np.random.default_rng(3)
WHO = np.repeat(np.arange(20), 4)
"""Who the tracks are of."""
TRACKS = np.repeat(np.arange(80), 3)
CENTRES = rng.normal(size=(20, 64))
FACES = CENTRES[WHO[TRACKS]] + 0.6 * rng.normal(size=(240, 64))


def test_a_track_is_the_mean_of_its_faces_and_counts_once() -> None:
    tracks = np.array([7, 7, -1, 2, -1])
    rows = np.eye(5) + 0.1
    quality = [0.2, 0.4, 0.5, 0.6, 0.7]
    faces = face_set(rows, track_ids=tracks, quality=quality)
    found = by_track(LabelledFaces("set", faces, np.array([3, 3, 1, 4, 1])))
    assert sorted(found.labels.tolist()) == [1, 1, 3, 4]
    mean = found.faces.embeddings[found.labels == 3][0]
    together = faces.embeddings[:2].sum(axis=0)
    assert mean == pytest.approx(together / np.linalg.norm(together))
    assert found.faces.quality is not None
    assert found.faces.quality[found.labels == 3] == pytest.approx(0.3)


def test_faces_without_tracks_stay_as_they_are() -> None:
    data = LabelledFaces("set", face_set(FACES, track_ids=np.full(240, -1)), WHO[TRACKS])
    assert by_track(data) is data


def test_a_track_of_two_people_is_refused() -> None:
    faces = face_set(np.eye(3), track_ids=np.array([5, 5, 6]))
    with pytest.raises(DataError, match="track 5 have several labels"):
        by_track(LabelledFaces("set", faces, np.array([1, 2, 3])))


@pytest.mark.parametrize("engine", ["ndde-tpdi", "bcl", "complete-linkage"])
def test_tracks_are_scored_as_the_paper_does(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "set.npz"
    np.savez(file, embeddings=FACES, labels=WHO[TRACKS], track_ids=TRACKS)
    assert holds_tracks(file)
    (row,) = evaluation.measure(file, engine, full=False)
    assert row.scores is not None
    assert row.scores.faces == 80
    assert row.scores.wcp > 0.9
    assert row.scores.nmi_arithmetic > 0.9
    assert row.scores.clusters >= 20


def test_what_is_no_file_of_tracks(tmp_path: Path) -> None:
    file = tmp_path / "set.npz"
    assert not holds_tracks(file)
    file.write_bytes(b"nothing")
    assert not holds_tracks(file)
    np.savez(file, embeddings=FACES, labels=WHO[TRACKS])
    assert not holds_tracks(file)
