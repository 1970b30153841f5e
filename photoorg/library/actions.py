"""What the user does with people, one function each: one undoable step, all of it or nothing.

Every function returns the kinds of things it changed and raises :class:`UsageError`, with nothing
changed, when it was asked for something that cannot be.
"""

from collections.abc import Callable, Sequence

from photoorg.errors import UsageError
from photoorg.library.folders import now
from photoorg.library.library import Library
from photoorg.library.values import Person
from photoorg.types import Changed, Kind

PEOPLE: Changed = frozenset({Kind.PEOPLE, Kind.FACES})
EVERYTHING: Changed = frozenset(Kind)


def rename(library: Library, person_id: int, name: str) -> Changed:
    """Name a person or group.

    Naming an unnamed group says that its faces are this person: they are confirmed.
    """
    name = " ".join(name.split())
    if not name:
        raise UsageError("A name needs at least one letter.")
    person = library.people.get(person_id)
    label = f"Rename {person.name} to {name}" if person.name else f"Name {name}"
    with library.history.edit(label):
        _execute(library, "UPDATE people SET name = ? WHERE id = ?", name, person_id)
        if person.name is None:
            _execute(
                library,
                "UPDATE faces SET confirmed = 1 WHERE person_id = ? AND state = 0",
                person_id,
            )
    return PEOPLE


def merge(library: Library, into_id: int, from_ids: Sequence[int]) -> Changed:
    """Make several people or groups one, under the first one's name.

    An unnamed first group takes the name of the one named person among the others. All faces are
    confirmed: no later grouping takes them apart again. Raises :class:`UsageError` when nothing
    is left to merge, or when two names would have to become one and ``into_id`` has none.
    """
    into = library.people.get(into_id)
    others = [library.people.get(id_) for id_ in dict.fromkeys(from_ids) if id_ != into_id]
    if not others:
        raise UsageError("Choose at least two people to merge.")
    names = {person.name for person in others if person.name}
    if into.name is None and len(names) > 1:
        raise UsageError(
            f"These groups have different names ({', '.join(sorted(names))}); merge them into "
            "the one whose name shall stay."
        )
    name = into.name or next(iter(names), None)
    with library.history.edit(_merge_label(name, others)):
        for other in others:
            _absorb(library, into_id, other.id)
        _execute(
            library,
            "UPDATE faces SET confirmed = 1 WHERE person_id = ? AND state = 0",
            into_id,
        )
        _execute(
            library,
            "DELETE FROM decisions WHERE kind = 'not' AND person_id = ? AND face_id IN "
            "(SELECT id FROM faces WHERE person_id = ?)",
            into_id,
            into_id,
        )
        _execute(
            library,
            "UPDATE people SET name = ?, hidden = hidden AND ? WHERE id = ?",
            name,
            int(all(other.hidden for other in others)),
            into_id,
        )
    return PEOPLE


def _absorb(library: Library, into_id: int, from_id: int) -> None:
    _execute(library, "UPDATE faces SET person_id = ? WHERE person_id = ?", into_id, from_id)
    _execute(
        library,
        "DELETE FROM decisions WHERE kind = 'different' "
        "AND ?1 IN (person_id, other_person_id) AND ?2 IN (person_id, other_person_id)",
        into_id,
        from_id,
    )
    for column in ("person_id", "other_person_id"):
        _execute(library, f"UPDATE decisions SET {column} = ? WHERE {column} = ?", into_id, from_id)
    _execute(library, "DELETE FROM people WHERE id = ?", from_id)


def _merge_label(name: str | None, others: Sequence[Person]) -> str:
    if len(others) == 1:
        return f"Merge {others[0].name or 'a group'} into {name or 'another group'}"
    return f"Merge {len(others)} groups into {name or 'one'}"


def unassign(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say "not this person": each face leaves its person and is never put there again."""

    def leave(face_id: int, person_id: int | None) -> None:
        if person_id is not None:
            _execute(
                library,
                "INSERT INTO decisions (kind, face_id, person_id, made_at) VALUES ('not', ?, ?, ?)",
                face_id,
                person_id,
                now(),
            )
        _place(library, face_id, _new_person(library), confirmed=False)

    return _each_face(library, "Remove", face_ids, leave, "from {person}")


def assign(library: Library, face_ids: Sequence[int], person_id: int) -> Changed:
    """Say "this is Anna": each face joins the person for good."""
    person = library.people.get(person_id)

    def join(face_id: int, _: int | None) -> None:
        _execute(
            library,
            "DELETE FROM decisions WHERE kind = 'not' AND face_id = ? AND person_id = ?",
            face_id,
            person_id,
        )
        _place(library, face_id, person_id, confirmed=True)

    return _each_face(library, "Move", face_ids, join, f"to {person.name or 'a group'}")


def confirm(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say of each face that it is where it belongs."""

    def stay(face_id: int, person_id: int | None) -> None:
        _place(library, face_id, person_id, confirmed=True)

    return _each_face(library, "Confirm", face_ids, stay, "of {person}")


def split(library: Library, face_ids: Sequence[int], name: str | None = None) -> int:
    """Make the faces a person of their own, for good, and return its id."""
    sources = {library.faces.get(id_).person_id for id_ in face_ids}
    with library.history.edit(f"Split off {name or _faces(len(face_ids))}"):
        person_id = _new_person(library, name)
        for face_id in face_ids:
            _place(library, face_id, person_id, confirmed=True)
        for source in sources - {None}:
            # Without this answer the next grouping might well propose the two as one again.
            _execute(
                library,
                "INSERT INTO decisions (kind, person_id, other_person_id, made_at) "
                "SELECT 'different', ?1, ?2, ?3 WHERE EXISTS "
                "(SELECT 1 FROM faces WHERE person_id = ?2)",
                person_id,
                source,
                now(),
            )
        _remove_emptied(library)
    return person_id


def not_a_face(library: Library, face_ids: Sequence[int]) -> Changed:
    """Take what is no face out of every view and every later grouping."""

    def dismiss(face_id: int, _: int | None) -> None:
        _execute(
            library,
            "UPDATE faces SET state = 1, person_id = NULL, confirmed = 0 WHERE id = ?",
            face_id,
        )

    return _each_face(library, "Dismiss", face_ids, dismiss, "as not a face")


def set_cover(library: Library, person_id: int, face_id: int) -> Changed:
    """Show a person by this face."""
    person = library.people.get(person_id)
    if library.faces.get(face_id).person_id != person_id:
        raise UsageError("The cover has to be one of the person's own faces.")
    with library.history.edit(f"Choose the cover of {person.name or 'a group'}"):
        _execute(library, "UPDATE people SET cover_face_id = ? WHERE id = ?", face_id, person_id)
    return frozenset({Kind.PEOPLE})


def hide(library: Library, person_ids: Sequence[int], *, hidden: bool = True) -> Changed:
    """Leave people out of the grid, or bring them back."""
    people = [library.people.get(id_) for id_ in person_ids]
    whom = (people[0].name or "a group") if len(people) == 1 else f"{len(people)} groups"
    with library.history.edit(f"{'Hide' if hidden else 'Show'} {whom}"):
        for person in people:
            _execute(library, "UPDATE people SET hidden = ? WHERE id = ?", int(hidden), person.id)
    return frozenset({Kind.PEOPLE})


def different(library: Library, person_id: int, other_id: int) -> Changed:
    """Say that these are two people, whatever they look like."""
    one, other = library.people.get(person_id), library.people.get(other_id)
    if one.id == other.id:
        raise UsageError("Choose two people.")
    with library.history.edit(
        f"Keep {one.name or 'a group'} and {other.name or 'another group'} apart"
    ):
        _execute(
            library,
            "INSERT INTO decisions (kind, person_id, other_person_id, made_at) "
            "VALUES ('different', ?, ?, ?)",
            person_id,
            other_id,
            now(),
        )
    return PEOPLE


def remove_folder(library: Library, folder_id: int) -> Changed:
    """Take a folder out of the library; names are kept and come back when it is added again."""
    folder = next((f for f in library.folders.list() if f.id == folder_id), None)
    if folder is None:
        raise UsageError(f"There is no folder {folder_id} in this library.")
    with library.history.edit(f"Remove the folder {folder.path.name}"):
        _execute(library, "UPDATE folders SET removed = 1 WHERE id = ?", folder_id)
        _execute(
            library,
            "UPDATE faces SET state = 2 WHERE state = 0 AND photo_id IN "
            "(SELECT id FROM photos WHERE folder_id = ?)",
            folder_id,
        )
    return EVERYTHING


def _each_face(
    library: Library,
    verb: str,
    face_ids: Sequence[int],
    change: Callable[[int, int | None], None],
    where: str,
) -> Changed:
    """Apply ``change(face id, its person's id)`` to every face as one step."""
    faces = [library.faces.get(id_) for id_ in dict.fromkeys(face_ids)]
    if not faces:
        raise UsageError("Choose at least one face.")
    names = {face.person_name for face in faces}
    person = (names.pop() if len(names) == 1 else None) or "a group"
    with library.history.edit(f"{verb} {_faces(len(faces))} {where.format(person=person)}"):
        for face in faces:
            change(face.id, face.person_id)
        _remove_emptied(library)
    return PEOPLE


def _place(library: Library, face_id: int, person_id: int | None, *, confirmed: bool) -> None:
    _execute(
        library,
        "UPDATE faces SET person_id = ?, confirmed = ? WHERE id = ?",
        person_id,
        int(confirmed and person_id is not None),
        face_id,
    )
    _execute(
        library,
        "UPDATE people SET cover_face_id = NULL WHERE cover_face_id = ? AND id IS NOT ?",
        face_id,
        person_id,
    )


def _new_person(library: Library, name: str | None = None) -> int:
    return _execute(library, "INSERT INTO people (name, created_at) VALUES (?, ?)", name, now())


def _remove_emptied(library: Library) -> None:
    """Drop unnamed groups that have lost their last face; an answer about one is moot then."""
    _execute(
        library,
        "DELETE FROM people WHERE name IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM faces WHERE person_id = people.id)",
    )


def _faces(count: int) -> str:
    return "a face" if count == 1 else f"{count:,} faces"


def _execute(library: Library, sql: str, *values: object) -> int:
    return library.connection.execute(sql, values)
