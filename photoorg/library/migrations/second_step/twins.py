"""Exact copies in the first library, where each was a photo of its own with faces of its own.

In the second one they are one photo that lies at several places. Two photos are copies when they
had the same content and the same faces, one to one by their boxes; others stay two photos.
"""

from collections import defaultdict
from typing import NamedTuple

from sqlite_utils import Database

from photoorg.library.boxes import match_boxes
from photoorg.types import Box


class Copies(NamedTuple):
    """``photos`` and ``faces`` of copies with those that stand for them."""

    photos: dict[int, int]
    faces: dict[int, int]


def find(db: Database) -> Copies:
    """Find the copies; the tables ``copied_photos`` and ``copied_faces`` tell them to SQL."""
    same_content = defaultdict(list)
    for content, id_ in db.conn.execute(
        "SELECT content_hash, id FROM first_photos WHERE content_hash IN (SELECT content_hash "
        "FROM first_photos WHERE model IS NOT NULL GROUP BY content_hash HAVING count(*) > 1) "
        "AND model IS NOT NULL ORDER BY id"
    ):
        same_content[content].append(id_)
    _remember(db, "copied_photos", {id_: id_ for ids in same_content.values() for id_ in ids})
    boxes: dict[int, list[tuple[int, Box]]] = defaultdict(list)
    for photo, id_, *box in db.conn.execute(
        "SELECT photo_id, id, x, y, w, h FROM first_faces "
        "WHERE photo_id IN (SELECT id FROM copied_photos) ORDER BY id"
    ):
        boxes[photo].append((id_, Box(*box)))
    found = Copies({}, {})
    for ids in same_content.values():
        originals: list[int] = []
        for id_ in ids:
            for original in originals:
                pairs = _pairs(boxes[original], boxes[id_])
                if pairs is not None:
                    found.photos[id_] = original
                    found.faces.update(pairs)
                    break
            else:
                originals.append(id_)
    _remember(db, "copied_photos", found.photos)
    _remember(db, "copied_faces", found.faces)
    return found


def forget(db: Database) -> None:
    """Drop the tables that :func:`find` has made."""
    for table in ("copied_photos", "copied_faces"):
        db.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _pairs(before: list[tuple[int, Box]], after: list[tuple[int, Box]]) -> dict[int, int] | None:
    """Return ``{face of the copy: face of the original}``; None where they do not correspond."""
    if len(before) != len(after):
        return None
    matches = match_boxes([box for _, box in before], [box for _, box in after])
    if len(matches) != len(after):
        return None
    return {after[n][0]: before[m][0] for n, m in matches.items()}


def _remember(db: Database, table: str, kept: dict[int, int]) -> None:
    db.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")
    db.conn.execute(f"CREATE TEMP TABLE {table} (id INTEGER PRIMARY KEY, kept INTEGER NOT NULL)")
    db.conn.executemany(f"INSERT INTO temp.{table} VALUES (?, ?)", kept.items())
