"""A raw file and its JPEG, a still and its film are one photo, if all that is known agrees."""

import errno
import os
import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
from photoorg.library.accounting.account import Account, What
from tests.failing_disk import FailingDisk
from tests.media.formats.raw_files import dng

IDENTIFIER = b"7F3C1A2B-0000-4000-8000-1234567890AB\0"
NOTE = b"Apple iOS\0\0\1MM" + struct.pack(">HHHII", 1, 0x11, 2, 37, 28) + IDENTIFIER


def still(path: Path, taken: str | None = None, note: bytes | None = None) -> None:
    exif = Image.Exif()
    details = exif.get_ifd(0x8769)
    if taken:
        details[0x9003] = taken
    if note:
        details[0x927C] = note
    file = BytesIO()
    Image.new("RGB", (32, 24), "gray").save(file, "JPEG", exif=exif.tobytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.getvalue())


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def film(path: Path, *, created: int = 0, seconds: int = 3, identifier: bytes = b"") -> None:
    """Write a film that was created so many seconds after 1904."""
    header = box(
        b"mvhd", struct.pack(">IIIII", 0, created, created, 600, seconds * 600) + bytes(80)
    )
    if identifier:
        name = b"com.apple.quicktime.content.identifier"
        keys = box(b"keys", struct.pack(">II", 0, 1) + box(b"mdta", name))
        value = box(b"data", struct.pack(">II", 1, 0) + identifier)
        header += box(b"meta", keys + box(b"ilst", box(b"\0\0\0\1", value)))
    path.write_bytes(
        box(b"ftyp", b"qt  \0\0\0\0qt  ") + box(b"mdat", bytes(99)) + box(b"moov", header)
    )


def raw(path: Path, taken: str = "2019:07:14 10:11:12") -> None:
    path.write_bytes(dng(np.zeros((32, 32, 3), np.uint8), taken=taken))


SINCE_1904 = 2_082_844_800 + 1_563_099_072  # 2019-07-14T10:11:12 in Greenwich


LOOK = """
from pathlib import Path
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
with Library.open(Path({library!r})) as library:
    take_in(library, Control(lambda _: None), Path({folder!r}))
    print(sorted(path.name for path in library.accounts.companions(Path({folder!r}))))
"""


@pytest.mark.parametrize("error", [errno.EIO, errno.ESTALE, errno.ENODEV, errno.EACCES])
@pytest.mark.parametrize("silent", ["one.jpg", "one.dng"])
def test_what_does_not_answer_stays_what_it_was(
    tmp_path: Path, failing_disk: FailingDisk, error: int, silent: str
) -> None:
    """A raw file of another day is its own photo, also while the disk does not say so."""
    folder = tmp_path / "a"
    still(folder / "one.jpg", "2019:07:14 10:11:12")
    still(folder / "two.jpg", "2019:07:14 10:11:12")
    raw(folder / "one.dng", "2003:01:01 00:00:00")
    raw(folder / "two.dng")
    look = LOOK.format(library=str(tmp_path / "x.photoorg"), folder=str(folder))
    # open() fails, not stat(): the walk meets the file
    assert failing_disk.run(look, folder / silent, error, opening=True) == "['two.dng']\n"
    assert failing_disk.run(look, folder / "none", error) == "['two.dng']\n"
    # The still is not even met, and what belongs to it does not become a photo of its own.
    assert failing_disk.run(look, folder / "two.jpg", error) == "['two.dng']\n"
    os.utime(folder / "two.dng", ns=(5, 5))
    assert failing_disk.run(look, folder / "two.dng", error, opening=True) == "['two.dng']\n"


def account(library: Library, folder: Path) -> Account:
    take_in(library, Control(lambda _: None), folder)
    return library.folders.list()[0].account


@pytest.mark.parametrize(
    ("taken", "other", "pairs"),
    [
        ("2019:07:14 10:11:12", "2019:07:14 10:11:12", 1),
        ("2019:07:14 10:11:12", "2019:07:14 10:11:13", 1),
        ("2019:07:14 10:11:12", "2021:07:14 10:11:12", 0),
        (None, "2019:07:14 10:11:12", 1),
    ],
)
def test_a_raw_file_beside_its_jpeg(
    tmp_path: Path, taken: str | None, other: str, pairs: int
) -> None:
    folder = tmp_path / "photos"
    still(folder / "IMG_1.JPG", taken)
    raw(folder / "img_1.dng", other)
    raw(folder / "IMG_2.DNG", other)
    with Library.open(tmp_path / "x.photoorg") as library:
        told = account(library, folder)
        assert (told.found, told.pairs, told.skipped[What.WAITING]) == (3, pairs, 3 - pairs)
        beside = [(one.path, one.of) for one in library.accounts.companions(folder).values()]
        assert beside == [(folder / "img_1.dng", folder / "IMG_1.JPG")] * pairs


@pytest.mark.parametrize(
    ("still_note", "film_identifier", "taken", "created", "seconds", "pairs"),
    [
        (NOTE, IDENTIFIER[:-1], None, 0, 60, 1),
        (NOTE, b"another", "2019:07:14 10:11:12", SINCE_1904, 3, 0),
        (None, b"", "2019:07:14 12:11:11", SINCE_1904, 60, 1),
        (None, b"", "2019:07:14 12:15:00", SINCE_1904, 3, 0),
        (None, b"", "2017:07:14 12:11:11", SINCE_1904, 3, 0),
        (None, b"", None, 0, 3, 1),
        (None, b"", None, 0, 60, 0),
    ],
)
def test_a_film_beside_its_still(
    tmp_path: Path,
    still_note: bytes | None,
    film_identifier: bytes,
    taken: str | None,
    created: int,
    seconds: int,
    pairs: int,
) -> None:
    folder = tmp_path / "photos"
    still(folder / "IMG_1.JPG", taken, still_note)
    film(folder / "IMG_1.MOV", created=created, seconds=seconds, identifier=film_identifier)
    film(folder / "IMG_2.MOV", created=created, seconds=3)
    with Library.open(tmp_path / "x.photoorg") as library:
        told = account(library, folder)
        assert (told.found, told.pairs, told.skipped[What.WAITING]) == (3, pairs, 3 - pairs)


def test_a_raw_file_is_a_photo_again_when_its_jpeg_goes(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    still(folder / "a.jpg")
    raw(folder / "a.dng")
    with Library.open(tmp_path / "x.photoorg") as library:
        assert account(library, folder).pairs == 1
        assert account(library, folder).pairs == 1  # known by its size and time
        (folder / "a.jpg").unlink()
        told = account(library, folder)
        assert (told.pairs, told.skipped[What.WAITING]) == (0, 1)
        still(folder / "a.jpg")
        told = account(library, folder)
        assert (told.pairs, told.skipped[What.WAITING], told.found) == (1, 1, 2)


@pytest.mark.parametrize(
    "data", [b"", b"\0\0\0\x08moov", b"\xff" * 400, b"\0\0\0\x10moov\0\0\0\0mvhd"]
)
def test_what_is_no_film_belongs_to_nothing(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "photos"
    still(folder / "a.jpg")
    (folder / "a.mov").write_bytes(data)
    with Library.open(tmp_path / "x.photoorg") as library:
        assert account(library, folder).pairs == 0
