"""How a job talks to whoever started it: progress with rate and time left, pause, cancel."""

import threading
import time
from collections import deque
from collections.abc import Callable

from photoorg.errors import Cancelled
from photoorg.jobs.messages import Announced, GivenUp, Message, Paused, Progress, Stage

INTERVAL_S = 0.1
WINDOW_S = 10.0
"""The rate is taken over the last ten seconds: long enough to be calm, short enough to be true."""


class Meter:
    """Counts one stage and tells its rate; pauses are told with :meth:`skip`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._skipped = 0.0
        self._points: deque[tuple[float, int]] = deque()

    def skip(self, seconds: float) -> None:
        """Leave out a time in which the stage stood still on purpose."""
        self._skipped += seconds

    def rate(self, done: int) -> float | None:
        """Return items a second, now that ``done`` are ready; None while it cannot be told."""
        now = self._clock() - self._skipped
        self._points.append((now, done))
        while len(self._points) > 2 and now - self._points[1][0] >= WINDOW_S:
            self._points.popleft()
        then, before = self._points[0]
        if now - then <= 0 or done <= before:
            return None
        return (done - before) / (now - then)


class Control:
    """The line between a job and its owner.

    ``send`` takes every message. ``careful`` asks the job to touch one photo at a time and to
    announce each, because something made the process crash before; ``guilty`` holds the ids of
    the photos that did, ``overdue`` of those that took too long. The owner's thread calls
    :meth:`pause`, :meth:`resume` and :meth:`cancel`; the job's thread calls the rest.
    """

    def __init__(
        self,
        send: Callable[[Message], None],
        *,
        careful: bool = False,
        guilty: tuple[int, ...] = (),
        overdue: tuple[int, ...] = (),
    ) -> None:
        self.send = send
        self.careful = careful
        self.guilty = guilty
        self.overdue = overdue
        self._going = threading.Event()
        self._going.set()
        self._cancelled = threading.Event()
        self._stage: Stage | None = None
        self._meter = Meter()
        self._told = 0.0

    def pause(self) -> None:
        """Make the job wait at its next checkpoint."""
        self._going.clear()

    def resume(self) -> None:
        """Let a waiting job go on."""
        self._going.set()

    def cancel(self) -> None:
        """Make the next checkpoint raise :class:`Cancelled`, also out of a pause."""
        self._cancelled.set()
        self._going.set()

    def checkpoint(self) -> None:
        """Wait while paused; raise :class:`Cancelled` when the owner does not want the job."""
        if not self._going.is_set() and not self._cancelled.is_set():
            self.send(Paused(paused=True))
            began = time.monotonic()
            self._going.wait()
            self._meter.skip(time.monotonic() - began)
            self.send(Paused(paused=False))
        if self._cancelled.is_set():
            raise Cancelled

    def announce(self, photo_id: int | None) -> None:
        """Say which photo is touched next, so that a crash can be told on it.

        None ends the careful mode; a job may say so only after it has committed something, or
        a crash that comes back every time would be tried for ever.
        """
        self.careful = photo_id is not None
        self.send(Announced(photo_id))

    def give_up(self, photo_ids: tuple[int, ...]) -> None:
        """Say which photos take too long, before the process ends itself; any thread may."""
        self.send(GivenUp(photo_ids))

    def report(self, stage: Stage, done: int, total: int, what: str = "") -> None:
        """Tell the progress of a stage and pass a checkpoint.

        Sends at most ten messages a second, but never leaves out the first and the last one of
        a stage. ``total`` is 0 while it is not known.
        """
        self.checkpoint()
        now = time.monotonic()
        fresh = stage != self._stage
        if fresh:
            self._stage = stage
            self._meter = Meter()
        elif now - self._told < INTERVAL_S and done != total:
            return
        self._told = now
        rate = self._meter.rate(done)
        eta = (total - done) / rate if rate and total else None
        self.send(Progress(stage, done, total, rate, eta, what))

    def callback(self, stage: Stage) -> Callable[[int, int], None]:
        """Return the ``progress(done, total)`` that pure code takes."""
        return lambda done, total: self.report(stage, done, total)
