"""Numbers that were fitted to data, all of them in one file.

``fitted.json`` holds them by the module that uses them and by the name they have there, each with
the values that are tried when it is fitted anew: ``photoorg train numbers`` does that and writes
the file. What a number means stands beside its name in its module.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from photoorg.json_files import read_json

FILE = Path(__file__).with_name("fitted.json")


@dataclass(frozen=True, slots=True)
class Family:
    """The fitted numbers of one module.

    ``command`` fits them anew, to the development sets. ``measure`` names what tells how good they
    are (a key of :data:`photoorg.training.numbers.measures.MEASURES`), ``tried`` has the values of
    each number that may be, the one it has among them.
    """

    module: str
    command: str
    measure: str
    values: dict[str, float]
    tried: dict[str, tuple[float, ...]]


@cache
def families() -> dict[str, Family]:
    """Return all fitted numbers by the last part of their module's name."""
    found = {}
    for module, family in read_json(FILE).items():
        numbers = family["numbers"]
        values = {name: number["value"] for name, number in numbers.items()}
        tried = {
            name: tuple(sorted({number["value"], *number["tried"]}))
            for name, number in numbers.items()
        }
        found[module.rpartition(".")[2]] = Family(
            module, family["command"], family["measure"], values, tried
        )
    return found


def fitted(module: str) -> dict[str, float]:
    """Return the fitted numbers of a module, by name."""
    return families()[module.rpartition(".")[2]].values
