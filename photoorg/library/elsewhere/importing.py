"""Names of other programs taken over, as one step: what the user said goes before all of it.

A face that the user has placed stays where it is, one that is no face stays none, and who is not
somebody does not become so. Each answer has its author, and importing once more only adds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from photoorg.library.decisions.drawing import DRAWN, SMALLEST
from photoorg.library.decisions.ledger import Kind
from photoorg.library.decisions.saying import execute, new_person, tidy
from photoorg.library.elsewhere.accepting import accept
from photoorg.library.elsewhere.matching import Left, Marked, PhotoNames
from photoorg.library.library import Library
from photoorg.library.standing.apart import Apart, Who
from photoorg.tr import kept
from photoorg.types import Changed

SAID = kept("You said otherwise of this face.")
NO_FACE = kept("You said that this is no face.")
TWICE = kept("This person is in the photo already, at another place.")
TOO_SMALL = kept("The box is too small to hold a face.")


@dataclass(slots=True)
class Names:
    """What would be taken over, or was.

    ``named`` are on faces that were found, ``drawn`` on none, ``there`` were known already; ``who``
    tells for each name whose it will be. ``loose`` are photos of names without a place.
    """

    named: list[Marked] = field(default_factory=list)
    drawn: list[Marked] = field(default_factory=list)
    there: list[Marked] = field(default_factory=list)
    loose: dict[str, set[int]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    who: dict[str, Who] = field(default_factory=dict)
    photos: set[int] = field(default_factory=set)
    hints: int = 0

    @property
    def regions(self) -> int:
        """How many names have a place."""
        return len(self.named) + len(self.drawn) + len(self.there)

    @property
    def names(self) -> int:
        """How many names of people in photos are told."""
        return self.regions + sum(map(len, self.loose.values()))

    @property
    def people(self) -> set[str]:
        """Who is told of, in small letters."""
        return set(self.who) | {name.casefold() for name in self.loose}


def plan(library: Library, photos: Iterable[tuple[int, PhotoNames]]) -> Names:
    """Return what of all that is told can be taken over; nothing changes."""
    found = Names()
    marked: list[Marked] = []
    spelled: dict[str, str] = {}
    for photo, told in photos:
        found.hints += told.hints
        found.left += told.left
        marked += told.marked
        for name in told.loose:
            spelling = spelled.setdefault(name.casefold(), name)
            found.loose.setdefault(spelling, set()).add(photo)
        if told.marked or told.loose:
            found.photos.add(photo)
    found.who = _whose(library, marked)
    choice = _Choice(library, marked)
    for one in marked:
        who = found.who[one.name.casefold()]
        if choice.is_so(one, who):
            found.there.append(one)
        elif reason := choice.against(one, who):
            found.left.append(Left(one.path, one.name, reason))
        else:
            choice.take(one, who)
            (found.drawn if one.face is None else found.named).append(one)
    return found


def _whose(library: Library, marked: Sequence[Marked]) -> dict[str, Who]:
    """Return who bears each name: a person, the group with most of its faces, or somebody new."""
    everybody = library.people.named()
    named = {one.id for one in everybody}
    # The first of a name is the one with most faces.
    bearers = {(one.name or "").casefold(): one.id for one in reversed(everybody)}
    in_groups: dict[int, Counter[str]] = defaultdict(Counter)
    for one in marked:
        face = one.face
        if face and face.person_id is not None and not face.dismissed:
            in_groups[face.person_id][one.name.casefold()] += 1
    largest: dict[str, tuple[int, int]] = {}
    for group, counts in in_groups.items():
        for key, count in counts.items():
            if group not in named and 2 * count > counts.total():
                largest[key] = max((count, -group), largest.get(key, (0, 0)))
    who: dict[str, Who] = {}
    for one in marked:
        key = one.name.casefold()
        if key in bearers:
            who[key] = bearers[key]
        elif key in largest:
            who[key] = -largest[key][1]
        else:
            who[key] = key
    return who


class _Choice:
    """What the user has said of the faces that names are told of."""

    def __init__(self, library: Library, marked: Sequence[Marked]) -> None:
        self._named = {person.id for person in library.people.named()}
        self._sides = Apart(library.separations.sides())
        photos = {one.photo_id for one in marked}
        with library.connection.chosen(photos) as chosen:
            rows = library.connection.rows(
                "SELECT id, photo_id, person_id FROM faces WHERE source != 'machine' "
                f"AND NOT dismissed AND NOT lost AND photo_id IN {chosen}"
            )
        self._place: dict[int, Who] = dict(
            library.connection.rows("SELECT id, person_id FROM faces WHERE source != 'machine'")
        )
        self._in_photo: dict[tuple[int, Who], int] = {
            (photo, person): face for face, photo, person in rows
        }

    def is_so(self, one: Marked, who: Who) -> bool:
        """Tell whether the face is this person already, for all to know."""
        face = one.face
        return (
            bool(face and face.settled and not face.dismissed and face.person_id == who)
            and who in self._named
        )

    def against(self, one: Marked, who: Who) -> str | None:
        """Return what speaks against a name, None for nothing."""
        face = one.face
        if face is None:
            if min(one.box.w, one.box.h) < SMALLEST:
                return TOO_SMALL
        elif face.dismissed:
            return NO_FACE
        elif (face.settled and face.person_id != who) or self._sides.forbid(
            face.id, who, self._place
        ):
            return SAID
        elsewhere = self._in_photo.get((one.photo_id, who))
        return TWICE if elsewhere is not None and (not face or face.id != elsewhere) else None

    def take(self, one: Marked, who: Who) -> None:
        """Count a name as said."""
        self._in_photo.setdefault((one.photo_id, who), one.face.id if one.face else -1)
        if one.face:
            self._place[one.face.id] = who


def take_over(library: Library, names: Names, accepted: Sequence[tuple[int, str]] = ()) -> Changed:
    """Say what was planned, as one step that can be undone.

    Part of it is what the user has ``accepted``: groups, and the names that were offered for them.
    """
    marked = [*names.named, *names.drawn]
    if not marked and not accepted:
        return frozenset()
    label = kept(
        "Take over {n} names from other programs",
        n=len(marked) + len(accepted),
        one="Take over a name from another program",
    )
    with library.history.edit(label):
        accept(library, accepted)
        spelled = {one.name.casefold(): one.name for one in reversed(marked)}
        people = {key: _person(library, names.who[key], name) for key, name in spelled.items()}
        touched = {one.face.person_id for one in names.named if one.face}
        for author in dict.fromkeys(one.author for one in marked):
            drawn = [one for one in names.drawn if one.author == author]
            made = [(one, _draw(library, one, people[one.name.casefold()])) for one in drawn]
            _say_drawn(library, [face for _, face in made], author)
            faces: dict[int, list[int]] = defaultdict(list)
            for one, face in [
                *made,
                *((one, one.face.id) for one in names.named if one.author == author and one.face),
            ]:
                faces[people[one.name.casefold()]].append(face)
            for person, own in faces.items():
                _say_is(library, own, person, author)
        tidy(library, [*people.values(), *touched])
    return DRAWN


def _person(library: Library, who: Who, name: str) -> int:
    if isinstance(who, str):
        return new_person(library, name)
    execute(library, "UPDATE people SET name = coalesce(name, ?) WHERE id = ?", name, who)
    return who


def _draw(library: Library, one: Marked, person: int) -> int:
    return execute(
        library,
        "INSERT INTO faces (photo_id, x, y, w, h, box_source, person_id, away) "
        "SELECT id, ?, ?, ?, ?, 'drawn', ?, away FROM photos WHERE id = ?",
        *(*one.box, person, one.photo_id),
    )


def _say_drawn(library: Library, faces: Sequence[int], author: str) -> None:
    if faces:
        with library.connection.chosen(faces) as chosen:
            library.ledger.say(Kind.DRAWN, chosen, author=author)
            library.ledger.say(Kind.FACE, chosen, author=author)


def _say_is(library: Library, faces: Sequence[int], person: int, author: str) -> None:
    with library.connection.chosen(faces) as chosen:
        answer = library.ledger.say(Kind.IS, chosen, person=person, author=author)
        library.ledger.supersede(answer, (Kind.UNKNOWN,))
        library.ledger.project(chosen)
