"""Finds the values of fitted numbers under which a measure is best.

One number after the other, as often as wanted: each value that may be is tried while the others
stay. A number keeps the value it has unless another one is better by more than chance: by more than
three standard errors of the differences between the parts that are measured, which are people or
photos. So fitting again what was fitted changes nothing. With every value that is tried, the file
keeps what it gains over the one that was taken and the standard error of that.
"""

import importlib
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.errors import UsageError
from photoorg.fitted import FILE, Family, Gain, families
from photoorg.json_files import read_json
from photoorg.types import ProgressCallback, no_progress

logger = logging.getLogger(__name__)

Scores = Callable[[], NDArray[np.float64]]
"""Gives the score of each part ``(m,)`` of the data under the numbers as they are at the moment."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of one number.

    ``score`` is the mean score with its ``value``, ``tried`` holds the other values. A gain of at
    most ``least`` is none.
    """

    name: str
    before: float
    value: float
    score: float
    tried: dict[float, Gain]
    least: float

    @property
    def outcome(self) -> str:
        """Return in a few words what became of the number."""
        if self.value != self.before:
            return "changed"
        if all(gain == Gain(0, 0) for gain in self.tried.values()):
            return "no effect"
        best = all(-gain.gain > gain.noise(self.least) for gain in self.tried.values())
        return "best" if best else "within noise"


def family_named(name: str) -> Family:
    """Return the numbers of a module by the last part of its name; raises UsageError."""
    try:
        return families()[name]
    except KeyError:
        known = ", ".join(families())
        raise UsageError(f"There are no fitted numbers “{name}”; there are {known}.") from None


def fit_family(
    family: Family,
    measure: Scores,
    least: float,
    only: Sequence[str] = (),
    progress: ProgressCallback = no_progress,
) -> list[Fit]:
    """Return the best values of the numbers of a family, or of ``only`` some of them.

    A difference of scores of at most ``least`` is none, however certain it is. Raises
    UsageError for a number that it does not have.
    """
    unknown = [name for name in only if name not in family.values]
    if unknown:
        known = ", ".join(family.values)
        raise UsageError(f"There is no fitted number “{unknown[0]}”; there are {known}.")
    wanted = [name for name in family.values if not only or name in only]
    steps = sum(len(family.tried[name]) for name in wanted) + 1
    progress(0, steps)
    fits, found, done = [], dict(family.values), 1
    with trying(family.module, found):
        scores = measure()
    for name in wanted:
        before = family.values[name]
        tried = {before: scores}
        for value in family.tried[name]:
            with trying(family.module, found | {name: value}):
                tried[value] = measure()
            done += 1
            progress(done, steps)
        fit = _best(name, before, tried, least)
        logger.info("%s: %s, %s", name, fit.outcome, fit.tried)
        fits.append(fit)
        found[name], scores = fit.value, tried[fit.value]
    return fits


def _best(name: str, before: float, tried: dict[float, NDArray[np.float64]], least: float) -> Fit:
    gains = {value: _gain(scores, tried[before]) for value, scores in tried.items()}
    better = [value for value, gain in gains.items() if gain.gain > gain.noise(least)]
    value = max(better, key=lambda value: gains[value].gain, default=before)
    others = {
        other: _gain(scores, tried[value])
        for other, scores in sorted(tried.items())
        if other != value
    }
    return Fit(name, before, value, float(tried[value].mean()), others, least)


def _gain(scores: NDArray[np.float64], over: NDArray[np.float64]) -> Gain:
    gains = scores - over
    error = float(gains.std(ddof=1) / len(gains) ** 0.5) if len(gains) > 1 else 0.0
    return Gain(round(float(gains.mean()), 4) + 0.0, round(error, 4))


@contextmanager
def trying(module: str, values: dict[str, float]) -> Iterator[None]:
    """Let a module have other values of its fitted numbers for a while."""
    there = importlib.import_module(module)
    before = {name: getattr(there, name) for name in values}
    try:
        for name, value in values.items():
            setattr(there, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(there, name, value)


def write_fits(family: Family, fits: Sequence[Fit], out: Path) -> None:
    """Write all fitted numbers with what was found of some of them into a file."""
    stored = read_json(FILE)
    numbers = stored[family.module]["numbers"]
    for fit in fits:
        numbers[fit.name] = {
            "value": fit.value,
            "tried": {f"{value:g}": list(gain) for value, gain in fit.tried.items()},
        }
    out.write_text(as_text(stored), encoding="utf-8")


def as_text(stored: dict[str, dict[str, object]]) -> str:
    """Return the numbers as they are kept: a number on a line."""
    families_ = []
    for module, family in stored.items():
        numbers = family["numbers"]
        assert isinstance(numbers, dict)
        lines = [f"      {json.dumps(name)}: {json.dumps(n)}" for name, n in numbers.items()]
        told = [
            f"    {json.dumps(key)}: {json.dumps(text)},\n"
            for key, text in family.items()
            if key != "numbers"
        ]
        families_.append(
            f"  {json.dumps(module)}: {{\n{''.join(told)}"
            '    "numbers": {\n' + ",\n".join(lines) + "\n    }\n  }"
        )
    return "{\n" + ",\n".join(families_) + "\n}\n"
