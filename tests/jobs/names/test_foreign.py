"""Sidecars of other programs keep all they hold when names are written into them."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.metadata.names.xml import RDF
from tests.jobs.names.conftest import add, exiftool, make_photo, write

DARKTABLE = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:darktable="http://darktable.sf.net/"
   exif:DateTimeOriginal="2019:07:14 10:11:12"
   xmp:Rating="4"
   darktable:xmp_version="5"
   darktable:auto_presets_applied="1"
   darktable:history_end="2">
   <!-- what was done -->
   <dc:subject><rdf:Seq><rdf:li>darktable|format|nef</rdf:li><rdf:li>Café</rdf:li></rdf:Seq>
   </dc:subject>
   <darktable:masks_history><rdf:Seq/></darktable:masks_history>
   <darktable:history>
    <rdf:Seq>
     <rdf:li
      darktable:num="0" darktable:operation="flip" darktable:enabled="1"
      darktable:params="ffffffff" darktable:multi_name="" darktable:blendop_version="11"
      darktable:blendop_params="gz11eJxjYIAACQYYOOHEgAZY0QWAgBGLGANDgz0Ej1Q+dcF/IADRAGpyHQU="/>
    </rdf:Seq>
   </darktable:history>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""

LIGHTROOM = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
    xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
    xmlns:own="http://example.org/a namespace of our own/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmpMM:DocumentID="xmp.did:7f3c1a2b"
   crs:Version="15.0"
   crs:Exposure2012="+0.35"
   crs:HasSettings="True"
   own:mark='&quot;a &lt; b&quot; &#38; c&#10;d'>
   <?our-own instruction with="words" and > signs?>
   <xmpMM:History><rdf:Seq>
     <rdf:li stEvt:action="derived" stEvt:parameters="converted from image/x-nikon-nef"/>
     <rdf:li stEvt:action="saved" stEvt:changed="/metadata"/>
   </rdf:Seq></xmpMM:History>
   <crs:ToneCurvePV2012><rdf:Seq><rdf:li>0, 0</rdf:li><rdf:li>255, 255</rdf:li></rdf:Seq>
   </crs:ToneCurvePV2012>
   <crs:Look><rdf:Description crs:Name="Adobe Color" crs:Amount="1"><crs:Parameters>
    <rdf:Description crs:Version="15.0"/></crs:Parameters></rdf:Description></crs:Look>
   <lr:hierarchicalSubject><rdf:Bag><rdf:li>Places|Rome &amp; Ostia</rdf:li></rdf:Bag>
   </lr:hierarchicalSubject>
   <own:thing rdf:parseType="Literal"><b>bold</b><![CDATA[ <not> a tag ]]></own:thing>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A day   at the sea
, "quoted"</rdf:li></rdf:Alt></dc:title>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:own="http://example.org/other/" own:mark="2"/>
 </rdf:RDF>
</x:xmpmeta>
<!-- behind everything -->
{padding}<?xpacket end="w"?>""".replace("{padding}", (" " * 99 + "\n") * 20)

BARE = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>
<dc:creator><rdf:Seq><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"""

WINDOWS = BARE.replace(
    "<rdf:Description>", '<rdf:Description rdf:about="uuid:faf5bdd5-ba3d-11da-ad31-d33d75182f1b">'
)

LATIN = """<?xml version="1.0" encoding="ISO-8859-1"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>Caf&#233;</rdf:li>
</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"""

NAME = "Zoë \N{SNOWMAN}"
OURS = {"RegionInfo", "RegionInfoMP", "PersonInImage", "SourceFile"}


def told(side: Path) -> dict[str, Any]:
    """Return what exiftool reads that is not ours."""
    (found,) = exiftool("-XMP:all", "-G1", side)
    return {key: value for key, value in found.items() if key.rpartition(":")[2] not in OURS}


SIDECARS = {
    "darktable": DARKTABLE,
    "Lightroom": LIGHTROOM,
    "bare": BARE,
    "Windows": WINDOWS,
    "Latin": LATIN,
}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param(text, mark, id=f"{name} {mark!r}")
        for name, text in SIDECARS.items()
        for mark in (b"", b"\xef\xbb\xbf")
        if not (mark and text is LATIN)  # it would contradict the first line
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=json.dumps)
def test_all_that_is_there_stays(
    library: Library, folder: Path, text: str, ends: str, mark: bytes
) -> None:
    make_photo(folder / "a.jpg")
    side = folder / "a.jpg.xmp"
    before = mark + text.replace("\n", ends).encode()
    side.write_bytes(before)
    known = told(side)
    actions.split(library, add(library, folder), NAME)
    summary = write(library)
    assert (summary.written, summary.problems) == (1, ())
    after = side.read_bytes()
    # All bytes are there, in their order; new ones stand between them, in one place for each form.
    rest = iter(after)
    assert all(byte in rest for byte in before)
    assert told(side) == known
    (rdf,) = (one for one in ET.fromstring(after.removeprefix(mark)).iter(f"{{{RDF}}}RDF"))
    assert len({one.get(f"{{{RDF}}}about", "") for one in rdf}) == 1
    (ours,) = exiftool("-XMP:all", side)
    assert ours["PersonInImage"] == [NAME]
    assert ours["RegionInfo"]["RegionList"][0]["Name"] == NAME
    # Whoever goes by the first line understands it, too.
    assert NAME in set(ET.fromstring(after.removeprefix(mark)).itertext())
    assert write(library).there == 1
    assert side.read_bytes() == after


@pytest.mark.parametrize("wide", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_is_no_utf_8_is_left_alone_and_told(library: Library, folder: Path, wide: str) -> None:
    make_photo(folder / "a.jpg")
    before = LIGHTROOM.encode(wide)
    (folder / "a.jpg.xmp").write_bytes(before)
    actions.split(library, add(library, folder), NAME)
    summary = write(library)
    assert (summary.written, len(summary.problems)) == (0, 1)
    assert "left as it is" in summary.problems[0].reason
    assert (folder / "a.jpg.xmp").read_bytes() == before
