"""The groups of pictures of a journal in a library that knows their photos, or will know them."""

from collections.abc import Iterable

from photoorg.library.journal.anchors import photo_with
from photoorg.library.journal.lines import State
from photoorg.library.journal.replayed_people import is_older
from photoorg.library.journal.scene_lines import SceneState
from photoorg.library.journal.waiting import done, due, wait
from photoorg.library.storage.connection import Connection
from photoorg.library.times import now

_WAITING = "pending_scene_answers"


def restore_scenes(connection: Connection, state: State) -> None:
    """Say again what a journal says of groups; what it does not know is taken back in a copy."""
    told = state.scenes
    here = _here(connection, told)
    older = is_older(connection, state)
    connection.executemany(
        f"UPDATE scenes SET name = {'?' if older else 'coalesce(?, name)'}, "
        "merged_into = nullif(?, id) WHERE id = ?",
        ((name, here.get(into), here[id_]) for id_, (_, name, into) in told.scenes.items()),
    )
    contents = {(picture, content) for picture, content, _ in told.answers.values()}
    waiting = connection.rows(f"SELECT id, picture_hash, content_hash FROM {_WAITING}")
    done(connection, _WAITING, [row for row in waiting if row[1:] not in contents])
    said = _answered(connection, told, here)
    _say(connection, said)
    if older:
        with connection.chosen(said) as photos:
            connection.execute(f"DELETE FROM scene_answers WHERE photo_id NOT IN {photos}")
        with connection.chosen(here.values()) as scenes:
            connection.execute(
                f"UPDATE scenes SET name = NULL, merged_into = NULL WHERE id NOT IN {scenes}"
            )


def add_scenes(connection: Connection, state: State) -> None:
    """Do as :func:`restore_scenes`, where nothing was said here: what was said here stays."""
    told = state.scenes
    here = _here(connection, told)
    into: dict[int, int] = dict(
        connection.rows("SELECT id, merged_into FROM scenes WHERE merged_into IS NOT NULL")
    )
    named = {id_ for (id_,) in connection.rows("SELECT id FROM scenes WHERE name IS NOT NULL")}
    for id_, (_, _, merged) in told.scenes.items():
        one, root = here[id_], into.get(here.get(merged, 0), here.get(merged))
        if root not in (None, one) and one not in into and one not in named:
            into |= dict.fromkeys((one, *(e for e, of in into.items() if of == one)), root)
    connection.executemany("UPDATE scenes SET merged_into = ?2 WHERE id = ?1", into.items())
    connection.executemany(
        "UPDATE scenes SET name = ?1 WHERE id = ?2 AND name IS NULL AND merged_into IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM scenes WHERE name = ?1 AND merged_into IS NULL)",
        ((name, here[id_]) for id_, (_, name, _) in told.scenes.items()),
    )
    final = {id_: into.get(scene, scene) for id_, scene in here.items()}
    settled = {photo for (photo,) in connection.rows("SELECT photo_id FROM scene_answers")}
    said = _answered(connection, told, final)
    _say(connection, {photo: scene for photo, scene in said.items() if photo not in settled})


def apply_pending_scenes(
    connection: Connection, photo_ids: Iterable[int], step: int | None
) -> bool:
    """Put photos where a step said that waited for them; return whether any of it did."""
    rows = due(connection, _WAITING, "w.scene_id", photo_ids, step)
    _say(connection, {photo: scene for _, photo, scene in rows}, over=False)
    done(connection, _WAITING, rows)
    return bool(rows)


def _here(connection: Connection, told: SceneState) -> dict[int, int]:
    """Return which groups those of a journal are here; those that are not are made.

    One of the same name that a human made here meanwhile is the same group.
    """
    there: dict[str, int] = dict(connection.rows("SELECT uuid, id FROM scenes"))
    uuids = {uuid for uuid, _, _ in told.scenes.values()}
    names: dict[str, int] = {
        name: id_
        for id_, uuid, name in connection.rows(
            "SELECT id, uuid, name FROM scenes WHERE name IS NOT NULL AND merged_into IS NULL"
        )
        if uuid not in uuids
    }
    here: dict[int, int] = {}
    for id_, (uuid, name, _) in told.scenes.items():
        known = there.get(uuid, names.get(name))
        if known is None:
            known = connection.execute(
                "INSERT INTO scenes (uuid, created_at) VALUES (?, ?)", (uuid, now())
            )
        here[id_] = known
    return here


def _answered(
    connection: Connection, told: SceneState, here: dict[int, int]
) -> dict[int, int | None]:
    """Return where photos that are known belong; of others it waits until they come."""
    said: dict[int, int | None] = {}
    for picture, content, scene in told.answers.values():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            said[photo[0]] = here.get(scene)
        else:
            of = {"picture_hash": picture, "content_hash": content}
            wait(connection, _WAITING, of, {"scene_id": here.get(scene)})
    return said


def _say(connection: Connection, said: dict[int, int | None], *, over: bool = True) -> None:
    conflict = "UPDATE SET scene_id = excluded.scene_id" if over else "NOTHING"
    connection.executemany(
        "INSERT INTO scene_answers (photo_id, scene_id) VALUES (?, ?) "
        f"ON CONFLICT (photo_id) DO {conflict}",
        said.items(),
    )
