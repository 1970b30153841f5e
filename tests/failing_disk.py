"""Disks that fail in one place, for processes of their own; see failing_disk.c."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


class FailingDisk:
    """Runs Python where the system's calls fail in one place."""

    def __init__(self, shim: Path) -> None:
        self._shim = shim

    def environment(
        self, at: Path, error: int, after: int | None = None, *, opening: bool = False
    ) -> dict[str, str]:
        """Return what a process needs to meet ``error`` at ``at``; see failing_disk.c."""
        extra = {} if after is None else {"FAIL_AFTER": str(after)}
        if opening:
            extra["FAIL_OPENING"] = "yes"
        return {
            **os.environ,
            **extra,
            "LD_PRELOAD": str(self._shim),
            "FAIL_AT": str(at),
            "FAIL_ERRNO": str(error),
        }

    def run(
        self, code: str, at: Path, error: int, after: int | None = None, *, opening: bool = False
    ) -> str:
        """Run ``code`` and return what it printed."""
        return subprocess.run(
            [sys.executable, "-c", code],
            cwd=REPOSITORY,
            env=self.environment(at, error, after, opening=opening),
            check=True,
            capture_output=True,
            text=True,
        ).stdout


def make_failing_disk(place: Path) -> FailingDisk:
    """Build the shim in ``place``; skips the test where that is not possible."""
    return FailingDisk(build_shim("failing_disk", place))


def build_shim(name: str, place: Path) -> Path:
    """Build what goes between a process and its system from ``name.c``, which lies beside this."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("needs a C compiler and Linux")
    shim = place / f"{name}.so"
    source = Path(__file__).with_name(f"{name}.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    return shim
