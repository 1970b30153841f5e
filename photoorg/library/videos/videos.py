"""Videos, stored as tracks of faces, and asked who is seen in them and when.

A video is a photo with a duration. Each of its tracks has one face, so that whatever may be said
of faces may be said of tracks; what is more than that is here.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.library.paths import from_text
from photoorg.library.pictures import Pictures
from photoorg.library.storage.connection import Connection
from photoorg.library.values import Analysis
from photoorg.library.videos.values import Film, Moment, Span, Video
from photoorg.library.videos.watching import Watching
from photoorg.types import Box, overlap

SAME_TIME = 0.5
"""Tracks of one face by two models have so much of their time in common."""

_MOMENTS = (
    "SELECT f.id, t.id, f.photo_id, f.person_id, p.name, t.begins_s, t.ends_s, f.at_s, "
    "coalesce(t.frames, 0), coalesce(t.score, 0) FROM faces AS f "
    "JOIN tracks AS t ON t.id = f.track_id LEFT JOIN people AS p ON p.id = f.person_id "
    "WHERE f.shown "
)


class Videos:
    """The table ``tracks``, and the photos that are videos."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._pictures = Pictures(connection)
        self._watching = Watching(connection)

    def count(self) -> int:
        """Return the number of videos that are shown."""
        return int(
            self._connection.value("SELECT count(*) FROM photos WHERE kind = 'video' AND NOT away")
        )

    def every(self) -> list[Video]:
        """Return the videos that are shown, by their paths; their tracks in the order of time."""
        moments: dict[int, list[Moment]] = {}
        for row in self._connection.rows(f"{_MOMENTS} ORDER BY t.begins_s, f.id"):
            moments.setdefault(row[2], []).append(Moment(*row))
        return [
            Video(id_, from_text(path), seconds or 0.0, tuple(moments.get(id_, ())))
            for id_, path, seconds in self._connection.rows(
                "SELECT p.id, min(f.path), p.duration_s FROM photos AS p "
                "JOIN files AS f ON f.photo_id = p.id AND NOT f.gone "
                "WHERE p.kind = 'video' AND NOT p.away GROUP BY p.id ORDER BY 2"
            )
        ]

    def layout(self) -> list[tuple[int, str]]:
        """Return ``(id, month)`` of every video that is shown, newest first.

        ``month`` is like "2019-07", or "" where the video tells no date.
        """
        return [
            (id_, month)
            for id_, month in self._connection.rows(
                "SELECT id, coalesce(substr(taken, 1, 7), '') FROM photos "
                "WHERE kind = 'video' AND NOT away ORDER BY taken_order DESC, id"
            )
        ]

    def seen_in(self, video_id: int) -> list[Moment]:
        """Return who is seen in a video, in the order of time."""
        rows = self._connection.rows(
            f"{_MOMENTS} AND f.photo_id = ? ORDER BY t.begins_s, f.id", (video_id,)
        )
        return [Moment(*row) for row in rows]

    def problem(self, video_id: int) -> str | None:
        """Return what is wrong with the file of a video, as the list of problems says it."""
        reason: str | None = self._connection.value(
            "SELECT min(f.error) FROM files AS f WHERE f.photo_id = ? AND NOT f.gone "
            "AND NOT EXISTS (SELECT 1 FROM files WHERE photo_id = f.photo_id AND NOT gone "
            "AND error IS NULL)",
            (video_id,),
        )
        return reason

    def begins_alike(self, content_hash: str, picture_hash: str) -> float | None:
        """Return how many seconds are known of a video that begins so but has other bytes.

        None where there is no other, or one with these bytes is known.
        """
        seconds: float | None = self._connection.value(
            "SELECT max(p.duration_s) FROM contents AS c JOIN photos AS p ON p.id = c.photo_id "
            "WHERE c.picture_hash = ?2 AND p.kind = 'video' AND NOT EXISTS "
            "(SELECT 1 FROM contents WHERE content_hash = ?1)",
            (content_hash, picture_hash),
        )
        return seconds

    def moments(self, person_id: int) -> list[Moment]:
        """Return when a person is seen in videos, video by video in the order of time."""
        rows = self._connection.rows(
            f"{_MOMENTS} AND f.person_id = ? ORDER BY f.photo_id, t.begins_s, f.id", (person_id,)
        )
        return [Moment(*row) for row in rows]

    def moment(self, face_id: int) -> Moment | None:
        """Return the track of a face; None for a face in a photo."""
        row = self._connection.row(f"{_MOMENTS} AND f.id = ?", (face_id,))
        return None if row is None else Moment(*row)

    def simultaneous(self) -> NDArray[np.int64]:
        """Return the pairs of faces ``(m, 2)`` that are seen at the same time in one video."""
        rows = self._connection.rows(
            "SELECT f.id, f.photo_id, t.begins_s, t.ends_s FROM faces AS f "
            "JOIN tracks AS t ON t.id = f.track_id WHERE NOT f.dismissed AND NOT f.lost "
            "ORDER BY f.photo_id, t.begins_s, f.id"
        )
        table = np.array(rows, np.float64).reshape(-1, 4)
        faces, videos = table[:, :2].T.astype(np.int64)
        found = [np.empty((0, 2), np.int64)]
        for start in np.flatnonzero(np.diff(videos, prepend=-1)):
            end = np.searchsorted(videos, videos[start], side="right")
            found.append(faces[start:end][_overlapping(*table[start:end, 2:].T)])
        return np.concatenate(found)

    def store(self, analysis: Analysis, film: Film) -> list[int]:
        """Store a video, whose ``spans`` are those of the faces of ``analysis``, in its order.

        Returns the ids of the faces. One that was there before keeps its id with its person and
        all that was said, if it is seen at the same time in the same place.
        """
        with self._connection.write():
            kept = self._kept(analysis, film.spans)
            (faces,) = self._pictures.store([replace(analysis, kept=kept)])
            self._watching.forget(analysis.file_id)
            photo = self._pictures.photo_of(analysis.file_id)
            if photo is None or len(faces) != len(film.spans):
                return faces  # its folder was taken out of the library meanwhile
            latitude, longitude = film.place or (None, None)
            self._connection.execute(
                "UPDATE photos SET kind = 'video', duration_s = ?, taken_offset_min = ?, "
                "taken_source = ?, latitude = ?, longitude = ?, camera = ? WHERE id = ?",
                (
                    film.seconds,
                    film.taken_offset_min,
                    film.taken_source,
                    latitude,
                    longitude,
                    film.camera,
                    photo,
                ),
            )
            for face, span in zip(faces, film.spans, strict=True):
                self._put_track(photo, face, span)
            self._connection.execute(
                "DELETE FROM tracks WHERE photo_id = ? AND id NOT IN "
                "(SELECT track_id FROM faces WHERE track_id IS NOT NULL)",
                (photo,),
            )
            return faces

    def _put_track(self, photo: int, face: int, span: Span) -> None:
        values = span.begin, span.end, span.frames, span.score
        track = self._connection.value("SELECT track_id FROM faces WHERE id = ?", (face,))
        if track is None:
            track = self._connection.execute(
                "INSERT INTO tracks (photo_id, begins_s, ends_s, frames, score) "
                "VALUES (?, ?, ?, ?, ?)",
                (photo, *values),
            )
        else:
            self._connection.execute(
                "UPDATE tracks SET begins_s = ?, ends_s = ?, frames = ?, score = ? WHERE id = ?",
                (*values, track),
            )
        self._connection.execute(
            "UPDATE faces SET track_id = ?, at_s = ? WHERE id = ?", (track, span.at, face)
        )

    def _kept(self, analysis: Analysis, spans: Sequence[Span]) -> dict[int, int]:
        """Return which of the new faces are tracks that are known: ``{place: face id}``.

        Where only the beginning of the video was known, tracks are compared as far as that.
        """
        rows = self._connection.rows(
            "SELECT f.id, t.begins_s, t.ends_s, f.x, f.y, f.w, f.h, p.duration_s "
            "FROM contents AS c JOIN photos AS p ON p.id = c.photo_id "
            "JOIN faces AS f ON f.photo_id = p.id JOIN tracks AS t ON t.id = f.track_id "
            "WHERE (c.content_hash = ?1 OR c.picture_hash = ?2) AND NOT f.lost "
            "GROUP BY f.id ORDER BY f.id",
            (analysis.content_hash, analysis.picture_hash),
        )
        known = [(row[1], row[2], Box(*row[3:7])) for row in rows]
        until = max((max(row[2], row[7] or 0.0) for row in rows), default=0.0)
        new = [
            (min(span.begin, until), min(span.end, until), face.box)
            for span, face in zip(spans, analysis.faces, strict=True)
        ]
        return {n: rows[place][0] for n, place in match_tracks(known, new).items()}


def match_tracks(
    before: Sequence[tuple[float, float, Box]], after: Sequence[tuple[float, float, Box]]
) -> dict[int, int]:
    """Pair tracks ``(begin, end, box)`` that are one: ``{place in after: place in before}``.

    At least half of the time of both together is common; of those it is the ones that are most at
    the same time, and whose best boxes lie nearest. Where a face moves these may lie apart.
    """
    alike = [
        (-common - 0.5 * overlap(one[2], other[2]), n, m)
        for n, other in enumerate(after)
        for m, one in enumerate(before)
        if (common := _common_time(one, other)) >= SAME_TIME
    ]
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, m in sorted(alike):
        if n not in matches and m not in taken:
            matches[n] = m
            taken.add(m)
    return matches


def _common_time(one: tuple[float, float, Box], other: tuple[float, float, Box]) -> float:
    """Return the common time of two tracks as a share of the time of both together."""
    together = max(one[1], other[1]) - min(one[0], other[0])
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0.0) / together if together > 0 else float(one[0] == other[0])


def _overlapping(begins: NDArray[np.float64], ends: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the pairs ``(m, 2)`` of spans that overlap; ``begins (n,)`` are in order."""
    after = np.arange(1, len(begins) + 1)
    counts = np.maximum(np.searchsorted(begins, ends) - after, 0)
    first = np.repeat(np.arange(len(begins)), counts)
    within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.stack([first, first + 1 + within], axis=1)
