"""The engine as its paper meant it: attention over the neighbours' embeddings themselves.

"On Mitigating Hard Clusters for Face Clustering" (ECCV 2022), sections 3.1 to 3.4, with its own
numbers: one transformer layer refines the k = 80 nearest embeddings of a face, a small head tells
from the refined pair how probable it is that both are one person; NDDe over the 20 most probable
neighbours at a temperature of 0.5, TPDi over all at 0.05, groups cut at 0.7. The published code
attends over the faces of a batch by mistake; here it is the neighbours of one face.

It is there to be compared with: what it learns are the people it was trained on, and only the
embeddings of one recogniser mean anything to it. The program's own engine sees relations
(:mod:`~photoorg.clustering.scoring.relations`).
"""

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.ndde_tpdi import NddeTpdi
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.scoring.networks import Network, matching_network
from photoorg.errors import ModelError
from photoorg.types import FloatArray, IntArray, ProgressCallback, no_progress

FAMILY = "refinement"
K = 80
PUBLISHED = Setting(k=K, density_k=20, density_sigma=0.5, distance_sigma=0.05)
TAU = 0.7
BATCH = 128


@dataclass(frozen=True, slots=True)
class RefinementScorer:
    """P(one person) as the trained network says it for an anchor; ``p_ij`` is not ``p_ji``."""

    network: Network

    @property
    def name(self) -> str:
        return f"refined neighbours ({self.network.pack})"

    def searched(self, embeddings: FloatArray) -> FloatArray:
        return embeddings

    def fitted(
        self,
        faces: FaceSet,  # noqa: ARG002
        graph: NeighborGraph,  # noqa: ARG002
    ) -> "RefinementScorer":
        return self

    def score(
        self, faces: FaceSet, graph: NeighborGraph, progress: ProgressCallback = no_progress
    ) -> FloatArray:
        # The same batches whatever the order of the rows: sums depend on the size of a batch.
        order = canonical_order(faces)
        p = np.empty(graph.ids.shape, np.float32)
        p[order] = self._asked(faces, graph, order, progress)
        return p

    def score_rows(self, faces: FaceSet, graph: NeighborGraph, rows: IntArray) -> FloatArray:
        return self._asked(faces, graph, rows, no_progress)

    def _asked(
        self, faces: FaceSet, graph: NeighborGraph, rows: IntArray, progress: ProgressCallback
    ) -> FloatArray:
        session = self.network.session()
        p = np.ones((len(rows), graph.k), np.float32)
        if graph.k < 2:
            return p
        for start in range(0, len(rows), BATCH):
            progress(start, len(rows))
            near = faces.embeddings[graph.ids[rows[start : start + BATCH]]]
            logits = session.run(None, {"near": near})[0]
            p[start : start + BATCH] = 1 / (1 + np.exp(-logits))
        p[:, 0] = 1.0
        progress(len(rows), len(rows))
        return p


@dataclass(frozen=True, slots=True)
class Published:
    """The engine with the shipped network for a pack, or the one that knows the embeddings."""

    pack: str | None = None
    name: str = "ndde-tpdi-paper"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``. Raises ModelError for an embedder without a trained network."""
        network = matching_network(FAMILY, self.pack, faces.embeddings)
        if network is None:
            raise ModelError(
                "No network of the paper's kind was trained for this face model; choose another"
                " engine, or train one with `photoorg train refinement`."
            )
        return engine_of(network).fit_predict(faces, constraints, progress)


def engine_of(network: Network) -> NddeTpdi:
    """Return the paper's method with a network."""
    return NddeTpdi(RefinementScorer(network), PUBLISHED, TAU, name="ndde-tpdi-paper")


def default_engine(pack: str | None = None) -> Published:
    """Return the engine for a pack."""
    return Published(pack)
