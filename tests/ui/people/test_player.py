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


def install(place: Path, name: str) -> None:
    program = place / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("mpv", "--start=75"),
        ("vlc", "--start-time=75"),
        ("celluloid", "--mpv-start=75"),
        ("totem", "--seek=75"),
    ],
)
def test_a_known_player_begins_where_it_is_told(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch, name: str, begin: str
) -> None:
    install(tmp_path, name)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert play(tmp_path / "-clip & more.mp4", 75.4)
    assert started == [[name, begin, "--", str(tmp_path / "-clip & more.mp4")]]


def test_a_player_is_found_where_windows_keeps_it(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Program Files (x86)" / "VideoLAN" / "VLC"
    place.mkdir(parents=True)
    install(place, "vlc")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path / "Program Files (x86)"))
    assert play(tmp_path / "clip.mp4", 75.4)
    assert started == [["vlc", "--start-time=75", "--", str(tmp_path / "clip.mp4")]]


def test_a_player_that_does_not_start_is_followed_by_the_next_one(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mpv", "vlc"):
        install(tmp_path, name)
    start = QProcess.startDetached
    monkeypatch.setattr(
        QProcess,
        "startDetached",
        lambda program, words: (False, 0) if program.endswith("mpv") else start(program, words),
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert play(tmp_path / "clip.mp4", 0.9)
    assert started == [["vlc", "--start-time=0", "--", str(tmp_path / "clip.mp4")]]


def test_where_there_is_no_program_at_all_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    assert not play(tmp_path / "clip.mp4", 75.4)


def test_else_the_system_plays_it(
    tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert play(tmp_path / "clip.mp4", 75.4)
    assert started == [[(tmp_path / "clip.mp4").as_uri()]]
