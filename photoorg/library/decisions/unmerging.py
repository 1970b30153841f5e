"""Taking back a merge, any of them and not only the last: one undoable step like every action."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from photoorg.errors import UsageError
from photoorg.library.decisions.ledger import Kind
from photoorg.library.decisions.merges import family
from photoorg.library.decisions.saying import PEOPLE, tidy
from photoorg.library.decisions.step_names import A_GROUP, ANOTHER_GROUP
from photoorg.library.library import Library
from photoorg.library.storage.connection import Row
from photoorg.library.values import Merge, Person
from photoorg.tr import kept, tr
from photoorg.types import BoolArray, Changed, FloatArray

BEST = 3
"""A face looks like a person as much as like so many of its faces, those it looks like most."""

_AT_ONCE = 4096


class _Link(NamedTuple):
    """A merge on the way from a person to the one it is part of now."""

    answer: int
    into: int


def unmerge(library: Library, person_id: int, merge_id: int) -> Changed:
    """Let a person who was merged into another, directly or through others, stand again.

    Its name, its notes and its faces come back, with whoever had been merged into it before, and
    no grouping puts them with the person again. Faces of which a human said later that they are the
    person stay. Raises :class:`UsageError` for a merge that is none of this person's, or taken
    back.
    """
    person = library.people.get(person_id)
    merge = _merge(library, person, merge_id)
    who = merge.person_id
    links = list(_links(library, who))
    label = kept(
        "Take {person} out of {other} again",
        person=merge.name or A_GROUP,
        other=person.name or ANOTHER_GROUP,
    )
    with library.history.edit(label):
        _execute(library, "UPDATE people SET merged_into = NULL WHERE id = ?", who)
        _part(library, person_id, merge)
        _take_back_name(library, links)
        _take_back_notes(library, who, links)
        _keep_out(library, who, links)
        _share_out(library, person_id, who)
        # One of the two loses the cover again, by whose face it is.
        _execute(
            library,
            "UPDATE people SET cover_face_id = (SELECT cover_face_id FROM people WHERE id = ?) "
            "WHERE id = ? AND cover_face_id IS NULL",
            *(person_id, who),
        )
        tidy(library, [person_id, who])
    return PEOPLE


def _merge(library: Library, person: Person, merge_id: int) -> Merge:
    name = person.name or f"group {person.id}"
    for merge in library.merges.of(person.id):
        if merge.id == merge_id:
            return merge
    merged = library.connection.row(
        "SELECT q.merged_into FROM answers AS o LEFT JOIN people AS q ON q.id = o.from_person_id "
        "WHERE o.id = ? AND o.from_person_id IS NOT NULL",
        (merge_id,),
    )
    if merged is None:
        raise UsageError(tr("There is no merge {id} in this library.", id=merge_id))
    newest = library.connection.value(
        "SELECT id = (SELECT max(id) FROM answers WHERE from_person_id = o.from_person_id) "
        "FROM answers AS o WHERE id = ?",
        (merge_id,),
    )
    if merged[0] is None or not newest:
        raise UsageError(tr("The merge {id} was taken back already.", id=merge_id))
    raise UsageError(tr("The merge {id} is not one of {name}.", id=merge_id, name=name))


def _links(library: Library, who: int) -> Iterator[_Link]:
    """Yield the merges that lead from a merged person to the one it is part of."""
    while row := library.connection.row(
        "SELECT (SELECT max(id) FROM answers WHERE from_person_id = q.id), q.merged_into "
        "FROM people AS q WHERE q.id = ? AND q.merged_into IS NOT NULL",
        (who,),
    ):
        yield _Link(*row)
        who = row[1]


def _part(library: Library, person_id: int, merge: Merge) -> None:
    """Put the faces of a merge back, and say that they are somebody else than those who stay."""
    who = merge.person_id
    with library.connection.chosen(_coming(library, merge)) as chosen:
        if not library.connection.value(f"SELECT EXISTS {chosen}"):
            return
        staying = f"SELECT id FROM faces WHERE person_id = {person_id} AND id NOT IN {chosen}"
        settled = f"{staying} AND source != 'machine'"
        others = settled if library.connection.value(f"SELECT EXISTS ({settled})") else staying
        answer = library.ledger.say(Kind.DIFFERENT, chosen, others=f"({others})")
        own = family(who)
        for faces, whom in (
            (chosen, f"NOT IN {own}"),  # through which they were part of the other
            (f"(SELECT id FROM faces WHERE id NOT IN {chosen})", f"IN {own}"),
        ):
            _execute(
                library,
                "UPDATE answer_faces SET superseded_by = ? WHERE id IN (SELECT r.id "
                "FROM answer_faces AS m JOIN answer_faces AS r ON r.face_id = m.face_id "
                "JOIN answers AS o ON o.id = r.answer_id WHERE m.answer_id = ? "
                f"AND m.superseded_by IS NULL AND m.face_id IN {faces} AND r.side = 0 "
                f"AND r.superseded_by IS NULL AND o.kind IN ('is', 'same') AND o.person_id {whom})",
                answer,
                merge.id,
            )
        library.ledger.end(merge.id, answer)
        library.ledger.project(chosen, otherwise=who)


def _coming(library: Library, merge: Merge) -> list[int]:
    """Return the faces of a merge but those of which a human said alone that they are others."""
    own = family(merge.person_id)
    return [
        face
        for (face,) in library.connection.rows(
            "SELECT m.face_id FROM answer_faces AS m WHERE m.answer_id = ? "
            "AND m.superseded_by IS NULL AND coalesce((SELECT o.person_id "
            "FROM answer_faces AS r JOIN answers AS o ON o.id = r.answer_id "
            "WHERE r.face_id = m.face_id AND r.side = 0 AND r.superseded_by IS NULL "
            f"AND o.kind = 'is' ORDER BY o.id DESC LIMIT 1), ?) IN {own}",
            (merge.id, merge.person_id),
        )
    ]


def _take_back_name(library: Library, links: Sequence[_Link]) -> None:
    """Take the name back from everybody who has it by these merges alone.

    Whoever else with a name was merged into them gives them that one: no name is out of sight.
    """
    for link in links:
        given, name = _row(
            library,
            "SELECT o.name, p.name FROM answers AS o, people AS p WHERE o.id = ? AND p.id = ?",
            *link,
        )
        if given is None or given != name:
            return
        heir = library.connection.row(
            "SELECT o.id, q.name FROM people AS q JOIN answers AS o ON o.id = "
            "(SELECT max(id) FROM answers WHERE from_person_id = q.id) WHERE q.merged_into = ? "
            "AND q.name IS NOT NULL ORDER BY q.name IS NOT ?, o.id LIMIT 1",
            (link.into, name),
        )
        answer, name = heir or (None, None)
        _execute(library, "UPDATE people SET name = ? WHERE id = ?", name, link.into)
        _execute(library, "UPDATE answers SET name = ? WHERE id = ?", name, answer)


def _take_back_notes(library: Library, who: int, links: Sequence[_Link]) -> None:
    """Take the notes about ``who`` back from everybody below whose own they were put.

    Where these lines were changed since, they stay: they are about both.
    """
    own = _row(library, "SELECT notes FROM people WHERE id = ?", who)[0]
    if not own:
        return
    taken = own.split("\n")
    for link in links:
        notes = _row(library, "SELECT notes FROM people WHERE id = ?", link.into)[0] or ""
        lines = notes.split("\n")
        for start in reversed(range(len(lines))):
            if lines[start : start + len(taken)] == taken:
                del lines[start : start + len(taken)]
                text = "\n".join(lines).strip("\n") or None
                _execute(library, "UPDATE people SET notes = ? WHERE id = ?", text, link.into)
                break


def _keep_out(library: Library, who: int, links: Sequence[_Link]) -> None:
    """Say it of ``who``, too: "not this person", said while it was part of that person."""
    faces: set[int] = set()
    since = 0
    for link in links:
        since = max(since, link.answer)
        rows = library.connection.rows(
            "SELECT f.id FROM answers AS o JOIN answer_faces AS r ON r.answer_id = o.id "
            "JOIN faces AS f ON f.id = r.face_id WHERE o.kind = 'not' AND o.person_id = ? "
            "AND o.id > ? AND r.side = 0 AND r.superseded_by IS NULL "
            "AND (f.person_id IS NOT ? OR f.source = 'machine')",
            (link.into, since, who),
        )
        faces.update(face for (face,) in rows)
    if faces:
        with library.connection.chosen(faces) as chosen:
            library.ledger.say(Kind.NOT, chosen, person=who)


def _share_out(library: Library, person_id: int, who: int) -> None:
    """Move what the machine has put with the person meanwhile to whom it looks like more."""
    if not library.connection.value(
        "SELECT EXISTS (SELECT 1 FROM faces WHERE person_id = ? AND source = 'machine')",
        (person_id,),
    ):
        return
    for model in library.faces.models():
        rows = library.connection.rows(
            "SELECT f.id, f.person_id, f.source, e.vector FROM faces AS f "
            "JOIN embeddings AS e ON e.face_id = f.id AND e.model = ? "
            "WHERE f.person_id IN (?, ?) ORDER BY f.id",
            (model, person_id, who),
        )
        people = np.array([row[1] for row in rows])
        settled = np.array([row[2] != "machine" for row in rows], dtype=bool)
        stays = (people == person_id) & settled
        free = (people == person_id) & ~settled
        comes = people == who
        if not (free.any() and stays.any() and comes.any()):
            continue
        vectors = _vectors(rows)
        nearer = _likeness(vectors, free, comes) > _likeness(vectors, free, stays)
        library.connection.put(
            "faces",
            "person_id = g.v0",
            [(rows[row][0], who) for row in np.flatnonzero(free)[nearer].tolist()],
        )


def _vectors(rows: Sequence[Row]) -> FloatArray:
    length = max(len(row[3]) for row in rows)
    whole = b"".join(row[3] if len(row[3]) == length else bytes(length) for row in rows)
    return np.frombuffer(whole, np.float16).astype(np.float32).reshape(len(rows), -1)


def _likeness(vectors: FloatArray, faces: BoolArray, person: BoolArray) -> FloatArray:
    """Return for each of ``faces`` the mean of its best cosines to those of a person."""
    chosen, own = vectors[faces], vectors[person]
    best = min(BEST, len(own))
    found = np.empty(len(chosen), np.float32)
    for start in range(0, len(chosen), _AT_ONCE):
        cosines = chosen[start : start + _AT_ONCE] @ own.T
        found[start : start + _AT_ONCE] = np.partition(cosines, -best)[:, -best:].mean(axis=1)
    return found


def _row(library: Library, sql: str, *values: object) -> Row:
    row = library.connection.row(sql, values)
    assert row is not None
    return row


def _execute(library: Library, sql: str, *values: object) -> None:
    library.connection.execute(sql, values)
