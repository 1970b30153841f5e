"""A second start raises the window that is there; nobody else is listened to."""

import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from photoorg.settings import data_folder
from photoorg.ui.starting import one_window
from photoorg.ui.starting.one_window import OneWindow, hand_over
from tests.ui.gallery import wait_for


@pytest.fixture(autouse=True)
def _near(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the socket where its path is short enough."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_DATA_HOME", folder)
        yield


def start_again(library: Path, folders: list[Path], qtbot: QtBot) -> bool:
    """Do what another start does, in a process of its own, while this window goes on."""
    program = (
        "import sys; from pathlib import Path; "
        "from photoorg.ui.starting.one_window import hand_over; "
        "sys.exit(not hand_over(Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]]))"
    )
    other = subprocess.Popen([sys.executable, "-c", program, str(library), *map(str, folders)])
    wait_for(qtbot, lambda: other.poll() is not None)
    return other.returncode == 0


def test_another_start_hands_its_folders_over(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.photoorg"
    window = OneWindow(library)
    heard: list[list[Path]] = []
    window.wanted.connect(heard.append)
    folders = [tmp_path / "holiday\nwith a line", tmp_path / "\udce9t\udce9"]
    assert start_again(library, folders, qtbot)
    assert start_again(library, [], qtbot)
    assert heard == [folders, []]
    window.close()
    assert not start_again(library, [], qtbot)


def test_windows_of_other_libraries_do_not_hear_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = OneWindow(tmp_path / "one.photoorg")
    assert not start_again(tmp_path / "other.photoorg", [], qtbot)
    window.close()


def test_what_a_crash_has_left_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.photoorg"
    crashed = OneWindow(library)
    window = OneWindow(library)
    assert start_again(library, [], qtbot)
    window.close()
    crashed.close()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no mode")
def test_only_the_user_can_call(qtbot: QtBot, tmp_path: Path) -> None:
    window = OneWindow(tmp_path / "library.photoorg")
    (socket,) = data_folder().glob("*.window")
    assert not stat.S_IMODE(socket.stat().st_mode) & 0o077
    window.close()


@pytest.mark.parametrize("message", [b"nonsense\n", b'[{"no": 1}]\n', b'["zz"]\n', b"3\n"])
def test_nonsense_is_not_answered(qtbot: QtBot, tmp_path: Path, message: bytes) -> None:
    library = tmp_path / "library.photoorg"
    window = OneWindow(library)
    heard: list[list[Path]] = []
    window.wanted.connect(heard.append)
    line = QLocalSocket()
    address = one_window._address(library)
    assert address is not None
    line.connectToServer(address)
    line.write(message)
    wait_for(qtbot, lambda: line.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    assert bytes(line.readAll().data()) == b""
    window.close()


def test_without_a_place_for_a_socket_nothing_breaks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / ("deep" * 40), tmp_path / "file"):
        monkeypatch.setenv("XDG_DATA_HOME", str(place))
        window = OneWindow(tmp_path / "library.photoorg")
        assert not hand_over(tmp_path / "library.photoorg", [])
        window.close()
