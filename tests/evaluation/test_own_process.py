"""Work in another process: its answer, its errors, its end."""

import os
import time

import pytest

from photoorg.errors import DataError
from photoorg.evaluation.own_process import Outcome, run_apart


def double(number: int) -> int:
    return 2 * number


def refuse(sentence: str) -> None:
    raise DataError(sentence)


@pytest.mark.parametrize(
    ("outcome", "work", "argument"),
    [
        (Outcome(42), double, 21),
        (Outcome(fault="That is no file."), refuse, "That is no file."),
        (Outcome(fault="failed: ValueError: "), time.sleep, -1),
        (Outcome(fault="ended without an answer (exit code 7)"), os._exit, 7),
    ],
)
def test_every_end_is_an_outcome(outcome: Outcome, work: object, argument: object) -> None:
    assert callable(work)
    found = run_apart(work, argument)
    assert found.value == outcome.value
    assert found.fault.startswith(outcome.fault)


def test_the_time_limit() -> None:
    assert run_apart(time.sleep, 60, time_limit=0.1).fault == "stopped after 0.1 s"
