"""``photoorg scan --watch``: look again and again, until somebody stops it."""

import queue
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from photoorg.commands.follow import follow
from photoorg.commands.terminal import flush_answers, say
from photoorg.errors import CrashedError, PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.jobs.watching.agenda import Agenda
from photoorg.jobs.watching.directories import roots_of
from photoorg.jobs.watching.watcher import Watcher
from photoorg.jobs.watching.ways import Way, way_sentence
from photoorg.library import Library

_TICK_S = 1.0
"""Where a wait cannot be interrupted, Ctrl+C is heard after so long."""


def keep_up(asked: ScanRequest, tell: Callable[[ScanSummary], object]) -> NoReturn:
    """Watch the folders of a scan that has ended, and scan what changes; ends by Ctrl+C only.

    ``tell`` hears of each scan that read something or met a problem.
    """
    with Library.open(asked.library, create=False) as library:
        scanned = [library.folders.place_of(folder) for folder in asked.folders or ()]
        roots = roots_of(library)
    roots = [root for root in roots if any(each.is_relative_to(root.path) for each in scanned)]
    news: queue.SimpleQueue[Mapping[Path, Way] | Collection[Path]] = queue.SimpleQueue()
    agenda = Agenda()
    watcher = Watcher.usual(roots, news.put, news.put)
    watcher.start()
    try:
        while True:
            _hear(agenda, news)
            if folders := agenda.take(time.monotonic()):
                _look(replace(asked, folders=folders, deleted=False, quiet=True), agenda, tell)
    finally:
        watcher.close()


def _hear(agenda: Agenda, news: "queue.SimpleQueue[Mapping[Path, Way] | Collection[Path]]") -> None:
    """Wait for what the watcher says, or until something is due."""
    due = agenda.due_at()
    wait_s = _TICK_S if due is None else min(_TICK_S, max(0.0, due - time.monotonic()))
    try:
        told = news.get(timeout=wait_s)
    except queue.Empty:
        return
    now = time.monotonic()
    if isinstance(told, Mapping):
        agenda.go_round([path for path, way in told.items() if way.in_rounds], now)
        say(*(f"{shown(path)}: {_words(way)}" for path, way in told.items()))
    else:
        agenda.hear(told, now)


def _words(way: Way) -> str:
    return way_sentence(way) or "not there just now"


def _look(asked: ScanRequest, agenda: Agenda, tell: Callable[[ScanSummary], object]) -> None:
    folders: Sequence[Path] = asked.folders or ()
    try:
        summary = follow(asked)
    except CrashedError:
        raise
    except PhotoorgError as error:  # another photoorg is at work, say: there is time
        say(str(error))
        agenda.put_off(folders, time.monotonic())
        return
    if summary.analyzed or summary.problems:
        tell(summary)
        flush_answers()
