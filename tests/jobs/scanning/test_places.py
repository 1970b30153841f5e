"""Asking after folders that may be anything."""

import errno
import os
from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.jobs.scanning.places import absolute, is_folder, why_away
from tests.failing_disk import FailingDisk

ASK = """
from pathlib import Path
from photoorg.jobs.scanning.places import is_folder, why_away
print(is_folder(Path({folder!r})), why_away(Path({folder!r}), "gone"))
"""


def test_folders_become_full_paths_and_keep_their_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert absolute([Path("link/x/..")]) == [tmp_path / "link"]


def test_a_working_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(UsageError, match="was deleted"):
        absolute([Path("photos")])
    assert absolute([tmp_path]) == [tmp_path]
    os.chdir(tmp_path)


def test_what_is_away(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / "loop")
    assert "leads back to itself" in why_away(tmp_path / "loop", "gone")
    assert not is_folder(tmp_path / "nothing")
    assert why_away(tmp_path / "nothing", "gone") == "gone"


def test_a_folder_that_does_not_answer(failing_disk: FailingDisk, tmp_path: Path) -> None:
    told = failing_disk.run(ASK.format(folder=str(tmp_path)), tmp_path, errno.ENOTCONN)
    assert told.startswith("False The drive or share of this folder does not answer")
