"""Hearing of changes in many directories by ``watchfiles``, a part of them at a time.

While the system is asked to watch, Python stands still in all threads (0.3 s for 20,000
directories): so it is asked for a part, then for the next. Each part is one instance of what
the system counts (inotify), of which there are few: small ones are put together again.
"""

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

AT_ONCE = 500
"""So many directories are one part; a part of less than half is put together with others."""
GATHER_MS, STEP_MS = 1000, 100
"""Changes that follow each other are handed over together; whoever stops waits for a step."""

log = logging.getLogger(__name__)


class NotUnderstoodError(Exception):
    """Something changed, and the system's words for it cannot be read, as a name is no text."""


@dataclass(slots=True)
class _Part:
    paths: frozenset[str]
    ear: "RustNotify"


class Ears:
    """Used by one thread; hears nothing before :meth:`listen_to`."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._parts: list[_Part] = []
        self._late: set[tuple[int, str]] = set()

    def listen_to(self, paths: Sequence[str], *, recursive: bool) -> None:
        """Hear from now on of changes in exactly these directories, or in all below them.

        What was heard before is heard all the while. Raises OSError, also where the system lets no
        more be watched; then all is as before.
        """
        wanted = frozenset(paths)
        kept = [part for part in self._parts if self._is_worth_keeping(part, wanted)]
        heard = frozenset[str]().union(*(part.paths for part in kept))
        new = [path for path in paths if path not in heard]
        made: list[_Part] = []
        try:
            for start in range(0, len(new), self._at_once):
                some = new[start : start + self._at_once]
                made.append(_Part(frozenset(some), _ear(some, recursive=recursive)))
        except BaseException:
            _close(made)
            raise
        given_up = [part for part in self._parts if part not in kept]
        for part in given_up:
            self._late |= _pending(part)
        _close(given_up)
        self._parts = kept + made

    def hear(self, stop: threading.Event) -> set[tuple[int, str]]:
        """Wait a moment and return what changed, ``(what happened, path)``.

        Raises :class:`NotUnderstoodError`; who listens again then hears what follows.
        """
        from watchfiles._rust_notify import WatchfilesRustInternalError

        if not self._parts:
            stop.wait(GATHER_MS / 1000)
        heard, self._late = self._late, set()
        for part in self._parts:
            wait_ms = max(STEP_MS, GATHER_MS // len(self._parts))
            try:
                changes = part.ear.watch(GATHER_MS, STEP_MS, wait_ms, stop)
            except WatchfilesRustInternalError as error:
                self._parts = [other for other in self._parts if other is not part]
                self._late = heard
                part.ear.close()
                raise NotUnderstoodError(str(error)) from error
            if isinstance(changes, set):
                heard |= changes
            if stop.is_set():
                break
        return heard

    def close(self) -> None:
        """Hear nothing any more."""
        _close(self._parts)
        self._parts = []

    @property
    def parts(self) -> int:
        """How many of the system's instances are in use."""
        return len(self._parts)

    def _is_worth_keeping(self, part: _Part, wanted: frozenset[str]) -> bool:
        return 2 * len(part.paths & wanted) >= max(self._at_once, len(part.paths))


def _ear(paths: list[str], *, recursive: bool) -> "RustNotify":
    from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

    try:
        # permissions are not to be ignored: so would be that no more may be watched
        return RustNotify(paths, False, False, 0, recursive, False)  # noqa: FBT003
    except WatchfilesRustInternalError as error:
        raise OSError(str(error)) from error


def _pending(part: _Part) -> set[tuple[int, str]]:
    """Return what was heard and not handed over yet, as far as it is understood."""
    from watchfiles._rust_notify import WatchfilesRustInternalError

    try:
        changes = part.ear.watch(1, 1, 1, None)
    except WatchfilesRustInternalError:
        return set()
    return changes if isinstance(changes, set) else set()


def _close(parts: Iterable[_Part]) -> None:
    for part in parts:
        part.ear.close()
