"""Every file of a folder is accounted for."""

import os
import shutil
from pathlib import Path

import pytest

from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.found_files import take_in
from photoorg.library import Library
from photoorg.library.accounting.account import Account, What
from tests.jobs.scanning.test_walk import touch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with some of everything."""
    root = tmp_path / "photos"
    touch(
        *(root / name for name in ("a.jpg", "b.JPG", "sub/c.png", "sub/film.ogv", "notes.txt")),
        *(root / name for name in (".hidden.jpg", ".git/annex/objects/x", "quiet/.nomedia")),
        *(root / name for name in ("quiet/d.jpg", "@eaDir/a.jpg/T.jpg", "@eaDir/b.jpg/T.jpg")),
        *(root / name for name in ("scans/e.jpg", "scans/f.jpg", "scans/deep/g.txt")),
    )
    (root / "link.jpg").symlink_to("a.jpg")
    (root / "annexed.jpg").symlink_to(".git/annex/objects/gone")
    (root / "again").symlink_to("sub")
    return root


def account(library: Library, folder: Path) -> Account:
    take_in(library, Control(lambda _: None), folder)
    (known,) = library.folders.list()
    return known.account


def entries(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))


def test_the_numbers_add_up(tmp_path: Path, folder: Path) -> None:
    with Library.open(tmp_path / "x.photoorg") as library:
        library.folders.set_patterns(library.folders.add(folder), ["scans/"])
        told = account(library, folder)
        assert told.found == entries(folder)
        assert (told.videos, told.pairs, told.problems) == (1, 0, 0)
        assert told.skipped == {
            What.PATTERN: 3,
            What.WAITING: 3,
            What.OTHER_PROGRAM: 2,
            What.ASKED: 2,
            What.HIDDEN: 2,
            What.LINK: 2,
            What.OTHER: 1,
        }


def test_a_part_of_a_folder_is_counted_anew(tmp_path: Path, folder: Path) -> None:
    with Library.open(tmp_path / "x.photoorg") as library:
        account(library, folder)
        touch(folder / "sub/second.ogv", folder / "more.txt")
        assert account(library, folder / "sub").videos == 2
        shutil.rmtree(folder / "@eaDir")
        told = account(library, folder)
        assert What.OTHER_PROGRAM not in told.skipped
        assert (told.found, told.skipped[What.OTHER]) == (entries(folder), 3)


def test_what_is_left_out_now_is_shown_no_more(tmp_path: Path, folder: Path) -> None:
    with Library.open(tmp_path / "x.photoorg") as library:
        account(library, folder)
        (root,) = library.folders.list()
        assert library.intake.count(root.id) == 5
        library.folders.set_patterns(root.id, ["/scans"])
        account(library, folder)
        assert library.intake.count(root.id) == 3
