"""Duplicates and groups of photos are looked for after a scan, by real workers, one at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.jobs.messages import Summary
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.jobs.scenes.request import ScenesRequest
from photoorg.library import Library
from photoorg.settings import Settings
from photoorg.ui.by_itself.idle_searches import IdleSearches
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.session import Session
from tests.jobs.scenes.pictures import pictures
from tests.jobs.scenes.test_learning import EACH, add
from tests.jobs.trial_jobs import Count
from tests.ui.gallery import wait_for

SCANNED = ScanSummary(photos=1, faces=0, people=0, analyzed=1, seconds=1.0)


class Bench:
    """What the searches run with, and the jobs that ran, with what came of them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.session = Session(library, Settings())
        self.runner = JobRunner()
        self.searches = IdleSearches(self.session, self.runner)
        self.ran: list[tuple[Job, Summary | None]] = []
        self.runner.ended.connect(lambda job, summary: self.ran.append((job, summary)))

    def scanned(self, summary: ScanSummary | None = SCANNED) -> None:
        """Say that a scan has ended."""
        self.runner.ended.emit(ScanRequest(self.library.path, None, Settings()), summary)
        self.ran.clear()

    def kinds(self) -> list[type[Job]]:
        return [type(job) for job, _ in self.ran]

    def close(self) -> None:
        self.searches.close()
        self.runner.close()
        self.session.reads.close()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    del qtbot
    monkeypatch.setattr("photoorg.ui.by_itself.idle_searches.REST_MS", 0)
    with Library.open(tmp_path / "l.photoorg") as library:
        made = Bench(library)
        yield made
        made.close()


def test_both_searches_follow_a_scan(bench: Bench, qtbot: QtBot) -> None:
    add(bench.library, pictures(EACH))
    bench.scanned()
    wait_for(qtbot, lambda: len(bench.ran) == 2)
    assert bench.kinds() == [DuplicatesRequest, ScenesRequest]
    assert all(job.idle and summary is not None for job, summary in bench.ran)
    assert bench.library.scenes.every()
    assert bench.library.duplicates.searched()
    assert bench.runner.job is None


def test_nothing_is_looked_for_without_a_scan_or_if_the_user_does_not_want_it(
    bench: Bench,
) -> None:
    bench.scanned(None)
    assert not bench.searches._rest.isActive()
    bench.session.settingsChanged.emit(Settings(find_alike=False))
    bench.scanned()
    assert not bench.searches._rest.isActive()
    bench.session.settingsChanged.emit(Settings())
    assert bench.searches._rest.isActive()


def test_a_search_ends_for_another_job_and_goes_on_later(bench: Bench, qtbot: QtBot) -> None:
    add(bench.library, pictures(EACH))
    bench.scanned()
    wait_for(qtbot, lambda: bench.runner.job is not None)
    bench.runner.run(Count(1, title="asked"))
    wait_for(qtbot, lambda: len(bench.ran) == 4)
    assert bench.kinds() == [DuplicatesRequest, Count, DuplicatesRequest, ScenesRequest]
    assert [summary is None for _, summary in bench.ran] == [True, False, False, False]


def test_a_search_that_the_user_stopped_waits_for_the_next_scan(bench: Bench, qtbot: QtBot) -> None:
    bench.scanned()
    wait_for(qtbot, lambda: bench.runner.job is not None)
    bench.runner.cancel()
    wait_for(qtbot, lambda: bench.ran)
    assert bench.ran[0][1] is None
    assert bench.runner.job is None
    assert not bench.searches._rest.isActive()
    bench.scanned()
    assert bench.searches._rest.isActive()


def test_switching_it_off_ends_what_runs(bench: Bench, qtbot: QtBot) -> None:
    bench.scanned()
    wait_for(qtbot, lambda: bench.runner.job is not None)
    bench.session.settingsChanged.emit(Settings(find_alike=False))
    wait_for(qtbot, lambda: bench.ran)
    assert bench.kinds() == [DuplicatesRequest]
    assert bench.runner.job is None
