"""``photoorg bench review``: how many clicks the program's questions save."""

import argparse
from dataclasses import asdict
from pathlib import Path

from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    noise_to_stderr,
    table,
)

REVIEWED = (0, 10, 50, 100, 200, 400)
"""Actions after which a review is looked at."""


def register(parts: Commands) -> None:
    """Add this part of ``bench``."""
    review = parts.add_parser("review", help="the clicks that the program's questions save")
    review.add_argument("files", type=Path, metavar="FILE", nargs="+", help="labelled embeddings")
    review.add_argument("--pack", metavar="NAME", help="the model pack they come from, if known")
    add_json(review)
    review.set_defaults(command=run_review)


def run_review(asked: argparse.Namespace) -> int:
    """Let a simulated user answer the questions about labelled faces by the truth."""
    from photoorg.evaluation.feature_files import read_labelled
    from photoorg.evaluation.review_bench import measure_review

    found = []
    for file in asked.files:
        with noise_to_stderr():
            album = read_labelled(file)
            found.append((album.name, measure_review(album.faces, album.labels, asked.pack)))
    if asked.json:
        answer_json([{"name": name} | asdict(result) for name, result in found])
        return DONE
    rows = [
        (name, moment.actions, moment.joined, f"{moment.bcubed_f:.4f}", f"{other.bcubed_f:.4f}")
        for name, result in found
        for moment, other in result.milestones(REVIEWED)
    ]
    answer(*table(("SET", "ACTIONS", "JOINED", "BCUBED F", "ONE BY ONE"), rows))
    for name, result in found:
        told = f"{result.saved:.0%} fewer actions, {result.actions_a_person:.3f} a person"
        answer(f"{name}: {told}{'' if result.above else ', not above everywhere'}")
    return DONE
