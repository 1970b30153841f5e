"""Another way of grouping: seen before, refused or agreed with, taken back. With a real worker."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from photoorg import settings
from photoorg.library import Library
from photoorg.ui.session import Session
from photoorg.ui.shell.job_bar import JobBar
from photoorg.ui.shell.window_jobs import WindowJobs
from tests.jobs.trial_library import MODEL, trial_library

LONG = 60_000


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return 4 people of 10 faces, torn into groups of three."""
    with trial_library(tmp_path / "trial.photoorg", people=4, faces=10) as library:
        matrix = library.faces.matrix(MODEL)
        library.grouping.apply(matrix, np.arange(40) // 3, engine="torn", model=MODEL)
        yield library


@pytest.fixture
def jobs(library: Library, qtbot: QtBot) -> Iterator[WindowJobs]:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.show()
    session = Session(library)
    jobs = WindowJobs(session, bar, session)
    yield jobs
    jobs.close()
    session.watch(on=False)
    session.reads.close()
    # Now, while somebody knows it: the collector may free what belongs to it before or after it.
    shiboken6.delete(session)


def groups(library: Library) -> set[frozenset[int]]:
    return {
        frozenset(face.id for face in library.faces.of_person(person.id))
        for person in library.people.list()
    }


def test_what_is_refused_changes_nothing(jobs: WindowJobs, library: Library, qtbot: QtBot) -> None:
    session, torn = jobs._session, groups(library)
    session.groupingWanted.emit("ndde-tpdi-finer")
    qtbot.waitUntil(lambda: jobs.question is not None, timeout=LONG)
    assert jobs.question is not None
    with qtbot.waitSignal(session.groupingDecided):
        jobs.question.no_button.click()
    assert groups(library) == torn
    assert settings.load().engine == session.settings.engine == "ndde-tpdi"
    assert jobs.runner.job is None


def test_what_is_agreed_with_is_done_and_taken_back(
    jobs: WindowJobs, library: Library, qtbot: QtBot
) -> None:
    session, torn = jobs._session, groups(library)
    session.groupingWanted.emit("ndde-tpdi-finer")
    qtbot.waitUntil(lambda: jobs.question is not None, timeout=LONG)
    assert jobs.question is not None
    with qtbot.waitSignal(jobs.runner.ended, timeout=LONG):
        jobs.question.yes_button.click()
    assert settings.load().engine == "ndde-tpdi-finer"
    assert sorted(map(len, groups(library))) == [10] * 4
    library.history.undo()
    assert groups(library) == torn


def test_an_engine_that_is_gone_is_a_sentence(
    jobs: WindowJobs, library: Library, qtbot: QtBot
) -> None:
    torn = groups(library)
    with (
        qtbot.waitSignal(jobs._session.failed, timeout=LONG) as told,
        qtbot.waitSignal(jobs._session.groupingDecided, timeout=LONG),
    ):
        jobs._session.groupingWanted.emit("gone")
    assert "no engine" in told.args[0]
    assert groups(library) == torn
