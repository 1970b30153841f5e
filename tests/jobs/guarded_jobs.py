"""Jobs under guard for the tests of it; the child process imports them by name."""

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path

from photoorg.errors import DataError
from photoorg.jobs.messages import ScanSummary
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import record_crashes
from photoorg.jobs.scanning import guard
from photoorg.jobs.scanning.analyze import Scanner
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.guard import GROWTH, Guard
from photoorg.library import Library
from tests.jobs.trial_analyzer import MODEL, colour_analyzer

TOO_MUCH = GROWTH + (64 << 20)
"""More than is allowed, also where the process let go of something meanwhile."""


def scan(
    control: Control, *, library: Path, folders: Sequence[Path], seconds: float
) -> ScanSummary:
    """Scan with little time for each picture."""
    with Library.open(library) as opened:
        record_crashes(opened, control)
        for folder in folders:
            take_in(opened, control, folder)
        roots = {folder.id: folder.path for folder in opened.folders.list()}
        watch = Guard(control, seconds=seconds)
        scanner = Scanner(
            opened,
            control,
            colour_analyzer()[1],
            MODEL,
            roots,
            workers=2,
            decoding=watch.decoding,
        )
        with watch.standing():
            scanner.work_off(opened.intake.queue(MODEL))
        return ScanSummary(scanner.analyzed, opened.faces.count(), 0, scanner.analyzed, 0.0)


def deaf(control: Control, *, photos: list[int], stuck: int, log: Path) -> None:
    """Read photos, one of which keeps the interpreter for itself; ``log`` plays the library."""
    guard.DEAF_S = 1.0
    done = {int(line.split()[1]) for line in log.read_text().splitlines()}
    with log.open("a") as out:
        for photo in set(control.guilty) - done:
            out.write(f"guilty {photo}\n")
    careful = control.careful
    watch = Guard(control)
    with watch.standing():
        for photo in photos:
            if photo in done or photo in control.guilty:
                continue
            if careful:
                control.announce(photo)
            with watch.decoding(photo):
                if photo == stuck:
                    ctypes.PyDLL(None).sleep(600)
            with log.open("a") as out:
                out.write(f"read {photo}\n")
        if careful:
            control.announce(None)


def hungry(control: Control) -> None:
    """Ask for more memory than is allowed, and for the same where it is."""
    watch = Guard(control)

    def eat(size: int) -> None:
        bytes(size)

    with watch.standing():
        eat(GROWTH // 2)
        try:
            eat(TOO_MUCH)
        except MemoryError:
            watch.rested(eat)(TOO_MUCH)
        else:
            raise DataError("There was memory.")
        try:
            eat(TOO_MUCH)
        except MemoryError:
            return
    raise DataError("There was memory again.")


def crowded(control: Control, *, log: Path) -> None:
    """Run out of memory in the job itself, as long as photos are read beside each other."""
    with log.open("a") as out:
        out.write(f"{os.getpid()} {control.careful}\n")
    with Guard(control).standing():
        if not control.careful:
            bytes(TOO_MUCH)
        control.announce(None)


def gives_up(control: Control, *, most: int) -> None:
    """Give up photo after photo."""
    assert len(control.overdue) < most
    control.give_up((len(control.overdue),))
    os._exit(guard.GAVE_UP)
