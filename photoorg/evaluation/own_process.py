"""Runs one piece of work in a process of its own.

Its peak memory is its own, a crash is a sentence and not the end of the program, and what takes
too long can be stopped.
"""

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from photoorg.errors import PhotoorgError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the work gave, and ``fault``: one sentence on why it gave no more, "" if it ended."""

    values: tuple[Any, ...] = ()
    fault: str = ""

    @property
    def value(self) -> Any:
        """What was given last, None without anything."""
        return self.values[-1] if self.values else None


@dataclass(slots=True)
class _Given:
    """One value that the work gave; its end is an :class:`Outcome`."""

    value: Any


def in_own_process(
    work: Callable[..., Any], *arguments: Any, time_limit: float | None = None
) -> Outcome:
    """Return the outcome of ``work(*arguments)``, a function of a module and values to pickle.

    A generator's values come one by one, and what was given before a fault is kept.
    ``time_limit`` is in seconds; None waits for however long it takes.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work, arguments), daemon=True)
    process.start()
    theirs.close()
    end = None if time_limit is None else time.monotonic() + time_limit
    values: list[Any] = []
    try:
        while ours.poll(None if end is None else max(0.0, end - time.monotonic())):
            told: _Given | Outcome = ours.recv()
            if isinstance(told, Outcome):
                process.join()
                return Outcome(tuple(values), told.fault)
            values.append(told.value)
        return Outcome(tuple(values), f"stopped after {time_limit:g} s")
    except EOFError:
        process.join()
        return Outcome(tuple(values), f"ended without an answer (exit code {process.exitcode})")
    finally:
        process.kill()
        process.join()
        ours.close()


def _send(pipe: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    fault = ""
    try:
        found = work(*arguments)
        for value in found if isinstance(found, Iterator) else (found,):
            pipe.send(_Given(value))
    except PhotoorgError as error:
        fault = str(error)
    except Exception as error:
        logger.exception("the work in another process failed")
        fault = f"failed: {type(error).__name__}: {error}"
    pipe.send(Outcome(fault=fault))
