"""DBSCAN (Ester et al. 1996) on cosine distance, three faces to a core.

The classic of face grouping. Its radius is one constant for sparse and dense people, and the best
one falls as the album grows.
"""

from collections.abc import Iterator, Sequence

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.neighbours import at_least, dbscan, similar_pairs
from photoorg.clustering.peers.rival import Rival, Sweep

MIN_SAMPLES = 3


def group(faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
    """Give labels ``(n,)`` for every radius, in cosine distance."""
    pairs = similar_pairs(faces.embeddings, 1 - max(thresholds))
    for radius in thresholds:
        yield dbscan(at_least(pairs, 1 - radius), MIN_SAMPLES)


def default_engine(_pack: str | None = None) -> Rival:
    """Return the rule with a radius of 0.5, where ArcFace programs cut."""
    return Rival(
        name="dbscan",
        rule=group,
        sweep=Sweep("radius", 0.5, (0.32, 0.36, 0.4, 0.44, 0.48, 0.5, 0.54, 0.58, 0.62)),
        source="Ester et al. 1996; radius as Immich and LrGeniusAI cut",
    )
