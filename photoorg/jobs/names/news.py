"""New names in files beside photos that came or changed: counted at the end of a scan, not taken.

Sidecars and Google Takeout's files are looked into once after each change. Of names without a place
those count that can be offered; all are read by :mod:`.reading` once the user asks for it.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from photoorg.jobs.messages import LibraryChanged
from photoorg.jobs.names.reading import matched, photos_in, read_told
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.elsewhere.importing import Names, plan
from photoorg.library.elsewhere.matching import Place
from photoorg.library.elsewhere.news import News, keep, waiting
from photoorg.library.elsewhere.offers import offers
from photoorg.metadata.beside import Folder, read_answered
from photoorg.metadata.names.gathering import SIDECAR, PhotoTold
from photoorg.metadata.names.takeout import AUTHOR as TAKEOUT
from photoorg.types import Kind

_BESIDE = (SIDECAR, TAKEOUT)


def look_beside(library: Library, control: Control) -> list[News]:
    """Look into the files that came or changed; return where so many names in them are new."""
    fresh = waiting(library)
    if not fresh:
        return []
    beside = _Beside(fresh)
    photos = {
        path: place
        for folder in sorted({path.parent for path in fresh})
        for path, place in photos_in(library, (folder,)).items()
        if path.parent == folder and beside.of(path)
    }
    told = {
        photo: [_without_embedded(one) for one in files]
        for photo, files in read_told(control, photos, ()).items()
    }
    names = plan(library, matched(library, photos, told))
    new = Counter(beside.telling(_news(library, names, photos)))
    # One that does not answer just now is looked into by the next scan.
    found = {path: new[path] for path in fresh if read_answered(path) is not None}
    keep(library, found)
    control.send(LibraryChanged(frozenset({Kind.FOLDERS})))
    roots = library.folders.roots().values()
    counts = Counter(
        {
            root: sum(count for path, count in found.items() if path.is_relative_to(root))
            for root in roots
        }
    )
    return [News(root, count) for root, count in sorted((+counts).items())]


class _Beside:
    """Which of these ``files`` tell of a photo."""

    def __init__(self, files: Collection[Path]) -> None:
        self._files = frozenset(files)
        self._listed = lru_cache(1)(Folder)

    def of(self, photo: Path) -> list[Path]:
        """Return those of a photo."""
        folder = self._listed(photo.parent)
        found = folder.sidecar(photo.name), folder.takeout(photo.name)
        return [path for path in found if path in self._files]

    def telling(self, photos: Iterable[Path]) -> list[Path]:
        """Return the first file of each photo that has any."""
        return [files[0] for photo in sorted(photos) if (files := self.of(photo))]


def _without_embedded(one: PhotoTold) -> PhotoTold:
    """Leave out what the photo's own file says: that has not changed."""
    return replace(one, told=tuple(told for told in one.told if told.author in _BESIDE))


def _news(library: Library, names: Names, photos: dict[Path, Place]) -> list[Path]:
    """Return for each new name a photo of which it is told."""
    found = [Path(one.path) for one in (*names.named, *names.drawn)]
    paths = {place.photo_id: path for path, place in photos.items()}
    return found + [paths[min(names.loose[one.name])] for one in offers(library, names.loose)]
