"""Libraries from before learn when and where their photos were taken."""

import errno
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ASKING
from photoorg.jobs.scanning.asking import ask_files
from photoorg.library import Library
from photoorg.metadata.values import Source
from tests.failing_disk import FailingDisk
from tests.library.conftest import add_photos


def test_files_of_known_photos_are_asked_once(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    with Library.open(tmp_path / "x.photoorg") as library:
        add_photos(library, folder, [1, 1])
        folder.mkdir()
        exif = Image.Exif()
        exif[0x0110] = "Trial One"
        file = BytesIO()
        Image.new("RGB", (9, 9)).save(file, "JPEG", exif=exif.tobytes())
        (folder / "000.jpg").write_bytes(file.getvalue())
        sent: list[Message] = []
        ask_files(library, Control(sent.append))
        assert any(isinstance(one, Progress) and one.stage == ASKING for one in sent)
        cameras = [library.origins.of(photo.id) for photo in library.photos.list()]
        assert [told and told.camera for told in cameras] == ["Trial One", ""]
        assert library.origins.waiting() == {}
        sent.clear()
        ask_files(library, Control(sent.append))
        assert sent == []
        assert {Source.EXIF} & {told.source for told in cameras if told} == set()


ASK = """
from pathlib import Path
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.asking import ask_files
from photoorg.library import Library
from photoorg.library.origins.origins import TOLD
with Library.open(Path({library!r})) as library:
    with library.write():
        library.connection.execute("DELETE FROM stages WHERE stage = ?", (TOLD,))
    ask_files(library, Control(lambda _: None))
    (photo,) = library.photos.list()
    print(library.origins.of(photo.id).taken.text, len(library.origins.waiting()))
"""
SIDECAR = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
    "xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:DateTimeOriginal='2018-05-06'/></rdf:RDF>"
    "</x:xmpmeta>"
)


def dated_photo(place: Path) -> tuple[Path, str]:
    """Return a folder with a photo that a sidecar dates, and what asks it once more."""
    folder, path = place / "photos", place / "x.photoorg"
    folder.mkdir()
    Image.new("RGB", (9, 9)).save(folder / "000.jpg")
    (folder / "000.jpg.xmp").write_text(SIDECAR)
    with Library.open(path) as library:
        add_photos(library, folder, [1])
        ask_files(library, Control(lambda _: None))
    return folder, ASK.format(library=str(path))


@pytest.mark.parametrize(
    "error",
    [
        *(errno.EIO, errno.ESTALE, errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.EHOSTDOWN),
        *(errno.ETIMEDOUT, errno.EMFILE),
        *(121, 117, 1234),  # EREMOTEIO and EUCLEAN of Linux, and one that nobody knows
    ],
)
@pytest.mark.parametrize("silent", ["", "000.jpg", "000.jpg.xmp"])
def test_a_drive_that_dies_takes_no_date_back(
    tmp_path: Path, failing_disk: FailingDisk, error: int, silent: str
) -> None:
    folder, ask = dated_photo(tmp_path)
    assert failing_disk.run(ask, folder / silent, error) == "2018-05-06 1\n"  # asked again
    assert failing_disk.run(ask, tmp_path / "none", error) == "2018-05-06 0\n"


def test_a_drive_that_is_taken_off_takes_no_date_back(
    tmp_path: Path, failing_disk: FailingDisk
) -> None:
    folder, ask = dated_photo(tmp_path)
    assert failing_disk.run(ask, folder, errno.ENOENT) == "2018-05-06 1\n"
