"""``photoorg bench``: measure the program on this machine, beside what it could reach at best."""

import argparse
import importlib
import re
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.commands.follow import MEASURING, ProgressLine, follow
from photoorg.commands.research import bench_review, bench_scan, bench_scenes
from photoorg.commands.research.bench_scan import report
from photoorg.commands.scan import settings_for
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    add_models,
    answer,
    answer_json,
    noise_to_stderr,
    say,
    table,
)
from photoorg.errors import UsageError
from photoorg.jobs.messages import Progress
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Face, Library, Photo
from photoorg.packs.finding import find_pack
from photoorg.settings import load

if TYPE_CHECKING:
    from photoorg.evaluation.engine_bench import ClusterBench
    from photoorg.jobs.measuring.figures import Figure

WINDOW_BENCH = "photoorg.ui.window_bench:measure_window"
"""By name: the commands and the window do not know each other."""

SIZES = "10000,100000,1000000"

FEWEST = 1000
"""So many faces at least make a library worth measuring."""


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    bench = commands.add_parser("bench", help="measure the program on this machine")
    parts = bench.add_subparsers(title="what to measure", metavar="WHAT", required=True)
    people = parts.add_parser("people", help="how well photos named after a person are grouped")
    people.add_argument("folder", type=Path, metavar="FOLDER", help="photos like Anna_0001.jpg")
    add_models(people)
    people.add_argument("--engine", metavar="NAME", help="how to group (default: the setting)")
    add_json(people)
    people.set_defaults(command=run_people)
    bench_scan.register(parts)
    cluster = parts.add_parser("cluster", help="the speed of grouping, beside the products alone")
    cluster.add_argument(
        "--sizes", type=_sizes, default=SIZES, metavar="N,...", help="faces (default: %(default)s)"
    )
    add_json(cluster)
    cluster.set_defaults(command=run_cluster)
    library = parts.add_parser("library", help="how long the library takes for what it does")
    library.add_argument("--faces", type=_many, default=100_000, metavar="N")
    add_models(library)
    add_json(library)
    library.set_defaults(command=run_library)
    bench_review.register(parts)
    bench_scenes.register(parts)
    window = parts.add_parser("window", help="how fast the window starts, scrolls, finds and asks")
    window.add_argument("--faces", type=int, default=100_000, metavar="N")
    add_json(window)
    window.set_defaults(command=run_window)


def run_people(asked: argparse.Namespace) -> int:
    """Scan a folder into a new library and compare the groups with the names of the files.

    The face nearest the middle of a photo is taken for the person it is named after.
    """
    from photoorg.evaluation.metrics import bcubed, contingency, effort

    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as place:
        path = Path(place) / "bench.photoorg"
        summary = follow(
            ScanRequest(path, (asked.folder.absolute(),), settings_for(asked.engine), asked.models)
        )
        with Library.open(path) as library:
            truth, found = [], []
            for photo in library.photos.list():
                faces = library.faces.of_photo(photo.id)
                if faces:
                    truth.append(identity(photo.path))
                    found.append(middle_face(photo, faces).person_id)
    if not truth:
        raise UsageError(f"No faces were found in {asked.folder}.")
    cells = contingency(truth, found)
    precision, recall, f = bcubed(cells)
    result = {
        "photos": summary.photos,
        "without_face": summary.photos - len(truth),
        "people_true": len(set(truth)),
        "people_found": len(set(found)),
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "bcubed_f": f,
        "effort": effort(cells),
        "seconds": summary.seconds,
    }
    report(result, as_json=asked.json)
    return DONE


def run_cluster(asked: argparse.Namespace) -> int:
    """Measure the stages of the default engine on made-up albums of several sizes."""
    from photoorg.evaluation.engine_bench import bench_cluster

    line = ProgressLine()
    try:
        with noise_to_stderr():
            found = bench_cluster(
                asked.sizes,
                progress=lambda done, total: line.show(
                    Progress(MEASURING, done, total, what="sizes")
                ),
            )
    finally:
        line.clear()
    failed = [one for one in found if not one.stages]
    if len(failed) < len(found):
        if asked.json:
            answer_json([asdict(one) for one in found])
        else:
            answer(*_stage_lines(found))
    say(*(f"{one.faces:,} faces: {one.note}" for one in failed))
    return NOTHING_DONE if failed else DONE


def _stage_lines(found: Sequence["ClusterBench"]) -> list[str]:
    rows = []
    for one in found:
        if not one.stages:
            continue
        beside = {
            "knn": f"products alone {one.floor_seconds:.2f} s: {one.knn_over_floor:.2f} times that",
            "parents": f"in numpy {one.reference_seconds:.2f} s: {one.parents_faster:.1f} times",
            "labels": f"under {one.answers:,} answers {one.answered_seconds:.3f} s,"
            f" compiled in {one.rules_seconds:.3f} s",
        }
        rows += [
            (
                one.faces,
                stage.name,
                f"{stage.seconds:.3f}",
                "-" if stage.peak_mb is None else f"{stage.peak_mb:.0f}",
                beside.get(stage.name, ""),
            )
            for stage in one.stages
        ]
    return table(("FACES", "STAGE", "SECONDS", "MB", "BESIDE"), rows)


def _sizes(text: str) -> list[int]:
    """Read numbers of faces with commas between them."""
    try:
        sizes = [int(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if not sizes or min(sizes) < 2:
        raise argparse.ArgumentTypeError(f"“{text}” must be numbers above 1, like 10000,100000")
    return sizes


def _many(text: str) -> int:
    """Read a number of faces that fills a library."""
    if not text.isdecimal() or int(text) < FEWEST:
        raise argparse.ArgumentTypeError(f"“{text}” must be a number from {FEWEST:,} on")
    return int(text)


def run_library(asked: argparse.Namespace) -> int:
    """Measure steps, questions, checks and scans on made-up libraries."""
    from photoorg.jobs.measuring.library_bench import bench_library

    pack = find_pack(asked.models, load())
    line = ProgressLine()
    try:
        with noise_to_stderr():
            found = bench_library(
                asked.faces,
                models=pack.folder,
                progress=lambda done, total: line.show(
                    Progress(MEASURING, done, total, what="parts")
                ),
            )
    finally:
        line.clear()
    if asked.json:
        answer_json([asdict(one) for one in found])
    else:
        answer(*figure_lines(found))
    return DONE


def figure_lines(found: Sequence["Figure"]) -> list[str]:
    """Return the figures as a table."""

    def seconds(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    rows = []
    for one in found:
        beside = []
        if one.floor_seconds is not None:
            beside.append(f"bare {one.floor_seconds:.3f} s: {one.over_floor:.1f} times that")
        if one.target_seconds is not None:
            beside.append(f"to take {one.target_seconds:.2f} s at most")
        rows.append(
            (
                one.what,
                seconds(one.seconds),
                seconds(one.processor_seconds),
                seconds(one.undo_seconds),
                seconds(one.undo_processor_seconds),
                "-" if one.peak_mb is None else f"{one.peak_mb:.0f}",
                "; ".join(beside),
            )
        )
    return table(
        ("WHAT", "SECONDS", "PROCESSOR", "UNDO", "PROCESSOR", "MB", "BESIDE"),
        rows,
    )


def run_window(asked: argparse.Namespace) -> int:
    """Measure the window offscreen, on a made-up library."""
    module, function = WINDOW_BENCH.split(":")
    with noise_to_stderr():
        result = getattr(importlib.import_module(module), function)(faces=asked.faces)
    report(result, as_json=asked.json)
    return DONE


def identity(photo: Path) -> str:
    """Return the person a photo is named after: ``Anna_Lee_0012.jpg`` shows ``Anna_Lee``."""
    return re.sub(r"[_ -]*\d*$", "", photo.stem)


def middle_face(photo: Photo, faces: list[Face]) -> Face:
    """Return the face whose middle is nearest the photo's middle."""

    def distance(face: Face) -> float:
        x, y, w, h = face.box
        return (x + w / 2 - photo.width / 2) ** 2 + (y + h / 2 - photo.height / 2) ** 2

    return min(faces, key=distance)
