"""A JPEG of a few bytes that takes its decoder as long as one likes."""

import struct

EMPTY_RUN = 2**15 - 1
"""The longest run of blocks of which a scan may say that there is nothing in them."""


def slow_jpeg(side: int, scans: int) -> bytes:
    """Return a grey progressive JPEG whose scans, all but one, say nothing of all its blocks.

    ``side`` is at least 1,024.
    """
    blocks = ((side + 7) // 8) ** 2
    head = b"\xff\xd8" + _segment(0xDB, bytes(1) + bytes([1] * 64))
    head += _segment(0xC2, struct.pack(">BHHB", 8, side, side, 1) + bytes([1, 0x11, 0]))
    head += _segment(0xC4, bytes([0x00, 1] + [0] * 15 + [0]))
    head += _segment(0xC4, bytes([0x10, 1, 1] + [0] * 14 + [0xE0, 0x00]))
    grey = _segment(0xDA, bytes([1, 1, 0x00, 0, 0, 0])) + bytes((blocks + 7) // 8)
    runs = -(-blocks // EMPTY_RUN)
    lengths = [blocks // runs + (n < blocks % runs) for n in range(runs)]
    bits = "".join("0" + format(length - 2**14, "014b") for length in lengths)
    bits += "1" * (-len(bits) % 8)
    packed = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
    empty = _segment(0xDA, bytes([1, 1, 0x00, 1, 63, 0])) + packed
    return head + grey + empty * scans + b"\xff\xd9"


def _segment(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content
