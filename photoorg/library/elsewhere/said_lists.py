"""Everything that a human said as rows of plain values, for JSON and CSV, and back.

A row tells ``what`` it is: a "person" (``id`` is the random name, ``merged_into`` that of another
one), an "answer" about one face (rows of one answer have its ``id``, ``side`` 1 are those from whom
it keeps the others apart), a "photo" (how it was ``turned``, when it was ``taken``), a "scene" (a
group of photos, told as people are), a "place" (the ``scene`` in which a photo belongs, none: in
no one), "no-duplicates" (a photo and the ``other`` one; ``ended`` where that was taken back), a
"search" of which the ``text`` was saved, or a "folder" with the patterns of what is left out of it
as ``text``. Photos are told by their content, faces by their place in the picture as its file says
that it stands; those that an edited picture does not show any more are ``lost``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pathspec import GitIgnoreSpec

from photoorg.errors import UsageError
from photoorg.library.decisions.details import checked_notes
from photoorg.library.decisions.ledger import Kind
from photoorg.library.decisions.saying import checked_name
from photoorg.library.elsewhere.matching import Left
from photoorg.library.journal.anchors import Anchor
from photoorg.library.journal.denial_lines import Denial
from photoorg.library.journal.lines import State, current
from photoorg.library.journal.photo_contents import Content
from photoorg.library.library import Library
from photoorg.library.paths import name_from_text, to_text
from photoorg.library.portraits.biographies import checked_date
from photoorg.library.storage.choices import LONGEST_NAME
from photoorg.metadata.moments import typed
from photoorg.metadata.names.regions import sensible
from photoorg.tr import kept
from photoorg.types import Box

Row: TypeAlias = dict[str, Any]

PERSON, ANSWER, PHOTO = "person", "answer", "photo"
SCENE, PLACE, NO_DUPLICATES = "scene", "place", "no-duplicates"
SEARCH, FOLDER = "search", "folder"
KINDS = (PERSON, ANSWER, PHOTO, SCENE, PLACE, NO_DUPLICATES, SEARCH, FOLDER)
COLUMNS = (
    *("what", "id", "kind", "person", "merged_into", "side", "at", "second", "lost"),
    *("hidden", "stranger", "favourite", "born", "notes", "turned", "taken"),
    *("scene", "other_picture_hash", "other_content_hash", "ended"),
    *("text", "folder"),
)
"""What such rows have beside the columns of a list of names."""

UNREADABLE = kept("This entry is not understood.")

_ONE = "picture_hash", "content_hash"
_OTHER = "other_picture_hash", "other_content_hash"

_MARKS = ("hidden", "stranger", "favourite")


def said_rows(library: Library) -> Iterator[Row]:
    """Yield all that stands, without empty values."""
    state = current(library.connection)
    paths: dict[str, str] = dict(
        library.connection.rows(
            "SELECT content_hash, path FROM files WHERE content_hash IS NOT NULL ORDER BY gone DESC"
        )
    )
    for row in _rows(state):
        if (path := paths.get(row.get("content_hash", ""))) is not None:
            row["photo"] = name_from_text(path)
        yield {
            key: value
            for key, value in row.items()
            if value not in (None, "", 0) or (key in ("x", "second") and value is not None)
        }


def _rows(state: State) -> Iterator[Row]:
    names = {id_: values[0] for id_, values in state.people.items()}
    for uuid, name, hidden, stranger, favourite, born, cover, into, *notes in state.people.values():
        yield {
            "what": PERSON,
            "id": uuid,
            "name": name,
            "merged_into": names.get(into),
            "hidden": hidden,
            "stranger": stranger,
            "favourite": favourite,
            "born": born,
            "notes": notes[0] if notes else None,
            **_place(state.faces.get(cover)),
        }
    faces: dict[int, list[tuple[int, int]]] = {}
    for answer, face, side in state.rows.values():
        faces.setdefault(answer, []).append((face, side))
    for id_, (kind, person, merged, name, author, at) in state.answers.items():
        said = {
            "what": ANSWER,
            "id": id_,
            "kind": kind,
            "person": names.get(person),
            "merged_into": names.get(merged),
            "name": name,
            "said": author,
            "at": at,
        }
        for face, side in faces.get(id_, ()):
            if face in state.faces:
                yield said | {"side": side} | _place(state.faces[face])
        if not faces.get(id_):
            yield said
    for picture, content in {**state.turns, **state.dates}:
        yield {
            "what": PHOTO,
            "picture_hash": picture,
            "content_hash": content,
            "turned": state.turns.get((picture, content)),
            "taken": state.dates.get((picture, content)),
        }
    for search, text in state.choices.searches.items():
        yield {"what": SEARCH, "name": search, "text": text}
    for folder, lines in state.choices.patterns.items():
        yield {"what": FOLDER, "folder": name_from_text(folder), "text": "\n".join(lines)}
    yield from _of_pictures(state)


def _of_pictures(state: State) -> Iterator[Row]:
    names = {id_: uuid for id_, (uuid, _, _) in state.scenes.scenes.items()}
    for uuid, name, into in state.scenes.scenes.values():
        yield {"what": SCENE, "id": uuid, "name": name, "merged_into": names.get(into)}
    for picture, content, scene in state.scenes.answers.values():
        photo = {"picture_hash": picture, "content_hash": content}
        yield {"what": PLACE, **photo, "scene": names.get(scene)}
    for denial in state.denials.rows.values():
        yield {
            "what": NO_DUPLICATES,
            **dict(zip(_ONE, denial.one, strict=True)),
            **dict(zip(_OTHER, denial.other, strict=True)),
            "ended": int(denial.ended),
            "at": denial.made_at,
        }


def _place(face: Anchor | None) -> Row:
    if face is None:
        return {}
    place = {**dict(zip(("x", "y", "width", "height"), face.box, strict=True)), "lost": face.lost}
    photo = {"picture_hash": face.picture, "content_hash": face.content, "second": face.at}
    return photo | place


def read_said(rows: Iterable[Any]) -> tuple[State, list[Left]]:
    """Return what rows of these kinds say, and what of them is not understood."""
    reading = _Reading()
    left: list[Left] = []
    for row in rows:
        try:
            reading.take(row)
        except (KeyError, TypeError, ValueError, OverflowError, UsageError, re.error):
            left.append(Left(str(row.get("photo", "")), str(row.get("name"))[:80], UNREADABLE))
    return reading.state, left


class _Reading:
    """Gives people, faces and answers the numbers that a journal has for them."""

    def __init__(self) -> None:
        self.state = State()
        self._people: dict[str, int] = {}
        self._answers: dict[str, int] = {}
        self._scenes: dict[str, int] = {}

    def take(self, row: Mapping[str, Any]) -> None:
        """Take in a row; raises KeyError, TypeError, ValueError or UsageError for a bad one."""
        match row["what"]:
            case "person":
                self._take_person(row)
            case "answer":
                self._take_answer(row)
            case "search" | "folder":
                self._take_choice(row)
            case "scene":
                self._take_scene(row)
            case "place":
                scenes = self.state.scenes
                place = [*_content(row, _ONE), self._scene(_text(row, "scene"))]
                scenes.answers[len(scenes.answers) + 1] = place
            case "no-duplicates":
                ended, at = _number(row, "ended") != 0, _text(row, "at") or ""
                denials = self.state.denials.rows
                denial = Denial(_content(row, _ONE), _content(row, _OTHER), ended, at)
                denials[len(denials) + 1] = denial
            case _:
                self._take_photo(row)

    def _take_person(self, row: Mapping[str, Any]) -> None:
        name, born = _text(row, "name"), _text(row, "born")
        values = [
            name and checked_name(name),
            *(int(_number(row, mark) != 0) for mark in _MARKS),
            born and checked_date(born),
            self._face(row),
            self._person(_text(row, "merged_into")),
            checked_notes(_text(row, "notes") or "") or None,
        ]
        uuid = _text(row, "id")
        id_ = self._person(uuid)
        if id_ is None:
            raise KeyError("id")
        self.state.people[id_] = [uuid, *values]

    def _take_answer(self, row: Mapping[str, Any]) -> None:
        name, at = _text(row, "name"), _text(row, "at")
        person, merged = (self._person(_text(row, key)) for key in ("person", "merged_into"))
        kind, face, side = Kind(row["kind"]), self._face(row), int(_number(row, "side") != 0)
        values = [kind.value, person, merged, name and checked_name(name), "list", at or ""]
        key = str(row["id"])
        answer = self._answers.setdefault(key, len(self._answers) + 1)
        self.state.answers.setdefault(answer, values)
        if face is not None:
            self.state.rows[len(self.state.rows) + 1] = [answer, face, side]

    def _take_choice(self, row: Mapping[str, Any]) -> None:
        name, folder, text = (_text(row, key) for key in ("name", "folder", "text"))
        if text is None:
            raise KeyError("text")
        if folder is not None:
            GitIgnoreSpec.from_lines(text.splitlines())  # raises for what is no pattern
            self.state.choices.patterns[to_text(folder)] = text.splitlines()
        elif name is not None and len(name) <= LONGEST_NAME:
            self.state.choices.searches[name] = text
        else:
            raise ValueError(name)

    def _take_photo(self, row: Mapping[str, Any]) -> None:
        content = _content(row, _ONE)
        taken, turned = _text(row, "taken"), int(_number(row, "turned"))
        said = typed(taken) if taken else None
        if taken and said is None:
            raise ValueError(taken)
        if turned:
            self.state.turns[content] = turned % 4
        if said is not None:
            self.state.dates[content] = said.text

    def _take_scene(self, row: Mapping[str, Any]) -> None:
        uuid, name = _text(row, "id"), _text(row, "name")
        name, into = name and checked_name(name), self._scene(_text(row, "merged_into"))
        id_ = self._scene(uuid)
        if id_ is None:
            raise KeyError("id")
        self.state.scenes.scenes[id_] = [uuid, name, into]

    def _scene(self, uuid: str | None) -> int | None:
        """Return the number of a group; one of which no row tells has no name."""
        if uuid is None:
            return None
        id_ = self._scenes.setdefault(uuid, len(self._scenes) + 1)
        self.state.scenes.scenes.setdefault(id_, [uuid, None, None])
        return id_

    def _person(self, uuid: str | None) -> int | None:
        """Return the number of a person; somebody of whom no row tells has no name."""
        if uuid is None:
            return None
        id_ = self._people.setdefault(uuid, len(self._people) + 1)
        self.state.people.setdefault(id_, [uuid, None, 0, 0, 0, None, None, None, None])
        return id_

    def _face(self, row: Mapping[str, Any]) -> int | None:
        if row.get("width") in (None, ""):
            return None
        box = Box(*(_number(row, key) for key in ("x", "y", "width", "height")))
        content = _content(row, _ONE)
        if not (sensible(box) or _number(row, "lost")):
            raise ValueError(box)
        at = None if row.get("second") in (None, "") else _number(row, "second")
        id_ = len(self.state.faces) + 1
        self.state.faces[id_] = Anchor(*content, box, at, lost=_number(row, "lost") != 0)
        return id_


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(key)
    return value or None


def _content(row: Mapping[str, Any], keys: tuple[str, str]) -> Content:
    """Return by what a row tells a photo."""
    picture, content = (_text(row, key) for key in keys)
    if picture is None and content is None:
        raise ValueError(keys)
    return picture, content


def _number(row: Mapping[str, Any], key: str) -> float:
    return float(row.get(key) or 0)
