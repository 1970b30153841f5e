"""Few of the system's instances for many directories, and nothing missed while that changes."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.jobs.watching.changes import ADDED
from photoorg.jobs.watching.ears import Ears, NotUnderstoodError

NEVER = threading.Event()


@pytest.fixture
def ears() -> Iterator[Ears]:
    made = Ears(at_once=4)
    yield made
    made.close()


def folders(root: Path, count: int, begin: int = 0) -> list[str]:
    made = [root / f"{n}" for n in range(begin, begin + count)]
    for folder in made:
        folder.mkdir()
    return [str(folder) for folder in made]


def write_in_each(paths: list[str], name: str) -> set[tuple[int, str]]:
    for path in paths:
        Path(path, name).touch()
    return {(ADDED, str(Path(path, name))) for path in paths}


def hear(ears: Ears, *, until: set[tuple[int, str]]) -> None:
    heard: set[tuple[int, str]] = set()
    while not until <= heard:
        heard |= ears.hear(NEVER)


def test_directories_are_watched_in_parts(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 10)
    ears.listen_to(paths, recursive=False)
    assert ears.parts == 3
    hear(ears, until=write_in_each(paths, "a.jpg"))


def test_small_parts_are_put_together(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 4)
    for n in range(4, 12):
        ears.listen_to(paths, recursive=False)
        paths += folders(tmp_path, 1, n)
    ears.listen_to(paths, recursive=False)
    assert ears.parts <= 5
    hear(ears, until=write_in_each(paths, "a.jpg"))


def test_what_is_watched_already_is_heard_while_more_is_added(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 5)
    ears.listen_to(paths, recursive=False)
    before = write_in_each(paths, "before.jpg")  # the fifth alone is a small part
    ears.listen_to(paths + folders(tmp_path, 3, 5), recursive=False)
    hear(ears, until=before)


def test_what_is_gone_takes_no_part(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 8)
    ears.listen_to(paths, recursive=False)
    for path in paths[1:]:
        Path(path).rmdir()
    ears.listen_to(paths[:1], recursive=False)
    assert ears.parts == 1
    hear(ears, until=write_in_each(paths[:1], "a.jpg"))
    ears.listen_to([], recursive=False)
    assert ears.parts == 0
    assert ears.hear(NEVER) == set()


def test_a_directory_that_vanished_changes_nothing(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 2)
    ears.listen_to(paths, recursive=False)
    with pytest.raises(FileNotFoundError):
        ears.listen_to([*paths, str(tmp_path / "none")], recursive=False)
    hear(ears, until=write_in_each(paths, "a.jpg"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_who_did_not_understand_listens_again(ears: Ears, tmp_path: Path) -> None:
    paths = folders(tmp_path, 2)
    ears.listen_to(paths, recursive=False)
    Path(paths[0], os.fsdecode(b"\xff.jpg")).touch()
    with pytest.raises(NotUnderstoodError):
        hear(ears, until={(ADDED, "what never comes")})
    ears.listen_to(paths, recursive=False)
    hear(ears, until=write_in_each(paths, "a.jpg"))


def test_who_stops_waits_for_nothing(ears: Ears, tmp_path: Path) -> None:
    ears.listen_to(folders(tmp_path, 9), recursive=False)
    stop = threading.Event()
    stop.set()
    assert ears.hear(stop) == set()
