"""Jobs under guard for the tests of it; the child process imports this module to run them."""

import ctypes
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from photoorg.errors import DataError
from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request
from photoorg.jobs.scan import record_crashes
from photoorg.jobs.scan_request import ScanSummary
from photoorg.jobs.scanning import guard
from photoorg.jobs.scanning.analyze import Scanner
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.guard import GROWTH, Guard
from photoorg.library import Library
from tests.jobs.trial_analyzer import MODEL, colour_analyzer

TOO_MUCH = GROWTH + (64 << 20)
"""More than is allowed, also where the process let go of something meanwhile."""


@dataclass(frozen=True)
class GuardedScan(Request[ScanSummary]):
    """Scan with little time for each picture."""

    library: Path
    folders: Sequence[Path]
    seconds: float
    title: str = "trial"

    def run(self, control: Control) -> ScanSummary:
        with Library.open(self.library) as opened:
            record_crashes(opened, control)
            for folder in self.folders:
                take_in(opened, control, folder)
            roots = {folder.id: folder.path for folder in opened.folders.list()}
            watch = Guard(control, seconds=self.seconds)
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


@dataclass(frozen=True)
class Deaf(Request[None]):
    """Read photos, one of which keeps the interpreter for itself; ``log`` plays the library."""

    photos: list[int]
    stuck: int
    log: Path
    title: str = "trial"

    def run(self, control: Control) -> None:
        guard.DEAF_S = 1.0
        done = {int(line.split()[1]) for line in self.log.read_text().splitlines()}
        with self.log.open("a") as out:
            for photo in set(control.guilty) - done:
                out.write(f"guilty {photo}\n")
        careful = control.careful
        watch = Guard(control)
        with watch.standing():
            for photo in self.photos:
                if photo in done or photo in control.guilty:
                    continue
                if careful:
                    control.announce(photo)
                with watch.decoding(photo):
                    if photo == self.stuck:
                        ctypes.PyDLL(None).sleep(600)
                with self.log.open("a") as out:
                    out.write(f"read {photo}\n")
            if careful:
                control.announce(None)


@dataclass(frozen=True)
class Hungry(Request[None]):
    """Ask for more memory than is allowed, and for the same where it is."""

    title: str = "trial"

    def run(self, control: Control) -> None:
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


@dataclass(frozen=True)
class Crowded(Request[None]):
    """Run out of memory in the job itself, as long as photos are read beside each other."""

    log: Path
    title: str = "trial"

    def run(self, control: Control) -> None:
        with self.log.open("a") as out:
            out.write(f"{os.getpid()} {control.careful}\n")
        with Guard(control).standing():
            if not control.careful:
                bytes(TOO_MUCH)
            control.announce(None)


@dataclass(frozen=True)
class GivesUp(Request[None]):
    """Give up photo after photo."""

    most: int
    title: str = "trial"

    def run(self, control: Control) -> None:
        assert len(control.overdue) < self.most
        control.give_up((len(control.overdue),))
        os._exit(guard.GAVE_UP)
