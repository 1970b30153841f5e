"""The journal: what the user said, in a file beside the library that outlives it.

Each step adds a line right after its commit; see :mod:`.lines` for what it says. A line
that is missing (the program was killed in between, the disk was full) is made up for at the next
step by writing down everything. What went wrong here is logged: the step itself is done.
"""

import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from photoorg.errors import LibraryBusyError, PhotoorgError
from photoorg.library.journal import lines
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.locks import exclusive
from photoorg.library.storage.marks import uuid_of
from photoorg.library.storage.sidecars import aside, beside, journal_file
from photoorg.library.storage.steps import Course, count_step, course, mark_of, steps
from photoorg.library.times import now
from photoorg.private_files import open_private

log = logging.getLogger(__name__)

_STEP = re.compile(rb'(?:"mark":(?:"([\w-]+)"|null),)?"step":(\d+)\}\n\Z')
_TAIL = 64
_TRIES, _PAUSE_S = 40, 0.05
_WRITTEN = "another program has been writing it for long"
_SMALL = 1_000_000
_GROWTH = 4
"""A journal that is so many times as large as what it says is written anew."""


class Journal:
    """Writes the journal of one open library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.path = journal_file(connection.path)

    def told(self, label: str, touched: dict[str, list[int]]) -> None:
        """Hear of a step, in its transaction; it is written down when that is committed."""
        step = count_step(self._connection, said=True)
        told = {"at": now(), "label": label, "mark": mark_of(self._connection, step), "step": step}
        line = lines.touched(self._connection, touched, **told)
        self._connection.when_committed(lambda: self._add(step, line))

    def missing(self) -> int:
        """Return how many steps the journal holds that the library does not know.

        That is so when an older copy of the library was put in its place, or its last changes
        were lost, whatever was done since.
        """
        if not self._is_ours() or self._knows_of() is not None:
            return 0
        held = lines.read(self.path)
        if held is None:
            return 0
        return held.steps - course(self._connection).shared_with(Course(held.steps, held.marks))

    def tidy(self) -> None:
        """Write the journal anew if it lacks something, or most of it does not count any more."""
        with _told(self.path):
            found = self._header()
            if found is None:
                return
            large = self.path.stat().st_size > max(_SMALL, _GROWTH * found[1])
            if large or self._knows_of() != steps(self._connection):
                self.write()

    def write(self) -> None:
        """Write down everything that stands, in place of all that the journal holds."""
        with _told(self.path), self._alone():
            self._write()

    def _add(self, step: int, line: str) -> None:
        with _told(self.path), self._alone():
            known = self._knows_of()
            if known == step - 1:
                with open(self.path, "ab", opener=open_private) as file:
                    file.write(line.encode())
                    file.flush()
                    os.fsync(file.fileno())
            elif known is None or known < step:
                self._write()

    def _write(self) -> None:
        connection = self._connection
        with connection.moment():
            here = course(connection)
            told = {"marks": list(here.marks.items()), "mark": here.last_mark}
            body = lines.whole(connection, at=now(), label="", **told, step=here.steps)
            first = lines.header(uuid_of(connection), len(body))
            if self.path.exists() and (not self._is_ours() or self.missing()):
                kept = aside(self.path)
                self.path.rename(kept)
                log.warning("a journal of another library, or of later steps, is kept in %s", kept)
        part = beside(self.path, ".part")
        part.unlink(missing_ok=True)
        with open(part, "wb", opener=open_private) as file:
            file.write((first + body).encode())
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)

    def _is_ours(self) -> bool:
        found = self._header()
        return found is not None and found[0] == uuid_of(self._connection)

    def _header(self) -> tuple[str, int] | None:
        with suppress(OSError, UnicodeDecodeError), self.path.open("rb") as file:
            return lines.read_header(file.readline(lines.LONGEST_HEADER).decode())
        return None

    def _knows_of(self) -> int | None:
        """Return how many steps of this library the journal tells; None where of other ones."""
        last = self._last_step() if self._is_ours() else None
        if last is None or last[0] > steps(self._connection):
            return None
        return last[0] if last[1] == mark_of(self._connection, last[0]) else None

    def _last_step(self) -> tuple[int, str | None] | None:
        """Return the step of the last line and its mark; None where that is torn, or not there."""
        with suppress(OSError), self.path.open("rb") as file:
            file.seek(-min(_TAIL, file.seek(0, os.SEEK_END)), os.SEEK_END)
            if found := _STEP.search(file.read()):
                return int(found[2]), found[1].decode() if found[1] else None
        return None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the only one who writes; another program needs a moment for its line."""
        with ExitStack() as stack:
            for wait in [True] * _TRIES + [False]:
                try:
                    stack.enter_context(exclusive(beside(self.path, ".lock"), _WRITTEN))
                    break
                except LibraryBusyError:
                    if not wait:
                        raise
                    time.sleep(_PAUSE_S)
            yield


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, PhotoorgError) as error:
        log.warning("the journal %s cannot be written: %s", path, error)
