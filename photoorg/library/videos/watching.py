"""Videos that a scan left before their end: how far they were watched, and what was seen there."""

from collections.abc import Sequence

from photoorg.library.storage.connection import Connection
from photoorg.library.videos.values import Watched


class Watching:
    """The tables ``watched`` and ``watched_tracks``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recall(self, file_id: int, content_hash: str, model: str) -> Watched | None:
        """Return how far a scan with ``model`` watched this content of a file; None if it did not.

        What is known of another content or model is dropped.
        """
        row = self._connection.row(
            "SELECT at_s, state FROM watched WHERE file_id = ? AND content_hash = ? AND model = ?",
            (file_id, content_hash, model),
        )
        if row is None:
            self.forget(file_id)
            return None
        tracks = self._connection.rows(
            "SELECT track FROM watched_tracks WHERE file_id = ? ORDER BY id", (file_id,)
        )
        return Watched(row[0], row[1], tuple(track for (track,) in tracks))

    def keep(
        self,
        file_id: int,
        content_hash: str,
        model: str,
        at: float,
        state: bytes,
        tracks: Sequence[bytes],
    ) -> None:
        """Remember how far a video was watched; ``tracks`` have ended since the last time."""
        with self._connection.write():
            self._connection.execute(
                "INSERT INTO watched (file_id, content_hash, model, at_s, state) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (file_id) DO UPDATE SET at_s = excluded.at_s, "
                "state = excluded.state",
                (file_id, content_hash, model, at, state),
            )
            self._connection.executemany(
                "INSERT INTO watched_tracks (file_id, track) VALUES (?, ?)",
                ((file_id, track) for track in tracks),
            )

    def forget(self, file_id: int) -> None:
        """Drop what is known of how far a file was watched."""
        with self._connection.write():
            for table in ("watched_tracks", "watched"):
                self._connection.execute(f"DELETE FROM {table} WHERE file_id = ?", (file_id,))
