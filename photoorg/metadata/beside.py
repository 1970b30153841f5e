"""The files beside a photo that belong to it, as a listing of its folder tells it."""

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from photoorg.media.names import RAW_SUFFIXES
from photoorg.media.names import SUFFIXES as PICTURES
from photoorg.media.photo_files import is_passing
from photoorg.metadata import takeout
from photoorg.metadata.names import picasa

_SIDECAR_FOR = re.compile(rb"SidecarForExtension(?:\s*=\s*[\"']|>)\s*([A-Za-z0-9]+)")
_XMP, _JSON = ".xmp", ".json"
SUFFIXES = frozenset({_XMP, _JSON})
"""Lower-case suffixes of files that may tell of a photo beside them."""


class Folder:
    """The files of one folder; empty for one that cannot be listed.

    Names are compared without regard to capitals and composition, as other systems do.
    """

    def __init__(self, path: Path, names: Iterable[str] | None = None) -> None:
        """List a folder, or take it for one that holds these ``names``."""
        self.path = path
        there = _listed(path) if names is None else names
        self.answers = there is not None
        """Whether the folder could be listed; what nobody said is not there lies nowhere."""
        self._names = {folded(name): name for name in sorted(there or (), reverse=True)}

    def find(self, name: str) -> Path | None:
        """Return the file of this name."""
        there = self._names.get(folded(name))
        return None if there is None else self.path / there

    @cached_property
    def _takeout(self) -> takeout.Names:
        return takeout.Names(name for key, name in self._names.items() if key.endswith(_JSON))

    @cached_property
    def _stems(self) -> Mapping[str, int]:
        """How many photos have the same stem; the film of a moving picture is none of them."""
        count: dict[str, int] = {}
        for name in self._names:
            stem, dot, suffix = name.rpartition(".")
            if dot and f".{suffix}" in PICTURES:
                count[stem] = count.get(stem, 0) + 1
        return count

    def sidecar(self, photo: str) -> Path | None:
        """Return the XMP file of a photo: ``name.ext.xmp``, or ``name.xmp`` if that is its own.

        The second belongs to the suffix that it names itself; without one, to the only photo of
        this stem, or to the raw picture among several.
        """
        own = self.find(photo + _XMP)
        if own is not None:
            return own
        stem, _, suffix = folded(photo).rpartition(".")
        shared = self.find(stem + _XMP)
        if shared is None:
            return None
        named = _SIDECAR_FOR.search(read(shared))
        if named:
            return shared if named[1].decode().lower() == suffix else None
        alone = self._stems.get(stem, 0) <= 1
        return shared if alone or f".{suffix}" in RAW_SUFFIXES else None

    def dated_by(self, photo: str) -> Path | None:
        """Return the XMP file that tells when and where a photo was taken.

        That may be one of several pictures of the same stem: they were taken at once.
        """
        return self.find(photo + _XMP) or self.find(_stem(photo) + _XMP)

    def takeout(self, photo: str) -> Path | None:
        """Return the JSON file of Google Takeout of a photo."""
        name = self._takeout.of(unicodedata.normalize("NFC", photo))
        return None if name is None else self.find(name)

    def picasa(self) -> Path | None:
        """Return Picasa's file."""
        return next((found for name in picasa.NAMES if (found := self.find(name))), None)


def told_of(photos: Iterable[str], files: Collection[str], changed: Collection[str]) -> list[str]:
    """Return those of ``photos`` that are told of by files that have ``changed``, came or went.

    ``files`` are all that are there now; all are names in one folder.
    """
    packets = {folded(name) for name in changed if folded(name).endswith(_XMP)}
    names = takeout.Names(
        name for name in sorted({*files, *changed}) if folded(name).endswith(_JSON)
    )
    return [
        photo
        for photo in photos
        if folded(photo) + _XMP in packets
        or folded(_stem(photo)) + _XMP in packets
        or names.of(unicodedata.normalize("NFC", photo)) in changed
    ]


def _listed(path: Path) -> list[str] | None:
    """Return the names in a folder, None where it does not answer."""
    try:
        with os.scandir(path) as entries:
            return [entry.name for entry in entries]
    except OSError as error:
        return None if is_passing(error) else []


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def folded(name: str) -> str:
    """Return a name as it is compared."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def read(path: Path | None, most: int = 4 << 20) -> bytes:
    """Return what a file holds; nothing where it cannot be read, is vast, or is no file."""
    return read_answered(path, most) or b""


def read_answered(path: Path | None, most: int = 4 << 20) -> bytes | None:
    """Do as :func:`read`, but return None where the disk does not answer just now."""
    if path is None:
        return b""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        return None if is_passing(error) else b""
    except ValueError:
        return b""
    return data if len(data) <= most else b""
