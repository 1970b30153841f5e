"""What the user does with people, one function each: one undoable step, all of it or nothing.

Every function returns the kinds of things it changed and raises :class:`UsageError`, with nothing
changed, when it was asked for something that cannot be. What it says goes into the ledger; where
faces stand follows from that.
"""

from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library import availability
from photoorg.library.decisions import step_names
from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.decisions.merges import family
from photoorg.library.decisions.saying import (
    PEOPLE,
    REPLACED,
    by_person,
    checked_name,
    chosen_faces,
    execute,
    faces_of,
    has_any,
    ids_of,
    new_person,
    say_core_is_same,
    say_is,
    say_same,
    tidy,
)
from photoorg.library.decisions.step_names import A_GROUP
from photoorg.library.library import Library
from photoorg.library.values import Person
from photoorg.tr import kept, tr
from photoorg.types import Changed
from photoorg.types import Kind as Shown


def rename(library: Library, person_id: int, name: str) -> Changed:
    """Name a person or group.

    Naming an unnamed group says that the faces of its core are one person; it is not said of each
    of them, nor of its rim, which is asked about.
    """
    name = checked_name(name)
    person = library.people.get(person_id)
    with library.history.edit(step_names.naming(person.name, name)):
        library.people.expect(person_id)
        execute(library, "UPDATE people SET name = ? WHERE id = ?", name, person_id)
        if person.name is None:
            say_core_is_same(library, person_id, name)
    return PEOPLE


def unname(library: Library, person_id: int) -> Changed:
    """Take a person's name away; raises :class:`UsageError` when there is none.

    Every answer stays, also that its faces are one person: a group again that waits for a name.
    So is whoever was merged into it, should that be taken back.
    """
    name = library.people.get(person_id).name
    if name is None:
        raise UsageError(tr("This group has no name to take away."))
    return _take_name(library, person_id, kept("Take the name {person} away", person=name))


def delete_person(library: Library, person_id: int) -> Changed:
    """Let a person go who is in no photo; photos that are away may bring back a group.

    Raises :class:`UsageError` for anybody else.
    """
    person = library.people.get(person_id)
    if person.count:
        raise UsageError(
            tr(
                "{name} is in {n} photos; only people without photos can be deleted.",
                n=person.count,
                one="{name} is in a photo; only people without photos can be deleted.",
                name=person.name or tr("This group"),
            )
        )
    return _take_name(library, person_id, kept("Delete {person}", person=person.name or A_GROUP))


def _take_name(library: Library, person_id: int, label: str) -> Changed:
    with library.history.edit(label):
        library.people.expect(person_id)
        execute(library, f"UPDATE people SET name = NULL WHERE id IN {family(person_id)}")
        tidy(library, [person_id])
    return PEOPLE


def merge(library: Library, into_id: int, from_ids: Sequence[int]) -> Changed:
    """Make several people or groups one, under the first one's name.

    An unnamed first group takes the name of the one named person among the others; notes are put
    below each other. A birth date and a star of any of them are those of the person, too: see
    :class:`.Biographies`. No later grouping takes the faces apart again;
    :func:`.unmerging.unmerge` does. Raises :class:`UsageError` when nothing is left to merge, or
    when two names would have to become one and ``into_id`` has none.
    """
    into = library.people.get(into_id)
    others = [library.people.get(id_) for id_ in dict.fromkeys(from_ids) if id_ != into_id]
    if not others:
        raise UsageError(tr("Choose at least two people to merge."))
    names = {person.name for person in others if person.name}
    if into.name is None and len(names) > 1:
        raise UsageError(
            tr(
                "These groups have different names ({names}); merge them into the one whose name "
                "shall stay.",
                names=", ".join(sorted(names)),
            )
        )
    name = into.name or next(iter(names), None)
    with library.history.edit(step_names.merging(into, name, others)):
        library.people.expect(into_id, *(other.id for other in others))
        there = say_same(library, into_id)
        joined = [_absorb(library, into, other) for other in others]
        # Those who join give way before those who were there.
        library.separations.end(into_id, joined)
        if there is not None:
            library.separations.end(into_id, [there])
        library.merges.take_in(into, others, name)
        tidy(library, [into_id])
    return PEOPLE


def _absorb(library: Library, into: Person, other: Person) -> int:
    """Say that the faces of ``other`` are the same person as ``into``; return the answer."""
    faces = faces_of(other.id)
    taken = other.name if into.name is None else None
    answer = library.ledger.say(Kind.SAME, faces, person=into.id, merged=other.id, name=taken)
    execute(library, "UPDATE people SET merged_into = ? WHERE id = ?", into.id, other.id)
    library.ledger.supersede(answer, REPLACED, unless=into.id)
    with library.connection.chosen(ids_of(library, faces)) as chosen:
        library.ledger.project(chosen, otherwise=into.id)
    return answer


def unassign(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say "not this person": the faces leave their person and are never put there again.

    Those that leave one person are a group now, which the machine may take apart.
    """
    faces = chosen_faces(library, face_ids)
    with library.history.edit(step_names.removing(faces)):
        for person, own in by_person(faces).items():
            if person is None:
                continue
            whom, others = _whom(library, person, own)
            with library.connection.chosen(own) as chosen:
                answer = library.ledger.say(Kind.NOT, chosen, person=whom, others=others)
            library.ledger.supersede(answer, PLACING, about=person)
        # They stay together: whoever is not Anna may be Ben in all of these photos.
        place = {person: new_person(library) for person in by_person(faces)}
        moved = [(face.id, place[face.person_id]) for face in faces]
        library.connection.put("faces", "person_id = g.v0", moved)
        with library.connection.chosen(face.id for face in faces) as chosen:
            library.ledger.project(chosen)
        tidy(library, by_person(faces))
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
    faces = chosen_faces(library, face_ids)
    with library.history.edit(step_names.moving(faces, person)):
        library.people.expect(person_id)
        if person.name is None:
            say_same(library, person_id)
        say_is(library, [face.id for face in faces], person_id)
        tidy(library, [person_id, *by_person(faces)])
    return PEOPLE


def confirm(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say of each face that it is where it belongs."""
    faces = chosen_faces(library, face_ids)
    with library.history.edit(step_names.confirming(faces)):
        for person, own in by_person(faces).items():
            if person is not None:
                say_is(library, own, person)
    return PEOPLE


def split(library: Library, face_ids: Sequence[int], name: str | None = None) -> int:
    """Make the faces a person of their own, for good, and return its id."""
    faces = chosen_faces(library, face_ids)
    name = None if name is None else checked_name(name)
    own = [face.id for face in faces]
    with library.history.edit(step_names.splitting(name, len(own))):
        person_id = new_person(library, name)
        say_is(library, own, person_id)
        for source in by_person(faces):
            # Without this answer the next grouping might well propose the two as one again.
            if source is not None and has_any(library, faces_of(source)):
                with library.connection.chosen(own) as chosen:
                    library.ledger.say(Kind.DIFFERENT, chosen, others=faces_of(source))
        tidy(library, by_person(faces))
    return person_id


def not_a_face(library: Library, face_ids: Sequence[int]) -> Changed:
    """Take what is no face out of every view and every later grouping."""
    faces = chosen_faces(library, face_ids)
    with library.history.edit(step_names.dismissing(len(faces))):
        with library.connection.chosen(face.id for face in faces) as chosen:
            answer = library.ledger.say(Kind.NOT_A_FACE, chosen)
            library.ledger.supersede(answer, (*PLACING, Kind.UNKNOWN, Kind.FACE))
            library.ledger.project(chosen)
        tidy(library, by_person(faces))
    return PEOPLE


def do_not_know(library: Library, face_ids: Sequence[int]) -> Changed:
    """Say that the user does not know who these are, so that nobody asks again."""
    faces = chosen_faces(library, face_ids)
    label = kept("Leave {n} faces undecided", n=len(faces), one="Leave a face undecided")
    with library.history.edit(label):
        with library.connection.chosen(face.id for face in faces) as chosen:
            answer = library.ledger.say(Kind.UNKNOWN, chosen)
        library.ledger.supersede(answer, (Kind.UNKNOWN, Kind.FACE))
    return PEOPLE


def set_cover(library: Library, person_id: int, face_id: int) -> Changed:
    """Show a person by this face."""
    person = library.people.get(person_id)
    if library.faces.get(face_id).person_id != person_id:
        raise UsageError(tr("The cover has to be one of the person's own faces."))
    with library.history.edit(kept("Choose the cover of {person}", person=person.name or A_GROUP)):
        library.people.expect(person_id)
        execute(library, "UPDATE people SET cover_face_id = ? WHERE id = ?", face_id, person_id)
    return frozenset({Shown.PEOPLE})


def hide(library: Library, person_ids: Sequence[int], *, hidden: bool = True) -> Changed:
    """Leave people out of the grid, or bring them back.

    Hiding a group that has no name says that its faces are one person, so that it stays hidden
    whatever they are grouped with later.
    """
    people = [library.people.get(id_) for id_ in person_ids]
    with library.history.edit(step_names.hiding(people, hidden=hidden)):
        library.people.expect(*person_ids)
        for person in people:
            execute(library, "UPDATE people SET hidden = ? WHERE id = ?", int(hidden), person.id)
            if hidden and person.name is None:
                say_same(library, person.id)
    return frozenset({Shown.PEOPLE})


def different(library: Library, person_id: int, other_id: int) -> Changed:
    """Say that these are two people: no face of one is ever put with one of the other."""
    one, other = library.people.get(person_id), library.people.get(other_id)
    if one.id == other.id:
        raise UsageError(tr("Choose two people."))
    for person in (one, other):
        if not has_any(library, faces_of(person.id)):
            name = person.name or tr("This group")
            raise UsageError(tr("{name} has no faces to keep apart.", name=name))
    with library.history.edit(step_names.keeping_apart(one, other)):
        library.people.expect(person_id, other_id)
        library.ledger.say(Kind.DIFFERENT, faces_of(person_id), others=faces_of(other_id))
    return PEOPLE


def remove_folder(library: Library, folder_id: int) -> Changed:
    """Take a folder out of the library; names are kept and come back when it is added again."""
    folder = library.folders.roots().get(folder_id)
    if folder is None:
        raise UsageError(tr("There is no folder {id} in this library.", id=folder_id))
    with library.history.edit(kept("Remove the folder {folder}", folder=folder.name)):
        execute(library, "UPDATE folders SET removed = 1 WHERE id = ?", folder_id)
        availability.refresh_folder(library.connection, folder_id)
    return frozenset(Shown)
