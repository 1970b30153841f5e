"""What a benchmark found, and how it times."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """What one thing took: medians of some tries.

    ``seconds`` are on the clock, ``processor_seconds`` those the processor worked for it, which
    other programs do not disturb; ``undo_seconds`` (and of the processor) went into taking it back.
    ``target_seconds`` is what it may take, as it was set for 100,000 faces on a desk computer.
    """

    what: str
    seconds: float
    processor_seconds: float
    undo_seconds: float | None = None
    undo_processor_seconds: float | None = None
    floor_seconds: float | None = None
    target_seconds: float | None = None
    peak_mb: float | None = None

    @property
    def over_floor(self) -> float | None:
        """How many times the floor it took."""
        return self.seconds / self.floor_seconds if self.floor_seconds else None


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds ``work`` took: on the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def medians(times: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the medians of what :func:`timed` found."""
    clock, processor = zip(*times, strict=True)
    return median(clock), median(processor)
