"""A command run as a user would, and a library to run it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from photoorg.cli import main
from tests.analysis.tiny_pack import write_pack
from tests.jobs.trial_analyzer import paint
from tests.jobs.trial_library import trial_library


@dataclass(frozen=True)
class Run:
    """What a command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Photoorg: TypeAlias = Callable[..., Run]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a grouped library of three people with four faces each (ids 1 to 3)."""
    path = tmp_path / "trial.photoorg"
    with trial_library(path, people=3, faces=4, grouped=True):
        return path


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a pack whose detector sees one face everywhere, whose embedding is its colour."""
    return write_pack(tmp_path_factory.mktemp("packs") / "tiny")


@pytest.fixture
def painted(tmp_path: Path) -> Path:
    """Return a folder with three pictures, each of another colour."""
    folder = tmp_path / "painted"
    for n in range(3):
        paint(folder / f"p{n}.jpg", (100 * n, 255 - 100 * n, 90), size=(640, 480))
    return folder


@pytest.fixture
def photoorg(capfd: pytest.CaptureFixture[str]) -> Photoorg:
    """Return a function that runs a command line in this process."""

    def run(*words: object) -> Run:
        try:
            code = main([str(word) for word in words])
        except SystemExit as leave:  # argparse
            code = int(leave.code or 0)
        captured = capfd.readouterr()
        return Run(code, captured.out, captured.err)

    return run
