"""Sets of video tracks: what is grouped, and scored, is the tracks, each the mean of its faces.

So Tapaswi, Law and Fidler (Video Face Clustering with Unknown Number of Clusters, ICCV 2019) report
it: weighted cluster purity (WCP), the number of clusters and NMI, a track counting once.
"""

import zipfile
from pathlib import Path

import numpy as np

from photoorg.clustering.engine import face_set
from photoorg.clustering.systems.ball_cluster import track_means
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import LabelledFaces

COMPARED = ("bcl", "average-linkage", "complete-linkage")
"""What stands beside the program's engine for tracks: the paper's method, and HAC on averages."""


def holds_tracks(path: Path) -> bool:
    """Tell whether a file names the tracks of its faces; False for one that cannot be read."""
    try:
        with path.open("rb") as stream, np.load(stream) as file:
            return "track_ids" in getattr(file, "files", ())
    except (OSError, ValueError, EOFError, zipfile.BadZipFile):
        return False


def by_track(data: LabelledFaces) -> LabelledFaces:
    """Return one row for each track, and for each face that is in none; others as they are.

    Raises DataError for a track of two people.
    """
    tracks = data.faces.track_ids
    if tracks is None or not (tracks >= 0).any():
        return data
    points, numbers = track_means(data.faces.embeddings, tracks)
    count = len(points)
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(low, numbers, data.labels)
    np.maximum.at(high, numbers, data.labels)
    mixed = np.flatnonzero(low != high)
    if len(mixed):
        track = int(tracks[np.flatnonzero(numbers == mixed[0])[0]])
        raise DataError(f"{data.name}: the faces of track {track} have several labels.")
    quality = data.faces.quality
    if quality is not None:
        sizes = np.bincount(numbers, minlength=count)
        quality = (np.bincount(numbers, quality, minlength=count) / sizes).astype(np.float32)
    return LabelledFaces(data.name, face_set(points, quality=quality), low)
