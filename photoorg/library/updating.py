"""A library file is brought up to date when it is opened, and a copy is kept of what it was."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from photoorg.disk_space import free_space
from photoorg.errors import LibraryError
from photoorg.library.copies.backups import complete
from photoorg.library.migrations import APPLICATION_ID, STEPS, migrations
from photoorg.library.storage.connecting import keep_journal
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.sidecars import aside
from photoorg.library.storage.sqlite_errors import damaged, sentences
from photoorg.private_files import prepare_private
from photoorg.tr import tr

log = logging.getLogger(__name__)


def migrate(connection: Connection, *, fresh: bool) -> None:
    """Make the tables, or do the steps that are missing, with a copy made first; or refuse."""
    db = connection.db
    if not fresh and _has_tables(connection):
        check_ours(connection)
        if not connection.read_only:
            complete(connection)
        if not migrations.pending(db):
            if not connection.read_only:
                keep_journal(connection)
            return
        if connection.read_only:
            raise LibraryError(
                tr(
                    "The library {path} has to be updated, and nothing can be written there; "
                    "copy it to another place.",
                    path=connection.path,
                )
            )
        _copy_before(connection)
    else:
        connection.execute("PRAGMA page_size = 16384")  # four embeddings' worth: see the bench
    keep_journal(connection)
    connection.execute("PRAGMA foreign_keys = OFF")  # tables are made anew; checked below
    with connection.durable(), connection.write():
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(db)
        assert not connection.rows("PRAGMA foreign_key_check"), "a migration left loose ends"
    connection.execute("PRAGMA foreign_keys = ON")


def check_ours(connection: Connection) -> None:
    """Raise :class:`LibraryError` for a file of another program, or of a newer one of ours."""
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        raise LibraryError(
            f"{connection.path} belongs to another program and stays as it is; choose another "
            "file with --library."
        )
    with sentences(connection.path):
        applied = {step.name for step in migrations.applied(connection.db)}
    if applied - set(STEPS):
        raise LibraryError(
            f"The library {connection.path} was made by a newer photoorg; update the program "
            "to open it."
        )
    if not applied or applied != set(STEPS[: len(applied)]):
        raise damaged(connection.path)


def _has_tables(connection: Connection) -> bool:
    return bool(connection.value("SELECT count(*) FROM sqlite_master"))


def _copy_before(connection: Connection) -> None:
    """Keep the file as it was before it is migrated, beside itself."""
    step = migrations.pending(connection.db)[0].name
    copy = connection.path.with_name(f"{connection.path.name}.before-{step.split()[0]}")
    kept = _is_library(copy)
    if kept and _holds_as_much(copy, connection):
        return  # this update was begun before
    if free_space(copy.parent) < 2 * connection.path.stat().st_size:
        raise LibraryError(
            tr(
                "The library {path} has to be updated, and the disk has no room for the copy that "
                "is made first; free some space and start again.",
                path=connection.path,
            )
        )
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    prepare_private(part)
    target = sqlite3.connect(part)
    try:
        with sentences(copy):
            connection.db.conn.backup(target)
    finally:
        target.close()
    if kept:  # of an older library that was at this place
        copy.rename(aside(copy))
    part.replace(copy)
    log.info("the library as it was before its update is kept in %s", copy)


def _holds_as_much(copy: Path, connection: Connection) -> bool:
    try:
        with closing(sqlite3.connect(copy)) as opened:
            there = _holds(opened)
    except sqlite3.DatabaseError:
        return False  # it is damaged, and kept aside
    return there == _holds(connection.db.conn)


def _holds(library: sqlite3.Connection) -> list[int]:
    """Return how much a library of any version holds: what differs in another state of it."""
    tables = {name for (name,) in library.execute("SELECT name FROM sqlite_master")}
    counted = [table for table in ("photos", "faces", "people", "edits") if table in tables]
    counts = [f"SELECT count(*) FROM {table}" for table in counted]
    if "meta" in tables:
        counts.append("SELECT sum(CAST(value AS INTEGER)) FROM meta WHERE key = 'steps'")
    return [int(library.execute(sql).fetchone()[0] or 0) for sql in counts]


def _is_library(file: Path) -> bool:
    """Tell whether a file is a library of ours, not what a crash has left of one."""
    if not file.exists():
        return False
    try:
        with closing(sqlite3.connect(file)) as opened:
            return bool(opened.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    except sqlite3.DatabaseError:
        return False
