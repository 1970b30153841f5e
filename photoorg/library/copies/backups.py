"""Copies of the library beside it, made by the way and thrown away when they are old.

They hold everything but what a scan finds again: the numbers that tell faces apart are four fifths
of a library. So a copy of a library of 100,000 faces takes a second and 30 MB, and whoever restores
one scans the photos again to go on grouping.
"""

import errno
import json
import logging
import os
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from photoorg.disk_space import DISK_FULL, free_space
from photoorg.errors import DamagedLibraryError, LibraryError, PhotoorgError
from photoorg.library.copies.soundness import is_sound
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.sidecars import backups_folder
from photoorg.library.storage.sqlite_errors import damaged, sentences
from photoorg.library.storage.steps import mark_of, steps
from photoorg.private_files import make_folder, prepare_private

log = logging.getLogger(__name__)

DAYS, WEEKS = 7, 4
"""So many days' and weeks' last copies are kept."""

_OFTEN = timedelta(hours=20)
_NAME = "%Y-%m-%dT%H-%M-%SZ.photoorg"
_LEFT_OUT = "embeddings"
_INDEXES = "indexes"
"""What a copy is to have again when it becomes a library: they are a third of it."""


def backup(connection: Connection, to: Path | None = None) -> Path:
    """Copy the library and return where the copy lies.

    ``to`` is a new file, or a folder, for a whole copy; without it one of the rotating copies is
    made beside the library. Raises :class:`LibraryError` when the library is damaged: then no copy
    is made and none thrown away.
    """
    now = datetime.now(UTC)
    if not is_sound(connection):
        raise damaged(connection.path)
    try:
        place = backups_folder(connection.path) if to is None else to
        _check_room(connection.path, place)
        if to is not None:
            return _whole(connection, to / now.strftime(_NAME) if to.is_dir() else to)
        folder = backups_folder(connection.path)
        make_folder(folder)
        copy = _without_embeddings(connection, folder / now.strftime(_NAME))
        for old in superfluous(backups(connection.path), now):
            if old != copy:  # whatever the clock does meanwhile
                old.unlink()
    except OSError as error:
        if error.errno in DISK_FULL:
            what = "free some space, or name another place"
        elif to is not None:
            what = "name another place"
        else:
            what = "check the permissions of its folder"
        raise LibraryError(
            f"A copy of the library {connection.path} cannot be made ({error.strerror}); {what}."
        ) from error
    return copy


def back_up_if_due(connection: Connection) -> Path | None:
    """Make one of the rotating copies when it is time; return it.

    That is when the user has decided something since the last one, once a day. What goes wrong is
    logged only, because whoever calls this does something else; but for damage of the library:
    then it raises :class:`DamagedLibraryError`.
    """
    try:
        if connection.read_only or not _is_due(connection):
            return None
        return backup(connection)
    except DamagedLibraryError:
        raise
    except PhotoorgError as error:
        log.warning("%s", error)
        return None


def backups(library: Path) -> list[Path]:
    """Return the rotating copies of a library file, the newest first.

    Those with a date to come are the last: the clock was wrong, and they may be of any time.
    """
    now = datetime.now(UTC)
    times = {file: _time_of(file) for file in backups_folder(library).glob("*.photoorg")}
    dated = [(made <= now, file.name, file) for file, made in times.items() if made is not None]
    return [file for *_, file in sorted(dated, reverse=True)]


def newest_backup(library: Path) -> Path | None:
    """Return the newest of the rotating copies of a library file."""
    return next(iter(backups(library)), None)


def superfluous(copies: Sequence[Path], now: datetime) -> list[Path]:
    """Return which of the copies, the newest first, are not kept ``now``.

    Those with a date to come are, and take no other's place: the clock was wrong then, or is now.
    """
    dated = [(file, made) for file in copies if (made := _time_of(file)) and made <= now]
    kept = {file for file, _ in dated[:2]}
    for count, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V")):
        last: dict[str, Path] = {}
        for file, made in dated:
            last.setdefault(made.strftime(period), file)
        kept.update(list(last.values())[:count])
    return [file for file, _ in dated if file not in kept]


def _time_of(file: Path) -> datetime | None:
    try:
        return datetime.strptime(file.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_due(connection: Connection) -> bool:
    newest = newest_backup(connection.path)
    if newest is None:
        return bool(
            connection.value(
                "SELECT EXISTS (SELECT 1 FROM answers) "
                "OR EXISTS (SELECT 1 FROM people WHERE name IS NOT NULL)"
            )
        )
    made = _time_of(newest)
    now = datetime.now(UTC)
    if made is not None and now - _OFTEN < made <= now:
        return False
    count = steps(connection)
    return (count, mark_of(connection, count)) != _last_step_of(newest)


def _last_step_of(copy: Path) -> tuple[int, str | None] | None:
    """Return the step after which a copy was made, with its mark; None if it is damaged."""
    source = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        row = source.execute("SELECT value FROM meta WHERE key = 'steps'").fetchone()
        mark = source.execute(
            "SELECT mark FROM step_marks ORDER BY first_step DESC LIMIT 1"
        ).fetchone()
    except sqlite3.DatabaseError:  # also where an earlier version made it, which knew no marks
        return None
    finally:
        source.close()
    return 0 if row is None else int(row[0]), mark and mark[0]


def _check_room(library: Path, place: Path) -> None:
    """Raise OSError where a copy might leave no room for anything else."""
    there = next(folder for folder in (place, *place.absolute().parents) if folder.is_dir())
    if free_space(there) < 2 * library.stat().st_size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _whole(connection: Connection, to: Path) -> Path:
    to = to.expanduser().absolute()
    if to.exists():
        raise LibraryError(f"{to} is there already; name a new file for the copy.")
    part = _begin(to)
    connection.execute("VACUUM INTO ?", (str(part),))
    return _finish(part, to)


def _without_embeddings(connection: Connection, to: Path) -> Path:
    part = _begin(to)
    with sentences(connection.path):
        target = sqlite3.connect(part, isolation_level=None, uri=True)
        try:
            target.execute(f"PRAGMA page_size = {connection.value('PRAGMA page_size')}")
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            target.execute(f"PRAGMA application_id = {connection.value('PRAGMA application_id')}")
            target.execute("ATTACH ? AS library", (f"{connection.path.as_uri()}?mode=ro",))
            target.execute("BEGIN")
            _copy(target)
            target.execute("COMMIT")
        finally:
            target.close()
    return _finish(part, to)


def _copy(target: sqlite3.Connection) -> None:
    """Fill a new file from the attached library: one moment of it, whoever writes meanwhile."""
    schema = target.execute(
        "SELECT type, name, sql FROM library.sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    ).fetchall()
    tables = {name: sql for kind, name, sql in schema if kind == "table"}
    for sql in tables.values():
        target.execute(sql)
    for name in tables.keys() - {_LEFT_OUT}:
        columns = ", ".join(
            f'"{column}"'
            for _, column, *_, hidden in target.execute(f"PRAGMA main.table_xinfo({name})")
            if not hidden
        )
        target.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM library.{name}")
    others = json.dumps([sql for kind, _, sql in schema if kind != "table"])
    target.execute("INSERT OR REPLACE INTO main.meta VALUES (?, ?)", (_INDEXES, others))
    target.execute("DELETE FROM main.sqlite_sequence")
    target.execute("INSERT INTO main.sqlite_sequence SELECT * FROM library.sqlite_sequence")
    # So that the next scan finds the faces' numbers again; the faces stay those they are.
    target.execute("DELETE FROM main.stages WHERE stage = 'faces'")


def complete(connection: Connection) -> None:
    """Make what was left out of a copy that has become a library."""
    text = connection.value("SELECT value FROM meta WHERE key = ?", (_INDEXES,))
    if text is None:
        return
    there = {sql for (sql,) in connection.rows("SELECT sql FROM sqlite_master")}
    with connection.write():
        for sql in json.loads(text):
            if sql not in there:
                connection.execute(sql)
        connection.execute("DELETE FROM meta WHERE key = ?", (_INDEXES,))


def _begin(to: Path) -> Path:
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    prepare_private(part)
    part.stat()  # nothing was made where nothing can be made
    return part


def _finish(part: Path, to: Path) -> Path:
    """Let the copy appear at once and whole, power cut or not."""
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return part.replace(to)
