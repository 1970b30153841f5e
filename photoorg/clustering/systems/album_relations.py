"""What networks that belong to no recogniser see of an album, as the default engine's does.

Similarities are counted on the curve that the album itself gives, in the metric that suits it
(:mod:`photoorg.clustering.scoring.adaptation`), and beside them stand ranks, the neighbours that
two faces share, how near a face's neighbours are, and how good its picture is.
"""

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.neighbors.search import knn
from photoorg.clustering.scoring.adaptation import adapted, centred
from photoorg.clustering.scoring.affinity import Platt
from photoorg.clustering.scoring.calibration import (
    calibrate_on_album,
    grouped,
    usual_curve,
)
from photoorg.clustering.scoring.picture_quality import direction_in_album, quality_of
from photoorg.clustering.scoring.relations import Relations, relations

K = 80
"""Neighbours that are looked at, the face itself first; as many as the default engine's."""
FEWEST = 40
"""Faces from which an album tells how alike strangers are; before, they are as alike as usual. Of
three strangers, calibrated on themselves, all would be one person, of thirty still a few.
"""


def suited(faces: FaceSet) -> FaceSet:
    """Return the faces in the metric in which the album separates best."""
    return adapted(centred(faces))


def relations_in(faces: FaceSet) -> tuple[NeighborGraph, Relations]:
    """Return the neighbours of at least two faces, and what is seen of them."""
    graph = knn(faces.embeddings, K)
    curve = curve_of(faces, graph)
    direction = direction_in_album(faces, grouped(graph, curve))
    quality = None if direction is None else quality_of(faces.embeddings, direction)
    return graph, relations(faces, graph, curve, quality)


def curve_of(faces: FaceSet, graph: NeighborGraph) -> Platt:
    """Return the curve on which similarities are counted."""
    if len(faces) >= FEWEST:
        return calibrate_on_album(faces, graph)
    return usual_curve()
