"""Patterns as in .gitignore say what of a folder is left out."""

from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.walk import Walk
from photoorg.library.accounting.account import What
from tests.jobs.scanning.test_walk import JPEG, touch


def left(tmp_path: Path, *lines: str) -> list[str]:
    walk = Walk(tmp_path, JPEG, patterns=Patterns(str(tmp_path), lines))
    return [str(entry.path.relative_to(tmp_path)) for entry in walk.files()]


def test_patterns_are_those_of_git(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("a.jpg", "scans/b.jpg", "x/scans/c.jpg", "x/edit_d.jpg")))
    assert left(tmp_path) == ["a.jpg", "scans/b.jpg", "x/edit_d.jpg", "x/scans/c.jpg"]
    assert left(tmp_path, "scans/") == ["a.jpg", "x/edit_d.jpg"]
    assert left(tmp_path, "/scans") == ["a.jpg", "x/edit_d.jpg", "x/scans/c.jpg"]
    assert left(tmp_path, "edit_*", "# a note", "") == ["a.jpg", "scans/b.jpg", "x/scans/c.jpg"]
    assert left(tmp_path, "*.jpg", "!a.jpg") == ["a.jpg"]
    assert left(tmp_path, "x/**/c.jpg") == ["a.jpg", "scans/b.jpg", "x/edit_d.jpg"]


def test_what_they_leave_out_is_counted(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg", tmp_path / "raw/b.jpg", tmp_path / "raw/in/c.txt")
    walk = Walk(tmp_path, JPEG, patterns=Patterns(str(tmp_path), ["raw/"]))
    assert len(list(walk.files())) == 1
    assert walk.tally == {(str(tmp_path), What.PATTERN): 2}
    assert walk.is_left_out(tmp_path / "raw/b.jpg")


def test_a_link_to_what_is_left_out_is_a_photo(tmp_path: Path) -> None:
    touch(tmp_path / "raw/b.jpg")
    (tmp_path / "best.jpg").symlink_to("raw/b.jpg")
    assert left(tmp_path, "raw/") == ["best.jpg"]
    assert left(tmp_path, "raw/b.jpg") == ["best.jpg"]


@pytest.mark.parametrize("pattern", ["!", "[z-a]", "\\"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UsageError, match="gitignore"):
        Patterns("/photos", [pattern])
