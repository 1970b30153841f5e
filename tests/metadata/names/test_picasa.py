"""Picasa's files, with all that is odd in them."""

import pytest

from photoorg.metadata.names.picasa import read_contacts, read_ini, told
from photoorg.types import Box

INI = """[Picasa]
name=Summer
[IMG_1.jpg]
faces=rect64(3f845bcb59418507),8e62398ebda8c1a5;rect64(11112222),ffffffffffffffff
backuphash=123
[img_2.JPG]
rotate=rotate(1)
faces=rect64(4000400080008000),00000000000000ab
[Contacts2]
8e62398ebda8c1a5=Jörg Müller;;
[Contacts]
ab=Ben,ben@example.org
"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig"])
def test_faces_and_who_they_are(encoding: str) -> None:
    ini = read_ini(INI.encode(encoding))
    first, second = told(ini, "IMG_1.JPG", ini.contacts).regions
    assert first.name == "Jörg Müller"
    assert first.box == pytest.approx(Box(0.2481, 0.3586, 0.1005, 0.1611), abs=1e-3)
    # Zeros in front are left out, and this id means nobody.
    assert second.name == ""
    assert second.box == pytest.approx(Box(0, 0, 0x1111 / 65535, 0x2222 / 65535))
    (turned,) = told(ini, "IMG_2.jpg", ini.contacts).regions
    assert (turned.name, turned.quarters) == ("Ben", 1)
    assert not told(ini, "IMG_3.jpg", ini.contacts)


def test_contacts_of_picasa_itself() -> None:
    known = read_contacts(
        b'<contacts><contact id="8e62398ebda8c1a5" name="Anna"/>'
        b'<contact id="5" name=""/></contacts>'
    )
    assert known == {"8e62398ebda8c1a5": "Anna"}
    assert read_contacts(b"no xml <") == {}


@pytest.mark.parametrize(
    "faces",
    [
        "rect64(),ab",
        "rect64(zz),ab",
        "rect64(80008000400040000),ab",
        "rect64(8000800040004000),ab",
        "rect64(0),ab",
        "rect64",
        "=" * 10_000,
    ],
)
def test_odd_rectangles_are_no_faces(faces: str) -> None:
    ini = read_ini(f"[a.jpg]\nfaces={faces}\n".encode())
    assert not told(ini, "a.jpg", {"ab": "Anna"}).regions


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert not read_ini(bytes(range(256)) * 100).faces
    assert not read_ini(b"\0" * (17 << 20)).faces
