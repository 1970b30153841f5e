"""What other programs keep is no photo; a user's own folder of a similar name is."""

from pathlib import Path

import pytest

from photoorg.jobs.scanning.other_programs import keeps_file, keeps_folder
from photoorg.jobs.scanning.walk import Walk
from photoorg.library.accounting.account import What
from tests.jobs.scanning.test_walk import JPEG, touch

KEPT = [
    *("@eaDir/a.jpg/SYNOPHOTO_THUMB_XL.jpg", "#recycle/a.jpg", "#snapshot/GMT-2020/a.jpg"),
    *("@Recycle/a.jpg", "@Recently-Snapshot/a.jpg", ".@__thumb/s100a.jpg", "@EADIR/a.jpg"),
    *("$RECYCLE.BIN/S-1-5-21/$Ra.jpg", "RECYCLER/S-1-5-21/a.jpg", "found.000/a.jpg"),
    *("System Volume Information/a.jpg", "lost+found/a.jpg", ".Trash-1000/files/a.jpg"),
    *("A.photoslibrary/resources/renders/0/a.jpg", "A.photoslibrary/database/a.jpg"),
    *("iPhoto Library.photolibrary/Thumbnails/2011/a.jpg", "O.aplibrary/Previews/a.jpg"),
    *("C Previews.lrdata/A/a.jpg", "L.lrlibrary/x/a.jpg", "x/CaptureOne/Cache/Proxies/a.jpg"),
    *("Android/data/org.app/cache/a.jpg", "iPod Photo Cache/F00/a.jpg", "._a.jpg"),
    *("appdata_ocabcd123456/preview/a.jpg", "__MACOSX/a.jpg", "_thumbs/a.jpg"),
]
OWN = [
    *("Thumbs up/a.jpg", "2019/recycled art/a.jpg", "lost+found cats/a.jpg", "found.0001/a.jpg"),
    *("recycle/a.jpg", "eaDir/a.jpg", "Android/DCIM/a.jpg", "data/a.jpg", "Cache/a.jpg"),
    *("CaptureOne/a.jpg", "My Previews.lrdata photos/a.jpg", "snapshot/a.jpg", "a_.jpg"),
    *("A.photoslibrary/originals/0/a.jpg", "O.aplibrary/Masters/2011/a.jpg"),
]


@pytest.mark.parametrize("file", KEPT)
def test_what_other_programs_keep_is_counted(tmp_path: Path, file: str) -> None:
    touch(tmp_path / file, tmp_path / "real.jpg")
    walk = Walk(tmp_path, JPEG)
    assert [entry.path for entry in walk.files()] == [tmp_path / "real.jpg"]
    assert {what: n for (_, what), n in walk.tally.items()} == {What.OTHER_PROGRAM: 1}


@pytest.mark.parametrize("file", OWN)
def test_folders_of_the_user_stay(tmp_path: Path, file: str) -> None:
    touch(tmp_path / file)
    walk = Walk(tmp_path, JPEG)
    assert [entry.path for entry in walk.files()] == [tmp_path / file]
    assert not walk.tally


def test_what_the_user_names_is_looked_into(tmp_path: Path) -> None:
    touch(tmp_path / "@eaDir/a.jpg", tmp_path / "@eaDir/sub/b.jpg")
    found = [entry.path.name for entry in Walk(tmp_path / "@eaDir", JPEG).files()]
    assert found == ["a.jpg", "b.jpg"]


def test_an_iphoto_library_without_a_suffix(tmp_path: Path) -> None:
    library = tmp_path / "iPhoto Library"
    touch(library / "AlbumData.xml", library / "Thumbnails/a.jpg", library / "Originals/b.jpg")
    assert [entry.path.name for entry in Walk(tmp_path, JPEG).files()] == ["b.jpg"]


def test_names_are_compared_as_a_whole() -> None:
    assert keeps_folder("", "@eaDir")
    assert not keeps_folder("", "@eaDir2")
    assert not keeps_folder("", "recycler")
    assert keeps_file("Thumbs.db")
    assert not keeps_file("Thumbs.jpg")
