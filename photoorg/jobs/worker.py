"""One job in a process of its own, and the client that starts, follows and stops it.

A process, because native picture decoders crash, a kill is the only sure cancel, and memory comes
back. A job is asked for with a :class:`~photoorg.jobs.request.Request`; what it needs is imported
in the child only. Its summary travels back in :class:`~photoorg.jobs.messages.Finished`.

When the child dies without a word, the client starts it again in careful mode, in which the job
announces each photo before touching it. Dying again means that the announced photo is guilty: the
next start is told so, and the job goes on without it. Once the job has got past the dangerous
photos it announces None and is trusted again. When photo after photo is fatal, the job fails.

A child that gives photos up, because they are decoded for too long, ends itself and is started
again without them (:mod:`photoorg.jobs.scanning.guard`).
"""

import contextlib
import logging
import multiprocessing
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from photoorg.jobs.child import work, worker_log
from photoorg.jobs.messages import (
    Announced,
    Failed,
    Finished,
    GivenUp,
    LibraryChanged,
    Message,
    Progress,
    Stopped,
    Summary,
)
from photoorg.jobs.request import Request
from photoorg.tr import kept
from photoorg.types import Kind

CANCEL_GRACE_S = 5.0
HOPELESS = 8
"""When so many photos in a row end the process, the photos are not the reason."""

log = logging.getLogger(__name__)


class WorkerClient:
    """Runs at most one job at a time; use it from one thread and call :meth:`poll` often.

    Safe to drive from a timer: nothing here waits for the child, except :meth:`close`.
    """

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._request: Request[Summary | None] | None = None
        self._announced: int | None = None
        self._guilty: tuple[int, ...] = ()
        self._overdue: tuple[int, ...] = ()
        self._gave_up = False
        self._careful = False
        self._paused = False
        self._deaths = 0
        self._kill_at: float | None = None

    @property
    def running(self) -> bool:
        """Whether a job was started whose end :meth:`poll` has not returned yet."""
        return self._process is not None

    @property
    def cancelled(self) -> bool:
        """Whether the running job was asked to stop."""
        return self._kill_at is not None

    @property
    def pid(self) -> int | None:
        """The process id of the running job."""
        return self._process.pid if self._process else None

    def start(self, request: Request[Summary | None]) -> None:
        """Start the job that is asked for.

        Raises :class:`RuntimeError` while another job runs.
        """
        if self.running:
            raise RuntimeError("a job is running already")
        self._request = request
        self._guilty, self._overdue, self._careful, self._kill_at = (), (), False, None
        self._deaths, self._paused = 0, False
        self._spawn()

    def poll(self) -> list[Message]:
        """Return what came since the last call, in order, of all progress only the newest.

        A :class:`Finished`, :class:`Stopped` or :class:`Failed` is the last message of a job.
        """
        messages: list[Message] = []
        newest: Progress | None = None
        while self._connection is not None:
            try:
                if not self._connection.poll():
                    break
                message = self._connection.recv()
            except (EOFError, OSError):
                messages += self._died()
                continue
            if isinstance(message, Progress):
                newest = message
            elif not self._is_ours(message):
                messages.append(message)
                if isinstance(message, Finished | Stopped | Failed):
                    self._forget()
        if self._kill_at is not None and time.monotonic() > self._kill_at and self._process:
            self._process.kill()
        if newest is not None:
            messages.insert(0, newest)
        return messages

    def wait(self, timeout_s: float) -> None:
        """Return as soon as there is something to poll, or after ``timeout_s``."""
        if self._connection is not None:
            multiprocessing.connection.wait([self._connection], timeout_s)

    def pause(self) -> None:
        """Make the job wait before its next photo."""
        self._paused = True
        self._tell("pause")

    def resume(self) -> None:
        """Let a waiting job go on."""
        self._paused = False
        self._tell("resume")

    def cancel(self) -> None:
        """Ask the job to stop; it is killed when it has not done so after a few seconds."""
        self._tell("cancel")
        if self.running and self._kill_at is None:
            self._kill_at = time.monotonic() + CANCEL_GRACE_S

    def close(self) -> None:
        """Kill a running job and wait for its end; what it had committed stays."""
        process = self._process
        if process is not None:
            process.kill()
            process.join()
        self._forget()

    def _is_ours(self, message: Message) -> bool:
        """Take in what the job says of single photos; it is not for those who poll."""
        if isinstance(message, Announced):
            if self._announced is not None:
                self._deaths = 0  # the photo announced before was survived
            self._announced = message.photo_id
            self._careful = message.photo_id is not None
            return True
        if isinstance(message, GivenUp):
            self._overdue += message.photo_ids
            self._gave_up = True
            return True
        if isinstance(message, LibraryChanged) and Kind.FACES in message.kinds:
            self._deaths = 0  # photos were read
        return False

    def _spawn(self) -> None:
        ours, theirs = self._context.Pipe()
        self._announced, self._gave_up = None, False
        self._connection = ours
        self._process = self._context.Process(
            target=work,
            args=(theirs, self._request, self._careful, self._guilty, self._overdue),
            daemon=True,
        )
        with _without_interrupts():
            self._process.start()
        # with the child's end open here too, its death would never be seen
        theirs.close()
        if self._paused:  # whoever took the place of a job that died waits as that did
            self._tell("pause")

    def _tell(self, word: str) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):  # it has just died: the next poll says so
                self._connection.send(word)

    def _died(self) -> list[Message]:
        assert self._process is not None
        self._process.join()
        code = self._process.exitcode
        announced, careful, gave_up = self._announced, self._careful, self._gave_up
        self._forget()
        if self._kill_at is not None:
            return [Stopped()]
        level = logging.INFO if gave_up else logging.WARNING
        log.log(level, "the worker died with exit code %s (careful: %s)", code, careful)
        if careful and announced is None and not gave_up:
            return [Failed(_obituary(code))]
        if announced is not None and not gave_up:
            self._guilty = (*self._guilty, announced)
        if announced is not None or gave_up:
            self._deaths += 1
        if self._deaths == HOPELESS:
            return [Failed(_obituary(code))]
        self._careful = careful or not gave_up
        self._spawn()
        return []

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._process = None


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let a process that is started not hear Ctrl+C, from its first moment on: its owner does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _obituary(code: int | None) -> str:
    name = f"exit code {code}"
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            name = signal.Signals(-code).name
    return kept(
        "The working process stopped unexpectedly ({name}). What it had stored is safe; start "
        "again to go on, and close other programs first if memory is short. Its last words are "
        "in {file}.",
        name=name,
        file=worker_log(),
    )
