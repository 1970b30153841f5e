"""Faces that are there because a human drew them: rows that undo takes away and brings back.

Such a face stands as long as an answer says that it was drawn. Once a detector has found it too, it
is the machine's as well, and stays without that answer as any found face does.
"""

from collections.abc import Iterable, Mapping, Sequence

from photoorg.library.boxes import turned
from photoorg.library.decisions.changes import BOX, JOURNALED, Columns, Rows, Way
from photoorg.library.storage.connection import Connection
from photoorg.types import Box

_SAME = 0.01
"""Sides of boxes that differ by less, in pixels, are the same."""
_SAID = (
    "(SELECT r.face_id FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
    "WHERE r.superseded_by IS NULL AND o.kind = 'drawn')"
)


def settle(connection: Connection, faces: Iterable[int]) -> None:
    """Let go those of the faces of which nothing says any more that they were drawn.

    What a detector has found as well, or what something else was said of, is a found face then.
    """
    with connection.chosen(faces) as chosen:
        those = f"id IN {chosen} AND box_source = 'drawn' AND id NOT IN {_SAID}"
        connection.execute(
            f"DELETE FROM faces WHERE {those} AND score IS NULL "
            "AND id NOT IN (SELECT face_id FROM answer_faces)"
        )
        connection.execute(f"UPDATE faces SET box_source = 'found' WHERE {those}")


def only_drawn(connection: Connection, answers: str) -> list[tuple[Columns, int]]:
    """Return the faces, and their ids, that go with the drawing ``answers`` (a subquery of ids)."""
    columns = JOURNALED["faces"]
    rows = connection.rows(
        f"SELECT id, {', '.join(columns)} FROM faces WHERE box_source = 'drawn' AND score IS NULL "
        "AND id IN (SELECT r.face_id FROM answer_faces AS r JOIN answers AS o "
        f"ON o.id = r.answer_id WHERE o.kind = 'drawn' AND o.id IN {answers})"
    )
    return [(dict(zip(columns, values, strict=True)), id_) for id_, *values in rows]


def bring_back(connection: Connection, rows: Sequence[Rows]) -> None:
    """Make drawn faces again, where their photos are still known."""
    for columns, ids in rows:
        names = ", ".join((*columns, "id"))
        places = ", ".join(f":{column}" for column in (*columns, "id"))
        connection.executemany(
            f"INSERT INTO faces ({names}, away) SELECT {places}, away FROM photos "
            "WHERE id = :photo_id ON CONFLICT (id) DO UPDATE SET box_source = excluded.box_source, "
            f"{', '.join(f'{side} = excluded.{side}' for side in BOX)}",
            ({**columns, "id": id_} for id_ in ids),
        )


def reshape_back(connection: Connection, ways: Sequence[Way]) -> None:
    """Put boxes back where they were, unless a new version of the photo has moved them since."""
    for of, to, ids in ways:
        if of is None or to is None:
            continue
        if "box_source" in to:
            connection.executemany(
                "UPDATE faces SET box_source = ? WHERE id = ?",
                ((to["box_source"], id_) for id_ in ids),
            )
        sides = [side for side in BOX if side in to]
        if sides:
            new = ", ".join(f"{side} = :to_{side}" for side in sides)
            # A turn of the photo there and back changes the last digits.
            same = " AND ".join(f"abs({side} - :of_{side}) < {_SAME}" for side in sides)
            values = {f"to_{side}": to[side] for side in sides}
            values |= {f"of_{side}": of[side] for side in sides}
            connection.executemany(
                f"UPDATE faces SET {new} WHERE id = :id AND {same}",
                ({**values, "id": id_} for id_ in ids),
            )
            unsee(connection, ids)


def reshape_before(connection: Connection, photo: int, by: int, ways: Mapping[int, Way]) -> None:
    """Put boxes of a photo so that they are where they were once it is turned ``by`` quarters.

    What a step changed of a face stands in the pictures before and after that step turned it.
    """
    width, height = connection.rows("SELECT width, height FROM photos WHERE id = ?", (photo,))[0]
    size = (height, width) if by % 2 else (width, height)
    for face, *sides in connection.rows(
        "SELECT id, x, y, w, h FROM faces WHERE photo_id = ?", (photo,)
    ):
        of, to = ways.get(face, (None, None, []))[:2]
        here = dict(zip(BOX, sides, strict=True))
        if of and to and all(abs(here[side] - of.get(side, here[side])) < _SAME for side in BOX):
            there = Box(*(to.get(side, here[side]) for side in BOX))
            connection.execute(
                "UPDATE faces SET x = ?, y = ?, w = ?, h = ? WHERE id = ?",
                (*turned(there, size, -by), face),
            )


def unsee(connection: Connection, faces: Iterable[int]) -> None:
    """Forget what models saw in boxes that were only drawn: they stand elsewhere now."""
    with connection.chosen(faces) as chosen:
        only_drawn = f"(SELECT id FROM faces WHERE id IN {chosen} AND score IS NULL)"
        connection.execute(f"DELETE FROM embeddings WHERE face_id IN {only_drawn}")
        connection.execute(
            f"UPDATE faces SET landmarks = NULL, quality = NULL WHERE id IN {only_drawn} "
            "AND box_source = 'drawn'"
        )
