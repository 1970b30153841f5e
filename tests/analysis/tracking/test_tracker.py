"""Who goes on, who is somebody else, and who begins anew."""

from collections.abc import Sequence

import numpy as np

from photoorg.analysis.faces import Detected
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.types import Box, FloatArray, Pixels

ANNA, BEN, CARL = 10, 20, 30


def face(who: int, x: float, y: float = 50, *, score: float = 0.9) -> Detected:
    """Return a face whose crop tells who it is."""
    crop = np.full((112, 112, 3), who, np.uint8)
    return Detected(Box(x, y, 40, 50), np.zeros((5, 2), np.float32), score, 0.8, crop)


class Embedder:
    """Turns crops into embeddings that tell people well apart; counts them."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, crops: Sequence[Pixels]) -> FloatArray:
        self.asked += len(crops)
        rows = np.zeros((len(crops), 4), np.float32)
        for row, crop in enumerate(crops):
            rows[row, int(crop[0, 0, 0]) // 10 - 1] = 3.0
        return rows


def follow(
    frames: Sequence[Sequence[Detected]], step: float = 0.2, cuts: Sequence[int] = ()
) -> list[tuple[int, float, float, int]]:
    """Return ``(who, begin, end, frames)`` of the tracks, and who they are by their embeddings."""
    tracker = Tracker(Embedder())
    for number, faces in enumerate(frames):
        tracker.see(number * step, faces, lambda _: b"jpeg", begins_shot=number in cuts)
    tracker.end()
    return sorted(
        (
            10 * (int(np.argmax(track.mean)) + 1),
            round(track.begin, 3),
            round(track.end, 3),
            track.frames,
        )
        for track in tracker.take()
    )


def test_faces_go_on_where_they_were() -> None:
    frames = [[face(ANNA, 100 + 8 * n), face(BEN, 300 - 8 * n)] for n in range(6)]
    assert follow(frames) == [(ANNA, 0, 1.0, 6), (BEN, 0, 1.0, 6)]


def test_fast_faces_are_expected_further_on() -> None:
    frames = [[face(ANNA, x)] for x in (100, 115, 140, 175, 215, 260)]
    assert follow(frames) == [(ANNA, 0, 1.0, 6)]


def test_people_who_cross_are_told_apart_by_their_embeddings() -> None:
    frames = [[face(ANNA, 100 + 20 * n), face(BEN, 300 - 20 * n, 55)] for n in range(11)]
    assert follow(frames) == [(ANNA, 0, 2.0, 11), (BEN, 0, 2.0, 11)]


def test_somebody_who_was_covered_goes_on() -> None:
    frames = [[face(ANNA, 100)]] * 3 + [[]] * 4 + [[face(ANNA, 400)]] * 3
    assert follow(frames) == [(ANNA, 0, 1.8, 6)]


def test_somebody_who_was_away_for_long_begins_anew() -> None:
    frames = [[face(ANNA, 100)]] * 3 + [[]] * 15 + [[face(ANNA, 100)]] * 3
    assert [track[1:3] for track in follow(frames)] == [(0, 0.4), (3.6, 4.0)]


def test_somebody_else_elsewhere_is_another_track() -> None:
    frames = [[face(ANNA, 100)]] * 3 + [[face(BEN, 400)]] * 3
    assert [track[0] for track in follow(frames)] == [ANNA, BEN]


def test_a_shot_ends_all_tracks() -> None:
    frames = [[face(ANNA, 100)]] * 3 + [[face(BEN, 100)]] * 3
    assert follow(frames, cuts=[3]) == [(ANNA, 0, 0.4, 3), (BEN, 0.6, 1.0, 3)]


def test_what_flickers_is_no_track() -> None:
    assert follow([[face(ANNA, 100)], [], [face(BEN, 300)], []]) == []


def test_what_is_doubtful_goes_on_but_begins_nothing() -> None:
    sure, doubtful = face(ANNA, 100), face(ANNA, 100, score=0.35)
    assert follow([[doubtful]] * 5) == []
    assert follow([[sure], [doubtful], [doubtful], [sure], [doubtful]]) == [(ANNA, 0, 0.8, 5)]


def test_a_face_is_embedded_now_and_then() -> None:
    embedder = Embedder()
    tracker = Tracker(embedder)
    for number in range(100):
        tracker.see(number * 0.1, [face(CARL, 100)], lambda _: b"jpeg")
    assert 10 <= embedder.asked <= 20


def test_an_embedding_of_nothing_is_passed_over() -> None:
    tracker = Tracker(lambda crops: np.full((len(crops), 4), np.nan, np.float32))
    for number in range(3):
        tracker.see(number * 0.2, [face(ANNA, 100)], lambda _: b"jpeg")
    tracker.end()
    assert tracker.take() == []
