"""How a decoded picture still has to be turned, and whether its file knows which side is up.

Containers of the HEIF family turn their pictures themselves (irot, imir), and what EXIF or XMP say
in them is a left-over. A tag that says "upright" says little: cameras without a sensor, scanners
and editors write it into pictures that lie on their side.
"""

import logging
from dataclasses import dataclass

import numpy as np
from PIL import ExifTags, Image

from photoorg.media.formats.heif_items import Shown
from photoorg.media.picture_identity import orientation_beside
from photoorg.media.stored_orientation import UPRIGHT, said_by_exif
from photoorg.types import Pixels

log = logging.getLogger(__name__)

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = 5
"""From this orientation on, width and height change places."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The orientation (1 to 8) that is still to be applied, and what the file said.

    ``known`` if it turns the picture, or has turned it: then it knows. ``claimed`` if it only says
    that all is well.
    """

    value: int = UPRIGHT
    known: bool = False
    claimed: bool = False

    def whole(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the width and height that a picture of this size has upright."""
        return size[::-1] if self.value >= _ON_ITS_SIDE else size


def turned_pixels(pixels: Pixels, value: int) -> Pixels:
    """Return ``pixels (h, w, 3)`` turned as an orientation (1 to 8) asks."""
    turned = pixels.swapaxes(0, 1) if value >= _ON_ITS_SIDE else pixels
    turned = turned[:: -1 if value in (3, 4, 7, 8) else 1, :: -1 if value in (2, 3, 6, 7) else 1]
    if value == UPRIGHT:
        return pixels
    out = np.empty(turned.shape, np.uint8)
    for channel in range(3):  # one after the other, which is twice as fast as all at once
        out[..., channel] = turned[..., channel]
    return out


def said_before_loading(image: Image.Image) -> int | None:
    """Return what a TIFF says: Pillow turns one while loading and then forgets the tag."""
    return _said(image) if image.format == "TIFF" else None


def turn_of(image: Image.Image, data: bytes, before: int | None, container: Shown | None) -> Turn:
    """Return how a loaded picture from the file ``data`` has to be turned.

    ``before`` is what :func:`said_before_loading` told, and ``container`` what a HEIF or AVIF says.
    """
    if before is not None:
        return Turn(known=before != UPRIGHT, claimed=before == UPRIGHT)
    if image.format in ("HEIF", "JXL"):  # turned by its decoder
        known = container is not None and container.turned
        return Turn(known=known, claimed=False)
    if image.format == "AVIF":  # Pillow tells the container's turn as if EXIF said it
        said = said_by_exif(image.info.get("exif"))
    elif image.format == "PNG":  # of which Pillow was not shown everything
        said = orientation_beside(data)
    else:
        said = _said(image)
    return turn_by(said)


def turn_by(said: int | None) -> Turn:
    """Return the turn that an orientation asks for; none where it is missing or senseless."""
    if said is None or not UPRIGHT <= said <= max(TURNS):
        return Turn()
    return Turn(said, known=said != UPRIGHT, claimed=said == UPRIGHT)


def _said(image: Image.Image) -> int | None:
    """Return the orientation that EXIF says, or XMP where EXIF is silent."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:
        log.debug("unreadable EXIF", exc_info=True)
        return None
    return value if isinstance(value, int) and UPRIGHT <= value <= max(TURNS) else None
