"""The program as a process where things are odd: one sentence, a true exit code, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.jobs.trial_library import trial_library
from tests.test_cli import photoorg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these places are Unix's")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a grouped library of three people with four faces each."""
    path = tmp_path / "trial.photoorg"
    with trial_library(path, people=3, faces=4, grouped=True):
        return path


def in_shell(line: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell, in which ``"$@"`` is the program with ``words``."""
    program = [sys.executable, "-m", "photoorg", *map(str, words)]
    return subprocess.run(
        ["bash", "-c", line, "bash", *program],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=120,
    )


def refused(run: subprocess.CompletedProcess[str]) -> str:
    """Check that a run did nothing but say one sentence, and return it."""
    assert run.returncode == 2, run.stderr
    assert run.stdout == ""
    (sentence,) = run.stderr.splitlines()
    return sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words", [["people"], ["people", "--json"], ["rename", "1", "Anna"], ["--help"]]
)
def test_a_full_disk_behind_standard_output(
    library: Path, words: list[str], unbuffered: str
) -> None:
    line = f'export PYTHONUNBUFFERED={unbuffered}; "$@" > /dev/full'
    run = in_shell(line, "--library", library, *words)
    if words == ["--help"] and unbuffered:
        return  # argparse lets no error of writing through
    assert "cannot be written" in refused(run)
    if words[0] == "rename":
        assert "Anna" in photoorg("people", "--library", library).stdout


def test_closed_streams(library: Path) -> None:
    rename = ("--library", library, "rename", "1", "Anna")
    assert "closed" in refused(in_shell('"$@" >&-', *rename))
    assert in_shell('"$@" >&- 2>&-', *rename).returncode == 2
    assert "Anna" not in photoorg("people", "--library", library).stdout
    run = in_shell('"$@" 2>&- <&-', *rename)
    assert (run.returncode, run.stdout) == (0, "1 is Anna now.\n")
    assert in_shell('"$@" 2>/dev/full', "--library", library, "rename", "9", "x").returncode == 2


def test_a_working_folder_that_was_deleted(library: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    line = f'mkdir {gone}; cd {gone}; rmdir {gone}; "$@"'
    for words in (["--library", "l.photoorg", "people"], ["scan", "photos"]):
        assert "was deleted" in refused(in_shell(line, *words))
    assert in_shell(line, "--library", library, "people").returncode == 0


def test_a_name_that_is_no_text(library: Path) -> None:
    run = in_shell("\"$@\" $'Zo\\xeb'", "--library", library, "rename", "1")
    assert "UTF-8" in refused(run)
    run = in_shell("\"$@\" $'Zo\\xeb' Zoe", "--library", library, "rename")
    assert "There is no person" in refused(run)


@pytest.mark.parametrize("number", [str(2**63), str(10**30), "9" * 5000])
def test_ids_beyond_all_libraries(library: Path, number: str) -> None:
    for words in (["rename", number, "Anna"], ["merge", "1", number], ["merge", number, "1"]):
        assert "There is no person" in refused(photoorg(*words, "--library", library))
    run = photoorg("unassign", number, "--library", library)
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_a_damaged_manifest_or_settings_file(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "manifest.json").write_text("[" * 200_000)
    run = photoorg("scan", tmp_path, "--models", tmp_path / "pack", "--library", tmp_path / "l")
    assert "choose or download a complete pack" in refused(run)
    settings = tmp_path / "config" / "photoorg" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("[" * 200_000)
    run = photoorg("models", "list", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert run.returncode == 0
    assert "using the defaults" in run.stderr
    assert "Traceback" not in run.stderr


def in_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


def test_a_bug_is_exit_code_3() -> None:
    run = in_python(
        "import sys\n"
        "from photoorg import cli\n"
        "def bug(asked): raise ZeroDivisionError('one by \\x1b zero')\n"
        "cli.open_window = bug\n"
        "sys.exit(cli.main([]))\n"
    )
    assert run.returncode == 3
    assert run.stderr.startswith("Traceback")
    assert "ZeroDivisionError: one by \\x1b zero" in run.stderr
    assert "this is a bug" in run.stderr


def test_a_bug_in_the_worker_is_exit_code_3() -> None:
    run = in_python(
        "import sys\n"
        "from photoorg import cli\n"
        "from photoorg.commands.follow import follow\n"
        "from tests.jobs.trial_jobs import Bug\n"
        "if __name__ == '__main__':\n"
        "    cli.open_window = lambda asked: follow(Bug())\n"
        "    sys.exit(cli.main([]))\n"
    )
    assert run.returncode == 3
    assert run.stderr.count("Traceback") == 1
    assert "trial_jobs.py" in run.stderr
    assert "This is a bug" in run.stderr
