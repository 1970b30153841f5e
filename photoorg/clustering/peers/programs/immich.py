"""Immich: every face joins the person of its nearest assigned face, in the order of arrival.

A face with two others within ``max_distance`` is a core and may found a person; one with a single
other waits for a second pass and may only join; one with none stays alone. Nothing is ever
assigned again, so the result depends on the order. Read: person.service.ts@003b40b8.
Detector scores and birth dates play a part in Immich that a bare set of faces does not have.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import at_least, nearest_first, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

MIN_FACES = 3


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every largest cosine distance."""
    pairs = nearest_first(similar_pairs(faces.embeddings, 1 - max(thresholds)))
    for distance in thresholds:
        yield _recognize(at_least(pairs, 1 - distance))


def _recognize(near: Any) -> Labels:
    person = np.full(near.shape[0], -1, np.int64)
    others = np.diff(near.indptr)
    people = 0
    deferred = []
    for face in range(len(person)):
        core = others[face] + 1 >= MIN_FACES
        if others[face] and not core:
            deferred.append(face)
        elif core:
            person[face] = _nearest_person(near, person, face)
            if person[face] < 0:
                person[face] = people
                people += 1
    for face in deferred:
        person[face] = _nearest_person(near, person, face)
    return person


def _nearest_person(near: Any, person: Labels, face: int) -> int:
    assigned = person[near.indices[near.indptr[face] : near.indptr[face + 1]]]
    found = np.flatnonzero(assigned >= 0)
    return int(assigned[found[0]]) if len(found) else -1


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with Immich's own limits."""
    return Rival(
        name="immich",
        rule=group,
        sweep=Sweep(
            "max_distance", 0.5, (0.32, 0.36, 0.4, 0.44, 0.48, 0.5, 0.54, 0.58, 0.62, 0.66, 0.7)
        ),
        source="Immich server, maxDistance 0.5, minFaces 3",
    )
