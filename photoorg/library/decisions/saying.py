"""What all actions are made of: what is said, where faces go by it, and what is tidied after."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions.ledger import PLACING, Kind
from photoorg.library.library import Library
from photoorg.library.times import now
from photoorg.library.values import HELD, Face
from photoorg.tr import tr
from photoorg.types import Changed
from photoorg.types import Kind as Shown

PEOPLE: Changed = frozenset({Shown.PEOPLE, Shown.FACES})

LONGEST_NAME = 200
"""A name has at most so many characters."""

REPLACED = (*PLACING, Kind.NOT_A_FACE, Kind.UNKNOWN)


def checked_name(name: str) -> str:
    """Return a name as it is stored: composed (NFC), without what cannot be seen.

    Raises :class:`UsageError` for one that shows nothing, or is no text.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UsageError(tr("This name holds bytes that are no text; type it again.")) from None
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    # Joiners shape letters of many scripts, so they stay; alone they show nothing.
    seen = [c for c in name if unicodedata.category(c)[0] not in "CZM"]
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    if not seen:
        raise UsageError(tr("A name needs at least one letter."))
    if len(name) > LONGEST_NAME:
        raise UsageError(
            tr(
                "A name has at most {most} characters; choose a shorter one.",
                most=LONGEST_NAME,
            )
        )
    return name


def chosen_faces(library: Library, face_ids: Sequence[int]) -> list[Face]:
    """Return the faces, each once; raises :class:`UsageError` without any."""
    faces = library.faces.some(face_ids)
    if not faces:
        raise UsageError(tr("Choose at least one face."))
    return faces


def by_person(faces: Sequence[Face]) -> dict[int | None, list[int]]:
    """Return the ids of faces by the person they are with."""
    people: dict[int | None, list[int]] = defaultdict(list)
    for face in faces:
        people[face.person_id].append(face.id)
    return dict(people)


def say_same(library: Library, person_id: int) -> int | None:
    """Say that the faces that only the machine put with a person belong there."""
    return _say_same(library, person_id, _machines(library, person_id), None)


def say_core_is_same(library: Library, person_id: int, name: str) -> int | None:
    """Say so of the core of a group: whoever names it saw a few of its faces, not its rim.

    What is hardly held there stays the machine's, to be asked about and to be moved. Where that
    is most of the group there is no core, and it is said of all.
    """
    everybody = _machines(library, person_id)
    core = _machines(library, person_id, f"AND coalesce(support, 1) >= {HELD}")
    return _say_same(
        library, person_id, core if 2 * len(core) > len(everybody) else everybody, name
    )


def _machines(library: Library, person_id: int, some: str = "") -> list[int]:
    """Return the faces that only the machine put with a person."""
    return ids_of(
        library,
        f"(SELECT id FROM faces WHERE person_id = {person_id} AND source = 'machine' {some})",
    )


def _say_same(
    library: Library, person_id: int, faces: Sequence[int], name: str | None
) -> int | None:
    if not faces:
        return None
    with library.connection.chosen(faces) as chosen:
        answer = library.ledger.say(Kind.SAME, chosen, person=person_id, name=name)
        library.ledger.supersede(answer, REPLACED, unless=person_id)
        library.ledger.project(chosen)
    return answer


def say_is(library: Library, face_ids: Sequence[int], person_id: int) -> None:
    """Say of each face that it is this person, and put it there."""
    with library.connection.chosen(face_ids) as chosen:
        answer = library.ledger.say(Kind.IS, chosen, person=person_id)
        library.ledger.supersede(answer, REPLACED, unless=person_id)
        library.ledger.project(chosen)
    library.separations.end(person_id, [answer])


def tidy(library: Library, people: Iterable[int | None]) -> None:
    """Keep what was said true for the machine's own faces, and drop what is empty now.

    A person's faces that only the machine put there leave it when they contradict the others.
    """
    concerned = [person for person in people if person is not None]
    for person in concerned:
        library.separations.put_apart(person)
    execute(
        library,
        "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL "
        "AND id IS NOT (SELECT person_id FROM faces WHERE id = cover_face_id)",
    )
    library.people.remove_emptied(concerned)


def faces_of(person_id: int) -> str:
    """Return a subquery of all faces of a person, those included whose photos are away."""
    return f"(SELECT id FROM faces WHERE person_id = {int(person_id)})"


def ids_of(library: Library, faces: str) -> list[int]:
    """Return what a subquery finds."""
    return [id_ for (id_,) in library.connection.rows(f"SELECT id FROM {faces}")]


def has_any(library: Library, faces: str) -> bool:
    """Tell whether a subquery finds anything."""
    return bool(library.connection.value(f"SELECT EXISTS {faces}"))


def new_person(library: Library, name: str | None = None) -> int:
    """Make a person or, without a name, a group, and return its id."""
    return execute(library, "INSERT INTO people (name, created_at) VALUES (?, ?)", name, now())


def execute(library: Library, sql: str, *values: object) -> int:
    """Run a statement; return the id of a row that it made."""
    return library.connection.execute(sql, values)
