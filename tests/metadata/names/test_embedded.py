"""What is read of a picture's own file: where its XMP lies, and which side is up."""

from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from photoorg.metadata.names.embedded import Embedded, read_embedded
from tests.metadata.names.test_regions import AS_ELEMENTS, packet

PACKET = packet(AS_ELEMENTS)


def exif(orientation: int) -> Image.Exif:
    said = Image.Exif()
    said[0x0112] = orientation
    return said


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_packets_of_all_kinds(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    image = Image.new("RGB", (40, 30))
    if suffix == "png":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", PACKET.decode())
        image.save(path, pnginfo=info, exif=exif(6))
    elif suffix == "tif":
        said = exif(6)
        said[700] = PACKET
        image.save(path, exif=said)
    else:
        image.save(path, xmp=PACKET, exif=exif(6))
    assert read_embedded(path) == Embedded(PACKET, 6)


def test_a_packet_says_which_side_is_up_where_exif_is_silent(tmp_path: Path) -> None:
    turning = packet("<tiff:Orientation>6</tiff:Orientation>")
    for name, said, wanted in (("none", Image.Exif(), 6), ("exif", exif(3), 3)):
        path = tmp_path / f"{name}.jpg"
        Image.new("RGB", (40, 30)).save(path, xmp=turning, exif=said)
        assert read_embedded(path).orientation == wanted


def test_containers_turn_their_pictures_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    image = Image.new("RGB", (64, 48))
    pillow_heif.from_pillow(image).save(path, quality=50)
    upright = read_embedded(path)
    assert (upright.orientation, upright.turned_inside) == (1, True)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"GIF89a", bytes(1000), b"\0\0\0\x0cftypheic"]
)
def test_what_is_no_picture_tells_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    found = read_embedded(path)
    assert (found.packet, found.orientation) == (b"", 1)
    assert read_embedded(tmp_path) == read_embedded(tmp_path / "none.jpg") == Embedded()
