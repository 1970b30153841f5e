"""``photoorg evaluate-pack``: how well and how fast a face model pack works."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.commands.follow import ProgressLine
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    noise_to_stderr,
)
from photoorg.errors import DataError
from photoorg.jobs.messages import Progress

if TYPE_CHECKING:
    from photoorg.analysis.pack_evaluation import PackReport

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})


def register(commands: Commands) -> None:
    """Add the command."""
    pack = commands.add_parser("evaluate-pack", help="measure face model packs")
    pack.add_argument("packs", type=Path, nargs="+", metavar="DIR")
    pack.add_argument(
        "--faces",
        type=Path,
        nargs="+",
        required=True,
        metavar="CROPS.zip",
        help="aligned faces named after their people; only those kept out of training count",
    )
    pack.add_argument(
        "--strangers",
        type=Path,
        nargs="+",
        metavar="CROPS.zip",
        help="aligned faces of people with one photo each, in folders by age",
    )
    pack.add_argument(
        "--photos", type=Path, nargs="+", default=[], metavar="FOLDER", help="for the detector"
    )
    pack.add_argument(
        "--reference", type=Path, metavar="DIR", help="the pack to compare detectors with"
    )
    add_json(pack)
    pack.set_defaults(command=run_evaluate_pack)


def run_evaluate_pack(asked: argparse.Namespace) -> int:
    """Measure every pack on the same faces and photos."""
    with noise_to_stderr():
        reports = _measure(asked)
    if asked.json:
        answer_json([report.as_json() for report in reports])
    else:
        for report in reports:
            answer(*_lines(report.as_json()), "")
    return DONE


def _measure(asked: argparse.Namespace) -> "list[PackReport]":
    from photoorg.analysis.face_crops import held_out, read_crops
    from photoorg.analysis.pack_evaluation import detect_photos, evaluate_pack, open_pack

    people = read_crops(asked.faces)
    people = people.select(held_out(people.names))
    if not people.names:
        raise DataError(f"{asked.faces[0]} names no people that were kept out of training.")
    strangers = read_crops(asked.strangers) if asked.strangers else None
    photos = [
        file
        for folder in asked.photos
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in PICTURES
    ]
    line = ProgressLine()

    def progress(done: int, total: int) -> None:
        line.show(Progress("analyze", done, total))

    reference = None
    if asked.reference and photos:
        reference = detect_photos(open_pack(asked.reference, score=0.25), photos, progress)
    reports = [
        evaluate_pack(
            folder,
            people,
            strangers=strangers,
            photos=photos,
            reference=reference,
            progress=progress,
        )
        for folder in asked.packs
    ]
    line.clear()
    return reports


def _lines(report: dict[str, Any], prefix: str = "") -> list[str]:
    """Return nested figures, one a line."""
    lines: list[str] = []
    for name, value in report.items():
        label = f"{prefix}{name.replace('_', ' ')}"
        if isinstance(value, dict):
            lines += _lines(value, f"{label}: ")
        elif value is not None:
            text = f"{value:.4f}" if isinstance(value, float) else str(value)
            lines.append(f"{label:<44}{text}")
    return lines
