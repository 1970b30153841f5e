"""What a step changed: columns by name, before and after, and how they are stored."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from photoorg.errors import LibraryError
from photoorg.tr import tr

BOX = ("x", "y", "w", "h")
_CONTENT = ("picture_hash", "content_hash")

JOURNALED: dict[str, tuple[str, ...]] = {
    "people": (
        *("uuid", "name", "hidden", "stranger", "favourite", "birth_date", "cover_face_id"),
        *("merged_into", "created_at", "notes"),
    ),
    "faces": ("photo_id", *BOX, "box_source", "person_id", "source", "dismissed"),
    "answers": ("kind", "person_id", "from_person_id", "name", "author", "made_at", "step_id"),
    "answer_faces": ("answer_id", "face_id", "side", "superseded_by"),
    "folders": ("removed",),
    "photos": ("turned", "taken_corrected"),
    "no_duplicates": ("photo_id", "other_id", "ended", "made_at"),
    "scenes": ("uuid", "name", "merged_into", "created_at"),
    "scene_answers": ("photo_id", "scene_id"),
    "pending_turns": (*_CONTENT, "turned", "step_id"),
    "pending_dates": (*_CONTENT, "taken", "step_id"),
    "pending_scene_answers": (*_CONTENT, "scene_id", "step_id"),
    "pending_no_duplicates": (
        *_CONTENT,
        *("other_picture_hash", "other_content_hash", "ended", "made_at", "step_id"),
    ),
}
"""The columns a human decides about, by table."""

WAITING = ("pending_turns", "pending_dates", "pending_scene_answers", "pending_no_duplicates")
"""Those whose rows wait for a photo that is not known yet, apart from answers."""
ANSWERS_WAITING = "pending_answers"
ALL_WAITING = (ANSWERS_WAITING, *WAITING)

TURNED = "turned photos"

Columns: TypeAlias = dict[str, Any]
Values: TypeAlias = Sequence[Any]
"""The values of all columns of :data:`JOURNALED`, in order."""


class Change(NamedTuple):
    """One change that a step made to some rows of a table, of the columns that changed.

    ``before`` is None for rows that the step made, ``after`` for rows that it deleted; then the
    other one holds all columns.
    """

    table: str
    before: Columns | None
    after: Columns | None
    ids: list[int]


Rows: TypeAlias = tuple[Columns, list[int]]
"""Columns, and the ids of the rows that are to have them."""

Way: TypeAlias = tuple[Columns | None, Columns | None, list[int]]
"""From which columns to which a change is turned, and the ids of its rows."""


class Image(NamedTuple):
    """A row before and after a step, None for a row that was not there yet, or is not any more.

    ``changed`` are the columns that differ, as the bits of a number.
    """

    id: int
    changed: int
    before: Values | None
    after: Values | None


def grouped(table: str, images: Iterable[Image]) -> list[Change]:
    """Return the changes of rows of a table, those that are alike as one.

    Rows that were made or deleted are never alike.
    """
    columns = JOURNALED[table]
    changes: list[Change] = []
    alike: dict[object, list[int]] = {}
    for id_, changed, before, after in images:
        if before is None or after is None:
            if before or after:
                of, to = (row and dict(zip(columns, row, strict=True)) for row in (before, after))
                changes.append(Change(table, of or None, to or None, [id_]))
            continue
        if changed:
            where = _bits(changed)
            old, new = [before[n] for n in where], [after[n] for n in where]
            key = (changed, *old, *new)
            if key not in alike:
                names = [columns[n] for n in where]
                of, to = (dict(zip(names, values, strict=True)) for values in (old, new))
                changes.append(Change(table, of, to, alike.setdefault(key, [])))
            alike[key].append(id_)
    return changes


@cache
def _bits(number: int) -> list[int]:
    """Return which bits are set, the lowest first."""
    return [n for n in range(number.bit_length()) if number >> n & 1]


def packed(changes: list[Change]) -> bytes:
    """Return changes as they are stored."""
    return zlib.compress(json.dumps(changes).encode())


def unpacked(blob: bytes) -> list[Change]:
    """Return the changes that :func:`packed` made of them.

    Raises :class:`LibraryError` for what it never made.
    """
    try:
        return [Change(*change) for change in json.loads(zlib.decompress(blob))]
    except (zlib.error, ValueError, TypeError) as error:
        raise LibraryError(
            tr(
                "This step cannot be taken back: what the library remembers of it is damaged. "
                "Everything else is kept."
            )
        ) from error


def people_spoken_of(changes: Iterable[Change]) -> list[int]:
    """Return the people whom answers name which a step gave or took back."""
    rows = [c.after or c.before or {} for c in changes if c.table == "answers"]
    named = (row.get(column) for row in rows for column in ("person_id", "from_person_id"))
    return sorted({person for person in named if person is not None})


def faces_spoken_of(changes: Iterable[Change]) -> list[int]:
    """Return the faces that answers are about which a step gave or took back."""
    rows = [c.after or c.before or {} for c in changes if c.table == "answer_faces"]
    return sorted({row["face_id"] for row in rows if "face_id" in row})


def touched_rows(changes: Iterable[Change]) -> dict[str, list[int]]:
    """Return the ids of the rows that changed, by table, and those of photos that ``TURNED``."""
    touched: dict[str, list[int]] = defaultdict(list)
    for change in changes:
        touched[change.table] += change.ids
        if change.table == "photos" and "turned" in (change.before or ()):
            touched[TURNED] += change.ids
    return dict(touched)
