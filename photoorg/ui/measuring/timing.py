"""Times of the window: on the clock, and beside it what the processor worked in this thread."""

import time
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from photoorg.ui.shell.main_window import MainWindow

Times: TypeAlias = list[tuple[float, float]]

FRAME_S = 0.016
_CALM = 600
"""A rest is so many turns of the event loop without a question: counting begins a bit later."""


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds ``work`` took: on the clock, and of the processor in this thread."""
    clock, processor = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - clock, time.thread_time() - processor


def in_ms(times: Times) -> Times:
    """Return seconds as milliseconds."""
    return [(1000 * clock, 1000 * processor) for clock, processor in times]


def longest_stall(application: QApplication) -> tuple[float, float]:
    """Let the event loop run as between two frames; return how long it was held up at most."""
    stalls = [(0.0, 0.0)]
    until = time.perf_counter() + FRAME_S
    while time.perf_counter() < until:
        stalls.append(timed(application.processEvents))
        time.sleep(0.001)
    return max(clock for clock, _ in stalls), max(processor for _, processor in stalls)


def rest(application: QApplication, window: MainWindow) -> tuple[float, float]:
    """Run the event loop until all is read and shown; return how long it was held up at most."""
    stalls, session = [(0.0, 0.0)], window.session
    calm = 0
    while calm < _CALM:
        stalls.append(timed(application.processEvents))
        calm = calm + 1 if session.reads.idle() and session.writes.idle() else 0
        time.sleep(0.001)
    return max(clock for clock, _ in stalls), max(processor for _, processor in stalls)


def press(key: Qt.Key, text: str) -> None:
    """Press a key where the keyboard is."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, event)


def figures(name: str, times: Times) -> dict[str, float]:
    """Return the median, the 99th percentile and the maximum of ms, by names that begin so."""
    found: dict[str, float] = {}
    for column, kind in enumerate(("", "_processor")):
        values = np.array(times)[:, column]
        for part, percent in (("p50", 50), ("p99", 99), ("max", 100)):
            value = float(np.percentile(values, percent))
            found[f"{name}_{part}{kind}_ms"] = round(value, 2)
    return found
