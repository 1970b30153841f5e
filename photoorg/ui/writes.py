"""Steps of the user about very many faces, done by a thread: the window goes on meanwhile."""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from photoorg.library import Library

T = TypeVar("T")


class _Step(NamedTuple):
    act: Callable[[Library], Any]
    then: Callable[[Any], None]


class Writes(QObject):
    """One thread with a connection of its own, which is open only while there is something to do.

    Steps are done, and their outcomes told, in the order in which they were asked for. Whoever
    writes by another connection calls :meth:`settle` before, to keep that order.
    """

    _ended = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._waiting: deque[_Step] = deque()
        self._outcomes: deque[tuple[_Step, Any]] = deque()
        self._lock = threading.Lock()
        self._running = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._tell)

    def do(self, act: Callable[[Library], T], then: Callable[[T | Exception], None]) -> None:
        """Do something, and call ``then`` in the thread of the window with what became of it.

        That is what ``act`` returns, or why it has changed nothing.
        """
        with self._lock:
            self._waiting.append(_Step(act, then))
            start, self._running = not self._running, True
        if start:
            self._pool.start(self._work)

    def idle(self) -> bool:
        """Tell whether everything is done and told."""
        return not self._running and not self._outcomes

    def settle(self) -> None:
        """Wait until everything is done, and tell what became of it."""
        self._pool.waitForDone()
        self._tell()

    def _next(self) -> _Step | None:
        with self._lock:
            self._running = bool(self._waiting)
            return self._waiting.popleft() if self._waiting else None

    def _work(self) -> None:
        step = self._next()
        while step is not None:
            try:
                with Library.open(self._library, create=False) as library:
                    while step is not None:
                        self._end(step, _done(step, library))
                        step = self._next()
            except Exception as error:  # the library could not be opened
                if step is not None:
                    self._end(step, error)
                    step = self._next()

    def _end(self, step: _Step, outcome: object) -> None:
        self._outcomes.append((step, outcome))
        self._ended.emit()

    def _tell(self) -> None:
        while self._outcomes:
            step, outcome = self._outcomes.popleft()
            step.then(outcome)


def _done(step: _Step, library: Library) -> Any:
    try:
        return step.act(library)
    except Exception as error:  # whatever it is, the next step has its turn
        return error
