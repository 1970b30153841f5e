"""What the papers report, to stand beside what is measured here.

Pairwise F and BCubed F in per cent, on sets that cannot be had here. ``recalled`` figures are from
memory of the publication and not checked against it again.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """One published figure pair; None where the paper gives none."""

    data: str
    method: str
    pair_f: float | None
    bcubed_f: float | None
    recalled: bool = False


_MS1M = """
K-means 79.21 81.23
Agglomerative 70.63 70.46
DBSCAN 67.93 67.17
Rank-order, tuned by FaceMap 85.58 87.75
CDP 75.02 78.70
L-GCN 78.68 84.37
LTC 85.66 85.52
GCN-V 87.14 85.81
GCN(V+E) 87.93 86.09
Clusformer 88.20 87.17
Pair-Cls 90.67 89.54
STAR-FC 91.97 90.21
Ada-NETS 92.79 91.40
Hard Clusters (NDDe + TPDi) 93.22 92.18
FaceMap 94.24 92.55
"""
_MS1M_5M = """
K-means 66.47 69.42
Agglomerative 0.37 66.96
DBSCAN 44.94 44.74
L-GCN 72.99 78.60
STAR-FC 83.46 81.47
Ada-NETS 83.99 83.28
Hard Clusters (NDDe + TPDi) 86.94 86.06
FaceMap 86.37 86.29
"""
_DEEPFASHION = """
K-means 32.86 53.77
Agglomerative 22.54 48.77
DBSCAN 25.07 53.23
L-GCN 28.85 58.91
LTC 29.14 59.09
GCN-V 33.59 59.41
STAR-FC 37.07 60.60
Ada-NETS 39.30 61.05
Hard Clusters (NDDe + TPDi)* 40.91 63.61
"""
_YOUTUBE = """
Chinese whispers 72.90 70.55
Rank-order 76.45 75.45
K-means 67.86 75.77
DBSCAN 91.35 89.34
Agglomerative 93.07 87.98
LTC 94.44 91.33
Infomap 92.82 91.78
"""
_CASIA = """
FaceMap 92.55 91.24
"""
_VGGFACE2 = """
FaceMap 94.15 93.78
"""


def published_results() -> list[PublishedResult]:
    """Return all published figures, set by set."""
    tables = {
        "MS1M, 584 thousand faces": _MS1M,
        "MS1M, 5.21 million faces": _MS1M_5M,
        "DeepFashion, 27 thousand pictures": _DEEPFASHION,
        "YouTube Faces": _YOUTUBE,
        "CASIA": _CASIA,
        "VGGFace2": _VGGFACE2,
    }
    return [
        _parsed(data, line) for data, table in tables.items() for line in table.strip().splitlines()
    ]


def _parsed(data: str, line: str) -> PublishedResult:
    method, pair_f, bcubed_f = line.rsplit(" ", 2)
    recalled = method.endswith("*")
    return PublishedResult(data, method.rstrip("*"), float(pair_f), float(bcubed_f), recalled)
