"""The list of the engines there are.

They are named as ``"module:name"`` strings and imported only when one is asked for, so that naming
them costs nothing and deleting one is deleting one file and one line.
"""

import importlib
from typing import cast

from photoorg.clustering.engine import ClusterEngine
from photoorg.errors import UsageError

ENGINES: dict[str, str] = {
    "ndde-tpdi": "photoorg.clustering.ndde_tpdi.default:default_engine",
    "ndde-tpdi-cosine": "photoorg.clustering.ndde_tpdi.ndde_tpdi:calibrated_engine",
    "ndde-tpdi-map": "photoorg.clustering.systems.map_equation:default_engine",
    "ndde-tpdi-paper": "photoorg.clustering.systems.refinement:default_engine",
    "facenet": "photoorg.clustering.systems.facenet:default_engine",
    "facenet-kmeans": "photoorg.clustering.systems.facenet:k_means_engine",
    "facenet-knn": "photoorg.clustering.systems.facenet:knn_engine",
    "facenet-lmnn": "photoorg.clustering.systems.facenet:large_margin_engine",
    "bcl": "photoorg.clustering.systems.ball_cluster:default_engine",
    "dac": "photoorg.clustering.systems.dac:default_engine",
    "dac-star": "photoorg.clustering.systems.dac:single_threshold_engine",
    "facemap": "photoorg.clustering.systems.facemap:default_engine",
    "facemap-guarded": "photoorg.clustering.systems.facemap:guarded_engine",
    "lgcn": "photoorg.clustering.systems.lgcn:default_engine",
    "average-linkage": "photoorg.clustering.peers.linkage:average_engine",
    "complete-linkage": "photoorg.clustering.peers.linkage:complete_engine",
    "dbscan": "photoorg.clustering.peers.dbscan:default_engine",
    "hdbscan": "photoorg.clustering.peers.hdbscan:default_engine",
    "k-means": "photoorg.clustering.peers.kmeans:default_engine",
    "rank-order": "photoorg.clustering.peers.rank_order:default_engine",
    "damselfly": "photoorg.clustering.peers.damselfly:default_engine",
    "digikam": "photoorg.clustering.peers.digikam:default_engine",
    "ente": "photoorg.clustering.peers.ente:default_engine",
    "facerecognition": "photoorg.clustering.peers.facerecognition:default_engine",
    "fotema": "photoorg.clustering.peers.fotema:default_engine",
    "immich": "photoorg.clustering.peers.immich:default_engine",
    "insightface-desktop": "photoorg.clustering.peers.insightface_desktop:default_engine",
    "lap": "photoorg.clustering.peers.lap:default_engine",
    "librephotos": "photoorg.clustering.peers.librephotos:default_engine",
    "lrgenius": "photoorg.clustering.peers.lrgenius:default_engine",
    "omoide": "photoorg.clustering.peers.omoide:default_engine",
    "photoprism": "photoorg.clustering.peers.photoprism:default_engine",
    "photoprism-2026": "photoorg.clustering.peers.photoprism_2026:default_engine",
    "recognize": "photoorg.clustering.peers.recognize:default_engine",
}
"""Name of every engine and the function ``(pack: str | None) -> ClusterEngine`` that makes it."""


def load_engine(name: str, pack: str | None = None) -> ClusterEngine:
    """Return the engine of that name, set up for a face model pack.

    ``pack`` is the name of a pack, of its recogniser, or the model id stored with embeddings;
    None or an unknown one lets the engine calibrate itself on the album. Raises UsageError.
    """
    try:
        module, factory = ENGINES[name].split(":")
    except KeyError:
        known = ", ".join(sorted(ENGINES))
        raise UsageError(f"There is no engine “{name}”; choose one of {known}.") from None
    make = getattr(importlib.import_module(module), factory)
    return cast("ClusterEngine", make(pack))
