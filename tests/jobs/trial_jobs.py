"""Jobs for the tests of the worker; the child process imports this module to run them."""

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from photoorg.cores import usable_cores
from photoorg.errors import LibraryError
from photoorg.jobs.download_request import DownloadSummary
from photoorg.jobs.messages import LibraryChanged, Problem
from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request
from photoorg.jobs.scan_request import LOOKING, READING
from photoorg.types import Kind


@dataclass(frozen=True)
class Count(Request[DownloadSummary]):
    total: int
    delay: float = 0.0
    title: str = "trial"

    def run(self, control: Control) -> DownloadSummary:
        for done in range(self.total):
            control.report(READING, done, self.total, f"photo {done}")
            time.sleep(self.delay)
        control.send(Problem(Path("a.jpg"), "is broken"))
        control.send(LibraryChanged(frozenset({Kind.PHOTOS})))
        control.report(READING, self.total, self.total)
        return DownloadSummary(Path("there"))


@dataclass(frozen=True)
class Noisy(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        print("printed by a library")  # noqa: T201 - that is the trial
        os.write(1, b"written by a native library\n")


@dataclass(frozen=True)
class Polite(Request[DownloadSummary]):
    """Tells how many cores it has."""

    title: str = "trial"
    gently: bool = True

    def run(self, control: Control) -> DownloadSummary:
        return DownloadSummary(Path(str(usable_cores())))


@dataclass(frozen=True)
class Modest(Request[None]):
    """Tells how nice the process is in which it runs."""

    idle_times: bool
    title: str = "trial"

    @property
    def idle(self) -> bool:
        return self.idle_times

    def run(self, control: Control) -> None:
        control.send(Problem(Path("niceness"), str(os.nice(0))))


@dataclass(frozen=True)
class KnownError(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        raise LibraryError("The disk is full; free some space.")


@dataclass(frozen=True)
class Bug(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        raise ZeroDivisionError("one by zero")


@dataclass(frozen=True)
class Stubborn(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        control.report(LOOKING, 0, 0)
        while True:
            time.sleep(0.05)


@dataclass(frozen=True)
class AlwaysDies(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Leaves(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        sys.stderr.flush()
        os._exit(3)


@dataclass(frozen=True)
class Poisoned(Request[None]):
    """Touch photos, dying at each of ``poison``; ``log`` plays the library."""

    photos: list[int]
    poison: list[int]
    log: Path
    title: str = "trial"

    def run(self, control: Control) -> None:

        def store(line: str) -> None:
            with self.log.open("a") as out:
                out.write(line + "\n")

        done = {int(line.split()[1]) for line in self.log.read_text().splitlines()}
        for photo in set(control.guilty) - done:
            store(f"guilty {photo}")
            done.add(photo)
        careful_for = 3 if control.careful else 0
        for photo in self.photos:
            if photo in done:
                continue
            if careful_for:
                control.announce(photo)
            if photo in self.poison:
                os.kill(os.getpid(), signal.SIGSEGV)
            store(f"read {photo}")
            if careful_for == 1:
                control.announce(None)
            careful_for = max(0, careful_for - 1)


@dataclass(frozen=True)
class Sit(Request[None]):
    ready: Path
    title: str = "trial"

    def run(self, control: Control) -> None:
        self.ready.write_text(str(os.getpid()))
        while True:
            time.sleep(0.05)
