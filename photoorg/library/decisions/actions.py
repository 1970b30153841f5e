"""What the user does with people, one function each: one undoable step, all of it or nothing.

Every function returns the kinds of things it changed and raises :class:`UsageError`, with nothing
changed, when it was asked for something that cannot be. What it says goes into the ledger; where
faces stand follows from that.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from photoorg.errors import UsageError
from photoorg.library import availability
from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.library import Library
from photoorg.library.times import now
from photoorg.library.values import Face, Person
from photoorg.types import Changed
from photoorg.types import Kind as Shown

PEOPLE: Changed = frozenset({Shown.PEOPLE, Shown.FACES})
EVERYTHING: Changed = frozenset(Shown)

LONGEST_NAME = 200
"""A name has at most so many characters."""

_REPLACED = (*PLACING, Kind.NOT_A_FACE, Kind.UNKNOWN)


def rename(library: Library, person_id: int, name: str) -> Changed:
    """Name a person or group.

    Naming an unnamed group says that its faces are one person; it is not said of each of them.
    """
    name = checked_name(name)
    person = library.people.get(person_id)
    label = f"Rename {person.name} to {name}" if person.name else f"Name {name}"
    with library.history.edit(label):
        _execute(library, "UPDATE people SET name = ? WHERE id = ?", name, person_id)
        if person.name is None:
            _say_same(library, person_id, name=name)
    return PEOPLE


def checked_name(name: str) -> str:
    """Return a name as it is stored: composed (NFC), without what cannot be seen.

    Raises :class:`UsageError` for one that shows nothing, or is no text.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UsageError("This name holds bytes that are no text; type it again.") from None
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    # Joiners shape letters of many scripts, so they stay; alone they show nothing.
    seen = [c for c in name if unicodedata.category(c)[0] not in "CZM"]
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    if not seen:
        raise UsageError("A name needs at least one letter.")
    if len(name) > LONGEST_NAME:
        raise UsageError(f"A name has at most {LONGEST_NAME} characters; choose a shorter one.")
    return name


def merge(library: Library, into_id: int, from_ids: Sequence[int]) -> Changed:
    """Make several people or groups one, under the first one's name.

    An unnamed first group takes the name of the one named person among the others. No later
    grouping takes the faces apart again; :func:`.unmerging.unmerge` does. Raises
    :class:`UsageError` when nothing is left to merge, or when two names would have to become one
    and ``into_id`` has none.
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
        there = _say_same(library, into_id)
        joined = [_absorb(library, into, other) for other in others]
        # Those who join give way before those who were there.
        library.ledger.end_what_kept_apart(into_id, joined)
        if there is not None:
            library.ledger.end_what_kept_apart(into_id, [there])
        _execute(
            library,
            "UPDATE people SET name = ?, hidden = hidden AND ? WHERE id = ?",
            name,
            int(all(other.hidden for other in others)),
            into_id,
        )
        tidy(library, [into_id])
    return PEOPLE


def _absorb(library: Library, into: Person, other: Person) -> int:
    """Say that the faces of ``other`` are the same person as ``into``; return the answer."""
    faces = _faces_of(other.id)
    taken = other.name if into.name is None else None
    answer = library.ledger.say(Kind.SAME, faces, person=into.id, merged=other.id, name=taken)
    _execute(library, "UPDATE people SET merged_into = ? WHERE id = ?", into.id, other.id)
    library.ledger.supersede(answer, _REPLACED, unless=into.id)
    with library.connection.chosen(_ids(library, faces)) as chosen:
        library.ledger.project(chosen, otherwise=into.id)
    return answer


def _merge_label(name: str | None, others: Sequence[Person]) -> str:
    if len(others) == 1:
        return f"Merge {others[0].name or 'a group'} into {name or 'another group'}"
    return f"Merge {len(others)} groups into {name or 'one'}"


def unassign(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say "not this person": each face leaves its person and is never put there again."""
    faces = _chosen(library, face_ids)
    with library.history.edit(_label("Remove", faces, "from {person}")):
        for person, own in _by_person(faces).items():
            if person is None:
                continue
            whom, others = _whom(library, person, own)
            with library.connection.chosen(own) as chosen:
                answer = library.ledger.say(Kind.NOT, chosen, person=whom, others=others)
            library.ledger.supersede(answer, PLACING, about=person)
        moved = [(face.id, _new_person(library)) for face in faces]
        library.connection.put("faces", "person_id = g.v0", moved)
        with library.connection.chosen(face.id for face in faces) as chosen:
            library.ledger.project(chosen)
        tidy(library, _by_person(faces))
    return PEOPLE


def _whom(library: Library, person: int, own: Sequence[int]) -> tuple[int | None, str | None]:
    """Return who the faces are not: a person that stays, or the other faces of a group."""
    decided = library.connection.value(
        "SELECT name IS NOT NULL OR EXISTS (SELECT 1 FROM faces "
        "WHERE person_id = people.id AND source != 'machine') FROM people WHERE id = ?",
        (person,),
    )
    if decided:
        return person, None
    those = ", ".join(map(str, own))
    return None, f"(SELECT id FROM faces WHERE person_id = {person} AND id NOT IN ({those}))"


def assign(library: Library, face_ids: Sequence[int], person_id: int) -> Changed:
    """Say "this is Anna": each face joins the person for good."""
    person = library.people.get(person_id)
    faces = _chosen(library, face_ids)
    with library.history.edit(_label("Move", faces, f"to {person.name or 'a group'}")):
        if person.name is None:
            _say_same(library, person_id)
        _say_is(library, [face.id for face in faces], person_id)
        tidy(library, [person_id, *_by_person(faces)])
    return PEOPLE


def confirm(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say of each face that it is where it belongs."""
    faces = _chosen(library, face_ids)
    with library.history.edit(_label("Confirm", faces, "of {person}")):
        for person, own in _by_person(faces).items():
            if person is not None:
                _say_is(library, own, person)
    return PEOPLE


def split(library: Library, face_ids: Sequence[int], name: str | None = None) -> int:
    """Make the faces a person of their own, for good, and return its id."""
    faces = _chosen(library, face_ids)
    name = None if name is None else checked_name(name)
    own = [face.id for face in faces]
    with library.history.edit(f"Split off {name or _faces(len(own))}"):
        person_id = _new_person(library, name)
        _say_is(library, own, person_id)
        for source in _by_person(faces):
            # Without this answer the next grouping might well propose the two as one again.
            if source is not None and _any(library, _faces_of(source)):
                with library.connection.chosen(own) as chosen:
                    library.ledger.say(Kind.DIFFERENT, chosen, others=_faces_of(source))
        tidy(library, _by_person(faces))
    return person_id


def not_a_face(library: Library, face_ids: Sequence[int]) -> Changed:
    """Take what is no face out of every view and every later grouping."""
    faces = _chosen(library, face_ids)
    with library.history.edit(_label("Dismiss", faces, "as not a face")):
        with library.connection.chosen(face.id for face in faces) as chosen:
            answer = library.ledger.say(Kind.NOT_A_FACE, chosen)
            library.ledger.supersede(answer, (*PLACING, Kind.UNKNOWN))
            library.ledger.project(chosen)
        tidy(library, _by_person(faces))
    return PEOPLE


def accept_loss(library: Library, face_ids: Sequence[int]) -> Changed:
    """Take note that photos, edited since, do not show these faces any more.

    Nothing is deleted: by such a face the person is still recognised, and a photo that shows it
    again brings it back.
    """
    faces = _chosen(library, face_ids)
    with (
        library.history.edit(_label("Forget", faces, "of {person} not found any more")),
        library.connection.chosen(face.id for face in faces) as chosen,
    ):
        if library.connection.value(
            f"SELECT EXISTS (SELECT 1 FROM faces WHERE id IN {chosen} AND NOT lost)"
        ):
            raise UsageError("Only faces that are not found any more can be forgotten.")
        answer = library.ledger.say(Kind.GONE, chosen)
        library.ledger.supersede(answer, [Kind.GONE])
    return PEOPLE


def do_not_know(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say that the user does not know who these are, so that nobody asks again."""
    faces = _chosen(library, face_ids)
    with library.history.edit(f"Not know {_faces(len(faces))}"):
        with library.connection.chosen(face.id for face in faces) as chosen:
            answer = library.ledger.say(Kind.UNKNOWN, chosen)
        library.ledger.supersede(answer, [Kind.UNKNOWN])
    return PEOPLE


def set_cover(library: Library, person_id: int, face_id: int) -> Changed:
    """Show a person by this face."""
    person = library.people.get(person_id)
    if library.faces.get(face_id).person_id != person_id:
        raise UsageError("The cover has to be one of the person's own faces.")
    with library.history.edit(f"Choose the cover of {person.name or 'a group'}"):
        _execute(library, "UPDATE people SET cover_face_id = ? WHERE id = ?", face_id, person_id)
    return frozenset({Shown.PEOPLE})


def hide(library: Library, person_ids: Sequence[int], *, hidden: bool = True) -> Changed:
    """Leave people out of the grid, or bring them back.

    Hiding a group that has no name says that its faces are one person, so that it stays hidden
    whatever they are grouped with later.
    """
    people = [library.people.get(id_) for id_ in person_ids]
    whom = (people[0].name or "a group") if len(people) == 1 else f"{len(people)} groups"
    with library.history.edit(f"{'Hide' if hidden else 'Show'} {whom}"):
        for person in people:
            _execute(library, "UPDATE people SET hidden = ? WHERE id = ?", int(hidden), person.id)
            if hidden and person.name is None:
                _say_same(library, person.id)
    return frozenset({Shown.PEOPLE})


def different(library: Library, person_id: int, other_id: int) -> Changed:
    """Say that these are two people: no face of one is ever put with one of the other."""
    one, other = library.people.get(person_id), library.people.get(other_id)
    if one.id == other.id:
        raise UsageError("Choose two people.")
    for person in (one, other):
        if not _any(library, _faces_of(person.id)):
            raise UsageError(f"{person.name or 'This group'} has no faces to keep apart.")
    with library.history.edit(
        f"Keep {one.name or 'a group'} and {other.name or 'another group'} apart"
    ):
        library.ledger.say(Kind.DIFFERENT, _faces_of(person_id), others=_faces_of(other_id))
    return PEOPLE


def remove_folder(library: Library, folder_id: int) -> Changed:
    """Take a folder out of the library; names are kept and come back when it is added again."""
    folder = next((f for f in library.folders.list() if f.id == folder_id), None)
    if folder is None:
        raise UsageError(f"There is no folder {folder_id} in this library.")
    with library.history.edit(f"Remove the folder {folder.path.name}"):
        _execute(library, "UPDATE folders SET removed = 1 WHERE id = ?", folder_id)
        availability.refresh_folder(library.connection, folder_id)
    return EVERYTHING


def _chosen(library: Library, face_ids: Sequence[int]) -> list[Face]:
    faces = [library.faces.get(id_) for id_ in dict.fromkeys(face_ids)]
    if not faces:
        raise UsageError("Choose at least one face.")
    return faces


def _by_person(faces: Sequence[Face]) -> dict[int | None, list[int]]:
    people: dict[int | None, list[int]] = defaultdict(list)
    for face in faces:
        people[face.person_id].append(face.id)
    return dict(people)


def _label(verb: str, faces: Sequence[Face], where: str) -> str:
    names = {face.person_name for face in faces}
    person = (names.pop() if len(names) == 1 else None) or "a group"
    return f"{verb} {_faces(len(faces))} {where.format(person=person)}"


def _say_same(library: Library, person_id: int, name: str | None = None) -> int | None:
    """Say that the faces that only the machine put with a person belong there."""
    faces = _ids(
        library,
        f"(SELECT id FROM faces WHERE person_id = {person_id} AND source = 'machine')",
    )
    if not faces:
        return None
    with library.connection.chosen(faces) as chosen:
        answer = library.ledger.say(Kind.SAME, chosen, person=person_id, name=name)
        library.ledger.supersede(answer, _REPLACED, unless=person_id)
        library.ledger.project(chosen)
    return answer


def _say_is(library: Library, face_ids: Sequence[int], person_id: int) -> None:
    """Say of each face that it is this person, and put it there."""
    with library.connection.chosen(face_ids) as chosen:
        answer = library.ledger.say(Kind.IS, chosen, person=person_id)
        library.ledger.supersede(answer, _REPLACED, unless=person_id)
        library.ledger.project(chosen)
    library.ledger.end_what_kept_apart(person_id, [answer])


def tidy(library: Library, people: Iterable[int | None]) -> None:
    """Keep what was said true for the machine's own faces, and drop what is empty now.

    A person's faces that only the machine put there leave it when they contradict the others.
    """
    concerned = [person for person in people if person is not None]
    for person in concerned:
        library.ledger.put_apart(person)
    _execute(
        library,
        "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL "
        "AND id IS NOT (SELECT person_id FROM faces WHERE id = cover_face_id)",
    )
    library.people.remove_emptied(concerned)


def _faces_of(person_id: int) -> str:
    """Return a subquery of all faces of a person, those included whose photos are away."""
    return f"(SELECT id FROM faces WHERE person_id = {int(person_id)})"


def _ids(library: Library, faces: str) -> list[int]:
    return [id_ for (id_,) in library.connection.rows(f"SELECT id FROM {faces}")]


def _any(library: Library, faces: str) -> bool:
    return bool(library.connection.value(f"SELECT EXISTS {faces}"))


def _new_person(library: Library, name: str | None = None) -> int:
    return _execute(library, "INSERT INTO people (name, created_at) VALUES (?, ?)", name, now())


def _faces(count: int) -> str:
    return "a face" if count == 1 else f"{count:,} faces"


def _execute(library: Library, sql: str, *values: object) -> int:
    return library.connection.execute(sql, values)
