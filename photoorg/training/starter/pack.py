"""Makes the starter pack of a trained detector and embedder, and what has to be fitted to it."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from photoorg.errors import ModelError
from photoorg.packs.models import read_pack
from photoorg.settings import RESOURCES
from photoorg.types import ProgressCallback, no_progress

DETECTOR = "detector.onnx"
EMBEDDER = "embedder.onnx"

GENERIC_SCORER = RESOURCES / "similarity" / "generic.onnx"
DEGRADED = {"named": 2, "nameless": 4}
"""How often the faces of either kind are degraded for the pair scorer."""
ALBUMS = 280, 120
"""That it learns from without a fifth of the people, and then from all."""


def train_pack(
    detector: Path,
    embedder: Path,
    out: Path,
    *,
    ages: Sequence[Sequence[Path]],
    named: Path,
    nameless: Path,
    progress: ProgressCallback = no_progress,
) -> list[Path]:
    """Make the pack ``starter`` and its pair scorer in ``out``; return what belongs to a release.

    The embedder no longer tells the ``ages`` of collections of crops (zip files, as all of these)
    nor the origins that they name; the pair scorer learns from how it embeds the faces ``named``
    and ``nameless``, first without a fifth of the people, on whom it is measured. What an earlier
    call made of the same networks is used again, and a training that was stopped goes on. Raises
    DataError, ModelError.
    """
    from photoorg.training.similarity import SimilarityRecipe, train
    from photoorg.training.starter.without_groups import take_out_groups

    pack = out / "starter"
    pack.mkdir(parents=True, exist_ok=True)
    ageless = take_out_groups(embedder, ages, pack / EMBEDDER)
    manifest = write_pack(pack, detector, ageless)
    model = read_pack(pack).model_id
    data = [
        *_versions(named, ageless, out / model, "named", progress),
        *_versions(nameless, ageless, out / model, "nameless", progress),
    ]
    measured, scorer = out / model / "starter-measured.onnx", out / "starter.onnx"
    first = SimilarityRecipe(
        pack=model,
        start=str(GENERIC_SCORER),
        search="restored",
        albums=ALBUMS[0],
        learning_rate=0.015,
    )
    if not measured.exists():
        train(data, measured, first, progress)
    last = replace(
        first, start=str(measured), albums=ALBUMS[1], learning_rate=0.005, held_out=0, seed=1
    )
    train(data, scorer, last, progress)
    return [manifest, scorer, scorer.with_suffix(".md")]


def _versions(
    crops: Path, recognizer: Path, folder: Path, kind: str, progress: ProgressCallback
) -> list[Path]:
    """Return the files of the faces as the recogniser embeds them, once they are all there."""
    from photoorg.training.starter.face_versions import write_versions

    there = folder / kind
    files = [there / f"starter-{kind}-clean.npz"]
    files += [there / f"starter-{kind}-worse-{n + 1}.npz" for n in range(DEGRADED[kind])]
    if not all(file.exists() for file in files):
        written = write_versions(
            crops, recognizer, there, versions=DEGRADED[kind], progress=progress
        )
        for one, file in zip(written, files, strict=True):
            one.replace(file)
    return files


def write_pack(
    folder: Path,
    detector: Path,
    embedder: Path,
    *,
    name: str = "starter",
    card: Mapping[str, Any] | None = None,
) -> Path:
    """Copy both networks into ``folder`` and write its ``manifest.json`` of version 2.

    ``card`` becomes ``model-card.json``; an older one stays where none is given. The manifest is
    written last and in one go: it never names a file of other content. Returns its path.
    """
    for file in (detector, embedder):
        if not file.is_file():
            raise ModelError(f"{file} does not exist: train the network first")
    folder.mkdir(parents=True, exist_ok=True)
    for source, target in ((detector, DETECTOR), (embedder, EMBEDDER)):
        if source.resolve() != (folder / target).resolve():
            shutil.copyfile(source, folder / target)
    manifest = {
        "manifest_version": 2,
        "model_id": name,
        "display_name": f"photoorg {name}",
        "license": "MODEL.LICENSE",
        "tasks": {
            "detection": {
                "file": DETECTOR,
                "sha256": _digest(folder / DETECTOR),
                "preprocessing": {"mean": 127.5, "std": 128.0},
            },
            "recognition": {
                "file": EMBEDDER,
                "sha256": _digest(folder / EMBEDDER),
                "preprocessing": {"mean": 127.5, "std": 127.5},
                "input_size": [112, 112],
                "embedding_dimension": _dimension(folder / EMBEDDER),
            },
        },
    }
    if card is not None:
        _write_json(folder / "model-card.json", card)
    _write_json(folder / "manifest.json", manifest)
    return folder / "manifest.json"


def _dimension(embedder: Path) -> int:
    import onnx

    outputs = onnx.load(str(embedder)).graph.output
    return int(outputs[0].type.tensor_type.shape.dim[-1].dim_value)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write_json(file: Path, content: Mapping[str, Any]) -> None:
    part = file.with_name(f"{file.name}.part")
    part.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(file)
