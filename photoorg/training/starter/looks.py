"""Cuts the network that tells what photos look like out of a face detector; nothing is trained.

The ends of the detector's stages are taken, before anything in it asks for faces, and of each
channel the mean over the picture and the standard deviation. Their principal components over a few
thousand photos, without labels, become one matrix behind the trunk.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.analysis.picture_features import SIMPLE, as_input, decode, shrunk, simple
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.errors import DataError, ModelError, PhotoorgError
from photoorg.media.images import read_picture
from photoorg.training.identities import write_lines
from photoorg.types import FloatArray, ProgressCallback, no_progress

FEWEST = 2
"""Components are taken of so many photos at least."""


@dataclass(frozen=True, slots=True)
class LooksRecipe:
    """What the network depends on besides the detector and the photos.

    ``stages`` are the names of the values at the ends of its stages, separated by spaces.
    """

    stages: str = "add_40 add_82 add_124"
    width: int = 128
    photos: int = 4000
    seed: int = 0


def cut(
    detector: Path,
    folders: Sequence[Path],
    out: Path,
    recipe: LooksRecipe,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Write the network ``out`` and its card; return how much of the variance it keeps.

    Raises ModelError for a file that is no such detector, and DataError without photos.
    """
    trunk = _trunk(detector, recipe.stages.split())
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    chosen = np.random.default_rng(recipe.seed).permutation(len(files))[: recipe.photos]
    told = list(_told(trunk, [files[n] for n in sorted(chosen)], progress))
    if len(told) < FEWEST:
        raise DataError("There are no photos to take the principal components of.")
    widths = [len(part) for part in told[0]]
    rows = np.stack([np.concatenate(parts) for parts in told])
    mean, matrix, kept = components(rows, widths, recipe.width)
    _project(trunk, mean, matrix)
    _write(trunk, out)
    figures = {"photos": float(len(told)), "variance kept": kept}
    write_lines(
        out,
        "What pictures look like",
        recipe=asdict(recipe),
        data=[(detector, "the face detector whose trunk it is")],
        heading="Principal components",
        figures=figures,
    )
    return figures


def components(
    rows: FloatArray, widths: Sequence[int], width: int
) -> tuple[FloatArray, FloatArray, float]:
    """Return the mean ``(d,)`` of rows ``(n, d)``, a matrix ``(d, width)`` and the variance kept.

    Parts of so many columns each count alike, and so do the columns of a part; the components
    have an energy of one together.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    weight = np.concatenate([np.full(part, part**-0.5) for part in widths]) / spread
    _, sizes, directions = np.linalg.svd((rows - mean) * weight, full_matrices=False)
    energy = np.square(sizes[:width]).sum()
    matrix = directions[:width].T * weight[:, None] / np.sqrt(energy / len(rows))
    kept = float(energy / np.square(sizes).sum())
    return np.asarray(mean, np.float32), np.asarray(matrix, np.float32), kept


def _trunk(detector: Path, stages: Sequence[str]) -> Any:
    """Return the detector up to the ends of its stages, with what is taken of each as one row."""
    import onnx
    from onnx import helper

    try:
        whole = onnx.load(str(detector))
        model = onnx.utils.Extractor(whole).extract_model(["picture"], list(stages))
    except Exception as error:
        raise ModelError(f"{detector} has no stages called {', '.join(stages)}.") from error
    graph = model.graph
    del graph.output[:]
    parts = []
    for stage in stages:
        mean, spread = f"{stage}_mean", f"{stage}_spread"
        parts += [mean, spread]
        for kind, inputs, output in (
            ("GlobalAveragePool", [stage], mean),
            ("Mul", [stage, stage], f"{stage}_squared"),
            ("GlobalAveragePool", [f"{stage}_squared"], f"{stage}_square"),
            ("Mul", [mean, mean], f"{stage}_mean_squared"),
            ("Sub", [f"{stage}_square", f"{stage}_mean_squared"], f"{stage}_variance"),
            ("Relu", [f"{stage}_variance"], f"{stage}_positive"),
            ("Sqrt", [f"{stage}_positive"], spread),
        ):
            graph.node.append(helper.make_node(kind, inputs, [output]))
    flat = [f"{part}_flat" for part in parts]
    for part, row in zip(parts, flat, strict=True):
        graph.node.append(helper.make_node("Flatten", [part], [row]))
        graph.output.append(helper.make_tensor_value_info(row, onnx.TensorProto.FLOAT, None))
    return model


def _told(
    trunk: Any, files: Sequence[Path], progress: ProgressCallback
) -> Iterator[list[FloatArray]]:
    """Yield the activations, layout and colours of the thumbnail of each file that is a photo."""
    import onnxruntime

    session = onnxruntime.InferenceSession(trunk.SerializeToString())
    for n, file in enumerate(files):
        progress(n, len(files))
        try:
            pixels = decode(photo_thumbnail(read_picture(file)))
        except (PhotoorgError, OSError):
            continue
        if pixels is not None:
            parts = session.run(None, {"picture": as_input(shrunk(pixels)[None])})
            yield [*(part[0] for part in parts), *np.split(simple(pixels), SIMPLE[:1])]


def _project(trunk: Any, mean: FloatArray, matrix: FloatArray) -> None:
    """End the network with the matrix, behind what it says and what ``simple`` says."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    graph = trunk.graph
    parts = [output.name for output in graph.output]
    half = numpy_helper.from_array(matrix.astype(np.float16), "matrix_half")
    graph.initializer.extend([numpy_helper.from_array(mean, "mean"), half])
    for kind, inputs, output, options in (
        ("Concat", [*parts, "simple"], "told", {"axis": 1}),
        ("Sub", ["told", "mean"], "centred", {}),
        ("Cast", ["matrix_half"], "matrix", {"to": TensorProto.FLOAT}),
        ("MatMul", ["centred", "matrix"], "looks", {}),
    ):
        graph.node.append(onnx.helper.make_node(kind, inputs, [output], **options))
    graph.input.append(helper.make_tensor_value_info("simple", TensorProto.FLOAT, [1, sum(SIMPLE)]))
    del graph.output[:]
    graph.output.append(
        helper.make_tensor_value_info("looks", TensorProto.FLOAT, [1, matrix.shape[1]])
    )


def _write(model: Any, out: Path) -> None:
    import onnx

    sign(model)
    onnx.checker.check_model(model)
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(out))


def sign(model: Any) -> None:
    """Give a network the name that tells it from others, made of its weights."""
    import onnx

    weights = hashlib.sha256(model.graph.SerializeToString()).hexdigest()
    onnx.helper.set_model_props(model, {"looks": weights[:16]})
