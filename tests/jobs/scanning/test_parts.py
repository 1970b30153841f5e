from pathlib import Path

import pytest

from photoorg.jobs.progress import Control
from photoorg.jobs.scan import run
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.jobs.scanning.parts import known_parts, reachable
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.settings import Settings
from tests.jobs.trial_analyzer import paint

NOTHING = Patterns("/")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "italy" / "rome").mkdir(parents=True)
    return folder


def test_a_folder_that_a_walk_looks_into_is_its_own_part(root: Path) -> None:
    assert reachable(root, root, NOTHING) == root
    assert reachable(root, root / "italy" / "rome", NOTHING) == root / "italy" / "rome"


def test_of_what_is_gone_the_folder_above_it_is_left(root: Path) -> None:
    assert reachable(root, root / "italy" / "venice" / "2019", NOTHING) == root / "italy"


@pytest.mark.parametrize("alone", [".git", "@eaDir", "#recycle", "Catalog.lrdata", "proofs"])
def test_what_a_walk_leaves_alone_is_not_a_part(root: Path, alone: str) -> None:
    (root / "italy" / alone / "inside").mkdir(parents=True)
    patterns = Patterns(str(root), ["proofs/"])
    assert reachable(root, root / "italy" / alone / "inside", patterns) == root / "italy"


def test_a_mark_hides_what_is_below_it(root: Path) -> None:
    (root / "italy" / ".nomedia").touch()
    assert reachable(root, root / "italy" / "rome", NOTHING) == root
    (root / "italy" / ".nomedia").unlink()
    (root / ".nomedia").touch()  # the user named this one all the same
    assert reachable(root, root / "italy" / "rome", NOTHING) == root / "italy" / "rome"


def test_of_a_catalogue_only_the_originals_are_a_part(root: Path) -> None:
    book = root / "Mine.photoslibrary"
    for name in ("originals/0", "resources/derivatives"):
        (book / name).mkdir(parents=True)
    assert reachable(root, book / "originals" / "0", NOTHING) == book / "originals" / "0"
    assert reachable(root, book / "resources" / "derivatives", NOTHING) == book


def test_parts_of_other_parts_and_of_no_folder_are_left_out(root: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.photoorg") as library:
        library.folders.add(root)
        wanted = [root / "italy", root / "italy" / "rome", tmp_path / "elsewhere"]
        assert known_parts(library, wanted) == [root / "italy"]


def look(library: Path, pack: Path, *folders: Path) -> ScanSummary:
    request = ScanRequest(library, list(folders), Settings(), pack, quiet=True)
    return run(Control(lambda _: None), request)


def test_a_look_at_changes_finds_what_a_scan_finds(
    tmp_path: Path, root: Path, tiny_pack: Path
) -> None:
    place = tmp_path / "l.photoorg"
    with Library.open(place) as library:
        library.folders.add(root)
    rome = root / "italy" / "rome"
    paint(rome / "a.jpg", (10, 200, 90), size=(640, 480))
    assert look(place, tiny_pack, rome).photos == 1
    (root / "italy" / ".nomedia").touch()
    paint(rome / "b.jpg", (200, 20, 90), size=(640, 480))
    assert look(place, tiny_pack, rome).photos == 0
    (root / "italy" / ".nomedia").unlink()
    assert look(place, tiny_pack, rome).photos == 2
    rome.rename(root / "roma")
    summary = look(place, tiny_pack, rome, root / "roma")
    assert (summary.photos, summary.problems) == (2, ())


def test_a_folder_that_was_taken_out_does_not_come_back(
    tmp_path: Path, root: Path, tiny_pack: Path
) -> None:
    place = tmp_path / "l.photoorg"
    paint(root / "a.jpg", (10, 200, 90), size=(640, 480))
    with Library.open(place) as library:
        actions.remove_folder(library, library.folders.add(root))
        assert look(place, tiny_pack, root).photos == 0
        assert library.folders.list() == []
