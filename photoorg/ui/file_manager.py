"""Showing a file in the system's file manager."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def show_files(paths: Sequence[Path]) -> None:
    """Open the folder of ``paths`` with the files selected, as far as the system can."""
    if not paths:
        return
    if sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", *map(str, paths)])
    elif sys.platform == "win32":
        QProcess.startDetached("explorer", [f"/select,{paths[0]}"])
    elif not _show_over_dbus(paths):
        open_folder(paths[0].parent)


def file_url(path: Path) -> QUrl:
    """Return the address of a file, whatever bytes its name is made of."""
    return QUrl.fromEncoded(path.as_uri().encode())


def open_folder(folder: Path) -> None:
    """Open a folder in the file manager."""
    QDesktopServices.openUrl(file_url(folder))


def _show_over_dbus(paths: Sequence[Path]) -> bool:
    """Ask the desktop's file manager, as the freedesktop.org FileManager1 interface says."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # not in every system's Qt

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
    )
    message.setArguments([[path.as_uri() for path in paths], ""])
    return bus.call(message).type() == QDBusMessage.MessageType.ReplyMessage
