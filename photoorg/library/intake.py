"""The files a scan saw, and which of them wait to be read.

The queue of a scan is ``files.read_at is null``: stopping anywhere is safe. A file that waits shows
what it showed before; one that the walk did not meet stays shown until it is known to be deleted.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from photoorg.library import availability
from photoorg.library.accounting.files import FileEntry, KnownFile, PendingFile
from photoorg.library.paths import below, from_text, name_from_text, to_text
from photoorg.library.storage.connection import Connection
from photoorg.library.times import now

FACES = "faces"
"""The stage in which faces are found and embedded; its version is the model's id."""

UNSEEN = (
    "FROM faces AS d WHERE d.box_source = 'drawn' AND d.score IS NULL AND NOT d.forgotten "
    "AND d.shown AND NOT EXISTS (SELECT 1 FROM embeddings WHERE face_id = d.id AND model = ?2)"
)
"""Faces that a human drew, and that the model ``?2`` has not looked at."""

KnownRow: TypeAlias = tuple[int, int, int, int]
"""What the library remembers of a file: the values of a :class:`KnownFile`."""

_READABLE = (
    "NOT f.gone AND f.unseen_since IS NULL AND f.error IS NULL AND NOT d.away AND NOT d.removed"
)


class Intake:
    """The table ``files``, for those who look at the disk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, under: Path) -> dict[Path, KnownFile]:
        """Return every file the library knows below the folder ``under``."""
        return {Path(name): KnownFile(*row) for name, row in self.known_names(under).items()}

    def known_names(self, under: Path) -> dict[str, KnownRow]:
        """Return the same as plain values: to make 100,000 Paths takes longer than all the rest."""
        # A range instead of LIKE: an index serves it, and "%" in a name is only a character.
        rows = self._connection.rows(
            "SELECT path, id, size, mtime_ns, NOT gone AND unseen_since IS NULL FROM files "
            "WHERE path > ? AND path < ?",
            below(under),
        )
        return {name_from_text(row[0]): row[1:] for row in rows}

    def register(self, folder_id: int, entries: Iterable[FileEntry]) -> None:
        """Queue new and changed files; one that could not be read gets a new chance."""
        with self._connection.write():
            self._connection.executemany(
                "INSERT INTO files (folder_id, path, size, mtime_ns) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (path) DO UPDATE SET folder_id = excluded.folder_id, "
                "size = excluded.size, mtime_ns = excluded.mtime_ns, read_at = NULL, error = NULL, "
                "error_ignored = 0, unseen_since = NULL, gone = 0",
                ((folder_id, to_text(e.name), e.size, e.mtime_ns) for e in entries),
            )
            availability.refresh(
                self._connection, "(SELECT photo_id FROM files WHERE read_at IS NULL)"
            )

    def mark_unseen(self, file_ids: Sequence[int]) -> None:
        """Remember files that the walk did not meet; their photos stay shown for now."""
        with self._connection.write(), self._connection.chosen(file_ids) as chosen:
            self._connection.execute(
                f"UPDATE files SET unseen_since = ? WHERE id IN {chosen} AND unseen_since IS NULL",
                (now(),),
            )

    def mark_missing(self, file_ids: Sequence[int]) -> None:
        """Hide photos whose files were deleted; they come back with their faces when these do."""
        with self._connection.write(), self._connection.chosen(file_ids) as chosen:
            self._connection.execute(
                f"UPDATE files SET gone = 1, unseen_since = coalesce(unseen_since, ?) "
                f"WHERE id IN {chosen}",
                (now(),),
            )
            self._refresh(chosen)

    def mark_found(self, file_ids: Sequence[int]) -> None:
        """Show photos again whose unchanged files are back."""
        with self._connection.write(), self._connection.chosen(file_ids) as chosen:
            self._connection.execute(
                f"UPDATE files SET gone = 0, unseen_since = NULL WHERE id IN {chosen}"
            )
            self._refresh(chosen)

    def _refresh(self, files: str) -> None:
        availability.refresh(self._connection, f"(SELECT photo_id FROM files WHERE id IN {files})")

    def unseen(self, folder_id: int) -> list[tuple[int, Path]]:
        """Return the files of a folder that the last walk did not meet and nobody called deleted.

        A file whose photo was met at another place has moved: it is forgotten here.
        """
        with self._connection.write():
            self._connection.execute(
                "DELETE FROM files WHERE folder_id = ? AND unseen_since IS NOT NULL AND NOT gone "
                "AND EXISTS (SELECT 1 FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
                f"WHERE f.photo_id = files.photo_id AND f.read_at IS NOT NULL AND {_READABLE})",
                (folder_id,),
            )
        return [
            (id_, from_text(path))
            for id_, path in self._connection.rows(
                "SELECT id, path FROM files WHERE folder_id = ? AND unseen_since IS NOT NULL "
                "AND NOT gone ORDER BY path",
                (folder_id,),
            )
        ]

    def count(self, folder_id: int) -> int:
        """Return how many files of a folder show photos that nobody called deleted."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM files WHERE folder_id = ? AND NOT gone", (folder_id,)
            )
        )

    def queue(self, model: str) -> list[PendingFile]:
        """Return the files to read, and one of each photo that ``model`` has not seen.

        Or in which it has not yet seen a face that a human drew.

        A file that failed waits for a change.
        """
        return [
            PendingFile(id_, from_text(path))
            for id_, path in self._connection.rows(
                "SELECT f.id, f.path FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
                f"WHERE f.read_at IS NULL AND {_READABLE} UNION "
                "SELECT min(f.id), f.path FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
                "LEFT JOIN stages AS s ON s.photo_id = f.photo_id AND s.stage = ?1 "
                f"WHERE f.read_at IS NOT NULL AND {_READABLE} AND f.photo_id IS NOT NULL "
                f"AND (s.version IS NOT ?2 OR f.photo_id IN (SELECT photo_id {UNSEEN})) "
                "GROUP BY f.photo_id ORDER BY 2",
                (FACES, model),
            )
        ]

    def waiting(self) -> int:
        """Return how many files that can be reached were found and have not been read yet."""
        return int(
            self._connection.value(
                "SELECT count(*) FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
                f"WHERE f.read_at IS NULL AND {_READABLE}"
            )
        )

    def file_of(self, photo_id: int) -> PendingFile | None:
        """Return a file that shows a photo and can be read; None while there is none."""
        row = self._connection.row(
            "SELECT f.id, f.path FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
            f"WHERE f.photo_id = ? AND {_READABLE} ORDER BY f.id LIMIT 1",
            (photo_id,),
        )
        return None if row is None else PendingFile(row[0], from_text(row[1]))

    def fail(self, file_id: int, reason: str, *, passing: bool = False) -> None:
        """Remember why a file cannot be read; what it showed before stays.

        A ``passing`` error is tried again by the next scan.
        """
        self._connection.execute(
            "UPDATE files SET error = ?, error_passing = ?, error_ignored = 0, read_at = ? "
            "WHERE id = ?",
            (reason, int(passing), now(), file_id),
        )

    def retry_passing(self, under: Path) -> None:
        """Queue the files below a folder again whose errors may have passed."""
        self._connection.execute(
            "UPDATE files SET error = NULL, error_passing = 0, read_at = NULL "
            "WHERE error_passing AND error IS NOT NULL AND path > ? AND path < ?",
            below(under),
        )
