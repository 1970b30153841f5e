"""The program as a process: exit codes, streams, help, and no window without a screen."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from photoorg.cli import parser
from photoorg.library import Library
from tests.conftest import REPOSITORY


def photoorg(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    without_screen = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "photoorg", *map(str, words)],
        check=False,
        cwd=REPOSITORY,
        env={**without_screen, **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_help_names_every_command() -> None:
    run = photoorg("--help")
    assert run.returncode == 0
    listed = {line.split()[0] for line in run.stdout.splitlines() if line.startswith("    ")}
    tasks = {"scan", "group", "people", "rename", "merge", "unassign", "undo", "redo", "history"}
    tasks |= {"unmerge", "assign", "split", "photos", "folders", "check", "forget-faces"}
    tools = {"problems", "models", "cluster", "evaluate", "evaluate-pack", "bench", "train"}
    assert tasks | tools <= listed


def test_wrong_use_is_exit_code_2() -> None:
    for words in (["dance"], ["scan"], ["rename", "1"], ["unassign", "x"], ["--nonsense"]):
        run = photoorg(*words)
        assert run.returncode == 2, words
        assert run.stdout == ""


def test_no_window_without_a_screen() -> None:
    run = photoorg()
    assert run.returncode == 2
    assert "photoorg scan FOLDER" in run.stderr
    assert run.stdout == ""


def test_the_library_may_be_named_before_or_after_the_command(tmp_path: Path) -> None:
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    parsers = parser()
    for command in (["people"], ["scan", "f"], ["group"], ["undo"], ["rename", "1", "A"]):
        assert str(parsers.parse_args(["--library", one, *command]).library) == one
        assert str(parsers.parse_args([*command, "--library", one]).library) == one
        both = parsers.parse_args(["--library", one, *command, "--library", other])
        assert str(both.library) == other


def test_ctrl_c_is_quiet_while_the_program_is_still_being_read() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'photoorg.commands.terminal':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from photoorg.__main__ import main\n"
        "sys.exit(main())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=REPOSITORY, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (130, "")


@pytest.mark.parametrize("heavy", ["PySide6", "onnxruntime", "insightface", "faiss", "cv2"])
def test_a_command_loads_nothing_heavy(heavy: str, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from photoorg.cli import main\n"
        f"main(['people', '--library', {str(tmp_path / 'none')!r}])\n"
        f"sys.exit({heavy!r} in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=REPOSITORY, capture_output=True
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"not a database, but long enough" * 99, "is not a photoorg library"), (None, "folder")],
)
def test_a_file_that_is_no_library_stays_as_it_is(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "holiday.doc"
    file.mkdir() if content is None else file.write_bytes(content)
    run = photoorg("people", "--library", file)
    assert run.returncode == 2
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr
    assert content is None or file.read_bytes() == content


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from tests.jobs.trial_library import trial_library\n"
        f"with trial_library(Path({str(tmp_path)!r}) / 'x.photoorg', people=200, faces=5, "
        "grouped=True): pass\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)
    command = f"{sys.executable} -m photoorg people --json --library {tmp_path}/x.photoorg"
    run = subprocess.run(
        ["bash", "-c", f"{command} | head -c 100"],
        check=True,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""
    assert len(run.stdout) == 100


def test_a_library_of_another_program_or_of_a_newer_one(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    database = sqlite3.connect(other)
    database.execute("CREATE TABLE recipes (name TEXT)")
    database.commit()
    database.close()
    before = other.read_bytes()
    newer = tmp_path / "newer.photoorg"
    Library.open(newer).close()
    database = sqlite3.connect(newer)
    database.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('photoorg', '999 from the future', '2099-01-01')"
    )
    database.commit()
    database.close()
    for file, sentence in ((other, "belongs to another program"), (newer, "newer photoorg")):
        for words in (["people"], ["scan", str(tmp_path)], ["undo"]):
            run = photoorg(*words, "--library", file)
            assert (run.returncode, run.stdout) == (2, "")
            assert sentence in run.stderr
            assert "Traceback" not in run.stderr
    assert other.read_bytes() == before
