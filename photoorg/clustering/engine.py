"""What every grouping engine takes and gives: the faces of an album, and one label per face."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from photoorg.errors import DataError
from photoorg.types import BoolArray, FloatArray, IntArray, Pixels, ProgressCallback, no_progress

Labels: TypeAlias = NDArray[np.int64]
"""Labels ``(n,)``: faces with one value are one group, -1 is in no group."""


@dataclass(frozen=True, slots=True, eq=False)
class FaceSet:
    """The faces to be grouped, one row each; make it with :func:`face_set`.

    ``embeddings (n, d)`` are unit float32 rows. ``photo_ids (n,)`` says which faces share a
    photo, ``quality (n,)`` lies in [0, 1], ``boxes (n, 4)`` are x, y, width, height in pixels,
    ``track_ids (n,)`` are equal for faces one video track follows (-1: no track), and
    ``crops(rows)`` gives the aligned pictures of some rows; each of these may be None.
    """

    embeddings: FloatArray
    photo_ids: IntArray | None = None
    quality: FloatArray | None = None
    boxes: FloatArray | None = None
    crops: Callable[[IntArray], list[Pixels]] | None = None
    track_ids: IntArray | None = None

    def __len__(self) -> int:
        return len(self.embeddings)


@dataclass(frozen=True, slots=True, eq=False)
class Constraints:
    """What the user said about the faces; every grouping satisfies all of it.

    ``must_link (n,)``: faces with the same value >= 0 are one person, faces with different
    values >= 0 are never one person, -1 is free. ``cannot_link (m, 2)``: pairs of rows that are
    two people. ``not_faces (n,)``: rows that are no faces and get the label -1. ``same_photo``:
    two faces in one photo are two people, unless they are one person seen twice (mirrors,
    collages, a photo of a photo).

    ``different (m, 3)``: answers "these are two people" about two sets of faces, as rows of
    (answer, side, face). Answers have any number from 0, sides are 0 and 1. No face of one side
    is ever with a face of the other; the faces of one side may be many people. A face may be in
    any number of answers, and an answer without faces on one of its sides forbids nothing.
    """

    must_link: IntArray | None = None
    cannot_link: IntArray = field(default_factory=lambda: np.empty((0, 2), np.int32))
    not_faces: BoolArray | None = None
    same_photo: bool = True
    different: IntArray = field(default_factory=lambda: np.empty((0, 3), np.int32))


@runtime_checkable
class ClusterEngine(Protocol):
    """A grouping method; its constructor stores parameters only.

    ``needs`` names the fields of :class:`FaceSet` it cannot work without besides the embeddings.
    """

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> frozenset[str]: ...

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``, numbered from 0 by each group's first row; -1 is ungrouped.

        The same faces give the same grouping, whatever the order of the rows. Raises
        :class:`~photoorg.errors.ContradictionError` naming the faces when the constraints
        cannot all hold.
        """
        ...


@runtime_checkable
class GrowingEngine(ClusterEngine, Protocol):
    """A method that can also add faces to groups the user has got used to."""

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``; faces with a group in ``settled (n,)``, not -1, keep it.

        Where no face has one, the labels are those of :meth:`fit_predict`. Raises DataError,
        ContradictionError.
        """
        ...


def face_set(
    embeddings: Any,
    photo_ids: Any = None,
    quality: Any = None,
    boxes: Any = None,
    crops: Callable[[IntArray], list[Pixels]] | None = None,
    track_ids: Any = None,
) -> FaceSet:
    """Check raw arrays and return them as a :class:`FaceSet` with unit rows.

    ``embeddings (n, d)`` may be any real type and need not be normalised; the others are as in
    :class:`FaceSet`. Raises DataError naming the first bad row.
    """
    unit = unit_rows(embeddings)
    n = len(unit)
    return FaceSet(
        embeddings=unit,
        photo_ids=_column(photo_ids, n, "photo_ids", np.int64),
        quality=_column(quality, n, "quality", np.float32),
        boxes=_column(boxes, n, "boxes", np.float32, width=4),
        crops=crops,
        track_ids=_column(track_ids, n, "track_ids", np.int64),
    )


def unit_rows(embeddings: Any) -> FloatArray:
    """Return embeddings ``(n, d)`` as contiguous float32 rows of length one.

    Raises DataError for a wrong shape or type and for a row that is zero or not finite.
    """
    try:
        raw = np.asarray(embeddings)
    except ValueError as error:
        raise DataError("The embeddings must all have the same number of dimensions.") from error
    if raw.ndim == 1 and raw.size == 0:
        raw = raw.reshape(0, 0).astype(np.float32)
    if raw.dtype.kind not in "fiu":
        raise DataError(f"The embeddings must be numbers, not {raw.dtype}.")
    if raw.ndim != 2 or (len(raw) and raw.shape[1] == 0):
        raise DataError(f"The embeddings must be a table (faces, dimensions), not {raw.shape}.")
    unit = np.empty(raw.shape, np.float32)
    for start in range(0, len(raw), 8192):
        rows = unit[start : start + 8192]
        rows[:] = raw[start : start + 8192]
        # Scaling by the largest entry first keeps the squares of extreme rows finite.
        largest = np.abs(rows).max(axis=1, initial=0.0)
        bad = np.flatnonzero(~np.isfinite(largest) | (largest == 0.0))
        if len(bad):
            row = int(bad[0])
            fault = "zero" if largest[row] == 0.0 else "not finite"
            raise DataError(f"The embedding in row {start + row} is {fault}; analyze it again.")
        rows /= largest[:, None]
        rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return unit


def _column(values: Any, n: int, name: str, kind: type, width: int = 0) -> Any:
    if values is None:
        return None
    array = np.asarray(values)
    shape = (n, width) if width else (n,)
    if array.shape != shape:
        raise DataError(f"{name} must have the shape {shape}, not {array.shape}.")
    if array.dtype.kind not in ("iu" if kind is np.int64 else "fiu"):
        raise DataError(f"{name} must be numbers, not {array.dtype}.")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        row = int(np.flatnonzero(~np.isfinite(array.reshape(n, -1)).all(axis=1))[0])
        raise DataError(f"{name} in row {row} is not finite.")
    return array.astype(kind)
