"""How close the analysis of photos comes to what onnxruntime alone can do.

The floor is the time the two networks need for exactly the detector inputs and face crops that the
analysis gave them: nothing but ``session.run`` on inputs that lie ready. Analysis and floor take
turns over small groups of photos, so that a busy machine slows both alike.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.analysis.face_finds import Finds
from photoorg.analysis.faces import EMBED_BATCH, FaceAnalyzer
from photoorg.analysis.opencv import opencv
from photoorg.errors import PhotoError, UsageError
from photoorg.media.images import Picture, read_picture
from photoorg.media.names import SUFFIXES
from photoorg.packs.models import ModelPack
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

log = logging.getLogger(__name__)

_GROUP = 16

_SUMS = (
    "photos",
    "faces",
    "detector_runs",
    "decode_seconds",
    "analysis_seconds",
    "detector_floor_seconds",
    "recognizer_floor_seconds",
)


class _Recorder(FaceAnalyzer):
    """Keeps what the detector is shown."""

    canvases: list[Pixels]

    def look_for(self, canvas: Pixels, threshold: float) -> Finds:
        self.canvases.append(canvas)
        return super().look_for(canvas, threshold)


def measure(
    folder: Path,
    pack: ModelPack,
    *,
    provider: str = "cpu",
    threads: int | None = None,
    most: int = 200,
    progress: ProgressCallback = no_progress,
) -> dict[str, float]:
    """Analyse up to ``most`` photos from all over ``folder``, and run the networks alone on them.

    Returns ``photos``, ``faces``, ``detector_runs``; ``decode_seconds`` and ``analysis_seconds``
    (search, alignment, quality, embedding) of this process doing one after the other;
    ``floor_seconds``, of which ``detector_floor_seconds`` and ``recognizer_floor_seconds``; and
    ``photos_per_second`` and ``floor_photos_per_second``. A real scan, which decodes while the
    networks run, is to be held against the last. Raises :class:`UsageError` without any photo.
    """
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)
    if not files:
        raise UsageError(f"{folder} holds no photos to measure with; choose another folder.")
    files = files[:: max(1, len(files) // most)][:most]
    analyzer = _Recorder(pack, provider, threads)
    analyzer.canvases = []
    _warm_up(analyzer, files[0])
    sums = dict.fromkeys(_SUMS, 0.0)
    for start in range(0, len(files), _GROUP):
        progress(start, len(files))
        _measure_group(analyzer, files[start : start + _GROUP], sums)
    progress(len(files), len(files))
    floor = sums["detector_floor_seconds"] + sums["recognizer_floor_seconds"]
    whole = sums["decode_seconds"] + sums["analysis_seconds"]
    return sums | {
        "floor_seconds": floor,
        "photos_per_second": sums["photos"] / whole,
        "floor_photos_per_second": sums["photos"] / floor,
    }


def _measure_group(analyzer: _Recorder, files: list[Path], sums: dict[str, float]) -> None:
    analyzer.canvases.clear()
    pictures, seconds = _timed(lambda: [p for p in map(_read, files) if p is not None])
    sums["photos"] += len(pictures)
    sums["decode_seconds"] += seconds
    found, seconds = _timed(lambda: [analyzer.detect(picture) for picture in pictures])
    crops = [face.crop for faces in found for face in faces]
    sums["analysis_seconds"] += seconds
    sums["analysis_seconds"] += _timed(lambda: analyzer.embed(crops))[1]
    sums["faces"] += len(crops)
    sums["detector_runs"] += len(analyzer.canvases)

    networks = analyzer.networks
    for canvas in analyzer.canvases:
        seconds = _run_alone(networks.detector, analyzer.as_input(canvas))
        sums["detector_floor_seconds"] += seconds
    batch = analyzer.fixed_batch or EMBED_BATCH
    for start in range(0, len(crops), batch):
        ready = _recognizer_input(networks.recognizer, crops[start : start + batch])
        if len(ready) == batch or not analyzer.fixed_batch:
            sums["recognizer_floor_seconds"] += _run_alone(networks.recognizer, ready)


def _recognizer_input(network: Any, crops: list[Pixels]) -> FloatArray:
    ready: FloatArray = opencv().dnn.blobFromImages(
        crops, 1 / network.input_std, network.input_size, (network.input_mean,) * 3, swapRB=True
    )
    return ready.astype(getattr(network, "input_dtype", np.float32))


def _run_alone(network: Any, ready: FloatArray) -> float:
    feed = {network.input_name: ready}
    return _timed(lambda: network.session.run(network.output_names, feed))[1]


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _read(file: Path) -> Picture | None:
    try:
        return read_picture(file)
    except PhotoError as error:
        log.info("left out: %s", error)
        return None


def _warm_up(analyzer: FaceAnalyzer, file: Path) -> None:
    picture = _read(file)
    if picture is not None:
        analyzer.analyze(picture)
