"""A player that can be told where to begin is preferred."""

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from photoorg.ui.people.player import play

Started = list[list[str]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Return what is started, or opened, instead of a real player."""
    found: Started = []

    def start(program: str, words: list[str]) -> tuple[bool, int]:
        found.append([Path(program).name, *words])
        return True, 1

    def open_url(url: QUrl) -> bool:
        found.append([url.toString()])
        return True

    monkeypatch.setattr(QProcess, "startDetached", start)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def test_a_known_player_begins_where_it_is_told(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "vlc"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert play(tmp_path / "-clip & more.mp4", 75.4)
    assert started == [["vlc", "--start-time=75", "--", str(tmp_path / "-clip & more.mp4")]]


def test_else_the_system_plays_it(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert play(tmp_path / "clip.mp4", 75.4)
    assert started == [[(tmp_path / "clip.mp4").as_uri()]]
