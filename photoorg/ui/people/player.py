"""Playing a video in a player of the system, from where somebody is seen."""

from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtGui import QDesktopServices

from photoorg.ui.file_manager import file_url

PLAYERS = {
    "mpv": "--start={seconds}",
    "vlc": "--start-time={seconds}",
    "celluloid": "--mpv-start={seconds}",
    "totem": "--seek={seconds}",
}
"""Players that can be told where to begin."""


def play(path: Path, seconds: float) -> bool:
    """Play a video from so many seconds on; tell whether there is a player.

    Where none is known that can be told where to begin, the system's own plays it from its start.
    """
    for name, begin in PLAYERS.items():
        program = QStandardPaths.findExecutable(name)
        words = [begin.format(seconds=max(0, int(seconds))), "--", str(path)]
        if program and QProcess.startDetached(program, words)[0]:
            return True
    return bool(QDesktopServices.openUrl(file_url(path)))
