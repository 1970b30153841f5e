"""Photos with one face each, in every way a picture can be stored, and exiftool as the judge."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from photoorg.jobs.names.reading import run as run_reading
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.jobs.names.writing import run as run_writing
from photoorg.jobs.names.writing_request import WritingRequest, WritingSummary
from photoorg.jobs.progress import Control
from photoorg.library import FileEntry, Library
from photoorg.types import Box, FoundFace
from tests.library.conftest import analysis, found

FACE = Box(40, 60, 120, 150)
"""Where the face is in the upright picture."""

UPRIGHT = (640, 480)

_STORE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def make_photo(path: Path, orientation: int = 1) -> None:
    """Write a picture with a bright face at :data:`FACE`, once it is turned as EXIF says."""
    image = Image.new("RGB", UPRIGHT, (20, 30, 40))
    x, y, w, h = map(int, FACE)
    image.paste((250, 240, 230), (x, y, x + w, y + h))
    if orientation in _STORE:
        image = image.transpose(_STORE[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, exif=exif)


def face() -> FoundFace:
    """Return the face as a detector finds it, a bit smaller than others draw it."""
    one = found(FACE.x)
    return FoundFace(FACE, one.landmarks, one.score, one.quality, one.embedding)


def exiftool(*arguments: str | Path) -> list[dict[str, Any]]:
    """Run exiftool; return what it says as JSON, nothing where it only writes."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not there; packaging/test installs it")
    done = subprocess.run(
        [program, "-config", "", "-json", "-struct", "-n", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout)) if done.stdout.startswith("[") else []


def add(library: Library, folder: Path, faces: list[list[FoundFace]] | None = None) -> list[int]:
    """Put the photos of a folder, with one face each, into the library; return the faces."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".png"))
    folder_id = library.folders.add(folder)
    library.intake.register(folder_id, [FileEntry(path, 10, 7) for path in paths])
    known = library.intake.known(folder)
    stored = library.pictures.store(
        analysis(known[path].file_id, [face()] if faces is None else faces[n])
        for n, path in enumerate(paths)
    )
    return [one for own in stored for one in own]


def read(library: Library, folder: Path, *, preview: bool = False) -> NamesSummary:
    return run_reading(
        Control(lambda _: None), NamesRequest(library.path, (folder,), preview=preview)
    )


def write(library: Library, *people: int) -> WritingSummary:
    return run_writing(Control(lambda _: None), WritingRequest(library.path, people))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.photoorg") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "photos"
