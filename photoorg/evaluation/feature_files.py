"""Reads labelled embeddings: our ``.npz`` and the formats in which published sets come.

* ``features.bin`` with ``labels.meta``: raw float32 rows and one label per line, the form of the
  MS1M splits and DeepFashion. The labels lie beside the features under the same name, or in a
  folder ``labels`` beside the folder ``features``. The width follows from the number of labels.
* ``NAME.npy`` rows with ``NAME.labels.npy``, or ``features.npy`` with ``labels.npy``, the form of
  the CASIA and IJB-B splits.

Row by row, the labels are any whole numbers; -1 is an unknown person. An ``.npz`` file may also
hold ``pictures (n, h, w)`` or ``(n, h, w, 3)``, for engines that look at these.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels, face_set
from photoorg.errors import DataError
from photoorg.types import IntArray, Pixels


@dataclass(frozen=True, slots=True, eq=False)
class LabelledFaces:
    """Faces with known people ``labels (n,)`` and the name of the set."""

    name: str
    faces: FaceSet
    labels: Labels


def read_labelled(path: Path) -> LabelledFaces:
    """Return the labelled faces of a file in any of the formats; raise DataError with a reason."""
    if not path.exists():
        raise DataError(f"{path} does not exist.")
    if path.suffix == ".npz":
        return _npz(path)
    if path.suffix == ".bin":
        return _bin_and_meta(path)
    if path.suffix == ".npy":
        return _npy(path)
    raise DataError(f"{path} is no file of embeddings; give .npz, .npy or .bin with its .meta.")


def _npz(path: Path) -> LabelledFaces:
    try:
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files if name != "names"}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise DataError(f"{path} is damaged or no .npz file of embeddings.") from error
    missing = {"embeddings", "labels"} - arrays.keys()
    if missing:
        raise DataError(f"{path} lacks the array {min(missing)}.")
    extra = {key: arrays.get(key) for key in ("photo_ids", "quality", "boxes", "track_ids")}
    if "pictures" in arrays:
        extra["crops"] = _crops(path, arrays["pictures"], len(arrays["embeddings"]))
    return _labelled(path, arrays["embeddings"], arrays["labels"], **extra)


def _crops(path: Path, pictures: Any, n: int) -> Callable[[IntArray], list[Pixels]]:
    """Return what gives rows of pictures as bytes in three channels."""
    if pictures.ndim not in (3, 4) or pictures.shape[3:] not in ((), (1,), (3,)):
        raise DataError(f"{path}: pictures must be (n, height, width[, 3]), not {pictures.shape}.")
    if len(pictures) != n or pictures.dtype.kind not in "fiu":
        raise DataError(f"{path}: there must be one picture of numbers for every embedding.")
    values = pictures if pictures.ndim == 4 else pictures[..., None]
    if values.dtype != np.uint8:
        low, high = values.min(initial=0), values.max(initial=0)
        values = ((values - low) * (255 / max(high - low, 1e-12))).round().astype(np.uint8)

    def crops(rows: IntArray) -> list[Pixels]:
        return [np.broadcast_to(values[row], (*values.shape[1:3], 3)).copy() for row in rows]

    return crops


def _bin_and_meta(path: Path) -> LabelledFaces:
    meta = _first_file(
        path.with_suffix(".meta"), path.parent.parent / "labels" / f"{path.stem}.meta"
    )
    if meta is None:
        raise DataError(f"{path} has no labels; put {path.stem}.meta beside it.")
    try:
        labels = np.loadtxt(meta, dtype=np.int64, ndmin=1)
    except ValueError as error:
        raise DataError(f"{meta} must hold one whole number per line.") from error
    values = np.fromfile(path, dtype=np.float32)
    if len(labels) == 0 or len(values) == 0 or len(values) % len(labels):
        raise DataError(
            f"{path} holds {len(values)} numbers, which is no multiple of the {len(labels)} labels."
        )
    return _labelled(path, values.reshape(len(labels), -1), labels)


def _npy(path: Path) -> LabelledFaces:
    stem = path.stem.removesuffix(".features")
    labels = _first_file(
        path.with_name(f"{stem}.labels.npy"),
        path.with_name(path.name.replace("features", "labels").replace("feat", "label")),
        path.with_name("labels.npy"),
    )
    if labels is None or labels == path:
        raise DataError(f"{path} has no labels; put {stem}.labels.npy beside it.")
    try:
        return _labelled(path, np.load(path), np.load(labels))
    except (OSError, ValueError, EOFError) as error:
        raise DataError(f"{path} or {labels} is damaged or no .npy file.") from error


def _first_file(*candidates: Path) -> Path | None:
    return next((path for path in candidates if path.is_file()), None)


def _labelled(path: Path, embeddings: Any, labels: Any, **extra: Any) -> LabelledFaces:
    faces = face_set(embeddings, **extra)
    numbers = np.asarray(labels)
    if numbers.shape != (len(faces),):
        raise DataError(f"{path} has {len(faces)} embeddings, but labels of {numbers.shape}.")
    if numbers.dtype.kind not in "iu":
        numbers = np.unique(numbers, return_inverse=True)[1]
    return LabelledFaces(path.stem, faces, numbers.astype(np.int64))
