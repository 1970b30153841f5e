"""When which folder is to be looked at. Times are seconds of a clock that only goes forward."""

import math
from collections.abc import Collection, Iterable
from pathlib import Path

from photoorg.jobs.watching.ways import EVERY_S

SETTLED_S = 3.0
"""Files that have not changed for so long have been copied, or moved, as a whole."""
LONGEST_S = 5 * 60.0
"""Where something changes all the time, a look is taken after so long."""
REST_S, LONGEST_REST_S = 5.0, 60.0
"""After a look at changes so long a pause is made, twice as long each time they go on."""
AGAIN_S = 2 * 60.0
"""Who turns to the window looks for what is new, but not more often than this."""


class Agenda:
    """Gathers what changed until it settles, and sends round to where no changes are heard."""

    def __init__(self) -> None:
        self._changed: set[Path] = set()
        self._first = self._last = 0.0
        self._rest, self._rested = 0.0, -math.inf
        self._round: dict[Path, float] = {}
        self._later: dict[Path, float] = {}

    def hear(self, folders: Iterable[Path], now: float) -> None:
        """Something in these folders has changed."""
        if not self._changed:
            self._first = now
        self._changed.update(folders)
        self._last = now

    def go_round(self, folders: Collection[Path], now: float) -> None:
        """Look at exactly these folders in rounds; those that are new here were just looked at."""
        self._round = {folder: self._round.get(folder, now) for folder in folders}

    def looked(self, folders: Collection[Path], now: float) -> None:
        """These folders of the round have just been looked at."""
        self._round.update(dict.fromkeys(self._round.keys() & set(folders), now))

    def turn_to(self, now: float) -> None:
        """Look at what is looked at in rounds as soon as possible, if that is worth it."""
        for folder, looked in self._round.items():
            if now - looked >= AGAIN_S:
                self._round[folder] = min(looked, now - EVERY_S)

    def put_off(self, folders: Iterable[Path], now: float) -> None:
        """Look at these, but not before a round has passed."""
        self._later.update(dict.fromkeys(folders, now))

    def due_at(self) -> float | None:
        """Return when there will be something to look at, as far as is known now."""
        times = [since + EVERY_S for since in (*self._round.values(), *self._later.values())]
        if self._changed:
            times.append(self._settled_at())
        return min(times, default=None)

    def _settled_at(self) -> float:
        return max(self._rested, min(self._last + SETTLED_S, self._first + LONGEST_S))

    def take(self, now: float) -> list[Path]:
        """Return what is to be looked at now, without what lies in another of them."""
        due = {
            folder
            for since in (self._round, self._later)
            for folder, when in since.items()
            if now >= when + EVERY_S
        }
        self.looked(due, now)
        for folder in due:
            self._later.pop(folder, None)
        if self._changed and now >= self._settled_at():
            due |= self._changed
            self._changed = set()
            calm = now > self._rested + LONGEST_REST_S
            self._rest = REST_S if calm else min(2 * self._rest, LONGEST_REST_S)
            self._rested = now + self._rest
        return sorted(folder for folder in due if due.isdisjoint(folder.parents))
