"""What is written about a picture leaves its hash alone; what changes the picture does not."""

import shutil
import struct
import subprocess
import time
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from photoorg.media import images, opening
from photoorg.media.picture_identity import picture_hash

KINDS = ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF"]
WITH_EXIF = ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"]
TURNED = b'<x tiff:Orientation="6"/>'


def scene(seed: int = 0) -> Image.Image:
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(0, 256, (8, 12, 3), dtype=np.uint8))
    return coarse.resize((120, 80), Image.Resampling.BICUBIC)


def stored(kind: str, image: Image.Image | None = None, **options: Any) -> bytes:
    opening.register()
    out = BytesIO()
    (image or scene()).save(out, kind, **options)
    return out.getvalue()


def exif(orientation: int | None, text: str = "a day at the sea") -> bytes:
    block = Image.Exif()
    block[0x010E] = text
    if orientation:
        block[0x0112] = orientation
    return block.tobytes()


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def into_jpeg(data: bytes, *segments: bytes) -> bytes:
    return data[:2] + b"".join(segments) + data[2:]


def xmp_segment(packet: bytes) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def into_png(data: bytes, *chunks: bytes, before: bytes = b"IDAT") -> bytes:
    at = data.index(before) - 4
    return data[:at] + b"".join(chunks) + data[at:]


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_differ_and_stay_the_same(kind: str) -> None:
    data = stored(kind)
    assert len(picture_hash(data)) == 40
    assert picture_hash(data) == picture_hash(stored(kind))
    assert picture_hash(data) != picture_hash(stored(kind, scene(1)))
    assert picture_hash(data) != picture_hash(data[: len(data) * 2 // 3])


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_exif_does_not_matter_but_the_way_up_does(kind: str) -> None:
    plain = picture_hash(stored(kind))
    assert picture_hash(stored(kind, exif=exif(None))) == plain
    assert picture_hash(stored(kind, exif=exif(1))) == plain
    turned = picture_hash(stored(kind, exif=exif(6)))
    assert turned != plain
    assert turned == picture_hash(stored(kind, exif=exif(6, "another day")))
    assert turned != picture_hash(stored(kind, exif=exif(8)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_an_xmp_packet_does_not_matter(kind: str) -> None:
    options: dict[str, Any] = {"xmp": b"<x:xmpmeta rating='4'/>"}
    if kind == "PNG":
        data = into_png(stored(kind), chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"))
    else:
        data = stored(kind, **options)
    assert picture_hash(data) == picture_hash(stored(kind))


def test_what_is_written_into_a_jpeg() -> None:
    data = stored("JPEG")
    plain = picture_hash(data)
    told = into_jpeg(data, segment(0xFE, b"\xff\xd9 a comment \xff\xda"), segment(0xED, bytes(999)))
    assert picture_hash(told) == plain
    thumbnail = segment(0xE1, exif(1) + stored("JPEG", scene(1)))
    assert picture_hash(into_jpeg(data, thumbnail)) == plain
    assert picture_hash(data + b"\0\0\0\x18ftypmp42" + bytes(5000)) == plain
    assert picture_hash(into_jpeg(data, b"\xff\xff\xff")) == plain
    assert picture_hash(into_jpeg(data, segment(0xDD, b"\0\4"))) != plain


def test_only_the_first_picture_of_a_jpeg_file_counts() -> None:
    one = stored("MPO", save_all=True, append_images=[scene(1)])
    other = stored("MPO", save_all=True, append_images=[scene(2)])
    assert picture_hash(one) == picture_hash(other) == picture_hash(stored("JPEG"))


def test_progressive_jpegs_count_with_all_their_scans() -> None:
    data = stored("JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    assert picture_hash(data) != picture_hash(data[:last] + b"\xff\xd9")
    assert picture_hash(into_jpeg(data, xmp_segment(b"<x/>"))) == picture_hash(data)
    restarts = stored("JPEG", restart_marker_blocks=2)
    assert picture_hash(restarts[:-9] + b"\0" + restarts[-8:]) != picture_hash(restarts)


def test_the_adobe_segment_counts_where_it_changes_colours() -> None:
    data = stored("JPEG")
    bare = data[:2] + data[20:]  # without JFIF
    plain, red_green_blue = (segment(0xEE, b"Adobe\0\x64\0\0\0\0" + t) for t in (b"\1", b"\0"))
    assert picture_hash(bare) == picture_hash(data)
    assert picture_hash(into_jpeg(bare, plain)) == picture_hash(bare)
    assert picture_hash(into_jpeg(bare, red_green_blue)) != picture_hash(bare)
    assert picture_hash(into_jpeg(data, red_green_blue)) == picture_hash(data)


def test_exif_is_asked_before_xmp() -> None:
    data = stored("JPEG")
    plain = picture_hash(data)
    turned = picture_hash(into_jpeg(data, segment(0xE1, exif(6))))
    packet = xmp_segment(TURNED)
    assert picture_hash(into_jpeg(data, packet)) == turned
    assert picture_hash(into_jpeg(data, segment(0xE1, exif(None)), packet)) == turned
    assert picture_hash(into_jpeg(data, segment(0xE1, exif(1)), packet)) == plain
    assert picture_hash(into_jpeg(data, segment(0xE1, b"Exif\0\0rubbish"), packet)) == plain


def test_what_is_written_into_a_png() -> None:
    data = stored("PNG")
    plain = picture_hash(data)
    block = exif(6)[6:]
    hexadecimal = b"\nexif\n %d\n" % len(block) + block.hex().encode() + b"\n"
    packed = zlib.compress(TURNED)
    turned = {
        picture_hash(into_png(data, told, before=before))
        for before in (b"IDAT", b"IEND")
        for told in (
            chunk(b"eXIf", block),
            chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(hexadecimal)),
            chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + TURNED),
            chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + packed),
        )
    }
    assert len(turned) == 1
    assert turned != {plain}
    assert picture_hash(into_png(data, chunk(b"tEXt", b"Title\0sea"), before=b"IEND")) == plain
    assert picture_hash(into_png(data, chunk(b"tRNS", bytes(6)))) != plain
    palette = stored("PNG", scene().convert("P"))
    at = palette.index(b"PLTE") + 4
    assert picture_hash(palette[:at] + b"\x77" + palette[at + 1 :]) != picture_hash(palette)


def test_what_is_written_into_a_gif() -> None:
    frames: dict[str, Any] = {"save_all": True, "append_images": [scene(1)]}
    data = stored("GIF", **frames)
    at = 13 + (3 << (data[10] & 7) + 1) * (data[10] >> 7)
    told = data[:at] + b"\x21\xfe\x03sea\0" + data[at:]
    assert picture_hash(told.replace(b"GIF89a", b"GIF87a")) == picture_hash(data)
    assert picture_hash(data) != picture_hash(stored("GIF"))


def test_animated_webp_and_transparency() -> None:
    clear = scene()
    clear.putalpha(90)
    assert len({picture_hash(stored("WEBP", picture)) for picture in (scene(), clear)}) == 2
    frames = stored("WEBP", save_all=True, append_images=[scene(1)])
    described = stored("WEBP", save_all=True, append_images=[scene(1)], exif=exif(1))
    assert picture_hash(frames) == picture_hash(described)
    for kind in ("AVIF", "HEIF"):
        other = scene()
        other.putalpha(91)
        pictures = (scene(), clear, other)
        assert len({picture_hash(stored(kind, picture)) for picture in pictures}) == 3


@pytest.mark.parametrize("options", [{}, {"compression": "tiff_lzw"}, {"compression": "jpeg"}])
def test_only_the_first_page_of_a_tiff_counts(options: dict[str, Any]) -> None:
    data = stored("TIFF", **options)
    pages = stored("TIFF", save_all=True, append_images=[scene(1)], **options)
    assert picture_hash(pages) == picture_hash(data)
    described = stored("TIFF", description="the sea", **options)
    assert picture_hash(described) == picture_hash(data)
    big = stored("TIFF", big_tiff=True, description="the sea", **options)
    assert picture_hash(big) == picture_hash(stored("TIFF", big_tiff=True, **options))


def test_a_tiff_obeys_xmp_where_it_has_no_tag() -> None:
    data = stored("TIFF")
    turned = stored("TIFF", tiffinfo={700: TURNED})
    assert images.read_picture(turned).width == 80
    assert picture_hash(turned) != picture_hash(data)
    assert picture_hash(turned) == picture_hash(stored("TIFF", exif=exif(6)))


def test_what_is_no_picture_is_known_by_all_its_bytes() -> None:
    for data in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"II*\0", b"GIF89a", bytes(50)):
        assert picture_hash(data) != picture_hash(data + b"x")
        assert picture_hash(data) == picture_hash(bytes(data))
    assert len({picture_hash(bytes([value]) * 20) for value in range(256)}) == 256


EVERY_KIND = {kind: stored(kind, exif=exif(6)) for kind in WITH_EXIF} | {
    kind: stored(kind) for kind in ("GIF", "BMP")
}


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(KINDS), st.data())
def test_damage_never_raises(kind: str, draw: st.DataObject) -> None:
    data = bytearray(EVERY_KIND[kind])
    for at, value in draw.draw(
        st.lists(st.tuples(st.integers(0, min(len(data) - 1, 900)), st.integers(0, 255)))
    ):
        data[at] = value
    cut = draw.draw(st.integers(0, len(data)))
    inserted = draw.draw(st.binary(max_size=8))
    assert len(picture_hash(bytes(data[:cut]) + inserted + bytes(data[cut:]))) == 40
    assert len(picture_hash(bytes(data[:cut]))) == 40


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + b"\xff\xe1\0\2" * 2_000_000,
        b"\xff\xd8" + b"\xff" * 8_000_000,
        b"\xff\xd8" + b"\xff\xda\0\2" * 2_000_000,
        b"\x89PNG\r\n\x1a\n" + bytes(8_000_000),
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"zTXt", b"XML:com.adobe.xmp\0\0" + zlib.compress(bytes(50 << 20))) * 200,
        b"RIFF\0\0\0\0WEBP" + b"VP8 \0\0\0\0" * 1_000_000,
        b"GIF89a" + bytes(7) + b"\x2c" + bytes(10) + b"\1\1" * 4_000_000,
        b"\0\0\0\x14ftypheic" + bytes(8) + b"\0\0\0\x08free" * 1_000_000,
        b"MM\0*\0\0\0\x08\xff\xff" + b"\1\1\0\1\xff\xff\xff\xff\0\0\0\0" * 65535,
    ],
)
def test_hostile_files_take_little_time(data: bytes) -> None:
    began = time.process_time()
    assert len(picture_hash(data)) == 40
    assert time.process_time() - began < 5


def test_overlapping_parts_are_not_hashed_again_and_again() -> None:
    heif = stored("HEIF")
    at = heif.index(b"iloc") + 4
    lies = heif[:at] + b"\1\0\0\0" + struct.pack(">HHHHHH", 0x4400, 1, 1, 0, 0, 60_000)
    data = lies + struct.pack(">II", 0, 1 << 20) * 60_000 + bytes(1 << 20)
    began = time.process_time()
    assert len(picture_hash(data)) == 40
    assert time.process_time() - began < 5


REAL = [
    "formats/8bit-sRGB.avif",
    "formats/BSG1.tiff",
    "formats/IMG_2682.heic",
    "formats/denali.webp",
    "formats/density_plot.png",
    "formats/iphone_13_pro_max.HEIC",
    "formats/samsung-one-ui-6.heic",
    "metadata/portrait.jpg",
    "metadata/picasa.jpg",
]


@pytest.mark.parametrize("name", REAL)
def test_exiftool_leaves_real_pictures_alone(photos: Path, tmp_path: Path, name: str) -> None:
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip("exiftool is not installed")
    data = (photos / name).read_bytes()
    file = tmp_path / Path(name).name
    for words in (
        ["-XMP-dc:Subject=holiday", "-XMP-xmp:Rating=4"],
        ["-EXIF:ImageDescription=the sea", "-GPSLatitude=47.1", "-GPSLatitudeRef=N"],
        ["-IPTC:Keywords=holiday", "-Comment=holiday"],
    ):
        file.write_bytes(data)
        # Not every format has room for all of them; the tool then leaves the file as it is.
        subprocess.run(
            [tool, "-q", "-q", "-m", "-overwrite_original", *words, file],
            check=False,
            capture_output=True,
        )
        assert picture_hash(file.read_bytes()) == picture_hash(data), words


def test_real_photos_in_eight_orientations_are_eight(photos: Path) -> None:
    files = sorted((photos / "orientation").iterdir())
    assert len({picture_hash(file.read_bytes()) for file in files}) == len(files)


def test_a_large_photo_takes_milliseconds() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (2200, 2200, 3), dtype=np.uint8)
    data = stored("JPEG", Image.fromarray(noise), quality=90)
    assert len(data) > 4_000_000
    taken = []
    for _ in range(5):
        began = time.process_time()
        picture_hash(data)
        taken.append(time.process_time() - began)
    assert min(taken) < 0.1
