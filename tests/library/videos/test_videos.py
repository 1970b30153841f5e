"""Videos are stored as tracks with a face each, and tell who is seen when."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import UsageError
from photoorg.jobs.group import constraints
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.decisions import actions, drawing
from photoorg.library.forgetting import forget
from photoorg.library.journal.replay import apply_pending, begin_from_journal
from photoorg.library.videos.values import Film, Span
from photoorg.library.videos.videos import match_tracks
from photoorg.types import Box, FoundFace

MODEL = "trial-0123456789ab"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "test.photoorg") as opened:
        folder = opened.folders.add(tmp_path / "films")
        opened.intake.register(
            folder, [FileEntry(tmp_path / "films" / f"{name}.mp4", 1, 1) for name in "ab"]
        )
        yield opened


def store(
    library: Library,
    file_id: int,
    spans: Sequence[tuple[float, float]],
    *,
    model: str = MODEL,
    content: str = "content",
) -> list[int]:
    """Store a video with a track for each span, one beside the other."""
    faces = [
        FoundFace(
            Box(100.0 * n, 50, 40, 50),
            np.zeros((5, 2), np.float32),
            0.9,
            0.8,
            np.eye(8, dtype=np.float32)[n],
        )
        for n in range(len(spans))
    ]
    analysis = Analysis(
        file_id, f"{content} {file_id}", 640, 480, "2021-05-02T22:03:22", model, faces
    )
    film = Film(
        seconds=20.0,
        spans=[Span(begin, end, (begin + end) / 2, 7, 0.9) for begin, end in spans],
        taken_offset_min=600,
        taken_source="quicktime",
        place=(52.5, 13.4),
        camera="Apple iPhone",
    )
    return library.videos.store(analysis, film)


def test_a_video_tells_who_is_seen_when(library: Library) -> None:
    first, second = store(library, 1, [(4, 9), (1, 5)])
    (video,) = library.videos.every()
    assert (video.path.name, video.seconds) == ("a.mp4", 20.0)
    assert [(m.face_id, m.begin, m.end, m.at, m.frames) for m in video.moments] == [
        (second, 1, 5, 3, 7),
        (first, 4, 9, 6.5, 7),
    ]
    assert library.videos.count() == 1
    moment = library.videos.moment(first)
    assert moment is not None
    assert (moment.begin, moment.person_name) == (4, None)


def test_those_who_are_seen_at_once_are_never_one_person(library: Library) -> None:
    faces = store(library, 1, [(0, 4), (3, 8), (4, 9), (20, 20)])
    store(library, 2, [(0, 20)])
    pairs = {tuple(pair) for pair in library.videos.simultaneous().tolist()}
    assert pairs == {(faces[0], faces[1]), (faces[1], faces[2])}
    matrix = library.faces.matrix(MODEL)
    assert (matrix.photo_ids < 0).all()
    assert len(set(matrix.photo_ids.tolist())) == len(matrix.ids)
    limits = constraints(
        matrix.ids,
        matrix.person_ids,
        matrix.settled,
        library.separations.sides(),
        library.videos.simultaneous(),
    )
    assert limits.cannot_link.tolist() == [[0, 1], [1, 2]]


def test_a_human_may_say_that_they_are(library: Library) -> None:
    """A mirror shows somebody twice."""
    ids = np.array([1, 2, 3])
    sides = library.separations.sides()
    pairs = np.array([[1, 2], [2, 3], [3, 9]])
    settled = np.array([True, True, False])
    limits = constraints(ids, np.array([7, 7, 7]), settled, sides, pairs)
    assert limits.cannot_link.tolist() == [[1, 2]]


def test_another_model_keeps_the_ids_of_tracks_and_what_was_said(library: Library) -> None:
    before = store(library, 1, [(0, 4), (6, 9)])
    after = store(library, 1, [(6.2, 9.4), (0.1, 3.8), (12, 15)], model="other-0123456789ab")
    assert after[:2] == [before[1], before[0]]
    assert after[2] not in before
    assert library.connection.value("SELECT count(*) FROM tracks") == 3
    assert len(library.videos.every()[0].moments) == 3


def test_what_is_told_of_a_video_is_kept(library: Library) -> None:
    store(library, 1, [(0, 4)])
    assert library.connection.row(
        "SELECT kind, duration_s, taken_at, taken_offset_min, taken_source, latitude, longitude, "
        "camera FROM photos"
    ) == ("video", 20.0, "2021-05-02T22:03:22", 600, "quicktime", 52.5, 13.4, "Apple iPhone")


def test_a_copy_leads_to_the_same_video(library: Library) -> None:
    store(library, 1, [(0, 4)])
    assert library.pictures.recognize(2, "content 1", "content 1", MODEL)
    assert len(library.videos.every()) == 1


def test_tracks_are_one_by_their_time_and_place() -> None:
    left, right = Box(0, 0, 40, 50), Box(300, 0, 40, 50)
    known = [(0.0, 4.0, left), (0.0, 4.0, right), (10.0, 12.0, left)]
    assert match_tracks(known, [(0.2, 4.0, right), (0.2, 4.0, left)]) == {0: 1, 1: 0}
    assert match_tracks(known, [(11.0, 20.0, left), (4.0, 9.0, left)]) == {}
    assert match_tracks([(1.0, 1.0, left)], [(1.0, 1.0, left)]) == {0: 0}
    assert match_tracks([], [(1.0, 1.0, left)]) == {}


def test_how_far_it_was_watched_is_remembered_until_it_is_stored(library: Library) -> None:
    assert library.watching.recall(1, "hash", MODEL) is None
    library.watching.keep(1, "hash", MODEL, 10.0, b"open", [b"one"])
    library.watching.keep(1, "hash", MODEL, 20.0, b"open now", [b"two", b"three"])
    watched = library.watching.recall(1, "hash", MODEL)
    assert watched is not None
    assert (watched.at, watched.state) == (20.0, b"open now")
    assert watched.tracks == (b"one", b"two", b"three")
    store(library, 1, [(0, 4)])
    assert library.watching.recall(1, "hash", MODEL) is None


def test_another_content_or_model_begins_anew(library: Library) -> None:
    library.watching.keep(1, "hash", MODEL, 10.0, b"open", [b"one"])
    assert library.watching.recall(1, "other hash", MODEL) is None
    assert library.watching.recall(1, "hash", MODEL) is None


def test_faces_are_forgotten_there_as_well(library: Library) -> None:
    library.watching.keep(1, "hash", MODEL, 10.0, b"open", [b"one"])
    forget(library)
    assert library.connection.value("SELECT count(*) FROM watched_tracks") == 0
    assert library.watching.recall(1, "hash", MODEL) is None


def test_a_journal_tells_which_of_two_tracks_at_one_place_was_named(tmp_path: Path) -> None:
    spans = [Span(0.0, 4.0, 2.0, 7, 0.9), Span(6.0, 9.0, 7.5, 7, 0.9)]
    face = FoundFace(
        Box(100, 50, 40, 50), np.zeros((5, 2), np.float32), 0.9, 0.8, np.ones(8, np.float32)
    )

    def stored(library: Library) -> list[int]:
        folder = library.folders.add(tmp_path / "films")
        library.intake.register(folder, [FileEntry(tmp_path / "films" / "a.mp4", 1, 1)])
        (file,) = library.intake.queue(MODEL)
        analysis = Analysis(file.id, "content", 640, 480, None, MODEL, [face, face], "pictures")
        faces = library.videos.store(analysis, Film(20.0, spans))
        photo = library.pictures.photo_of(file.id)
        assert photo is not None
        apply_pending(library, [photo])
        return faces

    lost = tmp_path / "lost.photoorg"
    with Library.open(lost) as library:
        faces = stored(library)
        actions.split(library, faces[:1], "Anna")
        actions.split(library, faces[1:], "Ben")
        journal = library.journal.path
        library.keep_safe()
    begin_from_journal(journal, tmp_path / "new.photoorg")
    with Library.open(tmp_path / "new.photoorg") as library:
        stored(library)
        (video,) = library.videos.every()
        assert [moment.person_name for moment in video.moments] == ["Anna", "Ben"]


def test_nobody_draws_into_a_video(library: Library) -> None:
    store(library, 1, [(0, 4)])
    (video,) = library.videos.every()
    assert library.photos.get(video.id).seconds == 20.0
    with pytest.raises(UsageError, match="found, not drawn"):
        drawing.draw(library, video.id, Box(300, 300, 50, 50))


def test_videos_are_laid_out_newest_first(library: Library) -> None:
    store(library, 1, [(1, 5)])
    store(library, 2, [])
    one, two = (video.id for video in library.videos.every())
    assert library.videos.layout() == [(one, "2021-05"), (two, "2021-05")]
    library.connection.execute("UPDATE photos SET taken_corrected = '1999' WHERE id = ?", (one,))
    assert library.videos.layout() == [(two, "2021-05"), (one, "1999")]
    library.connection.execute("UPDATE photos SET away = 1 WHERE id = ?", (one,))
    assert library.videos.layout() == [(two, "2021-05")]


def test_a_video_alone_tells_who_is_seen_in_the_order_of_time(library: Library) -> None:
    first, second, third = store(library, 1, [(4, 9), (1, 5), (11, 12)])
    (video,) = library.videos.every()
    actions.not_a_face(library, [third])
    assert [moment.face_id for moment in library.videos.seen_in(video.id)] == [second, first]
    assert library.videos.seen_in(video.id + 1) == []


def test_what_is_wrong_with_a_video_is_told_with_it(library: Library) -> None:
    store(library, 1, [(1, 5)])
    (video,) = library.videos.every()
    assert library.videos.problem(video.id) is None
    library.intake.fail(1, "The video ends early.")
    assert library.videos.problem(video.id) == "The video ends early."
