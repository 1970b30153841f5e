"""Follow faces from frame to frame, within a shot.

A face goes on where it is expected to be: the pairs of tracks and faces that overlap most are
joined, the threshold is that of SORT (Bewley et al., Simple Online and Realtime Tracking, ICIP
2016). Where people cross, overlap says little, and the embeddings decide. A face that was covered,
or moved further than its own size, is found again by its embedding, for some seconds. What the
detector is not sure of may go on with a track, but begins none (Zhang et al., ByteTrack, ECCV
2022). When a shot ends, all its tracks end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from photoorg.analysis.face_finds import THRESHOLD
from photoorg.analysis.faces import Detected
from photoorg.analysis.likeness import face_matching
from photoorg.analysis.tracking.track import Track
from photoorg.types import BoolArray, Box, FloatArray, Pixels, overlap

OVERLAP = 0.3
"""Boxes that overlap by less of their union are not one face that went on."""

TOUCHING = 0.05
"""From this overlap on, another box may be meant, if no other overlaps twice as much."""

PATIENCE_S = 2.0
"""A face that was not seen for so long begins a new track."""

EMBEDDED_S = 0.8
"""Of a track, one face in so many seconds is embedded."""

FEWEST = 2
"""Frames in which a face has to be found for sure: things flicker, people stay."""

Embed = Callable[[Sequence[Pixels]], FloatArray]
Draw = Callable[[Box], bytes]


@dataclass(slots=True, eq=False)
class Tracker:
    """Takes the faces of one frame after the other; ``embed`` turns crops into rows ``(m, d)``.

    ``open`` are the tracks that may go on, ``ended`` those that do not, until they are taken.
    """

    embed: Embed
    open: list[Track] = field(default_factory=list)
    ended: list[Track] = field(default_factory=list)

    def see(
        self, at: float, faces: Sequence[Detected], draw: Draw, *, begins_shot: bool = False
    ) -> None:
        """Take the faces of a frame; ``draw`` gives the thumbnail of the face in a box of it."""
        if begins_shot:
            self.end()
        else:
            self._end([track for track in self.open if at - track.end > PATIENCE_S])
        known = _Known(faces, self.embed)
        sure = [number for number, face in enumerate(faces) if face.score >= THRESHOLD]
        doubtful = [number for number, face in enumerate(faces) if face.score < THRESHOLD]
        pairs = self._by_place(at, known, sure, self.open)
        pairs |= self._by_likeness(known, sure, pairs)
        pairs |= self._by_place(at, known, doubtful, _others(self.open, pairs))
        for number, face in enumerate(faces):
            track = pairs.get(number)
            if track is None and face.score < THRESHOLD:
                continue
            if track is None:
                track = Track(begin=at, end=at)
                self.open.append(track)
            if track.see(at, face, sure=number in sure):
                track.thumbnail = draw(face.box)
            due = number in known.rows or at - track.embedded_at >= EMBEDDED_S
            if due and number in sure:
                embedding = known.row(number)
                if embedding is not None:
                    track.know(at, embedding, face.quality)

    def end(self) -> None:
        """End all tracks: the shot, or the video, is over."""
        self._end(self.open)

    def take(self) -> list[Track]:
        """Return the tracks that ended since the last call and are more than a flicker."""
        taken = [track for track in self.ended if track.sure >= FEWEST and track.embedded]
        self.ended = []
        return taken

    def _end(self, tracks: Sequence[Track]) -> None:
        over = {id(track) for track in tracks}
        self.ended += [track for track in self.open if id(track) in over]
        self.open = [track for track in self.open if id(track) not in over]

    def _by_place(
        self, at: float, known: "_Known", faces: Sequence[int], tracks: Sequence[Track]
    ) -> dict[int, Track]:
        """Return which of these faces are where these tracks are expected: ``{face: track}``."""
        overlaps = np.zeros((len(faces), len(tracks)), np.float32)
        for column, track in enumerate(tracks):
            expected, last = track.expected(at), track.boxes[-1]
            for row, number in enumerate(faces):
                box = known.faces[number].box
                overlaps[row, column] = max(overlap(expected, box), overlap(last, box))
        worth = np.where(overlaps >= OVERLAP, overlaps, 0)
        for row, column in np.argwhere(_contested(overlaps)):
            cosine = known.cosine(faces[row], tracks[column])
            if worth[row, column] or cosine >= face_matching.SURELY_ONE:
                worth[row, column] = (cosine + 1) / 2
        return _assigned(worth, faces, tracks)

    def _by_likeness(
        self, known: "_Known", faces: Sequence[int], taken: dict[int, Track]
    ) -> dict[int, Track]:
        """Return which of these faces are those of other tracks by their embeddings."""
        free = [track for track in _others(self.open, taken) if track.embedded]
        left = [number for number in faces if number not in taken]
        cosines = [[known.cosine(number, track) for track in free] for number in left]
        sure = np.array(cosines, np.float32).reshape(len(left), len(free))
        return _assigned(np.where(sure >= face_matching.SURELY_ONE, sure, 0), left, free)


class _Known:
    """The faces of a frame, embedded when that is asked for."""

    def __init__(self, faces: Sequence[Detected], embed: Embed) -> None:
        self.faces = faces
        self.rows: dict[int, FloatArray | None] = {}
        self._embed = embed

    def row(self, number: int) -> FloatArray | None:
        """Return a face's unit embedding ``(d,)``; None where the network gives nothing of use."""
        if number not in self.rows:
            embedding = self._embed([self.faces[number].crop])[0].astype(np.float32)
            length = float(np.linalg.norm(embedding))
            usable = np.isfinite(length) and length > 0
            self.rows[number] = embedding / np.float32(length) if usable else None
        return self.rows[number]

    def cosine(self, number: int, track: Track) -> float:
        """Return how alike a face and a track are; 0 where nothing is known of one of them."""
        row = self.row(number)
        return float(row @ track.mean) if row is not None and track.embedded else 0.0


def _others(tracks: Sequence[Track], taken: dict[int, Track]) -> list[Track]:
    busy = {id(track) for track in taken.values()}
    return [track for track in tracks if id(track) not in busy]


def _assigned(worth: FloatArray, faces: Sequence[int], tracks: Sequence[Track]) -> dict[int, Track]:
    """Return the pairs of the highest ``worth (f, t)`` together; those of none are no pairs."""
    rows, columns = linear_sum_assignment(-worth)
    return {
        faces[row]: tracks[column]
        for row, column in zip(rows, columns, strict=True)
        if worth[row, column] > 0
    }


def _contested(overlaps: FloatArray) -> BoolArray:
    """Tell which pairs of faces and tracks ``(f, t)`` have rivals.

    That are the pairs of a face, or of a track, whose two best overlaps are not far apart: the
    second is at least half of the first.
    """
    rivals = np.zeros(overlaps.shape, bool)
    for axis in (0, 1):
        if overlaps.shape[axis] > 1:
            most = -np.sort(-overlaps, axis=axis)
            first, second = np.take(most, 0, axis), np.take(most, 1, axis)
            rivals |= np.expand_dims(second >= np.maximum(first / 2, TOUCHING), axis)
    contested: BoolArray = rivals & (overlaps >= TOUCHING)
    return contested
