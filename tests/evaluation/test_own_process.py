"""Work in another process: its answer, its errors, its end."""

import os
import time
from collections.abc import Iterator

import pytest

from photoorg.errors import DataError
from photoorg.evaluation.own_process import Outcome, in_own_process


def double(number: int) -> int:
    return 2 * number


def refuse(sentence: str) -> None:
    raise DataError(sentence)


@pytest.mark.parametrize(
    ("outcome", "work", "argument"),
    [
        (Outcome((42,)), double, 21),
        (Outcome(fault="That is no file."), refuse, "That is no file."),
        (Outcome(fault="failed: ValueError: "), time.sleep, -1),
        (Outcome(fault="ended without an answer (exit code 7)"), os._exit, 7),
    ],
)
def test_every_end_is_an_outcome(outcome: Outcome, work: object, argument: object) -> None:
    assert callable(work)
    found = in_own_process(work, argument)
    assert found.value == outcome.value
    assert found.fault.startswith(outcome.fault)


def count(last: int) -> Iterator[int]:
    yield from range(last)
    raise DataError("Nobody counts further.")


def dawdle() -> Iterator[int]:
    yield 1
    time.sleep(60)


def test_what_was_given_before_a_fault_is_kept() -> None:
    assert in_own_process(count, 3) == Outcome((0, 1, 2), "Nobody counts further.")
    found = in_own_process(dawdle, time_limit=5)
    assert found in (Outcome((1,), "stopped after 5 s"), Outcome((), "stopped after 5 s"))


def test_the_time_limit() -> None:
    assert in_own_process(time.sleep, 60, time_limit=0.1).fault == "stopped after 0.1 s"
