"""``photoorg train``: train the networks that come with the program, or your own."""

import argparse
import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from photoorg.commands.follow import ProgressLine
from photoorg.commands.research import train_numbers
from photoorg.commands.terminal import DONE, Commands, add_json, answer, answer_json, say
from photoorg.errors import UsageError
from photoorg.jobs.messages import Progress, Stage

FROM_EMBEDDINGS = {
    "similarity": ("photoorg.training.similarity", "who belongs together: the default engine"),
    "refinement": ("photoorg.training.refinement", "the engine ndde-tpdi-paper"),
    "lgcn": ("photoorg.training.lgcn", "the engine lgcn"),
    "lgcn-generic": ("photoorg.training.generic_lgcn", "the engine lgcn, for any recogniser"),
    "bcl": ("photoorg.training.ball_cluster", "the engine bcl"),
    "bcl-generic": (
        "photoorg.training.generic_ball_cluster",
        "the engine bcl, for any recogniser",
    ),
    "facenet": ("photoorg.training.facenet", "an adapter for your own confirmed faces"),
    "dac": ("photoorg.training.dac", "groups of whole pictures"),
}
"""Each module has one recipe (a dataclass) and ``train(data, out, recipe, progress)``."""

INSTALL = "Training needs PyTorch; install it with `pip install 'photoorg[train]'`."

TRAINING = Stage("Training")


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    train = commands.add_parser("train", help="train networks (needs the extra train)")
    parts = train.add_subparsers(title="what to train", metavar="WHAT", required=True)
    for name, (module, purpose) in FROM_EMBEDDINGS.items():
        if find_spec(module) is None:
            continue  # a trainer is one file: where that is left out, so is the command
        part = parts.add_parser(name, help=purpose)
        part.add_argument("data", type=Path, nargs="+", metavar="DATA.npz")
        part.add_argument("--out", type=Path, required=True, metavar="FILE")
        part.add_argument("--pack", metavar="NAME", help="the model pack of the embeddings")
        part.set_defaults(command=run_from_embeddings, module=module)
        _add_recipe(part)
    faces = parts.add_parser(
        "faces", help="embed aligned faces, as they are and degraded, as data for the others"
    )
    faces.add_argument("crops", type=Path, metavar="CROPS.zip")
    faces.add_argument("--recognizer", type=Path, required=True, metavar="FILE.onnx")
    faces.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    faces.add_argument("--versions", type=int, default=2, help="how many degraded ones (2)")
    faces.add_argument("--seed", type=int, default=0)
    add_json(faces)
    faces.set_defaults(command=run_faces)
    looks = parts.add_parser(
        "looks", help="what tells what photos look like, out of a trained face detector"
    )
    looks.add_argument("--detector", type=Path, required=True, metavar="FILE.onnx")
    looks.add_argument("--photos", type=Path, nargs="+", required=True, metavar="FOLDER")
    looks.add_argument("--out", type=Path, required=True, metavar="FILE.onnx")
    looks.set_defaults(command=run_looks)
    _add_recipe(looks)
    eyes = parts.add_parser("eyes", help="what tells closed eyes from open ones, on painted faces")
    eyes.add_argument("data", type=Path, nargs="+", metavar="CROPS.zip")
    eyes.add_argument("--out", type=Path, required=True, metavar="FILE.onnx")
    eyes.set_defaults(command=run_eyes)
    _add_recipe(eyes)
    train_numbers.register(parts)
    embedder = parts.add_parser("embedder", help="a small face embedder, from its teachers")
    embedder.add_argument(
        "--ages", type=Path, metavar="CROPS.zip", help="faces in folders by age, to forget it"
    )
    embedder.set_defaults(command=run_embedder)
    pack = parts.add_parser("pack", help="the starter pack, of its two networks")
    for name, what in {
        "--detector": "FILE.onnx",
        "--embedder": "FILE.onnx",
        "--named": "CROPS.zip",
        "--nameless": "CROPS.zip",
        "--out": "FOLDER",
    }.items():
        pack.add_argument(name, type=Path, required=True, metavar=what)
    pack.add_argument(
        "--ages", type=Path, nargs="+", action="append", required=True, metavar="CROPS.zip",
        help="faces in folders by age, to forget it; once more for each other collection",
    )  # fmt: skip
    add_json(pack)
    pack.set_defaults(command=run_pack)
    detector = parts.add_parser("detector", help="a small face detector, from a teacher")
    detector.add_argument("--photos", type=Path, nargs="+", required=True, metavar="FOLDER")
    detector.set_defaults(command=run_detector)
    for part in (embedder, detector):
        part.add_argument("--data", type=Path, nargs="+", required=True, metavar="CROPS.zip")
        several = {"nargs": "+"} if part is embedder else {}
        part.add_argument("--teacher", type=Path, required=True, metavar="FILE.onnx", **several)
        part.add_argument("--out", type=Path, required=True, metavar="FOLDER")
        part.add_argument(
            "--start", type=Path, metavar="FILE.onnx", help="go on from an exported network"
        )
        _add_recipe(part)


def _add_recipe(part: argparse.ArgumentParser) -> None:
    part.add_argument("--device", default="cpu", help="cpu (default) or cuda")
    part.add_argument("--seed", type=int, default=0)
    part.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another setting of the recipe; an unknown name lists them all",
    )
    add_json(part)


def run_from_embeddings(asked: argparse.Namespace) -> int:
    """Train on files of embeddings with known people; print the figures on held-out people."""
    module = _module(asked.module)
    recipe_type = next(value for name, value in vars(module).items() if name.endswith("Recipe"))
    given = {"seed": asked.seed, "device": asked.device}
    if asked.pack is not None:
        given["pack"] = asked.pack
    recipe = make_recipe(recipe_type, given, asked.set)
    figures = _watched(lambda progress: module.train(asked.data, asked.out, recipe, progress))
    _answer_figures(asked, figures)
    if not asked.out.exists():
        say(f"{asked.out} was not written: on held-out faces it does not certainly help.")
    return DONE


def run_faces(asked: argparse.Namespace) -> int:
    """Embed a zip file of aligned faces whose names tell the person, clean and degraded."""
    module = _module("photoorg.training.starter.face_versions")
    files = _watched(
        lambda progress: module.write_versions(
            asked.crops,
            asked.recognizer,
            asked.out,
            versions=asked.versions,
            seed=asked.seed,
            progress=progress,
        )
    )
    return _all_written(asked, files)


def run_looks(asked: argparse.Namespace) -> int:
    """Cut a network out of a detector; print how much of what it says is kept."""
    module = _module("photoorg.training.starter.looks")
    recipe = make_recipe(module.LooksRecipe, {"seed": asked.seed}, asked.set)
    figures = _watched(
        lambda progress: module.cut(asked.detector, asked.photos, asked.out, recipe, progress)
    )
    _answer_figures(asked, figures)
    return DONE


def run_eyes(asked: argparse.Namespace) -> int:
    """Train on faces whose eyes are painted; print how many are told rightly."""
    module = _module("photoorg.training.starter.eyes")
    recipe = make_recipe(module.EyesRecipe, {"seed": asked.seed}, asked.set)
    figures = _watched(lambda progress: module.train_eyes(asked.data, asked.out, recipe, progress))
    _answer_figures(asked, figures)
    return DONE


def run_embedder(asked: argparse.Namespace) -> int:
    """Distil an embedder from a teacher on zip files of aligned faces."""
    module = _module("photoorg.training.starter.embedder")
    recipe = make_recipe(module.EmbedderRecipe, {"seed": asked.seed}, asked.set)
    return _written(
        asked,
        lambda progress: module.train_embedder(
            asked.data,
            asked.teacher,
            asked.out,
            recipe,
            ages=asked.ages,
            start=asked.start,
            device=asked.device,
            progress=progress,
        ),
    )


def run_pack(asked: argparse.Namespace) -> int:
    """Take the ages out of the embedder, and fit to it what judges its pairs."""
    module = _module("photoorg.training.starter.pack")
    files = _watched(
        lambda progress: module.train_pack(
            asked.detector,
            asked.embedder,
            asked.out,
            ages=asked.ages,
            named=asked.named,
            nameless=asked.nameless,
            progress=progress,
        )
    )
    return _all_written(asked, files)


def run_detector(asked: argparse.Namespace) -> int:
    """Distil a detector from a teacher on folders of photos."""
    import cv2

    module = _module("photoorg.training.starter.detector")
    labels = importlib.import_module("photoorg.training.starter.photo_labels")
    faces = importlib.import_module("photoorg.analysis.face_crops")
    crops = faces.read_crops(asked.data)
    recipe = make_recipe(module.DetectorRecipe, {"seed": asked.seed}, asked.set)
    files = [file for folder in asked.photos for file in sorted(folder.rglob("*.*"))]
    files = [file for file in files if not faces.is_photo_held_out(file)]
    labelled = _watched(
        lambda progress: labels.label_photos(files, asked.teacher, asked.start, progress)
    )
    sources = [
        # read once more as the labels were made, so that boxes and pixels fit
        labels.Source(labels.shrink(cv2.imread(str(one.path), cv2.IMREAD_COLOR)), one)
        for one in labelled
    ]
    return _written(
        asked,
        lambda progress: module.train_detector(
            sources,
            crops.pixels,
            asked.out,
            recipe,
            start=asked.start,
            device=asked.device,
            progress=progress,
        ),
    )


def make_recipe(kind: type[Any], given: dict[str, Any], settings: Sequence[str]) -> Any:
    """Return a recipe with what was given and ``NAME=VALUE`` settings over its defaults.

    Raises UsageError for a name it does not have, a value of another type, and a field without a
    default that was not given.
    """
    known = {field.name: field for field in fields(kind)}
    values = {name: value for name, value in given.items() if name in known}
    for setting in settings:
        name, _, text = setting.partition("=")
        if name not in known:
            raise UsageError(f"The recipe has no “{name}”; it has {', '.join(known)}.")
        wanted = type(known[name].default) if known[name].default is not None else str
        try:
            values[name] = text if wanted not in (int, float) else wanted(text)
        except ValueError:
            raise UsageError(f"“{text}” is no {wanted.__name__}, as {name} has to be.") from None
    try:
        return kind(**values)
    except TypeError:
        missing = [name for name in known if name not in values]
        raise UsageError(f"Say the {missing[0]} with --{missing[0]}.") from None


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("torch", "onnxscript", "sklearn"):
            raise UsageError(INSTALL) from error
        raise


def _watched(work: Callable[[Callable[[int, int], None]], Any]) -> Any:
    line = ProgressLine()
    try:
        return work(lambda done, total: line.show(Progress(TRAINING, done, total)))
    finally:
        line.clear()


def _written(asked: argparse.Namespace, work: Callable[[Callable[[int, int], None]], Path]) -> int:
    file = _watched(work)
    answer_json({"file": str(file)}) if asked.json else answer(f"Written: {file}")
    return DONE


def _all_written(asked: argparse.Namespace, files: Sequence[Path]) -> int:
    if asked.json:
        answer_json({"files": [str(file) for file in files]})
    else:
        answer(*(f"Written: {file}" for file in files))
    return DONE


def _answer_figures(asked: argparse.Namespace, figures: Mapping[str, float]) -> None:
    if asked.json:
        answer_json(figures)
    else:
        answer(*(f"{name:<24}{value:.4f}" for name, value in figures.items()))
