"""A small library of real files on the disk, as the tests of the window need it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from photoorg.library import Analysis, FileEntry, Library
from photoorg.settings import Settings
from photoorg.types import Box, FoundFace
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

MODEL = "tiny-0123"
FILES = (  # name, size, taken at, boxes of faces
    (
        "beach.jpg",
        (640, 480),
        "2019-07-20T10:30:00",
        (Box(100, 100, 120, 150), Box(400, 90, 90, 110)),
    ),
    ("garden.jpg", (480, 640), "2019-07-19T09:00:00", (Box(150, 200, 160, 200),)),
    ("panorama.jpg", (1200, 200), "2019-07-01T12:00:00", ()),
    ("party.jpg", (640, 480), "2018-12-31T23:59:00", (Box(50, 60, 100, 120),)),
    ("snow.jpg", (400, 300), "2018-12-01T08:00:00", ()),
    ("scan.jpg", (300, 400), None, ()),
)


@dataclass(frozen=True, slots=True)
class Gallery:
    """An open library; ``photos`` and ``faces`` are ids by file name."""

    library: Library
    folder: Path
    photos: dict[str, int]
    faces: dict[str, list[int]]
    broken: int

    def person_of(self, name: str, face: int = 0) -> int:
        """Return the person of one face of a photo."""
        person = self.library.faces.get(self.faces[name][face]).person_id
        assert person is not None
        return person


def make_gallery(place: Path) -> Gallery:
    """Write pictures, put them into a library, and group the faces.

    The first face of beach.jpg and those of garden.jpg and party.jpg are one person, the second
    face of beach.jpg is another; nobody has a name. broken.jpg could not be read.
    """
    folder = place / "Pictures"
    folder.mkdir()
    for number, (name, size, _, _) in enumerate(FILES):
        draw(folder / name, size, number)
    (folder / "broken.jpg").write_bytes(b"no picture")
    library = Library.open(place / "test.photoorg")
    library.intake.register(
        library.folders.add(folder),
        [
            FileEntry(path, path.stat().st_size, path.stat().st_mtime_ns)
            for path in sorted(folder.iterdir())
        ],
    )
    known = {path.name: file.file_id for path, file in library.intake.known(folder).items()}
    broken = known.pop("broken.jpg")
    library.intake.fail(broken, "The file is no picture; delete it.")
    with library.write():
        ids = library.pictures.store(
            Analysis(known[name], name, *size, taken, MODEL, [_face(box) for box in boxes])
            for name, size, taken, boxes in FILES
        )
    faces = {name: found for (name, *_), found in zip(FILES, ids, strict=True)}
    matrix = library.faces.matrix(MODEL)
    other = faces["beach.jpg"][1]
    library.grouping.apply(
        matrix, (matrix.ids == other).astype(np.int64), engine="test", model=MODEL
    )
    photos = {name: library.pictures.photo_of(known[name]) or 0 for name, *_ in FILES}
    return Gallery(library, folder, photos, faces, broken)


def draw(path: Path, size: tuple[int, int], number: int) -> None:
    """Write a picture of a sloping colour that is never quite the same."""
    width, height = size
    across = np.linspace(0, 200, width)[None, :].repeat(height, 0)
    down = np.linspace(0, 200, height)[:, None].repeat(width, 1)
    third = np.full((height, width), 40 * number % 256)
    Image.fromarray(np.stack([across, down, third], 2).astype(np.uint8)).save(path, quality=90)


def _face(box: Box) -> FoundFace:
    embedding = np.ones(8, np.float32)
    return FoundFace(box, np.zeros((5, 2), np.float32), 0.9, box.w / 200, embedding)


class Window(QObject):
    """What a page lives in: session and thumbnails, and what the session said."""

    def __init__(self, gallery: Gallery, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = Session(gallery.library, settings or Settings(), parent=self)
        self.thumbnails = ThumbnailLoader(gallery.library.path, self)
        self.said: list[str] = []
        self.failed: list[str] = []
        self.wanted: list[list[Path]] = []
        self.session.said.connect(lambda sentence, _: self.said.append(sentence))
        self.session.failed.connect(self.failed.append)
        self.session.foldersWanted.connect(self.wanted.append)


def wait_for(qtbot: QtBot, ready: Callable[[], object]) -> None:
    """Run the event loop until ``ready()``; generous, because nothing here is measured."""
    qtbot.waitUntil(lambda: bool(ready()), timeout=30_000)
