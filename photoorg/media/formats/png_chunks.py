"""A PNG file without what its decoder stumbles over though the picture is whole.

Programs that make pictures write megabytes of text into them, others break the sums of chunks that
nobody needs. Pillow refuses such files as a whole. Metadata is read elsewhere, from the file as it
is.
"""

import zlib

MAX_CHUNKS = 200_000
SIGNATURE = b"\x89PNG\r\n\x1a\n"

_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_MOST_PROFILE = 1 << 20


def decodable(data: bytes) -> bytes:
    """Return the PNG file ``data`` without texts and chunks that keep it from being decoded.

    It comes back as it is where there are none, or where it is not understood.
    """
    kept: list[memoryview] = []
    view = memoryview(data)
    at = len(SIGNATURE)
    for _ in range(MAX_CHUNKS):
        if at + 12 > len(data):
            break
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = min(at + size + 12, len(data))
        needed = not kind[0] & 0x20
        if needed or (kind not in _TEXTS and _is_sound(view[at:end], kind)):
            kept.append(view[at:end])
        at = end
    else:
        return data
    whole = len(SIGNATURE) + sum(map(len, kept)) + len(data) - at == len(data)
    return data if whole else b"".join([SIGNATURE, *kept, view[at:]])


def _is_sound(chunk: memoryview, kind: bytes) -> bool:
    """Tell whether a chunk that a picture can do without has the right sum and a sane size."""
    if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
        return False
    if kind != b"iCCP":
        return True
    packed = bytes(chunk[8:-4]).partition(b"\0")[2][1:]
    try:
        return len(zlib.decompressobj().decompress(packed, _MOST_PROFILE)) < _MOST_PROFILE
    except zlib.error:
        return False
