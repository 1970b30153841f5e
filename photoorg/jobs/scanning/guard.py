"""What keeps one picture from taking all memory or all time of a scan, enforced by the system.

Decoders are native code: only the system can refuse them memory, and only the end of the process
stops them. While photos are read the process may grow by so much and no more: a decoder that wants
more fails, for that one picture. A picture that is decoded for too long ends the process, which
says before which one it was; its owner starts it again, and the job goes on without that picture.
"""

import contextlib
import faulthandler
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from photoorg.jobs.progress import Control
from photoorg.media.demand import MAX_MEMORY, MAX_SECONDS
from photoorg.media.images import out_of_memory

GROWTH = MAX_MEMORY + 350_000_000
"""So many bytes more than with its networks loaded may the process take: one large picture, and
what it takes to look for faces in others meanwhile."""

NEARLY = 0.8
"""When one picture is overdue, those that have had this share of the time are given up with it."""

TICK_S = 0.5
DEAF_S = 30.0
"""Native code that keeps the interpreter, and so the watch, from going on for so long is stuck."""

GAVE_UP, CROWDED = 75, 76
"""How the process exits on purpose, to be started again."""


class Guard:
    """Stands over the reading of photos in a worker process; elsewhere it only looks on.

    The owner of a worker starts it again when it ends itself. Others would just be gone.
    """

    def __init__(self, control: Control, *, seconds: float = MAX_SECONDS) -> None:
        self._control = control
        self._most = seconds
        self._worker = multiprocessing.parent_process() is not None
        self._lock = threading.Lock()
        self._decoded: dict[int, _Time] = {}
        self._resting = threading.Event()
        self._over = threading.Event()
        self._limits = _MemoryLimits()

    @contextlib.contextmanager
    def standing(self) -> Iterator[None]:
        """Watch memory and time."""
        if not self._worker:
            yield
            return
        watch = threading.Thread(target=self._watch, name="photo watch", daemon=True)
        watch.start()
        self._limits.set()
        _end_when_deaf()
        try:
            yield
        except Exception as error:
            if out_of_memory(error) and not self._control.careful:
                # A picture took what the job itself needs: once more, one photo at a time.
                os._exit(CROWDED)
            raise
        finally:
            self._limits.lift()
            self._over.set()
            watch.join()
            faulthandler.cancel_dump_traceback_later()

    @contextlib.contextmanager
    def decoding(self, photo_id: int) -> Iterator[None]:
        """Say that this thread decodes a photo."""
        with self._lock:
            self._decoded[photo_id] = _Time()
        try:
            yield
        finally:
            with self._lock:
                del self._decoded[photo_id]

    def rested(self, function: Callable[[int], None]) -> Callable[[int], None]:
        """Return ``function`` as one that may take any memory and time."""

        def unwatched(argument: int) -> None:
            if not self._worker:
                function(argument)
                return
            self._resting.set()
            self._limits.lift()
            try:
                function(argument)
            finally:
                self._limits.set()
                self._resting.clear()

        return unwatched

    def _watch(self) -> None:
        while not self._over.wait(TICK_S):
            if self._resting.is_set():
                faulthandler.cancel_dump_traceback_later()
                continue
            _end_when_deaf()
            if overdue := self._tick():
                with contextlib.suppress(Exception):  # then it is the owner who is gone
                    self._control.give_up(overdue)
                os._exit(GAVE_UP)

    def _tick(self) -> tuple[int, ...]:
        """Return the photos to give up."""
        with self._lock:
            for had in self._decoded.values():
                had.tick()
            times = {photo_id: had.seconds for photo_id, had in self._decoded.items()}
        if max(times.values(), default=0.0) < self._most:
            return ()
        return tuple(photo for photo, seconds in times.items() if seconds > NEARLY * self._most)


class _Time:
    """The time a thread has had for a photo, on a computer that may have other things to do.

    Counted from tick to tick, so that nobody is blamed when the computer slept. What of a tick the
    thread neither ran nor stood in the queue for its turn, it waited, for a disk say: that counts
    as a third.
    """

    def __init__(
        self, clock: Callable[[], float] | None = None, queue: Callable[[], float] | None = None
    ) -> None:
        self.seconds = 0.0
        self._clock = clock or _processor_clock()
        self._queue = queue or _queue_clock()
        self._used, self._queued = self._clock(), self._queue()

    def tick(self) -> None:
        """Count the time since the last tick."""
        used, queued = self._clock(), self._queue()
        waited = TICK_S - (queued - self._queued)
        self.seconds += min(max(used - self._used, waited / 3), TICK_S)
        self._used, self._queued = used, queued


def _processor_clock() -> Callable[[], float]:
    """Return what tells the processor time of this thread to another one, while it lives."""
    if sys.platform != "linux":
        return time.monotonic
    number = time.pthread_getcpuclockid(threading.get_ident())
    return lambda: time.clock_gettime(number)


def _queue_clock() -> Callable[[], float]:
    """Return what tells how long this thread has stood in the queue for a processor."""
    told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")

    def queued() -> float:
        try:
            return int(told.read_text("ascii").split()[1]) / 1e9
        except (OSError, ValueError, IndexError):  # no Linux, or the thread has ended
            return 0.0

    return queued


def _end_when_deaf() -> None:
    """End the process, with a trace in its log, unless this is called again in time."""
    faulthandler.dump_traceback_later(DEAF_S, exit=True, file=2)


class _MemoryLimits:
    """How much private memory the process may hold; without effect where the system has no such."""

    def __init__(self) -> None:
        self._before: tuple[int, int] | None = None

    def set(self) -> None:
        """Let the process grow by :data:`GROWTH` from now on."""
        if sys.platform != "linux":
            return
        import resource

        self._before = soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        own = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_DATA, (min([*own, _held() + GROWTH]), hard))

    def lift(self) -> None:
        """Let it grow as it could before."""
        if sys.platform != "linux" or self._before is None:
            return
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, self._before)


def _held() -> int:
    """Return the bytes of private memory the process holds, as the limit counts them."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
