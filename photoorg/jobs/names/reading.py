"""Names that other programs keep in and beside photos, read and taken over."""

from collections.abc import Iterator
from pathlib import Path

from photoorg.errors import UsageError
from photoorg.jobs.messages import LibraryChanged, Problem
from photoorg.jobs.names.reading_request import READING, NamesRequest, NamesSummary, OfferedName
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.elsewhere.importing import Names, plan, take_over
from photoorg.library.elsewhere.matching import PhotoNames, Place, known_faces, names_of
from photoorg.library.elsewhere.news import settle
from photoorg.library.elsewhere.offers import Offer, offers
from photoorg.library.paths import below, from_text
from photoorg.metadata.names.gathering import Gathering, PhotoTold
from photoorg.tr import retold

MOST_LEFT = 200
"""Of so many names that came to nothing the reason is told."""


def run(control: Control, asked: NamesRequest) -> NamesSummary:
    """Read the names that are asked for, and take them over unless it is a preview.

    Photos are only read. Raises UsageError for folders without photos of the library, LibraryError.
    """
    control.report(READING, 0, 0)
    with Library.open(asked.library, create=False) as library:
        files = photos_in(library, asked.folders)
        if not files:
            raise UsageError(
                f"No photo of the library lies in {asked.title}; scan this folder first."
            )
        told = read_told(control, files, asked.folders)
        names = plan(library, matched(library, files, told))
        found = offers(library, names.loose)
        if not asked.preview:
            changed = take_over(library, names, asked.accepted)
            changed |= settle(library, asked.folders)
            control.send(LibraryChanged(changed))
        taken = not asked.preview
        return _summary(library, names, found, taken=taken, accepted=len(asked.accepted))


def photos_in(library: Library, folders: tuple[Path, ...]) -> dict[Path, Place]:
    """Return the photos that lie in these folders."""
    found: dict[Path, Place] = {}
    for folder in folders:
        rows = library.connection.rows(
            "SELECT f.path, p.id, p.width, p.height, p.turned FROM files AS f "
            "JOIN photos AS p ON p.id = f.photo_id JOIN folders AS d ON d.id = f.folder_id "
            "WHERE f.path > ? AND f.path < ? AND NOT f.gone AND f.unseen_since IS NULL "
            "AND NOT d.removed AND NOT p.away AND p.kind = 'photo' ORDER BY f.path",
            below(folder),
        )
        found |= {from_text(path): Place(*place) for path, *place in rows}
    return found


def read_told(
    control: Control, files: dict[Path, Place], folders: tuple[Path, ...]
) -> dict[int, list[PhotoTold]]:
    """Return what is told of each photo by all files that show it."""
    told: dict[int, list[PhotoTold]] = {}
    for done, one in enumerate(Gathering(files, folders)):
        control.report(READING, done, len(files), one.path.name)
        if one.told:
            told.setdefault(files[one.path].photo_id, []).append(one)
    control.report(READING, len(files), len(files))
    return told


def matched(
    library: Library, files: dict[Path, Place], told: dict[int, list[PhotoTold]]
) -> Iterator[tuple[int, PhotoNames]]:
    """Yield what the photos tell, with the faces that are meant."""
    places = {place.photo_id: place for place in files.values() if place.photo_id in told}
    faces = known_faces(library, places.values())
    for photo, place in places.items():
        yield photo, names_of(place, told[photo], faces[photo])


def _summary(
    library: Library, names: Names, found: list[Offer], *, taken: bool, accepted: int
) -> NamesSummary:
    offered = {offer.name for offer in found}
    without = sum(len(photos) for name, photos in names.loose.items() if name not in offered)
    return NamesSummary(
        people=len(names.people),
        names=names.names,
        regions=names.regions,
        photos=len(names.photos),
        unmatched=len(names.left) + without,
        named=len(names.named),
        drawn=len(names.drawn),
        there=len(names.there),
        hints=names.hints,
        taken=taken,
        accepted=accepted,
        offers=tuple(
            OfferedName(
                offer.name,
                offer.group,
                library.people.get(offer.group).cover_face_id,
                *offer[2:],
            )
            for offer in found
        ),
        left=tuple(
            Problem(Path(one.path), f"{one.name}: {retold(one.reason)}")
            for one in names.left[:MOST_LEFT]
        ),
    )
