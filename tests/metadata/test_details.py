"""What files tell of when, where and with what a photo was taken; bad ones tell nothing."""

import json
import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from photoorg.media.opening import register
from photoorg.metadata.beside import Folder
from photoorg.metadata.details import film_details, read_details
from photoorg.metadata.moments import Moment
from photoorg.metadata.values import NOTHING, Details, Source
from tests.media.formats.raw_files import dng

ORIGINAL, DIGITIZED, CHANGED = 0x9003, 0x9004, 0x0132
ZONE, ZONE_ORIGINAL = 0x9010, 0x9011
TOKYO = {1: "N", 2: (35.0, 39.0, 36.0), 3: "E", 4: (139.0, 42.0, 0.0)}


def exif(
    first: dict[int, Any] | None = None,
    details: dict[int, Any] | None = None,
    gps: dict[int, Any] | None = None,
) -> bytes:
    block = Image.Exif()
    block.update(first or {})
    block.get_ifd(0x8769).update(details or {})
    block.get_ifd(0x8825).update(gps or {})
    return block.tobytes()


def stored(kind: str = "JPEG", **options: Any) -> bytes:
    register()
    file = BytesIO()
    Image.new("RGB", (32, 32), "gray").save(file, kind, **options)
    return file.getvalue()


def segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*segments: bytes) -> bytes:
    data = stored()
    return data[:2] + b"".join(segments) + data[2:]


def packet(body: str) -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f"{body}</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def xmp(body: str) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet(body))


def iptc(*datasets: tuple[int, bytes]) -> bytes:
    data = b"".join(struct.pack(">BBBH", 28, 2, n, len(text)) + text for n, text in datasets)
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data
    return segment(0xED, b"Photoshop 3.0\0" + block)


def told(data: bytes, name: str = "photo.jpg") -> Details:
    return read_details(Path("/nowhere") / name, data)


def taken(data: bytes, name: str = "photo.jpg") -> tuple[str, int | None, Source | None]:
    found = told(data, name)
    assert found.taken is not None
    return found.taken.text, found.taken.offset, found.source


def test_exif_tells_the_clock_of_the_place() -> None:
    moment = {ORIGINAL: "2019:07:14 23:50:00", ZONE_ORIGINAL: "+09:00", ZONE: "+01:00"}
    assert taken(stored(exif=exif(details=moment))) == ("2019-07-14T23:50:00", 540, Source.EXIF)
    del moment[ZONE_ORIGINAL]  # the other zone is that of the last change
    assert taken(stored(exif=exif(details=moment))) == ("2019-07-14T23:50:00", None, Source.EXIF)


def test_what_is_impossible_falls_through() -> None:
    details = {ORIGINAL: "2019:02:30 10:00:00", DIGITIZED: "2019:03:01 10:00:00"}
    assert taken(stored(exif=exif(details=details)))[::2] == ("2019-03-01T10:00:00", "digitized")
    details = {ORIGINAL: "    :  :     :  :  ", DIGITIZED: "0000:00:00 00:00:00"}
    data = stored(exif=exif({CHANGED: "2012:11:10 09:08:07"}, details))
    assert taken(data)[::2] == ("2012-11-10T09:08:07", Source.CHANGED)
    assert told(stored(exif=exif(details=details)), "DSC_20191345_999999.jpg").taken is None


def test_a_month_stays_a_month() -> None:
    assert taken(stored(exif=exif(details={ORIGINAL: "2003:07:00 00:00:00"})))[0] == "2003-07"
    assert taken(stored(exif=exif(details={ORIGINAL: "1965:00:00 00:00:00"})))[0] == "1965"


@pytest.mark.parametrize(
    "body",
    [
        "<rdf:Description exif:DateTimeOriginal='2017-03-04T05:06:07+02:00'/>",
        (
            "<rdf:Description><photoshop:DateCreated>2017-03-04T05:06:07+02:00"
            "</photoshop:DateCreated></rdf:Description>"
        ),
        "<rdf:Description/><rdf:Description photoshop:DateCreated='2017-03-04T05:06:07.5+02:00'/>",
    ],
)
def test_xmp_in_every_form(body: str) -> None:
    assert taken(jpeg(xmp(body))) == ("2017-03-04T05:06:07", 120, Source.XMP)


def test_iptc_has_a_date_and_a_time_with_a_zone() -> None:
    data = jpeg(iptc((55, b"20140607"), (60, b"004740+0200")))
    assert taken(data) == ("2014-06-07T00:47:40", 120, Source.IPTC)
    assert taken(jpeg(iptc((55, b"20140607"))))[0] == "2014-06-07"
    assert taken(jpeg(iptc((55, b"20140600"))))[0] == "2014-06"


def test_gps_tells_the_instant_and_the_place_its_clock() -> None:
    gps = {0x1D: "2018:05:06", 7: (16.0, 8.0, 9.0)}
    assert taken(stored(exif=exif(gps=gps))) == ("2018-05-06T16:08:09", 0, Source.GPS)
    there = stored(exif=exif(gps=gps | TOKYO))
    assert taken(there) == ("2018-05-07T01:08:09", 540, Source.GPS)


def test_gps_tells_the_zone_of_a_clock() -> None:
    details = {ORIGINAL: "2018:05:06 18:08:10"}
    gps = {0x1D: "2018:05:06", 7: (16.0, 8.0, 9.0)}
    assert taken(stored(exif=exif(details=details, gps=gps)))[1] == 120
    # without the satellites' time the place has to tell
    assert taken(stored(exif=exif(details=details, gps=TOKYO)))[1] == 540
    gps[7] = (16.0, 40.0, 0.0)  # a position that is older than the picture
    assert taken(stored(exif=exif(details=details, gps=gps)))[1] is None


def test_places_have_names() -> None:
    found = told(stored(exif=exif(gps=TOKYO)))
    assert (found.latitude, found.longitude) == pytest.approx((35.66, 139.7))
    assert (found.place, found.country) == ("Tokyo", "Japan")
    body = "<rdf:Description exif:GPSLatitude='52,31.2N' exif:GPSLongitude='13,24,18E'/>"
    assert told(jpeg(xmp(body))).place == "Berlin"
    sea = {1: "N", 2: (0.0, 0.0, 30.0), 3: "W", 4: (30.0, 0.0, 0.0)}
    found = told(stored(exif=exif(gps=sea)))
    assert (found.place, found.longitude) == ("", -30.0)
    said = jpeg(iptc((90, "Zürich".encode()), (101, b"Switzerland")))
    assert (told(said).place, told(said).country) == ("Zürich", "Switzerland")


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)},
        {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)},
        {1: "N", 2: (5.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)},
        {1: "N", 2: (5.0, 0.0, 0.0)},
    ],
)
def test_positions_that_are_none(gps: dict[int, Any]) -> None:
    found = told(stored(exif=exif(gps=gps)))
    assert found.latitude is found.longitude is None


def test_camera_and_caption() -> None:
    first = {0x010F: "NIKON CORPORATION", 0x0110: "NIKON D90", 0x010E: "OLYMPUS DIGITAL CAMERA"}
    found = told(stored(exif=exif(first)))
    assert (found.camera, found.caption) == ("NIKON D90", "")
    first = {0x010F: "Canon", 0x0110: "PowerShot", 0x010E: "At the sea\0"}
    found = told(stored(exif=exif(first)))
    assert (found.camera, found.caption) == ("Canon PowerShot", "At the sea")
    body = (
        "<rdf:Description><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Anna &amp; Ben"
        "</rdf:li></rdf:Alt></dc:description></rdf:Description>"
    )
    assert told(jpeg(xmp(body), iptc((120, b"Z\xfcrich")))).caption == "Anna & Ben"
    assert told(jpeg(iptc((120, b"Z\xfcrich")))).caption == "Zürich"
    long = told(jpeg(iptc((120, b"x\ny\x07" + b"z" * 9000)))).caption
    assert long.startswith("x\ny z")
    assert len(long) == 4000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
def test_every_container(kind: str) -> None:
    data = stored(kind, exif=exif({0x0110: "Trial"}, {ORIGINAL: "2019:07:14 10:11:12"}))
    assert taken(data)[0] == "2019-07-14T10:11:12"
    assert told(data).camera == "Trial"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF"])
def test_xmp_in_every_container(kind: str) -> None:
    body = packet("<rdf:Description exif:DateTimeOriginal='2017-03-04T05:06:07'/>")
    options: dict[str, Any] = {"xmp": body}
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        texts = PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", body.decode(), zip=True)
        options = {"pnginfo": texts}
    if kind == "TIFF":
        options = {"tiffinfo": {700: body}}
    assert taken(stored(kind, **options))[::2] == ("2017-03-04T05:06:07", Source.XMP)


def test_a_raw_file() -> None:
    import numpy as np

    data = dng(np.zeros((64, 64, 3), np.uint8), taken="2020:01:02 03:04:05")
    found = told(data, "a.dng")
    assert (found.taken, found.camera) == (Moment("2020-01-02T03:04:05"), "Trial One")
    assert taken(b"IIU\0" + data[4:], "a.rw2")[0] == "2020-01-02T03:04:05"
    raf = b"FUJIFILMCCD-RAW " + bytes(68)
    inside = stored(exif=exif(details={ORIGINAL: "2020:01:02 03:04:05"}))
    assert taken(raf + struct.pack(">II", 100, len(inside)) + bytes(8) + inside, "a.raf")[0]


def test_sidecars_and_names_come_last(tmp_path: Path) -> None:
    photo = tmp_path / "IMG_20160809_101112.jpg"
    photo.write_bytes(stored())
    assert read_details(photo).source is Source.NAME
    told = {"photoTakenTime": {"timestamp": "1563107405"}, "description": "By the lake"}
    (tmp_path / f"{photo.name}.supplemental-metadata.json").write_text(json.dumps(told))
    found = read_details(photo)
    assert (found.source, found.taken) == (Source.TAKEOUT, Moment("2019-07-14T12:30:05", 0))
    assert found.caption == "By the lake"
    (tmp_path / "IMG_20160809_101112.xmp").write_bytes(
        packet("<rdf:Description exif:DateTimeOriginal='2018-01-02'/>")
    )
    assert read_details(photo).taken == Moment("2018-01-02")
    (tmp_path / f"{photo.name}.xmp").write_bytes(
        packet("<rdf:Description exif:DateTimeOriginal='2018-05-06'/>")
    )
    assert read_details(photo).taken == Moment("2018-05-06")


def test_a_file_that_tells_nothing_has_no_date(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(stored())
    assert read_details(photo) == NOTHING
    assert read_details(tmp_path / "away.jpg") == NOTHING
    assert read_details(tmp_path) == NOTHING


BOMB = "<!DOCTYPE z [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
LOOP = b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x8769, 4, 1, 8) + struct.pack("<I", 8)
RATIO = struct.pack("<6I", 1, 0, 0, 0, 0xFFFFFFFF, 0)
ENDLESS = (
    b"II*\0\x08\0\0\0"
    + struct.pack("<HHHIII", 1, 0x8825, 4, 1, 26, 0)
    + struct.pack("<HHHI4sHHIII", 2, 1, 2, 2, b"N\0\0\0", 2, 5, 3, 56, 0)
    + RATIO
)


@pytest.mark.parametrize(
    "data",
    [
        jpeg(segment(0xE1, b"Exif\0\0" + LOOP)),
        jpeg(segment(0xE1, b"Exif\0\0" + ENDLESS)),
        jpeg(segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")),
        jpeg(segment(0xE1, b"Exif\0\0MM")),
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<" * 5000)),
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + BOMB.encode() + b"]><x>&j;</x>")),
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<a>" * 20000)),
        jpeg(segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\xff")),
        jpeg(segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\xff\xff\xff\xff\x1c\x02\x37")),
        stored()[:20],
        b"\x89PNG\r\n\x1a\n" + b"\xff\xff\xff\xffiTXt",
        b"RIFF\xff\xff\xff\xffWEBPEXIF\xff\xff\xff\xff",
        b"\0\0\0\x14ftypheic" + bytes(8) + b"\0\0\0\x00meta",
        b"\0\0\0\x14ftypcrx " + bytes(8) + b"\0\0\0\x01moov" + bytes(20),
        b"FUJIFILMCCD-RAW " + b"\xff" * 200,
        LOOP,
        b"",
    ],
)
def test_what_is_wrong_with_a_file_tells_nothing(data: bytes) -> None:
    found = told(data)
    assert (found.taken, found.latitude) == (None, None)


def test_what_is_vast_is_not_read() -> None:
    from photoorg.metadata import xmp as reader

    body = b"<x xmlns='adobe:ns:meta/'>" + b" " * 30_000_000 + b"</x>"
    assert reader.properties(body) == {}


def test_every_cut_and_every_flipped_byte_is_harmless() -> None:
    details = {ORIGINAL: "2019:07:14 10:11:12", ZONE_ORIGINAL: "+02:00"}
    block = exif({0x0110: "Trial"}, details, TOKYO)
    for kind in ("JPEG", "HEIF", "TIFF"):
        data = bytearray(stored(kind, exif=block))
        for at in range(0, min(len(data), 900), 3):
            told(bytes(data[:at]))
            data[at] ^= 0xFF
            told(bytes(data))
            data[at] ^= 0xFF


def test_a_changed_sidecar_moves_a_film(tmp_path: Path) -> None:
    film, sidecar = tmp_path / "a.mp4", tmp_path / "a.mp4.xmp"
    film.write_bytes(b"")
    told = Details(latitude=40.0, longitude=-3.0)
    for north, east in (("52,31.0N", "13,24.0E"), ("48,8.0N", "11,34.0E")):
        sidecar.write_text(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
            "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
            "xmlns:exif='http://ns.adobe.com/exif/1.0/' "
            f"exif:GPSLatitude='{north}' exif:GPSLongitude='{east}'/></rdf:RDF></x:xmpmeta>"
        )
        told = film_details(film, told, Folder(tmp_path))
    assert (told.latitude, told.longitude) == pytest.approx((48 + 8 / 60, 11 + 34 / 60))
    sidecar.unlink()
    assert film_details(film, told, Folder(tmp_path)).latitude == told.latitude
