"""Raw pictures of cameras: the preview that the camera made, developed only where it is too small.

LibRaw reads them (by rawpy). What the camera made looks as the user knows it and takes a few
milliseconds; developing takes seconds.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image

LEAST_SIDE = 1600
"""A preview whose longer side is shorter is not enough to find faces in, unless all are so."""

MEMORY = 700_000_000
"""What it takes to develop the picture of a sensor with 60 megapixels, in bytes."""

_NEARLY = 0.9
_QUARTERS = {3: 2, 5: 1, 6: 3}
"""LibRaw's numbers of how a picture is turned, in quarters counter-clockwise."""


@dataclass(frozen=True, slots=True)
class RawPicture:
    """A picture ``data`` in a format that Pillow reads, and how it is to be turned.

    By so many ``quarters`` counter-clockwise, after what ``data`` says itself; ``oriented`` if the
    camera knew which side is up. ``width`` and ``height`` are those of the whole upright photo.
    """

    data: bytes
    quarters: int
    oriented: bool
    width: int
    height: int


def unpacked(data: bytes) -> RawPicture:
    """Return what a raw file shows; raises rawpy's errors, ``ValueError`` and ``MemoryError``."""
    import rawpy

    with rawpy.imread(BytesIO(data)) as raw:
        sizes = raw.sizes
        quarters = _QUARTERS.get(sizes.flip, 0)
        size = (sizes.iwidth or sizes.width, sizes.iheight or sizes.height)
        upright = size[::-1] if quarters % 2 else size
        preview = _preview(raw)
        if preview is not None:
            with Image.open(BytesIO(preview), formats=("JPEG",)) as image:
                stored = image.size
                said = image.getexif().get(ExifTags.Base.Orientation)
            if max(stored) >= min(LEAST_SIDE, _NEARLY * max(size)):
                turned = _is_turned(said, stored, size)
                left = 0 if turned else quarters
                return RawPicture(preview, left, bool(quarters), *upright)
        pixels = raw.postprocess(half_size=max(size) > 2 * LEAST_SIDE, output_bps=8)
        developed = BytesIO()
        Image.fromarray(pixels).save(developed, "BMP")
        return RawPicture(developed.getvalue(), 0, bool(quarters), *upright)


def _preview(raw: Any) -> bytes | None:
    """Return the JPEG that the camera put into its raw file."""
    import rawpy

    try:
        preview = raw.extract_thumb()
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    except rawpy.LibRawError:
        return None  # a damaged preview: what the sensor saw may be whole
    return bytes(preview.data) if preview.format == rawpy.ThumbFormat.JPEG else None


def _is_turned(said: Any, stored: tuple[int, int], sensor: tuple[int, int]) -> bool:
    """Tell whether a preview is upright, or turned by what it says of itself.

    One that says nothing lies as the sensor saw it, unless its shape shows that it was turned.
    """
    if isinstance(said, int) and 2 <= said <= 8:
        return True
    return (stored[0] > stored[1]) != (sensor[0] > sensor[1])
