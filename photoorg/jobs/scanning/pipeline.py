"""Doing the next few items of a list in other threads, in order, never more than a few ahead."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def ahead(
    executor: Executor, function: Callable[[Item], Result], items: Iterable[Item], depth: int
) -> Iterator[tuple[Item, Future[Result]]]:
    """Yield each item with the future of ``function(item)``, in the order of the items.

    While one is looked at, the next ``depth`` are being worked on or wait for a thread; memory is
    bounded by that. With depth 0 one item at a time is worked on.
    """
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    for item in items:
        waiting.append((item, executor.submit(function, item)))
        if len(waiting) > depth:
            yield waiting.popleft()
    yield from waiting
