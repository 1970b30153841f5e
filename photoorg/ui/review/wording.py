"""The sentences of the page of questions."""

from photoorg.review.answering import Reply, Says
from photoorg.review.questions import Asks, Question
from photoorg.ui import words
from photoorg.ui.review.reading import Reading


def title(question: Question) -> str:
    """Return a question as it is asked."""
    many = len(question.faces) > 1
    match question.kind:
        case Asks.IS:
            return f"Is this {question.name}?"
        case Asks.SAME:
            return "Same person?"
        case Asks.TWO:
            return (
                f"Is {question.name} one person or two?" if question.name else "One person or two?"
            )
        case Asks.FACES:
            return "Are these faces?" if many else "Is this a face?"
        case Asks.STRANGER:
            return "Do you know them?"


def yes_and_no(question: Question) -> tuple[str, str]:
    """Return what the two answers to a question say."""
    match question.kind:
        case Asks.TWO:
            return "Two people", "One person"
        case Asks.FACES:
            return "All are faces", "None is a face"
        case Asks.STRANGER:
            return "Yes", "No, strangers"
        case _:
            return "Yes", "No"


def hint(question: Question) -> str:
    """Return what can be done with the faces of a question."""
    match question.kind:
        case Asks.TWO:
            return "Click a face to move it across."
        case Asks.FACES:
            return "Click those that are faces; Enter dismisses the others."
        case _:
            return "Space shows the photos."


def real(faces: int) -> str:
    """Return what a yes says when only some are real faces."""
    return f"Only {faces:,} {'is a face' if faces == 1 else 'are faces'}"


def who_else(question: Question) -> str:
    """Return what stands before the names that can be chosen; empty where none can."""
    match question.kind:
        case Asks.IS:
            return "Somebody else:"
        case Asks.SAME:
            return "Yes, and the name is:"
        case Asks.TWO:
            return "Two, and the right one is:"
        case Asks.STRANGER:
            return "Yes, this is:"
        case Asks.FACES:
            return ""


def said(question: Question, reply: Reply) -> str:
    """Return what an answer to one question did."""
    name = question.name or "this group"
    if reply.says is Says.UNSURE:
        return "Noted: you are not sure; nobody asks again"
    if reply.says is Says.NOT_A_FACE:
        return f"{words.count(len(question.faces), 'face')} dismissed: not a face"
    if reply.name is not None:
        return f"This is {reply.name}"
    yes = reply.says is Says.YES
    match question.kind:
        case Asks.IS:
            return f"This is {name}" if yes else f"This is not {name}"
        case Asks.SAME:
            return "Merged two groups" if yes else "Kept two groups apart"
        case Asks.TWO:
            return f"Divided {name}" if yes else f"Kept {name} together"
        case Asks.FACES:
            return "Kept as faces" if yes else "Dismissed: not faces"
        case Asks.STRANGER:
            return "Kept: you know them" if yes else "Left with strangers"


def sheet_said(yes: int, no: int) -> str:
    """Return what the answers of a sheet did."""
    parts = (f"{yes:,} yes" if yes else "", f"{no:,} no" if no else "")
    return f"Answered {words.count(yes + no, 'question')}: {', '.join(filter(None, parts))}"


def certain(faces: int, name: str) -> str:
    """Return that some faces are almost certainly somebody."""
    verb = "is" if faces == 1 else "are"
    return f"{words.count(faces, 'face')} {verb} almost certainly {name}"


def progress(reading: Reading) -> str:
    """Return how far the library is, "87 % of faces named · about 40 left"."""
    share = 100 * reading.named // reading.faces if reading.faces else 0
    return f"{share} % of faces named · {roughly(reading.left)} left"


def roughly(value: float) -> str:
    """Return a number as roughly as it is known.

    >>> roughly(43.2)
    'about 40'
    """
    if value < 1:
        return "hardly any"
    step = 1 if value < 10 else 10 if value < 200 else 100 if value < 2000 else 1000
    return f"about {round(value / step) * step:,}"


def nothing_left(reading: Reading) -> str:
    """Return how far the library is when nothing is asked any more."""
    share = 100 * reading.named // reading.faces if reading.faces else 0
    folded = f"; {words.count(reading.strangers, 'face')} of strangers" if reading.strangers else ""
    return f"{share} % of faces are named{folded}."
