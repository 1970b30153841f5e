"""Makes training material ahead of the training loop, in this process or beside it.

Chunk ``k`` depends only on ``k`` and the arguments, never on which process made it. With processes
of their own the chunks arrive a little earlier or later from run to run, so only a run without
them (``workers=0``) repeats itself exactly.
"""

import multiprocessing
import os
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from photoorg.errors import DataError

Chunk = TypeVar("Chunk")
UNUSED_CHUNK = 2**62
"""A number that no producer counts up to."""


class Producer(Generic[Chunk]):
    """Chunks ``first, first + 1, ...`` of ``build(*arguments)``, a function of the number."""

    def __init__(
        self,
        build: Callable[..., Callable[[int], Chunk]],
        arguments: tuple[Any, ...],
        *,
        workers: int = 0,
        first: int = 0,
    ) -> None:
        self.taken = first
        self._make = None if workers else build(*arguments)
        context = multiprocessing.get_context("spawn")
        self._queue: Any = context.Queue(maxsize=4)
        self._processes = [
            context.Process(
                target=_produce,
                args=(build, arguments, first + k, workers, self._queue),
                daemon=True,
            )
            for k in range(workers)
        ]
        for process in self._processes:
            process.start()

    def take(self) -> Chunk:
        """Return the next chunk, made now or waited for."""
        self.taken += 1
        if self._make is not None:
            return self._make(self.taken - 1)
        while True:
            try:
                chunk: Chunk = self._queue.get(timeout=5)
                return chunk
            except queue.Empty:
                if not all(process.is_alive() for process in self._processes):
                    raise DataError(
                        "a process that prepares training pictures has ended: start again, and "
                        "with fewer of them if memory is short"
                    ) from None

    def take_ready(self) -> Chunk | None:
        """Return a chunk if one lies ready; None in a producer without processes."""
        if self._make is not None:
            return None
        try:
            chunk: Chunk = self._queue.get_nowait()
        except queue.Empty:
            return None
        self.taken += 1
        return chunk

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.terminate()
            process.join()
        self._queue.close()
        self._queue.cancel_join_thread()


def _produce(
    build: Callable[..., Callable[[int], Any]],
    arguments: tuple[Any, ...],
    first: int,
    step: int,
    chunks: Any,
) -> None:
    import cv2

    cv2.setNumThreads(1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    make = build(*arguments)
    for number in range(first, UNUSED_CHUNK, step):
        chunks.put(make(number))


def _end_with_parent() -> None:
    """End this process when the training has ended, however that was: nobody takes chunks then."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
