"""Scans that are killed, crowded out or out of disk: real processes, networks of a few bytes."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.jobs.trial_analyzer import paint

OLD, NEW = 6, 500


class Program:
    """The program as a process, with one library and one model pack."""

    def __init__(self, library: Path, pack: Path) -> None:
        self.library = library
        self.pack = pack

    def start(self, *words: object, **options: Any) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "photoorg", "--library", str(self.library), *map(str, words)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **options,
        )

    def scan(self, folder: Path, **options: Any) -> subprocess.Popen[str]:
        return self.start("scan", folder, "--models", self.pack, "--json", **options)

    def run(self, *words: object) -> Any:
        out, err = (process := self.start(*words)).communicate(timeout=300)
        assert process.returncode == 0, err
        return json.loads(out) if "--json" in words else out

    def analyzed(self) -> int:
        """Return how many photos are done, read past the running program."""
        if not self.library.exists():
            return 0
        reader = sqlite3.connect(f"{self.library.as_uri()}?mode=ro", uri=True, timeout=10)
        try:
            return int(reader.execute("SELECT count(*) FROM photos").fetchone()[0])
        except sqlite3.OperationalError:  # the tables are being made
            return 0
        finally:
            reader.close()

    def until_analyzed(self, more_than: int, process: subprocess.Popen[str]) -> None:
        while self.analyzed() <= more_than:
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)


@pytest.fixture(scope="module")
def named(tiny_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a place with a library that knows a few photos and one name, and a copy of it.

    A library knows its photos by their full paths, so every test works in the first place. The
    copy's folder has many more photos than the library knows.
    """
    place = tmp_path_factory.mktemp("place")
    folder = place / "photos"
    paint_many(folder, range(OLD))
    program = Program(place / "trial.photoorg", tiny_pack)
    assert program.run("scan", folder, "--models", tiny_pack, "--json")["photos"] == OLD
    program.run("rename", program.run("people", "--json")[0]["id"], "Anna")
    paint_many(folder, range(OLD, OLD + NEW))
    copy = place.with_name("copy")
    shutil.copytree(place, copy)
    return place, copy


def paint_many(folder: Path, numbers: range) -> None:
    """Write pictures that all differ a little and look like one of twelve colours."""
    for n in numbers:
        red, green, blue = (37 * (n % 12)) % 256, (101 * (n % 12)) % 256, (n // 12) % 64
        paint(folder / f"{n:04}.jpg", (red, green, blue), size=(640 + n, 480))


@pytest.fixture
def folder(named: tuple[Path, Path]) -> Path:
    place, copy = named
    shutil.rmtree(place)
    shutil.copytree(copy, place)
    return place / "photos"


@pytest.fixture
def program(folder: Path, tiny_pack: Path) -> Program:
    return Program(folder.with_name("trial.photoorg"), tiny_pack)


def check_complete(program: Program, folder: Path) -> None:
    """Scan to the end: no photo twice, no name lost, the same as in one go."""
    process = program.scan(folder)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    summary = json.loads(out)
    people = program.run("people", "--json")
    seen = [(face["photo"], *face["box"]) for person in people for face in person["faces"]]
    assert summary["photos"] == OLD + NEW
    assert max(Counter(seen).values()) == 1
    assert {Path(photo).name for photo, *_ in seen} == {file.name for file in folder.iterdir()}
    (anna,) = [person for person in people if person["name"]]
    assert anna["name"] == "Anna"
    assert any(face["source"] == "group" for face in anna["faces"])
    assert program.run("history", "--json")[0]["label"] == "Name Anna"
    again = program.run("scan", folder, "--models", program.pack, "--json")
    assert (again["photos"], again["faces"]) == (summary["photos"], summary["faces"])
    database = sqlite3.connect(program.library)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_kill_in_the_middle_of_a_scan(program: Program, folder: Path) -> None:
    process = program.scan(folder)
    program.until_analyzed(OLD, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert OLD < program.analyzed() < OLD + NEW
    check_complete(program, folder)


def test_a_killed_worker_is_started_again(program: Program, folder: Path) -> None:
    process = program.scan(folder)
    program.until_analyzed(OLD, process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    workers = [
        int(child)
        for child in children
        if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
    ]
    assert len(workers) == 1
    os.kill(workers[0], signal.SIGKILL)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    assert json.loads(out)["photos"] == OLD + NEW
    check_complete(program, folder)


def test_interrupted_at_the_keyboard(program: Program, folder: Path) -> None:
    process = program.scan(folder)
    program.until_analyzed(OLD, process)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert "kept" in err
    assert "Traceback" not in err
    check_complete(program, folder)


def test_a_second_program_on_the_same_library(program: Program, folder: Path) -> None:
    process = program.scan(folder)
    program.until_analyzed(OLD, process)
    os.killpg(process.pid, signal.SIGSTOP)
    try:
        second = program.scan(folder)
        out, err = second.communicate(timeout=60)
        assert (second.returncode, out) == (2, "")
        assert "Another photoorg is scanning" in err
    finally:
        os.killpg(process.pid, signal.SIGCONT)
    program.run("rename", "Anna", "Anne")
    program.run("undo")
    assert process.wait(timeout=300) == 0
    process.communicate()
    assert [p["name"] for p in program.run("people", "--json") if p["name"]] == ["Anna"]


def test_a_full_disk(program: Program, folder: Path) -> None:
    room = program.library.stat().st_size

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    process = program.scan(folder, preexec_fn=nearly_full)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 2
    assert out == ""
    assert "the disk is full or failing" in err
    assert "Traceback" not in err
    assert [p["name"] for p in program.run("people", "--json") if p["name"]] == ["Anna"]
    check_complete(program, folder)
