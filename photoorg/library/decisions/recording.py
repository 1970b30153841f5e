"""What an edit changes, noted by temporary triggers, so that no action can forget to tell."""

from collections.abc import Iterator
from contextlib import contextmanager

from photoorg.library.decisions.changes import (
    JOURNALED,
    WAITING,
    Change,
    Image,
    faces_spoken_of,
    grouped,
    packed,
    unpacked,
)
from photoorg.library.storage.connection import Connection


class Recording:
    """Notes the first image of each row that changes, of the columns a human decides about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def prepare(self) -> None:
        """Make the triggers if they are not there; a transaction that fails takes them with it."""
        known = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_master WHERE name = 'journal_state')"
        if not self._connection.value(known):
            self._create_triggers()

    @contextmanager
    def armed(self) -> Iterator[None]:
        """Note what changes inside."""
        for table in JOURNALED:
            self._connection.execute(f"DELETE FROM temp.journal_{table}")
        self._connection.execute("UPDATE temp.journal_state SET armed = 1")
        try:
            yield
        finally:
            self._connection.execute("UPDATE temp.journal_state SET armed = 0")

    def changes(self) -> list[Change]:
        """Return what has changed inside the last :meth:`armed`."""
        return [change for table in JOURNALED for change in grouped(table, self._images(table))]

    def _images(self, table: str) -> Iterator[Image]:
        columns = JOURNALED[table]
        width = len(columns)
        before = ", ".join(f"j.{column}" for column in columns)
        after = ", ".join(f"t.{column}" for column in columns)
        changed = " | ".join(
            f"((j.{name} IS NOT t.{name}) << {n})" for n, name in enumerate(columns)
        )
        for id_, made, stays, bits, *values in self._connection.rows(
            f"SELECT j.id, j.made, t.id IS NOT NULL, {changed}, {before}, {after} "
            f"FROM temp.journal_{table} AS j LEFT JOIN main.{table} AS t ON t.id = j.id "
            "ORDER BY j.id"
        ):
            yield Image(
                id_, bits, None if made else values[:width], values[width:] if stays else None
            )

    def _create_triggers(self) -> None:
        execute = self._connection.execute
        execute("CREATE TEMP TABLE journal_state (armed INTEGER)")
        execute("INSERT INTO temp.journal_state VALUES (0)")
        for table, columns in JOURNALED.items():
            names = ", ".join(columns)
            old = ", ".join(f"OLD.{column}" for column in columns)
            execute(
                f"CREATE TEMP TABLE journal_{table} (id INTEGER PRIMARY KEY, made INTEGER, {names})"
            )
            for event, image in (
                ("AFTER INSERT ON", "(id, made) VALUES (NEW.id, 1)"),
                (f"BEFORE UPDATE OF {names} ON", f"VALUES (OLD.id, 0, {old})"),
                ("BEFORE DELETE ON", f"VALUES (OLD.id, 0, {old})"),
            ):
                execute(
                    f"CREATE TEMP TRIGGER note_{table}_{event.split()[1].lower()} "
                    f"{event} main.{table} WHEN (SELECT armed FROM journal_state) BEGIN "
                    f"INSERT OR IGNORE INTO journal_{table} {image}; END"
                )


def grow(connection: Connection, step: int | None, since: list[Change]) -> None:
    """Let a step have changed this, too: what it said of photos that had to come first.

    It is undone with the step, unless that is forgotten.
    """
    if since:
        connection.execute(
            "INSERT INTO later_changes (step_id, changes) "
            "SELECT id, ? FROM edits WHERE id = ? AND NOT undone",
            (packed(since), step),
        )


def take_grown(connection: Connection, step: int, changes: list[Change]) -> list[Change]:
    """Return what a step changed together with what it has since, which is its own from now on.

    Rows that waited, and are gone as what they waited for was done, are neither made nor deleted
    by it.
    """
    blobs = connection.rows(
        "DELETE FROM later_changes WHERE step_id = ? RETURNING id, changes", (step,)
    )
    since = [change for _, blob in sorted(blobs) for change in unpacked(blob)]
    due = {
        (change.table, id_)
        for change in since
        if change.table in WAITING and change.after is None
        for id_ in change.ids
    }
    for table, id_ in due:  # one that came back as a later step was undone
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id_,))
    return [
        change
        for change in (*changes, *since)
        if not due.intersection((change.table, id_) for id_ in change.ids)
    ]


def faces_to_redo(connection: Connection) -> frozenset[int]:
    """Return the faces that undone steps speak of again when they are done again."""
    blobs = connection.rows("SELECT changes FROM edits WHERE undone")
    return frozenset(face for (blob,) in blobs for face in faces_spoken_of(unpacked(blob)))
