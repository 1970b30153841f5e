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
    likely: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """The names that some groups may have, the likeliest first."""
    most: Sequence[str] = ()
    """The names of those with the most photos."""
    faces: int = 0
    named: int = 0
    strangers: int = 0
    step: int = 0

    @property
    def left(self) -> float:
        """How many faces the questions are expected to settle."""
        return float(sum(map(_SETTLES, self.questions)))

    def names_for(self, question: Question) -> list[str]:
        """Return who the faces may be besides whom the question names, the likeliest first."""
        whose = question.person if question.other is None else question.other
        found = dict.fromkeys((*self.likely.get(whose, ()), *self.most))
        found.pop(question.name or "", None)
        return list(found)[:LIKELIEST]


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
        likely=_likely(found),
        most=[str(one.name) for one in named if not one.hidden][: 2 * LIKELIEST],
        faces=library.faces.count(),
        named=sum(person.count for person in named),
        strangers=sum(one.count for one in people if one.standing is Standing.STRANGER),
        step=next((entry.id for entry in entries if not entry.undone), 0),
    )


def _likely(found: Sequence[Question]) -> dict[int, list[str]]:
    """Return for each group that may be somebody with a name who that is."""
    chances: dict[int, dict[str, float]] = defaultdict(dict)
    for one in found:
        if one.kind is Asks.IS and one.other is not None and one.name is not None:
            chances[one.other][one.name] = one.probability
    return {
        group: sorted(names, key=lambda name, names=names: -names[name])  # type: ignore[misc]
        for group, names in chances.items()
    }
