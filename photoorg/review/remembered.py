"""The questions of a library, worked out once for all who ask while nothing changes."""

import threading
from collections.abc import Sequence

from photoorg.library import Library
from photoorg.library.storage.sidecars import evidence_file
from photoorg.review.questions import Question, questions

_MOMENT = (
    "SELECT (SELECT coalesce(max(id), 0) FROM edits), (SELECT count(*) FROM edits WHERE undone), "
    "(SELECT coalesce(max(id), 0) FROM groupings), (SELECT count(*) FROM faces), "
    "(SELECT count(*) FROM faces WHERE shown)"
)
"""What changes whenever an answer to a question could: steps of the user, and what scans do."""


class _Remembered:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._moment: tuple[object, ...] = ()
        self._questions: list[Question] = []

    def ask(self, library: Library) -> list[Question]:
        moment = _moment(library)
        with self._lock:
            if moment != self._moment:
                self._questions = _known(self._questions, questions(library))
                self._moment = moment
            return list(self._questions)


def _known(before: Sequence[Question], now: Sequence[Question]) -> list[Question]:
    """Return the questions of now, those that are as before by the objects they were.

    An answer changes few of them. Whoever shows them would be held up by letting go of the others.
    """
    known = {question.id: question for question in before}
    return [same if (same := known.get(one.id)) == one else one for one in now]


_remembered = _Remembered()


def questions_now(library: Library) -> list[Question]:
    """Return what :func:`questions` returns, without working out again what has not changed.

    The number in the sidebar, the page and the offers ask at the same moments. A question may
    be older than a change that is no step; an answer to it is checked anyway.
    """
    return _remembered.ask(library)


def _moment(library: Library) -> tuple[object, ...]:
    try:
        status = evidence_file(library.path).stat()
        file: tuple[int, ...] = (status.st_ino, status.st_mtime_ns)
    except OSError:
        file = ()
    row = library.connection.row(_MOMENT)
    return (library.path, file, *(row or ()))
