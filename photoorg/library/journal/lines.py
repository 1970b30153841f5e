"""What the user said, written down so that any library with the same photos understands it.

A line holds the rows a step touched as they are after it, under their numbers in this library; the
newest line about a row counts, and one without anything but its number says that the row is gone.
Faces are told by the content of their photo and their place in it, people by their random names.

* ``people``: id, uuid, name, hidden, stranger, favourite, birth date, cover face, merged into,
  notes (lines of earlier versions end before them)
* ``answers``: id, kind, person, person that was merged, name, author, moment
* ``rows``: id, answer, face, side: the faces an answer was said of, as long as it stands of them
* ``faces``: id, place in ``photos``, x, y, w, h as shares of the picture's width and height, and
  in videos the second; where an edited picture does not show it any more, that (or null) and 1
* ``photos``: picture hash, content hash
* ``turns``: picture hash, content hash, quarter turns clockwise from how the file says it stands;
  places of faces are told in the picture as it stands in the file
* ``dates``: picture hash, content hash, when the photo was taken, null where its file is believed
* ``scenes`` and ``scene_answers``: see :mod:`.scene_lines`
* ``searches`` and ``patterns``: see :mod:`.choice_lines`
* ``no_duplicates``: see :mod:`.denial_lines`

* ``step``: how many steps there were, with the ``mark`` of the last one; ``marks``: those of all

Rows that wait for their photo have negative numbers; so have their faces.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from photoorg.library.boxes import turned
from photoorg.library.journal import choice_lines, denial_lines, scene_lines
from photoorg.library.journal.anchors import Anchor
from photoorg.library.journal.photo_contents import Content, told_by
from photoorg.library.storage.connection import Connection, Row
from photoorg.types import Box

VERSION = 1
LONGEST_HEADER = 1000
_HEADER = "photoorg journal"

_PEOPLE = (
    "SELECT id, uuid, name, hidden, stranger, favourite, birth_date, cover_face_id, merged_into, "
    "notes FROM people WHERE id IN {ids}"
)
_ANSWERS = (
    "SELECT id, kind, person_id, from_person_id, name, author, made_at FROM answers "
    "WHERE id IN {ids}"
)
_ROWS = (
    "SELECT id, answer_id, face_id, side FROM answer_faces "
    "WHERE superseded_by IS NULL AND id IN {ids}"
)
_FACES = (
    "SELECT f.id, f.photo_id, round(f.x / p.width, 5), round(f.y / p.height, 5), "
    "round(f.w / p.width, 5), round(f.h / p.height, 5), p.turned, round(f.at_s, 3), f.lost "
    "FROM faces AS f JOIN photos AS p ON p.id = f.photo_id WHERE f.id IN {ids}"
)
_PHOTOS = f"SELECT p.id, {told_by('p')} FROM photos AS p WHERE p.id IN {{ids}}"
_TURNS = "SELECT id, turned FROM photos WHERE {which}"
_DATES = "SELECT id, taken_corrected FROM photos WHERE {which}"
_NOTHING: Mapping[str, list[Row]] = {}
_DECIDED = (
    "(SELECT id FROM people WHERE name IS NOT NULL OR hidden OR stranger OR favourite "
    "OR birth_date IS NOT NULL OR notes IS NOT NULL OR merged_into IS NOT NULL)"
)
_STANDING = (
    "(SELECT answer_id FROM answer_faces WHERE superseded_by IS NULL "
    "UNION SELECT answer_id FROM pending_answers "
    "UNION SELECT id FROM answers WHERE from_person_id IS NOT NULL)"
)


@dataclass
class State:
    """What the user has said, by the numbers in the library that wrote it down.

    ``people``, ``answers`` and ``rows`` as in the lines, without their ids.
    """

    library: str = ""
    steps: int = 0
    marks: dict[int, str] = field(default_factory=dict)
    people: dict[int, list[Any]] = field(default_factory=dict)
    answers: dict[int, list[Any]] = field(default_factory=dict)
    rows: dict[int, list[int]] = field(default_factory=dict)
    faces: dict[int, Anchor] = field(default_factory=dict)
    turns: dict[Content, int] = field(default_factory=dict)
    dates: dict[Content, str | None] = field(default_factory=dict)
    scenes: scene_lines.SceneState = field(default_factory=scene_lines.SceneState)
    choices: choice_lines.ChoiceState = field(default_factory=choice_lines.ChoiceState)
    denials: denial_lines.Denials = field(default_factory=denial_lines.Denials)

    def add(self, line: dict[str, Any]) -> None:
        """Take in a line."""
        photos = line["photos"]
        for id_, photo, x, y, w, h, *more in line["faces"]:
            box, (at, lost) = Box(*map(float, (x, y, w, h))), [*more, None, None][:2]
            second = None if at is None else float(at)
            picture, content = photos[photo]
            self.faces[id_] = Anchor(picture, content, box, second, lost=bool(lost))
        for picture, content, quarters in line.get("turns", ()):
            self.turns[picture, content] = int(quarters)
        for picture, content, taken in line.get("dates", ()):
            self.dates[picture, content] = taken
        self.scenes.add(line)
        self.choices.add(line)
        self.denials.add(line)
        for kind in ("people", "answers", "rows"):
            there: dict[int, list[Any]] = getattr(self, kind)
            for id_, *values in line[kind]:
                if values:
                    there[id_] = values
                else:
                    there.pop(id_, None)
        self.steps = int(line["step"])
        self.marks.update((int(step), str(mark)) for step, mark in line.get("marks", ()))
        if (mark := line.get("mark")) not in (None, *list(self.marks.values())[-1:]):
            self.marks[self.steps] = str(mark)


def header(library: str, whole: int) -> str:
    """Return the first line; ``whole`` is the size of the state that follows it."""
    return json.dumps({_HEADER: VERSION, "library": library, "whole": whole}) + "\n"


def read_header(line: str) -> tuple[str, int] | None:
    """Return whose journal begins with this line, and the size of its state; None for none."""
    try:
        told = json.loads(line)
        return (str(told["library"]), int(told["whole"])) if told[_HEADER] == VERSION else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def read(journal: Path) -> State | None:
    """Return what a journal holds; None when it is none. Lines that are torn are left out.

    Raises OSError.
    """
    with journal.open(encoding="utf-8", errors="replace") as lines:
        found = read_header(lines.readline(LONGEST_HEADER))
        if found is None:
            return None
        state = State(found[0])
        for text in lines:
            line = _line(text)
            if line is not None:
                state.add(line)
    return state


def _line(text: str) -> dict[str, Any] | None:
    try:
        line = json.loads(text)
        State().add(line)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None
    else:
        return dict(line)


def touched(connection: Connection, rows: dict[str, list[int]], **told: object) -> str:
    """Return the line about rows that a step touched, ``{table: ids}``."""
    ids = rows.get("answer_faces", [])
    with connection.chosen(ids) as chosen:
        standing = connection.rows(_ROWS.format(ids=chosen))
    answers = {*rows.get("answers", ()), *(row[1] for row in standing)}
    with connection.chosen(answers) as chosen:
        said = connection.rows(_ANSWERS.format(ids=chosen))
    people = {*rows.get("people", ()), *(id_ for row in said for id_ in row[2:4] if id_)}
    with connection.chosen(people) as chosen:
        known = connection.rows(_PEOPLE.format(ids=chosen))
    lines = {
        "people": _with_gone(known, people),
        "answers": _with_gone(said, answers),
        "rows": _with_gone(standing, ids),
    }
    with connection.chosen(rows.get("photos", ())) as chosen:
        marks = {
            "turns": connection.rows(_TURNS.format(which=f"id IN {chosen}")),
            "dates": connection.rows(_DATES.format(which=f"id IN {chosen}")),
        }
    told = {**_touched(connection, rows), **told}
    return _text(connection, lines, told, marks, faces=rows.get("faces", ()))


def whole(connection: Connection, **told: object) -> str:
    """Return a line about everything that stands."""
    answers = connection.rows(_ANSWERS.format(ids=_STANDING))
    rows = connection.rows(
        "SELECT id, answer_id, face_id, side FROM answer_faces WHERE superseded_by IS NULL"
    )
    people = {id_ for row in answers for id_ in row[2:4] if id_}
    with connection.chosen(people) as chosen:
        known = connection.rows(f"{_PEOPLE.format(ids=_DECIDED)} OR id IN {chosen}")
    waiting = connection.rows(
        "SELECT -id, answer_id, -id, side, picture_hash, content_hash, x, y, w, h, at_s "
        "FROM pending_answers"
    )
    lines = {"people": known, "answers": answers, "rows": rows + [row[:4] for row in waiting]}
    marks = {
        "turns": connection.rows(_TURNS.format(which="turned")),
        "dates": connection.rows(_DATES.format(which="taken_corrected IS NOT NULL")),
    }
    coming = {
        "turns": connection.rows("SELECT picture_hash, content_hash, turned FROM pending_turns"),
        "dates": connection.rows("SELECT picture_hash, content_hash, taken FROM pending_dates"),
    }
    return _text(connection, lines, {**_whole(connection), **told}, marks, waiting, coming)


def _touched(connection: Connection, rows: dict[str, list[int]]) -> dict[str, list[Row]]:
    """Return what a line says of rows about whole pictures."""
    return (
        scene_lines.touched(connection, rows)
        | denial_lines.touched(connection, rows)
        | choice_lines.touched(connection, rows)
    )


def _whole(connection: Connection) -> dict[str, list[Row]]:
    return (
        scene_lines.whole(connection)
        | denial_lines.whole(connection)
        | choice_lines.whole(connection)
    )


def current(connection: Connection) -> State:
    """Return everything that stands, as it would be read from a journal."""
    state = State()
    state.add(json.loads(whole(connection, step=0)))
    return state


def _text(
    connection: Connection,
    lines: dict[str, list[Row]],
    told: dict[str, Any],
    marks: Mapping[str, list[Row]],
    waiting: Iterable[Row] = (),
    coming: Mapping[str, list[Row]] = _NOTHING,
    faces: Iterable[int] = (),
) -> str:
    """Return the line; ``marks`` are what is said of photos, ``coming`` of those that wait.

    ``faces`` are others whose places are told: a box that was moved may be back where it was.
    """
    faces = {*faces, *(row[2] for row in lines["rows"] if len(row) > 1)}
    faces |= {row[7] for row in lines["people"] if len(row) > 1 and row[7] is not None}
    with connection.chosen(id_ for id_ in faces if id_ > 0) as chosen:
        boxes = connection.rows(_FACES.format(ids=chosen))
    marked = {photo for rows in marks.values() for photo, _ in rows}
    with connection.chosen({*(row[1] for row in boxes), *marked}) as chosen:
        photos = connection.rows(_PHOTOS.format(ids=chosen))
    place = {row[0]: n for n, row in enumerate(photos)}
    keys = [list(row[1:]) for row in photos]
    anchors = [
        [id_, place[photo], *_in_file(Box(*box), by), *_told(at, lost)]
        for id_, photo, *box, by, at, lost in boxes
        if None not in box
    ]
    for _, _, face, _, picture, content, *box, at in waiting:
        anchors.append([face, len(keys), *box, *_told(at)])
        keys.append([picture, content])
    body = {**told, **lines, "photos": keys, "faces": anchors}
    for kind, rows in marks.items():
        said = [[*keys[place[photo]], value] for photo, value in rows]
        said += [list(row) for row in coming.get(kind, ())]
        if said:
            body[kind] = said
    for kind in ("mark", "step"):  # at the end, where they are found without reading the line
        body[kind] = body.pop(kind, None)
    return json.dumps(body, separators=(",", ":")) + "\n"


def _in_file(box: Box, quarters: int) -> Iterable[float]:
    """Return a box in shares of a turned picture as it is in the picture of the file."""
    return (round(side, 5) for side in turned(box, (1.0, 1.0), -quarters))


def _told(at: float | None, lost: int = 0) -> list[float | None]:
    return [at, 1] if lost else [] if at is None else [at]


def _with_gone(rows: list[Row], ids: Iterable[int]) -> list[Row]:
    there = {row[0] for row in rows}
    return [*rows, *((id_,) for id_ in ids if id_ not in there)]
