"""Which known faces the regions of other programs are, photo by photo."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from photoorg.errors import UsageError
from photoorg.library.boxes import SAME_FACE, match_middles, turned
from photoorg.library.decisions.saying import checked_name
from photoorg.library.library import Library
from photoorg.metadata.names.frames import Ways, oriented, ways
from photoorg.metadata.names.gathering import PhotoTold
from photoorg.metadata.names.values import Region
from photoorg.tr import kept
from photoorg.types import Box, overlap

SUPPORT = 0.2
"""A region leads to a face when their intersection is at least this share of their union."""

UNFIT = kept("This is no name that can be stored.")
ELSEWHERE = kept("It lies on another picture: this one was cut or turned since.")
CONTRADICTION = kept("Two names are told of one face.")


class Place(NamedTuple):
    """A photo: its size as it stands in the library, quarter turns by the user included."""

    photo_id: int
    width: int
    height: int
    turned: int


class KnownFace(NamedTuple):
    """A face of a photo; ``box`` in pixels of the photo as its file says that it stands."""

    id: int
    box: Box
    person_id: int | None
    settled: bool
    dismissed: bool


class Left(NamedTuple):
    """A name of which nothing came, and why."""

    path: str
    name: str
    reason: str


@dataclass(slots=True)
class Marked:
    """A name at a place of a photo: on a ``face``, or in a ``box`` as the photo stands."""

    path: str
    photo_id: int
    name: str
    author: str
    box: Box
    face: KnownFace | None


@dataclass(slots=True)
class PhotoNames:
    """What is told of a photo: names with a place and without one, and regions without a name."""

    marked: list[Marked] = field(default_factory=list)
    loose: dict[str, str] = field(default_factory=dict)
    """Names, and who tells them."""
    left: list[Left] = field(default_factory=list)
    hints: int = 0


def known_faces(library: Library, places: Iterable[Place]) -> dict[int, list[KnownFace]]:
    """Return all faces of photos, those included that the user called none."""
    of = {place.photo_id: place for place in places}
    found: dict[int, list[KnownFace]] = {photo: [] for photo in of}
    with library.connection.chosen(of) as chosen:
        rows = library.connection.rows(
            "SELECT photo_id, id, x, y, w, h, person_id, source != 'machine', dismissed "
            f"FROM faces WHERE photo_id IN {chosen} AND NOT lost ORDER BY id"
        )
    for photo, id_, x, y, w, h, person, settled, dismissed in rows:
        place = of[photo]
        box = turned(Box(x, y, w, h), (place.width, place.height), -place.turned)
        found[photo].append(KnownFace(id_, box, person, bool(settled), bool(dismissed)))
    return found


def names_of(place: Place, files: Sequence[PhotoTold], faces: Sequence[KnownFace]) -> PhotoNames:
    """Return what the files of one photo tell; the first who names somebody is believed."""
    found = PhotoNames()
    known: set[str] = set()
    for file in files:
        for told in file.told:
            found.hints += sum(not region.name for region in told.regions)
            named = list(_fit(file, told.regions, found))
            boxes = placed(
                [region for _, region in named], _file_size(place), file.orientation, faces
            )
            for (name, _), box in zip(named, boxes, strict=True):
                if name.casefold() in known:
                    continue
                if box is None:
                    found.left.append(Left(str(file.path), name, ELSEWHERE))
                    continue
                known.add(name.casefold())
                found.marked.append(
                    Marked(str(file.path), place.photo_id, name, told.author, box, None)
                )
    _drop_contradictions(found)
    _lead_to_faces(found.marked, place, faces)
    for file in files:
        for told in file.told:
            for raw in told.names:
                somebody = _stored(str(file.path), raw, found)
                if somebody and somebody.casefold() not in known:
                    known.add(somebody.casefold())
                    found.loose[somebody] = told.author
    return found


def placed(
    regions: Sequence[Region],
    size: tuple[int, int],
    orientation: int,
    faces: Sequence[KnownFace],
) -> list[Box | None]:
    """Return the boxes of regions in pixels of the upright picture; None for what nothing supports.

    Regions that were drawn on one picture are read alike.
    """
    found: list[Box | None] = [None] * len(regions)
    kinds: dict[tuple[object, ...], list[int]] = {}
    for n, region in enumerate(regions):
        kinds.setdefault((region.size, region.quarters, region.orientation), []).append(n)
    for alike in kinds.values():
        choice = ways(regions[alike[0]], size, orientation)
        boxes = _likeliest(choice, [regions[n].box for n in alike], size, faces)
        for n, box in zip(alike, boxes, strict=True):
            if choice.sure or _support(box, faces):
                found[n] = box
    return found


def _likeliest(
    choice: Ways, shares: Sequence[Box], size: tuple[int, int], faces: Sequence[KnownFace]
) -> list[Box]:
    """Return the boxes by the way that leads to most faces."""
    read = [[_in_pixels(oriented(box, way), size) for box in shares] for way in choice.ways]
    if len(read) == 1:
        return read[0]
    return max(read, key=lambda boxes: sum(_support(box, faces) for box in boxes))


def _support(box: Box, faces: Sequence[KnownFace]) -> float:
    best = max((overlap(box, face.box) for face in faces), default=0.0)
    return best if best >= SUPPORT else 0.0


def _in_pixels(box: Box, size: tuple[int, int]) -> Box:
    return Box(box.x * size[0], box.y * size[1], box.w * size[0], box.h * size[1])


def _file_size(place: Place) -> tuple[int, int]:
    """Return the upright size that the file tells."""
    size = (place.width, place.height)
    return (size[1], size[0]) if place.turned % 2 else size


def _fit(
    file: PhotoTold, regions: Iterable[Region], found: PhotoNames
) -> Iterator[tuple[str, Region]]:
    """Yield the regions whose name can be stored, with that."""
    for region in regions:
        if region.name and (name := _stored(str(file.path), region.name, found)):
            yield name, region


def _stored(path: str, name: str, found: PhotoNames) -> str | None:
    try:
        return checked_name(name)
    except UsageError:
        found.left.append(Left(path, name[:80], UNFIT))
        return None


def _drop_contradictions(found: PhotoNames) -> None:
    """Believe none of two names that are told of one face."""
    against = {
        n
        for n, one in enumerate(found.marked)
        for other in found.marked
        if other is not one and overlap(one.box, other.box) > SAME_FACE
    }
    found.left += [Left(found.marked[n].path, found.marked[n].name, CONTRADICTION) for n in against]
    found.marked = [one for n, one in enumerate(found.marked) if n not in against]


def _lead_to_faces(marked: Sequence[Marked], place: Place, faces: Sequence[KnownFace]) -> None:
    """Tell which faces the regions are, and where those lie that are none, as the photo stands."""
    pairs = match_middles([face.box for face in faces], [one.box for one in marked])
    for n, one in enumerate(marked):
        if n in pairs:
            one.face = faces[pairs[n]]
        one.box = turned(one.box, _file_size(place), place.turned)
