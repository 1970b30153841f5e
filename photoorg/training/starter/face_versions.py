"""Embeds aligned faces as they are and as bad photos show them, to train the pair scorer on.

Albums hold faces that are far away, out of focus, in the dark or half hidden. Of every face a
version is made that is left alone, mildly or badly degraded, a third each.
"""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from photoorg.analysis.face_crops import read_crops
from photoorg.clustering.engine import unit_rows
from photoorg.errors import ModelError
from photoorg.training.starter.augment import degrade, relight
from photoorg.training.starter.embedder_network import as_input
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

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
    embed = _recognizer(recognizer)
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
            parts.append(embed(block))
            progress(version * len(labels) + start + len(block), (versions + 1) * len(labels))
        path = folder / (f"worse-{version}.npz" if version else "clean.npz")
        np.savez(
            path, embeddings=unit_rows(np.concatenate(parts)).astype(np.float16), labels=labels
        )
        written.append(path)
    return written


def worse(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a face ``(112, 112, 3)`` as it is, or mildly or badly degraded."""
    kind = rng.random()
    if kind < 1 / 3:
        return face
    if kind < 2 / 3:
        return degrade(relight(face, rng) if rng.random() < 0.5 else face, rng)
    spoil = (_far_away, _out_of_focus, _in_the_dark, _half_hidden)[rng.integers(4)]
    picture = spoil(face, other, rng)
    return degrade(picture, rng) if rng.random() < 0.4 else picture


def _far_away(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    side = int(rng.integers(10, 26))
    small = cv2.resize(face, (side, side), interpolation=cv2.INTER_AREA)
    grown: Pixels = cv2.resize(small, face.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return grown


def _out_of_focus(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    blurred: Pixels = cv2.GaussianBlur(face, (0, 0), rng.uniform(2.5, 5))
    return blurred


def _in_the_dark(face: Pixels, _other: Pixels, rng: np.random.Generator) -> Pixels:
    noise = rng.normal(0, rng.uniform(2, 8), face.shape)
    return np.clip(face * rng.uniform(0.08, 0.3) + noise, 0, 255).astype(np.uint8)


def _half_hidden(face: Pixels, other: Pixels, rng: np.random.Generator) -> Pixels:
    """Cover the mouth, as a mask does, or a band around the eyes."""
    picture = face.copy()
    size = len(face)
    if rng.random() < 0.5:
        picture[int(rng.uniform(0.5, 0.65) * size) :] = rng.integers(0, 256, 3)
    else:
        top = int(rng.uniform(0.2, 0.35) * size)
        band = slice(top, top + int(rng.uniform(0.2, 0.35) * size))
        picture[band] = other[band][::-1] if rng.random() < 0.3 else rng.integers(0, 120, 3)
    return picture


def _recognizer(path: Path) -> Callable[[Pixels], FloatArray]:
    import onnxruntime

    try:
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"{path} is no ONNX file of a face recogniser.") from error
    (inlet,) = session.get_inputs()
    one_by_one = inlet.shape[0] == 1

    def embed(faces: Pixels) -> FloatArray:
        pictures = as_input(faces)
        blocks = np.split(pictures, len(pictures)) if one_by_one else [pictures]
        found = [session.run(None, {inlet.name: block})[0] for block in blocks]
        embeddings: FloatArray = np.concatenate(found)
        return embeddings

    return embed
