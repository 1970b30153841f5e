"""Without a desktop that selects files, the folder itself is opened."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from photoorg.ui.file_manager import file_url, open_folder, show_files


class Desktop(QObject):
    """Stands where the system's file manager would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setattr("photoorg.ui.file_manager._show_over_dbus", lambda _: False)
    monkeypatch.setattr("sys.platform", "linux")
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type]  # the stub is wrong
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_files_are_shown_in_their_folder(desktop: Desktop, tmp_path: Path) -> None:
    show_files([tmp_path / "a b.jpg", tmp_path / "c.jpg"])
    show_files([])
    assert desktop.opened == [tmp_path]


def test_folders_with_any_name_are_opened(desktop: Desktop, tmp_path: Path) -> None:
    open_folder(tmp_path / "50 % #1 & Söhne?")
    assert desktop.opened == [tmp_path / "50 % #1 & Söhne?"]


def test_a_name_that_is_not_utf_8_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.jpg")
    assert bytes(file_url(path).toEncoded().data()).endswith(b"/caf%E9.jpg")
    assert file_url(tmp_path / "a b.jpg") == QUrl.fromLocalFile(str(tmp_path / "a b.jpg"))
