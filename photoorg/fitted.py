"""Numbers that were fitted to data, all of them in one file.

``fitted.json`` holds them by the module that uses them and by the name they have there, each with
the values that are tried when it is fitted anew: ``photoorg train numbers`` does that and writes
the file. Beside every value that was tried stands what it gains over the one that was taken, as a
difference of mean scores, and the standard error of that: ``"tried": {"0.85": [-0.0014, 0.0003]}``,
or null where no run of the command has told yet. What a number means stands beside its
name in its module.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from photoorg.json_files import read_json

FILE = Path(__file__).with_name("fitted.json")

SURE = 3.0
"""Standard errors by which a gain is more than chance: at two, of the two hundred values that are
tried five would be taken by chance alone, at three one in four times that all are tried."""


class Gain(NamedTuple):
    """How much better a value is than the one that was taken, and the standard error of that."""

    gain: float
    error: float

    def noise(self, least: float) -> float:
        """Return the gain that chance may give, or that nobody would notice (``least``)."""
        return max(SURE * self.error, least)


@dataclass(frozen=True, slots=True)
class Family:
    """The fitted numbers of one module.

    ``command`` fits them anew, to the development sets and what the commands ``before`` it make of
    these. ``measure`` names what tells how good they
    are (a key of :data:`photoorg.training.numbers.measures.MEASURES`), ``tried`` has the values of
    each number that may be, the one it has among them.
    """

    module: str
    before: tuple[str, ...]
    command: str
    measure: str
    values: dict[str, float]
    tried: dict[str, dict[float, Gain | None]]


@cache
def families() -> dict[str, Family]:
    """Return all fitted numbers by the last part of their module's name."""
    found = {}
    for module, family in read_json(FILE).items():
        numbers = family["numbers"]
        values = {name: number["value"] for name, number in numbers.items()}
        tried = {
            name: {
                type(number["value"])(value): None if gain is None else Gain(*gain)
                for value, gain in number["tried"].items()
            }
            for name, number in numbers.items()
        }
        found[module.rpartition(".")[2]] = Family(
            module,
            tuple(family.get("before", ())),
            family["command"],
            family["measure"],
            values,
            tried,
        )
    return found


def fitted(module: str) -> dict[str, float]:
    """Return the fitted numbers of a module, by name."""
    return families()[module.rpartition(".")[2]].values
