"""Open a picture file with the decoder that reads it, at the picture that is meant."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, TiffImagePlugin

from photoorg.errors import PhotoError
from photoorg.media.demand import MAX_PIXELS, refuse_unopened, too_large
from photoorg.media.formats import jpeg_xl
from photoorg.media.formats.png_chunks import SIGNATURE, decodable

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF")

MAX_PAGES = 200
"""So many pages of a TIFF file are looked at."""

_SUBFILE_TYPE = 254
_REDUCED, _MASK = 1, 4
"""Flags of TIFF's NewSubfileType."""


def open_picture(data: bytes, name: Path | str) -> ImageFile.ImageFile:
    """Open the picture in ``data`` and decode nothing yet; raises PhotoError and Pillow's errors.

    Of a TIFF with pages it is the first one that is no thumbnail and no mask.
    """
    register()
    formats: tuple[str, ...] = FORMATS
    if reason := refuse_unopened(data):
        raise PhotoError(name, reason)
    if jpeg_xl.is_jpeg_xl(data):
        if reason := jpeg_xl.why_not():
            raise PhotoError(name, reason)
        formats = ("JXL",)
    try:
        readable = decodable(data) if data.startswith(SIGNATURE) else data
        image = Image.open(BytesIO(readable), formats=formats)
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            _turn_to_picture(image)
        return image
    except Image.DecompressionBombError as error:
        raise PhotoError(name, too_large()) from error


@cache
def register() -> None:
    """Teach Pillow the formats of other packages."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS


def _turn_to_picture(image: TiffImagePlugin.TiffImageFile) -> None:
    """Go to the first page that is a picture of its own; stay where there is none."""
    for page in range(MAX_PAGES):
        try:
            image.seek(page)
        except Exception:
            break  # the end, or damage behind the pages that are whole
        flags = image.tag_v2.get(_SUBFILE_TYPE, 0)
        if not (isinstance(flags, int) and flags & (_REDUCED | _MASK)):
            return
    image.seek(0)
