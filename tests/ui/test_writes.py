"""What a thread writes is done in order, and told in the thread of the window."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.settings import Settings
from photoorg.types import Changed
from photoorg.ui import session as sessions
from photoorg.ui.session import Session
from photoorg.ui.writes import Writes
from tests.ui.crowd import Crowd, make_crowd
from tests.ui.gallery import wait_for


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    made = make_crowd(tmp_path, (3, 2))
    yield made
    made.library.close()


@pytest.fixture
def session(crowd: Crowd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(sessions, "MANY", 2)
    return Session(crowd.library, Settings())


def name(text: str, person: int, library: Library) -> Changed:
    return actions.rename(library, person, text)


def test_steps_are_done_in_a_thread_in_order_and_told_here(crowd: Crowd, qtbot: QtBot) -> None:
    writes = Writes(crowd.library.path)
    told: list[tuple[Changed | Exception, int]] = []
    done_in: list[int] = []

    def refuse(library: Library) -> Changed:
        done_in.append(threading.get_ident())
        raise UsageError(library.people.get(crowd.groups[0]).name or "")

    def hear(outcome: Changed | Exception) -> None:
        told.append((outcome, threading.get_ident()))

    writes.do(partial(name, "Anna", crowd.groups[0]), hear)
    writes.do(refuse, hear)
    writes.do(partial(name, "Ben", crowd.groups[1]), hear)
    wait_for(qtbot, lambda: len(told) == 3)
    here = threading.get_ident()
    assert [thread for _, thread in told] == [here] * 3
    assert here not in done_in
    assert [str(outcome) for outcome, _ in told if isinstance(outcome, Exception)] == ["Anna"]
    assert [crowd.person(n).name for n in (0, 1)] == ["Anna", "Ben"]


def test_to_settle_is_to_have_done_and_told_everything(crowd: Crowd, qtbot: QtBot) -> None:
    writes = Writes(crowd.library.path)
    told: list[Changed | Exception] = []
    for text in ("Anna", "Ben"):
        writes.do(partial(name, text, crowd.groups[0]), told.append)
    writes.settle()
    assert crowd.person(0).name == "Ben"
    assert len(told) == 2
    qtbot.wait(1)
    assert len(told) == 2


def test_a_library_that_is_gone_is_told(crowd: Crowd, tmp_path: Path, qtbot: QtBot) -> None:
    writes = Writes(tmp_path / "gone.photoorg")
    told: list[Changed | Exception] = []
    for text in ("Anna", "Ben"):
        writes.do(partial(name, text, crowd.groups[0]), told.append)
    writes.settle()
    assert [isinstance(outcome, Exception) for outcome in told] == [True, True]


def test_a_large_step_waits_for_none_and_the_next_one_for_it(
    session: Session, crowd: Crowd, qtbot: QtBot
) -> None:
    told: list[bool] = []
    faces = crowd.faces(0)
    dismiss = partial(actions.not_a_face, face_ids=faces)
    session.perform_on(len(faces), dismiss, told.append)
    assert told == []
    assert session.perform(actions.rename, crowd.groups[1], "Ben")
    assert told == [True]
    session.undo()
    session.undo()
    assert crowd.faces(0) == faces
    with qtbot.waitSignal(session.failed):
        session.perform_on(len(faces), partial(name, " ", crowd.groups[0]), told.append)
    assert told == [True, False]


def test_a_small_step_is_done_at_once(session: Session, crowd: Crowd) -> None:
    told: list[bool] = []
    faces = crowd.faces(1)
    session.perform_on(len(faces), partial(actions.not_a_face, face_ids=faces), told.append)
    assert told == [True]
    assert crowd.faces(1) == []


def test_undo_and_redo_of_a_large_step_wait_their_turn_in_the_thread(
    session: Session, crowd: Crowd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "LONG", 0)
    said: list[str] = []
    session.said.connect(lambda sentence, _: said.append(sentence))
    faces = crowd.faces(0)
    session.perform(actions.rename, crowd.groups[0], "Anna")
    session.perform_on(len(faces), partial(actions.not_a_face, face_ids=faces), lambda _: None)
    with qtbot.waitSignal(session.waiting):
        session.undo()
    session.undo()
    session.undo()  # there is nothing left by then
    session.redo()
    assert said == []
    wait_for(qtbot, session.writes.idle)
    assert [sentence.split(":")[0] for sentence in said] == ["Undone", "Undone", "Redone"]
    assert (crowd.person(0).name, crowd.faces(0)) == ("Anna", faces)
    session.go_to(0)
    assert crowd.person(0).name == "Anna"
    wait_for(qtbot, session.writes.idle)
    assert crowd.person(0).name is None
    assert said[-1] == "A step undone"


def test_a_small_step_is_turned_at_once_unless_a_large_one_is_being_done(
    session: Session, crowd: Crowd, qtbot: QtBot
) -> None:
    session.perform(actions.rename, crowd.groups[1], "Ben")
    session.undo()
    assert crowd.person(1).name is None
    session.redo()
    faces = crowd.faces(0)
    session.perform_on(len(faces), partial(actions.not_a_face, face_ids=faces), lambda _: None)
    session.undo()
    session.undo()
    wait_for(qtbot, session.writes.idle)
    assert (crowd.person(1).name, crowd.faces(0)) == (None, faces)


def test_what_a_thread_cannot_turn_is_a_sentence(
    session: Session, crowd: Crowd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "LONG", 0)
    session.perform(actions.rename, crowd.groups[1], "Ben")
    with closing(sqlite3.connect(crowd.library.path, isolation_level=None)) as other:
        other.execute("UPDATE edits SET changes = x'00'")
    for turn in (session.undo, partial(session.go_to, 0)):
        with qtbot.waitSignal(session.failed) as failed:
            turn()
        assert failed.args[0].startswith("This step cannot be taken back")
