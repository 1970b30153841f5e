"""What a picture will demand of memory and time, judged by its header before it is decoded.

A file of a few bytes can claim a picture of gigabytes. Decoders differ in what they hold beside
the picture: the figures were measured, and what a header hides the worker's own limits end.
"""

from dataclasses import dataclass
from math import ceil

from PIL import Image, JpegImagePlugin, TiffImagePlugin

from photoorg.media.photo_files import TOO_SLOW, start_of_scan
from photoorg.tr import kept

MAX_PIXELS = 256_000_000
"""Pictures that claim more pixels are refused before they are decoded."""

MAX_SIDE = 65_535
"""No camera, scanner or stitcher makes longer ones: JPEG cannot hold them either."""

MAX_MEMORY = 1_250_000_000
"""Pictures that take more bytes while they are decoded are refused."""

MAX_SECONDS = 20.0
"""The time for one picture."""

_BESIDE = {"WEBP": 14.0, "AVIF": 8.0, "HEIF": 6.0, "BMP": 2.0}
"""Bytes a pixel that a decoder holds beside the picture."""

_SECONDS_A_BLOCK = 8e-9
"""What libjpeg needs at least for a block of 8 x 8 pixels in each scan of a progressive file."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Bytes of ``memory``, and why the picture is not to be decoded (None when it may be)."""

    memory: int
    refusal: str | None


def judge(image: Image.Image, data: bytes, factor: int) -> Demand:
    """Judge an opened, not yet loaded ``image``.

    ``data`` are the bytes of its file and ``factor`` how many times it will be shrunk.
    """
    scans = _scans(image, data) if isinstance(image, JpegImagePlugin.JpegImageFile) else 1
    needed = memory(image, factor, scans)
    return Demand(needed, _refusal(*image.size, needed, scans))


def _refusal(width: int, height: int, needed: int, scans: int) -> str | None:
    if width * height > MAX_PIXELS:
        return kept(
            "The picture claims {width} x {height} pixels and is larger than the {limit} "
            "megapixels the program opens; save a smaller copy.",
            width=width,
            height=height,
            limit=MAX_PIXELS // 1_000_000,
        )
    if max(width, height) > MAX_SIDE:
        return kept(
            "The picture claims {width} x {height} pixels and is longer than any the program "
            "opens; save a smaller copy.",
            width=width,
            height=height,
        )
    if needed > MAX_MEMORY:
        return kept(
            "Opening this picture takes {needed} GB of memory, more than the program allows for "
            "one ({limit} GB); save a smaller copy.",
            needed=f"{needed / 1e9:.1f}",
            limit=f"{MAX_MEMORY / 1e9:.1f}",
        )
    if scans * ceil(width / 8) * ceil(height / 8) * _SECONDS_A_BLOCK > MAX_SECONDS:
        return TOO_SLOW
    return None


def refuse_unopened(data: bytes) -> str | None:
    """Say why not even the header is to be given to the decoder; None when it may be.

    The decoder of WebP asks for most of its memory while it reads the header.
    """
    size = _webp_size(data)
    if size is None or size[0] * size[1] * (_BESIDE["WEBP"] + 4) <= MAX_MEMORY:
        return None
    return _refusal(*size, round(size[0] * size[1] * (_BESIDE["WEBP"] + 4)), scans=1)


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a WebP file."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    kind = data[12:16]
    if kind == b"VP8X":
        across, down = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
        return across + 1, down + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    across, down = (int.from_bytes(data[at : at + 2], "little") for at in (26, 28))
    return across & 0x3FFF, down & 0x3FFF


def too_large() -> str:
    """Return the sentence for a picture of too many pixels, which tells nothing of itself."""
    return kept(
        "The picture is larger than the {limit} megapixels the program opens; save a smaller copy.",
        limit=MAX_PIXELS // 1_000_000,
    )


def memory(image: Image.Image, factor: int, scans: int = 1) -> int:
    """Return about how many bytes it takes to decode ``image`` and to shrink it ``factor`` times.

    JPEG (of so many ``scans``) is shrunk by its decoder, all else strip by strip afterwards.
    """
    width, height = image.size
    small = ceil(width / factor) * ceil(height / factor)
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        loaded = small * _bytes_a_pixel(image.mode) + _coefficients(image, scans)
    else:
        loaded = width * height * _bytes_a_pixel(image.mode) + _beside(image)
    copies = 8 if image.info.get("icc_profile") or image.info.get("exif") else 4
    if not isinstance(image, JpegImagePlugin.JpegImageFile) and factor > 1:
        copies += 4
    return round(loaded + small * copies)


def _bytes_a_pixel(mode: str) -> int:
    """Return how much of memory Pillow takes for a pixel: three channels take as much as four."""
    if mode in ("1", "L", "P"):
        return 1
    return 2 if mode.startswith("I;16") else 4


def _beside(image: Image.Image) -> float:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        return _strip(image)
    return image.size[0] * image.size[1] * _BESIDE.get(image.format or "", 0.1)


def _strip(image: TiffImagePlugin.TiffImageFile) -> float:
    """Return the size of a TIFF's unpacked strip, which may be the whole picture."""
    tags = image.tag_v2
    rows, bits = tags.get(TiffImagePlugin.ROWSPERSTRIP), tags.get(TiffImagePlugin.BITSPERSAMPLE)
    if not isinstance(rows, int) or rows <= 0:
        rows = image.size[1]
    depth = sum(bits) if isinstance(bits, tuple) else 8 * len(image.getbands())
    return min(rows, image.size[1]) * image.size[0] * max(depth / 8, 4.0)


def _coefficients(image: JpegImagePlugin.JpegImageFile, scans: int) -> float:
    """Return what a JPEG of several scans is held in until the last one is read: all of it."""
    if scans < 2:
        return 0.0
    samplings = [(across, down) for _, across, down, _ in image.layer]
    whole = max(across for across, _ in samplings) * max(down for _, down in samplings)
    share = sum(across * down for across, down in samplings) / whole if whole else 4.0
    return 2.0 * image.size[0] * image.size[1] * share


def _scans(image: JpegImagePlugin.JpegImageFile, data: bytes) -> int:
    """Return how many scans make up the first picture of a JPEG file."""
    start = start_of_scan(data)
    if start is None:
        return 0
    if not image.info.get("progressive") and data[start + 4 : start + 5] == bytes([image.layers]):
        return 1  # all channels in one: no need to look through the file
    # Within a scan 0xFF is followed by zero or a restart mark, so these are marks.
    end = data.find(b"\xff\xd9", start)
    return data.count(b"\xff\xda", start, end if end >= 0 else len(data))
