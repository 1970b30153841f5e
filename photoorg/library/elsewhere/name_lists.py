"""Who is where in photos as a list, in JSON or CSV: for other programs, other libraries, and back.

An entry names a face by the content of its photo and its place in it, so that any library with the
same photos understands it. ``said`` tells who put it there: "machine", or the author of the answer.
Below the names stands everything else that a human said (:mod:`.said_lists`).
"""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from io import StringIO
from pathlib import Path
from typing import Any

from photoorg.errors import UsageError
from photoorg.library.boxes import turned
from photoorg.library.elsewhere.matching import Left, PhotoNames, Place, known_faces, names_of
from photoorg.library.elsewhere.said_lists import COLUMNS, KINDS, UNREADABLE, Row
from photoorg.library.library import Library
from photoorg.library.paths import name_from_text, to_text
from photoorg.metadata.names.gathering import PhotoTold
from photoorg.metadata.names.regions import sensible
from photoorg.metadata.names.values import Region, Told
from photoorg.tr import kept, tr
from photoorg.types import Box

AUTHOR = "list"
MACHINE = "machine"
NAME = "name"

NOT_HERE = kept("This photo is not in the library.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A face: ``x, y, width, height`` in shares of the picture as its file says that it stands."""

    name: str
    photo: str
    picture_hash: str
    content_hash: str
    x: float
    y: float
    width: float
    height: float
    said: str


_COLUMNS = tuple(field.name for field in fields(Entry))
_NUMBERS = ("x", "y", "width", "height")
_WORDS = tuple(column for column in _COLUMNS if column not in _NUMBERS)

_FACES = (
    "SELECT q.name, coalesce((SELECT path FROM files WHERE photo_id = p.id ORDER BY gone, id "
    "LIMIT 1), ''), coalesce(p.picture_hash, ''), coalesce((SELECT content_hash FROM contents "
    "WHERE photo_id = p.id AND picture_hash IS p.picture_hash LIMIT 1), (SELECT content_hash "
    "FROM contents WHERE photo_id = p.id LIMIT 1), ''), f.x / p.width, f.y / p.height, "
    "f.w / p.width, f.h / p.height, p.turned, iif(f.source = 'machine', 'machine', "
    "coalesce((SELECT o.author FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
    "WHERE r.face_id = f.id AND r.side = 0 AND r.superseded_by IS NULL "
    "AND o.kind IN ('is', 'same') ORDER BY o.id DESC LIMIT 1), 'you')) "
    "FROM faces AS f JOIN people AS q ON q.id = f.person_id JOIN photos AS p ON p.id = f.photo_id "
    "WHERE q.name IS NOT NULL AND f.shown AND p.width > 0 AND p.height > 0 "
    "ORDER BY q.name, p.id, f.id"
)


def entries(library: Library) -> Iterator[Entry]:
    """Yield every face of somebody with a name."""
    for name, path, picture, content, x, y, w, h, quarters, said in library.connection.rows(_FACES):
        box = turned(Box(x, y, w, h), (1.0, 1.0), -quarters)
        left, top, width, height = (round(side, 6) for side in box)
        photo = name_from_text(path)
        yield Entry(name, photo, picture, content, left, top, width, height, said)


def as_text(listed: Iterable[Entry], said: Iterable[Row], suffix: str) -> str:
    """Return entries, and what was said, as the text of a file; ``suffix`` is ".json" or ".csv"."""
    rows = [asdict(entry) | {"what": NAME} for entry in listed]
    rows += said
    if suffix == ".json":
        return json.dumps(rows, indent=1) + "\n"
    text = StringIO()
    writer = csv.DictWriter(text, (*_COLUMNS, *COLUMNS), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read_text(text: str, suffix: str) -> tuple[list[Entry], list[Row], list[Left]]:
    """Return the entries of a file, the rows of what was said, and what of it is neither.

    Raises UsageError for other files.
    """
    try:
        rows = json.loads(text) if suffix == ".json" else list(csv.DictReader(StringIO(text)))
    except (ValueError, RecursionError, csv.Error):
        rows = None
    if not isinstance(rows, list):
        raise UsageError(tr("This file is no list of names; `names export` writes one."))
    found: list[Entry] = []
    said: list[Row] = []
    left: list[Left] = []
    for row in rows:
        sound = _is_text(row)
        if sound and isinstance(row, dict) and row.get("what") in KINDS:
            said.append(row)
        elif sound and (entry := _entry(row)) is not None:
            found.append(entry)
        else:
            told = row if isinstance(row, dict) else {}
            photo, name = (_shown(told.get(key)) for key in ("photo", "name"))
            left.append(Left(photo, name[:80], UNREADABLE))
    return found, said, left


def _is_text(row: Any) -> bool:
    """Tell whether all words of a row can be stored: JSON may hold halves of letters."""
    words = row.values() if isinstance(row, dict) else ()
    return all(word == _shown(word) for word in words if isinstance(word, str))


def _shown(word: object) -> str:
    return str(word).encode("utf-8", "replace").decode()


def _entry(row: Any) -> Entry | None:
    try:
        x, y, width, height = (float(row[key]) for key in _NUMBERS)
        name, photo, picture, content, said = (row[key] for key in _WORDS)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    words = (name, photo, picture, content, said)
    sound = all(isinstance(word, str) for word in words) and sensible(Box(x, y, width, height))
    return Entry(name, photo, picture, content, x, y, width, height, said) if sound else None


def matched(
    library: Library, listed: Iterable[Entry]
) -> tuple[list[tuple[int, PhotoNames]], list[Left]]:
    """Return what entries tell of the photos that are known here, and those of others.

    What only a machine had said is left out: this library has a machine of its own.
    """
    told: dict[Place, list[Entry]] = {}
    left: list[Left] = []
    for entry in listed:
        if entry.said == MACHINE:
            continue
        place = _place(library, entry)
        if place is None:
            left.append(Left(entry.photo, entry.name, NOT_HERE))
        else:
            told.setdefault(place, []).append(entry)
    faces = known_faces(library, told)
    return [
        (place.photo_id, names_of(place, [_as_told(own)], faces[place.photo_id]))
        for place, own in told.items()
    ], left


def _as_told(listed: list[Entry]) -> PhotoTold:
    regions = [Region(one.name, Box(one.x, one.y, one.width, one.height)) for one in listed]
    return PhotoTold(Path(listed[0].photo), (Told(AUTHOR, tuple(regions)),), 1)


def _place(library: Library, entry: Entry) -> Place | None:
    row = library.connection.row(
        "SELECT p.id, p.width, p.height, p.turned FROM contents AS c "
        "JOIN photos AS p ON p.id = c.photo_id WHERE (?1 != '' AND c.picture_hash = ?1) "
        "OR (?2 != '' AND c.content_hash = ?2) "
        "ORDER BY p.picture_hash IS ?1 DESC, c.content_hash IS ?2 DESC, p.id LIMIT 1",
        (entry.picture_hash, entry.content_hash),
    ) or library.connection.row(
        "SELECT p.id, p.width, p.height, p.turned FROM files AS f "
        "JOIN photos AS p ON p.id = f.photo_id WHERE f.path = ? AND ? = ''",
        (to_text(entry.photo), entry.picture_hash + entry.content_hash),
    )
    return None if row is None else Place(*row)
