"""What grouping found out of the faces, kept in a file so that the next ones are added fast.

Searching the neighbours of 100,000 faces and judging their pairs takes 20 s, adding 1,000 faces to
what is known of them 1 to 2 s. The file holds nothing that could not be found again: where it is
missing, damaged, of another scorer or of other faces, everything is searched anew.
"""

import hashlib
import logging
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.ndde_tpdi.scored_neighbors import Known
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.rules.canonical import row_hashes
from photoorg.clustering.scoring.affinity import PairScorer, Platt
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.scoring.relational import RelationalScorer
from photoorg.private_files import open_private
from photoorg.types import FloatArray

log = logging.getLogger(__name__)

FEWEST = 5_000
"""Faces from which a file is worth it: fewer are searched in a second."""
VERSION = 3


def read_notes(file: Path, faces: FaceSet, scorer: PairScorer) -> Known | None:
    """Return what is known of the first faces if the file is about them, else None."""
    if not file.exists():
        return None
    try:
        with file.open("rb") as stream, np.load(stream) as stored:
            first = len(stored["ids"])
            about = _about(faces.embeddings[:first], scorer)
            if first > len(faces) or str(stored["about"]) != about:
                return None
            graph = NeighborGraph(stored["ids"], stored["sims"])
            p, fitted = stored["p"], int(stored["fitted"])
            return Known(graph, p, _with_learned(scorer, stored), fitted)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        log.warning("what was known of the neighbours cannot be read: %s", error)
        return None


def write_notes(file: Path, faces: FaceSet, scorer: PairScorer, known: Known) -> None:
    """Keep what is known of the faces; the old file stays until the new one is whole.

    ``scorer`` is the one :func:`read_notes` will be given.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        with open(part, "wb", opener=open_private) as stream:
            np.savez(
                stream,
                about=np.array(_about(faces.embeddings, scorer)),
                ids=known.graph.ids,
                sims=known.graph.sims,
                p=known.p,
                fitted=np.array(known.fitted),
                **_learned(known.scorer),
            )
        part.replace(file)
    except OSError as error:
        log.warning("what is known of the neighbours cannot be kept: %s", error)
        part.unlink(missing_ok=True)


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


def _with_learned(scorer: PairScorer, stored: Any) -> PairScorer:
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
