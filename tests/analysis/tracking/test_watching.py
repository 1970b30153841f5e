"""Videos made of photos of people who move, grow, are cut and fade: what is in them is known."""

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from photoorg.analysis.demonstration import people_of, source_files
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.tracking.track import Track
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.analysis.tracking.watching import watch
from photoorg.media.images import read_picture
from photoorg.media.video.reading import open_video
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.types import Box, Pixels, overlap
from tests.media.video.clips import write_clip

SIZE = (480, 640)
RATE = 25


@pytest.fixture(scope="module")
def analyzer() -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(STARTER), threads=1)


@pytest.fixture(scope="module")
def heads(analyzer: FaceAnalyzer) -> list[Pixels]:
    """Return heads of different people, each 160 pixels high with its face in the middle."""
    found = []
    for file in source_files()[:1]:
        picture = read_picture(file)
        for box in people_of([face.box for face in analyzer.detect(picture)]):
            left, top = int(box.x - 0.4 * box.w), int(box.y - 0.4 * box.h)
            head = picture.pixels[
                max(0, top) : top + int(1.8 * box.h), max(0, left) : left + int(1.8 * box.w)
            ]
            found.append(cv2.resize(head, (120, 160)))
    return found


def scene(placed: Sequence[tuple[Pixels, float, float, float]], light: int = 90) -> Pixels:
    """Return a frame with heads at ``(head, x, y, scale)``."""
    frame = np.full((*SIZE, 3), light, np.uint8)
    frame[::16] += 20
    for head, x, y, scale in placed:
        small = cv2.resize(head, None, fx=scale, fy=scale)
        rows, columns = (
            slice(int(y), int(y) + small.shape[0]),
            slice(int(x), int(x) + small.shape[1]),
        )
        frame[rows, columns] = small[: SIZE[0] - int(y), : SIZE[1] - int(x)]
    return frame


@pytest.fixture
def tracks_in(analyzer: FaceAnalyzer, tmp_path: Path) -> Callable[[Sequence[Pixels]], list[Track]]:
    def follow(frames: Sequence[Pixels]) -> list[Track]:
        file = write_clip(tmp_path / "clip.mp4", frames, rate=RATE)
        tracker = Tracker(analyzer.embed)
        with open_video(file) as video:
            for _ in watch(video, analyzer, tracker):
                pass
        return sorted(tracker.take(), key=lambda track: (round(track.begin, 1), track.best_box.x))

    return follow


def test_people_who_move_and_grow_have_a_track_each(
    tracks_in: Callable[[Sequence[Pixels]], list[Track]], heads: list[Pixels]
) -> None:
    frames = [
        scene([(heads[0], 20 + 2 * n, 40, 1.0), (heads[1], 400 - n, 200, 0.8 + n / 150)])
        for n in range(75)
    ]
    found = tracks_in(frames)
    assert len(found) == 2
    for track in found:
        assert track.begin == pytest.approx(0, abs=0.2)
        assert track.end == pytest.approx(3.0, abs=0.4)
        assert track.frames >= 15
        assert track.thumbnail.startswith(b"\xff\xd8")
    at = round(found[0].best_at * RATE)
    where = Box(20 + 2 * at + 26, 40 + 30, 68, 95)
    assert overlap(where, found[0].best_box) > 0.4
    assert float(found[0].mean @ found[1].mean) < 0.6


def test_a_cut_ends_a_track_and_the_same_person_is_known_again(
    tracks_in: Callable[[Sequence[Pixels]], list[Track]], heads: list[Pixels]
) -> None:
    frames = [scene([(heads[0], 100, 100, 1.0)])] * 40
    frames += [scene([(heads[2], 100, 100, 1.0)], light=220)] * 40
    frames += [scene([(heads[0], 300, 150, 1.2)], light=20)] * 40
    found = tracks_in(frames)
    spans = [(round(track.begin, 1), round(track.end, 1)) for track in found]
    assert len(spans) == 3
    for (begin, end), (first, last) in zip(spans, [(0, 1.6), (1.6, 3.2), (3.2, 4.8)], strict=True):
        assert begin == pytest.approx(first, abs=0.15)
        assert end == pytest.approx(last, abs=0.35)
    likeness = np.stack([track.mean for track in found]) @ found[0].mean
    assert likeness[2] > likeness[1] + 0.2


def test_who_fades_into_another_is_not_one_person(
    tracks_in: Callable[[Sequence[Pixels]], list[Track]], heads: list[Pixels]
) -> None:
    one = scene([(heads[0], 100, 100, 1.6)]).astype(float)
    other = scene([(heads[2], 100, 100, 1.6)], light=200).astype(float)
    fade = [(one + (other - one) * n / 25).astype(np.uint8) for n in range(25)]
    found = tracks_in([one.astype(np.uint8)] * 50 + fade + [other.astype(np.uint8)] * 50)
    long = [track for track in found if track.end - track.begin > 0.8]
    assert len(long) == 2
    assert long[0].end < 2.8
    assert long[1].begin > 2.2


def test_without_faces_there_are_no_tracks(
    tracks_in: Callable[[Sequence[Pixels]], list[Track]],
) -> None:
    assert tracks_in([scene([])] * 30) == []


def test_it_goes_on_in_the_middle(
    analyzer: FaceAnalyzer, heads: list[Pixels], tmp_path: Path
) -> None:
    frames = [scene([(heads[0], 20 + 2 * n, 40, 1.0)]) for n in range(75)]
    file = write_clip(tmp_path / "clip.mp4", frames, rate=RATE)
    tracker = Tracker(analyzer.embed)
    with open_video(file) as video:
        stopped = next(s.at for s in watch(video, analyzer, tracker) if s.at > 1.2)
    (track,) = tracker.open
    again = Tracker(analyzer.embed, [Track.of_arrays(track.arrays())])
    with open_video(file) as video:
        for sample in watch(video, analyzer, again, stopped + 0.01):
            assert sample.at > stopped - 0.1
    (whole,) = again.take()
    assert whole.begin == pytest.approx(0, abs=0.2)
    assert whole.end == pytest.approx(3.0, abs=0.4)
