"""Running compiled kernels on all cores.

The kernels are serial and release the interpreter lock, so plain threads run them side by side.
Products of matrices within such a thread use one core, or the threads of the threads get in each
other's way: judging the pairs of 10,000 faces took half as long again.
Numba's own parallel loops are not used: their idle threads spin on the cores that the matrix
products need, compiling them takes three times as long, and on some systems two threads may not
use them at once.
"""

import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

from threadpoolctl import ThreadpoolController

from photoorg.cores import usable_cores
from photoorg.types import ProgressCallback, no_progress


def spread(kernel: Callable[..., None], count: int, *arguments: Any, least: int = 512) -> None:
    """Call ``kernel(first, last, *arguments)`` on slices that make up ``range(count)``.

    Slices have at least ``least`` items; there are several per core, because items differ in work.
    """
    slices = min(8 * usable_cores(), count // least)
    if slices <= 1 or usable_cores() == 1:
        kernel(0, count, *arguments)
        return
    edges = [count * s // slices for s in range(slices + 1)]
    with ThreadPoolExecutor(usable_cores()) as pool:
        running = [
            pool.submit(kernel, first, last, *arguments)
            for first, last in itertools.pairwise(edges)
        ]
        for slice_ in running:
            slice_.result()


def each(
    work: Callable[[Any], Any], items: Sequence[Any], progress: ProgressCallback = no_progress
) -> None:
    """Call ``work(item)`` for all items on all cores; what ``progress`` raises stops the rest."""
    done = 0
    with _libraries().limit(limits=1, user_api="blas"), ThreadPoolExecutor(usable_cores()) as pool:
        for start in range(0, len(items), 256):
            done += sum(1 for _ in pool.map(work, items[start : start + 256]))
            progress(done, len(items))


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    """Return the loaded libraries that compute in threads of their own."""
    return ThreadpoolController()
