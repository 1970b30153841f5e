"""Finding photos while one types, in a thread: a big library takes a moment to read."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.library.photo_words import photo_words
from photoorg.ui.models.people_model import plain


class PhotoSearch(QObject):
    """``found(text, ids)`` answers the newest :meth:`ask`; ``failed`` says why there is no answer.

    Call :meth:`close` before the program ends.
    """

    found = Signal(str, object)
    failed = Signal(str)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._wanted: str | None = None
        self._words: dict[int, str] | None = None
        self._lock = threading.Lock()
        self._running = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def ask(self, text: str) -> None:
        """Look for the photos in whose path or people every word of ``text`` occurs."""
        with self._lock:
            self._wanted = text
            start, self._running = not self._running, True
        if start:
            self._pool.start(self._work)

    def forget(self) -> None:
        """Read the library anew for the next question."""
        with self._lock:
            self._words = None

    def idle(self) -> bool:
        """Tell whether every question has been answered."""
        with self._lock:
            return not self._running

    def close(self) -> None:
        """Drop what is asked for and wait for the thread."""
        with self._lock:
            self._wanted = None
        self._pool.waitForDone()

    def _next(self) -> tuple[str | None, dict[int, str] | None]:
        with self._lock:
            text, self._wanted = self._wanted, None
            self._running = text is not None
            return text, self._words

    def _work(self) -> None:
        text, words = self._next()
        while text is not None:
            try:
                words = words if words is not None else self._read()
            except PhotoorgError as error:
                self.failed.emit(str(error))
            else:
                self.found.emit(text, matches(words, text))
            text, words = self._next()

    def _read(self) -> dict[int, str]:
        with Library.open(self._library, create=False) as library:
            words = {photo_id: plain(text) for photo_id, text in photo_words(library).items()}
        with self._lock:
            self._words = words
        return words


def matches(words: dict[int, str], text: str) -> frozenset[int]:
    """Return the photos in whose ``words`` every word of ``text`` occurs."""
    wanted = plain(text).split()
    return frozenset(
        photo_id for photo_id, own in words.items() if all(word in own for word in wanted)
    )
