from pathlib import Path

from photoorg.library import FileEntry, Library
from photoorg.library.finding.finder import find
from photoorg.library.finding.folder_tree import Subfolder, subfolders
from photoorg.library.finding.search import Search
from photoorg.library.paths import to_text
from tests.library.conftest import analysis


def add(library: Library, root: Path, names: list[str], *, same: bool = False) -> None:
    paths = [root / name for name in names]
    library.intake.register(library.folders.add(root), [FileEntry(path, 1, 1) for path in paths])
    known = library.intake.known(root)
    library.pictures.store(
        analysis(known[path].file_id, [], content="one" if same else to_text(path))
        for path in paths
    )


def test_each_folder_counts_the_photos_in_and_below_it(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "Pictures"
    add(library, root, ["a.jpg", "2003/b.jpg", "2003/Italy/Rome/c.jpg", "2003/Italy/d.jpg"])
    add(library, root, ["2003 b/e.jpg", "caf\udce9/f.jpg"])
    year, italy = root / "2003", root / "2003" / "Italy"
    assert subfolders(library) == [
        Subfolder(year, root, 1, 3, inside=True),
        Subfolder(italy, year, 2, 2, inside=True),
        Subfolder(italy / "Rome", italy, 3, 1, inside=False),
        Subfolder(root / "2003 b", root, 1, 1, inside=False),
        Subfolder(root / "caf\udce9", root, 1, 1, inside=False),
    ]


def test_the_photos_of_a_folder_are_those_that_it_counts(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "Pictures"
    add(library, root, ["x/y/1.jpg", "x/y/2.jpg", "x/3.jpg", "x y/4.jpg", "z/5.jpg"])
    add(library, root, ["x/copy.jpg", "z/copy.jpg", "z/w/copy.jpg"], same=True)
    for folder in subfolders(library):
        found = find(library, Search(folders=(to_text(folder.path),)))
        assert len(found) == folder.photos, folder


def test_photos_that_are_gone_do_not_count(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "Pictures"
    add(library, root, ["x/1.jpg", "y/2.jpg"])
    library.intake.mark_missing([library.intake.known(root)[root / "x" / "1.jpg"].file_id])
    assert [folder.path.name for folder in subfolders(library)] == ["y"]
    library.folders.add(tmp_path / "empty")
    assert len(subfolders(library)) == 1
