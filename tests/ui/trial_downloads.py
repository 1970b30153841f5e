"""Downloads for the tests of the first-run page; the worker process imports this module, too."""

import time
from dataclasses import dataclass
from pathlib import Path

from photoorg.errors import DownloadError
from photoorg.jobs.download_request import DOWNLOADING, DownloadSummary
from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request


@dataclass(frozen=True)
class Works(Request[DownloadSummary]):
    folder: Path
    title: str = "trial"

    def run(self, control: Control) -> DownloadSummary:
        for done in (0, 120_000_000, 240_000_000):
            control.report(DOWNLOADING, done, 240_000_000)
        return DownloadSummary(self.folder)


@dataclass(frozen=True)
class Fails(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        control.report(DOWNLOADING, 1_000, 240_000_000)
        raise DownloadError("The connection was cut; try again to go on.")


@dataclass(frozen=True)
class NeverEnds(Request[None]):
    title: str = "trial"

    def run(self, control: Control) -> None:
        while True:
            control.report(DOWNLOADING, 1_000, 240_000_000)
            time.sleep(0.01)
