"""Every format, every orientation, every way in which a file can be broken."""

import os
import struct
import warnings
import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from photoorg.errors import PhotoError
from photoorg.media import opening
from photoorg.media.images import Picture, read_picture, turned
from photoorg.media.photo_files import CUT_OFF, DAMAGED, EMPTY, ONLY_ZEROS, UNKNOWN

TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture is stored under each EXIF orientation."""


@pytest.fixture
def scene() -> Image.Image:
    """Return an upright picture, 240 x 160, with a different colour in every corner."""
    image = Image.new("RGB", (240, 160), "gray")
    for box, colour in (
        ((0, 0, 80, 80), "red"),
        ((160, 0, 240, 80), "lime"),
        ((0, 80, 80, 160), "blue"),
        ((160, 80, 240, 160), "white"),
    ):
        image.paste(Image.new("RGB", (80, 80), colour), box)
    return image


def stored(image: Image.Image, kind: str, **options: Any) -> bytes:
    opening.register()
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def corners(picture: Picture) -> list[list[int]]:
    """Return red, green and blue of the four corners, rounded to 0, 1 and 2."""
    h, w = picture.pixels.shape[:2]
    points = [(h // 8, w // 8), (h // 8, -w // 8), (-h // 8, w // 8), (-h // 8, -w // 8)]
    return [[(int(v) + 64) // 128 for v in picture.pixels[y, x, ::-1]] for y, x in points]


UPRIGHT = [[2, 0, 0], [0, 2, 0], [0, 0, 2], [2, 2, 2]]


def reason(data: bytes | Path) -> str:
    with pytest.raises(PhotoError) as caught:
        read_picture(data)
    return caught.value.reason


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_upright(scene: Image.Image, kind: str, orientation: int) -> None:
    turn = TURNS[orientation]
    lying = scene if turn is None else scene.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = read_picture(stored(lying, kind, exif=exif.tobytes(), quality=95))
    assert corners(picture) == UPRIGHT
    assert (picture.width, picture.height) == (240, 160)
    assert picture.pixels.shape == (160, 240, 3)
    assert picture.oriented == (orientation != 1)
    # Containers that turn their pictures say nothing where there is nothing to turn.
    assert picture.claimed == (orientation == 1 and kind not in ("AVIF", "HEIF"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF"])
def test_every_format_without_exif_says_nothing_of_its_orientation(
    scene: Image.Image, kind: str
) -> None:
    picture = read_picture(stored(scene, kind))
    assert corners(picture) == UPRIGHT
    assert not picture.oriented


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_real_photos_of_all_orientations_show_the_same(photos: Path, shape: str) -> None:
    def small(number: int) -> Any:
        picture = read_picture(photos / "orientation" / f"{shape}_{number}.jpg")
        image = Image.fromarray(picture.pixels)
        return np.asarray(image.resize((12, 12)), dtype=float)

    seen = [small(number) for number in range(1, 9)]
    assert max(np.abs(other - seen[1]).mean() for other in seen[1:]) < 2
    # The first has other colours and a number of its own, but is no mirror picture either.
    wrong = [seen[1][::-1], seen[1][:, ::-1], seen[1][::-1, ::-1], seen[1].transpose(1, 0, 2)]
    assert np.abs(seen[0] - seen[1]).mean() < min(np.abs(seen[0] - w).mean() for w in wrong)


def test_real_webp_of_all_orientations_show_the_same(photos: Path) -> None:
    files = sorted((photos / "orientation").glob("hopper*.webp"))
    seen = [read_picture(file).pixels.astype(float) for file in files]
    assert max(np.abs(pixels - seen[0]).mean() for pixels in seen) < 6


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("8bit-sRGB.avif", (1617, 1080)),
        ("BSG1.tiff", (635, 348)),
        ("denali.webp", (600, 315)),
        ("density_plot.png", (800, 800)),
        ("iphone_13_pro_max.HEIC", (3024, 4032)),
    ],
)
def test_real_formats(photos: Path, name: str, size: tuple[int, int]) -> None:
    picture = read_picture(photos / "formats" / name)
    assert (picture.width, picture.height) == size
    assert picture.pixels.shape == (size[1], size[0], 3)


def test_transparency_is_white(scene: Image.Image) -> None:
    clear = Image.new("RGBA", scene.size, (0, 0, 0, 0))
    assert read_picture(stored(clear, "PNG")).pixels.min() == 255
    gray = Image.new("LA", scene.size, (0, 0))
    assert read_picture(stored(gray, "PNG")).pixels.min() == 255
    palette = Image.new("P", scene.size, 0)
    palette.putpalette([10, 20, 30] + [0] * 9)
    assert read_picture(stored(palette, "PNG", transparency=0)).pixels.min() == 255
    assert read_picture(stored(palette, "GIF", transparency=0)).pixels.min() == 255


def test_colours_of_every_kind(scene: Image.Image) -> None:
    assert corners(read_picture(stored(scene.convert("CMYK"), "JPEG"))) == UPRIGHT
    assert corners(read_picture(stored(scene.convert("CMYK"), "TIFF"))) == UPRIGHT
    assert corners(read_picture(stored(scene.convert("P"), "PNG"))) == UPRIGHT
    lab = ImageCms.profileToProfile(
        scene, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    assert corners(read_picture(stored(lab, "TIFF"))) == UPRIGHT
    for mode in ("L", "1"):
        pixels = read_picture(stored(scene.convert(mode), "PNG")).pixels
        assert (pixels[..., 0] == pixels[..., 2]).all()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (np.linspace(0, 65535, 256, dtype=np.uint16), "PNG"),
        (np.linspace(0, 4095, 256, dtype=np.uint16), "TIFF"),
        (np.linspace(0, 1, 256, dtype=np.float32), "TIFF"),
        (np.linspace(-5, 60000, 256).astype(np.int32), "TIFF"),
    ],
)
def test_more_than_eight_bits(values: Any, kind: str) -> None:
    image = Image.fromarray(np.tile(values, (16, 1)))
    line = read_picture(stored(image, kind)).pixels[0, :, 1].astype(int)
    assert line[0] == 0
    assert line[-1] >= 230
    assert (np.diff(line) >= 0).all()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_animated_pictures_show_their_first_frame(scene: Image.Image, kind: str) -> None:
    other = Image.new("RGB", scene.size, "black")
    data = stored(scene, kind, save_all=True, append_images=[other])
    assert corners(read_picture(data)) == UPRIGHT


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_very_large_pictures_come_smaller_but_keep_their_size(
    scene: Image.Image, kind: str
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = scene.resize((1001, 667)).transpose(Image.Transpose.ROTATE_90)
    picture = read_picture(stored(lying, kind, exif=exif.tobytes()), longer_side=240)
    assert (picture.width, picture.height) == (1001, 667)
    assert picture.pixels.shape[1] in (250, 251)
    assert picture.scale == pytest.approx(0.25, abs=0.001)
    assert corners(picture) == UPRIGHT


def test_pictures_of_working_size_are_not_made_smaller(scene: Image.Image) -> None:
    picture = read_picture(stored(scene.resize((4032, 30)), "JPEG"))
    assert picture.scale == 1.0


@pytest.mark.parametrize(("kind", "wide"), [("JPEG", 2050), ("PNG", 4100)])
def test_quickly_only_what_its_decoder_shrinks_comes_smaller(kind: str, wide: int) -> None:
    data = BytesIO()
    Image.new("RGB", (4100, 60), "red").save(data, kind)
    quick = read_picture(data.getvalue(), path=Path(f"wide.{kind.lower()}"), quick=True)
    assert quick.pixels.shape[1] == wide
    assert (quick.width, quick.height, quick.scale) == (4100, 60, wide / 4100)
    assert quick.finer == (wide < 4100)
    whole = read_picture(data.getvalue(), path=Path(f"wide.{kind.lower()}"))
    assert (whole.pixels.shape[1], whole.finer) == (4100, False)


def test_what_is_small_has_no_finer_pixels() -> None:
    data = BytesIO()
    Image.new("RGB", (3000, 60), "red").save(data, "JPEG")
    picture = read_picture(data.getvalue(), path=Path("small.jpg"), quick=True)
    assert (picture.pixels.shape[1], picture.finer) == (3000, False)


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + crc

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed)


@pytest.mark.parametrize(("width", "height"), [(16_500, 16_500), (60_000, 60_000)])
def test_bombs_are_refused_by_their_header(
    monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", never)
    assert "larger than the 256 megapixels" in reason(png_that_claims(width, height))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIF"])
def test_cut_off_files_give_no_half_picture(scene: Image.Image, kind: str) -> None:
    rng = np.random.default_rng(0)
    noisy = np.asarray(scene) // 2 + rng.integers(0, 120, (160, 240, 3), dtype=np.uint8)
    data = stored(Image.fromarray(noisy), kind)
    for share in (0.2, 0.6, 0.97):
        assert reason(data[: int(share * len(data))]) in (CUT_OFF, DAMAGED)


def test_a_cut_jpeg_filled_up_with_zeros_is_cut_off() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (600, 600, 3), dtype=np.uint8)
    data = stored(Image.fromarray(noise), "JPEG")
    assert reason(data[:-3000] + bytes(60_000)) == CUT_OFF
    assert read_picture(data + bytes(5000)).width == 600


def test_a_cut_heic_is_cut_off(photos: Path) -> None:
    data = (photos / "formats" / "IMG_2682.heic").read_bytes()
    part = len(data) * 6 // 10
    assert reason(data[:part]) == CUT_OFF
    assert reason(data[:part] + bytes(len(data) - part)) == CUT_OFF


BROKEN = {
    "broken.png",
    "broken_data_stream.png",
    "crash-1152ec2d1a1a71395b6f2ce6721c38924d025bf3.tif",
    "crash-2020-10-test.tif",
    "oom-225817ca0f8c663be7ab4b9e717b02c661e66834.tif",
    "truncated_image.png",
    "truncated_jpeg.jpg",
}


def test_damaged_files_give_a_picture_or_a_reason(photos: Path) -> None:
    broken: dict[str, str] = {}
    for file in sorted((photos / "damaged").iterdir()):
        try:
            picture = read_picture(file)
        except PhotoError as error:
            broken[Path(error.path).name] = error.reason
        else:
            assert picture.pixels.shape == (picture.height, picture.width, 3)
    assert set(broken) == BROKEN
    assert set(broken.values()) == {CUT_OFF, DAMAGED}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", EMPTY),
        (bytes(5000), ONLY_ZEROS),
        (b"Dear diary", UNKNOWN),
        (b"PK\x03\x04\x14\x00\x00\x00rest", "ZIP archive"),
        (b"PK\x03\x04\x14\x00\x01\x00rest", "locked with a password"),
        (b"%PDF-1.7 ... /Encrypt 5 0 R", "PDF document with a password"),
        (b"%PDF-1.7", "This is a PDF document, which"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "perhaps locked with a password"),
        (b"<!DOCTYPE html><p>Not found", "web page"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(50) + b"x", "This is a video"),
        (b"8BPS" + bytes(30) + b"x", "Photoshop"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\xff\xd8\xff\xe0", CUT_OFF),
        (b"GIF89a", DAMAGED),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, says: str) -> None:
    said = reason(data)
    assert says in said
    assert said.endswith(".")


def test_a_real_archive_named_jpg(tmp_path: Path) -> None:
    import zipfile

    file = tmp_path / "holiday.jpg"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("holiday/1.txt", "sun")
    assert "ZIP archive" in reason(file)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "is gone" in reason(tmp_path / "never.jpg")
    assert "ordinary file" in reason(tmp_path)
    loop = tmp_path / "loop.jpg"
    loop.symlink_to(loop)
    assert "leads back to itself" in reason(loop)
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    assert "ordinary file" in reason(pipe)
    with (tmp_path / "giant.jpg").open("wb") as giant:
        giant.truncate(3 << 30)
    assert "3.2 GB" in reason(tmp_path / "giant.jpg")


def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "secret.jpg"
    file.write_bytes(b"x")
    file.chmod(0)
    if os.geteuid() != 0:
        assert "not allowed" in reason(file)
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and "pytest" in folder.name:
            folder.chmod(0o755)
    os.seteuid(65534)  # root may read everything, so this is tried as nobody
    try:
        assert "not allowed" in reason(file)
    finally:
        os.seteuid(0)


def test_bytes_are_named_after_their_path() -> None:
    with pytest.raises(PhotoError, match=r"^/photos/a\.jpg: ") as caught:
        read_picture(b"", path=Path("/photos/a.jpg"))
    assert caught.value.path == Path("/photos/a.jpg")


def test_a_bug_of_a_decoder_is_a_damaged_picture(
    scene: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", fail)
    assert reason(stored(scene, "PNG")) == DAMAGED


def test_no_warning_leaks_from_threads(photos: Path) -> None:
    file = photos / "damaged" / "hopper_bad_exif.jpg"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with ThreadPoolExecutor(4) as pool:
            widths = {picture.width for picture in pool.map(read_picture, [file] * 40)}
    assert widths == {500}


@pytest.mark.parametrize(("quarters", "brightest"), [(0, (0, 0)), (1, (0, 1)), (3, (2, 0))])
def test_a_picture_is_turned_clockwise(quarters: int, brightest: tuple[int, int]) -> None:
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[0, 0] = 255
    picture = turned(Picture(pixels, 300, 200, 0.01, False), quarters)
    assert np.argwhere(picture.pixels[..., 0])[0].tolist() == list(brightest)
    assert (picture.width, picture.height) == ((200, 300) if quarters else (300, 200))
    assert picture.oriented
    assert picture.pixels.flags.c_contiguous
    assert not picture.pixels.flags.writeable


@pytest.mark.parametrize("first", [None, (16, 12)])
def test_a_tiff_with_pages_shows_the_first_that_is_no_thumbnail(first: Any) -> None:
    data = BytesIO()
    pages = [("lime", (80, 60), 0), ("blue", (120, 90), 0)]
    if first:
        pages.insert(0, ("red", first, 1))
    with TiffImagePlugin.AppendingTiffWriter(data, new=True) as writer:
        for colour, size, flags in pages:
            Image.new("RGB", size, colour).save(writer, "TIFF", tiffinfo={254: flags})
            writer.newFrame()
    picture = read_picture(data.getvalue())
    assert (picture.width, picture.height) == (80, 60)
    assert picture.pixels[30, 40].tolist() == [0, 255, 0]


def test_a_jpeg_that_lacks_only_its_end_marker(scene: Image.Image) -> None:
    data = stored(scene, "JPEG", quality=95)
    assert data.endswith(b"\xff\xd9")
    whole = read_picture(data)
    np.testing.assert_array_equal(read_picture(data[:-2]).pixels, whole.pixels)
    for lost in (len(data) // 9, len(data) // 5, len(data) // 3):
        assert reason(data[:-lost]) == CUT_OFF
    several = stored(scene, "JPEG", quality=95, progressive=True)
    assert reason(several[:-2]) == CUT_OFF


def png_chunk(kind: bytes, content: bytes, wrong: int = 0) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content) ^ wrong)
    return struct.pack(">I", len(content)) + kind + content + check


@pytest.mark.parametrize(
    "chunk",
    [
        png_chunk(b"zTXt", b"workflow\0\0" + zlib.compress(bytes(9_000_000))),
        png_chunk(b"tEXt", b"workflow\0" + b"prompt " * 700_000),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b" " * 5_000_000)),
        png_chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(3_000_000))),
        png_chunk(b"iCCP", b"p\0\0not packed"),
        png_chunk(b"tEXt", b"a\0b", wrong=1),
        png_chunk(b"tIME", bytes(7), wrong=1),
        png_chunk(b"eXIf", b"II*\0\xff\xff\xff\xff"),
        png_chunk(b"tEXt", b"a\0b") * 5000,
    ],
)
def test_what_is_beside_a_png_does_not_damage_it(scene: Image.Image, chunk: bytes) -> None:
    data = stored(scene, "PNG")
    picture = read_picture(data[:33] + chunk + data[33:])
    np.testing.assert_array_equal(picture.pixels, read_picture(data).pixels)


def test_a_png_is_turned_by_text_that_pillow_is_not_shown(scene: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    block = exif.tobytes()
    text = b"\nexif\n%8d\n" % len(block) + block.hex().encode()
    chunk = png_chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(text))
    data = stored(scene.transpose(Image.Transpose.ROTATE_90), "PNG")
    assert corners(read_picture(data[:33] + chunk + data[33:])) == UPRIGHT


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
    b'tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


@pytest.mark.parametrize("kind", ["HEIF", "AVIF"])
def test_words_never_turn_what_a_container_turns(scene: Image.Image, kind: str) -> None:
    data = stored(scene, kind, xmp=XMP, quality=95)
    if b"irot" in data:  # the encoder obeyed the words: take its box away
        data = data.replace(b"irot", b"free")
    picture = read_picture(data)
    assert corners(picture) == UPRIGHT
    assert not picture.oriented


def test_the_name_of_a_detective_is_no_box(scene: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Agatha Christie's Poirot, imir, irot"
    assert not read_picture(stored(scene, "HEIF", exif=exif.tobytes(), quality=95)).oriented


@pytest.mark.parametrize(("space", "index"), [(0xFFFF, "R03"), (2, None)])
def test_adobe_rgb_that_only_exif_tells(space: int, index: str | None) -> None:
    exif = Image.Exif()
    details = exif.get_ifd(0x8769)
    details[0xA001] = space
    if index:
        details[0xA005] = {1: index}
    image = Image.new("RGB", (40, 40), (40, 200, 40))
    plain = read_picture(stored(image, "PNG")).pixels[20, 20].astype(int)
    seen = read_picture(stored(image, "JPEG", exif=exif.tobytes(), quality=100)).pixels[20, 20]
    # Adobe's green (40, 200, 40) lies at the edge of sRGB: it has less red and is as bright.
    assert seen[2] < plain[2] - 30
    assert abs(int(seen[1]) - plain[1]) < 12


def test_colours_that_a_container_names(scene: Image.Image) -> None:
    image = Image.new("RGB", (64, 64), (200, 60, 60))
    data = stored(image, "AVIF", quality=100)
    at = data.index(b"colrnclx") + 8
    assert data[at : at + 4] == b"\0\1\0\x0d"
    wide = data[:at] + b"\0\x0c" + data[at + 2 :]  # Display P3
    plain, seen = (read_picture(d).pixels[30, 30].astype(int) for d in (data, wide))
    # Display P3's (200, 60, 60) is (218, 45, 54) in sRGB.
    np.testing.assert_allclose(seen[::-1], (218, 45, 54), atol=3)
    np.testing.assert_allclose(plain[::-1], (200, 60, 60), atol=3)


@pytest.mark.parametrize("transfer", [16, 18])
def test_a_high_range_is_brought_into_view(transfer: int) -> None:
    ramp = np.tile(np.arange(0, 256, 4)[None, :, None], (64, 1, 3)).astype(np.uint8)
    data = stored(Image.fromarray(ramp), "AVIF", quality=100)
    at = data.index(b"colrnclx") + 8
    high = data[:at] + bytes([0, 9, 0, transfer]) + data[at + 4 :]
    seen = read_picture(high).pixels[32, :, 1].astype(int)
    assert np.all(np.diff(seen) >= -2)
    assert seen[0] < 12 < 200 < seen[-1]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_tiff_of_16_bits_in_planes(scene: Image.Image, order: str, orientation: int) -> None:
    turn = TURNS[orientation]
    lying = np.asarray(scene if turn is None else scene.transpose(turn))
    planes = (lying.transpose(2, 0, 1).astype(np.uint16) * 257).astype(f"{order}u2").tobytes()
    height, width = lying.shape[:2]
    size = len(planes) // 3
    tags = [
        *((256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, 500), (259, 3, 1, 1)),
        *((262, 3, 1, 2), (273, 4, 3, 510), (274, 3, 1, orientation), (277, 3, 1, 3)),
        *((278, 4, 1, height), (279, 4, 3, 530), (284, 3, 1, 2)),
    ]
    head = struct.pack(f"{order}2sHI", b"II" if order == "<" else b"MM", 42, 8)
    head += struct.pack(f"{order}H", len(tags))
    for tag, kind, count, value in tags:
        inline = f"{order}HHIH2x" if kind == 3 and count == 1 else f"{order}HHII"
        head += struct.pack(inline, tag, kind, count, value)
    body = bytearray(600)
    body[: len(head)] = head
    body[500:506] = struct.pack(f"{order}3H", 16, 16, 16)
    body[510:522] = struct.pack(f"{order}3I", 600, 600 + size, 600 + 2 * size)
    body[530:542] = struct.pack(f"{order}3I", size, size, size)
    picture = read_picture(bytes(body) + planes)
    assert corners(picture) == UPRIGHT
    assert (picture.width, picture.height) == (240, 160)
    np.testing.assert_array_equal(picture.pixels[80, 120], (128, 128, 128))
