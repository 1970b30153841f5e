"""Values of many faces at once, as columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.types import BoolArray, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class FaceMatrix:
    """The faces to be grouped by their embeddings of one model, in the order of face ids.

    Those are all that are shown, and, ``away``, those of named people whose photos are gone: new
    photos of them are to be recognised. ``embeddings (n, d)`` are float16; ``photo_ids (n,)`` are
    negative, each another number, for faces that are in no photo any more, and for tracks of
    videos, in which somebody may be seen again; ``person_ids (n,)`` is -1 where a face is in no
    group yet; ``settled (n,)`` tells where a human put it there. ``track_ids (n,)`` are -1 for
    faces of photos.
    """

    ids: NDArray[np.int64]
    embeddings: NDArray[np.float16]
    photo_ids: NDArray[np.int64]
    quality: FloatArray
    boxes: FloatArray
    person_ids: NDArray[np.int64]
    settled: BoolArray
    away: BoolArray
    track_ids: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class FacePlaces:
    """Where the shown faces are, in the order of their ids.

    ``ids (n,)`` and ``photo_ids (n,)``, as in :class:`FaceMatrix` negative for tracks;
    ``person_ids (n,)`` is -1 where a face is in no group; ``settled (n,)`` tells where a human put
    it there, ``confirmed (n,)`` where that was said of this very face, ``support (n,)`` how well it
    is held there and ``trust (n,)`` how surely it is a face at all: NaN where nothing is known.
    Of those ``put_off (n,)`` the user said not to know them.
    """

    ids: NDArray[np.int64]
    person_ids: NDArray[np.int64]
    photo_ids: NDArray[np.int64]
    settled: BoolArray
    confirmed: BoolArray
    support: FloatArray
    trust: FloatArray
    put_off: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """The standing answers that keep faces apart.

    No face of side 0 of an answer may be with one of its side 1: ``answers (m,)``, ``sides (m,)``
    and ``face_ids (m,)``. To side 1 of ``person_answers (p,)`` also belongs whom a human put with
    ``people (p,)``: "this is not Anna".
    """

    answers: NDArray[np.int64]
    sides: NDArray[np.int64]
    face_ids: NDArray[np.int64]
    person_answers: NDArray[np.int64]
    people: NDArray[np.int64]
