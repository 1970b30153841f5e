"""Reads zip files of aligned face crops and keeps some people aside for measuring."""

import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

import cv2
import numpy as np

from photoorg.errors import DataError
from photoorg.types import BoolArray, IntArray, Pixels

ADULT = 20
"""Years from which on somebody is an adult where bands of age are told."""

_YEARS = re.compile(r"\d+", re.ASCII)
_OF_FAIRFACE = re.compile(r"[a-z]+\d+_[fm]_([A-Za-z]+)", re.ASCII)


@dataclass(frozen=True, slots=True, eq=False)
class FaceCrops:
    """Aligned faces: ``pixels (n, 112, 112, 3)`` BGR uint8, ``names (n,)``, ``folders (n,)``.

    A name is the person's where the file name tells it (``Anna_Smith_0003.webp``), else empty; a
    folder is the one inside the zip file, empty for a file at its top; ``origins (n,)`` are the
    parts of the world that a file name tells, else empty. ``aside (n,)`` tells who is kept out of
    training (:func:`is_photo_held_out`).
    """

    pixels: Pixels
    names: list[str]
    folders: list[str]
    origins: list[str]
    aside: BoolArray

    @property
    def adults(self) -> BoolArray:
        """Who is 20 years old or older, as the folders tell ``(n,)``."""
        return np.array([begins(band) >= ADULT for band in self.folders], bool)

    def select(self, rows: BoolArray | IntArray) -> "FaceCrops":
        """Return the chosen rows."""
        chosen = np.arange(len(self.names))[rows]
        return FaceCrops(
            self.pixels[chosen],
            [self.names[row] for row in chosen],
            [self.folders[row] for row in chosen],
            [self.origins[row] for row in chosen],
            self.aside[chosen],
        )


def read_crops(files: Sequence[Path]) -> FaceCrops:
    """Read every picture of the zip files in the order of their names.

    Raises DataError naming the file that is no zip file or holds a picture of another size.
    """
    pixels: list[Pixels] = []
    names: list[str] = []
    folders: list[str] = []
    origins: list[str] = []
    aside: list[bool] = []
    for file in files:
        try:
            with zipfile.ZipFile(file) as archive:
                members = sorted(name for name in archive.namelist() if not name.endswith("/"))
                for member in members:
                    pixels.append(_decode(archive.read(member), f"{file.name}: {member}"))
                    names.append(person_of(member))
                    folders.append(PurePosixPath(member).parent.name)
                    origins.append(origin_of(member))
                    aside.append(is_photo_held_out(PurePosixPath(member)))
        except (OSError, zipfile.BadZipFile) as error:
            raise DataError(f"{file} cannot be read as a zip file of faces: {error}") from error
    if not pixels:
        raise DataError("there are no faces to train on: name at least one zip file of crops")
    return FaceCrops(np.stack(pixels), names, folders, origins, np.array(aside))


def is_held_out(name: str, share: float = 0.2) -> bool:
    """Return whether the person (or the photo) of that name is kept out of training.

    Who is kept out depends only on the name, so it stays the same in every run and with every
    other data beside it.
    """
    return bool(name) and zlib.crc32(f"held out: {name}".encode()) < share * 2**32


def is_photo_held_out(file: PurePath) -> bool:
    """Return whether a photo is kept out of training: by its person, or else its own name."""
    return is_held_out(person_of(file.name) or file.name)


def _decode(data: bytes, where: str) -> Pixels:
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if picture is None or picture.shape != (112, 112, 3):
        raise DataError(f"{where} is not a picture of 112 x 112 pixels")
    pixels: Pixels = picture.astype(np.uint8)
    return pixels


def person_of(member: str) -> str:
    """Return the name in ``Anna_Smith_0003.webp``, empty for a file named by numbers only.

    >>> person_of("Anna_Smith_0003.webp"), person_of("28/103_2.webp")
    ('Anna_Smith', '')
    """
    stem = PurePosixPath(member).stem
    person, _, number = stem.rpartition("_")
    return person if number.isdigit() and not person.replace("_", "").isdigit() else ""


def origin_of(member: str) -> str:
    """Return the origin in ``train17_f_EastAsian.webp``, as FairFace's files are called, or "".

    >>> origin_of("20-29/train17_f_EastAsian.webp"), origin_of("Anna_Smith_0003.webp")
    ('EastAsian', '')
    """
    found = _OF_FAIRFACE.fullmatch(PurePosixPath(member).stem)
    return found[1] if found else ""


def begins(band: str) -> int:
    """Return the year in which a band of age begins, as its folder is called, or -1.

    >>> begins("28"), begins("03-09"), begins("elsewhere")
    (28, 3, -1)
    """
    found = _YEARS.match(band)
    return int(found[0]) if found else -1
