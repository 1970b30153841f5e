"""Questions that a thread answers: the newest wins, errors are sentences, and nothing is left."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from photoorg.errors import LibraryError
from photoorg.library import Library
from photoorg.ui.reads import Reads
from tests.ui.gallery import wait_for


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "test.photoorg") as library:
        yield library


@pytest.fixture
def reads(library: Library, qtbot: QtBot) -> Iterator[Reads]:
    reads = Reads(library.path)
    yield reads
    reads.close()


def test_an_answer_is_read_in_a_thread_and_handed_over_in_this_one(
    reads: Reads, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    library.folders.add(tmp_path / "Pictures")
    got: list[tuple[int, bool]] = []
    here = threading.get_ident()
    asked_in: list[int] = []

    def question(own: Library) -> int:
        asked_in.append(threading.get_ident())
        return own.folders.count()

    reads.ask("a", question, lambda n: got.append((n, threading.get_ident() == here)))
    wait_for(qtbot, reads.idle)
    assert got == [(1, True)]
    assert here not in asked_in


class SlowQuestion:
    """A question that is being answered until it may go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, _: Library) -> str:
        self.begun.set()
        self.go_on.wait(30)
        return "old"


def test_only_the_newest_answer_is_heard(reads: Reads, qtbot: QtBot) -> None:
    slow = SlowQuestion()
    got: list[str] = []
    reads.ask("a", slow, got.append)
    assert slow.begun.wait(30)
    reads.ask("a", lambda _: "in between", got.append)
    reads.ask("b", lambda _: "other", got.append)
    reads.ask("a", lambda _: "new", got.append)
    slow.go_on.set()
    wait_for(qtbot, reads.idle)
    assert got == ["other", "new"]


def test_where_every_answer_counts_none_that_was_being_read_is_lost(
    reads: Reads, qtbot: QtBot
) -> None:
    slow = SlowQuestion()
    got: list[str] = []
    reads.ask("a", slow, got.append, every=True)
    assert slow.begun.wait(30)
    reads.ask("a", lambda _: "in between", got.append, every=True)
    reads.ask("a", lambda _: "new", got.append, every=True)
    slow.go_on.set()
    wait_for(qtbot, reads.idle)
    assert got == ["old", "new"]


def test_a_failure_is_told_once_until_an_answer_comes_again(reads: Reads, qtbot: QtBot) -> None:
    told: list[str] = []
    got: list[int] = []
    reads.failed.connect(told.append)

    def fail(_: Library) -> int:
        raise LibraryError("The disk is gone.")

    for key in ("a", "b"):
        reads.ask(key, fail, got.append)
    wait_for(qtbot, reads.idle)
    assert told == ["The disk is gone."]
    reads.ask("a", lambda _: 1, got.append)
    wait_for(qtbot, reads.idle)
    reads.ask("a", fail, got.append)
    wait_for(qtbot, reads.idle)
    assert (told, got) == (["The disk is gone."] * 2, [1])


def test_nothing_can_be_written(reads: Reads, tmp_path: Path, qtbot: QtBot) -> None:
    got: list[int] = []
    reads.ask("a", lambda library: library.folders.add(tmp_path), got.append)
    wait_for(qtbot, reads.idle)
    assert got == []


def test_after_the_end_nothing_is_answered(reads: Reads, qtbot: QtBot) -> None:
    got: list[int] = []
    reads.ask("a", lambda _: 1, got.append)
    reads.close()
    reads.ask("a", lambda _: 2, got.append)
    qtbot.wait(50)
    assert got == []
