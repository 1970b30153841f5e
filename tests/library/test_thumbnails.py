"""Thumbnails may be lost at any time; the library may not notice."""

import shutil
import sqlite3
import threading

from photoorg.library import Library
from photoorg.library.storage.sidecars import thumbnails_file
from tests.library.conftest import add_photos


def test_what_is_put_is_read_in_any_thread(library) -> None:
    library.thumbnails.put_faces([(1, b"one"), (2, b"two")])
    library.thumbnails.put_photos([(1, b"photo")])
    seen = []

    def read() -> None:
        reader = library.thumbnails.reader()
        seen.extend([reader.face(1), reader.face(2), reader.face(8), reader.photo(1)])
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert seen == [b"one", b"two", None, b"photo"]


def test_the_file_may_be_deleted_or_damaged(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        library.thumbnails.put_faces([(1, b"one")])
    thumbnails_file(path).unlink()
    with Library.open(path) as library:
        assert library.thumbnails.face(1) is None
        library.thumbnails.put_faces([(1, b"again")])
        assert library.thumbnails.face(1) == b"again"
    thumbnails_file(path).write_bytes(b"rubbish" * 1000)
    with Library.open(path) as library:
        assert library.thumbnails.face(1) is None
        library.thumbnails.put_faces([(2, b"anew")])
        assert library.thumbnails.face(2) == b"anew"


def test_thumbnails_of_another_library_are_not_shown(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        library.thumbnails.put_faces([(1, b"someone else")])
    path.unlink()
    with Library.open(path) as library:
        library.thumbnails.put_faces([(2, b"mine")])
        assert library.thumbnails.face(1) is None


def test_a_full_disk_costs_thumbnails_only(library, caplog) -> None:
    library.thumbnails.put_faces([(1, b"one")])
    writer = library.thumbnails._writer()
    pages = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {pages}")
    library.thumbnails.put_photos([(n, b"x" * 5000) for n in range(50)])
    assert "cannot be written" in caplog.text
    assert library.thumbnails.face(1) == b"one"


def test_reading_before_anything_was_written_is_none(library) -> None:
    assert library.thumbnails.face(1) is None
    assert isinstance(library.thumbnails.path, type(library.path))
    assert sqlite3.sqlite_version_info >= (3, 37)  # STRICT tables


def test_what_replaces_another_picture_is_noted(library) -> None:
    reader = library.thumbnails.reader()
    assert reader.newest() == 0
    assert reader.replaced_since(0) == []
    library.thumbnails.put_faces([(1, b"one"), (2, b"two")])
    library.thumbnails.put_photos([(1, b"photo")])
    assert reader.newest() == 0
    library.thumbnails.put_faces([(1, b"one"), (2, b"edited"), (3, b"new")])
    library.thumbnails.put_photos([(1, b"edited")])
    first, second = reader.replaced_since(0)
    assert (first[1:], second[1:]) == (("face", 2), ("photo", 1))
    assert reader.newest() == second[0]
    assert reader.replaced_since(first[0]) == [second]
    reader.close()


def test_a_file_of_thumbnails_from_before_such_notes_goes_on(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        library.thumbnails.put_faces([(1, b"one")])
        library.thumbnails._writer().execute("DROP TABLE replaced")
    with Library.open(path) as library:
        assert library.thumbnails.reader().newest() == 0
        library.thumbnails.put_faces([(1, b"edited")])
        assert library.thumbnails.reader().newest() == 1
        assert library.thumbnails.face(1) == b"edited"


def test_a_copy_keeps_its_pictures_apart_from_the_original(tmp_path) -> None:
    """Both give the next face the same number."""
    path, copy = tmp_path / "l.photoorg", tmp_path / "l.backup"
    with Library.open(path) as library:
        (faces,) = add_photos(library, tmp_path / "a", [2])
        library.thumbnails.put_faces([(face, b"both") for face in faces])
    shutil.copy(path, copy)
    with Library.open(copy) as library:
        library.thumbnails.put_faces([(faces[-1] + 1, b"the copy's")])
    with Library.open(path) as library:
        library.thumbnails.put_faces([(faces[-1] + 1, b"the original's")])
        assert [library.thumbnails.face(n) for n in faces] == [b"both", b"both"]
        assert library.thumbnails.face(faces[-1] + 1) == b"the original's"
    path.unlink()
    copy.rename(path)  # beside the original's pictures
    with Library.open(path) as library:
        assert [library.thumbnails.face(n) for n in faces] == [None, None]


def test_a_copy_that_takes_the_place_keeps_what_both_know(tmp_path) -> None:
    path, copy = tmp_path / "l.photoorg", tmp_path / "copy"
    with Library.open(path) as library:
        (faces,) = add_photos(library, tmp_path / "a", [2])
        library.thumbnails.put_faces([(face, b"both") for face in faces])
    shutil.copy(path, copy)
    with Library.open(path) as library:
        library.thumbnails.put_faces([(faces[-1] + 1, b"of a later face")])
    copy.replace(path)
    with Library.open(path) as library:
        assert [library.thumbnails.face(n) for n in faces] == [b"both", b"both"]
        assert library.thumbnails.face(faces[-1] + 1) is None


def test_pictures_at_the_place_of_an_earlier_version_are_found(tmp_path) -> None:
    path = tmp_path / "l.db"
    with Library.open(path) as library:
        (faces,) = add_photos(library, tmp_path / "a", [1])
        library.thumbnails.put_faces([(faces[0], b"old")])
        uuid = library.connection.value("SELECT value FROM meta WHERE key = 'uuid'")
        library.connection.execute("DELETE FROM meta WHERE key != 'uuid'")
    thumbnails_file(path).rename(tmp_path / "l.thumbnails")
    with sqlite3.connect(tmp_path / "l.thumbnails") as older:
        older.execute("UPDATE owner SET uuid = ?", (uuid,))
    older.close()
    with Library.open(path) as library:
        assert library.thumbnails.face(faces[0]) == b"old"
    assert not (tmp_path / "l.thumbnails").exists()
