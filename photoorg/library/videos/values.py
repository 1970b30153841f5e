"""What is told of videos: when their faces are seen, and how far they were watched."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Span:
    """When a track is seen, in seconds, and ``at`` best; in so many frames, with a mean score."""

    begin: float
    end: float
    at: float
    frames: int
    score: float


@dataclass(frozen=True, slots=True)
class Film:
    """What is told of a video beside its faces; ``taken_at`` is in its :class:`Analysis`."""

    seconds: float
    spans: Sequence[Span]
    taken_offset_min: int | None = None
    taken_source: str | None = None
    place: tuple[float, float] | None = None
    camera: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A track: somebody in a video. ``person_name`` is None where nobody has named it."""

    face_id: int
    track_id: int
    photo_id: int
    person_id: int | None
    person_name: str | None
    begin: float
    end: float
    at: float
    frames: int
    score: float


@dataclass(frozen=True, slots=True)
class Video:
    """A video of the library, one of the places where it lies, and who is seen in it."""

    id: int
    path: Path
    seconds: float
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """How far a video was watched: the second, the tracks that went on there, and those before."""

    at: float
    state: bytes
    tracks: tuple[bytes, ...]
