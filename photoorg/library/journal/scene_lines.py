"""What the user said of groups of pictures, as it stands in the lines of a journal.

* ``scenes``: id, random name, name, scene it was merged into
* ``scene_answers``: id, picture hash, content hash, scene; None for none

As in :mod:`.lines` a row without anything but its number is gone, and rows that wait for their
photo have negative numbers. Both are left out where nothing is said of groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from photoorg.library.journal.photo_contents import told_by
from photoorg.library.storage.connection import Connection, Row

_SCENES = "SELECT id, uuid, name, merged_into FROM scenes WHERE "
_ANSWERS = (
    f"SELECT a.id, {told_by('p')}, a.scene_id "
    "FROM scene_answers AS a JOIN photos AS p ON p.id = a.photo_id"
)
_WAITING = "SELECT -rowid, picture_hash, content_hash, scene_id FROM pending_scene_answers"
_DECIDED = (
    "name IS NOT NULL OR merged_into IS NOT NULL "
    "OR id IN (SELECT merged_into FROM scenes) "
    "OR id IN (SELECT scene_id FROM scene_answers) "
    "OR id IN (SELECT scene_id FROM pending_scene_answers)"
)


@dataclass
class SceneState:
    """What the user has said of groups, by the numbers in the library that wrote it down.

    ``scenes`` and ``answers`` as in the lines, without their ids.
    """

    scenes: dict[int, list[Any]] = field(default_factory=dict)
    answers: dict[int, list[Any]] = field(default_factory=dict)

    def add(self, line: dict[str, Any]) -> None:
        """Take in a line."""
        for kind, there in (("scenes", self.scenes), ("scene_answers", self.answers)):
            for id_, *values in line.get(kind, ()):
                if values:
                    _, _, _ = there[int(id_)] = values
                else:
                    there.pop(id_, None)


def touched(connection: Connection, rows: dict[str, list[int]]) -> dict[str, list[Row]]:
    """Return what a line says of the rows of groups that a step touched."""
    ids = rows.get("scene_answers", [])
    with connection.chosen(ids) as chosen:
        answers = connection.rows(f"{_ANSWERS} WHERE a.id IN {chosen}")
    scenes = {*rows.get("scenes", ()), *(row[3] for row in answers if row[3] is not None)}
    with connection.chosen(scenes) as chosen:
        known = connection.rows(f"{_SCENES} id IN {chosen}")
    return _said(_with_gone(known, scenes), _with_gone(answers, ids))


def whole(connection: Connection) -> dict[str, list[Row]]:
    """Return what a line says of everything that stands."""
    answers = connection.rows(_ANSWERS) + connection.rows(_WAITING)
    return _said(connection.rows(_SCENES + _DECIDED), answers)


def _said(scenes: list[Row], answers: list[Row]) -> dict[str, list[Row]]:
    lines = {"scenes": scenes, "scene_answers": answers}
    return {kind: rows for kind, rows in lines.items() if rows}


def _with_gone(rows: list[Row], ids: Iterable[int]) -> list[Row]:
    there = {row[0] for row in rows}
    return [*rows, *((id_,) for id_ in ids if id_ not in there)]
