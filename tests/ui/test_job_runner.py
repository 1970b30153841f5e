"""Jobs in the real worker process, heard through the runner."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from photoorg.jobs.download_request import DownloadSummary
from photoorg.jobs.messages import Problem, Progress
from photoorg.types import Kind
from photoorg.ui.job_runner import Job, JobRunner
from tests.jobs.trial_jobs import Count, KnownError
from tests.ui.gallery import wait_for


class Heard:
    def __init__(self, runner: JobRunner) -> None:
        self.started: list[Job] = []
        self.progress: list[Progress] = []
        self.problems: list[Problem] = []
        self.changed: list[Any] = []
        self.ended: list[Any] = []
        self.failed: list[str] = []
        self.paused: list[bool] = []
        runner.started.connect(self.started.append)
        runner.progressed.connect(self.progress.append)
        runner.problemFound.connect(self.problems.append)
        runner.changed.connect(self.changed.append)
        runner.ended.connect(lambda job, summary: self.ended.append((job.title, summary)))
        runner.failed.connect(self.failed.append)
        runner.paused.connect(self.paused.append)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def heard(runner: JobRunner) -> Heard:
    return Heard(runner)


def test_jobs_run_one_after_the_other(runner: JobRunner, heard: Heard, qtbot: QtBot) -> None:
    first = Count(3, title="one")
    second = Count(2, title="two")
    for job in (first, second, second):
        runner.run(job)
    assert runner.job == first
    assert runner.waiting == 1
    wait_for(qtbot, lambda: len(heard.ended) == 2)
    assert [title for title, _ in heard.ended] == ["one", "two"]
    assert isinstance(heard.ended[0][1], DownloadSummary)
    assert heard.started == [first, second]
    assert heard.progress[-1].done == 2
    assert [problem.path.name for problem in heard.problems] == ["a.jpg", "a.jpg"]
    assert heard.changed == [frozenset({Kind.PHOTOS})] * 2
    assert runner.job is None


def test_a_job_is_paused_and_stopped(runner: JobRunner, heard: Heard, qtbot: QtBot) -> None:
    runner.run(Count(100_000, 0.01, title="long"))
    runner.run(Count(1, title="never"))
    wait_for(qtbot, lambda: heard.progress)
    runner.pause(paused=True)
    wait_for(qtbot, lambda: heard.paused == [True])
    runner.pause(paused=False)
    wait_for(qtbot, lambda: heard.paused == [True, False])
    runner.cancel()
    wait_for(qtbot, lambda: heard.ended)
    assert heard.ended == [("long", None)]
    assert runner.waiting == 0


@dataclass(frozen=True)
class Unasked(Count):
    """A job that nobody asked for."""

    @property
    def gives_way(self) -> bool:
        return True


def test_what_nobody_asked_for_ends_for_what_somebody_did(
    runner: JobRunner, heard: Heard, qtbot: QtBot
) -> None:
    runner.run(Unasked(100_000, 0.01, title="unasked"))
    wait_for(qtbot, lambda: heard.progress)
    runner.run(Unasked(1, title="unasked too"))
    runner.run(Count(1, title="asked"))
    wait_for(qtbot, lambda: len(heard.ended) == 3)
    assert [title for title, _ in heard.ended] == ["unasked", "asked", "unasked too"]
    assert heard.ended[0] == ("unasked", None)
    assert all(summary is not None for _, summary in heard.ended[1:])


def test_what_somebody_asked_for_waits_for_nothing_else(
    runner: JobRunner, heard: Heard, qtbot: QtBot
) -> None:
    runner.run(Count(1, title="asked"))
    for job in (Idle(1, title="idle"), Unasked(1, title="unasked"), Count(1, title="asked, too")):
        runner.run(job)
    wait_for(qtbot, lambda: len(heard.ended) == 4)
    assert [title for title, _ in heard.ended] == ["asked", "asked, too", "unasked", "idle"]


@dataclass(frozen=True)
class Idle(Unasked):
    """A job for times in which there is nothing else to do."""

    @property
    def idle(self) -> bool:
        return True


def test_what_is_idle_ends_for_anything_else(runner: JobRunner, heard: Heard, qtbot: QtBot) -> None:
    runner.run(Idle(100_000, 0.01, title="idle"))
    wait_for(qtbot, lambda: heard.progress)
    runner.run(Idle(1, title="idle too"))
    assert heard.ended == []
    runner.run(Unasked(1, title="unasked"))
    wait_for(qtbot, lambda: len(heard.ended) == 3)
    assert heard.ended[0] == ("idle", None)
    assert heard.ended[2][1] is not None


def test_a_known_error_is_a_sentence(runner: JobRunner, heard: Heard, qtbot: QtBot) -> None:
    runner.run(KnownError())
    wait_for(qtbot, lambda: heard.ended)
    assert heard.failed == ["The disk is full; free some space."]


def test_closing_ends_a_running_job(runner: JobRunner, heard: Heard, qtbot: QtBot) -> None:
    runner.run(Count(100_000, 0.01, title="long"))
    wait_for(qtbot, lambda: heard.progress)
    runner.close()
    assert runner.job is None
    assert heard.ended == []
