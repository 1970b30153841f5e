"""Every file of a folder accounted for: what was found is shown, belongs to it, or why it is not.

The files that show photos, or should, are in ``files``; those that belong to one in ``companions``;
the walk counts all others. Nothing is counted twice and nothing is passed over, so that the numbers
add up.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from photoorg.library.accounting.account import Account, Companion, What
from photoorg.library.paths import below, from_text, to_text
from photoorg.library.storage.connection import Connection


class Accounts:
    """The tables ``tallies`` and ``companions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, folder_id: int, under: Path, tally: Mapping[tuple[str, What], int]) -> None:
        """Remember what a walk below ``under``, a folder or part of one, counted."""
        with self._connection.write():
            self._connection.execute(
                "DELETE FROM tallies WHERE directory = ? OR (directory > ? AND directory < ?)",
                (to_text(under), *below(under)),
            )
            self._connection.executemany(
                "INSERT INTO tallies (folder_id, directory, what, files) VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET folder_id = excluded.folder_id, files = excluded.files",
                ((folder_id, to_text(place), what, n) for (place, what), n in tally.items()),
            )

    def keep_companions(self, folder_id: int, under: Path, found: Iterable[Companion]) -> None:
        """Remember the files below ``under`` that belong to photos."""
        with self._connection.write():
            self._connection.execute(
                "DELETE FROM companions WHERE path > ? AND path < ?", below(under)
            )
            self._connection.executemany(
                "INSERT INTO companions (folder_id, path, of_path, kind, size, mtime_ns) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                ((folder_id, to_text(one.path), to_text(one.of), *one[2:]) for one in found),
            )

    def companions(self, under: Path) -> dict[Path, Companion]:
        """Return the files below ``under`` that belong to photos, by their paths."""
        rows = self._connection.rows(
            "SELECT path, of_path, kind, size, mtime_ns FROM companions "
            "WHERE path > ? AND path < ? ORDER BY path",
            below(under),
        )
        found = (Companion(from_text(row[0]), from_text(row[1]), *row[2:]) for row in rows)
        return {one.path: one for one in found}

    def of_folders(self) -> dict[int, Account]:
        """Return the account of each folder that was walked, by its id."""
        counted: dict[int, dict[str, int]] = {}
        for id_, photos, videos, shown, problems, files in self._connection.rows(
            "SELECT folder_id, count(DISTINCT iif(NOT moving, shows, NULL)), "
            "count(DISTINCT iif(moving, shows, NULL)), count(shows), count(error), count(*) FROM ("
            "SELECT files.folder_id, files.error, photos.kind = 'video' AS moving, "
            "iif(files.error IS NULL AND files.read_at IS NOT NULL, files.photo_id, NULL) AS shows "
            "FROM files LEFT JOIN photos ON photos.id = files.photo_id "
            "WHERE NOT files.gone AND files.unseen_since IS NULL) GROUP BY folder_id"
        ):
            waiting = files - shown - problems
            counted[id_] = {"photos": photos, What.VIDEO: videos}
            counted[id_] |= {What.COPY: shown - photos - videos}
            counted[id_] |= {What.PROBLEM: problems, What.WAITING: waiting}
        for id_, pairs in self._connection.rows(
            "SELECT folder_id, count(*) FROM companions GROUP BY folder_id"
        ):
            counted.setdefault(id_, {})["pairs"] = pairs
        for id_, what, files in self._connection.rows(
            "SELECT folder_id, what, sum(files) FROM tallies GROUP BY folder_id, what"
        ):
            of_folder = counted.setdefault(id_, {})
            of_folder[what] = of_folder.get(what, 0) + files
        return {id_: _account(numbers) for id_, numbers in counted.items()}


def _account(numbers: Mapping[str, int]) -> Account:
    why = [(what, numbers.get(what, 0)) for what in What]
    skipped = [(what, n) for what, n in why if n and what not in (What.VIDEO, What.PROBLEM)]
    return Account(
        found=sum(numbers.values()),
        photos=numbers.get("photos", 0),
        videos=numbers.get(What.VIDEO, 0),
        pairs=numbers.get("pairs", 0),
        problems=numbers.get(What.PROBLEM, 0),
        skipped=dict(sorted(skipped, key=lambda one: -one[1])),
    )
