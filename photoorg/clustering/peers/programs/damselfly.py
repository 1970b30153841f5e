"""Damselfly: every new face takes the person of its nearest stored face, or opens a new one.

An online nearest-neighbour rule: two people once joined by one look-alike stay joined. Read:
e1109261. The threshold belongs to FaceONNX, which is of the ArcFace family.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import at_least, nearest_first, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every least cosine."""
    whole = nearest_first(similar_pairs(faces.embeddings, min(thresholds)))
    for threshold in thresholds:
        pairs = at_least(whole, threshold)
        labels = np.empty(len(faces), np.int64)
        people = 0
        for face in range(len(faces)):
            near = pairs.indices[pairs.indptr[face] : pairs.indptr[face + 1]]
            stored = near[near < face]
            if len(stored):
                labels[face] = labels[stored[0]]
            else:
                labels[face] = people
                people += 1
        yield labels


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with Damselfly's threshold."""
    return Rival(
        name="damselfly",
        rule=group,
        sweep=Sweep("cosine", 0.5, (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)),
        source="Damselfly e1109261, similarity 0.5",
    )
