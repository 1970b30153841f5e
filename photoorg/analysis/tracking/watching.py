"""Watch a video: look for faces in some of its frames, in more of them where there are any."""

from collections.abc import Iterator
from functools import partial

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.thumbnails import face_thumbnail
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.media.video.reading import Sample, Video

STEP_S, DENSE_S = 0.4, 0.16
"""Seconds from one frame that is looked at to the next, without faces and with some."""


def watch(
    video: Video, analyzer: FaceAnalyzer, tracker: Tracker, start: float = 0.0
) -> Iterator[Sample]:
    """Let ``tracker`` follow the faces of ``video``, and yield each frame it has seen.

    From ``start`` seconds on: a tracker that has seen the video up to there goes on with its
    tracks. Raises PhotoError.
    """
    video.step = DENSE_S if tracker.open else STEP_S
    goes_on = start > 0
    for sample in video.samples(start):
        tracker.see(
            sample.at,
            analyzer.detect_in_frame(sample.picture),
            partial(face_thumbnail, sample.picture),
            begins_shot=sample.begins_shot and not goes_on,
        )
        goes_on = False
        video.step = DENSE_S if tracker.open else STEP_S
        yield sample
    tracker.end()
