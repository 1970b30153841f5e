"""Agglomerative clustering by average or by complete linkage of cosine distances."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.peers.linkage_trees import cut_trees, linkage_trees
from photoorg.clustering.peers.rival import Rival, Sweep

CUTS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Linkage:
    """The rule for one of scipy's methods, ``average`` or ``complete``."""

    method: str

    def __call__(self, faces: FaceSet, thresholds: Sequence[float]) -> Iterator[Labels]:
        """Give labels ``(n,)`` for every largest cosine distance within a group."""
        trees = linkage_trees(faces.embeddings, self.method, max(thresholds))
        for cut in thresholds:
            yield cut_trees(trees, cut, len(faces))


def average_engine(_pack: str | None = None) -> Rival:
    """Return average linkage."""
    return Rival(
        name="average-linkage",
        rule=Linkage("average"),
        sweep=Sweep("cut", 0.6, CUTS),
        source="Sokal and Michener 1958; cut between those of ArcFace programs",
    )


def complete_engine(_pack: str | None = None) -> Rival:
    """Return complete linkage."""
    return Rival(
        name="complete-linkage",
        rule=Linkage("complete"),
        sweep=Sweep("cut", 0.6, (*CUTS, 0.85)),
        source="Sorensen 1948; cut between those of ArcFace programs",
    )
