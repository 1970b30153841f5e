"""What the page of questions knows of the library, read away from the window."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from photoorg.library import Library, Person, Standing
from photoorg.review.questions import Asks, Question
from photoorg.review.remembered import questions_now
from photoorg.ui.models.known_names import KnownNames

_SETTLES = attrgetter("settles")

LIKELIEST = 5
"""So many names have a key of their own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All questions, best first, and how far the library is.

    ``people`` are those the questions are about, by id; ``named`` of ``faces`` are with somebody
    who has a name, and ``strangers`` with groups that are folded. ``step`` is the newest one of
    the history that is done: a question may be here again because its answer was undone.
    """

    questions: Sequence[Question] = ()
    people: Mapping[int, Person] = field(default_factory=dict)
    known: KnownNames = field(default_factory=KnownNames)
    likely: Mapping[int, Sequence[Person]] = field(default_factory=dict)
    """Who with a name some groups may be, the likeliest first."""
    most: Sequence[Person] = ()
    """Those of them with the most photos."""
    faces: int = 0
    named: int = 0
    strangers: int = 0
    step: int = 0

    @property
    def left(self) -> float:
        """How many faces the questions are expected to settle."""
        return float(sum(map(_SETTLES, self.questions)))

    def likeliest(self, question: Question) -> list[Person]:
        """Return who the faces may be besides whom the question is about, the likeliest first."""
        whose = question.person if question.other is None else question.other
        found = {one.id: one for one in (*self.likely.get(whose, ()), *self.most)}
        found.pop(question.person, None)
        return list(found.values())[:LIKELIEST]


def read(library: Library) -> Reading:
    """Return the reading of a library as it is now."""
    found = questions_now(library)
    people = library.people.list(include_hidden=True)
    named = [person for person in people if person.name is not None]
    asked = {id_ for one in found for id_ in (one.person, one.other)}
    entries = library.history.entries()
    return Reading(
        questions=found,
        people={person.id: person for person in people if person.id in asked},
        known=KnownNames(named),
        likely=_likely(found, {person.id: person for person in named}),
        most=[one for one in named if not one.hidden][: 2 * LIKELIEST],
        faces=library.faces.count(),
        named=sum(person.count for person in named),
        strangers=sum(one.count for one in people if one.standing is Standing.STRANGER),
        step=next((entry.id for entry in entries if not entry.undone), 0),
    )


def _likely(found: Sequence[Question], named: Mapping[int, Person]) -> dict[int, list[Person]]:
    """Return for each group that may be somebody with a name who that is."""
    chances: dict[int, dict[int, float]] = defaultdict(dict)
    for one in found:
        if one.kind is Asks.IS and one.other is not None and one.person in named:
            chances[one.other][one.person] = one.probability
    return {
        group: [named[id_] for id_ in sorted(people, key=lambda id_: -people[id_])]
        for group, people in chances.items()
    }
