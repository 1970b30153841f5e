"""Puts a trained detector and embedder together into a pack that InsightFace loads."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from photoorg.errors import ModelError

DETECTOR = "detector.onnx"
EMBEDDER = "embedder.onnx"


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
