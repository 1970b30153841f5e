from pathlib import Path

import pytest

from photoorg.file_systems import FileSystems, Mount
from photoorg.jobs.watching.changes import ADDED, DELETED, MODIFIED, Meaning, Reader
from photoorg.jobs.watching.directories import Root
from photoorg.jobs.watching.plan import make_plan

HERE = FileSystems([Mount(Path("/"), "ext4")])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "italy").mkdir()
    return tmp_path


def read(root: Path, change: int, name: str, most: int | None = 100) -> Meaning:
    plan = make_plan([Root(root, ("*.png", "/proofs/"))], HERE, most)
    return Reader(plan).read([(change, str(root / name) if name else str(root))])


@pytest.mark.parametrize("change", [ADDED, MODIFIED, DELETED])
@pytest.mark.parametrize(
    "name", ["italy/a.jpg", "italy/B.JPG", "italy/film.mp4", "italy/c.NEF", "italy/a.jpg.xmp"]
)
def test_a_photo_changes_its_folder(root: Path, change: int, name: str):
    assert read(root, change, name) == Meaning({root / "italy"})


@pytest.mark.parametrize(
    "name",
    [
        "italy/.a.jpg.xmp.photoorg-part",
        "italy/._a.jpg",
        "italy/.hidden.jpg",
        "library.photoorg",
        "library.photoorg-wal",
        "library.thumbnails",
        "Thumbs.db",
        "italy/left out.png",
        "italy/@eaDir/a.jpg",
        ".cache/a.jpg",
        "notes.txt",
    ],
)
@pytest.mark.parametrize("change", [ADDED, MODIFIED, DELETED])
def test_what_no_scan_looks_at_means_nothing(root: Path, change: int, name: str):
    assert read(root, change, name) == Meaning()


def test_a_new_folder_is_looked_at_and_watched(root: Path):
    plan = make_plan([Root(root, ("/proofs/",))], HERE, 100)
    (root / "greece").mkdir()
    (root / "proofs").mkdir()
    (root / ".git").mkdir()
    changes = [(ADDED, str(root / name)) for name in ("greece", "proofs", ".git")]
    assert Reader(plan).read(changes) == Meaning({root / "greece"}, renew=True)


def test_a_folder_that_is_gone_changes_the_one_above_it(root: Path):
    plan = make_plan([Root(root)], HERE, 100)
    (root / "italy").rmdir()
    changes = [(DELETED, str(root / "italy"))]
    assert Reader(plan).read(changes) == Meaning({root}, renew=True)


def test_a_root_that_is_gone(root: Path):
    assert read(root, DELETED, "") == Meaning({root}, renew=True)


def test_a_mark_that_asks_to_leave_a_folder_alone(root: Path):
    assert read(root, ADDED, "italy/.nomedia") == Meaning({root / "italy"})


def test_where_all_below_is_watched_at_once_new_folders_change_no_plan(root: Path):
    (root / "spain").mkdir()
    assert read(root, ADDED, "spain", None) == Meaning({root / "spain"})
    assert read(root, MODIFIED, "spain", None) == Meaning()
    assert read(root, ADDED, "spain/@eaDir/a.jpg", None) == Meaning()
    assert read(root, DELETED, "greece", None) == Meaning({root})
    assert read(root, DELETED, "library.photoorg-wal", None) == Meaning()


def test_what_lies_in_no_root_means_nothing(root: Path):
    plan = make_plan([Root(root / "italy")], HERE, 100)
    assert Reader(plan).read([(ADDED, str(root / "a.jpg"))]) == Meaning()
