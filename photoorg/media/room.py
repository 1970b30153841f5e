"""Memory shared out to the pictures that are decoded, so that large ones wait for each other."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Room:
    """So many bytes; who takes more than is free waits, and who takes all of it is alone."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._taken = 0
        self._changed = threading.Condition()

    @contextmanager
    def take(self, wanted: int) -> Iterator[None]:
        """Hold ``wanted`` bytes, or the whole room if that is less.

        A thread that holds some must not take more: two that did would wait for each other.
        """
        wanted = min(wanted, self.size)
        with self._changed:
            self._changed.wait_for(lambda: self._taken + wanted <= self.size)
            self._taken += wanted
        try:
            yield
        finally:
            with self._changed:
                self._taken -= wanted
                self._changed.notify_all()
