"""When, where and with what photos were taken, as their files tell it.

Several files may show one photo, and tell different things: what was read in the surer way counts
(:class:`photoorg.metadata.values.Source`), and of two that are as sure the one read last. Only
where a photo has no other file does that one take back what it said before.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from photoorg.library.accounting.files import PendingFile
from photoorg.library.paths import below, from_text, name_from_text, to_text
from photoorg.library.storage.connection import Connection
from photoorg.library.times import now
from photoorg.metadata.moments import Moment
from photoorg.metadata.values import VERSION, Details, Source

TOLD = "told"
"""The stage in which files are asked; its version is that of what is read."""

_RANK = {source.value: rank for rank, source in enumerate(Source)}
_LAST = len(_RANK)


def _rank(details: Details) -> int:
    return _LAST if details.source is None else _RANK[details.source]


class Origins:
    """The columns of ``photos`` that files fill."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self) -> dict[int, list[PendingFile]]:
        """Return the files of each photo that are to be asked for all they tell.

        They were stored before that was asked, or something beside one of them has changed.
        """
        found: dict[int, list[PendingFile]] = {}
        for photo, id_, path in self._connection.rows(
            "SELECT f.photo_id, f.id, f.path FROM files AS f JOIN folders AS d "
            "ON d.id = f.folder_id LEFT JOIN stages AS s ON s.photo_id = f.photo_id "
            "AND s.stage = ?1 WHERE f.read_at IS NOT NULL AND f.photo_id IS NOT NULL "
            "AND NOT f.gone AND f.unseen_since IS NULL AND f.error IS NULL AND NOT d.away "
            "AND NOT d.removed AND s.version IS NOT ?2 ORDER BY min(f.path) OVER "
            "(PARTITION BY f.photo_id), f.path",
            (TOLD, VERSION),
        ):
            found.setdefault(photo, []).append(PendingFile(id_, from_text(path)))
        return found

    def keep(self, told: Iterable[tuple[int, Details]]) -> None:
        """Store what files (their ids) tell of the photos that they show."""
        with self._connection.write():
            for file_id, details in told:
                row = self._connection.row(
                    "SELECT p.id, p.taken_source, (SELECT count(*) FROM files "
                    "WHERE photo_id = p.id AND NOT gone AND unseen_since IS NULL) "
                    "FROM files AS f JOIN photos AS p ON p.id = f.photo_id WHERE f.id = ?",
                    (file_id,),
                )
                if row is not None:
                    self._keep(row[0], details, before=row[1], alone=row[2] < 2)

    def renew(self, told: Mapping[int, Sequence[Details]]) -> None:
        """Store what all files of photos (their ids) tell now, in place of what they told.

        Where one of them could not be asked, all stays as it is until it can.
        """
        with self._connection.write():
            for photo_id, by_file in told.items():
                if not all(details.complete for details in by_file):
                    continue
                surest_last = sorted(by_file, key=_rank, reverse=True)
                before = None
                for n, details in enumerate(surest_last):
                    self._keep(photo_id, details, before=before, alone=not n)
                    before = details.source if details.taken else before

    def beside(self, under: Path) -> dict[str, tuple[int, int]]:
        """Return size and time of the files beside photos that were met below a folder."""
        return {
            name_from_text(path): (size, time_ns)
            for path, size, time_ns in self._connection.rows(
                "SELECT path, size, mtime_ns FROM beside WHERE path > ? AND path < ?", below(under)
            )
        }

    def keep_beside(
        self,
        folder_id: int,
        met: Mapping[str, tuple[int, int]],
        gone: Iterable[str],
        told: Iterable[str],
    ) -> None:
        """Keep which files beside photos were ``met``, new or changed, or are ``gone``.

        The photos that files at the paths ``told`` show are to be asked again.
        """
        with self._connection.write():
            self._connection.executemany(
                "INSERT OR REPLACE INTO beside (path, folder_id, size, mtime_ns) "
                "VALUES (?, ?, ?, ?)",
                ((to_text(name), folder_id, *seen) for name, seen in met.items()),
            )
            self._connection.executemany(
                "DELETE FROM beside WHERE path = ?", ((to_text(name),) for name in gone)
            )
            self._connection.executemany(
                "DELETE FROM stages WHERE stage = ? AND photo_id = "
                "(SELECT photo_id FROM files WHERE path = ?)",
                ((TOLD, to_text(name)) for name in told),
            )

    def _keep(self, photo_id: int, details: Details, *, before: str | None, alone: bool) -> None:
        alone = alone and details.complete
        if alone or (
            details.taken is not None and _rank(details) <= _RANK.get(before or "", _LAST)
        ):
            taken = details.taken
            self._connection.execute(
                "UPDATE photos SET taken_at = ?, taken_offset_min = ?, taken_source = ? "
                "WHERE id = ?",
                (
                    taken and taken.text,
                    taken and taken.offset,
                    details.source and details.source.value,
                    photo_id,
                ),
            )
        told = {
            "latitude": details.latitude,
            "longitude": details.longitude,
            "place": details.place or None,
            "country": details.country or None,
            "camera": details.camera or None,
            "caption": details.caption or None,
        }
        if not alone:
            told = {column: value for column, value in told.items() if value is not None}
        if told:
            self._connection.execute(
                f"UPDATE photos SET {', '.join(f'{column} = ?' for column in told)} WHERE id = ?",
                (*told.values(), photo_id),
            )
        if details.complete:
            self._connection.execute(
                "INSERT OR REPLACE INTO stages (photo_id, stage, version, done_at) "
                "VALUES (?, ?, ?, ?)",
                (photo_id, TOLD, VERSION, now()),
            )
        else:
            self._connection.execute(
                "DELETE FROM stages WHERE photo_id = ? AND stage = ?", (photo_id, TOLD)
            )

    def of(self, photo_id: int) -> Details | None:
        """Return what is known of a photo's origin; None for one that is not there."""
        row = self._connection.row(
            "SELECT taken_at, taken_offset_min, taken_source, latitude, longitude, "
            "coalesce(place, ''), coalesce(country, ''), coalesce(camera, ''), "
            "coalesce(caption, '') FROM photos WHERE id = ?",
            (photo_id,),
        )
        if row is None:
            return None
        taken = Moment(row[0], row[1]) if row[0] else None
        return Details(taken, Source(row[2]) if row[2] in _RANK else None, *row[3:])
