"""Finding faces again by what tells them in any library: their photo's content and their box."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from photoorg.library.boxes import match_boxes, match_middles, turned
from photoorg.library.storage.connection import Connection
from photoorg.types import Box

NEARLY_S = 0.1
"""Seconds are rounded, in a journal and in what decoders tell."""


class Anchor(NamedTuple):
    """What a face is told by in any library: its photo, and its box as shares of the picture.

    In a video, also ``at`` which second it is there. One that is ``lost`` stood in the picture
    before it was edited: somebody else may be at its place now.
    """

    picture: str | None
    content: str | None
    box: Box
    at: float | None = None
    lost: bool = False


def find(
    connection: Connection,
    anchors: Mapping[int, Anchor],
    drawn: Collection[int] = (),
    *,
    adding: bool = False,
) -> dict[int, int]:
    """Return ``{key: face id}`` for those anchors whose face is known here.

    Those of ``drawn`` boxes are, wherever their photo is: what no detector found is made. With
    ``adding`` a box that was drawn here stays as it is. Lost ones are known where they are lost.
    """
    photos: dict[tuple[str | None, str | None], list[int]] = defaultdict(list)
    for key, anchor in anchors.items():
        photos[anchor.picture, anchor.content].append(key)
    found: dict[int, int] = {}
    for (picture, content), keys in photos.items():
        photo = photo_with(connection, picture, content)
        if photo is not None:
            id_, width, height, quarters = photo
            shares = {
                key: turned(anchors[key].box, (1.0, 1.0), quarters)
                for key in keys
                if anchors[key].at is None
            }
            boxes = {shares[key] for key in shares if key in drawn and not anchors[key].lost}
            _draw(connection, id_, width, height, boxes, adding=adding)
            for lost in (False, True):
                those = {key: box for key, box in shares.items() if anchors[key].lost == lost}
                found |= _faces(connection, id_, width, height, those, lost=lost)
            for at in {anchors[key].at for key in keys} - {None}:
                then = {key: anchors[key].box for key in keys if anchors[key].at == at}
                found |= _faces(connection, id_, width, height, then, at)
    return found


def _draw(
    connection: Connection, photo: int, width: int, height: int, shares: set[Box], *, adding: bool
) -> None:
    """See that faces stand where a human drew these boxes, found ones if there are any."""
    rows = connection.rows(
        "SELECT id, x, y, w, h FROM faces WHERE photo_id = ? AND NOT lost ORDER BY id", (photo,)
    )
    boxes = [Box(b.x * width, b.y * height, b.w * width, b.h * height) for b in sorted(shares)]
    there = match_middles([Box(*row[1:]) for row in rows], boxes)
    for n, box in enumerate(boxes):
        if n in there:
            connection.execute(
                "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, box_source = 'drawn' "
                "WHERE id = ? AND NOT (? AND box_source = 'drawn')",
                (*box, rows[there[n]][0], adding),
            )
        else:
            connection.execute(
                "INSERT INTO faces (photo_id, x, y, w, h, box_source, away) "
                "SELECT id, ?, ?, ?, ?, 'drawn', away FROM photos WHERE id = ?",
                (*box, photo),
            )


def photo_with(
    connection: Connection, picture: str | None, content: str | None
) -> tuple[int, int, int, int] | None:
    """Return the photo of this content: its id, its width and height, and how it is turned."""
    row = connection.row(
        "SELECT p.id, p.width, p.height, p.turned FROM contents AS c "
        "JOIN photos AS p ON p.id = c.photo_id "
        "WHERE c.picture_hash = ?1 OR c.content_hash = ?2 "
        "ORDER BY p.picture_hash IS ?1 DESC, c.content_hash IS ?2 DESC, p.id LIMIT 1",
        (picture, content),
    )
    return None if row is None else (row[0], row[1], row[2], row[3])


def _faces(
    connection: Connection,
    photo: int,
    width: int,
    height: int,
    shares: Mapping[int, Box],
    at: float | None = None,
    *,
    lost: bool = False,
) -> dict[int, int]:
    """Return the faces of a photo that stand where the boxes are; equal boxes are one face.

    In a video, those whose tracks are seen ``at`` this second; with ``lost`` only those that are.
    """
    rows = connection.rows(
        "SELECT f.id, f.x, f.y, f.w, f.h FROM faces AS f "
        "LEFT JOIN tracks AS t ON t.id = f.track_id WHERE f.photo_id = ?1 "
        "AND (?2 IS NULL OR ?2 BETWEEN t.begins_s - ?3 AND t.ends_s + ?3) "
        "AND (f.lost OR NOT ?4) ORDER BY f.lost, f.id",
        (photo, at, NEARLY_S, lost),
    )
    wanted = list(dict.fromkeys(shares.values()))
    boxes = [Box(b.x * width, b.y * height, b.w * width, b.h * height) for b in wanted]
    places = match_boxes(boxes, [Box(*row[1:]) for row in rows])
    face_of = {wanted[place]: int(rows[n][0]) for n, place in places.items()}
    return {key: face_of[box] for key, box in shares.items() if box in face_of}
