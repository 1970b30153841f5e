"""Colours that a file only names: Adobe RGB said in EXIF, the numbers of HEIF and video (``nclx``).

A name becomes the colour profile that it stands for, so that it is treated like an embedded one.
The matrices follow from the chromaticities as in ITU-T H.273 and Adobe RGB (1998), brought to the
white of profiles by the Bradford transform.
"""

import struct
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from photoorg.media.formats.heif_items import Shown

_D65 = (0.3127, 0.3290)
_PRIMARIES = {
    "adobe": ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)),
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),  # BT.2020
    11: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # DCI-P3, taken for Display P3
    12: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # Display P3
    1: ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)),  # BT.709, as sRGB
}
_PQ, _HLG = 16, 18
_ADOBE_GAMMA = 563 / 256
_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)
_STEPS = 1024
_WHITE_NITS = 203.0
"""What film and screens call white in a picture of high range (ITU-R BT.2408)."""

_UNCALIBRATED, _ADOBE = 0xFFFF, 2
_INDEX = 1  # of the EXIF directory of interoperability


def profile_of(image: Image.Image, container: Shown | None) -> Any:
    """Return the ICC profile of a loaded picture, embedded or named; None where there is none."""
    embedded = image.info.get("icc_profile")
    if embedded or image.mode not in ("RGB", "RGBA"):
        return embedded
    if container is not None:
        plain = container.primaries not in (9, 11, 12) and container.transfer not in (_PQ, _HLG)
        return None if plain else _profile(container.primaries, container.transfer)
    return _profile("adobe", 0) if _says_adobe(image) else None


def _says_adobe(image: Image.Image) -> bool:
    """Tell whether EXIF says Adobe RGB: by its colour space, or its index of interoperability."""
    try:
        exif = image.getexif()
        space = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace)
        if space != _UNCALIBRATED:
            return bool(space == _ADOBE)
        index = exif.get_ifd(ExifTags.IFD.Interop).get(_INDEX)
    except Exception:
        return False  # whatever is wrong with EXIF, the picture is shown
    return isinstance(index, str) and index.startswith("R03")


@lru_cache(maxsize=16)
def _profile(primaries: str | int, transfer: int) -> bytes:
    """Return an ICC profile (version 2, matrix and curves) for named primaries and transfer."""
    chromaticities = _PRIMARIES.get(primaries, _PRIMARIES[1])
    columns = _to_d50(chromaticities)
    curve = struct.pack(">4sII", b"curv", 0, _STEPS) + _curve(primaries, transfer).tobytes()
    tags = [
        (b"desc", struct.pack(">4sII", b"desc", 0, 6) + b"named\0" + bytes(78)),
        (b"cprt", struct.pack(">4sI", b"text", 0) + b"none\0"),
        (b"wtpt", _xyz(_D50)),
        *((name, _xyz(columns[:, n])) for n, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags:
        table += struct.pack(">4sII", name, at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(
        ">II4s4s4s4s12x4s28xiii48x",
        *(at + len(body), 0, b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ", b"acsp"),
        *(round(value * 65536) for value in _D50),
    )
    return head + table + body


def _xyz(values: NDArray[Any]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *(round(float(value) * 65536) for value in values))


def _to_d50(chromaticities: tuple[tuple[float, float], ...]) -> NDArray[Any]:
    """Return the matrix ``(3, 3)`` from linear red, green, blue to XYZ under D50."""
    x, y = np.array(chromaticities).T
    primaries = np.stack([x / y, np.ones(3), (1 - x - y) / y])
    white = np.array([_D65[0] / _D65[1], 1.0, (1 - sum(_D65)) / _D65[1]])
    matrix = primaries * np.linalg.solve(primaries, white)
    cones = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ white))
    adapted: NDArray[Any] = np.linalg.inv(_BRADFORD) @ cones @ _BRADFORD @ matrix
    return adapted


def _curve(primaries: str | int, transfer: int) -> NDArray[Any]:
    """Return the linear light of each code ``(1024,)``, 16 bits each, for profiles."""
    code = np.linspace(0.0, 1.0, _STEPS)
    if primaries == "adobe":
        light = code**_ADOBE_GAMMA
    elif transfer == _PQ:
        root = np.maximum(code ** (1 / 78.84375), 0)
        bright = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
        light = _toned(10_000 * bright ** (1 / 0.1593017578125) / _WHITE_NITS)
    elif transfer == _HLG:
        bright = (np.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12
        scene = np.where(code <= 0.5, code**2 / 3, bright)
        light = _toned(scene**1.2 * 1000 / _WHITE_NITS)
    else:
        light = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
    return (np.clip(light, 0, 1) * 65535).round().astype(">u2")


def _toned(light: NDArray[Any]) -> NDArray[Any]:
    """Return light of a high range within [0, 1]: what is darker than white stays nearly as it is.

    After E. Reinhard et al., Photographic Tone Reproduction for Digital Images, equation 4, with
    the brightest value as the white.
    """
    brightest = light[-1]
    toned: NDArray[Any] = light * (1 + light / brightest**2) / (1 + light)
    return toned
