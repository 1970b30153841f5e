"""How fast a scan reads photos, beside what onnxruntime alone could do on this machine.

Scan and floor take turns over parts of the photos, so that a busy machine slows both alike. The
floor is measured by :mod:`photoorg.analysis.scan_floor`.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.scan_floor import measure
from photoorg.errors import UsageError
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.analyze import Scanner, division_of_labour
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.walk import Walk
from photoorg.library import Library
from photoorg.media.names import SUFFIXES
from photoorg.packs.models import ModelPack
from photoorg.types import ProgressCallback, no_progress

PARTS = 4


def measure_scan(
    folder: Path,
    pack: ModelPack,
    *,
    provider: str = "cpu",
    most: int = 400,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Scan up to ``most`` photos from all over ``folder``, and run the networks alone on them.

    Returns ``photos``, ``faces``, ``scan_seconds`` (decode, networks, thumbnails and library, as
    in every scan, without loading the networks), ``floor_seconds``, ``scan_photos_per_second``,
    ``floor_photos_per_second``, ``share_of_floor`` and ``second_scan_seconds`` (nothing changed).
    Raises UsageError without any photo.
    """
    files = some_photos(folder, most)
    control = Control(lambda _: None)
    scan = floor = photos = 0.0
    workers, threads = division_of_labour()
    analyzer = FaceAnalyzer(pack, provider, threads=threads)
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as place:
        root = Path(place) / "photos"
        with Library.open(Path(place) / "bench.photoorg") as library:
            scanner = Scanner(library, control, analyzer, pack.model_id, {}, workers=workers)
            for part in range(PARTS):
                progress(part, PARTS)
                chunk = linked(root / str(part), files[part::PARTS])
                take_in(library, control, chunk)
                queue = library.intake.queue(pack.model_id)
                began = time.perf_counter()
                scanner.work_off(queue)
                scan += time.perf_counter() - began
                alone = measure(chunk, pack, provider=provider, most=len(files))
                floor += alone["floor_seconds"]
                photos += alone["photos"]
            progress(PARTS, PARTS)
            began = time.perf_counter()
            take_in(library, control, root)
            again = time.perf_counter() - began
            faces = library.faces.count()
    return {
        "photos": int(photos),
        "faces": faces,
        "scan_seconds": scan,
        "floor_seconds": floor,
        "scan_photos_per_second": photos / scan,
        "floor_photos_per_second": photos / floor,
        "share_of_floor": floor / scan,
        "second_scan_seconds": again,
    }


def some_photos(folder: Path, most: int) -> list[Path]:
    """Return up to ``most`` photos from all over a folder; raises UsageError without any."""
    files = [entry.path for entry in Walk(folder, SUFFIXES).files()]
    if not files:
        raise UsageError(f"{folder} holds no photos to measure with; choose another folder.")
    return files[:: max(1, len(files) // most)][:most]


def linked(folder: Path, files: Sequence[Path]) -> Path:
    """Make a folder with links to the files and return it."""
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        (folder / f"{number:05}{file.suffix}").symlink_to(file.absolute())
    return folder
