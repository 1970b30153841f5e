"""``photoorg scan --watch`` in a process of its own, told by another one what changed."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.jobs.trial_analyzer import paint

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


def test_what_changes_is_scanned_until_somebody_stops_it(
    tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    words = ["scan", str(painted), "--watch", "--json", "--models", str(tiny_pack)]
    program = subprocess.Popen(
        [sys.executable, "-m", "photoorg", *words, "--library", str(tmp_path / "l.photoorg")],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    watched = threading.Event()
    said: list[str] = []

    def listen() -> None:
        for line in program.stderr or ():
            said.append(line)
            if line.endswith(": Watched\n"):
                watched.set()
        watched.set()  # it has ended

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        assert json.loads(_object(program))["photos"] == 3
        watched.wait()
        assert program.poll() is None, said
        paint(tmp_path / "new.jpg", (7, 77, 177), size=(640, 480))
        (tmp_path / "new.jpg").replace(painted / "new.jpg")
        told = json.loads(_object(program))
        assert (told["photos"], told["errors"]) == (4, [])
        (painted / "broken.jpg").write_bytes(b"no picture")
        told = json.loads(_object(program))
        assert [Path(error["path"]).name for error in told["errors"]] == ["broken.jpg"]
    finally:
        program.send_signal(signal.SIGINT)
        program.stdout.close()
        program.wait()
        listener.join()
        program.stderr.close()
    assert "Stopped. What was done so far is kept.\n" in said


def _object(program: "subprocess.Popen[str]") -> str:
    """Return the next JSON object that the program writes."""
    text = ""
    for line in program.stdout or ():
        text += line
        if line.startswith("}"):
            break
    return text
