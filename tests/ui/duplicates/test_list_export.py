"""The list of duplicates in a file that the user chooses."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from photoorg.library.duplicates.values import Stack, StackKind
from photoorg.ui.duplicates.list_export import ask_and_write, write
from tests.ui.stage import Stage

STACKS = [Stack(StackKind.COPY, [1, 1], [Path("/a.jpg"), Path("/b.jpg")])]


@pytest.mark.parametrize(
    ("chosen", "kind", "name"),
    [
        ("list.json", "Tables (*.csv)", "list.json"),
        ("list", "Tables (*.csv)", "list.csv"),
        ("list", "Lists for programs (*.json)", "list.json"),
        ("list.txt", "Tables (*.csv)", "list.txt.csv"),
    ],
)
def test_the_form_is_that_of_its_name(
    stage: Stage,
    over: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    kind: str,
    name: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / chosen), kind))
    ask_and_write(stage.session, STACKS, over)
    text = (tmp_path / name).read_text("utf-8")
    if name.endswith(".json"):
        assert json.loads(text)[0]["best"] == "/a.jpg"
    else:
        assert text.splitlines()[1] == "1,copy,/a.jpg,/a.jpg"
    assert stage.said == [f"1 stack is listed in {name}"]


def test_nothing_is_written_without_a_file(
    stage: Stage, over: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    ask_and_write(stage.session, STACKS, over)
    assert stage.said == stage.failed == []


def test_a_file_that_cannot_be_written_is_told(stage: Stage, tmp_path: Path) -> None:
    write(stage.session, STACKS, tmp_path / "not there" / "list.csv")
    assert "cannot be written (No such file or directory)" in stage.failed[0]


def test_names_that_are_no_text_are_kept(stage: Stage, tmp_path: Path) -> None:
    odd = Stack(StackKind.COPY, [1, 1], [Path("/\udcff.jpg"), Path("/b.jpg")])
    write(stage.session, [odd], tmp_path / "list.csv")
    assert b"/\xff.jpg" in (tmp_path / "list.csv").read_bytes()
