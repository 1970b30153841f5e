"""Names written beside photos: what exiftool reads of them, and that nothing else is touched."""

import errno
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions, turning
from photoorg.metadata.names.frames import oriented
from photoorg.types import Box, overlap
from tests.failing_disk import FailingDisk
from tests.jobs.names.conftest import FACE, UPRIGHT, add, exiftool, make_photo, read, write
from tests.jobs.names.test_reading import SHARES, region_info

REPOSITORY = Path(__file__).parents[3]


def named(library: Library, folder: Path, name: str = "Anna") -> list[int]:
    """Put the photos of a folder into the library, and name the face in each."""
    faces = add(library, folder)
    actions.split(library, faces, name)
    return faces


def seen(side: Path, orientation: int) -> list[tuple[str, Box]]:
    """Return the regions that exiftool reads in a sidecar, as the picture stands."""
    (told,) = exiftool("-XMP:all", side)
    found = []
    for region in told["RegionInfo"]["RegionList"]:
        x, y, w, h = (float(region["Area"][side]) for side in "XYWH")
        upright = oriented(Box(x - w / 2, y - h / 2, w, h), orientation)
        found.append((region["Name"], in_pixels(upright)))
    return found


def in_pixels(box: Box) -> Box:
    return Box(box.x * 640, box.y * 480, box.w * 640, box.h * 480)


def test_exiftool_reads_the_same_in_all_orientations(library: Library, folder: Path) -> None:
    for orientation in range(1, 9):
        make_photo(folder / f"{orientation}.jpg", orientation)
    named(library, folder, "Zoë <&> Berg")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    summary = write(library)
    assert (summary.people, summary.photos, summary.written, summary.there) == (1, 8, 8, 0)
    assert {path: path.read_bytes() for path in before} == before
    for orientation in range(1, 9):
        side = folder / f"{orientation}.jpg.xmp"
        ((name, box),) = seen(side, orientation)
        assert name == "Zoë <&> Berg"
        assert overlap(box, FACE) > 0.9
        (told,) = exiftool("-XMP:all", side)
        assert told["PersonInImage"] == ["Zoë <&> Berg"]
        (other,) = told["RegionInfoMP"]["Regions"]
        assert other["PersonDisplayName"] == "Zoë <&> Berg"
        sides = Box(*map(float, other["Rectangle"].split(",")))
        assert overlap(in_pixels(oriented(sides, orientation)), FACE) > 0.9
        size = told["RegionInfo"]["AppliedToDimensions"]
        stored = (640, 480) if orientation < 5 else (480, 640)
        assert (int(size["W"]), int(size["H"])) == stored
    again = write(library)
    assert (again.written, again.there) == (0, 8)
    assert again.outcome() == "names written beside 0 photos, 8 were there already"


def test_what_is_written_is_read_back_elsewhere(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    for orientation in range(1, 9):
        make_photo(folder / f"{orientation}.jpg", orientation)
    named(library, folder)
    write(library)
    with Library.open(tmp_path / "other.photoorg") as other:
        faces = add(other, folder)
        assert read(other, folder).named == 8
        assert {other.faces.get(face).person_name for face in faces} == {"Anna"}


@pytest.mark.parametrize("drawn_on", ["stored", "upright"])
def test_regions_of_others_stay_and_decide_the_frame(
    library: Library, folder: Path, drawn_on: str
) -> None:
    make_photo(folder / "a.jpg", 6)
    box, size = (Box(0.1, 0.1, 0.1, 0.1), UPRIGHT if drawn_on == "upright" else (480, 640))
    side = folder / "a.jpg.xmp"
    exiftool(region_info(box, size, "Carl"), "-XMP-dc:Subject=Rome", "-XMP:Rating=4", side)
    named(library, folder)
    assert write(library).written == 1
    found = dict(seen(side, 1 if drawn_on == "upright" else 6))
    assert overlap(found["Anna"], FACE) > 0.9
    assert set(found) == {"Anna", "Carl"}
    (told,) = exiftool("-XMP:all", side)
    assert (told["Subject"], told["Rating"]) == (["Rome"], 4)


def test_names_join_regions_of_a_program_that_turned_the_picture(
    library: Library, folder: Path
) -> None:
    make_photo(folder / "a.jpg")
    side = folder / "a.jpg.xmp"
    turned = "-XMP-tiff:Orientation#=6"
    exiftool(region_info(Box(0.1, 0.1, 0.1, 0.1), (480, 640), "Carl"), turned, side)
    named(library, folder)
    assert write(library).written == 1
    found = dict(seen(side, 8))  # from how that program showed it to how it is stored
    assert set(found) == {"Anna", "Carl"}
    assert overlap(found["Anna"], FACE) > 0.9
    (told,) = exiftool("-XMP:all", side)
    assert told["Orientation"] == 6
    assert write(library).there == 1


def test_which_sidecar_is_written(library: Library, folder: Path) -> None:
    for name in ("a.jpg", "b.jpg", "b.png", "c.jpg"):
        make_photo(folder / name)
    for name in ("a.xmp", "b.xmp"):
        exiftool("-XMP-dc:Subject=Rome", folder / name)
    named(library, folder)
    write(library)
    assert sorted(path.name for path in folder.glob("*.xmp")) == [
        *("a.xmp", "b.jpg.xmp", "b.png.xmp", "b.xmp", "c.jpg.xmp")
    ]
    (told,) = exiftool("-XMP:all", folder / "a.xmp")
    assert (told["PersonInImage"], told["Subject"]) == (["Anna"], ["Rome"])
    (told,) = exiftool("-XMP:all", folder / "b.xmp")
    assert "PersonInImage" not in told


def test_only_the_people_who_were_chosen(library: Library, folder: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        make_photo(folder / name)
    faces = add(library, folder)
    anna = actions.split(library, faces[:1], "Anna")
    ben = actions.split(library, faces[1:], "Ben")
    write(library, ben)
    assert [path.name for path in folder.glob("*.xmp")] == ["b.jpg.xmp"]
    actions.unname(library, anna)
    with pytest.raises(UsageError, match="Name this group first"):
        write(library, anna)


def test_photos_that_the_user_turned(library: Library, folder: Path) -> None:
    make_photo(folder / "a.jpg", 8)
    named(library, folder)
    (photo,) = library.photos.list()
    turning.turn(library, photo.id, turning.Way.LEFT)
    write(library)
    ((_, box),) = seen(folder / "a.jpg.xmp", 8)
    assert overlap(box, FACE) > 0.9


def test_sidecars_that_cannot_be_rewritten_are_named_and_left(
    library: Library, folder: Path
) -> None:
    for name in "abcdef":
        make_photo(folder / f"{name}.jpg")
    named(library, folder)
    (folder / "a.jpg.xmp").write_bytes(b"\xff\xfe broken")
    (folder / "b.jpg.xmp").symlink_to("c.jpg")
    (folder / "c.jpg.xmp").mkdir()
    (folder / "d.jpg.xmp").write_bytes(b"")
    (folder / "e.jpg").unlink()
    before = (folder / "c.jpg").read_bytes()
    summary = write(library)
    assert summary.written == 1
    assert sorted(problem.path.name for problem in summary.problems) == [
        f"{name}.jpg" for name in "abcde"
    ]
    assert (folder / "a.jpg.xmp").read_bytes() == b"\xff\xfe broken"
    assert (folder / "c.jpg").read_bytes() == before
    assert (folder / "d.jpg.xmp").read_bytes() == b""


def test_the_permissions_of_a_sidecar_stay(library: Library, folder: Path) -> None:
    make_photo(folder / "a.jpg")
    side = folder / "a.jpg.xmp"
    exiftool(region_info(SHARES, UPRIGHT, "Carl"), side)
    side.chmod(0o640)
    named(library, folder)
    write(library)
    assert side.stat().st_mode & 0o777 == 0o640


WATCHED = """
import os, sys
folder, library, *rest = sys.argv[1:]
touched = []

def hear(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            touched.append(path)
    elif event in ("os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "os.mkdir",
                   "os.rmdir", "os.chmod", "os.chown", "os.utime", "shutil.move"):
        touched.extend(one for one in arguments if isinstance(one, (str, bytes, os.PathLike)))

sys.addaudithook(hear)
from pathlib import Path
from photoorg.jobs.names.reading import run as run_reading
from photoorg.jobs.names.reading_request import NamesRequest
from photoorg.jobs.names.writing import run as run_writing
from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.jobs.progress import Control

control = Control(lambda message: None)
run_reading(control, NamesRequest(Path(library), (Path(folder),)))
if rest:
    run_writing(control, WritingRequest(Path(library)))
for path in map(os.fsdecode, touched):
    if os.path.abspath(path).startswith(folder):
        print(os.path.basename(path))
"""


@pytest.mark.parametrize("wanted", [False, True], ids=["read", "written"])
def test_nothing_among_photos_is_written_but_sidecars_that_were_asked_for(
    library: Library, folder: Path, wanted: bool
) -> None:
    for n in range(3):
        make_photo(folder / f"{n}.jpg")
        exiftool("-overwrite_original", region_info(SHARES, UPRIGHT), folder / f"{n}.jpg")
    (folder / ".picasa.ini").write_text("[Picasa]\nname=x\n")
    add(library, folder)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, folder, library.path, *(["write"] if wanted else [])],
        check=True,
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
    )
    sidecars = {f"{n}.jpg.xmp" for n in range(3)}
    parts = {f".{name}.photoorg-part" for name in sidecars}
    assert set(done.stdout.split("\n")) - {""} == (sidecars | parts if wanted else set())
    assert {path.name for path in folder.iterdir()} == (
        {"0.jpg", "1.jpg", "2.jpg", ".picasa.ini"} | (sidecars if wanted else set())
    )


WRITER = """
import sys
from pathlib import Path
from photoorg.jobs.names.writing import run
from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.jobs.progress import Control
print("ready", flush=True)
summary = run(Control(lambda message: None), WritingRequest(Path(sys.argv[1])))
print(summary.written, summary.there, len(summary.problems), flush=True)
"""

PHOTOS = int(os.environ.get("PHOTOORG_KILLED_SIDECARS", "300"))
KILLS = int(os.environ.get("PHOTOORG_KILLS", "5"))


def test_a_writer_that_is_killed_leaves_every_sidecar_whole(library: Library, folder: Path) -> None:
    """``PHOTOORG_KILLED_SIDECARS=10000 PHOTOORG_KILLS=50`` for the whole of it."""
    make_photo(folder / "00000.jpg")
    for n in range(1, PHOTOS):
        os.link(folder / "00000.jpg", folder / f"{n:05}.jpg")
    for n in range(0, PHOTOS, 2):
        (folder / f"{n:05}.jpg.xmp").write_bytes(OLD)
    named(library, folder)
    chance = random.Random(5)
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, library.path], stdout=subprocess.PIPE, cwd=REPOSITORY
        ) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.random() * PHOTOS / 1500)
            writer.kill()
        for side in folder.glob("*.xmp"):
            data = side.read_bytes()
            assert data == OLD or (b"Anna" in data and ET.fromstring(data) is not None)
    assert write(library).problems == ()
    assert len(list(folder.iterdir())) == 2 * PHOTOS
    for side in folder.glob("*.xmp"):
        data = side.read_bytes()
        assert b"Anna" in data
        assert int(side.name[:5]) % 2 or b"Rome" in data


OLD = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>Rome</rdf:li>'
    b"</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"
)


TOLD = """
import sys
from pathlib import Path
from photoorg.errors import UsageError
from photoorg.jobs.names.writing import run
from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.jobs.progress import Control
try:
    summary = run(Control(lambda message: None), WritingRequest(Path({library!r})))
    print(summary.written, [problem.reason for problem in summary.problems])
except UsageError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "1 file is written. Make room"), (errno.EACCES, "2 ['The file beside")],
)
def test_a_disk_that_fails_is_named_and_keeps_what_is_there(
    library: Library, folder: Path, failing_disk: FailingDisk, number: int, sentence: str
) -> None:
    for n in range(3):
        make_photo(folder / f"{n}.jpg")
    (folder / "1.jpg.xmp").write_bytes(OLD)
    named(library, folder)
    part = folder / ".1.jpg.xmp.photoorg-part"
    said = failing_disk.run(TOLD.format(library=str(library.path)), part, number)
    assert sentence in said
    assert (folder / "1.jpg.xmp").read_bytes() == OLD
    assert write(library).problems == ()
    assert not list(folder.glob(".*"))
