"""Photos are decoded in a thread; what was forgotten is never shown as it was."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from photoorg.ui.viewer import photo_reader
from photoorg.ui.viewer.photo_reader import PhotoReader, ShownPhoto
from tests.ui.gallery import wait_for

PHOTO = Path("/photos/beach.jpg")


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[PhotoReader]:
    made = PhotoReader()
    yield made
    made.close()


def test_a_file_that_changes_while_it_is_read_is_read_again(
    qtbot: QtBot, reader: PhotoReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()
    widths = iter([1, 2])

    def decode(_: Path) -> ShownPhoto:
        width = next(widths)
        begun.release()
        assert go_on.wait(30)
        return ShownPhoto((QImage(width, 1, QImage.Format.Format_RGB32),), width, 1)

    monkeypatch.setattr(photo_reader, "decode", decode)
    reader.ask([PHOTO])
    assert begun.acquire(timeout=30)
    reader.ask([PHOTO])  # on its way already
    reader.forget()
    reader.ask([PHOTO])
    go_on.set()

    def shown() -> ShownPhoto | None:
        return reader.get(PHOTO)

    wait_for(qtbot, lambda: (photo := shown()) is not None and photo.width == 2)
    assert next(widths, None) is None


def test_videos_are_not_decoded_in_the_window(
    qtbot: QtBot, reader: PhotoReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def decode(path: Path) -> ShownPhoto:
        asked.append(path)
        return ShownPhoto((QImage(1, 1, QImage.Format.Format_RGB32),), 1, 1)

    monkeypatch.setattr(photo_reader, "decode", decode)
    with qtbot.waitSignal(reader.decoded):
        reader.ask([Path("/photos/beach.MOV"), PHOTO])
    assert asked == [PHOTO]
