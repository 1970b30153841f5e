"""What pictures demand, judged by their headers."""

import resource
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoorg.errors import PhotoError
from photoorg.media import images, opening, rgb
from photoorg.media.demand import MAX_MEMORY, judge, memory, refuse_unopened
from photoorg.media.images import read_picture
from photoorg.media.photo_files import NO_MEMORY, TOO_SLOW
from tests.analysis.slow_jpeg import slow_jpeg
from tests.conftest import REPOSITORY

PEAK = """
import resource, sys
from pathlib import Path
from photoorg.media.images import read_picture
small = Path(sys.argv[1])
read_picture(small)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
before = peak()
read_picture(Path(sys.argv[2]))
print(peak() - before)
"""


def png(width: int, height: int, depth: int, colour: int, rows: int) -> bytes:
    """Return a PNG of so many real ``rows``, all black, whatever it claims."""
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    row = bytes(1 + width * channels * depth // 8)
    packer = zlib.compressobj(1)
    packed = b"".join([packer.compress(row) for _ in range(rows)]) + packer.flush()

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    opening.register()
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    values = np.random.default_rng(0).integers(0, 255, (height // 8, width // 8, 3), np.uint8)
    return Image.fromarray(values).resize((width, height)).convert(mode)


KINDS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "baseline": ("RGB", "JPEG", {}),
    "progressive": ("RGB", "JPEG", {"progressive": True, "subsampling": 0}),
    "print": ("CMYK", "JPEG", {"progressive": True}),
    "png": ("RGBA", "PNG", {"compress_level": 1}),
    "lossy": ("RGB", "WEBP", {"method": 0}),
    "lossless": ("RGBA", "WEBP", {"lossless": True, "quality": 0, "method": 0}),
    "tiff": ("RGB", "TIFF", {"compression": "tiff_deflate"}),
    "one strip": ("CMYK", "TIFF", {"compression": "tiff_lzw", "strip_size": 1 << 30}),
    "heic": ("RGB", "HEIF", {"quality": 30}),
    "avif": ("RGB", "AVIF", {"speed": 10, "quality": 30}),
    "bmp": ("RGB", "BMP", {}),
    "gif": ("P", "GIF", {}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_picture_takes_more_than_was_judged(tmp_path: Path, kind: str) -> None:
    mode, container, options = KINDS[kind]
    data = saved(noise(6_100, 1_200, mode), container, **options)
    file, small = tmp_path / "large", tmp_path / "small"
    file.write_bytes(data)
    small.write_bytes(saved(noise(64, 64, mode), container, **options))
    with Image.open(BytesIO(data)) as image:
        judged = judge(image, data, 2).memory
    words = [sys.executable, "-c", PEAK, str(small), str(file)]
    run = subprocess.run(words, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert int(run.stdout) < judged + len(data) + 30_000_000


def refusal(data: bytes) -> str:
    with pytest.raises(PhotoError) as caught:
        read_picture(data)
    assert not caught.value.passing
    return caught.value.reason


def test_a_few_bytes_that_unpack_to_gigabytes_are_refused() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bomb = saved(Image.new("RGBA", (16, 16)), "WEBP", lossless=True)
    at = bomb.index(b"VP8L") + 9
    claims = (16_000 - 1) | (16_000 - 1) << 14
    bomb = bomb[:at] + struct.pack("<I", claims) + bomb[at + 4 :]
    assert "GB of memory" in refusal(bomb)
    assert "longer than any" in refusal(png(1, 200_000_000, 8, 0, 10))
    assert "longer than any" in refusal(png(200_000_000, 1, 1, 0, 1))
    assert "megapixels" in refusal(png(16_001, 16_000, 8, 0, 1))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"exif": b"Exif\0\0MM\0*"}])
def test_the_size_of_webp_is_told_without_its_decoder(options: dict[str, Any]) -> None:
    assert refuse_unopened(saved(noise(640, 480), "WEBP", **options)) is None
    wide = saved(Image.new("RGB", (16_383, 5_000)), "WEBP", quality=0, method=0, **options)
    assert "1.5 GB of memory" in str(refuse_unopened(wide))
    assert refuse_unopened(wide[:29]) is None


def test_a_jpeg_of_thousands_of_scans_is_refused() -> None:
    assert refusal(slow_jpeg(8_000, 3_000)) == TOO_SLOW
    assert read_picture(slow_jpeg(1_600, 40)).width == 1_600
    assert read_picture(saved(noise(6_400, 1_200), "JPEG", progressive=True)).width == 6_400


def test_an_error_does_not_keep_the_picture() -> None:
    with pytest.raises(PhotoError) as caught:
        read_picture(saved(noise(640, 480), "PNG")[:5000])
    assert caught.value.__cause__ is caught.value.__context__ is None
    frames = [entry.frame.code.name for entry in caught.traceback]
    assert frames[-1] == "read_picture"


def test_a_decoder_without_memory_is_tried_again_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    decode, taken = images._decode, []

    def fails_once(*arguments: Any) -> Any:
        taken.append(images._room._taken)
        if len(taken) == 1:
            raise MemoryError
        return decode(*arguments)

    monkeypatch.setattr(images, "_decode", fails_once)
    assert read_picture(png(300, 300, 8, 2, 300)).width == 300
    assert taken[0] < taken[1] == images._room.size
    taken.clear()
    monkeypatch.setattr(images, "_decode", lambda *_: bytes(1 << 60))
    with pytest.raises(PhotoError) as caught:
        read_picture(png(300, 300, 8, 2, 300))
    assert (caught.value.reason, caught.value.passing) == (NO_MEMORY, True)
    assert images._room._taken == 0


def test_a_panorama_is_not_refused() -> None:
    small = saved(noise(3_200, 640), "JPEG", progressive=True)
    for scans, size in ((10, (30_000, 6_000)), (10, (25_000, 10_000)), (1, (25_000, 10_000))):
        with Image.open(BytesIO(small)) as image:
            image._size = size
            assert memory(image, 8, scans) < MAX_MEMORY


def test_large_pictures_are_turned_to_rgb_strip_by_strip(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = [noise(6_100, 90, mode) for mode in ("L", "LA", "RGB", "RGBA", "P", "CMYK", "1")]
    numbers = np.linspace(0, 4000, 6_100 * 90).reshape(90, 6_100)
    pictures += [
        Image.fromarray(numbers.astype(kind)) for kind in (np.uint16, np.int32, np.float32)
    ]
    pictures.append(Image.new("LAB", (6_100, 90), (120, 100, 160)))
    whole = [rgb.shrunk(picture, None, 2) for picture in pictures]
    monkeypatch.setattr(rgb, "STRIP_PIXELS", 6_100 * 8)
    for picture, expected in zip(pictures, whole, strict=True):
        strips = rgb.shrunk(picture, None, 2)
        assert strips.size == expected.size == (3_050, 45)
        assert strips.tobytes() == expected.tobytes(), picture.mode
