"""Memory that threads share out."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from photoorg.media.room import Room


def test_never_more_than_there_is() -> None:
    room = Room(100)
    lock = threading.Lock()
    held, most = 0, 0

    def work(wanted: int) -> None:
        nonlocal held, most
        with room.take(wanted):
            with lock:
                held += wanted
                most = max(most, held)
            time.sleep(0.002)
            with lock:
                held -= wanted

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, [30, 60, 10, 100, 50] * 20))
    assert 60 < most <= 100


def test_who_wants_more_than_all_is_alone() -> None:
    room = Room(100)
    entered = threading.Event()

    def take_all() -> None:
        with room.take(10**12):
            entered.set()

    with ThreadPoolExecutor(1) as threads:
        with room.take(1):
            threads.submit(take_all)
            assert not entered.wait(0.1)
        assert entered.wait(10)
