"""Grouping anew that fails, is killed, or is overtaken: groups as before, nothing lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import Labels
from photoorg.clustering.ndde_tpdi.default import Default
from photoorg.errors import ModelError
from photoorg.jobs.group import run
from photoorg.jobs.group_request import GroupRequest, GroupSummary
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.storage.sidecars import evidence_file, neighbors_file
from photoorg.settings import Settings
from tests.jobs.test_group import people
from tests.jobs.trial_library import MODEL, add_faces, trial_library
from tests.library.conftest import decided


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library of 4 people with 10 faces each, badly grouped, and one of them named."""
    with trial_library(tmp_path / "trial.photoorg", people=4, faces=10) as library:
        matrix = library.faces.matrix(MODEL)
        library.grouping.apply(matrix, np.arange(40) // 3, engine="torn", model=MODEL)
        actions.rename(library, library.people.list()[0].id, "Anna")
        yield library


def regroup(library: Library, **more: Any) -> GroupSummary:
    return run(Control(lambda _: None), GroupRequest(library.path, Settings(), **more))


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen while the engine works."""
    group = Default.group

    def grouped(*args: Any, **kwargs: Any) -> Any:
        happens()
        return group(*args, **kwargs)

    monkeypatch.setattr(Default, "group", grouped)


@pytest.mark.parametrize("preview", [False, True])
@pytest.mark.parametrize("error", [ModelError("The network cannot be read."), MemoryError()])
def test_an_engine_that_fails_leaves_all_as_it_was(
    library: Library, error: Exception, preview: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise error

    before, steps = decided(library), library.history.entries()
    meanwhile(monkeypatch, fail)
    with pytest.raises(type(error)):
        regroup(library, preview=preview)
    assert decided(library) == before
    assert library.history.entries() == steps
    assert not evidence_file(library.path).exists()


def test_a_preview_changes_nothing_whatever_comes_meanwhile(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtake() -> None:
        with Library.open(library.path) as other:
            second = other.people.list()[1]
            actions.rename(other, second.id, "Ben")
            actions.not_a_face(other, [other.faces.of_person(second.id)[0].id])
            add_faces(other, people=2, faces=5, seed=9)

    meanwhile(monkeypatch, overtake)
    told = regroup(library, preview=True)
    assert told.names_lost == 0
    assert library.faces.count() == 49
    assert {person.name for person in library.people.list()} == {"Anna", "Ben", None}
    assert [edit.label for edit in library.history.entries()][1:3] == ["Name Ben", "Name Anna"]
    assert not evidence_file(library.path).exists()


def test_what_is_said_while_the_engine_works_stands(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = library.people.list()[1]
    faces = [face.id for face in library.faces.of_person(second.id)]

    def overtake() -> None:
        with Library.open(library.path) as other:
            actions.rename(other, second.id, "Ben")
            actions.not_a_face(other, faces[:1])

    meanwhile(monkeypatch, overtake)
    regroup(library)
    assert {face.id for face in library.faces.of_person(second.id)} >= set(faces[1:])
    assert library.people.get(second.id).name == "Ben"
    assert library.connection.value("SELECT dismissed FROM faces WHERE id = ?", faces[:1])
    library.history.undo()
    assert library.people.get(second.id).name == "Ben"


def test_what_another_model_left_beside_the_library_is_not_used(library: Library) -> None:
    wanted = replace(regroup(library), seconds=0)
    groups: set[frozenset[int]] = people(library)
    library.history.undo()
    for file in (neighbors_file(library.path), evidence_file(library.path)):
        with file.open("wb") as stream:
            np.savez(stream, about=np.array("another model"), ids=np.zeros((3, 2), np.int32))
    assert replace(regroup(library), seconds=0) == wanted
    assert people(library) == groups


def labels_of(library: Library) -> Labels:
    return np.array(library.connection.rows("SELECT person_id FROM faces ORDER BY id")).ravel()


def test_killed_at_any_moment_it_is_done_or_not(tmp_path: Path) -> None:
    path = tmp_path / "trial.photoorg"
    with trial_library(path, people=40, faces=20) as library:
        matrix = library.faces.matrix(MODEL)
        library.grouping.apply(matrix, np.arange(800) // 7, engine="torn", model=MODEL)
        actions.rename(library, library.people.list()[0].id, "Anna")
        torn = people(library)
    command = [sys.executable, "-m", "photoorg", "--library", str(path), "group", "--json"]
    whole = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - whole
    with Library.open(path) as library:
        done = people(library)
        library.history.undo()
        assert people(library) == torn != done
    for part in (0.5, 0.8, 0.9, 0.97):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(part * whole)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with Library.open(path) as library:
            assert people(library) in (torn, done)
            assert library.people.find_by_name("Anna")[0].count > 0
            if people(library) == done:
                library.history.undo()
            assert people(library) == torn
