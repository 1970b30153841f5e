"""Questions about photos; what a scan writes is in :mod:`.intake`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from photoorg.errors import UsageError
from photoorg.library.accounting.files import Problem
from photoorg.library.paths import from_text
from photoorg.library.storage.connection import Connection, Row
from photoorg.library.values import Photo
from photoorg.tr import tr

_LIKELIEST_FIRST = (
    "ORDER BY f.gone, d.removed, f.unseen_since IS NOT NULL, d.away, f.error IS NOT NULL, f.id "
)
_PLACE = (
    "FROM files AS f JOIN folders AS d ON d.id = f.folder_id WHERE f.photo_id = p.id "
    f"{_LIKELIEST_FIRST} LIMIT 1"
)
"""Of the places where a photo ``p`` lies the one where it is most likely to be found."""

# One question instead of two: where the photo lies, after 1 if it cannot be reached there, else 0.
_PHOTO = (
    "SELECT p.id, coalesce("
    f"(SELECT (f.gone OR f.unseen_since IS NOT NULL OR d.away) || f.path {_PLACE}), '1'), "
    "p.width, p.height, p.taken, "
    "(SELECT count(*) FROM faces WHERE photo_id = p.id AND shown), "
    "(SELECT count(*) FROM files AS f WHERE f.photo_id = p.id AND NOT f.gone), p.turned, "
    "p.duration_s, iif(p.taken_corrected IS NULL, p.taken_source, 'you'), coalesce(p.place, ''), "
    f"(SELECT f.size {_PLACE}) FROM photos AS p "
)
_SHOWN = "NOT p.away "
_NEWEST_FIRST = "ORDER BY p.taken_order DESC, p.id "


class Photos:
    """The photos of the library, newest first, and the files with problems."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return the number of photos that are shown."""
        return int(self._connection.value(f"SELECT count(*) FROM photos AS p WHERE {_SHOWN}"))

    def get(self, photo_id: int) -> Photo:
        """Return one photo; raises :class:`UsageError` when there is none."""
        row = self._connection.row(f"{_PHOTO} WHERE p.id = ?", (photo_id,))
        if row is None:
            raise UsageError(tr("There is no photo {id} in this library.", id=photo_id))
        return _photo(row)

    def places(self, photo_id: int) -> list[Path]:
        """Return where a photo lies: one path for each copy of it, that of :meth:`get` first."""
        rows = self._connection.rows(
            "SELECT f.path FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
            f"WHERE f.photo_id = ? AND NOT f.gone AND NOT d.removed {_LIKELIEST_FIRST}",
            (photo_id,),
        )
        return [from_text(path) for (path,) in rows]

    def paths(self, photo_ids: Sequence[int]) -> Sequence[Path]:
        """Return where each of these photos lies, in the same order, as :meth:`get` tells it.

        Raises as that does.
        """
        with self._connection.chosen(photo_ids) as chosen:
            found: dict[int, str] = dict(
                self._connection.rows(
                    f"SELECT p.id, (SELECT f.path {_PLACE}) FROM photos AS p WHERE p.id IN {chosen}"
                )
            )
        return [from_text(found[id_]) if id_ in found else self.get(id_).path for id_ in photo_ids]

    def layout(self) -> list[tuple[int, int, int, str]]:
        """Return ``(id, width, height, month)`` of every shown photo, newest first.

        ``month`` is like "2019-07", or "" where the photo tells no date: all that is needed to
        lay out a hundred thousand photos without reading them.
        """
        return [
            (id_, width, height, month)
            for id_, width, height, month in self._connection.rows(
                "SELECT p.id, p.width, p.height, coalesce(substr(p.taken, 1, 7), '') "
                f"FROM photos AS p WHERE {_SHOWN} {_NEWEST_FIRST}"
            )
        ]

    def dates(self) -> dict[int, str]:
        """Return when photos were taken, as far as they tell, like "2019-07-14T10:30:00"."""
        return dict(
            self._connection.rows(
                "SELECT id, coalesce(taken_corrected, taken_at) AS taken FROM photos "
                "WHERE taken IS NOT NULL"
            )
        )

    def problems(self, *, ignored: bool = False) -> list[Problem]:
        """Return the files that could not be read, with ``ignored`` those the user dismissed."""
        some = "" if ignored else "AND NOT f.error_ignored "
        return [
            Problem(id_, from_text(path), reason)
            for id_, path, reason in self._connection.rows(
                "SELECT f.id, f.path, f.error FROM files AS f "
                "JOIN folders AS d ON d.id = f.folder_id "
                f"WHERE f.error IS NOT NULL {some} AND NOT f.gone "
                "AND f.unseen_since IS NULL AND NOT d.removed ORDER BY f.path"
            )
        ]

    def forgotten(self, photo_ids: Iterable[int]) -> set[int]:
        """Return which of these photos show faces the user had forgotten: they are not pictured."""
        with self._connection.chosen(photo_ids) as chosen:
            rows = self._connection.rows(
                f"SELECT DISTINCT photo_id FROM faces WHERE forgotten AND photo_id IN {chosen}"
            )
        return {photo for (photo,) in rows}

    def ignore_problems(self, file_ids: list[int]) -> None:
        """Take files off the list of problems until they change."""
        self._connection.executemany(
            "UPDATE files SET error_ignored = 1 WHERE id = ?", ((i,) for i in file_ids)
        )

    def retry(self, file_ids: list[int]) -> None:
        """Let the next scan read these files again."""
        self._connection.executemany(
            "UPDATE files SET error = NULL, error_passing = 0, error_ignored = 0, read_at = NULL "
            "WHERE id = ?",
            ((i,) for i in file_ids),
        )

    def list(
        self, *, offset: int = 0, limit: int | None = None, person_id: int | None = None
    ) -> list[Photo]:
        """Return photos, newest first; only those that show ``person_id`` when it is given."""
        of_person = (
            "AND p.id IN (SELECT photo_id FROM faces WHERE person_id = :person AND shown) "
            if person_id is not None
            else ""
        )
        return [
            _photo(row)
            for row in self._connection.rows(
                f"{_PHOTO} WHERE {_SHOWN} {of_person} {_NEWEST_FIRST} LIMIT :limit OFFSET :offset",
                {"person": person_id, "limit": -1 if limit is None else limit, "offset": offset},
            )
        ]


def _photo(row: Row) -> Photo:
    id_, place, width, height, taken_at, faces, *more = row
    missing = place[0] == "1"
    return Photo(id_, from_text(place[1:]), width, height, taken_at, faces, missing, *more)
