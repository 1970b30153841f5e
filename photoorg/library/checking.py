"""Whether a library is whole, and whether everything that was said is as it was said.

Each rule is one question to SQLite whose answer names what breaks it; a library that is whole
answers every one with nothing.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from photoorg.errors import LibraryBusyError, LibraryError
from photoorg.library.availability import AWAY
from photoorg.library.decisions.changes import unpacked
from photoorg.library.library import Library

_NAMED = 10
"""A sentence names so many of what it is about."""

_FINAL = (
    "WITH RECURSIVE final (id, root) AS (SELECT id, id FROM people WHERE merged_into IS NULL "
    "UNION ALL SELECT p.id, t.root FROM final AS t JOIN people AS p ON p.merged_into = t.id) "
)
"""Who everybody is now; whoever was merged in a circle is nobody."""

_STANDING = (
    "FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
    "WHERE r.superseded_by IS NULL AND r.side = 0 "
)

_RULES = {
    "These faces are not with whom they were said to be": (
        f"{_FINAL} SELECT DISTINCT f.id FROM answer_faces AS r "
        "JOIN answers AS o ON o.id = r.answer_id AND o.kind IN ('is', 'same') "
        "JOIN faces AS f ON f.id = r.face_id LEFT JOIN final AS t ON t.id = o.person_id "
        "WHERE r.superseded_by IS NULL AND r.side = 0 "
        "AND f.person_id IS NOT coalesce(t.root, o.person_id) ORDER BY f.id"
    ),
    "Who put these faces where they are is not what the answers tell": (
        "SELECT f.id FROM faces AS f LEFT JOIN (SELECT r.face_id, max(o.kind = 'is') AS sure "
        f"{_STANDING} AND o.kind IN ('is', 'same') GROUP BY r.face_id) AS s ON s.face_id = f.id "
        "WHERE f.source != CASE s.sure WHEN 1 THEN 'face' WHEN 0 THEN 'group' ELSE 'machine' END "
        "ORDER BY f.id"
    ),
    "These faces were said to be no faces and are shown, or the other way round": (
        f"SELECT id FROM faces WHERE dismissed != (id IN (SELECT r.face_id {_STANDING} "
        "AND o.kind = 'not-a-face')) ORDER BY id"
    ),
    "These boxes were drawn by a human who never said so, or the other way round": (
        f"SELECT id FROM faces WHERE (box_source = 'drawn') != (id IN (SELECT r.face_id {_STANDING}"
        " AND o.kind = 'drawn')) ORDER BY id"
    ),
    "These faces were put with a person that is not there": (
        "SELECT id FROM faces WHERE source != 'machine' AND person_id IS NULL ORDER BY id"
    ),
    "These faces are with a person who was merged into another": (
        "SELECT f.id FROM faces AS f JOIN people AS p ON p.id = f.person_id "
        "WHERE p.merged_into IS NOT NULL ORDER BY f.id"
    ),
    "These answers ended by others that are not there": (
        "SELECT DISTINCT answer_id FROM answer_faces WHERE superseded_by > 0 "
        "AND superseded_by NOT IN (SELECT id FROM answers) ORDER BY answer_id"
    ),
    "These people were merged in a circle": (
        f"{_FINAL} SELECT id FROM people WHERE id NOT IN (SELECT id FROM final) ORDER BY id"
    ),
    "These people have a name and cannot be found by any": (
        f"{_FINAL} SELECT p.id FROM people AS p JOIN final AS t ON t.id = p.id "
        "JOIN people AS q ON q.id = t.root WHERE p.name IS NOT NULL AND q.name IS NULL "
        "ORDER BY p.id"
    ),
    "These photos are shown although they are away, or the other way round": (
        f"SELECT id FROM photos WHERE away != {AWAY} ORDER BY id"
    ),
    "These faces are shown although their photos are away, or the other way round": (
        "SELECT f.id FROM faces AS f JOIN photos AS p ON p.id = f.photo_id "
        "WHERE f.away != p.away ORDER BY f.id"
    ),
    "These files were read and lead to no photo": (
        "SELECT id FROM files WHERE read_at IS NOT NULL AND error IS NULL AND photo_id IS NULL "
        "ORDER BY id"
    ),
    "What these files hold is not remembered": (
        "SELECT id FROM files WHERE read_at IS NOT NULL AND error IS NULL AND role = 'photo' "
        "AND content_hash IS NOT NULL AND content_hash NOT IN (SELECT content_hash FROM contents) "
        "ORDER BY id"
    ),
    "The numbers that tell faces apart differ in length within these models": (
        "SELECT model FROM embeddings GROUP BY model "
        "HAVING min(length(vector)) != max(length(vector)) OR max(length(vector)) % 2 "
        "ORDER BY model"
    ),
    "These faces were to be forgotten and are not": (
        "SELECT id FROM faces WHERE forgotten AND (landmarks IS NOT NULL OR id IN "
        "(SELECT face_id FROM embeddings)) ORDER BY id"
    ),
}


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Something that is not as it should be; ``harmless`` when the program makes it anew."""

    sentence: str
    harmless: bool = False


def check(library: Library) -> list[Inconsistency]:
    """Return what is not as it should be, nothing for a library that is whole.

    All of it is about one moment, whatever is written meanwhile. Only reads.
    """
    found: list[Inconsistency] = []
    library.connection.execute("BEGIN")
    try:
        for part in (_damage, _loose_ends, _broken_rules, _contradictions, _lost_steps):
            found += _told(library, part)
    finally:
        library.connection.execute("ROLLBACK")
    return found + _thumbnails(library)


def _told(
    library: Library, part: Callable[[Library], Iterator[Inconsistency]]
) -> Iterator[Inconsistency]:
    """Yield what a part finds; what it cannot read is a finding, too."""
    try:
        yield from part(library)
    except LibraryBusyError:
        raise
    except LibraryError as error:
        yield Inconsistency(str(error))


def _damage(library: Library) -> Iterator[Inconsistency]:
    for (text,) in library.connection.rows(f"PRAGMA integrity_check({_NAMED})"):
        if text != "ok":
            yield Inconsistency(f"The file is damaged: {' '.join(text.split())}.")


def _loose_ends(library: Library) -> Iterator[Inconsistency]:
    ends: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in library.connection.rows("PRAGMA foreign_key_check"):
        ends[table, parent] = ends.get((table, parent), 0) + 1
    for (table, parent), count in ends.items():
        yield Inconsistency(f"{count:,} rows of {table} are about {parent} that are not there.")


def _broken_rules(library: Library) -> Iterator[Inconsistency]:
    for sentence, sql in _RULES.items():
        rows = library.connection.rows(sql)
        if rows:
            more = f" and {len(rows) - _NAMED:,} more" if len(rows) > _NAMED else ""
            which = ", ".join(str(row[0]) for row in rows[:_NAMED])
            yield Inconsistency(f"{sentence}: {which}{more}.")


def _contradictions(library: Library) -> Iterator[Inconsistency]:
    for person in library.separations.suspects():
        name = library.connection.value("SELECT name FROM people WHERE id = ?", (person,))
        yield Inconsistency(
            f"{name or 'Group'} ({person}) holds faces that were said to be different people."
        )


def _lost_steps(library: Library) -> Iterator[Inconsistency]:
    for id_, label, changes in library.connection.rows(
        "SELECT id, label, changes FROM edits UNION ALL SELECT e.id, e.label, l.changes "
        "FROM later_changes AS l JOIN edits AS e ON e.id = l.step_id ORDER BY id"
    ):
        try:
            unpacked(changes)
        except LibraryError:
            yield Inconsistency(f"The step {id_} ({label}) cannot be read, nor undone.")


def _thumbnails(library: Library) -> list[Inconsistency]:
    """Look at the beginning of the file only: it may be large, and is only for convenience."""
    path = library.thumbnails.path
    if not path.exists():
        return []
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            for table in ("faces", "photos"):
                connection.execute(f"SELECT id, jpeg FROM {table} LIMIT 1").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        sentence = f"The small pictures in {path} cannot be read ({error}); they are made anew."
        return [Inconsistency(sentence, harmless=True)]
    return []
