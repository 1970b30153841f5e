"""``photoorg cluster``: group the embeddings in a file, without a library."""

import argparse
import os
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels, face_set
from photoorg.clustering.registry import ENGINES, load_engine
from photoorg.commands.follow import ProgressLine, duration
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    noise_to_stderr,
)
from photoorg.errors import DataError, UsageError
from photoorg.jobs.group_request import SORTING
from photoorg.jobs.messages import Progress


def register(commands: Commands) -> None:
    """Add the command."""
    cluster = commands.add_parser("cluster", help="group the embeddings in a file")
    cluster.add_argument(
        "embeddings",
        type=Path,
        metavar="EMBEDDINGS.npz",
        help="arrays: embeddings (n, d); optional: photo_ids (n,), quality (n,)",
    )
    cluster.add_argument("--engine", metavar="NAME", required=True, help=", ".join(ENGINES))
    cluster.add_argument("--out", type=Path, metavar="LABELS.npy", required=True)
    cluster.add_argument("--pack", metavar="NAME", help="the model pack they come from, if known")
    add_json(cluster)
    cluster.set_defaults(command=run_cluster)


def run_cluster(asked: argparse.Namespace) -> int:
    """Write one label per row: equal for faces of one person, -1 for a face that is alone."""
    faces = read_faces(asked.embeddings)
    if not asked.out.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {asked.out.absolute().parent}; make it first.")
    line = ProgressLine()
    began = time.monotonic()
    with noise_to_stderr():
        labels = load_engine(asked.engine, asked.pack).fit_predict(
            faces, progress=lambda done, total: line.show(Progress(SORTING, done, total))
        )
    line.clear()
    seconds = time.monotonic() - began
    _write(asked.out, labels)
    groups, alone = len(np.unique(labels[labels >= 0])), int((labels < 0).sum())
    if asked.json:
        answer_json(
            {"faces": len(faces), "groups": groups, "alone": alone, "seconds": round(seconds, 3)}
        )
    else:
        answer(f"{len(faces):,} faces in {groups:,} groups, {alone:,} alone ({duration(seconds)})")
    return DONE


def read_faces(file: Path) -> FaceSet:
    """Read an .npz file of embeddings; raises DataError that names the file and what is wrong."""
    arrays = read_arrays(file)
    if "embeddings" not in arrays:
        raise DataError(f"{file} holds no array “embeddings” (n, d).")
    try:
        return face_set(
            arrays["embeddings"],
            photo_ids=arrays.get("photo_ids"),
            quality=arrays.get("quality"),
            boxes=arrays.get("boxes"),
            track_ids=arrays.get("track_ids"),
        )
    except DataError as error:
        raise DataError(f"{file}: {error}") from error


def read_arrays(file: Path) -> dict[str, NDArray[Any]]:
    """Read all arrays of an .npz file; raises DataError."""
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except FileNotFoundError:
        raise DataError(f"There is no file {file}; check its name.") from None
    except OSError as error:
        raise DataError(f"{file} cannot be read ({error.strerror or error}).") from error
    except (ValueError, EOFError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise DataError(f"{file} is damaged or not an .npz file; save it again.") from error


def _write(file: Path, labels: Labels) -> None:
    """Write the labels so that no half file is ever left under the name."""
    try:
        handle, name = tempfile.mkstemp(dir=file.absolute().parent, suffix=".npy")
        try:
            with os.fdopen(handle, "wb") as out:
                np.save(out, labels)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written ({error.strerror or error}); choose another --out."
        ) from error
