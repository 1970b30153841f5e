"""A library with groups of several sizes, without files on the disk but with thumbnails."""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from photoorg.library import Analysis, FileEntry, Library, Person
from photoorg.library.decisions import actions
from photoorg.types import Box, FoundFace

MODEL = "tiny-0123"
SIZES = (6, 4, 3, 2, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Crowd:
    """``groups`` holds the ids of the people, the biggest first."""

    library: Library
    groups: list[int]

    def person(self, group: int) -> Person:
        return self.library.people.get(self.groups[group])

    def faces(self, group: int) -> list[int]:
        return [face.id for face in self.library.faces.of_person(self.groups[group])]


def make_crowd(place: Path, sizes: tuple[int, ...] = SIZES, names: tuple[str, ...] = ()) -> Crowd:
    """Fill a new library; every photo shows one face, and the first groups are given ``names``."""
    library = Library.open(place / "crowd.photoorg")
    folder = place / "Pictures"
    folder_id = library.folders.add(folder)
    count = sum(sizes)
    paths = [folder / f"{n:03}.jpg" for n in range(count)]
    library.intake.register(folder_id, [FileEntry(path, 1, 1) for path in paths])
    known = library.intake.known(folder)
    with library.write():
        found = library.pictures.store(analysis(known[p].file_id, n) for n, p in enumerate(paths))
    faces = [ids[0] for ids in found]
    jpeg = thumbnail()
    library.thumbnails.put_faces((face, jpeg) for face in faces)
    library.thumbnails.put_photos((known[path].file_id, jpeg) for path in paths)
    regroup(library, [group for group, size in enumerate(sizes) for _ in range(size)])
    people = [library.faces.get(faces[sum(sizes[:n])]).person_id for n in range(len(sizes))]
    groups = [person for person in people if person is not None]
    for group, name in zip(groups, names, strict=False):
        actions.rename(library, group, name)
    return Crowd(library, groups)


def regroup(library: Library, labels: list[int]) -> None:
    """Let the machine group the faces, in the order of their ids."""
    matrix = library.faces.matrix(MODEL)
    library.grouping.apply(matrix, np.array(labels), engine="test", model=MODEL)


def thumbnail() -> bytes:
    """Return a small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (96, 96), (180, 120, 90)).save(out, "JPEG")
    return out.getvalue()


def analysis(photo_id: int, n: int) -> Analysis:
    """Return what the n-th photo shows."""
    face = FoundFace(
        Box(10, 10, 80, 80),
        np.zeros((5, 2), np.float32),
        0.9,
        1 - n / 1000,
        np.ones(8, np.float32),
    )
    taken = f"{2010 + n % 5}-06-01T12:00:00"
    return Analysis(photo_id, f"content {n}", 640, 480, taken, MODEL, [face])
