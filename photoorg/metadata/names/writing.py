"""Sidecars written: whole or not at all, and nothing but sidecars.

A sidecar is written under another name first, and takes its own when all of it is on the disk; who
is killed in between leaves the old one, and a part that the next try replaces.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from photoorg.metadata.beside import Folder
from photoorg.metadata.names.embedded import Embedded
from photoorg.metadata.names.frames import UPRIGHT, stored, stored_size, ways
from photoorg.metadata.names.packets import applied_size, with_names
from photoorg.metadata.names.regions import read_orientation
from photoorg.metadata.names.spans import PacketError
from photoorg.metadata.names.values import Region
from photoorg.metadata.names.xml import LARGEST
from photoorg.tr import kept
from photoorg.types import Box

_PART = ".photoorg-part"


def write_names(
    folder: Folder,
    photo: str,
    size: tuple[int, int],
    embedded: Embedded,
    faces: Mapping[str, Box],
) -> bool:
    """Write names into the sidecar of a photo; tell whether anything was to be written.

    ``faces`` are boxes in shares of the upright picture of this ``size``. They are written for the
    picture as it is stored, or in the frame of the regions that the sidecar holds. What a container
    turns itself nobody sees as it is stored. Raises OSError, and :class:`PacketError` for a sidecar
    that has to be left alone.
    """
    path = folder.sidecar(photo) or folder.path / f"{photo}.xmp"
    before = _read(path)
    frame = orientation = UPRIGHT if embedded.turned_inside else embedded.orientation
    if before and (applied := applied_size(before)) is not None:
        turned = None if embedded.turned_inside else read_orientation(before)
        drawn = Region("", Box(0, 0, 1, 1), applied, orientation=turned)
        there = ways(drawn, size, orientation)
        if not there.sure:
            raise PacketError(kept("its regions belong to another picture"))
        frame = there.ways[0]
    boxes = {name: stored(box, frame) for name, box in faces.items()}
    after = with_names(before, stored_size(size, frame), boxes)
    if after == before:
        return False
    _replace(path, after)
    return True


def _read(path: Path) -> bytes | None:
    """Return what a sidecar holds, None where there is none."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise PacketError(kept("it is no ordinary file"))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    if len(data) > LARGEST:
        raise PacketError(kept("it is far larger than sidecars are"))
    if not data.strip():
        raise PacketError(kept("it is empty"))
    return data


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}{_PART}")
    try:
        with part.open("wb") as file:
            with suppress(FileNotFoundError):
                os.fchmod(file.fileno(), path.stat().st_mode & 0o7777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
