"""What there is to look at after a name, a scan or an export, offered where that is said."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from photoorg.jobs.export_request import ExportSummary
from photoorg.jobs.messages import Summary
from photoorg.library import Library
from photoorg.review.remembered import questions_now
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.file_manager import open_folder
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.session import Session

SOON_MS = 700


class Message(Protocol):
    """What Offers needs of the message that is shown."""

    def text(self) -> str: ...

    def will_vanish(self) -> bool: ...

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None: ...


class Offers(QObject):
    """Adds to a message how many questions there are, and a button that leads to them.

    The button calls ``review`` with whom the questions are about, 0 for everybody. Nothing is
    offered when another message has come, or when the message has gone. What ``runner`` has
    exported can be shown, and what the session offers can be done.
    """

    def __init__(
        self, session: Session, runner: JobRunner, toast: Message, review: Callable[[int], None]
    ) -> None:
        super().__init__(runner)
        self._reads = session.reads
        self._toast = toast
        self._review = review
        self._person, self._said = 0, ""
        # Somebody who names one after another is not to be disturbed.
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._ask)
        session.named.connect(self._look_for)
        session.offered.connect(toast.offer)
        session.scanned.connect(self._look_for_all)
        runner.ended.connect(self._ended)

    def _ended(self, job: Job, summary: Summary | None) -> None:
        """Offer the folder into which photos were exported."""
        del job
        if isinstance(summary, ExportSummary) and self._toast.will_vanish():
            opened = partial(open_folder, summary.folder)
            self._toast.offer(self._toast.text(), tr("Show in folder"), opened)

    def _look_for_all(self) -> None:
        self._look_for(0)

    def _look_for(self, person: int) -> None:
        self._person, self._said = person, self._toast.text()
        self._soon.start()

    def _ask(self) -> None:
        if self._still_said():
            count = partial(count_alike, person=self._person) if self._person else count_all
            self._reads.ask("questions to offer", count, self._offer)

    def _still_said(self) -> bool:
        return bool(self._said) and self._toast.text() == self._said and self._toast.will_vanish()

    def _offer(self, count: int) -> None:
        if count and self._still_said():
            if self._person:
                more = tr("{n} groups look alike", n=count, one="{n} group looks alike")
                button = tr("Look at them")
            else:
                more, button = words.questions(count), tr("Review")
            about = partial(self._review, self._person)
            self._toast.offer(f"{self._said} · {more}", button, about)


def count_alike(library: Library, person: int) -> int:
    """Return how many groups look like a person."""
    asked = questions_now(library)
    return len({one.other for one in asked if one.person == person and one.other is not None})


def count_all(library: Library) -> int:
    """Return how many questions there are."""
    return len(questions_now(library))
