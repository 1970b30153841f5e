"""One window for each library: another start brings it to the front and ends.

The window listens at a socket of the user alone, named by the path of the library. What is heard
there can only raise the window and add folders, as the user of this account could by hand.
"""

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from photoorg.private_files import make_folder
from photoorg.settings import data_folder

CONNECT_MS, ANSWER_MS = 1000, 5000
_HEARD = b"heard\n"
_LONGEST_MESSAGE = 1 << 20
_LONGEST_ADDRESS = 100
"""Bytes that the path of a socket may have, rounded down from the least of all systems."""


class OneWindow(QObject):
    """``wanted`` carries the folders (``list[Path]``) that another start was asked to add.

    Where no socket can be made nothing is heard, and the other start says that it cannot open.
    """

    wanted = Signal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        address = _address(library)
        if address is not None:
            QLocalServer.removeServer(address)  # of a run that crashed: this one has the lock
            self._server.listen(address)

    def close(self) -> None:
        """Hear nothing any more."""
        self._server.close()

    def _greet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            caller.disconnected.connect(caller.deleteLater)
            if caller.bytesAvailable():
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > _LONGEST_MESSAGE:
            caller.abort()
            return
        if not caller.canReadLine():
            return
        folders = _folders_in(bytes(caller.readLine().data()))
        if folders is None:
            caller.abort()
            return
        caller.write(_HEARD)
        caller.disconnectFromServer()
        self.wanted.emit(folders)


def hand_over(library: Path, folders: Sequence[Path]) -> bool:
    """Let the window that has ``library`` come to the front and add ``folders``.

    Tell whether it has heard so.
    """
    address = _address(library)
    if address is None:
        return False
    line = QLocalSocket()
    line.connectToServer(address)
    if not line.waitForConnected(CONNECT_MS):
        return False
    names = [os.fsencode(folder.absolute()).hex() for folder in folders]
    line.write(json.dumps(names).encode() + b"\n")
    while not line.canReadLine():
        if not line.waitForReadyRead(ANSWER_MS):
            return False
    return bytes(line.readLine().data()) == _HEARD


def _folders_in(message: bytes) -> list[Path] | None:
    """Return the folders of a message; None for what no start of the program has said."""
    try:
        return [Path(os.fsdecode(bytes.fromhex(name))) for name in json.loads(message)]
    except (ValueError, TypeError):
        return None


def _address(library: Path) -> str | None:
    """Return the name of the socket; None where there is no place for one."""
    name = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]
    if sys.platform == "win32":
        return f"photoorg-{name}"
    place = data_folder() / f"{name}.window"
    try:
        make_folder(place.parent)
    except OSError:
        return None
    return str(place) if len(os.fsencode(place)) <= _LONGEST_ADDRESS else None
