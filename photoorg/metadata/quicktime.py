"""What films (QuickTime, MP4) tell of themselves: when, how long, and to which still they belong.

The header of a film counts from 1904 in UTC; what Apple writes beside it has the zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from photoorg.metadata.blocks import LARGEST, boxes
from photoorg.metadata.moments import Moment, moment, of_instant

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_CREATED = "com.apple.quicktime.creationdate"
_IDENTIFIER = "com.apple.quicktime.content.identifier"


@dataclass(slots=True)
class Film:
    """``taken`` when it begins, ``seconds`` how long it is, ``identifier`` that of its still."""

    taken: Moment | None = None
    seconds: float | None = None
    identifier: str = ""


def read_film(file: BinaryIO) -> Film:
    """Return what a film tells; nothing where it is damaged, or no film."""
    film = Film()
    end = file.seek(0, 2)
    file.seek(0)
    try:
        for kind, stop in boxes(file, end):
            if kind == b"moov" and stop - file.tell() <= LARGEST:
                _header(file, stop, film)
                break
    except (ValueError, IndexError, OSError, OverflowError):
        return Film()
    return film


def _header(file: BinaryIO, end: int, film: Film) -> None:
    told: dict[str, str] = {}
    for kind, stop in boxes(file, end):
        if kind == b"mvhd":
            _movie(file.read(min(stop - file.tell(), 40)), film)
        elif kind == b"meta":
            told = _apple(file, stop)
    film.identifier = told.get(_IDENTIFIER, "")
    film.taken = moment(told.get(_CREATED)) or film.taken


def _movie(head: bytes, film: Film) -> None:
    wide = 8 if head[0] == 1 else 4
    created = int.from_bytes(head[4 : 4 + wide], "big")
    at = 4 + 2 * wide
    scale, length = head[at : at + 4], head[at + 4 : at + 4 + wide]
    if created:
        film.taken = of_instant(_EPOCH + timedelta(seconds=created))
    if ticks := int.from_bytes(scale, "big"):
        film.seconds = int.from_bytes(length, "big") / ticks


def _apple(file: BinaryIO, end: int) -> dict[str, str]:
    """Return the texts of a metadata box by their keys."""
    names: list[str] = []
    told: dict[str, str] = {}
    for kind, stop in boxes(file, end):
        if kind == b"keys":
            content = file.read(stop - file.tell())[8:]
            at = 0
            while at + 8 <= len(content):
                size = max(8, int.from_bytes(content[at : at + 4], "big"))
                names.append(content[at + 8 : at + size].decode("utf-8", "replace"))
                at += size
        elif kind == b"ilst":
            for number, inner in boxes(file, stop):
                value = file.read(inner - file.tell())[16:]
                key = int.from_bytes(number, "big") - 1
                if 0 <= key < len(names):
                    told[names[key]] = value.decode("utf-8", "replace")
    return told
