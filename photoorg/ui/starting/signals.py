"""Ending the program properly when the system or a terminal asks it to."""

import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@contextmanager
def closing_on_signals(application: QApplication) -> Iterator[None]:
    """Close the window on Ctrl+C in the terminal, at the end of its session, or when told to end.

    Python hears of a signal only when it has something to do, which may be never while the event
    loop rests: the signal also arrives at a socket, and that wakes the loop up.
    """
    with ExitStack() as stack:
        ours, theirs = (stack.enter_context(end) for end in socket.socketpair())
        for end_of_pipe in (ours, theirs):
            end_of_pipe.settimeout(0)
        notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_: ours.recv(64))
        stack.callback(notifier.setEnabled, False)  # noqa: FBT003 - a method of Qt
        stack.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(theirs.fileno()))

        def end(*_: Any) -> None:
            QTimer.singleShot(0, application.quit)  # the loop may not have begun yet

        for name in _NAMES:
            if number := getattr(signal, name, None):
                stack.callback(signal.signal, number, signal.signal(number, end))
        yield
