"""Watch a video: look for faces in some of its frames, in more of them where there are any."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.analysis.thumbnails import face_thumbnail
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.media.video.reading import Sample, Video

STEP_S, DENSE_S = 0.4, 0.16
"""Seconds from one frame that is looked at to the next, without faces and with some."""

AHEAD = 2
"""So many frames more are looked at meanwhile; memory is bounded by that."""


def watch(
    video: Video,
    analyzer: FaceAnalyzer,
    tracker: Tracker,
    start: float = 0.0,
    *,
    workers: Executor | None = None,
    watched: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Iterator[Sample]:
    """Let ``tracker`` follow the faces of ``video``, and yield each frame it has seen.

    From ``start`` seconds on: a tracker that has seen the video up to there goes on with its
    tracks. ``workers`` look for faces, else the caller does; ``watched()`` surrounds what may take
    a decoder for ever. Raises PhotoError.
    """
    video.step = DENSE_S if tracker.open else STEP_S
    goes_on = start > 0
    for sample, faces in _found(_samples(video, start, watched), analyzer, workers):
        draw = partial(face_thumbnail, sample.picture)
        tracker.see(sample.at, faces, draw, begins_shot=sample.begins_shot and not goes_on)
        goes_on = False
        video.step = DENSE_S if tracker.open else STEP_S
        yield sample
    tracker.end()


def _samples(
    video: Video, start: float, watched: Callable[[], AbstractContextManager[object]]
) -> Iterator[Sample]:
    samples = video.samples(start)
    while True:
        with watched():
            sample = next(samples, None)
        if sample is None:
            return
        yield sample


def _found(
    samples: Iterator[Sample], analyzer: FaceAnalyzer, workers: Executor | None
) -> Iterator[tuple[Sample, list[Detected]]]:
    """Yield each frame with its faces, those of the next ones being looked for meanwhile."""
    if workers is None:
        for sample in samples:
            yield sample, analyzer.detect_in_frame(sample.picture)
        return
    waiting: deque[tuple[Sample, Future[list[Detected]]]] = deque()
    for sample in samples:
        waiting.append((sample, workers.submit(analyzer.detect_in_frame, sample.picture)))
        if len(waiting) > AHEAD:
            first, future = waiting.popleft()
            yield first, future.result()
    for sample, future in waiting:
        yield sample, future.result()
