"""Runs one piece of work in a process of its own.

Its peak memory is its own, a crash is a sentence and not the end of the program, and what takes
too long can be stopped.
"""

import logging
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from photoorg.errors import PhotoorgError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the work returned, or ``fault``: one sentence on why it returned nothing."""

    value: Any = None
    fault: str = ""


def run_apart(
    work: Callable[..., Any], *arguments: Any, time_limit: float | None = None
) -> Outcome:
    """Return the outcome of ``work(*arguments)``, a function of a module and values to pickle.

    ``time_limit`` is in seconds; None waits for however long it takes.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(time_limit):
            return Outcome(fault=f"stopped after {time_limit:g} s")
        answered: Outcome = ours.recv()
    except EOFError:
        process.join()
        return Outcome(fault=f"ended without an answer (exit code {process.exitcode})")
    else:
        process.join()
        return answered
    finally:
        process.kill()
        process.join()
        ours.close()


def _send(pipe: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        outcome = Outcome(work(*arguments))
    except PhotoorgError as error:
        outcome = Outcome(fault=str(error))
    except Exception as error:
        logger.exception("the work in another process failed")
        outcome = Outcome(fault=f"failed: {type(error).__name__}: {error}")
    pipe.send(outcome)
