"""How fast the window starts, scrolls, names, finds and asks, offscreen on a made-up library.

The start is timed from outside: from the moment the new process is launched to its first paint,
and to the paint that shows the people. A frame is everything between a scroll and the moment when
the event loop has nothing left to do: painting, thumbnails arriving, and whatever else held it up.
Beside the time on the clock stands the time the processor worked for it (for a frame: in the main
thread), which other programs do not disturb.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from photoorg.evaluation.memory import peak_mb
from photoorg.jobs.measuring.made_up import fill
from photoorg.library import Library, Person
from photoorg.library.decisions import actions
from photoorg.review.questions import questions
from photoorg.settings import Settings
from photoorg.ui.app import keep_fluent, make_application
from photoorg.ui.measuring.flows import answer_questions, dismiss_biggest, find_photos
from photoorg.ui.measuring.timing import (
    Times,
    figures,
    in_ms,
    longest_stall,
    press,
    rest,
    timed,
)
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid

WHEEL_PX = 120
JUMPS = 40


def measure_window(
    faces: int = 100_000,
    people: int = 2_000,
    faces_of_one: int = 5_000,
    *,
    starts: int = 3,
    frames: int = 400,
    names: int = 20,
    answers: int = 20,
) -> dict[str, float]:
    """Measure the window with an empty library and with one of ``faces`` faces.

    ``people`` groups share the faces, the first one has ``faces_of_one``; what is left are people
    seen once; ``names`` groups are named, and ``answers`` questions and sheets answered. Seconds
    for the starts (the best of ``starts``), milliseconds for all that the user waits for.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as place:
        empty, full = Path(place) / "empty.photoorg", Path(place) / "full.photoorg"
        Library.open(empty).close()
        make_library(full, faces, people, faces_of_one)
        if hasattr(os, "sync"):
            os.sync()  # what was just written must not hold up what is measured
        result: dict[str, float] = {"faces": faces, "people": people}
        for name, path in (("empty", empty), ("full", full)):
            tries = [_start(path, Path(place) / "compiled") for _ in range(starts)]
            for moment in ("window", "content", "processor"):
                result[f"start_{name}_{moment}_s"] = round(min(t[moment] for t in tries), 3)
            result[f"start_{name}_mb"] = round(min(t["mb"] for t in tries), 1)
        result |= _measure_window(full, frames, names, answers)
    return result


def make_library(path: Path, faces: int, people: int, faces_of_one: int) -> None:
    """Fill a library with made-up faces and thumbnails; half of the groups get a name."""
    rng = np.random.default_rng(1)
    jpegs = [_jpeg(rng) for _ in range(64)]
    with Library.open(path) as library:
        folder = path.parent / "Pictures"
        ids = fill(library, folder, faces=faces, people=people, biggest=[faces_of_one], asking=True)
        library.thumbnails.put_faces((f, jpegs[f % len(jpegs)]) for f in ids)
        for n, person in enumerate(library.people.list()[: people // 2]):
            actions.rename(library, person.id, f"Person {n:04}")


def _jpeg(rng: np.random.Generator) -> bytes:
    """Return a thumbnail as heavy as a real one: soft shapes, not plain noise."""
    small = Image.fromarray(rng.integers(0, 255, (28, 28, 3), dtype=np.uint8))
    out = io.BytesIO()
    small.resize((224, 224), Image.Resampling.BICUBIC).save(out, "JPEG", quality=85)
    return out.getvalue()


def _start(library: Path, compiled: Path) -> dict[str, float]:
    """Start the program on a library; return the seconds until it painted.

    Modules are compiled into ``compiled`` once, as an installer does, also where Python is told
    not to.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    launched = time.time()
    command = [sys.executable, "-c", f"from {__name__} import report_start; report_start()"]
    done = subprocess.run(  # noqa: S603 - this very interpreter and this very module
        [*command, str(library)],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    moments = json.loads(done.stdout.splitlines()[-1])
    return {
        "window": moments["window"] - launched,
        "content": moments["content"] - launched,
        "processor": moments["processor"],
        "mb": moments["mb"],
    }


def report_start() -> None:
    """Open the window as the program does, print when it painted what, and end."""
    from photoorg.ui import app

    moments: dict[str, float] = {}
    application = make_application()

    def look() -> None:
        window = next((w for w in application.topLevelWidgets() if isinstance(w, MainWindow)), None)
        if window is None or not window.isVisible():
            return
        if "window" not in moments:
            window.repaint()
            moments["window"] = time.time()
        page = window.navigator.current()
        if page is None or (isinstance(page, PeoplePage) and not page.model.has_people()):
            return
        page.repaint()
        moments["content"], moments["processor"] = time.time(), time.process_time()
        moments["mb"] = peak_mb() or 0.0
        print(json.dumps(moments))  # noqa: T201 - read by the process that measures
        application.closeAllWindows()

    timer = QTimer(interval=1)
    timer.timeout.connect(look)
    timer.start()
    app.run(Path(sys.argv[1]))


def _measure_window(path: Path, frames: int, names: int, answers: int) -> dict[str, float]:
    application = make_application()
    keep_fluent(application)
    result: dict[str, float] = {}
    with Library.open(path) as library:
        session = Session(library, Settings(theme="light"))
        window = MainWindow(session, ThumbnailLoader(path))
        window.show()
        window.go("people")
        people = window.navigator.current()
        assert isinstance(people, PeoplePage)
        rest(application, window)
        result |= figures("people_grid", _scroll(application, people.grid, frames))
        keys, after = _name(application, window, people, names)
        result |= figures("naming_key", keys) | figures("naming_after", after)
        window.navigator.open_person(library.people.list()[0].id)
        rest(application, window)
        person = window.navigator.current()
        assert isinstance(person, PersonPage)
        result |= figures("person_page", _scroll(application, person.faces, frames))
        window.go("photos")
        rest(application, window)
        photos = window.navigator.current()
        assert isinstance(photos, PhotosPage)
        grid = photos.focusProxy()
        assert isinstance(grid, TileGrid)
        result |= figures("photos_page", _scroll(application, grid, frames))
        until, stalls = find_photos(application, window, photos)
        result |= figures("finding", until) | figures("finding_stall", stalls)
        result |= _review(application, window, answers)
        result |= dismiss_biggest(application, window)
        window.close()
    return result


def _review(application: QApplication, window: MainWindow, answers: int) -> dict[str, float]:
    """Return the seconds that the questions take the thread that reads, and the answers' ms."""
    _, processor = timed(partial(questions, window.session.library))
    result = {"questions_processor_s": round(processor, 3)}
    window.go("review")
    rest(application, window)
    review = window.navigator.current()
    assert isinstance(review, ReviewPage)
    for form in ("one", "sheets"):
        shown, written = answer_questions(application, window, review, form, answers)
        result |= figures(f"review_{form}_shown", shown)
        result |= figures(f"review_{form}_written", written)
    return result


def _scroll(application: QApplication, grid: TileGrid, frames: int) -> Times:
    """Scroll by the wheel from the top, then jump about; return clock and processor ms per frame.

    Time in which the window could not have drawn belongs to the frame: the longest stall before
    the next scroll is added.
    """
    bar = grid.verticalScrollBar()
    times = []
    for position in (*_wheel(bar.maximum(), frames), *_jumps(bar.maximum())):
        frame = timed(partial(_draw, application, grid, position))
        stall = longest_stall(application)
        times.append((1000 * (frame[0] + stall[0]), 1000 * (frame[1] + stall[1])))
    return times


def _name(
    application: QApplication, window: MainWindow, page: PeoplePage, names: int
) -> tuple[Times, Times]:
    """Name groups by keys; return ms of the key that ends a name, and of the worst stall after.

    The key is done with when the window is at rest again and the next group waits for its name;
    what follows is the answer of the thread that reads everybody anew.
    """
    unnamed = next(row for row in page.model.shown.rows if isinstance(row, Person) and not row.name)
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(page.model.row_of(unnamed.id), 0))
    keys, after = [], []
    for n in range(names):
        for letter in f"Quentin {unnamed.id} {n:02}":
            press(Qt.Key.Key_unknown, letter)
        application.processEvents()
        keys.append(timed(partial(_end_name, application)))
        after.append(rest(application, window))
    return in_ms(keys), in_ms(after)


def _end_name(application: QApplication) -> None:
    press(Qt.Key.Key_Return, "\r")
    application.processEvents()


def _draw(application: QApplication, grid: TileGrid, position: int) -> None:
    grid.verticalScrollBar().setValue(position)
    application.processEvents()


def _wheel(end: int, frames: int) -> Iterator[int]:
    for n in range(frames):
        yield min(end, n * WHEEL_PX)


def _jumps(end: int) -> Iterator[int]:
    rng = np.random.default_rng(2)
    yield from (int(at) for at in rng.integers(0, max(1, end), JUMPS))
