"""Playing a video in a player of the system, from where somebody is seen."""

import os
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

_BUNDLES = ("/Applications/mpv.app/Contents/MacOS", "/Applications/VLC.app/Contents/MacOS")
_INSTALLED = ("mpv", "VideoLAN/VLC")
_PROGRAMS = ("ProgramFiles", "ProgramFiles(x86)")
"""Where macOS and Windows keep them: seldom where programs are looked for by their names."""


def play(path: Path, seconds: float) -> bool:
    """Play a video from so many seconds on; tell whether there is a player.

    Where none is known that can be told where to begin, the system's own plays it from its start.
    """
    for name, begin in PLAYERS.items():
        program = _found(name)
        words = [begin.format(seconds=max(0, int(seconds))), "--", str(path)]
        if program and QProcess.startDetached(program, words)[0]:
            return True
    return bool(QDesktopServices.openUrl(file_url(path)))


def _found(name: str) -> str:
    """Return the file of a program, nothing where there is none."""
    folders = [Path(os.environ[key]) for key in _PROGRAMS if key in os.environ]
    places = [str(folder / player) for folder in folders for player in _INSTALLED]
    find = QStandardPaths.findExecutable
    return find(name) or find(name, [*places, *_BUNDLES])
