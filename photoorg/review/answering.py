"""What becomes of an answer to a question: a step like any other, which can be undone.

A question may be older than the library: who it is about may have been merged, split or named
meanwhile. It goes by its faces, and is refused where they are not together any more as they were.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from enum import StrEnum

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions, triage, undecided
from photoorg.review.questions import Asks, Question, questions
from photoorg.tr import kept, retold, tr

STALE = kept("This has changed since it was asked; look at the questions again.")


class Says(StrEnum):
    """Answers to a question."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NOT_A_FACE = "not-a-face"


_NAMED = {
    Says.YES: (Asks.SAME, Asks.IS, Asks.TWO, Asks.FACES, Asks.STRANGER),
    Says.NO: (Asks.SAME, Asks.IS),
}
"""Where an answer can say who it is."""
_IN_PART = {Says.YES: (Asks.TWO, Asks.FACES), Says.NO: (Asks.FACES,)}
"""Where an answer can be about some of the faces."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; ``name`` is who it is (with no: who else), ``faces`` a part of those asked about.

    ``person`` is which one of those with this name, where somebody was chosen and not only named.

    Of "two" the faces are one side, of "faces" those that are real. An answer that can do nothing
    with a name, or with faces, is refused when it has them.
    """

    says: Says
    name: str | None = None
    faces: tuple[int, ...] | None = None
    person: int | None = None


def find_question(library: Library, id_: str) -> Question:
    """Return the question with this id; raises UsageError where it is not asked any more."""
    for question in questions(library):
        if question.id == id_:
            return question
    raise UsageError(
        tr("There is no question {id} any more; `photoorg review` lists them.", id=id_[:40])
    )


def answer(library: Library, question: Question, reply: Reply) -> None:
    """Do what a reply says, as one step; raises UsageError for a stale question."""
    answer_all(library, [(question, reply)])


def answer_all(library: Library, replies: Sequence[tuple[Question, Reply]]) -> None:
    """Do what several replies say as one step, all or nothing.

    Raises UsageError when a question is stale, or a reply says what is no answer to it, before any
    of them is answered.
    """
    replies = [(question, _checked(library, question, reply)) for question, reply in replies]
    with _one_step(library, replies):
        for question, reply in replies:
            _answer(library, question, reply)


def _one_step(
    library: Library, replies: Sequence[tuple[Question, Reply]]
) -> AbstractContextManager[None]:
    """Make one step of what is said, which has the name of what is done where that is one."""
    if len(replies) > 1:
        return library.history.edit(kept("Answer {n} questions", n=len(replies)))
    name = replies[0][1].name if replies else None
    return (
        nullcontext() if name is None else library.history.edit(kept("Name {person}", person=name))
    )


def _answer(library: Library, question: Question, reply: Reply) -> None:
    if question.kind in (Asks.FACES, Asks.STRANGER):
        _sort_out(library, question, reply)
    elif reply.says is Says.UNSURE:
        undecided.unsure(library, question.faces, question.other_faces)
    elif reply.says is Says.NOT_A_FACE:
        actions.not_a_face(library, question.faces)
    elif question.kind is Asks.TWO:
        _answer_two(library, question, reply)
    elif reply.says is Says.NO and reply.name is not None:
        _is(library, question, reply)
    elif _in_one_group(question):
        said = actions.confirm if reply.says is Says.YES else actions.unassign
        said(library, question.faces)
    else:
        _answer_between(library, question, reply)


def _sort_out(library: Library, question: Question, reply: Reply) -> None:
    """Faces are real or things; people in the background are known or strangers."""
    person = _who(library, question.faces)
    if reply.says is Says.NOT_A_FACE or (
        question.kind is Asks.FACES and reply.says is Says.NO and not reply.faces
    ):
        actions.not_a_face(library, question.faces)
    elif reply.says is Says.UNSURE:
        actions.do_not_know(library, question.faces)
    elif reply.faces is not None:
        things = [face for face in question.faces if face not in set(reply.faces)]
        triage.sort_faces(library, reply.faces, things)
    elif reply.says is Says.NO:
        triage.sort_strangers(library, [], [] if person is None else [person])
    else:
        triage.real_faces(library, question.faces)
    if reply.says is Says.YES and person is not None:
        _name(library, person, reply)


def _answer_between(library: Library, question: Question, reply: Reply) -> None:
    """Two groups are one person, or are not."""
    one, other = _who(library, question.faces), _who(library, question.other_faces)
    if one is None or other is None or one == other:
        return  # an answer before this one has made them one, or taken all of their faces
    if reply.says is Says.YES:
        actions.merge(library, other, [one])
        _name(library, other, reply)
    else:
        actions.different(library, one, other)


def _answer_two(library: Library, question: Question, reply: Reply) -> None:
    if reply.says is Says.YES:
        half = actions.split(library, reply.faces or question.faces)
        _name(library, half, reply, question.person)
    else:
        undecided.keep_together(library, question.person)


def _is(library: Library, question: Question, reply: Reply) -> None:
    """Faces are somebody with the name of a reply, who may be new."""
    # of two people of one name it is not the one about whom the answer was no
    there = sorted(_called(library, reply), key=lambda id_: id_ == question.person)
    if there:
        actions.assign(library, question.faces, there[0])
    else:
        actions.split(library, question.faces, reply.name)


def _name(library: Library, person: int, reply: Reply, but: int | None = None) -> None:
    """Name somebody as a reply does, or say that it is who has this name and is not ``but``."""
    if reply.name is None:
        return
    who = next((id_ for id_ in _called(library, reply) if id_ not in (person, but)), None)
    if who is not None and library.people.get(person).name is None:
        actions.merge(library, who, [person])
    else:
        actions.rename(library, person, reply.name)


def _called(library: Library, reply: Reply) -> list[int]:
    """Return who has the name of a reply, the biggest first: whoever was chosen, or all of them."""
    if reply.person is not None:
        return [reply.person]
    return [one.id for one in library.people.find_by_name(reply.name or "")]


def _checked(library: Library, question: Question, reply: Reply) -> Reply:
    """Return a reply without what says nothing new; raises UsageError for what cannot be meant."""
    people = library.faces.people_of((*question.faces, *question.other_faces))
    whose = {people.get(face) for face in question.faces}
    others = {people.get(face) for face in question.other_faces}
    if question.kind in (Asks.FACES, Asks.STRANGER):
        others = whose
    apart = question.kind is Asks.SAME or (question.kind is Asks.IS and not _in_one_group(question))
    if None in whose | others or len(whose) != 1 or len(others) > 1 or (whose == others) == apart:
        raise UsageError(retold(STALE))
    if reply.faces is not None:
        _check_faces(question, reply.says, reply.faces)
    if reply.name is None:
        return reply
    if question.kind not in _NAMED.get(reply.says, ()):
        raise UsageError(
            tr("“{answer}” names nobody here; leave the name away.", answer=str(reply.says))
        )
    if question.kind is Asks.IS and reply.says is Says.YES:
        _check_name(library, _who(library, question.other_faces or question.faces), reply.name)
        return replace(reply, name=None)
    return reply


def _check_faces(question: Question, says: Says, faces: Sequence[int]) -> None:
    if question.kind not in _IN_PART.get(says, ()):
        raise UsageError(
            tr("“{answer}” is about all of these faces; name no faces.", answer=str(says))
        )
    known = set(question.faces) | set(question.other_faces)
    if not faces or not known.issuperset(faces):
        raise UsageError(tr("Name some of the faces that the question is about."))


def _check_name(library: Library, person: int | None, name: str) -> None:
    """Raise UsageError for a name that is not that of a person: a yes renames nobody."""
    if not any(one.id == person for one in library.people.find_by_name(name)):
        raise UsageError(
            tr(
                "The question is about {name}; if this is {other}, answer: no --person {other}",
                name=None if person is None else library.people.get(person).name,
                other=name,
            )
        )


def _in_one_group(question: Question) -> bool:
    """Tell whether all that is asked about is with one person already."""
    return question.kind is Asks.TWO or question.inside


def _who(library: Library, faces: Sequence[int]) -> int | None:
    return next(iter(library.faces.people_of(faces[:1]).values()), None)
