"""The groups of pictures of a journal in a library that knows their photos, or will know them."""

from collections.abc import Iterable

from photoorg.library.journal.anchors import photo_with
from photoorg.library.journal.lines import State
from photoorg.library.journal.replayed_people import is_older
from photoorg.library.storage.connection import Connection
from photoorg.library.times import now


def restore_scenes(connection: Connection, state: State) -> None:
    """Say again what a journal says of groups; what it does not know is taken back in a copy."""
    told = state.scenes
    there: dict[str, int] = dict(connection.rows("SELECT uuid, id FROM scenes"))
    here = {
        id_: there[uuid]
        if uuid in there
        else connection.execute(
            "INSERT INTO scenes (uuid, created_at) VALUES (?, ?)", (uuid, now())
        )
        for id_, (uuid, _, _) in told.scenes.items()
    }
    connection.executemany(
        "UPDATE scenes SET name = ?, merged_into = ? WHERE id = ?",
        ((name, here.get(into), here[id_]) for id_, (_, name, into) in told.scenes.items()),
    )
    said: dict[int, int | None] = {}
    connection.execute("DELETE FROM pending_scene_answers")
    for picture, content, scene in told.answers.values():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            said[photo[0]] = here.get(scene)
        else:
            connection.execute(
                "INSERT INTO pending_scene_answers (picture_hash, content_hash, scene_id) "
                "VALUES (?, ?, ?)",
                (picture, content, here.get(scene)),
            )
    _say(connection, said)
    if is_older(connection, state):
        with connection.chosen(said) as photos:
            connection.execute(f"DELETE FROM scene_answers WHERE photo_id NOT IN {photos}")
        with connection.chosen(here.values()) as scenes:
            connection.execute(
                f"UPDATE scenes SET name = NULL, merged_into = NULL WHERE id NOT IN {scenes}"
            )


def apply_pending_scenes(connection: Connection, photo_ids: Iterable[int]) -> bool:
    """Say where photos belong that are here now; return whether any of them waited for it."""
    if not connection.value("SELECT EXISTS (SELECT 1 FROM pending_scene_answers)"):
        return False
    with connection.chosen(photo_ids) as photos:
        rows = connection.rows(
            "SELECT DISTINCT p.rowid, c.photo_id, p.scene_id FROM contents AS c "
            "JOIN pending_scene_answers AS p "
            "ON p.picture_hash = c.picture_hash OR p.content_hash = c.content_hash "
            f"WHERE c.photo_id IN {photos}"
        )
    _say(connection, {photo: scene for _, photo, scene in rows})
    connection.executemany(
        "DELETE FROM pending_scene_answers WHERE rowid = ?", ((row[0],) for row in rows)
    )
    return bool(rows)


def _say(connection: Connection, said: dict[int, int | None]) -> None:
    connection.executemany(
        "INSERT INTO scene_answers (photo_id, scene_id) VALUES (?, ?) "
        "ON CONFLICT (photo_id) DO UPDATE SET scene_id = excluded.scene_id",
        said.items(),
    )
