"""Every way in which a file can let the user down, in one folder, with real files."""

import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from photoorg.jobs.messages import Problem
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.analyze import Scanner
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
from photoorg.media.photo_files import LOOP
from tests.jobs.trial_analyzer import MODEL, colour_analyzer, paint


def png_chunk(kind: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum


def bomb(file: Path) -> None:
    """Write a small PNG that claims to be ten thousand megapixels."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    data = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(b"\0" * 9000))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + data + png_chunk(b"IEND", b""))


def locked(file: Path) -> None:
    """Write an archive that says it needs a password."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.jpg", b"secret")
    data = bytearray(file.read_bytes())
    data[6] |= 1
    file.write_bytes(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two good pictures, a copy, and everything that can go wrong."""
    folder = tmp_path / "photos"
    good = paint(folder / "good.jpg", (200, 40, 40))
    paint(folder / "sub" / "also good.png", (40, 200, 40))
    whole = paint(tmp_path / "whole.jpg", (40, 40, 200), size=(900, 700)).read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.jpg").touch()
    (folder / "zeros.jpg").write_bytes(b"\0" * 5000)
    (folder / "padded.jpg").write_bytes(whole[: len(whole) // 2] + b"\0" * 5000)
    (folder / "text.png").write_text("this is no picture at all")
    (folder / "page.gif").write_text("<!DOCTYPE html><html>not found</html>")
    (folder / "paper.jpg").write_bytes(b"%PDF-1.7 /Encrypt 12 0 R")
    locked(folder / "locked.jpg")
    bomb(folder / "bomb.png")
    with (folder / "endless.tif").open("wb") as file:
        file.truncate(3 << 30)
    os.mkfifo(folder / "pipe.jpg")
    (folder / "self.jpg").symlink_to(folder / "self.jpg")
    (folder / "gone.jpg").symlink_to(folder / "nowhere.jpg")
    (folder / "sub" / "up").symlink_to(folder)
    os.link(good, folder / os.fsdecode(b"caf\xe9.jpg"))
    Image.new("RGB", (0x4000, 1)).save(folder / "thin.png")
    return folder


def test_each_gets_one_sentence_and_the_scan_goes_on(folder: Path, tmp_path: Path) -> None:
    control = Control(lambda _: None)
    with Library.open(tmp_path / "trial.photoorg") as library:
        assert take_in(library, control, folder) == [Problem(folder / "self.jpg", LOOP)]
        roots = {root.id: root.path for root in library.folders.list()}
        scanner = Scanner(library, control, colour_analyzer()[1], MODEL, roots, workers=2)
        scanner.work_off(library.intake.queue(MODEL))
        reasons = {problem.path.name: problem.reason for problem in scanner.problems}
        read = {(os.fsencode(p.path.name), p.copies) for p in library.photos.list()}
        listed = {problem.path.name: problem.reason for problem in library.photos.problems()}
    assert read == {(b"caf\xe9.jpg", 2), (b"also good.png", 1), (b"thin.png", 1)}
    assert reasons == listed
    expected = {
        "cut.jpg": "cut off",
        "empty.jpg": "empty",
        "zeros.jpg": "nothing but zeros",
        "padded.jpg": "cut off",
        "text.png": "not a picture",
        "page.gif": "web page",
        "paper.jpg": "password",
        "locked.jpg": "password",
        "bomb.png": "megapixels",
        "endless.tif": "GB large",
        "pipe.jpg": "not an ordinary file",
    }
    assert set(reasons) == set(expected)
    for name, words in expected.items():
        assert words in reasons[name], (name, reasons[name])
        assert reasons[name].endswith(".")
        assert "\n" not in reasons[name]
