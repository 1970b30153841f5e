"""``photoorg review`` and ``answer``: the questions that settle most, and what you say to them."""

import argparse
from dataclasses import asdict

from photoorg.commands.finding import face_ids
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply, table
from photoorg.library import Library
from photoorg.review.answering import Reply, Says, answer, find_question
from photoorg.review.questions import Asks, Question, questions

NOTHING = "There is nothing left to ask."


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    review = commands.add_parser("review", help="list the questions that settle most faces")
    review.add_argument(
        "--kind", metavar="KIND", choices=[kind.value for kind in Asks], help=" | ".join(Asks)
    )
    review.add_argument("--limit", metavar="N", type=_count, default=50, help="(default: 50)")
    add_json(
        review,
        '[{"id", "kind", "person", "name", "other", "faces": [id], "other_faces": [id], '
        '"probability": of a yes, "settles": how many faces an answer is expected to settle}]',
    )
    review.set_defaults(command=run_review)
    answering = commands.add_parser("answer", help="answer a question of review")
    answering.add_argument("question", metavar="QUESTION", help="its id")
    answering.add_argument(
        "says", metavar="ANSWER", choices=[says.value for says in Says], help=" | ".join(Says)
    )
    answering.add_argument("--person", metavar="NAME", help="who it is; with no, who else")
    answering.add_argument(
        "--faces",
        metavar="ID,ID",
        help="of “two” the faces of one side, of “faces” those that are real",
    )
    add_json(answering, '{"id", "answer"}')
    answering.set_defaults(command=run_answer)
    for command in (review, answering):
        add_library(command)


def run_review(asked: argparse.Namespace) -> int:
    """List questions, the best first."""
    with Library.open(asked.library, create=False) as library:
        found = questions(library)
    found = [one for one in found if asked.kind in (None, one.kind)][: asked.limit]
    rows = [(one.id, f"{one.probability:.0%}", words(one)) for one in found]
    lines = table(("ID", "YES", "QUESTION"), rows) if found else [NOTHING]
    reply(asked, [asdict(one) for one in found], *lines)
    return DONE


def run_answer(asked: argparse.Namespace) -> int:
    """Do what an answer means."""
    says = Says(asked.says)
    faces = None if asked.faces is None else tuple(face_ids(asked.faces.split(",")))
    with Library.open(asked.library, create=False) as library:
        question = find_question(library, asked.question)
        answer(library, question, Reply(says, asked.person, faces))
    reply(asked, {"id": question.id, "answer": says}, f"{words(question)} {says.capitalize()}.")
    return DONE


def words(question: Question) -> str:
    """Return a question as it is asked in the terminal."""
    many = len(question.faces)
    these = "this face" if many == 1 else f"these {many:,} faces"
    group = question.name or f"group {question.person}"
    match question.kind:
        case Asks.IS:
            return f"Are {these} {group}?" if many > 1 else f"Is {these} {group}?"
        case Asks.SAME:
            return f"Are group {question.other} ({many:,}) and {group} one person?"
        case Asks.TWO:
            return f"Is {group} two people, one with {these}?"
        case Asks.FACES:
            return f"Are {these} of {group} faces at all?" if many > 1 else "Is this a face at all?"
        case Asks.STRANGER:
            return f"Do you know {group}, {these}?"


def _count(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError("give a number from 1 on")
    return int(word)
