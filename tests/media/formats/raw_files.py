"""Raw files (DNG) made for tests: a sensor with a Bayer pattern, and a camera's preview."""

import struct
from io import BytesIO

import numpy as np
from PIL import Image

from photoorg.types import Pixels

_TYPES = {"B": 1, "s": 2, "H": 3, "L": 4, "r": 5, "R": 10}


class _File:
    """A TIFF file that is put together from the end: what is pointed to, then the directories."""

    def __init__(self) -> None:
        self.data = bytearray(b"II*\0\0\0\0\0")

    def put(self, content: bytes) -> int:
        self.data += bytes(len(self.data) % 2)
        at = len(self.data)
        self.data += content
        return at

    def directory(self, entries: list[tuple[int, str, list[int] | bytes]]) -> int:
        rows = []
        for tag, kind, values in sorted(entries, key=lambda entry: entry[0]):
            if isinstance(values, bytes):
                packed, count = values, len(values)
            elif kind in "rR":
                packed = b"".join(struct.pack("<ll", value, 10_000) for value in values)
                count = len(values)
            else:
                packed, count = struct.pack(f"<{len(values)}{kind}", *values), len(values)
            if len(packed) > 4:
                packed = struct.pack("<L", self.put(packed))
            rows.append(struct.pack("<HHL", tag, _TYPES[kind], count) + packed.ljust(4, b"\0"))
        return self.put(struct.pack("<H", len(rows)) + b"".join(rows) + bytes(4))


def dng(
    pixels: Pixels,
    *,
    preview: tuple[int, int] | None = None,
    orientation: int = 1,
    taken: str = "2019:07:14 10:11:12",
) -> bytes:
    """Return a DNG file in which a sensor saw ``pixels (h, w, 3)`` (RGB, even sizes).

    ``preview`` is the size of the camera's JPEG in it.
    """
    height, width = pixels.shape[:2]
    linear = (np.asarray(pixels, float) / 255) ** 2.2 * 65535
    mosaic = np.empty((height, width), "<u2")
    mosaic[0::2, 0::2] = linear[0::2, 0::2, 0]
    mosaic[0::2, 1::2] = linear[0::2, 1::2, 1]
    mosaic[1::2, 0::2] = linear[1::2, 0::2, 1]
    mosaic[1::2, 1::2] = linear[1::2, 1::2, 2]
    file = _File()
    sensor: list[tuple[int, str, list[int] | bytes]] = [
        *((254, "L", [0]), (256, "L", [width]), (257, "L", [height]), (258, "H", [16])),
        *((259, "H", [1]), (262, "H", [32803]), (277, "H", [1]), (278, "L", [height])),
        *((273, "L", [file.put(mosaic.tobytes())]), (279, "L", [mosaic.nbytes])),
        *((33421, "H", [2, 2]), (33422, "B", bytes([0, 1, 1, 2])), (284, "H", [1])),
        *((50714, "H", [0]), (50717, "L", [65535])),
    ]
    exif = file.directory([(36867, "s", taken.encode() + b"\0")])
    first: list[tuple[int, str, list[int] | bytes]] = [
        *((271, "s", b"Trial\0"), (272, "s", b"Trial One\0"), (274, "H", [orientation])),
        *((50706, "B", bytes([1, 4, 0, 0])), (50708, "s", b"Trial One\0"), (34665, "L", [exif])),
        (50721, "R", [7188, -2133, -1194, -4837, 12500, 2564, -890, 1567, 6421]),
        *((50728, "r", [10_000, 10_000, 10_000]), (50778, "H", [21])),
    ]
    if preview is None:
        start = file.directory(first + sensor)
    else:
        jpeg = BytesIO()
        Image.fromarray(pixels).resize(preview).save(jpeg, "JPEG", quality=92)
        at = file.put(jpeg.getvalue())
        small: list[tuple[int, str, list[int] | bytes]] = [
            *((254, "L", [1]), (256, "L", [preview[0]]), (257, "L", [preview[1]])),
            *((258, "H", [8, 8, 8]), (259, "H", [7]), (262, "H", [6]), (277, "H", [3])),
            *((273, "L", [at]), (279, "L", [len(jpeg.getvalue())]), (278, "L", [preview[1]])),
        ]
        start = file.directory([*first, *small, (330, "L", [file.directory(sensor)])])
    file.data[4:8] = struct.pack("<L", start)
    return bytes(file.data)
