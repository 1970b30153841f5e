"""Actions go in, changes and sentences come out; a known error loses nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg import settings as stored_settings
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.settings import Settings
from photoorg.tr import speak
from photoorg.types import Changed, Kind
from photoorg.ui import languages
from photoorg.ui.session import EVERYTHING, Session
from tests.ui.crowd import Crowd


@pytest.fixture
def sizes() -> tuple[int, ...]:
    return (2, 1)


@pytest.fixture
def session(crowd: Crowd, qtbot: QtBot) -> Session:
    return Session(crowd.library, Settings())


def test_an_action_tells_what_it_changed(session: Session, crowd: Crowd, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as told:
        assert session.perform(actions.rename, crowd.groups[0], "Anna")
    assert told.args == [frozenset({Kind.PEOPLE, Kind.FACES})]
    assert crowd.person(0).name == "Anna"


def test_a_known_error_becomes_a_sentence(session: Session, crowd: Crowd, qtbot: QtBot) -> None:
    told: list[Changed] = []
    session.changed.connect(told.append)
    with qtbot.waitSignal(session.failed) as failed:
        assert not session.perform(actions.rename, crowd.groups[0], "  ")
    assert failed.args == ["A name needs at least one letter."]
    assert not told
    assert crowd.person(0).name is None


def test_a_bug_is_not_swallowed(session: Session) -> None:
    def bug(library: Library) -> Changed:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.perform(bug)


def test_undo_and_redo_say_what_they_did(session: Session, crowd: Crowd, qtbot: QtBot) -> None:
    session.perform(actions.rename, crowd.groups[0], "Anna")
    with qtbot.waitSignals([session.changed, session.said]):
        session.undo()
    assert crowd.person(0).name is None
    with qtbot.waitSignal(session.said) as said:
        session.redo()
    assert said.args == ["Redone: Name Anna", False]
    assert crowd.person(0).name == "Anna"
    session.redo()  # nothing to do is no error


def test_what_was_undone_is_told_in_the_language_of_the_window(
    session: Session, crowd: Crowd, qapp: QApplication, qtbot: QtBot
) -> None:
    session.perform(actions.rename, crowd.groups[0], "Anna")
    before = QLocale()
    languages.use(qapp, "de")
    try:
        with qtbot.waitSignal(session.said) as said:
            session.undo()
    finally:
        languages.use(qapp, "en")
        QLocale.setDefault(before)
        speak()
    assert "Name Anna" not in said.args[0]
    assert said.args[0].startswith("Rückgängig gemacht: ")


def test_what_another_process_commits_is_noticed(
    session: Session, crowd: Crowd, qtbot: QtBot
) -> None:
    session.look_elsewhere()
    told: list[Changed] = []
    session.changed.connect(told.append)
    session.look_elsewhere()
    assert not told
    with Library.open(crowd.library.path) as other:
        actions.rename(other, crowd.groups[0], "Anna")
    session.watch(on=True)
    qtbot.waitUntil(lambda: told == [EVERYTHING])
    session.watch(on=False)


def test_settings_are_kept(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.settingsChanged):
        session.choose(Settings(theme="dark"))
    assert stored_settings.load().theme == "dark"
    assert session.settings.theme == "dark"


def test_settings_that_cannot_be_kept_are_told(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    with qtbot.waitSignal(session.failed) as failed:
        session.choose(Settings(theme="dark"))
    assert failed.args[0].startswith("The settings could not be saved")
    assert session.settings.theme == "dark"
