"""``photoorg evaluate-pack``: how well and how fast face model packs work, side by side."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from photoorg.commands.follow import MEASURING, ProgressLine
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    noise_to_stderr,
    say,
    table,
)
from photoorg.errors import DataError
from photoorg.jobs.messages import Progress
from photoorg.types import FloatArray

if TYPE_CHECKING:
    from photoorg.analysis.face_crops import FaceCrops
    from photoorg.evaluation.packs.pack_evaluation import PackReport

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})
NEIGHBORS = 80
"""The grouping looks at so many neighbours of a face; the calibration is fitted to these pairs."""


def register(commands: Commands) -> None:
    """Add the command."""
    pack = commands.add_parser(
        "evaluate-pack",
        help="measure face model packs",
        description="Measures packs side by side: size and speed, with --faces also who is who, "
        "with --photos and --reference also what is a face.",
    )
    pack.add_argument("packs", type=Path, nargs="+", metavar="DIR")
    pack.add_argument(
        "--faces",
        type=Path,
        nargs="+",
        default=[],
        metavar="CROPS.zip",
        help="aligned faces named after their people; only those kept out of training count",
    )
    pack.add_argument(
        "--strangers",
        type=Path,
        nargs="+",
        action="append",
        default=[],
        metavar="CROPS.zip",
        help="aligned faces of people with one photo each, in folders by age; again for another "
        "collection, which is measured beside the adults of the first",
    )
    pack.add_argument(
        "--photos", type=Path, nargs="+", default=[], metavar="FOLDER", help="for the detector"
    )
    pack.add_argument(
        "--kept-out",
        action="store_true",
        help="of the photos only those that train detector keeps out, by their names",
    )
    pack.add_argument(
        "--reference",
        type=Path,
        metavar="DIR|YUNET.onnx",
        help="the pack, or YuNet's file, to compare detectors with",
    )
    add_json(pack)
    pack.set_defaults(command=run_evaluate_pack)


def run_evaluate_pack(asked: argparse.Namespace) -> int:
    """Measure every pack on the same faces and photos; the most accurate one comes first."""
    if bool(asked.photos) != bool(asked.reference):
        say("Detectors are compared only where both --photos and --reference are given.")
    if not asked.faces:
        say("Without --faces only size and speed are measured.")
    with noise_to_stderr():
        reports = _measure(asked)
    reports.sort(key=lambda report: -report.verification.tar_1e3 if report.verification else 0)
    if asked.json:
        answer_json([report.as_json() for report in reports])
    else:
        answer(*_side_by_side([report.as_json() for report in reports]))
    return DONE


def _measure(asked: argparse.Namespace) -> "list[PackReport]":
    from photoorg.analysis.face_crops import is_photo_held_out, read_crops
    from photoorg.evaluation.packs.pack_evaluation import (
        detect_also_large,
        detect_photos,
        evaluate_pack,
        open_reference,
    )

    people = _people(asked.faces)
    strangers = [read_crops(files) for files in asked.strangers]
    if asked.kept_out:
        strangers = [crops.select(crops.aside) for crops in strangers]
    photos = _pictures(asked.photos)
    if asked.kept_out:
        photos = [photo for photo in photos if is_photo_held_out(photo)]
    line = ProgressLine()

    def progress(done: int, total: int) -> None:
        line.show(Progress(MEASURING, done, total))

    reference = None
    if asked.reference and photos:
        reference = detect_photos(
            open_reference(asked.reference), photos, progress, look=detect_also_large
        )
    reports = [
        evaluate_pack(
            folder,
            people,
            strangers=strangers,
            photos=photos,
            reference=reference,
            calibrate=calibration,
            progress=progress,
        )
        for folder in asked.packs
    ]
    line.clear()
    return reports


def _people(files: Sequence[Path]) -> "FaceCrops | None":
    """Return the faces of the people whom no training of ours has seen."""
    from photoorg.analysis.face_crops import read_crops

    if not files:
        return None
    people = read_crops(files)
    people = people.select(people.aside & np.array([bool(name) for name in people.names]))
    if not people.names:
        raise DataError(f"{files[0]} names no people that were kept out of training.")
    return people


def _pictures(folders: Sequence[Path]) -> list[Path]:
    return [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in PICTURES
    ]


def calibration(embeddings: FloatArray, names: Sequence[str]) -> dict[str, float]:
    """Return Platt's constants for neighbours, as ``scoring/calibration.json`` keeps them.

    ``embeddings (n, d)`` are those of an album's faces, ``names (n,)`` whose they are. The file
    keeps them under the report's ``model_id``, or under the part before its last hyphen where the
    recogniser's name alone says which network it is.
    """
    from photoorg.clustering.engine import unit_rows
    from photoorg.clustering.neighbors.graph import knn_exact
    from photoorg.clustering.scoring.affinity import fit

    graph = knn_exact(unit_rows(embeddings), NEIGHBORS)
    people = np.unique(names, return_inverse=True)[1]
    pairs = np.ones(graph.ids.shape, np.bool_)
    pairs[:, 0] = False  # the face itself
    same = people[graph.ids] == people[:, None]
    platt = fit(graph.sims[pairs], same[pairs])
    return {
        "slope": round(platt.slope, 1),
        "middle": round(platt.middle, 3),
        "faces": len(embeddings),
    }


def _side_by_side(reports: Sequence[dict[str, Any]]) -> list[str]:
    """Return a table: one column for each pack, one row for each figure that any of them has."""
    columns = [dict(_figures(report)) for report in reports]
    rows = list(dict.fromkeys(name for column in columns for name in column))
    heads = ["", *(str(report["name"]) for report in reports)]
    cells = [[row, *(column.get(row, "-") for column in columns)] for row in rows]
    return table(heads, cells)


def _figures(report: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Return nested figures as (name, text), without the pack's name."""
    found: list[tuple[str, str]] = []
    for name, value in report.items():
        label = f"{prefix}{name.replace('_', ' ')}"
        if isinstance(value, dict):
            found += _figures(value, f"{label}: ")
        elif value is not None and label != "name":
            found.append((label, f"{value:.4f}" if isinstance(value, float) else str(value)))
    return found
