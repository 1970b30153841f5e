"""What grouping found out of the faces, kept so that the next ones are added fast.

Searching the neighbours of 100,000 faces and judging their pairs takes 20 s, adding 1,000 faces to
what is known of them 1 to 2 s. Nothing is kept that could not be found again: where it is missing,
damaged, of another scorer or of other faces, everything is searched anew.
"""

import hashlib
import logging
from dataclasses import replace
from typing import Any

import numpy as np

from photoorg.array_files import ArrayCache, Arrays
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.rules.canonical import row_hashes
from photoorg.clustering.scoring.affinity import PairScorer, Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.scoring.relational import RelationalScorer
from photoorg.types import FloatArray

log = logging.getLogger(__name__)

FEWEST = 5_000
"""Faces from which it is worth it: fewer are searched in a second."""
VERSION = 3


def recall(cache: ArrayCache, faces: FaceSet, scorer: PairScorer) -> ScoredNeighbors | None:
    """Return the neighbours of the first faces if what is kept is about them, else None."""
    if len(faces) < FEWEST:
        return None
    stored = cache.read()
    if stored is None:
        return None
    try:
        first = len(stored["ids"])
        about = _about(faces.embeddings[:first], scorer)
        if first > len(faces) or str(stored["about"]) != about:
            return None
        graph = NeighborGraph(stored["ids"], stored["sims"])
        return ScoredNeighbors(
            graph, stored["p"], _with_learned(scorer, stored), int(stored["fitted"])
        )
    except (KeyError, ValueError) as error:
        log.warning("what was known of the neighbours is something else: %s", error)
        return None


def remember(cache: ArrayCache, faces: FaceSet, scorer: PairScorer, found: ScoredNeighbors) -> None:
    """Keep the neighbours of the faces; ``scorer`` is the one :func:`recall` will be given."""
    if len(faces) < FEWEST:
        return
    cache.write(
        {
            "about": np.array(_about(faces.embeddings, scorer)),
            "ids": found.graph.ids,
            "sims": found.graph.sims,
            "p": found.p,
            "fitted": np.array(found.fitted),
            **_learned(found.scorer),
        }
    )


def _about(embeddings: FloatArray, scorer: PairScorer) -> str:
    """Return a digest of unit rows ``(n, d)`` and of the scorer before it learns of them."""
    digest = hashlib.blake2b(row_hashes(embeddings).data, digest_size=16)
    digest.update(f"{VERSION} {scorer.name} {_curve(scorer)}".encode())
    if isinstance(scorer, RelationalScorer):
        digest.update(scorer.network.path.read_bytes())
    return digest.hexdigest()


def _curve(scorer: PairScorer) -> Platt | None:
    curve = scorer.curve if isinstance(scorer, RelationalScorer) else scorer
    return curve if isinstance(curve, Platt) else None


def _learned(scorer: PairScorer) -> dict[str, Any]:
    """Return the arrays that hold what a scorer learned from the album."""
    found: dict[str, Any] = {}
    curve = _curve(scorer)
    if curve is not None:
        found["curve"] = np.array(_numbers(curve))
    if isinstance(scorer, RelationalScorer):
        found["crowds"] = np.array([_numbers(crowd) for crowd in scorer.crowds])
        if scorer.direction is not None:
            found["direction"] = scorer.direction
    return found


def _with_learned(scorer: PairScorer, stored: Arrays) -> PairScorer:
    """Return a scorer with what it had learned."""
    curve = _platt(stored["curve"]) if "curve" in stored else None
    if isinstance(scorer, RelationalScorer):
        crowds = tuple(_platt(crowd) for crowd in stored["crowds"])
        return replace(scorer, curve=curve, direction=stored.get("direction"), crowds=crowds)
    return curve if curve is not None and isinstance(scorer, AlbumCalibrated) else scorer


def _numbers(curve: Platt) -> tuple[float, float, int]:
    return curve.slope, curve.middle, curve.faces


def _platt(numbers: FloatArray) -> Platt:
    slope, middle, faces = numbers.tolist()
    return Platt(slope, middle, int(faces))
