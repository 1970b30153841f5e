"""What a grouping left for questions, kept beside the library; it can be deleted at any time."""

import logging
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.array_files import ArrayFile
from photoorg.clustering.questions.evidence import Evidence
from photoorg.library.storage.sidecars import evidence_file

log = logging.getLogger(__name__)

Ids = NDArray[np.int64]

VERSION = 1


def keep(library: Path, face_ids: Ids, evidence: Evidence) -> None:
    """Keep the evidence of faces ``(n,)`` of a library."""
    stored = evidence.arrays() | {"version": np.array(VERSION), "face_ids": face_ids}
    ArrayFile(evidence_file(library)).write(stored)


def recall(library: Path, face_ids: Ids) -> Evidence | None:
    """Return what is known of faces ``(n,)``, by their places; None where nothing is.

    Faces that came since the last grouping have no evidence.
    """
    stored = ArrayFile(evidence_file(library)).read()
    if stored is None:
        return None
    try:
        if int(stored["version"]) != VERSION:
            return None
        evidence, known = Evidence.of_arrays(stored), stored["face_ids"]
        if len(known) != len(evidence):
            return None
    except (KeyError, ValueError, IndexError) as error:
        log.warning("what a grouping left for questions is something else: %s", error)
        return None
    if len(known) == 0:
        return None
    rows = np.minimum(np.searchsorted(known, face_ids), len(known) - 1)
    return evidence.about(np.where(known[rows] == face_ids, rows, -1))
