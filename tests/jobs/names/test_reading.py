"""Names that other programs wrote land on the faces they mean, however a picture is stored."""

import json
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import turning
from photoorg.metadata.names.frames import oriented, stored, stored_size
from photoorg.metadata.names.gathering import Gathering
from photoorg.types import Box, overlap
from tests.jobs.names.conftest import FACE, UPRIGHT, add, exiftool, make_photo, read

SHARES = Box(FACE.x / 640, FACE.y / 480, FACE.w / 640, FACE.h / 480)


def region_info(box: Box, size: tuple[int, int], name: str = "Anna") -> str:
    """Return a region as exiftool takes it."""
    x, y, w, h = box
    return (
        f"-XMP-mwg-rs:RegionInfo={{AppliedToDimensions={{W={size[0]},H={size[1]},Unit=pixel}},"
        f"RegionList=[{{Area={{X={x + w / 2},Y={y + h / 2},W={w},H={h},Unit=normalized}},"
        f"Name={name},Type=Face}}]}}"
    )


@pytest.mark.parametrize("drawn_on", ["stored", "upright"])
@pytest.mark.parametrize("where", ["embedded", "sidecar"])
@pytest.mark.parametrize("found", [True, False], ids=["found", "missed"])
def test_regions_of_exiftool_in_all_orientations(
    library: Library, folder: Path, where: str, drawn_on: str, found: bool
) -> None:
    for orientation in range(1, 9):
        path = folder / f"{orientation}.jpg"
        make_photo(path, orientation)
        box, size = SHARES, UPRIGHT
        if drawn_on == "stored":
            box, size = stored(SHARES, orientation), stored_size(UPRIGHT, orientation)
        target = path if where == "embedded" else path.with_name(f"{path.name}.xmp")
        exiftool("-overwrite_original", region_info(box, size), target)
    faces = add(library, folder, None if found else [[]] * 8)
    summary = read(library, folder)
    assert (summary.people, summary.names, summary.regions, summary.photos) == (1, 8, 8, 8)
    if found:
        assert (summary.named, summary.drawn, summary.unmatched) == (8, 0, 0)
        assert {library.faces.get(one).person_name for one in faces} == {"Anna"}
        return
    assert (summary.named, summary.drawn, summary.unmatched) == (0, 8, 0)
    for photo in library.photos.list():
        (drawn,) = library.faces.of_photo(photo.id)
        same_size = photo.path.stem in "234" and drawn_on == "upright"
        # Without a face to tell, and of one size, the standard's reading is taken.
        assert same_size or overlap(drawn.box, FACE) > 0.9, photo.path


def say(side: Path, box: Box, size: tuple[int, int], orientation: int) -> None:
    """Write a sidecar in which a region lies, and that tells which side is up."""
    turned = f"-XMP-tiff:Orientation#={orientation}"
    exiftool("-overwrite_original", region_info(box, size), turned, side)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sidecars_that_turn_a_picture_in_another_way(
    library: Library, folder: Path, orientation: int
) -> None:
    """As digiKam and Lightroom leave them where the user turned a photo there and not in it."""
    for seen in range(1, 9):
        path = folder / f"{seen}.jpg"
        make_photo(path, orientation)
        box = oriented(stored(SHARES, orientation), seen)
        size = stored_size(stored_size(UPRIGHT, orientation), seen)
        say(path.with_name(f"{seen}.xmp"), box, size, seen)
    faces = add(library, folder)
    summary = read(library, folder)
    assert (summary.named, summary.drawn, summary.unmatched) == (8, 0, 0)
    assert {library.faces.get(one).person_name for one in faces} == {"Anna"}
    # The photos stand as their files say.
    assert {(one.width, one.height, one.turned) for one in library.photos.list()} == {(640, 480, 0)}


def test_the_size_decides_without_a_face_also_where_a_sidecar_turns(
    library: Library, folder: Path
) -> None:
    boxes = {"seen": oriented(SHARES, 6), "stored": SHARES}
    for name, box in boxes.items():
        make_photo(folder / f"{name}.jpg")
        size = stored_size(UPRIGHT, 6) if name == "seen" else UPRIGHT
        say(folder / f"{name}.jpg.xmp", box, size, 6)
    add(library, folder, [[], []])
    assert read(library, folder).drawn == 2
    for photo in library.photos.list():
        (drawn,) = library.faces.of_photo(photo.id)
        assert overlap(drawn.box, FACE) > 0.9, photo.path


def test_what_a_user_turned_stays_so_beside_a_sidecar_that_turns(
    library: Library, folder: Path
) -> None:
    make_photo(folder / "a.jpg")
    say(folder / "a.jpg.xmp", oriented(SHARES, 6), stored_size(UPRIGHT, 6), 6)
    (face,) = add(library, folder)
    (photo,) = library.photos.list()
    turning.turn(library, photo.id, turning.Way.LEFT)
    assert read(library, folder).named == 1
    assert library.faces.get(face).person_name == "Anna"
    assert library.photos.get(photo.id).turned == 3


def test_what_containers_turn_no_packet_turns(tmp_path: Path) -> None:
    image = Image.new("RGB", UPRIGHT)
    pillow_heif.from_pillow(image).save(tmp_path / "a.heic", quality=50)
    say(tmp_path / "a.heic.xmp", SHARES, UPRIGHT, 6)
    ((region,),) = [told.regions for one in Gathering([tmp_path / "a.heic"]) for told in one.told]
    assert region.orientation is None
    make_photo(tmp_path / "a.jpg")
    say(tmp_path / "a.jpg.xmp", SHARES, UPRIGHT, 6)
    ((region,),) = [told.regions for one in Gathering([tmp_path / "a.jpg"]) for told in one.told]
    assert region.orientation == 6


def test_a_preview_changes_nothing(library: Library, folder: Path) -> None:
    make_photo(folder / "a.jpg")
    exiftool("-overwrite_original", region_info(SHARES, UPRIGHT), folder / "a.jpg")
    (face,) = add(library, folder)
    summary = read(library, folder, preview=True)
    assert summary.told() == "1 name of 1 person in 1 photo"
    assert library.faces.get(face).person_name is None
    assert library.history.entries() == []


def test_picasa_and_its_contacts_in_another_folder(library: Library, folder: Path) -> None:
    for name in ("one/a.jpg", "two/b.jpg"):
        make_photo(folder / name)
    x, y, w, h = SHARES
    number = "".join(f"{round(side * 65535):04x}" for side in (x, y, x + w, y + h))
    ini = f"[a.jpg]\nfaces=rect64({number}),8e62398ebda8c1a5;rect64({number}),ffffffffffffffff\n"
    (folder / "one" / ".picasa.ini").write_text(ini)
    (folder / "two" / ".picasa.ini").write_bytes(
        "[Contacts2]\n8e62398ebda8c1a5=Zoë Müller;;\n".encode("cp1252")
    )
    faces = add(library, folder)
    summary = read(library, folder)
    assert (summary.named, summary.hints) == (1, 1)
    assert library.faces.get(faces[0]).person_name == "Zoë Müller"
    assert [answer.author for answer in library.ledger.answers()] == ["picasa"]


def test_takeout_offers_and_names_nobody(library: Library, folder: Path) -> None:
    for n in range(4):
        make_photo(folder / f"IMG_{n}.jpg")
        said = {"title": f"IMG_{n}.jpg", "people": [{"name": "Anna"}]}
        (folder / f"IMG_{n}.jpg.supplemental-met.json").write_text(json.dumps(said))
    faces = add(library, folder)
    from tests.library.conftest import group

    group(library, [faces])
    summary = read(library, folder)
    assert (summary.names, summary.regions, summary.unmatched, summary.named) == (4, 0, 0, 0)
    (offer,) = summary.offers
    assert (offer.name, offer.common, offer.told, offer.shown) == ("Anna", 4, 4, 4)
    assert offer.group == library.faces.get(faces[0]).person_id
    assert library.faces.get(faces[0]).person_name is None


def test_sidecars_of_other_photos_are_not_read(library: Library, folder: Path) -> None:
    for name in ("a.jpg", "a.png", "sub/b.jpg"):
        make_photo(folder / name)
    info = region_info(SHARES, UPRIGHT)
    exiftool(info, folder / "a.xmp")  # of which of the two?
    exiftool(info, folder / "b.xmp")  # in another folder
    add(library, folder)
    assert read(library, folder).names == 0
    (folder / "a.xmp").unlink()
    exiftool(info, "-XMP-photoshop:SidecarForExtension=PNG", folder / "a.xmp")
    summary = read(library, folder)
    assert summary.named == 1


def test_hostile_files_are_harmless(library: Library, folder: Path) -> None:
    for n in range(6):
        make_photo(folder / f"{n}.jpg")
    bomb = b'<!DOCTYPE a [<!ENTITY b "cccccccccc">]><a>&b;</a>'
    (folder / "0.jpg.xmp").write_bytes(bomb)
    (folder / "1.jpg.xmp").write_bytes(b"<x" * 5_000_000)
    (folder / "2.jpg.xmp").mkdir()
    (folder / "3.jpg.xmp").symlink_to("/dev/zero")
    (folder / "4.jpg.json").write_bytes(b'{"people": ' + b"[" * 200_000)
    (folder / "5.jpg.xmp").symlink_to("5.jpg.xmp")
    (folder / ".picasa.ini").write_bytes(bytes(range(256)) * 1000)
    (folder / "contacts.xml").write_bytes(bomb)
    add(library, folder)
    assert read(library, folder).names == 0


def test_a_folder_without_photos_is_told(library: Library, folder: Path) -> None:
    with pytest.raises(UsageError, match="scan this folder first"):
        read(library, folder)
