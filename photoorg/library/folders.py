"""The folders the user added."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from photoorg.library import availability
from photoorg.library.accounting.account import Account
from photoorg.library.accounting.accounts import Accounts
from photoorg.library.paths import below, from_text, to_text
from photoorg.library.storage.choices import (
    keep_patterns,
    patterns,
    take_inner_patterns,
    take_patterns,
)
from photoorg.library.storage.connection import Connection
from photoorg.library.times import now
from photoorg.library.values import Folder


class _Root(NamedTuple):
    id: int
    path: Path
    removed: bool


class Folders:
    """The table ``folders``; a folder inside another one is not listed twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, path: Path) -> int:
        """Add a folder and return its id; one inside a known folder returns the known one.

        The same folder under another name (another spelling, a link, a second mount) is the known
        one. Folders that lie inside the new one become part of it, and what is left out of them
        stays left out. Everything that was known below comes back, also of folders that were
        removed.
        """
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        with self._connection.write():
            known = self._root_of(path)
            if known is not None:
                if known.path == path or path.is_relative_to(known.path):
                    self._bring_back(known, path)
                return known.id
            added = self._connection.execute(
                "INSERT INTO folders (path, added_at) VALUES (?, ?) ON CONFLICT (path) "
                "DO UPDATE SET removed = 0, away = 0",
                (to_text(path), now()),
            )
            added = int(
                self._connection.value("SELECT id FROM folders WHERE path = ?", (to_text(path),))
            )
            take_patterns(self._connection, to_text(path))
            self._take_in(added, path)
            availability.refresh_folder(self._connection, added)
        return added

    def place_of(self, path: Path) -> Path:
        """Return how the library calls ``path``, which may be another name of a known folder."""
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        known = self._root_of(path)
        if known is None or path.is_relative_to(known.path):
            return path
        own = _identity(known.path)
        return next(
            known.path / path.relative_to(above)
            for above in (path, *path.parents)
            if _identity(above) == own
        )

    def _root_of(self, path: Path) -> _Root | None:
        """Return the folder, not removed, in which ``path`` lies whatever it is called."""
        roots = [root for root in self._roots() if not root.removed]
        for root in roots:
            if path.is_relative_to(root.path):
                return root
        places = {place: root for root in roots if (place := _identity(root.path)) is not None}
        above = (_identity(folder) for folder in (path, *path.parents))
        return next((places[place] for place in above if place in places), None)

    def bring_back(self, folder_id: int) -> None:
        """Let a folder that was removed hold again what folders removed below it still hold.

        What was added below it meanwhile stays a folder of its own: a scan may be walking it.
        """
        path = self._connection.value("SELECT path FROM folders WHERE id = ?", (folder_id,))
        if path is not None:
            self._take_files(folder_id, from_text(path), "removed")
            availability.refresh_folder(self._connection, folder_id)

    def _bring_back(self, known: _Root, path: Path) -> None:
        """Take in what removed folders below ``path`` still hold."""
        if self._take_in(known.id, path):
            availability.refresh_folder(self._connection, known.id)

    def _take_in(self, folder_id: int, path: Path) -> bool:
        """Make the files of other folders below ``path`` files of this one.

        So they come back with it, whichever folder they belonged to before it was removed. Tells
        whether there can be any.
        """
        low, high = below(path)
        if not self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM folders WHERE id != ?1 AND (removed OR "
            "(path > ?2 AND path < ?3)))",
            (folder_id, low, high),
        ):
            return False
        self._take_files(folder_id, path, "removed OR (path > ?2 AND path < ?3)")
        # One that lies elsewhere can still be brought back, with what is left out of it.
        gone = (
            "id != ?1 AND path > ?2 AND path < ?3 "
            "AND NOT EXISTS (SELECT 1 FROM files WHERE folder_id = folders.id)"
        )
        root = self._connection.value("SELECT path FROM folders WHERE id = ?", (folder_id,))
        for inner, lines in self._connection.rows(
            f"SELECT path, patterns FROM folders WHERE {gone} AND patterns != '' ORDER BY path",
            (folder_id, low, high),
        ):
            take_inner_patterns(self._connection, root, inner, lines.splitlines())
        self._connection.execute(f"DELETE FROM folders WHERE {gone}", (folder_id, low, high))
        return True

    def _take_files(self, folder_id: int, path: Path, others: str) -> None:
        """Make the files below ``path`` that ``others`` (a condition of folders) have its own."""
        self._connection.execute(
            "UPDATE files SET folder_id = ?1 WHERE folder_id != ?1 AND path > ?2 AND path < ?3 "
            f"AND folder_id IN (SELECT id FROM folders WHERE {others})",
            (folder_id, *below(path)),
        )

    def _roots(self) -> Iterator[_Root]:
        for id_, path, removed in self._connection.rows(
            "SELECT id, path, removed FROM folders ORDER BY path"
        ):
            yield _Root(id_, from_text(path), bool(removed))

    def roots(self) -> dict[int, Path]:
        """Return the folders by their ids, without what they hold: that takes a while."""
        return {root.id: root.path for root in self._roots() if not root.removed}

    def patterns(self, folder_id: int) -> list[str]:
        """Return the lines, as in ``.gitignore``, that tell what is left out of a folder."""
        said = self._connection.value("SELECT patterns FROM folders WHERE id = ?", (folder_id,))
        return str(said or "").splitlines()

    def set_patterns(self, folder_id: int, lines: Iterable[str]) -> None:
        """Leave out of a folder, from the next scan on, what these lines name."""
        self._connection.execute(
            "UPDATE folders SET patterns = ? WHERE id = ?", ("\n".join(lines), folder_id)
        )

    def mark_missing(self, folder_id: int, *, missing: bool) -> None:
        """Remember whether the folder can be reached; its photos stay either way."""
        self._connection.execute(
            "UPDATE folders SET away = ? WHERE id = ?", (int(missing), folder_id)
        )

    def drop_moved(self, to: Collection[int]) -> list[Path]:
        """Forget folders that are not there any more, and whose photos all lie in those of ``to``.

        They were renamed, or their drive is mounted at another place now. What was left out of them
        is left out there, unless something else is.
        """
        moved = []
        new = ", ".join(str(int(folder)) for folder in to)
        with self._connection.write():
            for id_, path, lines in self._connection.rows(
                "SELECT id, path, patterns FROM folders AS d "
                f"WHERE NOT removed AND id NOT IN ({new}) "
                "AND EXISTS (SELECT 1 FROM files WHERE folder_id = d.id AND photo_id IS NOT NULL) "
                "AND NOT EXISTS (SELECT 1 FROM files AS f WHERE f.folder_id = d.id "
                "AND f.photo_id IS NOT NULL AND NOT f.gone AND NOT EXISTS "
                "(SELECT 1 FROM files AS g WHERE g.photo_id = f.photo_id AND NOT g.gone "
                f"AND g.folder_id IN ({new})))"
            ):
                if not os.path.lexists(from_text(path)):
                    place = self._place_now(id_, path, new) if lines else None
                    self._connection.execute("DELETE FROM folders WHERE id = ?", (id_,))
                    self._hand_on(path, lines.splitlines(), place)
                    moved.append(from_text(path))
        return moved

    def _place_now(self, folder_id: int, path: str, to: str) -> tuple[str, str] | None:
        """Return where a folder lies now, by most of its files, and in which of the folders ``to``.

        None where all are at other places in it.
        """
        start, _ = below(from_text(path))
        places: Counter[tuple[str, str]] = Counter()
        for old, new, root in self._connection.rows(
            "SELECT f.path, g.path, d.path FROM files AS f JOIN files AS g "
            f"ON g.photo_id = f.photo_id AND NOT g.gone AND g.folder_id IN ({to}) "
            "JOIN folders AS d ON d.id = g.folder_id WHERE f.folder_id = ? AND NOT f.gone",
            (folder_id,),
        ):
            place = new.removesuffix(os.sep + old.removeprefix(start))
            if place != new and from_text(place).is_relative_to(from_text(root)):
                places[place, root] += 1
        return max(places, key=lambda place: places[place], default=None)

    def _hand_on(self, path: str, lines: list[str], place: tuple[str, str] | None) -> None:
        """Leave out of where a folder lies now what was left out of it."""
        if not lines:
            return
        if place is None:  # they wait until it comes back
            keep_patterns(self._connection, {path: lines})
            return
        now_at, root = place
        if now_at != root:
            take_inner_patterns(self._connection, root, now_at, lines)
        elif not patterns(self._connection).get(root):
            keep_patterns(self._connection, {root: lines})

    def count(self) -> int:
        """Return the number of folders, without what they hold: that takes a while."""
        return int(self._connection.value("SELECT count(*) FROM folders WHERE NOT removed"))

    def unseen(self) -> int:
        """Return how many photos the last scans did not meet, and nobody called deleted."""
        return int(
            self._connection.value(
                "SELECT count(DISTINCT f.photo_id) FROM files AS f "
                "JOIN folders AS d ON d.id = f.folder_id "
                "WHERE f.unseen_since IS NOT NULL AND NOT f.gone AND NOT d.away AND NOT d.removed"
            )
        )

    def any_away(self) -> bool:
        """Tell whether a folder cannot be reached, without counting what they hold."""
        sql = "SELECT EXISTS (SELECT 1 FROM folders WHERE away AND NOT removed)"
        return bool(self._connection.value(sql))

    def list(self) -> list[Folder]:
        """Return the folders by path, with the photos, the faces and all files they hold.

        Of a large library that takes a while.
        """
        accounts = Accounts(self._connection).of_folders()
        return [
            Folder(
                id_,
                from_text(path),
                photos,
                faces,
                bool(away),
                unseen,
                accounts.get(id_, Account()),
            )
            for id_, path, photos, faces, away, unseen in self._connection.rows(
                "SELECT d.id, d.path, "
                "(SELECT count(DISTINCT photo_id) FROM files WHERE folder_id = d.id AND gone = 0), "
                "(SELECT count(*) FROM faces AS f WHERE f.shown AND f.photo_id IN "
                " (SELECT photo_id FROM files WHERE folder_id = d.id AND gone = 0)), d.away, "
                "(SELECT count(DISTINCT photo_id) FROM files WHERE folder_id = d.id AND gone = 0 "
                " AND unseen_since IS NOT NULL) "
                "FROM folders AS d WHERE NOT d.removed ORDER BY d.path"
            )
        ]


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder on the disk, whatever it is called; None if it is not there."""
    with suppress(OSError, ValueError):
        seen = folder.stat()
        return seen.st_dev, seen.st_ino
    return None
