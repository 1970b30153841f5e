"""What is told of a photo, as values."""

from dataclasses import dataclass
from enum import StrEnum

from photoorg.metadata.moments import Moment

VERSION = "1"
"""Changes when more is read of a file than before: then the next scan reads all files again."""


class Source(StrEnum):
    """Where a date was read, the surest first."""

    EXIF = "exif"
    QUICKTIME = "quicktime"
    """The clock of the place, in a video."""
    DIGITIZED = "digitized"
    """EXIF tells when the picture became a file: of a scanned one, when it was scanned."""
    CHANGED = "changed"
    """EXIF tells only when the file was last changed by a camera or a program."""
    XMP = "xmp"
    IPTC = "iptc"
    CONTAINER = "container"
    """An instant, in a video."""
    SIDECAR = "sidecar"
    GPS = "gps"
    TAKEOUT = "takeout"
    NAME = "name"
    """The name of the file."""


@dataclass(frozen=True, slots=True)
class Details:
    """``latitude`` and ``longitude`` in degrees; ``place`` and ``country`` are names.

    Not ``complete`` is what was told where a file could not be read: it is to be asked again, and
    what it said before may still be so.
    """

    taken: Moment | None = None
    source: Source | None = None
    latitude: float | None = None
    longitude: float | None = None
    place: str = ""
    country: str = ""
    camera: str = ""
    caption: str = ""
    complete: bool = True


NOTHING = Details()
