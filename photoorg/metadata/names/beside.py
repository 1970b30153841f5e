"""The files beside a photo that belong to it, as a listing of its folder tells it."""

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from photoorg.media.formats import raw_photos
from photoorg.media.images import SUFFIXES
from photoorg.metadata.names import picasa, takeout

_SIDECAR_FOR = re.compile(rb"SidecarForExtension(?:\s*=\s*[\"']|>)\s*([A-Za-z0-9]+)")
_SUFFIX = ".xmp"


class Folder:
    """The files of one folder; empty for one that cannot be listed.

    Names are compared without regard to capitals and composition, as other systems do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError:
            names = []
        self._names = {folded(name): name for name in reversed(names)}

    def find(self, name: str) -> Path | None:
        """Return the file of this name."""
        there = self._names.get(folded(name))
        return None if there is None else self.path / there

    @cached_property
    def _takeout(self) -> takeout.Names:
        return takeout.Names(name for name in self._names.values() if folded(name).endswith("json"))

    @cached_property
    def _stems(self) -> Mapping[str, int]:
        """How many photos have the same stem; the film of a moving picture is none of them."""
        count: dict[str, int] = {}
        for name in self._names:
            stem, dot, suffix = name.rpartition(".")
            if dot and f".{suffix}" in SUFFIXES:
                count[stem] = count.get(stem, 0) + 1
        return count

    def sidecar(self, photo: str) -> Path | None:
        """Return the XMP file of a photo: ``name.ext.xmp``, or ``name.xmp`` if that is its own.

        The second belongs to the suffix that it names itself; without one, to the only photo of
        this stem, or to the raw picture among several.
        """
        own = self.find(photo + _SUFFIX)
        if own is not None:
            return own
        stem, _, suffix = folded(photo).rpartition(".")
        shared = self.find(stem + _SUFFIX)
        if shared is None:
            return None
        named = _SIDECAR_FOR.search(read(shared))
        if named:
            return shared if named[1].decode().lower() == suffix else None
        alone = self._stems.get(stem, 0) <= 1
        return shared if alone or f".{suffix}" in raw_photos.SUFFIXES else None

    def takeout(self, photo: str) -> Path | None:
        """Return the JSON file of Google Takeout of a photo."""
        name = self._takeout.of(unicodedata.normalize("NFC", photo))
        return None if name is None else self.find(name)

    def picasa(self) -> Path | None:
        """Return Picasa's file."""
        return next((found for name in picasa.NAMES if (found := self.find(name))), None)


def folded(name: str) -> str:
    """Return a name as it is compared."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def read(path: Path | None, most: int = 4 << 20) -> bytes:
    """Return what a file holds; nothing where it cannot be read, is vast, or is no file."""
    if path is None:
        return b""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= most else b""
