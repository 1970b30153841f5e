"""Working a few items ahead, in order and bounded."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from photoorg.jobs.scanning.pipeline import ahead


@pytest.mark.parametrize("depth", [0, 1, 3, 100])
def test_results_come_in_the_order_of_the_items(depth: int) -> None:
    def slow_when_even(item: int) -> int:
        time.sleep(0.002 * (item % 2 == 0))
        return item * 10

    with ThreadPoolExecutor(4) as executor:
        pairs = [
            (item, future.result())
            for item, future in ahead(executor, slow_when_even, range(20), depth)
        ]
    assert pairs == [(item, item * 10) for item in range(20)]


@pytest.mark.parametrize("depth", [0, 2])
def test_never_more_than_the_depth_is_begun_before_the_first_is_taken(depth: int) -> None:
    begun: list[int] = []
    lock = threading.Lock()

    def note(item: int) -> None:
        with lock:
            begun.append(item)

    with ThreadPoolExecutor(8) as executor:
        items = ahead(executor, note, range(50), depth)
        for taken, (_, future) in enumerate(items):
            future.result()
            with lock:
                assert len(begun) <= taken + 1 + depth


def test_an_error_comes_with_its_item() -> None:
    with ThreadPoolExecutor(1) as executor:
        pairs = list(ahead(executor, lambda item: 1 // item, [1, 0, 1], 1))
    assert [future.exception() is None for _, future in pairs] == [True, False, True]
