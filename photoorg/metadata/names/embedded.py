"""What a picture's own file says: its XMP packet, and which side of it is up."""

import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image

from photoorg.metadata.blocks import Blocks, find_blocks

_XMP = 700


@dataclass(frozen=True, slots=True)
class Embedded:
    """``orientation`` (1 to 8) is EXIF's, also where the container turns the picture itself."""

    packet: bytes = b""
    orientation: int = 1


def read_embedded(path: Path) -> Embedded:
    """Return what a file says, of which no pixel is read; nothing for what cannot be read."""
    # For good, and each time: catch_warnings would not be safe between threads.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    try:
        if not path.is_file():
            return Embedded()
        with path.open("rb") as file:
            return _read(find_blocks(file))
    except Exception:  # whatever a decoder says of such a file: a scan tells it
        return Embedded()


def _read(blocks: Blocks) -> Embedded:
    if blocks.exif is None:
        return Embedded(blocks.xmp or b"")
    exif = Image.Exif()
    try:
        blocks.exif.seek(0)
        exif.load_from_fp(blocks.exif)
        packet, turned = exif.get(_XMP), exif.get(ExifTags.Base.Orientation)
    except Exception:  # damaged: what stands beside it may be whole
        return Embedded(blocks.xmp or b"")
    packet = blocks.xmp or (packet if isinstance(packet, bytes) else b"")
    return Embedded(packet, turned if isinstance(turned, int) and 1 <= turned <= 8 else 1)
