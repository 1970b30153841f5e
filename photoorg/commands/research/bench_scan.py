"""``photoorg bench scan``: how fast photos are read, as they are and as large as cameras' ones."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from photoorg.commands.follow import MEASURING, ProgressLine
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_models,
    answer,
    answer_json,
    noise_to_stderr,
    table,
)
from photoorg.jobs.messages import Progress
from photoorg.packs.finding import find_pack
from photoorg.settings import load

AS_THEY_ARE, OF_EACH_SIZE = 400, 16
"""Photos that are measured if nothing else is said."""


def register(parts: Commands) -> None:
    """Add this part of ``bench``."""
    scan = parts.add_parser("scan", help="the speed of a scan, beside the networks alone")
    scan.add_argument("folder", type=Path, metavar="FOLDER")
    add_models(scan)
    scan.add_argument(
        "--photos", type=int, metavar="N", help="at most so many (400; 16 of each size)"
    )
    scan.add_argument(
        "--megapixels",
        type=_megapixels,
        metavar="N,...",
        help="instead, photos made as large as that, beside the plainest loop: 12,24,48",
    )
    scan.add_argument(
        "--kind", nargs="+", choices=("jpg", "heic", "png"), default=["jpg"], help="(jpg)"
    )
    add_json(scan)
    scan.set_defaults(command=run_scan)


def run_scan(asked: argparse.Namespace) -> int:
    """Measure a real scan and the networks alone on the same photos, taking turns."""
    from photoorg.jobs.measuring.scan_bench import measure_scan

    if asked.megapixels is not None:
        return run_sizes(asked)
    settings = load()
    pack = find_pack(asked.models, settings)
    line = ProgressLine()
    with noise_to_stderr():
        result = measure_scan(
            asked.folder.absolute(),
            pack,
            provider=settings.provider,
            most=asked.photos or AS_THEY_ARE,
            progress=lambda done, total: line.show(Progress(MEASURING, done, total, what="parts")),
        )
    line.clear()
    report(result, as_json=asked.json)
    return DONE


def run_sizes(asked: argparse.Namespace) -> int:
    """Measure scans of large photos and the plainest loop over them, taking turns."""
    from photoorg.jobs.measuring.sizes_bench import measure_sizes

    line = ProgressLine()
    with noise_to_stderr():
        found = measure_sizes(
            asked.folder.absolute(),
            find_pack(asked.models, load()),
            asked.megapixels,
            asked.kind,
            most=asked.photos or OF_EACH_SIZE,
            progress=lambda done, total: line.show(Progress(MEASURING, done, total, what="sizes")),
        )
    line.clear()
    if asked.json:
        answer_json([one.figures() for one in found])
        return DONE
    rows = [
        (
            f"{one.megapixels:g} {one.kind}",
            one.faces,
            f"{one.photos / one.seconds:.1f}",
            f"{one.seconds / one.plain_seconds:.2f}",
            f"{one.processor_seconds / one.photos:.3f}",
            f"{one.plain_processor_seconds / one.photos:.3f}",
            "-" if one.peak_mb is None else f"{one.peak_mb:.0f}",
            ", ".join(f"{name} {value:.0f}" for name, value in one.parts.items()),
        )
        for one in found
    ]
    titles = ("PHOTOS", "FACES", "A SECOND", "OF PLAIN", "PROCESSOR", "PLAIN", "MB", "MS EACH")
    answer(*table(titles, rows))
    return DONE


def _megapixels(text: str) -> list[float]:
    """Read sizes of photos with commas between them."""
    try:
        sizes = [float(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if not sizes or not all(0.1 <= size <= 200 for size in sizes):
        raise argparse.ArgumentTypeError(f"“{text}” must be megapixels up to 200, like 12,24,48")
    return sizes


def report(result: Mapping[str, object], *, as_json: bool) -> None:
    """Answer with the figures, one a line."""
    rounded = {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in result.items()
    }
    if as_json:
        answer_json(rounded)
    else:
        answer(*(f"{name.replace('_', ' '):<26}{value}" for name, value in rounded.items()))
