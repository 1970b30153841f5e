"""What prepares training material ends with the training, also with one that is killed."""

import subprocess
import sys
import textwrap
from collections.abc import Callable

import psutil
import pytest

from photoorg.training.starter.producer import Producer
from tests.conftest import REPOSITORY

TRAINING = textwrap.dedent("""
    import time
    from photoorg.training.starter.producer import Producer
    from tests.training.starter.test_producer import numbers

    if __name__ == "__main__":
        producer = Producer(numbers, (5,), workers=2)
        producer.take()
        print(*(process.pid for process in producer._processes), flush=True)
        time.sleep(60)
""")


def numbers(step: int) -> Callable[[int], int]:
    """Make chunks that are multiples of their numbers."""
    return lambda number: step * number


@pytest.mark.parametrize("workers", [0, 2])
def test_every_chunk_is_made_once(workers: int) -> None:
    producer = Producer(numbers, (5,), workers=workers, first=3)
    try:
        taken = {producer.take() for _ in range(6)}
    finally:
        producer.close()
    # Of two processes one may be ahead of the other.
    assert len(taken) == 6
    assert all(chunk >= 15 and chunk % 5 == 0 for chunk in taken)
    assert producer.taken == 9


def test_processes_end_with_a_training_that_is_killed() -> None:
    training = subprocess.Popen(
        [sys.executable, "-c", TRAINING], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    )
    with training:
        assert training.stdout is not None
        makers = [psutil.Process(int(pid)) for pid in training.stdout.readline().split()]
        training.kill()
    assert len(makers) == 2
    assert psutil.wait_procs(makers, timeout=30)[1] == []
