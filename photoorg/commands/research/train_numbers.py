"""``photoorg train numbers``: fit the numbers that were fitted to data anew."""

import argparse
from dataclasses import asdict
from pathlib import Path

from photoorg.commands.follow import ProgressLine
from photoorg.commands.terminal import DONE, Commands, add_json, answer, answer_json, table
from photoorg.fitted import families
from photoorg.jobs.messages import Progress, Stage

FITTING = Stage("Fitting")


def register(parts: Commands) -> None:
    """Add the command to the others of ``photoorg train``."""
    part = parts.add_parser("numbers", help="the limits and other numbers that no network holds")
    part.add_argument("family", metavar="FAMILY", help=", ".join(families()))
    part.add_argument(
        "data",
        type=Path,
        nargs="+",
        metavar="DATA",
        help="files of labelled embeddings, or folders of photos for those that judge photos",
    )
    part.add_argument("--only", action="append", default=[], metavar="NUMBER", help="not all")
    part.add_argument("--out", type=Path, metavar="FITTED.json", help="where to write all numbers")
    add_json(part)
    part.set_defaults(command=run)


def run(asked: argparse.Namespace) -> int:
    """Try other values of each number on the data; print what became of it."""
    from photoorg.training.numbers.measures import MEASURES
    from photoorg.training.numbers.search import family_named, fit_family, write_fits

    family = family_named(asked.family)
    measure = MEASURES[family.measure]
    line = ProgressLine()
    try:
        fits = fit_family(
            family,
            measure.scores(asked.data),
            measure.least,
            asked.only,
            lambda done, total: line.show(Progress(FITTING, done, total)),
        )
    finally:
        line.clear()
    if asked.out is not None:
        write_fits(family, fits, asked.out)
    if asked.json:
        answer_json([asdict(fit) | {"outcome": fit.outcome} for fit in fits])
    else:
        rows = [
            (
                fit.name,
                f"{fit.before:g}",
                f"{fit.value:g}",
                fit.outcome,
                "  ".join(f"{value:g}: {g.gain:+.4f} ± {g.error:.4f}" for value, g in tried),
            )
            for fit in fits
            for tried in [fit.tried.items()]
        ]
        answer(*table(("NUMBER", "IT WAS", "IT IS", "OUTCOME", "GAINS"), rows))
    return DONE
