"""The sentences of the page of questions."""

from photoorg.review.answering import Reply, Says
from photoorg.review.questions import Asks, Question
from photoorg.tr import tr
from photoorg.ui.review.reading import Reading


def title(question: Question) -> str:
    """Return a question as it is asked."""
    many = len(question.faces) > 1
    match question.kind:
        case Asks.IS:
            return tr("Is this {name}?", name=question.name)
        case Asks.SAME:
            return tr("Same person?")
        case Asks.TWO:
            return (
                tr("Is {name} one person or two?", name=question.name)
                if question.name
                else tr("One person or two?")
            )
        case Asks.FACES:
            return tr("Are these faces?") if many else tr("Is this a face?")
        case Asks.STRANGER:
            return tr("Do you know them?")


def yes_and_no(question: Question) -> tuple[str, str]:
    """Return what the two answers to a question say."""
    match question.kind:
        case Asks.TWO:
            return tr("Two people"), tr("One person")
        case Asks.FACES:
            return tr("All are faces"), tr("None is a face")
        case Asks.STRANGER:
            return tr("Yes"), tr("No, strangers")
        case _:
            return tr("Yes"), tr("No")


def hint(question: Question) -> str:
    """Return what can be done with the faces of a question."""
    match question.kind:
        case Asks.TWO:
            return tr("Click a face to move it across.")
        case Asks.FACES:
            return tr("Click those that are faces; Enter dismisses the others.")
        case _:
            return tr("Space shows the photos.")


def real(faces: int) -> str:
    """Return what a yes says when only some are real faces."""
    return tr("Only {n} are faces", n=faces, one="Only {n} is a face")


def who_else(question: Question) -> str:
    """Return what stands before the names that can be chosen; empty where none can."""
    match question.kind:
        case Asks.IS:
            return tr("Somebody else:")
        case Asks.SAME:
            return tr("Yes, and the name is:")
        case Asks.TWO:
            return tr("Two, and the right one is:")
        case Asks.STRANGER:
            return tr("Yes, this is:")
        case Asks.FACES:
            return ""


def said(question: Question, reply: Reply) -> str:
    """Return what an answer to one question did."""
    name = question.name or tr("this group")
    if reply.says is Says.UNSURE:
        return tr("Noted: you are not sure; nobody asks again")
    if reply.says is Says.NOT_A_FACE:
        return tr(
            "{n} faces dismissed: not a face",
            n=len(question.faces),
            one="{n} face dismissed: not a face",
        )
    if reply.name is not None:
        return tr("This is {name}", name=reply.name)
    yes = reply.says is Says.YES
    match question.kind:
        case Asks.IS:
            return tr("This is {name}", name=name) if yes else tr("This is not {name}", name=name)
        case Asks.SAME:
            return tr("Merged two groups") if yes else tr("Kept two groups apart")
        case Asks.TWO:
            return tr("Divided {name}", name=name) if yes else tr("Kept {name} together", name=name)
        case Asks.FACES:
            return tr("Kept as faces") if yes else tr("Dismissed: not faces")
        case Asks.STRANGER:
            return tr("Kept: you know them") if yes else tr("Left with strangers")


def sheet_said(yes: int, no: int) -> str:
    """Return what the answers of a sheet did."""
    parts = (tr("{n} yes", n=yes) if yes else "", tr("{n} no", n=no) if no else "")
    return tr(
        "Answered {n} questions: {answers}",
        n=yes + no,
        one="Answered {n} question: {answers}",
        answers=", ".join(filter(None, parts)),
    )


def certain(faces: int, name: str) -> str:
    """Return that some faces are almost certainly somebody."""
    return tr(
        "{n} faces are almost certainly {name}",
        n=faces,
        one="{n} face is almost certainly {name}",
        name=name,
    )


def progress(reading: Reading) -> str:
    """Return how far the library is, "87 % of faces named · questions left for about 40"."""
    share = 100 * reading.named // reading.faces if reading.faces else 0
    if reading.left < 1:
        return tr("{share} % of faces named · hardly any questions left", share=share)
    left = roughly(reading.left)
    return tr("{share} % of faces named · questions left for {left}", share=share, left=left)


def roughly(value: float) -> str:
    """Return a number as roughly as it is known.

    >>> roughly(43.2)
    'about 40'
    """
    step = 1 if value < 10 else 10 if value < 200 else 100 if value < 2000 else 1000
    return tr("about {n}", n=round(value / step) * step)


def nothing_left(reading: Reading) -> str:
    """Return how far the library is when nothing is asked any more."""
    share = 100 * reading.named // reading.faces if reading.faces else 0
    if not reading.strangers:
        return tr("{share} % of faces are named.", share=share)
    return tr(
        "{share} % of faces are named; {n} faces of strangers.",
        n=reading.strangers,
        one="{share} % of faces are named; {n} face of strangers.",
        share=share,
    )
