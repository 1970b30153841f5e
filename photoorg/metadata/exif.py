"""EXIF tags as Pillow reads them, whatever the block holds."""

import logging
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from photoorg.metadata.blocks import Blocks

log = logging.getLogger(__name__)

DESCRIPTION, MAKE, MODEL, CHANGED, XMP, IPTC, PHOTOSHOP, TITLE, COMMENT = (
    *(0x010E, 0x010F, 0x0110, 0x0132, 700, 33723, 34377, 0x9C9B, 0x9C9C),
)
_WANTED = (DESCRIPTION, MAKE, MODEL, CHANGED, XMP, IPTC, PHOTOSHOP, TITLE, COMMENT)
ORIGINAL, DIGITIZED, USER_COMMENT = 0x9003, 0x9004, 0x9286
OFFSET, OFFSET_ORIGINAL, OFFSET_DIGITIZED = 0x9010, 0x9011, 0x9012
_DETAILS = (ORIGINAL, DIGITIZED, USER_COMMENT, OFFSET, OFFSET_ORIGINAL, OFFSET_DIGITIZED)

_EXIF, _GPS = ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo


@dataclass(frozen=True, slots=True)
class Tags:
    """The first directory, that of EXIF, and that of GPS: values by the numbers of their tags."""

    first: Mapping[int, Any] = field(default_factory=dict)
    exif: Mapping[int, Any] = field(default_factory=dict)
    gps: Mapping[int, Any] = field(default_factory=dict)


def read_tags(blocks: Blocks) -> Tags:
    """Return the tags of a file; empty directories where they are damaged, or lead in circles."""
    # For good, and each time: catch_warnings would not be safe between threads.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    whole = _load(blocks.exif)
    details = _inner(whole, _EXIF) or _chosen(_load(blocks.parts.get("exif")), _DETAILS)
    gps = _inner(whole, _GPS) or _chosen(_load(blocks.parts.get("gps")), range(0x20))
    return Tags(_chosen(whole, _WANTED), details, gps)


def _load(file: BinaryIO | None) -> Image.Exif | None:
    if file is None:
        return None
    exif = Image.Exif()
    try:
        file.seek(0)
        exif.load_from_fp(file)
    except Exception:
        log.debug("unreadable EXIF", exc_info=True)
        return None
    return exif


def _inner(exif: Image.Exif | None, directory: int) -> Mapping[int, Any]:
    if exif is None:
        return {}
    try:
        return dict(exif.get_ifd(directory))
    except Exception:
        log.debug("unreadable EXIF", exc_info=True)
        return {}


def _chosen(exif: Image.Exif | None, tags: Iterable[int]) -> Mapping[int, Any]:
    found: dict[int, Any] = {}
    for tag in tags if exif is not None else ():
        try:
            found[tag] = exif.get(tag) if exif is not None else None
        except Exception:
            log.debug("unreadable EXIF tag %d", tag, exc_info=True)
    return found
