"""``photoorg bench scenes``: how well photos are put into groups that look alike."""

import argparse
from pathlib import Path

from photoorg.commands.follow import MEASURING, ProgressLine
from photoorg.commands.research.bench_scan import report
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    noise_to_stderr,
)
from photoorg.jobs.messages import Progress


def register(parts: Commands) -> None:
    """Add this part of ``bench``."""
    scenes = parts.add_parser("scenes", help="how well groups of photos meet folders")
    scenes.add_argument("folder", type=Path, metavar="FOLDER", help="photos in folders")
    scenes.add_argument(
        "--photos", type=int, default=100_000, metavar="N", help="learn from so many made-up ones"
    )
    add_json(scenes)
    scenes.set_defaults(command=run_scenes)


def run_scenes(asked: argparse.Namespace) -> int:
    """Group the photos of a folder, and compare with k-means on the same features."""
    from photoorg.jobs.measuring.scenes_bench import measure_scenes

    line = ProgressLine()
    try:
        with noise_to_stderr():
            found = measure_scenes(
                asked.folder.absolute(),
                asked.photos,
                lambda done, total: line.show(Progress(MEASURING, done, total, what="photos")),
            )
    finally:
        line.clear()
    report(found, as_json=asked.json)
    return DONE
