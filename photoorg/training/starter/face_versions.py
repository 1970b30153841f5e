"""Embeds aligned faces as they are and as bad photos show them, to train the pair scorer on.

Albums hold faces that are far away, out of focus, in the dark or half hidden. Of every face a
version is made that is left alone, mildly or badly degraded, a third each.
"""

from pathlib import Path

import numpy as np

from photoorg.analysis.face_crops import read_crops
from photoorg.training.starter.augment import degrade, relight, spoil
from photoorg.training.starter.teachers import Recognizer
from photoorg.types import Pixels, ProgressCallback, no_progress

BATCH = 64


def write_versions(
    crops: Path,
    recognizer: Path,
    folder: Path,
    *,
    versions: int = 2,
    seed: int = 0,
    progress: ProgressCallback = no_progress,
) -> list[Path]:
    """Write ``clean.npz`` and ``worse-1.npz`` to ``worse-<versions>.npz``; return the files.

    Each holds unit ``embeddings (n, d)`` float16 and ``labels (n,)`` of the same faces. Faces
    without a name in their file's name are left out; where none has one, all are labelled -1.
    Raises DataError, ModelError.
    """
    faces = read_crops([crops])
    named = np.array([bool(name) for name in faces.names])
    faces = faces.select(named) if named.any() else faces
    labels = np.unique(faces.names, return_inverse=True)[1].astype(np.int32)
    if not named.any():
        labels[:] = -1
    network = Recognizer(recognizer)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for version in range(versions + 1):
        rng = np.random.default_rng((seed, version))
        parts = []
        for start in range(0, len(labels), BATCH):
            block = faces.pixels[start : start + BATCH]
            if version:
                others = faces.pixels[rng.integers(len(labels), size=len(block))]
                block = np.stack([worse(*pair, rng) for pair in zip(block, others, strict=True)])
            parts.append(network.embed(block))
            progress(version * len(labels) + start + len(block), (versions + 1) * len(labels))
        path = folder / (f"worse-{version}.npz" if version else "clean.npz")
        np.savez(path, embeddings=np.concatenate(parts).astype(np.float16), labels=labels)
        written.append(path)
    return written


def worse(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a face ``(112, 112, 3)`` as it is, or mildly or badly degraded."""
    kind = rng.random()
    if kind < 1 / 3:
        return face
    if kind < 2 / 3:
        return degrade(relight(face, rng) if rng.random() < 0.5 else face, rng)
    picture = spoil(face, other, rng)
    return degrade(picture, rng) if rng.random() < 0.4 else picture
