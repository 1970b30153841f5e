"""Libraries from before learn when and where their photos were taken."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ASKING
from photoorg.jobs.scanning.asking import ask_files
from photoorg.library import Library
from photoorg.metadata.values import Source
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
