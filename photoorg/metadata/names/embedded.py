"""What a picture's own file says: its XMP packet, and which side of it is up."""

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import ExifTags, Image

from photoorg.media.formats.heif_items import shown_as
from photoorg.media.stored_orientation import UPRIGHT, orientation
from photoorg.metadata.blocks import Blocks, find_blocks

_XMP = 700


@dataclass(frozen=True, slots=True)
class Embedded:
    """``orientation`` (1 to 8) leads from the picture as it is stored to how it stands.

    Containers of HEIF, AVIF and JPEG XL turn their picture themselves (``turned_inside``): whoever
    decodes it sees it upright, and EXIF says only how the camera was held.
    """

    packet: bytes = b""
    orientation: int = UPRIGHT
    turned_inside: bool = False


def read_embedded(path: Path) -> Embedded:
    """Return what a file says, of which no pixel is read; nothing for what cannot be read."""
    # For good, and each time: catch_warnings would not be safe between threads.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    try:
        if not path.is_file():
            return Embedded()
        with path.open("rb") as file:
            inside = _turns_itself(file.read(12))
            found = _read(find_blocks(file), xmp_turns=not inside)
            if not inside:
                return found
            file.seek(0)
            turned = found.orientation != UPRIGHT and shown_as(file.read()).turned
            return replace(
                found, orientation=found.orientation if turned else UPRIGHT, turned_inside=True
            )
    except Exception:  # whatever a decoder says of such a file: a scan tells it
        return Embedded()


def _read(blocks: Blocks, *, xmp_turns: bool) -> Embedded:
    """Return what the blocks say; XMP tells which side is up only where EXIF is silent."""
    packet = blocks.xmp or b""
    if blocks.exif is None:
        return Embedded(packet, orientation(None, packet) if xmp_turns else UPRIGHT)
    exif = Image.Exif()
    try:
        blocks.exif.seek(0)
        exif.load_from_fp(blocks.exif)
        inside, turned = exif.get(_XMP), exif.get(ExifTags.Base.Orientation)
    except Exception:  # damaged: what stands beside it may be whole
        return Embedded(packet)
    packet = packet or (inside if isinstance(inside, bytes) else b"")
    if turned is None and xmp_turns:
        turned = orientation(None, packet)
    return Embedded(packet, turned if isinstance(turned, int) and 1 <= turned <= 8 else UPRIGHT)


def _turns_itself(start: bytes) -> bool:
    """Tell whether a file that begins like this is HEIF, AVIF or JPEG XL, and no raw picture."""
    if start.startswith(b"\xff\x0a") or start[4:8] == b"JXL ":
        return True
    return start[4:8] == b"ftyp" and start[8:11] != b"crx"
