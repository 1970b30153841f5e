"""How long what the library does takes, on made-up libraries, beside what SQLite or the disk needs.

A **floor** is measured in the same run: for a scan that finds nothing new, listing the folders and
asking for each file's size; for a step of the user, writing as many faces and rows of an answer
with bare SQL; for storing, the same rows without asking what is known. Every part has a process of
its own, so that the most memory it held is its own.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from photoorg.clustering.engine import face_set
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.errors import PhotoorgError
from photoorg.evaluation.memory import forget_peak, peak_mb
from photoorg.evaluation.own_process import in_own_process
from photoorg.jobs import scan
from photoorg.jobs.group import constraints
from photoorg.jobs.measuring.duplicates_bench import looking_for_duplicates
from photoorg.jobs.measuring.figures import Figure, medians, timed
from photoorg.jobs.measuring.library_bench_steps import bare_rows, bare_step, steps, take_back_rows
from photoorg.jobs.measuring.made_up import MODEL, fill, made_up_analysis
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.library.decisions.ledger import Kind
from photoorg.library.finding.finder import find
from photoorg.library.finding.search import Clause, Search
from photoorg.packs.finding import find_pack
from photoorg.settings import Settings
from photoorg.types import ProgressCallback, no_progress

DIMENSION = 512
TRIES = 3
FOLDERS = 400
SCAN_OVER_FLOOR = 3.0
STEP_S = 0.2
COMPILE_S = 0.5
CHECK_S = 5.0
BATCH = 16
"""So many photos are stored at once, as in a scan."""


def bench_library(
    faces: int = 100_000, *, models: Path, progress: ProgressCallback = no_progress
) -> list[Figure]:
    """Measure a library of ``faces`` faces; ``models`` is the pack a scan asks for.

    Two people have one face in 20 of them each, and as many answers are given; three times as many
    faces are checked. Raises :class:`PhotoorgError` when a part fails.
    """
    found = []
    for done, part in enumerate(_PARTS):
        progress(done, len(_PARTS))
        outcome = in_own_process(part, faces, *([models] if part is rescan else []))
        if outcome.fault:
            raise PhotoorgError(f"{part.__name__}: {outcome.fault}.")
        found += outcome.value
    progress(len(_PARTS), len(_PARTS))
    return found


def rescan(faces: int, models: Path) -> list[Figure]:
    """Measure a scan of as many files as there are faces, none of which has changed."""
    with _place() as place:
        root = place / "photos"
        with Library.open(place / "bench.photoorg") as library:
            fill(
                library,
                root,
                faces=faces,
                people=max(3, faces // 50),
                biggest=[max(2, faces // 20)],
                files=_empty_files(root, faces),
                model=find_pack(models, Settings()).model_id,
                engine=Settings().engine,
            )
        scanned = partial(
            scan.run,
            Control(lambda _: None),
            ScanRequest(place / "bench.photoorg", (root,), Settings(), models),
        )
        forget_peak()
        floors, times = [], []
        for _ in range(TRIES):
            floors.append(timed(lambda: _listed(str(root)))[0])
            times.append(timed(scanned))
        floor = median(floors)
        return [
            Figure(
                f"scan of {faces:,} unchanged files",
                *medians(times),
                floor_seconds=floor,
                target_seconds=SCAN_OVER_FLOOR * floor,
                peak_mb=peak_mb(),
            )
        ]


def taking_steps(faces: int) -> list[Figure]:
    """Measure the steps a user takes with a large person, and taking each back."""
    with _filled(faces) as library:
        figures = []
        for step in steps(library):
            forget_peak()
            times, undone, floors = [], [], []
            for _ in range(TRIES):
                floors.append(bare_step(library))
                for prepare in step.before:
                    prepare()
                times.append(timed(step.do))
                undone.append(timed(library.history.undo))
                for _ in step.before:
                    library.history.undo()
            taken = (*medians(times), *medians(undone))
            figures.append(Figure(step.what, *taken, median(floors), STEP_S, peak_mb()))
        return figures


def questions(faces: int) -> list[Figure]:
    """Measure what the window and a grouping ask a library."""
    with _filled(faces) as library:
        asked: dict[str, Callable[[], object]] = {
            "list of the people": library.people.list,
            "layout of the photos": library.photos.layout,
            "200 photos of the list": lambda: library.photos.list(limit=200),
            "list of the folders": library.folders.list,
            "photos found by a word": lambda: find(library, Search((Clause(words=("0123",)),))),
            "matrix of the faces": lambda: library.faces.matrix(MODEL),
        }
        figures = []
        for what, ask in asked.items():
            forget_peak()
            times = medians([timed(ask) for _ in range(TRIES)])
            figures.append(Figure(what, *times, peak_mb=peak_mb()))
        return figures


def answers(faces: int) -> list[Figure]:
    """Measure what it takes to give answers of many kinds, two of them large, to a grouping."""
    with _filled(faces) as library:
        first, second, *_ = (person.id for person in library.people.list())
        actions.rename(library, first, "Anna")
        others = _faces_of_nobody_else(library, first, second)
        count = max(3, faces // 20)
        with library.write():
            for _ in range(2):
                library.ledger.say(Kind.DIFFERENT, _of(library, first), others=_of(library, second))
            for n in range(count - 2):
                one, *rest = others[n % (len(others) - 10) :][: 2 + n % 9]
                library.ledger.say(Kind.NOT, f"({one})", others=f"({', '.join(map(str, rest))})")
        return [_compiled(library, f"{count:,} answers, two of them large, compiled")]


def refusals(faces: int) -> list[Figure]:
    """Measure what it takes to give many answers "not this person" about one to a grouping."""
    with _filled(faces) as library:
        first = library.people.list()[0].id
        actions.rename(library, first, "Anna")
        count = max(3, faces // 20)
        with library.write():
            for face in _faces_of_nobody_else(library, first)[:count]:
                library.ledger.say(Kind.NOT, f"({face})", person=first)
        return [_compiled(library, f"{count:,} times “not this person” compiled")]


def _compiled(library: Library, what: str) -> Figure:
    matrix = library.faces.matrix(MODEL)
    faces = face_set(matrix.embeddings, matrix.photo_ids, matrix.quality, matrix.boxes)

    def compiled() -> None:
        sides = library.separations.sides()
        limits = constraints(matrix.ids, matrix.person_ids, matrix.settled, sides)
        compile_rules(faces, limits)

    forget_peak()
    times = medians([timed(compiled) for _ in range(TRIES)])
    return Figure(what, *times, target_seconds=COMPILE_S, peak_mb=peak_mb())


def checked(faces: int) -> list[Figure]:
    """Measure the check of a library that is whole, of three times as many faces."""
    with _filled(3 * faces) as library:
        forget_peak()
        times = medians([timed(lambda: check(library)) for _ in range(TRIES)])
        what = f"check of {3 * faces:,} faces"
        return [Figure(what, *times, target_seconds=CHECK_S, peak_mb=peak_mb())]


def stored(faces: int) -> list[Figure]:
    """Measure what a scan does in the library for new photos of two faces each."""
    photos = max(1, faces // 10)
    times, floors = [], []
    for _ in range(TRIES):
        with _place() as place, Library.open(place / "bench.photoorg") as library:
            made = _registered(library, place, photos)
            floors.append(timed(partial(bare_rows, library, made, BATCH))[0])
            take_back_rows(library)
            times.append(timed(partial(_as_a_scan_stores, library, made)))
    what = f"{photos:,} photos stored"
    return [
        Figure(what, *medians(times), floor_seconds=median(floors), peak_mb=peak_mb()),
    ]


def _registered(library: Library, folder: Path, photos: int) -> list[Analysis]:
    rng = np.random.default_rng(3)
    entries = [FileEntry(str(folder / f"{n:06}.jpg"), 1, 1) for n in range(photos)]
    library.intake.register(library.folders.add(folder), entries)
    return [
        made_up_analysis(file.id, n, 2, rng, dimension=DIMENSION)
        for n, file in enumerate(library.intake.queue(MODEL))
    ]


def _as_a_scan_stores(library: Library, made: Sequence[Analysis]) -> None:
    pictures = library.pictures
    for start in range(0, len(made), BATCH):
        batch = made[start : start + BATCH]
        asked = [(one.file_id, one.content_hash, one.content_hash, MODEL) for one in batch]
        for one in asked:
            pictures.recognize(*one)
        with library.write():
            for one, analysis in zip(asked, batch, strict=True):
                pictures.known(*one)
                pictures.store([analysis])
                pictures.photo_of(analysis.file_id)


def _faces_of_nobody_else(library: Library, *people: int) -> list[int]:
    """Return the faces that are with none of these people."""
    matrix = library.faces.matrix(MODEL)
    return [int(face) for face in matrix.ids[~np.isin(matrix.person_ids, people)]]


def _of(library: Library, person: int) -> str:
    return f"({', '.join(str(face.id) for face in library.faces.of_person(person))})"


@contextmanager
def _place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as place:
        yield Path(place)


@contextmanager
def _filled(faces: int) -> Iterator[Library]:
    """Make a library with two people of one face in 20 each, and many smaller groups."""
    with _place() as place, Library.open(place / "bench.photoorg") as library:
        biggest = [max(2, faces // 20)] * 2
        people = max(3, faces // 50)
        folder = place / "Pictures"
        fill(library, folder, faces=faces, people=people, biggest=biggest, dimension=DIMENSION)
        yield library


def _empty_files(root: Path, count: int) -> list[FileEntry]:
    """Make empty files in folders below ``root``."""
    entries = []
    for number in range(min(FOLDERS, count)):
        folder = root / f"{number:04}"
        folder.mkdir(parents=True)
        for n in range(number, count, FOLDERS):
            file = folder / f"{n:06}.jpg"
            file.touch()
            entries.append(FileEntry(str(file), 0, file.stat().st_mtime_ns))
    return entries


def _listed(folder: str) -> int:
    """Ask for the size of every file below a folder, as little as a scan can do."""
    size = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            size += _listed(entry.path) if entry.is_dir() else entry.stat().st_size
    return size


_PARTS: tuple[Callable[..., list[Figure]], ...] = (
    *(rescan, taking_steps, questions, answers, refusals, checked, stored, looking_for_duplicates),
)
