"""Finding photo files in folders as they really are."""

import errno
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from photoorg.jobs.scanning.walk import Walk
from tests.failing_disk import FailingDisk
from tests.jobs.nobody import Nobody

JPEG = frozenset({".jpg"})


def names(root: Path) -> list[str]:
    return [str(entry.path.relative_to(root)) for entry in Walk(root, JPEG).files()]


def touch(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")


def test_finds_photos_in_order_and_leaves_out_the_rest(tmp_path: Path) -> None:
    touch(tmp_path / "b.JPG", tmp_path / "a.jpg", tmp_path / "notes.txt", tmp_path / "z/c.jpg")
    touch(tmp_path / ".hidden/d.jpg", tmp_path / ".e.jpg", tmp_path / "m/f.jpg")
    touch(tmp_path / "quiet/.nomedia", tmp_path / "quiet/g.jpg", tmp_path / "quiet/in/h.jpg")
    assert names(tmp_path) == ["a.jpg", "b.JPG", "m/f.jpg", "z/c.jpg"]


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg")
    os.utime(tmp_path / "a.jpg", ns=(5, 1_234_567_890_123_456_789))
    (entry,) = Walk(tmp_path, JPEG).files()
    assert (entry.size, entry.mtime_ns) == (1, 1_234_567_890_123_456_789)


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    touch(tmp_path / "sub/a.jpg")
    (tmp_path / "sub/up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "sub")
    (tmp_path / "self.jpg").symlink_to(tmp_path / "self.jpg")
    (tmp_path / "nothing.jpg").symlink_to(tmp_path / "not there.jpg")
    (tmp_path / "other.jpg").symlink_to(tmp_path / "sub/a.jpg")
    assert names(tmp_path) == ["sub/a.jpg"]


def test_links_to_the_outside_are_followed(tmp_path: Path) -> None:
    touch(tmp_path / "elsewhere/a.jpg", tmp_path / "elsewhere/deep/b.jpg")
    root = tmp_path / "root"
    root.mkdir()
    (root / "link").symlink_to(tmp_path / "elsewhere")
    (root / "one.jpg").symlink_to(tmp_path / "elsewhere/a.jpg")
    assert names(root) == ["one.jpg", "link/a.jpg", "link/deep/b.jpg"]


def test_a_pipe_is_listed_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (entry,) = Walk(tmp_path, JPEG).files()
    assert entry.size == 0


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg"))
    file.write_bytes(b"xyz")
    (entry,) = Walk(tmp_path, JPEG).files()
    assert os.fsencode(entry.path).endswith(b"caf\xe9.jpg")
    assert entry.path.read_bytes() == b"xyz"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    walk = Walk(tmp_path / "away", JPEG)
    assert list(walk.files()) == []
    assert "is not there" in walk.unreadable[tmp_path / "away"]


def test_a_folder_that_vanishes_during_the_walk(tmp_path: Path) -> None:
    touch(tmp_path / "a/a.jpg", tmp_path / "b/b.jpg")
    walk = Walk(tmp_path, JPEG)
    found = walk.files()
    assert next(found).path.name == "a.jpg"
    (tmp_path / "b/b.jpg").unlink()
    (tmp_path / "b").rmdir()
    assert list(found) == []
    assert list(walk.unreadable) == [tmp_path / "b"]


def test_a_folder_without_permission() -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        touch(root / "a.jpg", root / "locked/b.jpg")
        (root / "locked").chmod(0)
        walk = Walk(root, JPEG)
        with Nobody(root):
            found = [entry.path.name for entry in walk.files()]
        (root / "locked").chmod(0o700)
    assert found == ["a.jpg"]
    assert "permissions" in walk.unreadable[root / "locked"]


def test_a_folder_that_may_be_listed_but_not_entered() -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        touch(root / "a.jpg", root / "door/b.jpg", root / "door/c/d.jpg", root / "z/e.jpg")
        (root / "door").chmod(0o444)
        walk = Walk(root, JPEG)
        with Nobody(root):
            found = [entry.path.name for entry in walk.files()]
        (root / "door").chmod(0o755)
    assert found == ["a.jpg", "e.jpg"]
    assert list(walk.unreadable) == [root / "door"]
    assert walk.is_silent(root / "door/c/d.jpg")
    assert not walk.is_silent(root / "gone.jpg")


def test_a_path_that_is_too_long(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg")
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        for _ in range(22):
            Path("d" * 200).mkdir()
            os.chdir("d" * 200)
    finally:
        os.chdir(here)
    walk = Walk(tmp_path, JPEG)
    assert [entry.path.name for entry in walk.files()] == ["a.jpg"]
    (reason,) = walk.unreadable.values()
    assert "too deep" in reason


def test_loops_of_links_are_told(tmp_path: Path) -> None:
    touch(tmp_path / "a.jpg")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    (tmp_path / "self.jpg").symlink_to("self.jpg")
    (tmp_path / "nothing.jpg").symlink_to("not there.jpg")
    walk = Walk(tmp_path, JPEG)
    assert [entry.path.name for entry in walk.files()] == ["a.jpg"]
    assert {path.name for path in walk.unreadable} == {"one", "two", "self.jpg"}
    assert walk.silent == set()


@pytest.mark.parametrize("year", [2300, 2446, 1600])
def test_times_beyond_what_can_be_stored(tmp_path: Path, year: int) -> None:
    touch(tmp_path / "a.jpg")
    seconds = (year - 1970) * 31_556_952
    os.utime(tmp_path / "a.jpg", (seconds, seconds))
    (entry,) = Walk(tmp_path, JPEG).files()
    assert -(2**63) <= entry.mtime_ns < 2**63


def test_a_link_is_left_out_only_where_the_file_itself_is_met(tmp_path: Path) -> None:
    touch(tmp_path / ".git/annex/objects/k1/k1.jpg", tmp_path / "quiet/.nomedia")
    touch(tmp_path / "quiet/b.jpg", tmp_path / "z/c.jpg", tmp_path / "store/raw")
    (tmp_path / "2017").mkdir()
    (tmp_path / "2017/annex.jpg").symlink_to("../.git/annex/objects/k1/k1.jpg")
    (tmp_path / "2017/nomedia.jpg").symlink_to("../quiet/b.jpg")
    (tmp_path / "2017/met.jpg").symlink_to("../z/c.jpg")
    (tmp_path / "2017/other name.jpg").symlink_to("../store/raw")
    (tmp_path / "2017/again.jpg").symlink_to("annex.jpg")
    assert names(tmp_path) == [
        "z/c.jpg",
        "2017/again.jpg",
        "2017/annex.jpg",
        "2017/nomedia.jpg",
        "2017/other name.jpg",
    ]


WALK = """
import json, sys
from pathlib import Path
from photoorg.jobs.scanning.walk import Walk
walk = Walk(Path({root!r}), frozenset([".jpg"]))
found = [entry.path.name for entry in walk.files()]
told = {{path.name: reason for path, reason in walk.unreadable.items()}}
silent = [name for name in {asked!r} if walk.is_silent(Path({root!r}, name))]
print(json.dumps([found, told, silent]))
"""


def walked(
    disk: FailingDisk, root: Path, at: Path, error: int, after: int | None = None
) -> tuple[Any, ...]:
    asked = ["bad/x.jpg", "bad/deep/y.jpg", "bad.jpg", "a.jpg"]
    code = WALK.format(root=str(root), asked=asked)
    return tuple(json.loads(disk.run(code, at, error, after)))


@pytest.mark.parametrize(
    "error", [errno.EIO, errno.ESTALE, errno.EHOSTDOWN, errno.ENOTCONN, errno.EACCES]
)
def test_a_folder_that_does_not_answer(
    failing_disk: FailingDisk, tmp_path: Path, error: int
) -> None:
    root = tmp_path / "root"
    touch(root / "a.jpg", root / "bad/x.jpg", root / "bad/deep/y.jpg", root / "z/c.jpg")
    found, told, silent = walked(failing_disk, root, root / "bad", error)
    assert found == ["a.jpg", "c.jpg"]
    assert list(told) == ["bad"]
    assert silent == ["bad/x.jpg", "bad/deep/y.jpg"]


def test_a_file_that_does_not_answer(failing_disk: FailingDisk, tmp_path: Path) -> None:
    root = tmp_path / "root"
    touch(root / "a.jpg", root / "bad.jpg")
    found, told, silent = walked(failing_disk, root, root / "bad.jpg", errno.ESTALE)
    assert found == ["a.jpg"]
    assert "does not answer" in told["bad.jpg"]
    assert silent == ["bad.jpg"]


def test_a_link_into_a_dead_share(failing_disk: FailingDisk, tmp_path: Path) -> None:
    root = tmp_path / "root"
    touch(root / "a.jpg", tmp_path / "share/b.jpg")
    (root / "bad").symlink_to(tmp_path / "share")
    found, told, silent = walked(failing_disk, root, root / "bad", errno.ENOTCONN)
    assert found == ["a.jpg"]
    assert list(told) == ["bad"]
    assert silent == ["bad/x.jpg", "bad/deep/y.jpg"]


def test_a_listing_that_breaks_off(failing_disk: FailingDisk, tmp_path: Path) -> None:
    root = tmp_path / "root"
    touch(root / "a.jpg", root / "z/c.jpg", *(root / f"bad/{n}.jpg" for n in range(9)))
    found, told, silent = walked(failing_disk, root, root / "bad", errno.EIO, after=6)
    assert {"a.jpg", "c.jpg"} < set(found)
    assert len(found) == 2 + 6 - 2  # "." and ".." are entries too
    assert "disk reports an error" in told["bad"]
    assert silent == ["bad/x.jpg", "bad/deep/y.jpg"]


def test_a_quiet_folder_stays_quiet_when_its_listing_breaks_off(
    failing_disk: FailingDisk, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    touch(root / "a.jpg", root / "bad/.nomedia", *(root / f"bad/{n}.jpg" for n in range(9)))
    for after in (0, 3, 8):
        found, _, _ = walked(failing_disk, root, root / "bad", errno.EIO, after=after)
        assert found == ["a.jpg"]
