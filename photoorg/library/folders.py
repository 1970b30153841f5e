"""The folders the user added."""

import os
from datetime import UTC, datetime
from pathlib import Path

from photoorg.library.connection import Connection
from photoorg.library.paths import from_text, to_text
from photoorg.library.values import Folder


def now() -> str:
    """Return the present moment as stored: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Folders:
    """The table ``folders``; a folder inside another one is not listed twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, path: Path) -> int:
        """Add a folder and return its id; one inside a known folder returns the known one.

        Folders that lie inside the new one become part of it. A folder that was removed comes
        back with everything that was known about its photos.
        """
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        with self._connection.write():
            for folder in self.list():
                if path.is_relative_to(folder.path):
                    return folder.id
            self._connection.execute(
                "INSERT INTO folders (path, added_at) VALUES (?, ?) "
                "ON CONFLICT (path) DO UPDATE SET removed = 0, missing = 0",
                (to_text(path), now()),
            )
            added = int(
                self._connection.value("SELECT id FROM folders WHERE path = ?", (to_text(path),))
            )
            for folder in self.list():
                if folder.id != added and folder.path.is_relative_to(path):
                    self._connection.execute(
                        "UPDATE photos SET folder_id = ? WHERE folder_id = ?", (added, folder.id)
                    )
                    self._connection.execute("DELETE FROM folders WHERE id = ?", (folder.id,))
            self._connection.execute(
                "UPDATE faces SET state = 0 WHERE state = 2 AND photo_id IN "
                "(SELECT id FROM photos WHERE folder_id = ? AND NOT missing)",
                (added,),
            )
        return added

    def mark_missing(self, folder_id: int, *, missing: bool) -> None:
        """Remember whether the folder can be reached; its photos stay either way."""
        self._connection.execute(
            "UPDATE folders SET missing = ? WHERE id = ?", (int(missing), folder_id)
        )

    def count(self) -> int:
        """Return the number of folders, without what they hold: that takes a while."""
        return int(self._connection.value("SELECT count(*) FROM folders WHERE NOT removed"))

    def list(self) -> list[Folder]:
        """Return the folders by path, with the readable photos and the faces they hold."""
        return [
            Folder(id_, from_text(path), photos, faces, bool(missing))
            for id_, path, photos, faces, missing in self._connection.rows(
                "SELECT d.id, d.path, "
                "(SELECT count(*) FROM photos WHERE folder_id = d.id AND NOT missing "
                " AND error IS NULL), "
                "(SELECT count(*) FROM photos AS p JOIN faces AS f ON f.photo_id = p.id "
                " WHERE p.folder_id = d.id AND f.state = 0), d.missing "
                "FROM folders AS d WHERE NOT d.removed ORDER BY d.path"
            )
        ]
