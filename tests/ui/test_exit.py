"""The program ends without a word and with code 0, however it is told to end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.crowd import make_crowd

REPOSITORY = Path(__file__).parent.parent.parent
SESSION = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from photoorg.ui import app
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import SIDEBAR


def use(window):
    for key in SIDEBAR:
        window.go(key)
        QApplication.processEvents()
    window.go("photos")
    photos = window.navigator.current()
    photos.show_photo(1)
    photos.focusProxy().selectAll()
    photos.copy_action.trigger()
    window.navigator.open_photo(1, [1, 2, 3])
    print("used", flush=True)
    if sys.argv[3] == "close":
        window.close()


def wait():
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if found and found[0].navigator.key:
        use(found[0])
    else:
        QTimer.singleShot(20, wait)


application = app.make_application()
QTimer.singleShot(20, wait)
sys.exit(app.run(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.mark.parametrize("end", ["close", "SIGTERM", "SIGINT", "SIGHUP"])
def test_the_program_ends_quietly(tmp_path: Path, pack: Path, end: str) -> None:
    if end != "close" and not hasattr(signal, end):
        pytest.skip("this system has no such signal")
    make_crowd(tmp_path).library.close()
    program = subprocess.Popen(
        [sys.executable, "-c", SESSION, tmp_path / "crowd.photoorg", pack, end],
        cwd=REPOSITORY,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "used\n"
        if end != "close":
            program.send_signal(getattr(signal, end))
        said, complaints = program.communicate(timeout=60)
    finally:
        program.kill()
    assert (said, complaints, program.returncode) == ("", "", 0)
