"""What a user does with a large library, done in the real window and timed."""

import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from photoorg.library.decisions.actions import not_a_face
from photoorg.ui.measuring.timing import Times, figures, in_ms, press, rest, timed
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.review.pause import UNSEEN_MS
from photoorg.ui.shell.main_window import MainWindow

SEARCHES = ("2003", "0", "jpg", "Person 0001", "000123", "nothing like it")
"""Texts that find the photos of a year, all of them twice, those of a person, one and none."""
_TURN_S = 0.001


def find_photos(
    application: QApplication, window: MainWindow, page: PhotosPage
) -> tuple[Times, Times]:
    """Return ms until what was typed is found, and of the longest time that held up the window."""
    until, stalls = [], []
    for text in (*SEARCHES, ""):
        begun = time.perf_counter(), time.process_time()
        page.search(text)
        stalls.append(_until_read(application, window))
        until.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
        rest(application, window)
    return in_ms(until), in_ms(stalls)


def answer_questions(
    application: QApplication, window: MainWindow, page: ReviewPage, form: str, answers: int
) -> tuple[Times, Times]:
    """Answer by Enter; return ms until the next question is painted, and until all is written.

    ``form`` is "sheets" or "one".
    """
    page.forms.chosen.emit(form)
    rest(application, window)
    page.setFocus()
    shown, written = [], []
    for _ in range(answers):
        if page.turn is None:
            break
        painted = _LastPaint(application, page)
        begun = time.perf_counter(), time.thread_time()
        written.append(timed(partial(press, Qt.Key.Key_Return, "\r")))
        shown.append((painted.clock - begun[0], painted.processor - begun[1]))
        painted.end()
        rest(application, window)
        time.sleep(UNSEEN_MS / 1000)
    return in_ms(shown), in_ms(written)


def dismiss_biggest(application: QApplication, window: MainWindow) -> dict[str, float]:
    """Dismiss the person with most faces; return how long that held up the window, and took."""
    session = window.session
    biggest = session.library.people.list()[0]
    done: list[bool] = []

    def dismiss() -> None:
        faces = session.library.faces.ids_of([biggest.id])
        session.perform_on(len(faces), partial(not_a_face, face_ids=faces), done.append)

    begun = time.perf_counter()
    stalls = [timed(dismiss)]
    while not done:
        stalls.append(timed(application.processEvents))
        time.sleep(_TURN_S)
    seconds = time.perf_counter() - begun
    stalls.append(rest(application, window))
    return {"dismissing_s": round(seconds, 3)} | figures("dismissing_stall", in_ms(stalls))


class _LastPaint(QObject):
    """Notes when the last widget of a page was painted: on the clock, and of the processor."""

    def __init__(self, application: QApplication, page: QWidget) -> None:
        super().__init__(page)
        self._application, self._page = application, page
        self.clock, self.processor = time.perf_counter(), time.thread_time()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painting = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if painting and self._page.isAncestorOf(watched):  # type: ignore[arg-type]
            self.clock, self.processor = time.perf_counter(), time.thread_time()
        return False

    def end(self) -> None:
        self._application.removeEventFilter(self)


def _until_read(application: QApplication, window: MainWindow) -> tuple[float, float]:
    """Run the event loop until what was asked is read; return how long it was held up at most."""
    stalls = [timed(application.processEvents)]
    while not window.session.reads.idle():
        stalls.append(timed(application.processEvents))
        time.sleep(_TURN_S)
    return max(clock for clock, _ in stalls), max(processor for _, processor in stalls)
