import os
import sys
from pathlib import Path

import pytest

from photoorg.file_systems import FileSystems, Mount
from photoorg.jobs.watching.directories import LIMIT, Root, budget, directories

HERE = FileSystems([Mount(Path("/"), "ext4")])


def make(root: Path, *names: str) -> Root:
    for name in names:
        (root / name).mkdir(parents=True)
    return Root(root)


def names(root: Path, paths: list[str]) -> set[str]:
    return {Path(path).relative_to(root).as_posix() for path in paths}


def test_all_that_a_scan_looks_into_and_nothing_else(tmp_path: Path):
    root = make(tmp_path, "a/b", "c", ".git/objects", "c/@eaDir/x", "#recycle", "raw/old")
    found = directories(Root(root.path, ("/raw/",)), HERE, 100)
    assert names(tmp_path, found.paths) == {".", "a", "a/b", "c"}
    assert found.all_heard
    assert not found.too_many


def test_more_than_may_be_watched(tmp_path: Path):
    root = make(tmp_path, "a", "b", "c")
    assert not directories(root, HERE, 4).too_many
    found = directories(root, HERE, 3)
    assert found.too_many
    assert len(found.paths) == 3


def test_a_link_is_followed_once_and_loops_end(tmp_path: Path):
    root = make(tmp_path / "root", "a")
    make(tmp_path / "elsewhere", "x")
    (root.path / "link").symlink_to(tmp_path / "elsewhere")
    (root.path / "a" / "up").symlink_to(root.path)
    found = directories(root, HERE, 100)
    assert names(root.path, found.paths) == {".", "a", "link", "link/x"}


def test_where_no_change_is_heard_of_is_left_out_and_told(tmp_path: Path):
    root = make(tmp_path / "root", "a", "nas/x")
    make(tmp_path / "far", "y")
    (root.path / "link").symlink_to(tmp_path / "far")
    disks = FileSystems(
        [
            Mount(Path("/"), "ext4"),
            Mount(root.path / "nas", "nfs4"),
            Mount(tmp_path / "far", "fuse.sshfs"),
        ]
    )
    found = directories(root, disks, 100)
    assert names(root.path, found.paths) == {".", "a"}
    assert not found.all_heard


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_cannot_be_watched(tmp_path: Path):
    (tmp_path / os.fsdecode(b"\xff")).mkdir()
    found = directories(Root(tmp_path), HERE, 100)
    assert names(tmp_path, found.paths) == {"."}
    assert not found.all_heard


def test_a_folder_that_is_not_there_has_none(tmp_path: Path):
    assert directories(Root(tmp_path / "none"), HERE, 100).paths == []


def test_who_stops_gets_no_more(tmp_path: Path):
    assert directories(make(tmp_path, "a"), HERE, 100, lambda: True).paths == []


@pytest.mark.skipif(not LIMIT.exists(), reason="the system counts no watches")
def test_only_a_part_of_the_system_s_watches_is_taken():
    most = budget()
    assert most is not None
    assert 0 < 2 * most < int(LIMIT.read_text())
