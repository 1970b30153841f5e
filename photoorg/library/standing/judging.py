"""What groups of faces are - people, things, strangers - and which face shows each best.

A group is doubtful when its faces are, on the whole, not to be trusted: what is no face attracts
its like, so that such groups grow large, while those of people hold hardly a doubtful face. A
face that is alone is not condemned by company, and has to be far worse. A stranger was never near:
seen on one day only, always blurred or tiny, always smaller than somebody else in the photo.

The numbers were chosen with the models before the shipped ones. Of the 321 groups of two faces and
more that the shipped ones make of the photos of :mod:`.trust`, 23 have a mean below .6: things,
blurs, shreds of people at the edge of a photo, and a pair of real faces; no group that has more is
mostly of things.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.library.standing.trust import directions
from photoorg.library.values import Standing
from photoorg.types import FloatArray

IN_GROUPS, ALONE = 0.6, 0.03
"""Faces of a group are doubtful below this mean trust; one that is alone, below this trust."""

NEVER_CLEAR = 0.3
"""The best picture of a stranger is not better than this."""

NEVER_NEAR = 0.6
"""A stranger is never larger than this share of the largest face in the photo."""

TILE = 1.6
"""The side of a face's small picture, as a multiple of the longer side of its box."""

CROWDED = 4.0
"""Another face that fills one in so many parts of the tile spoils it."""

_ROWS = 8192


@dataclass(frozen=True, slots=True, eq=False)
class GroupedFaces:
    """Faces as they are grouped, a row each.

    ``people (n,)`` and ``photos (n,)`` are ids, ``days (n,)`` numbers that are equal for photos of
    one day, ``boxes (n, 4)`` and ``sizes (n, 2)`` (of the photo) in pixels, ``trust (n,)`` and
    ``quality (n,)`` in [0, 1], ``said (n,)`` how surely a human put it there (0 nobody, 1 with its
    group, 2 this very face), ``embeddings (n, d)`` zeros where there is none.
    """

    people: NDArray[np.int64]
    photos: NDArray[np.int64]
    days: NDArray[np.int64]
    boxes: FloatArray
    sizes: FloatArray
    trust: FloatArray
    quality: FloatArray
    said: NDArray[np.int64]
    embeddings: NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What is thought of each of ``people (m,)``: ``covers (m,)`` are rows of the faces."""

    people: NDArray[np.int64]
    standings: list[Standing]
    trust: FloatArray
    covers: NDArray[np.intp]


def judge(faces: GroupedFaces) -> Judgement:
    """Return what the groups of ``faces`` are, and the face that shows each best."""
    order = np.lexsort((_goodness(faces), faces.said, faces.people))
    people, first, counts = np.unique(faces.people[order], return_index=True, return_counts=True)
    if len(people) == 0:
        return Judgement(people, [], np.empty(0, np.float32), np.empty(0, np.intp))

    trust = np.add.reduceat(faces.trust[order], first) / counts
    doubtful = trust < np.where(counts > 1, IN_GROUPS, ALONE)
    stranger = (
        (np.maximum.reduceat(faces.quality[order], first) < NEVER_CLEAR)
        & (np.maximum.reduceat(_nearness(faces)[order], first) < NEVER_NEAR)
        & (
            np.minimum.reduceat(faces.days[order], first)
            == np.maximum.reduceat(faces.days[order], first)
        )
    )
    machine = np.maximum.reduceat(faces.said[order], first) == 0
    standings = [
        Standing.DOUBTFUL if no_face else Standing.STRANGER if far else Standing.PERSON
        for no_face, far in zip(doubtful & machine, stranger & machine, strict=True)
    ]
    last = np.append(first[1:], len(order)) - 1
    return Judgement(people, standings, trust.astype(np.float32), order[last])


def _nearness(faces: GroupedFaces) -> FloatArray:
    """Return how large each face is, as a share of the largest one of its photo ``(n,)``."""
    side = faces.boxes[:, 2:].min(axis=1, initial=np.inf)
    _, photo = np.unique(faces.photos, return_inverse=True)
    largest = np.zeros(len(side), np.float32)
    np.maximum.at(largest, photo, side)
    shares: FloatArray = side / np.maximum(largest[photo], 1e-6)
    return shares


def _goodness(faces: GroupedFaces) -> FloatArray:
    """Return how well each face would show its person ``(n,)``.

    It is a face, sharp and turned to the viewer (quality), typical of the group, and in the middle
    of a tile that it has for itself.
    """
    good: FloatArray = faces.trust * faces.quality * _typical(faces) ** 2 * _alone(faces)
    return good


def _typical(faces: GroupedFaces) -> FloatArray:
    """Return the cosine of each face with the centre of its group ``(n,)``, at least 0."""
    typical = np.ones(len(faces.people), np.float32)
    order = np.argsort(faces.people, kind="stable")
    starts = np.flatnonzero(np.diff(faces.people[order], prepend=-1))
    ends = np.append(starts[1:], len(order))
    at = 0
    while at < len(starts):  # whole groups, so many that memory does not matter
        until = max(at + 1, int(np.searchsorted(ends, starts[at] + _ROWS, side="right")))
        rows = order[starts[at] : ends[until - 1]]
        vectors = directions(faces.embeddings[rows])
        own = starts[at:until] - starts[at]
        centres = directions(np.add.reduceat(vectors * faces.trust[rows, None], own, axis=0))
        group = np.repeat(np.arange(until - at), ends[at:until] - starts[at:until])
        cosines = np.einsum("nd,nd->n", vectors, centres[group])
        typical[rows] = np.where(vectors.any(axis=1), np.clip(cosines, 0, 1), typical[rows])
        at = until
    return typical


def _alone(faces: GroupedFaces) -> FloatArray:
    """Return how much of its tile each face has for itself and the photo fills ``(n,)``."""
    corners, extents = faces.boxes[:, :2], faces.boxes[:, 2:]
    half = TILE / 2 * np.maximum(extents.max(axis=1, initial=0), 1e-3)[:, None]
    middle = corners + extents / 2
    tiles = np.concatenate([middle - half, middle + half], axis=1)
    boxes = np.concatenate([corners, corners + extents], axis=1)
    photos = np.concatenate([np.zeros_like(faces.sizes), faces.sizes], axis=1)
    filled = _share(tiles, photos)
    others = np.zeros_like(filled)
    order = np.argsort(faces.photos, kind="stable")
    photo, step = faces.photos[order], 1
    while (pairs := np.flatnonzero(photo[step:] == photo[:-step])).size:
        one, other = order[pairs], order[pairs + step]
        others[one] += _share(tiles[one], boxes[other])
        others[other] += _share(tiles[other], boxes[one])
        step += 1
    alone: FloatArray = filled * np.clip(1 - CROWDED * others, 0.05, 1)
    return alone


def _share(tiles: FloatArray, others: FloatArray) -> FloatArray:
    """Return how much of each tile another rectangle covers ``(n,)``; corners are ``(n, 4)``."""
    low = np.maximum(tiles[:, :2], others[:, :2])
    high = np.minimum(tiles[:, 2:], others[:, 2:])
    area = np.clip(high - low, 0, None).prod(axis=1)
    share: FloatArray = area / (tiles[:, 2:] - tiles[:, :2]).prod(axis=1)
    return share
