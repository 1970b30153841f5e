"""Downloads for the tests of the first-run page; the worker process imports them by name."""

import time
from pathlib import Path

from photoorg.errors import DownloadError
from photoorg.jobs.messages import DownloadSummary
from photoorg.jobs.progress import Control


def works(control: Control, *, folder: Path) -> DownloadSummary:
    for done in (0, 120_000_000, 240_000_000):
        control.report("download", done, 240_000_000)
    return DownloadSummary(folder)


def fails(control: Control) -> None:
    control.report("download", 1_000, 240_000_000)
    raise DownloadError("The connection was cut; try again to go on.")


def never_ends(control: Control) -> None:
    while True:
        control.report("download", 1_000, 240_000_000)
        time.sleep(0.01)
