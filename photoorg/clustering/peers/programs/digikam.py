"""digiKam 8.6: named faces vote on each unknown one; unknown faces are not grouped.

A training face is valid for a query when it is nearer than T by cosine and than ``1 + T / 10`` by
Euclidean distance. With up to eight people all valid faces vote and the lowest distance per vote
wins; with more, a support vector machine and the eight nearest faces have to agree. The range of T
is in a file that is not published with the source; 0.637 is the cosine 0.363 of SFace, its network.
Read: manual and sources of 2024 and 2025. Needs scikit-learn for more than eight people.
"""

import numpy as np

from photoorg.clustering.optional_packages import scikit_learn
from photoorg.clustering.peers.gallery import Recognizer
from photoorg.clustering.peers.rival import Sweep
from photoorg.types import BoolArray, FloatArray, IntArray

FEW_PEOPLE, NEAREST = 8, 8
GAMMA, PENALTY, ITERATIONS, TOLERANCE = 0.38, 10, 500, 1e-6


def recognize(
    known: FloatArray, names: IntArray, unknown: FloatArray, threshold: float
) -> IntArray:
    """Return names ``(q,)`` of the unknown faces, -1 where nobody is valid."""
    cosines = unknown @ known.T
    far = np.sqrt(np.maximum(2 - 2 * cosines, 0))
    valid = (1 - cosines < threshold) & (far < 1 + threshold / 10)
    if len(np.unique(names)) <= FEW_PEOPLE:
        return _lowest_distance_per_vote(far, valid, names)
    return _agreement(cosines, valid, names, _machine(known, names, unknown))


def _lowest_distance_per_vote(far: FloatArray, valid: BoolArray, names: IntArray) -> IntArray:
    people = np.unique(names)
    weights = np.full((len(far), len(people)), np.inf)
    for column, person in enumerate(people):
        own = valid[:, names == person]
        votes = own.sum(axis=1)
        total = np.where(own, far[:, names == person], 0).sum(axis=1)
        weights[votes > 0, column] = (total / np.maximum(votes, 1))[votes > 0]
    return np.where(np.isfinite(weights.min(axis=1)), people[np.argmin(weights, axis=1)], -1)


def _machine(known: FloatArray, names: IntArray, unknown: FloatArray) -> IntArray:
    import warnings

    machine = scikit_learn("svm").SVC(
        C=PENALTY, gamma=GAMMA, max_iter=ITERATIONS, tol=TOLERANCE, cache_size=500
    )
    with warnings.catch_warnings():
        # Stopping at the limit of iterations and one face per person are part of the rule.
        warnings.simplefilter("ignore", UserWarning)
        machine.fit(known, names)
    return np.asarray(machine.predict(unknown))


def _agreement(
    cosines: FloatArray, valid: BoolArray, names: IntArray, by_machine: IntArray
) -> IntArray:
    """Return what the machine and the nearest faces say together."""
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    found = np.full(len(cosines), -1, np.int64)
    for query, (near, label) in enumerate(zip(nearest, by_machine, strict=True)):
        people, votes = np.unique(names[near], return_counts=True)
        by_nearest = people[np.argmax(votes)]
        of_machine = valid[query] & (names == label)
        if (by_nearest == label and of_machine.any()) or (
            names[near[0]] == label and valid[query, near[0]]
        ):
            found[query] = label
            continue
        voters = valid[query] & ((names == label) | (names == by_nearest))
        if voters.any():
            people, votes = np.unique(names[voters], return_counts=True)
            found[query] = people[np.argmax(votes)]
    return found


def default_engine(_pack: str | None = None) -> Recognizer:
    """Return the rule with SFace's threshold."""
    return Recognizer(
        name="digikam",
        recognize=recognize,
        sweep=Sweep("distance", 0.637, (0.4, 0.45, 0.5, 0.55, 0.6, 0.637, 0.7)),
        source="digiKam 8.6, SVM and 8 nearest",
    )
