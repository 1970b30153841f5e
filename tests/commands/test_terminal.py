"""What reaches the terminal: names never act on it, and JSON is ASCII."""

import json
import re
import sys
from pathlib import Path

import pytest

from photoorg.commands.follow import ProgressLine
from photoorg.commands.terminal import table
from photoorg.jobs.messages import Progress, shown
from photoorg.jobs.scan_request import READING
from photoorg.library import Library
from photoorg.library.decisions import actions
from tests.commands.conftest import Photoorg

NASTY = "Anna\x1b[2J\x9b1m\r\n\x7f\u202eeve"
VISIBLE = "Anna\\x1b[2J\\x9b1m\\r\\n\\x7f\\u202eeve"
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def test_a_persons_name_does_nothing(photoorg: Photoorg, library: Path) -> None:
    with Library.open(library) as opened:
        actions.rename(opened, 1, NASTY)
        name = opened.people.get(1).name
    assert name is not None
    for words in (["people"], ["history"], ["rename", 1, NASTY], ["merge", 1, 2], ["undo"]):
        run = photoorg(*words, "--library", library)
        assert run.code == 0
        assert "\\u202eeve" in run.out, "of a name only what shows something is kept"
        assert not ACTIVE.search(run.out + run.err), words
    assert len(photoorg("people", "--library", library).out.splitlines()) == 4
    found = photoorg("people", "--library", library, "--json")
    assert found.out.isascii()
    assert not ACTIVE.search(found.out)
    assert found.json[0]["name"] == name
    missing = photoorg("rename", f"x{NASTY}", "Eve", "--library", library)
    assert (missing.code, len(missing.err.splitlines())) == (2, 1)
    assert VISIBLE in missing.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_files_name_does_nothing(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    nasty = painted / NASTY.replace("/", "") / "no\x1b]0;photo\x07.jpg"
    nasty.parent.mkdir()
    nasty.write_bytes(b"no picture")
    library = ("--library", tmp_path / "x.photoorg")
    scan = photoorg("scan", painted, *library, "--models", tiny_pack)
    assert scan.code == 1
    problems = photoorg("problems", *library)
    for text in (scan.err, problems.out):
        assert f"{VISIBLE}/no\\x1b]0;photo\\x07.jpg: " in text
        assert not ACTIVE.search(text)
    assert json.loads(photoorg("problems", *library, "--json").out)[0]["path"] == str(nasty)
    for words in (
        ["scan", nasty],
        ["--library", nasty, "people"],
        ["--models", nasty, "scan", "x"],
    ):
        refused = photoorg(*words)
        assert refused.code == 2
        assert not ACTIVE.search(refused.out + refused.err)
    unknown = photoorg("people", f"--x{NASTY}")
    assert unknown.code == 2
    assert VISIBLE in unknown.err


def test_progress_does_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    ProgressLine().show(Progress(READING, 1, 2, what=NASTY))
    assert not ACTIVE.search(capsys.readouterr().err)
    assert shown(NASTY) == VISIBLE


def test_columns_fit_what_is_shown() -> None:
    lines = table(("ID", "NAME"), [(1, "a\nb"), (2, "c")])
    assert lines == ["ID  NAME", " 1  a\\nb", " 2  c"]
