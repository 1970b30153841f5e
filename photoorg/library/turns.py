"""Photos that are turned, with all that is known of where their faces are."""

import numpy as np

from photoorg.library.boxes import turned
from photoorg.library.decisions.changes import Change
from photoorg.library.decisions.recording import grow
from photoorg.library.intake import FACES
from photoorg.library.storage.connection import Connection
from photoorg.types import Box


def turn_to(connection: Connection, photo_id: int, quarters: int) -> None:
    """Let a photo stand so many quarter turns clockwise from how its file says, faces with it.

    The next scan looks at it again, unless somebody does before.
    """
    row = connection.row("SELECT turned, width, height FROM photos WHERE id = ?", (photo_id,))
    if row is None or (by := (quarters - row[0]) % 4) == 0:
        return
    width, height = row[1:]
    _, _, *new = turned(Box(0, 0, width, height), (width, height), by)
    connection.execute(
        "UPDATE photos SET turned = ?, width = ?, height = ? WHERE id = ?",
        (quarters % 4, *map(int, new), photo_id),
    )
    connection.executemany(
        "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, landmarks = ? WHERE id = ?",
        [
            (*turned(Box(*box), (width, height), by), _turned(marks, width, height, by), face)
            for face, *box, marks in connection.rows(
                "SELECT id, x, y, w, h, landmarks FROM faces WHERE photo_id = ?", (photo_id,)
            )
        ],
    )
    connection.execute("DELETE FROM stages WHERE photo_id = ? AND stage = ?", (photo_id, FACES))


def take_turn(
    connection: Connection, photo_id: int, picture: str, content: str, before: int
) -> None:
    """Let a photo that stands as something waited for have been turned by that.

    It stood as ``before`` until now. What waits to turn it otherwise stays.
    """
    waiting = connection.rows(
        "DELETE FROM pending_turns WHERE (picture_hash = ?1 OR content_hash = ?2) "
        "AND turned = (SELECT turned FROM photos WHERE id = ?3) "
        "RETURNING id, picture_hash, content_hash, turned, step_id",
        (picture, content, photo_id),
    )
    for id_, *values in waiting:
        names = ("picture_hash", "content_hash", "turned", "step_id")
        row = dict(zip(names, values, strict=True))
        turned = Change("photos", {"turned": before}, {"turned": row["turned"]}, [photo_id])
        grow(connection, row["step_id"], [Change("pending_turns", row, None, [id_]), turned])


def _turned(landmarks: bytes | None, width: int, height: int, quarters: int) -> bytes | None:
    """Return landmarks as they are stored, in a picture of this size that was turned."""
    if landmarks is None:
        return None
    points = np.frombuffer(landmarks, np.float32).reshape(-1, 2)
    for _ in range(quarters):
        points = np.stack([height - points[:, 1], points[:, 0]], axis=1)
        width, height = height, width
    return points.astype(np.float32).tobytes()
