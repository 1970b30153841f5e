"""Colour profiles made for tests: a matrix and one power for the three channels (ICC.1:2001)."""

import struct

D50 = (0.9642, 1.0, 0.8249)
DISPLAY_P3 = (
    (0.51512, 0.24120, -0.00105),
    (0.29198, 0.69225, 0.04189),
    (0.15710, 0.06657, 0.78407),
)
"""Red, green and blue as XYZ under D50; the columns of the matrix of Apple's Display P3."""
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))


def rgb_profile(primaries: tuple[tuple[float, float, float], ...], power: float = 2.2) -> bytes:
    """Return a display profile for RGB."""
    tags = {b"wtpt": _xyz(D50)}
    for channel, primary in zip((b"r", b"g", b"b"), primaries, strict=True):
        tags[channel + b"XYZ"] = _xyz(primary)
        tags[channel + b"TRC"] = _power(power)
    return _profile(b"RGB ", tags)


def gray_profile(power: float) -> bytes:
    """Return a display profile for grey."""
    return _profile(b"GRAY", {b"wtpt": _xyz(D50), b"kTRC": _power(power)})


def _profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data
    header = struct.pack(">I4xI4s4s4s", at + len(body), 0x02400000, b"mntr", space, b"XYZ ")
    header += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp")
    header = header.ljust(68, b"\0") + b"".join(_fixed(value) for value in D50)
    return header.ljust(128, b"\0") + table + body


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _power(value: float) -> bytes:
    return struct.pack(">4s4xIH2x", b"curv", 1, round(value * 256))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
