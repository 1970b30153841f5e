"""The default engine: NDDe and TPDi with the scorer that serves the faces' recogniser best.

Where a network was trained for the recogniser, it judges the pairs; which recogniser that is, the
pack says or the embeddings themselves. Else pairs are judged by the cosine, calibrated for the
pack or on the album.
"""

from dataclasses import dataclass

from photoorg.clustering.affinity import known_calibration
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi import NddeTpdi, Peaks, calibrated_engine
from photoorg.clustering.networks import Network, matching_network
from photoorg.clustering.relational import FAMILY, RelationalScorer
from photoorg.types import ProgressCallback, no_progress

TRAINED_TAU = 0.75
"""Where groups are cut when a network judges the pairs: it knows better than the cosine who is a
stranger, so that less evidence from the neighbours is needed."""


@dataclass(frozen=True, slots=True)
class Default:
    """``pack`` is the name of a pack, of its recogniser, or the model id stored with embeddings."""

    pack: str | None = None
    name: str = "ndde-tpdi"
    needs: frozenset[str] = frozenset()

    def serving(self, faces: FaceSet) -> NddeTpdi:
        """Return the engine for these faces."""
        network = matching_network(FAMILY, self.pack, faces.embeddings)
        return calibrated_engine(self.pack) if network is None else trained_engine(network)

    def fit(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Peaks:
        """Return the forest of the faces; raises ContradictionError."""
        return self.serving(faces).fit(faces, constraints, progress)

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.serving(faces).fit_predict(faces, constraints, progress)

    def add(
        self,
        faces: FaceSet,
        settled: Labels,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        return self.serving(faces).add(faces, settled, constraints, progress)


def default_engine(pack: str | None = None) -> Default:
    """Return the engine for a pack."""
    return Default(pack)


def trained_engine(network: Network) -> NddeTpdi:
    """Return the engine whose pairs a trained network judges."""
    scorer = RelationalScorer(network, known_calibration(network.pack))
    return NddeTpdi(scorer, tau=TRAINED_TAU)
