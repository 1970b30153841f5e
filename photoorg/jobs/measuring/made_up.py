"""Libraries of made-up faces, as large as wanted, for those who measure."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.questions.evidence import Evidence, Half
from photoorg.clustering.questions.suggestions import ONE_RECOGNISER
from photoorg.library import Analysis, FileEntry, Library
from photoorg.review import evidence_file
from photoorg.types import Box, FoundFace

MODEL = "bench"
ENGINE = "bench"

_SMALL, _DIVISIBLE = 60, 6
"""So many faces at most has a group that may be another one, at least one that may be two."""


def fill(
    library: Library,
    folder: Path,
    *,
    faces: int,
    people: int,
    biggest: Sequence[int],
    files: Sequence[FileEntry] = (),
    dimension: int = 4,
    model: str = MODEL,
    engine: str = ENGINE,
    asking: bool = False,
) -> list[int]:
    """Fill a library with faces in groups and return the ids of the faces.

    Without ``files`` there are half as many photos as faces, in files that do not exist. ``people``
    groups share the faces, the first ones have ``biggest``; what is left are people seen once.
    Where it is ``asking``, the grouping leaves something to ask about every other small group.
    """
    rng = np.random.default_rng(1)
    if not files:
        places = (folder / f"{n // 250:03}" / f"{n:06}.jpg" for n in range(max(1, faces // 2)))
        files = [FileEntry(str(place), 1, 1) for place in places]
    folder_id = library.folders.add(folder)
    library.intake.register(folder_id, files)
    queue = library.intake.queue(model)
    counts = np.diff(np.linspace(0, faces, len(queue) + 1).astype(int))
    stored = library.pictures.store(
        made_up_analysis(file.id, n, int(count), rng, dimension=dimension, model=model)
        for n, (file, count) in enumerate(zip(queue, counts, strict=True))
    )
    labels = rng.permutation(_labels(faces, people, biggest))
    matrix = library.faces.matrix(model)
    evidence = made_up_evidence(labels, rng) if asking else None
    support = None if evidence is None else evidence.support
    library.grouping.apply(matrix, labels, engine=engine, model=model, support=support)
    if evidence is not None:
        evidence_file.keep(library.path, matrix.ids, evidence)
    return [face for found in stored for face in found]


def made_up_evidence(labels: NDArray[np.int64], rng: np.random.Generator) -> Evidence:
    """Return how groups ``(n,)``, lone faces (-1) among them, might hang together.

    Every other small group may be one of two others, a third of each group may be somebody else,
    and one face in 40 is hardly held.
    """
    atoms = np.where(labels < 0, labels.max() + np.cumsum(labels < 0), labels)
    sizes = np.bincount(atoms)
    small = np.flatnonzero((sizes > 0) & (sizes <= _SMALL))
    near = np.full((len(sizes), 2), -1)
    chosen = rng.choice(small, len(small) // 2, replace=False)
    near[chosen] = rng.choice(np.flatnonzero(sizes > 0), (len(chosen), 2))
    faces = np.flatnonzero(near[atoms, 0] >= 0)
    others = near[atoms[faces]]
    p = rng.uniform(0.1, 0.95, near.shape)[atoms[faces]].astype(np.float32)
    apart = (others != atoms[faces, None]).ravel()
    members = np.split(np.argsort(atoms, kind="stable"), np.cumsum(sizes)[:-1])
    support = np.where(rng.random(len(atoms)) < 0.05, rng.uniform(0.5, 1, len(atoms)), 0.95)
    return Evidence(
        atoms=atoms,
        faces=np.repeat(faces, 2)[apart],
        others=others.ravel()[apart],
        p=p.ravel()[apart],
        support=support.astype(np.float32),
        halves=tuple(
            Half(rows[: len(rows) // 3], float(rng.uniform(0.4, 1)))
            for rows in members
            if len(rows) >= _DIVISIBLE
        ),
        odds=ONE_RECOGNISER,
    )


def made_up_analysis(
    file_id: int,
    n: int,
    faces: int,
    rng: np.random.Generator,
    *,
    dimension: int = 4,
    model: str = MODEL,
) -> Analysis:
    """Return what the n-th photo might show."""
    year, month = 2000 + n % 25, 1 + n % 12
    quality = rng.random(faces)
    embeddings = rng.standard_normal((faces, dimension), np.float32)
    found = [
        FoundFace(
            Box(100.0 * face, 50, 80, 80),
            np.zeros((5, 2), np.float32),
            0.9,
            float(quality[face]),
            embeddings[face],
        )
        for face in range(faces)
    ]
    return Analysis(file_id, str(n), 4000, 3000, f"{year}-{month:02}-01T12:00:00", model, found)


def _labels(faces: int, people: int, biggest: Sequence[int]) -> NDArray[np.int64]:
    """Return ``(faces,)`` labels: the biggest groups, others of two or more, lone faces (-1)."""
    labels = np.full(faces, -1, dtype=np.int64)
    big = np.repeat(np.arange(len(biggest)), biggest)[:faces]
    labels[: len(big)] = big
    shared = max(0, int(0.6 * (faces - len(big))))
    small = max(1, people - len(biggest))
    labels[len(big) : len(big) + shared] = len(biggest) + np.arange(shared) % small
    return labels
