"""How fast photos of real sizes are scanned, beside the plainest loop there is.

Scan and loop (:mod:`.plain_loop`) take turns over parts of the same photos, so that a busy machine
slows both alike; photos of each size and kind are measured in a process of their own.
"""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import TypeVar

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.thumbnails import face_thumbnail, photo_thumbnail
from photoorg.errors import PhotoorgError
from photoorg.evaluation.memory import forget_peak, peak_mb
from photoorg.evaluation.own_process import in_own_process
from photoorg.jobs.measuring.figures import timed
from photoorg.jobs.measuring.large_photos import make_photos
from photoorg.jobs.measuring.plain_loop import PlainLoop
from photoorg.jobs.measuring.scan_bench import linked, some_photos
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.analyze import Scanner, division_of_labour
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.look import look, read
from photoorg.library import Library, PendingFile
from photoorg.media.images import read_picture
from photoorg.metadata.beside import Folder
from photoorg.packs.models import ModelPack, read_pack
from photoorg.types import ProgressCallback, no_progress

_Result = TypeVar("_Result")

PARTS = 4


@dataclass(frozen=True, slots=True)
class SizeBench:
    """What scanning photos of one size and kind takes, and what the plain loop takes.

    ``seconds`` are on the clock and ``processor_seconds`` all threads' together, of all photos;
    ``peak_mb`` is what the scan's process held at most. ``parts`` tells the processor's
    milliseconds a photo, one thing after the other: reading and hashing, decoding, finding faces,
    drawing thumbnails, embedding, and in ``looking`` all three in the middle as a scan does them.
    """

    megapixels: float
    kind: str
    photos: int
    faces: int
    plain_faces: int
    seconds: float
    plain_seconds: float
    processor_seconds: float
    plain_processor_seconds: float
    peak_mb: float | None
    parts: dict[str, float]

    def figures(self) -> dict[str, object]:
        """Return all of it, and what follows from it."""
        return asdict(self) | {
            "photos_per_second": self.photos / self.seconds,
            "plain_photos_per_second": self.photos / self.plain_seconds,
            "share_of_plain": self.seconds / self.plain_seconds,
        }


def measure_sizes(
    folder: Path,
    pack: ModelPack,
    megapixels: Sequence[float],
    kinds: Sequence[str],
    *,
    most: int = 16,
    progress: ProgressCallback = no_progress,
) -> list[SizeBench]:
    """Measure photos of these sizes and kinds, ``most`` of each, made of those in ``folder``.

    Raises UsageError without any photo, PhotoorgError where a process fails.
    """
    sources = some_photos(folder, most)
    wanted = [(size, kind) for kind in kinds for size in megapixels]
    found = []
    for done, (size, kind) in enumerate(wanted):
        progress(done, len(wanted))
        outcome = in_own_process(_measure, sources, pack.folder, size, kind, most)
        if outcome.fault:
            raise PhotoorgError(f"{size:g} megapixels as {kind}: {outcome.fault}.")
        found.append(outcome.value)
    progress(len(wanted), len(wanted))
    return found


def _measure(
    sources: Sequence[Path], folder: Path, megapixels: float, kind: str, count: int
) -> SizeBench:
    pack = read_pack(folder)
    workers, threads = division_of_labour()
    analyzer = FaceAnalyzer(pack, threads=threads)
    control = Control(lambda _: None)
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as place:
        root = Path(place)
        files = make_photos(sources, root / "made", megapixels, kind, count)
        analyzer.analyze(read_picture(files[0], quick=True))
        with Library.open(root / "bench.photoorg") as library:
            scanner = Scanner(library, control, analyzer, pack.model_id, {}, workers=workers)

            def scan(number: int, chunk: Sequence[Path]) -> None:
                take_in(library, control, linked(root / str(number), chunk))
                scanner.work_off(library.intake.queue(pack.model_id))

            chunks = [files[part::PARTS] for part in range(PARTS)]
            forget_peak()
            times = [timed(partial(scan, 0, chunks[0]))]
            peak = peak_mb()  # before there is a second set of networks
            plain = PlainLoop(folder)
            plain_faces = plain.run(files)
            plain_times = [timed(partial(plain.run, chunks[0]))]
            for number, chunk in enumerate(chunks[1:], start=1):
                times.append(timed(partial(scan, number, chunk)))
                plain_times.append(timed(partial(plain.run, chunk)))
            faces = library.faces.count()
        parts = _parts(files, analyzer)
    clock, processor = (sum(column) for column in zip(*times, strict=True))
    plain_clock, plain_processor = (sum(column) for column in zip(*plain_times, strict=True))
    return SizeBench(
        megapixels=megapixels,
        kind=kind,
        photos=len(files),
        faces=faces,
        plain_faces=plain_faces,
        seconds=clock,
        plain_seconds=plain_clock,
        processor_seconds=processor,
        plain_processor_seconds=plain_processor,
        peak_mb=peak,
        parts=parts,
    )


class _Parts:
    """Adds up what each thing takes that is done with photos."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], _Result]) -> _Result:
        """Do the work and return what it gives."""
        results: list[_Result] = []
        _, processor = timed(lambda: results.append(work()))
        self.seconds[name] = self.seconds.get(name, 0.0) + processor
        return results[0]


def _parts(files: Sequence[Path], analyzer: FaceAnalyzer) -> dict[str, float]:
    """Return the processor's milliseconds a photo for each thing that is done with it."""
    parts = _Parts()
    for photo in starmap(PendingFile, enumerate(files, start=1)):
        _one_by_one(photo, analyzer, parts)
    return {name: 1000 * seconds / len(files) for name, seconds in parts.seconds.items()}


def _one_by_one(photo: PendingFile, analyzer: FaceAnalyzer, parts: _Parts) -> None:
    content = parts.time("reading", lambda: read(Folder, photo))
    source = content.data if content.data is not None else photo.path
    picture = parts.time("decoding", lambda: read_picture(source, path=photo.path, quick=True))
    faces = parts.time("finding", lambda: analyzer.detect(picture))
    boxes = [face.box for face in faces]
    parts.time("thumbnails", lambda: [face_thumbnail(picture, box) for box in boxes])
    parts.time("thumbnails", lambda: photo_thumbnail(picture))
    parts.time("embedding", lambda: analyzer.embed([face.crop for face in faces]))
    parts.time("looking", lambda: look(photo, content, analyzer, nullcontext(), nullcontext))
