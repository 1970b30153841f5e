"""One photo from file to faces: the part of a scan that runs beside others in threads."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from photoorg.analysis.drawn_faces import see_drawn
from photoorg.analysis.faces import Detected, FaceAnalyzer, cut_finer, wants_finer
from photoorg.analysis.thumbnails import face_thumbnail, photo_thumbnail
from photoorg.library import PendingFile
from photoorg.library.values import Turn
from photoorg.media.images import Watch, read_picture, turned
from photoorg.media.photo_files import is_large, pieces, read_file
from photoorg.media.picture_identity import picture_hash
from photoorg.metadata.beside import Folder
from photoorg.metadata.details import read_details
from photoorg.metadata.values import NOTHING, Details
from photoorg.types import Box

_NONE: Mapping[int, Box] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """A file's bytes (None when it is large, to be read once more), their hash, the picture's.

    And what the file tells of the photo.
    """

    data: bytes | None
    digest: str
    picture: str
    details: Details = NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What looking at one photo gave; the picture itself is already let go.

    ``drawn`` is what lies in boxes that a human drew, by the ids of their faces, and ``turned``
    counts the quarter turns clockwise in which all of it stands.
    """

    digest: str
    picture: str
    width: int
    height: int
    details: Details
    thumbnail: bytes
    faces: list[Detected]
    face_thumbnails: dict[Box, bytes]
    drawn: dict[int, Detected] = field(default_factory=dict)
    turned: int = 0


def read(listed: Callable[[Path], Folder], photo: PendingFile) -> Content:
    """Read a photo's file and hash its bytes; raises :class:`PhotoError`.

    ``listed`` returns what lies in a folder.
    """
    folder = listed(photo.path.parent)
    hasher = hashlib.blake2b(digest_size=20)
    if is_large(photo.path):
        for piece in pieces(photo.path):
            hasher.update(piece)
        digest = hasher.hexdigest()
        return Content(None, digest, digest, read_details(photo.path, folder=folder))
    data = read_file(photo.path)
    hasher.update(data)
    details = read_details(photo.path, data, folder)
    return Content(data, hasher.hexdigest(), picture_hash(data), details)


def look(
    photo: PendingFile,
    content: Content,
    analyzer: FaceAnalyzer,
    inference: AbstractContextManager[object],
    watched: Watch,
    drawn: Mapping[int, Box] = _NONE,
    turn: Turn | None = None,
) -> Seen:
    """Decode a photo, find its faces and draw all thumbnails; raises :class:`PhotoError`.

    ``watched()`` surrounds the decoding, see :func:`read_picture`; ``drawn`` are boxes of known
    faces by their ids, in which no detector has found a face yet. A photo that was edited keeps
    its ``turn`` as long as it has the same shape: whoever turned the file has put it right there.
    """
    source = content.data if content.data is not None else photo.path
    decode = partial(read_picture, source, path=photo.path, watched=watched)
    picture = decode(quick=True)
    quarters = 0
    if turn is not None and turn.size in (None, (picture.width, picture.height)):
        quarters = turn.quarters
        picture = turned(picture, quarters)
    with inference:
        faces = analyzer.detect(picture)
    small = {face.box for face in faces if picture.finer and wants_finer(face, picture)}
    if small or (drawn and picture.finer):
        picture = turned(decode(), quarters) if quarters else decode()
        faces = [cut_finer(face, picture) if face.box in small else face for face in faces]
    inside: dict[int, Detected] = {}
    if drawn:
        with inference:
            inside = {face: see_drawn(picture, box, analyzer) for face, box in drawn.items()}
    return Seen(
        digest=content.digest,
        picture=content.picture,
        width=picture.width,
        height=picture.height,
        details=content.details,
        thumbnail=photo_thumbnail(picture),
        faces=faces,
        face_thumbnails={
            face.box: face_thumbnail(picture, face.box) for face in (*faces, *inside.values())
        },
        drawn=inside,
        turned=quarters,
    )
