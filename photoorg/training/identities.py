"""Labelled embeddings for training, their identity-disjoint folds, and how a network is shipped."""

import hashlib
import json
import logging
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from photoorg.clustering.engine import Labels, unit_rows
from photoorg.errors import DataError, ModelError
from photoorg.types import FloatArray

logger = logging.getLogger(__name__)

LARGE = 4096
"""Numbers in a weight that is worth storing in 16 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Identities:
    """Unit ``embeddings (n, d)`` of people ``labels (n,)`` from 0, and where they came from."""

    embeddings: FloatArray
    labels: Labels
    source: Path

    def of(self, people: Labels) -> "Identities":
        """Return the faces of some people, numbered anew."""
        kept = np.isin(self.labels, people)
        numbers = np.unique(self.labels[kept], return_inverse=True)[1]
        return Identities(self.embeddings[kept], numbers.astype(np.int64), self.source)


def read_identities(path: Path) -> Identities:
    """Return the labelled faces of an ``.npz`` file with ``embeddings (n, d)`` and ``labels (n,)``.

    Faces labelled -1 are left out. Where the file has ``names (n,)`` of the pictures, the faces
    come in the order of these, as they do in all files made from pictures. Raises DataError for a
    file of another shape, for one identity only, and where no identity has two faces: then there
    is nothing to learn from.
    """
    embeddings, labels = _arrays(path)
    known = labels >= 0
    people, numbers, sizes = np.unique(labels[known], return_inverse=True, return_counts=True)
    if len(people) < 2:
        raise DataError(f"{path} has fewer than two identities; training has to compare people.")
    if sizes.max() < 2:
        raise DataError(
            f"{path} has no identity with two faces; training has to see a person twice."
        )
    return Identities(unit_rows(embeddings[known]), numbers.astype(np.int64), path)


def read_pictures(path: Path) -> Identities | None:
    """Return the faces of a file in which none has a label, all labelled -1; else None.

    Raises DataError for a file of another shape.
    """
    embeddings, labels = _arrays(path)
    if (labels >= 0).any():
        return None
    return Identities(unit_rows(embeddings), labels.astype(np.int64), path)


def _arrays(path: Path) -> tuple[FloatArray, Labels]:
    try:
        with np.load(path) as file:
            embeddings, labels = file["embeddings"], file["labels"]
            names = file.get("names")
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise DataError(
            f"{path} is no file of labelled embeddings; it needs the arrays embeddings and labels."
        ) from error
    if labels.shape != (len(embeddings),) or labels.dtype.kind not in "iu":
        raise DataError(f"{path}: labels must be one whole number for every embedding.")
    if names is not None and names.shape == labels.shape:
        order = np.argsort(names, kind="stable")
        embeddings, labels = embeddings[order], labels[order]
    return embeddings, labels


def same_photos(sets: Sequence[Identities]) -> None:
    """Raise DataError unless all files show the same faces in the same order."""
    for part in sets[1:]:
        if part.embeddings.shape != sets[0].embeddings.shape or not np.array_equal(
            part.labels, sets[0].labels
        ):
            raise DataError(
                f"{part.source} does not hold the same faces as {sets[0].source}; train on files"
                " of the same photos, or on one file."
            )


def export(
    network: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    axes: Sequence[Mapping[int, str]],
    path: Path,
    details: Mapping[str, str],
    *,
    half: bool = False,
) -> None:
    """Write a network as one ONNX file with its details; ``axes`` names the free dimensions.

    ``half`` stores large weights in 16 bits; they are computed with in 32.
    """
    import onnx

    network.eval()
    free = [{axis: torch.export.Dim(name) for axis, name in names.items()} for names in axes]
    # The exporter tells of its own internals, and of packages nobody needs, on every call.
    logging.getLogger("torch.onnx._internal.exporter._registration").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network,
            tuple(inputs.values()),
            input_names=list(inputs),
            dynamo=True,
            optimize=False,  # keeps the names of the weights; onnxruntime does the same later
            dynamic_shapes=tuple(free),
            verbose=False,
        )
    model = program.model_proto
    del model.metadata_props[:]
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    if half:
        _halve(model)
    onnx.helper.set_model_props(model, dict(details))
    path.write_bytes(model.SerializeToString())


def add_details(path: Path, details: Mapping[str, str]) -> None:
    """Add what was found out with an exported network to what it says of itself."""
    import onnx

    model = onnx.load(str(path))
    known = {prop.key: prop.value for prop in model.metadata_props}
    onnx.helper.set_model_props(model, {**known, **details})
    path.write_bytes(model.SerializeToString())


def start_from(network: nn.Module, path: Path) -> None:
    """Fill a network with the weights of an exported one, which may have fewer inputs.

    Further columns of a matrix are zero, so that what they weigh changes nothing at first. Raises
    ModelError for the file of another network.
    """
    import onnx

    try:
        stored = {
            value.name: torch.from_numpy(onnx.numpy_helper.to_array(value).copy())
            for value in onnx.load(str(path)).graph.initializer
        }
        with torch.no_grad():
            for name, weight in network.named_parameters():
                known = stored[name]
                weight.zero_()
                weight[..., : known.shape[-1]].copy_(known)
    except Exception as error:
        raise ModelError(f"{path} is not a file of this network; start from another.") from error


def _halve(model: Any) -> None:
    """Store every large float32 weight of an ONNX model as float16, cast when it is loaded."""
    import onnx

    for weight in list(model.graph.initializer):
        values = onnx.numpy_helper.to_array(weight)
        if weight.data_type == onnx.TensorProto.FLOAT and values.size > LARGE:
            small = onnx.numpy_helper.from_array(values.astype(np.float16), f"{weight.name}_half")
            cast = onnx.helper.make_node(
                "Cast", [small.name], [weight.name], to=onnx.TensorProto.FLOAT
            )
            model.graph.initializer.remove(weight)
            model.graph.initializer.append(small)
            model.graph.node.insert(0, cast)


def write_card(
    path: Path,
    title: str,
    *,
    recipe: Mapping[str, Any],
    data: Sequence[Identities],
    figures: Mapping[str, float],
    before: str = "",
) -> None:
    """Write the model card of the network ``path`` beside it: data, recipe, figures, hashes.

    ``before`` is the card of the network it went on from, which ends the card.
    """
    sources = [(part.source, _words(part)) for part in data]
    heading = "Measured on people it was not trained on"
    write_lines(path, title, recipe=recipe, data=sources, heading=heading, figures=figures)
    if before:
        card = path.with_suffix(".md")
        it_was = before.replace("# ", "# Before: ", 1)
        card.write_text(card.read_text(encoding="utf-8") + "\n" + it_was, encoding="utf-8")


def write_lines(
    path: Path,
    title: str,
    *,
    recipe: Mapping[str, Any],
    data: Sequence[tuple[Path, str]],
    heading: str,
    figures: Mapping[str, float],
) -> None:
    """Write a model card whose ``data`` are files, each with a few words on what it holds."""
    lines = [f"# {title}", "", f"`{path.name}`, sha256 `{_hash(path)}`", "", "## Data", ""]
    lines += [f"* `{file.name}`: {words}, sha256 `{_hash(file)}`" for file, words in data]
    lines += ["", "## Recipe", "", "```json", json.dumps(recipe, indent=2), "```", ""]
    if figures:
        lines += [f"## {heading}", ""]
        lines += [f"* {name}: {value:.4f}" for name, value in figures.items()]
    path.with_suffix(".md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _words(part: Identities) -> str:
    people, width = part.labels.max() + 1, part.embeddings.shape[1]
    whose = f"of {people:,} people" if people else "that nobody named"
    return f"{len(part.labels):,} faces {whose}, {width} numbers each"


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
