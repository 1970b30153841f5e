"""Questions to the library that take a while, answered by a thread: the window goes on meanwhile.

The answer belongs to the moment in which it was read. Who asks again under the same key, because
something has changed, hears only the newest answer; with ``every``, also the one that was being
read: it is old, but where things change more quickly than they are read there would be none.
"""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from photoorg.errors import PhotoorgError
from photoorg.library import Library

log = logging.getLogger(__name__)
T = TypeVar("T")


class _Question(NamedTuple):
    key: str
    ask: Callable[[Library], Any]
    then: Callable[[Any], None]
    every: bool


class Reads(QObject):
    """One thread with a connection of its own, which is open only while there are questions.

    ``failed`` says why there is no answer, the same sentence once until an answer comes again.
    Call :meth:`close` before the library is closed.
    """

    failed = Signal(str)
    _answered = Signal(object, object)
    _refused = Signal(object, object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._newest: dict[str, _Question] = {}
        self._waiting: dict[str, _Question] = {}
        self._told = ""
        self._lock = threading.Lock()
        self._running = False
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._hand_over)
        self._refused.connect(self._tell)

    def ask(
        self,
        key: str,
        question: Callable[[Library], T],
        then: Callable[[T], None],
        *,
        every: bool = False,
    ) -> None:
        """Call ``then`` with what ``question`` returns, unless ``key`` is asked again before."""
        if self._closed:
            return
        asked = self._newest[key] = _Question(key, question, then, every)
        with self._lock:
            self._waiting.pop(key, None)  # who asks again stands at the end
            self._waiting[key] = asked
            start, self._running = not self._running, True
        if start:
            self._pool.start(self._work)

    def idle(self) -> bool:
        """Tell whether every question has been answered and every answer handed over."""
        return not self._newest

    def close(self) -> None:
        """Drop what is asked for and wait for the thread."""
        self._closed = True
        self._newest.clear()
        with self._lock:
            self._waiting.clear()
        self._pool.waitForDone()

    def _next(self) -> _Question | None:
        with self._lock:
            if not self._waiting:
                self._running = False
                return None
            return self._waiting.pop(next(iter(self._waiting)))

    def _work(self) -> None:
        question = self._next()
        while question is not None:
            try:
                with Library.open(self._library, create=False) as library:
                    library.connection.execute("PRAGMA query_only = ON")
                    while question is not None:
                        self._answered.emit(question, question.ask(library))
                        question = self._next()
            except Exception as error:  # whatever it is, the next question has its turn
                self._refused.emit(question, error)
                question = self._next()

    def _hand_over(self, question: _Question, answer: object) -> None:
        if self._is_newest(question) or (question.every and not self._closed):
            self._told = ""
            question.then(answer)

    def _tell(self, question: _Question, error: Exception) -> None:
        if not self._is_newest(question):
            return
        if not isinstance(error, PhotoorgError):
            raise error  # a bug is shown like any other
        log.info("a question failed: %s", error)
        if str(error) != self._told:
            self._told = str(error)
            self.failed.emit(self._told)

    def _is_newest(self, question: _Question) -> bool:
        """Tell whether nobody has asked the same again; what is answered is forgotten."""
        if self._newest.get(question.key) is not question:
            return False
        del self._newest[question.key]
        return True
