"""A video with those who are seen in it, and how that is told in a few words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from photoorg.library import Face, Library, Photo
from photoorg.library.videos.values import Moment
from photoorg.tr import tr

_NAMED = 2
"""So many names fit below a tile."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who is seen in a video, for so many ``seconds``; ``face_id`` shows them best."""

    person_id: int | None
    name: str | None
    face_id: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A video, and the ``moments`` in which somebody is seen, in the order of time."""

    video: Photo
    moments: tuple[Moment, ...]

    @classmethod
    def read(cls, library: Library, video_id: int) -> "Seen":
        """Read it; raises UsageError where it is not there any more."""
        return cls(library.photos.get(video_id), tuple(library.videos.seen_in(video_id)))

    def people(self) -> list[Somebody]:
        """Return everybody who is seen: those with names first, then who is seen longest."""
        found: dict[int, list[Moment]] = defaultdict(list)
        for moment in self.moments:  # who is in no group yet stands for themself
            found[moment.person_id or -moment.face_id].append(moment)
        everybody = [
            Somebody(
                of[0].person_id,
                of[0].person_name,
                max(of, key=lambda moment: (moment.frames, moment.score)).face_id,
                sum(moment.end - moment.begin for moment in of),
            )
            for of in found.values()
        ]
        return sorted(everybody, key=lambda one: (one.name is None, -one.seconds))


@dataclass(frozen=True, slots=True)
class Watched:
    """All that the page of a video shows: also the faces, and what is wrong with the file."""

    seen: Seen
    faces: tuple[Face, ...]
    problem: str | None

    @classmethod
    def read(cls, library: Library, video_id: int) -> "Watched":
        """Read it; the faces are in the order of the moments."""
        with library.connection.moment():
            seen = Seen.read(library, video_id)
            known = {face.id: face for face in library.faces.of_photo(video_id)}
            faces = [known[one.face_id] for one in seen.moments if one.face_id in known]
            return cls(seen, tuple(faces), library.videos.problem(video_id))


def who(people: Sequence[Somebody]) -> str:
    """Return who is seen: "Anna, Ben, 3 others"."""
    names = [one.name for one in people if one.name is not None]
    if not people:
        return tr("Nobody seen")
    if not names:
        count = len(people)
        return tr("{n} people without a name", n=count, one="Somebody without a name")
    more = len(people) - len(names[:_NAMED])
    others = [tr("{n} others", n=more, one="{n} other")] if more else []
    return ", ".join([*names[:_NAMED], *others])
