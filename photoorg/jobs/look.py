"""One photo from file to faces: the part of a scan that runs beside others in threads."""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass

from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.analysis.images import read_picture
from photoorg.analysis.photo_files import read_file
from photoorg.analysis.picture_identity import picture_hash
from photoorg.analysis.thumbnails import face_thumbnail, photo_thumbnail
from photoorg.library import PendingFile
from photoorg.types import Box

HELD_BYTES = 64 << 20
"""Files larger than this are read a second time instead of being held while they wait."""


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """A file's bytes (None when there are too many to hold), their hash, and the picture's."""

    data: bytes | None
    digest: str
    picture: str


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What looking at one photo gave; the picture itself is already let go."""

    digest: str
    picture: str
    width: int
    height: int
    taken_at: str | None
    thumbnail: bytes
    faces: list[Detected]
    face_thumbnails: dict[Box, bytes]


def read(photo: PendingFile) -> Content:
    """Read a photo's file and hash its bytes; raises :class:`PhotoError`."""
    data = read_file(photo.path)
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    return Content(data if len(data) <= HELD_BYTES else None, digest, picture_hash(data))


def look(
    photo: PendingFile,
    content: Content,
    analyzer: FaceAnalyzer,
    inference: AbstractContextManager[object],
) -> Seen:
    """Decode a photo, find its faces and draw all thumbnails; raises :class:`PhotoError`."""
    data = content.data if content.data is not None else read_file(photo.path)
    picture = read_picture(data, path=photo.path)
    with inference:
        faces = analyzer.detect(picture)
    return Seen(
        digest=content.digest,
        picture=content.picture,
        width=picture.width,
        height=picture.height,
        taken_at=picture.taken_at,
        thumbnail=photo_thumbnail(picture),
        faces=faces,
        face_thumbnails={face.box: face_thumbnail(picture, face.box) for face in faces},
    )
