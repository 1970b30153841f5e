"""Who is seen in videos, told in a terminal."""

from pathlib import Path

import numpy as np

from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.videos.values import Film, Span
from photoorg.types import Box, FoundFace
from tests.commands.conftest import Photoorg


def test_tracks_are_told_with_their_people_and_times(photoorg: Photoorg, library: Path) -> None:
    place = library.parent / "photos"
    with Library.open(library) as opened:
        folder = opened.folders.list()[0].id
        names = ("a.mp4", "b.mp4")
        opened.intake.register(folder, [FileEntry(place / name, 1, 1) for name in names])
        one, other = opened.intake.queue("trial-0123456789ab")[:2]
        face = FoundFace(
            Box(1, 1, 40, 40), np.zeros((5, 2), np.float32), 0.9, 0.8, np.ones(64, np.float32)
        )
        analysis = Analysis(one.id, "hash", 640, 480, None, "trial-0123456789ab", [face])
        film = Film(seconds=90.0, spans=[Span(61.25, 75.5, 70.0, 33, 0.91234)])
        ((face_id,), _) = (
            opened.videos.store(analysis, film),
            opened.videos.store(
                Analysis(other.id, "other", 640, 480, None, "trial-0123456789ab", []),
                Film(seconds=5.0, spans=[]),
            ),
        )
    found = photoorg("videos", "--library", library, "--json").json
    assert found == [
        {
            "path": str(place / "a.mp4"),
            "seconds": 90.0,
            "tracks": [
                {
                    "id": face_id,
                    "person": None,
                    "begin": 61.25,
                    "end": 75.5,
                    "frames": 33,
                    "score": 0.9123,
                }
            ],
        },
        {"path": str(place / "b.mp4"), "seconds": 5.0, "tracks": []},
    ]
    text = photoorg("videos", "--library", library).out
    assert "1:01" in text
    assert "1:15" in text
    assert f"{place}/b.mp4" in text


def test_a_track_is_named_as_a_face_is(photoorg: Photoorg, library: Path) -> None:
    test_tracks_are_told_with_their_people_and_times(photoorg, library)
    (video, _) = photoorg("videos", "--library", library, "--json").json
    (track,) = video["tracks"]
    person = photoorg("people", "--library", library, "--json").json[0]["id"]
    photoorg("rename", person, "Anna", "--library", library)
    assert photoorg("assign", "Anna", track["id"], "--library", library).code == 0
    (video, _) = photoorg("videos", "--library", library, "--json").json
    assert video["tracks"][0]["person"] == person
    assert "Anna" in photoorg("videos", "--library", library).out
    photoorg("not-a-face", track["id"], "--library", library)
    assert photoorg("videos", "--library", library, "--json").json[0]["tracks"] == []
    photoorg("undo", "--library", library)
    assert photoorg("videos", "--library", library, "--json").json[0]["tracks"] == [
        {**track, "person": person}
    ]
