"""Runs a job in the worker process and shows how it gets on: on standard error."""

import shutil
import sys
import time
from typing import cast

from photoorg.commands.terminal import say
from photoorg.errors import Cancelled, CrashedError, PhotoorgError
from photoorg.jobs.messages import Failed, Finished, Pace, Progress, Stage, Stopped
from photoorg.jobs.request import Request, S_co
from photoorg.jobs.worker import WorkerClient
from photoorg.plain_text import plain

QUIET_S = 10.0
"""Where nobody watches a line change, a new one is written this often."""

MEASURING = Stage("Measuring")
"""What research commands do for a long time, without a worker."""


def follow(request: Request[S_co]) -> S_co:
    """Run the job and return its summary.

    Raises :class:`PhotoorgError` with the job's sentence, :class:`CrashedError` after a bug, and
    :class:`Cancelled` after Ctrl+C; a second Ctrl+C does not wait for the job to stop by itself.
    """
    client = WorkerClient()
    line = ProgressLine()
    try:
        client.start(request)
        while True:
            try:
                client.wait(0.5)
                for message in client.poll():
                    if isinstance(message, Progress):
                        line.show(message)
                    elif isinstance(message, Finished):
                        return cast("S_co", message.summary)
                    elif isinstance(message, Stopped):
                        raise Cancelled
                    elif isinstance(message, Failed):
                        line.clear()
                        if message.traceback:
                            say(*message.traceback.splitlines())
                            raise CrashedError(message.sentence)
                        raise PhotoorgError(message.sentence)
            except KeyboardInterrupt:
                if client.cancelled:
                    raise
                line.clear()
                say("Stopping ...")
                client.cancel()
    finally:
        line.clear()
        client.close()


class ProgressLine:
    """One line that changes in place, or now and then a new line when nobody watches."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._stage: Stage | None = None
        self._told = 0.0

    def show(self, progress: Progress) -> None:
        """Show the newest progress."""
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r{plain(words(progress))[:width]}\x1b[K")
            sys.stderr.flush()
            return
        now = time.monotonic()
        if progress.stage != self._stage or now - self._told >= QUIET_S:
            self._stage, self._told = progress.stage, now
            say(words(progress))

    def clear(self) -> None:
        """Leave an empty line for whatever is said next."""
        if self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def words(progress: Progress) -> str:
    """Return a progress as one line, the most important first."""
    download = progress.stage.in_bytes
    parts = []
    if progress.total and download:
        parts.append(f"{progress.done / 1e6:,.1f} of {progress.total / 1e6:,.1f} MB")
    elif progress.total:
        parts.append(f"{progress.done:,} of {progress.total:,}")
    elif progress.done:
        parts.append(f"{progress.done:,}")
    if progress.rate and progress.stage.pace is not Pace.UNTOLD:
        parts.append(f"{progress.rate / 1e6:.1f} MB/s" if download else f"{progress.rate:.1f}/s")
    if progress.eta_s is not None and progress.done < progress.total:
        parts.append(f"{duration(progress.eta_s)} left")
    if progress.what:
        parts.append(progress.what)
    verb = progress.stage.doing
    return f"{verb}: {' · '.join(parts)}" if parts else verb


def duration(seconds: float) -> str:
    """Return a time span as a person would say it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
