"""Which photos are away, worked out from their files and folders.

A photo is away when every place where it lies is gone or in a folder that was taken out of the
library. Its faces are then not shown, and are nobody's loss: they come back with any of its files.
"""

from collections.abc import Iterable

from photoorg.library.storage.connection import Connection

AWAY = (
    "NOT EXISTS (SELECT 1 FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
    "WHERE f.photo_id = photos.id AND NOT f.gone AND NOT d.removed)"
)


def refresh(connection: Connection, photos: str, values: Iterable[int] = ()) -> None:
    """Work out anew which of ``photos`` (a subquery of photo ids, of ``values``) are away."""
    connection.execute(
        f"UPDATE photos SET away = {AWAY} WHERE id IN {photos} AND away != {AWAY}", values
    )
    connection.execute(
        "UPDATE faces SET away = 1 - away WHERE photo_id IN (SELECT p.id FROM photos AS p "
        f"WHERE p.id IN {photos}) AND away != (SELECT away FROM photos WHERE id = photo_id)",
        values,
    )


def refresh_photo(connection: Connection, photo_id: int) -> None:
    """Work out anew whether one photo is away; for each photo of a scan, so always the same SQL."""
    refresh(connection, "(?)", [photo_id])


def refresh_folder(connection: Connection, folder_id: int) -> None:
    """Work out anew which photos of a folder are away."""
    refresh(connection, f"(SELECT photo_id FROM files WHERE folder_id = {int(folder_id)})")
