"""Jobs for the tests of the worker; the child process imports them by name."""

import os
import signal
import sys
import time
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.jobs.messages import DownloadSummary, LibraryChanged, Problem
from photoorg.jobs.progress import Control
from photoorg.types import Kind


def count(control: Control, *, total: int, delay: float = 0.0) -> DownloadSummary:
    for done in range(total):
        control.report("analyze", done, total, f"photo {done}")
        time.sleep(delay)
    control.send(Problem(Path("a.jpg"), "is broken"))
    control.send(LibraryChanged(frozenset({Kind.PHOTOS})))
    control.report("analyze", total, total)
    return DownloadSummary(Path("there"))


def noisy(control: Control) -> None:
    print("printed by a library")  # noqa: T201 - that is the trial
    os.write(1, b"written by a native library\n")


def known_error(control: Control) -> None:
    raise LibraryError("The disk is full; free some space.")


def bug(control: Control) -> None:
    raise ZeroDivisionError("one by zero")


def stubborn(control: Control) -> None:
    control.report("walk", 0, 0)
    while True:
        time.sleep(0.05)


def always_dies(control: Control) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leaves(control: Control) -> None:
    sys.stderr.flush()
    os._exit(3)


def poisoned(control: Control, *, photos: list[int], poison: list[int], log: Path) -> None:
    """Touch photos, dying at each of ``poison``; ``log`` plays the library."""

    def store(line: str) -> None:
        with log.open("a") as out:
            out.write(line + "\n")

    done = {int(line.split()[1]) for line in log.read_text().splitlines()}
    for photo in set(control.guilty) - done:
        store(f"guilty {photo}")
        done.add(photo)
    careful_for = 3 if control.careful else 0
    for photo in photos:
        if photo in done:
            continue
        if careful_for:
            control.announce(photo)
        if photo in poison:
            os.kill(os.getpid(), signal.SIGSEGV)
        store(f"read {photo}")
        if careful_for == 1:
            control.announce(None)
        careful_for = max(0, careful_for - 1)


def sit(control: Control, *, ready: Path) -> None:
    ready.write_text(str(os.getpid()))
    while True:
        time.sleep(0.05)
