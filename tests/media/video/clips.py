"""Videos written for tests, frame by frame."""

import struct
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.types import Pixels


def write_clip(
    file: Path,
    frames: Iterable[Pixels],
    *,
    rate: int = 25,
    codec: str = "libx264",
    told: Mapping[str, str] | None = None,
    times: Iterable[int] | None = None,
    **options: str,
) -> Path:
    """Write ``frames`` (BGR, even sides) and return the file.

    ``times`` are when they are shown, in frames (a video of a variable rate); ``told`` is what the
    container tells by name.
    """
    import av

    file.parent.mkdir(parents=True, exist_ok=True)
    shown = iter(times) if times is not None else None
    flags = {"movflags": "use_metadata_tags"} if file.suffix in (".mp4", ".mov") else {}
    with av.open(str(file), "w", options=flags) as out:
        out.metadata.update(told or {})
        stream: Any = None
        for number, pixels in enumerate(frames):
            if stream is None:
                stream = out.add_stream(codec, rate=rate, options=dict(options))
                stream.height, stream.width = pixels.shape[:2]
                stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="bgr24")
            frame.pts = number if shown is None else next(shown)
            frame.time_base = Fraction(1, rate)
            out.mux(stream.encode(frame))
        if stream is not None:
            out.mux(stream.encode())
    return file


def turned(file: Path, a: int, b: int, c: int, d: int) -> Path:
    """Write a display matrix into an MP4 file."""
    data = bytearray(file.read_bytes())
    at = data.find(b"tkhd") + 8 + 20 + 16
    matrix = (a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30)
    data[at : at + 36] = struct.pack(">9i", *matrix)
    file.write_bytes(data)
    return file


def noise(seed: int, size: tuple[int, int] = (96, 128)) -> Pixels:
    """Return a picture ``(height, width)`` that moves and codes like one: large soft spots."""
    coarse = np.random.default_rng(seed).integers(0, 256, (4, 4, 3), dtype=np.uint8)
    rows, columns = (np.arange(side) * 4 // side for side in size)
    return np.ascontiguousarray(coarse[rows][:, columns])


def still(seed: int, frames: int, size: tuple[int, int] = (96, 128)) -> list[Pixels]:
    """Return the same picture so many times."""
    return [noise(seed, size)] * frames
