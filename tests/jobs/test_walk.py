"""Finding photo files in folders as they really are."""

import os
import tempfile
from pathlib import Path

from photoorg.jobs.walk import Walk
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
