"""Dialogs are as large as their letters and their sentences ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.ui import theme
from photoorg.ui.dialogs.merges_dialog import MergesDialog
from photoorg.ui.dialogs.yes_no_question import YesNoQuestion
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.crowd import make_crowd

LONG = "All of this is what would change if the answer were yes, and it takes a few lines. " * 3


@pytest.fixture(params=[100, 150])
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    theme.apply(qapp, "light", request.param)
    yield request.param
    theme.apply(qapp, "light")


def test_a_question_shows_every_line_also_of_a_later_sentence(qtbot: QtBot, letters: int) -> None:
    del letters
    below = QLabel()
    qtbot.addWidget(below)
    question = YesNoQuestion("Sure?", LONG, "Yes", "No", below)
    question.show()
    sentence = next(label for label in question.findChildren(QLabel) if label.text() == LONG)
    QApplication.processEvents()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    sentence.setText(LONG * 2)
    QApplication.processEvents()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    question.close()


def test_a_line_of_a_list_is_seen_as_a_whole(tmp_path: Path, qtbot: QtBot, letters: int) -> None:
    del letters
    crowd = make_crowd(tmp_path, names=("Anna",))
    actions.merge(crowd.library, crowd.groups[0], [crowd.groups[3]])
    merges = crowd.library.merges.of(crowd.groups[0])
    below = QLabel()
    qtbot.addWidget(below)
    below.resize(1280, 800)
    dialog = MergesDialog(crowd.person(0), merges, ThumbnailLoader(crowd.library.path), below)
    dialog.show()
    QApplication.processEvents()
    line = dialog.list.visualRect(dialog.model.index(0))
    assert dialog.list.viewport().rect().contains(line)
    dialog.close()
    crowd.library.close()
