"""What a step of the first library's history, done again, changes in the second one."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Columns: TypeAlias = dict[str, Any]
Change: TypeAlias = tuple[str, Columns | None, Columns | None, list[int]]
"""A table, columns before and after, and the rows that changed so: as in ``edits.changes``."""


class Changes:
    """Keeps how rows were before a step; of what was before the first step nothing is kept."""

    def __init__(self) -> None:
        self._noted: dict[tuple[str, int], Columns | None] | None = None

    def begin(self) -> None:
        """Begin a step."""
        self._noted = {}

    def note(self, table: str, id_: int, before: Columns | None) -> None:
        """Keep how a row was, if it is the first time in this step."""
        if self._noted is not None:
            self._noted.setdefault((table, id_), before)

    def found(self, now: Mapping[str, Callable[[int], Columns | None]]) -> list[Change]:
        """Return what the step has changed; ``now`` reads the rows of each table."""
        alike: dict[tuple[Any, ...], Change] = {}
        for table, read in now.items():
            for (of, id_), before in (self._noted or {}).items():
                if of == table and before != (after := read(id_)):
                    sides = _changed(before, after)
                    key = (table, *(tuple((side or {}).items()) for side in sides))
                    alike.setdefault(key, (table, *sides, []))[3].append(id_)
        return list(alike.values())


def _changed(
    before: Columns | None, after: Columns | None
) -> tuple[Columns | None, Columns | None]:
    """Return the columns that differ, or all of a row that comes or goes."""
    if before is None or after is None:
        return before, after
    names = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}
