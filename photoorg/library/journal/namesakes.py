"""Who of a journal is whom here by name alone."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from photoorg.library.decisions.ledger import PLACING
from photoorg.library.journal.lines import State
from photoorg.library.library import Library
from photoorg.library.people import compared


def namesakes(
    library: Library, state: State, faces: dict[int, int], uuids: Collection[str]
) -> dict[int, int]:
    """Return who is whom by name alone: one person of the journal and one whom it does not know.

    Who was joined to somebody else is nobody any more. Where the journal has several of one name,
    it is the one who has most of the faces that are with the person here, and else nobody.
    """
    called: dict[str, list[int]] = defaultdict(list)
    for id_, values in state.people.items():
        if values[1] is not None and values[7] is None and values[0] not in uuids:
            called[compared(values[1])].append(id_)
    known = {str(values[0]) for values in state.people.values()}
    found = {}
    for people in called.values():
        here = [
            person.id
            for person in library.people.find_by_name(state.people[people[0]][1])
            if library.connection.value("SELECT uuid FROM people WHERE id = ?", (person.id,))
            not in known
        ]
        if len(here) == 1 and (one := _likeliest(library, state, faces, people, here[0])):
            found[one] = here[0]
    return found


def _likeliest(
    library: Library, state: State, faces: dict[int, int], people: Sequence[int], here: int
) -> int | None:
    """Return who of the journal's people of one name is the one that is ``here``."""
    if len(people) == 1:
        return people[0]
    about = {
        answer: values[1]
        for answer, values in state.answers.items()
        if values[0] in PLACING and values[1] in people
    }
    placed = {
        faces[face]: about[answer]
        for answer, face, side in state.rows.values()
        if answer in about and face in faces and not side
    }
    whose = library.faces.people_of(placed)
    shared = Counter(one for face, one in placed.items() if whose.get(face) == here)
    return shared.most_common(1)[0][0] if shared else None
