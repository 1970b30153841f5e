"""What was forgotten is in no byte of any file; names, boxes and answers are as they were."""

import os
import shutil
import sqlite3
from pathlib import Path
from random import Random

import numpy as np
import pytest

from photoorg.errors import LibraryBusyError, UsageError
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.decisions import actions, drawing, turning
from photoorg.library.forgetting import copies_beside, forget
from photoorg.library.storage.sidecars import evidence_file, neighbors_file
from photoorg.types import Box
from tests.library.conftest import MODEL, add_photos, analysis, decided, found, group, place_of

FACES = range(1, 7)
MINE = (1, 3, 5)
"""Faces of Anna: the first of the two in each of three photos."""


def bytes_of(face: int) -> list[bytes]:
    """Return what must not be found of a face: numbers, landmarks, and two pictures."""
    random = Random(face)
    return [random.randbytes(size) for size in (1024, 40, 3000, 20_000)]


@pytest.fixture
def album(library: Library, tmp_path: Path) -> Library:
    """Anna and Ben in three photos, with made-up bytes that can be searched for."""
    photos = add_photos(library, tmp_path / "photos", [2, 2, 2])
    group(library, [list(faces) for faces in zip(*photos, strict=True)])
    for face in FACES:
        vector, landmarks, jpeg, large = bytes_of(face)
        execute = library.connection.execute
        execute("UPDATE embeddings SET vector = ? WHERE face_id = ?", (vector, face))
        execute("UPDATE faces SET landmarks = ? WHERE id = ?", (landmarks, face))
        library.thumbnails.put_faces([(face, jpeg)])
        if face in MINE:
            library.thumbnails.put_photos([(library.faces.get(face).photo_id, large)])
    library.thumbnails.put_faces([(999, bytes_of(1)[2])])  # of a face that is no more
    library.path.with_name("test.neighbours").write_bytes(b"".join(bytes_of(1)))
    actions.rename(library, 1, "Anna")
    actions.rename(library, 2, "Ben")
    return library


def left(library: Library, faces: tuple[int, ...] | range) -> list[tuple[str, int]]:
    """Return the files beside the library that hold something of these faces, with the face."""
    return [
        (file.name, face)
        for file in library.path.parent.rglob("*")
        if file.is_file()
        for content in [file.read_bytes()]
        for face in faces
        for needle in bytes_of(face)
        if any(needle[at : at + 32] in content for at in range(0, len(needle) - 31, 500))
    ]


def test_nothing_of_a_forgotten_face_is_left_in_any_file(album) -> None:
    assert {face for _, face in left(album, MINE)} == set(MINE)
    done = forget(album, [1])
    assert (done.faces, done.photos, done.copies, done.left) == (3, 3, (), ())
    assert left(album, MINE) == []


def test_the_others_and_what_was_said_stay(album) -> None:
    before = decided(album), album.connection.rows("SELECT id, photo_id, x, y, w, h FROM faces")
    forget(album, [1])
    after = decided(album), album.connection.rows("SELECT id, photo_id, x, y, w, h FROM faces")
    assert before == after
    assert album.faces.matrix(MODEL).ids.tolist() == [2, 4, 6]
    assert {face for _, face in left(album, (2, 4, 6))} == {2, 4, 6}
    assert album.people.find_by_name("Anna")[0].count == 3
    assert album.grouping.is_current("test", MODEL)
    while album.history.undo():
        pass
    assert left(album, MINE) == []


def test_all_faces(album) -> None:
    assert forget(album).faces == 6
    assert left(album, FACES) == []
    assert album.faces.models() == []
    assert [person.name for person in album.people.list()] == ["Anna", "Ben"]
    assert forget(album).faces == 0


def test_what_was_deleted_before_goes_too(album) -> None:
    """A program without secure_delete leaves what it deletes in free pages."""
    other = sqlite3.connect(album.path)
    other.execute("PRAGMA secure_delete = OFF")
    other.execute("DELETE FROM embeddings WHERE face_id IN (1, 3, 5)")
    other.commit()
    other.close()
    album.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert ("test.photoorg", 1) in left(album, (1,))
    forget(album, [1])
    assert left(album, MINE) == []


def test_copies_beside_the_library_forget_too(album) -> None:
    path = album.path
    folder = path.with_name(f"{path.name}.backups")
    (folder / "deep").mkdir(parents=True)
    whole, older = folder / "deep" / "whole.photoorg", path.with_name(f"{path.name}.before-2")
    album.connection.execute("VACUUM INTO ?", (str(whole),))
    first = sqlite3.connect(older)
    first.execute(
        "CREATE TABLE faces (id INTEGER PRIMARY KEY, person_id INT, landmarks BLOB NOT NULL)"
    )
    first.execute("CREATE TABLE embeddings (face_id INTEGER PRIMARY KEY, vector BLOB)")
    for face in MINE:  # the person's, by another number: the face has been found anew since
        vector, landmarks, *_ = bytes_of(face)
        first.execute("INSERT INTO faces VALUES (?, 1, ?)", (face + 100, landmarks))
        first.execute("INSERT INTO embeddings VALUES (?, ?)", (face + 100, vector))
    first.commit()
    first.close()
    (folder / "packed.gz").write_bytes(b"who knows")
    path.with_name(f"{path.name}.journal").write_text("what was said")
    path.with_name("other.photoorg").write_bytes(b"of somebody else")
    assert copies_beside(path) == [whole, folder / "packed.gz", older]
    assert {name for name, _ in left(album, MINE)} >= {whole.name, older.name}
    done = forget(album, [1])
    assert done.copies == (whole, older)
    assert done.left == (folder / "packed.gz",)
    assert left(album, MINE) == []
    restored = sqlite3.connect(whole)
    assert restored.execute("SELECT count(*) FROM embeddings").fetchone() == (3,)
    assert restored.execute("SELECT id FROM faces WHERE forgotten").fetchall() == [(1,), (3,), (5,)]
    assert restored.execute("SELECT quality FROM faces WHERE forgotten").fetchall() == [(None,)] * 3
    assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    restored.close()
    assert forget(album, [1]).copies == ()


def test_a_later_scan_leaves_them_alone(album) -> None:
    forget(album, [1])
    for model in (MODEL, "another"):
        again = analysis(
            place_of(album, 1), [found(0, seed=1), found(50, seed=2)], "content 1", model=model
        )
        ((face, other),) = album.pictures.store([again])
        assert (face, other) == (1, 2)
    rows = album.connection.rows("SELECT face_id FROM embeddings WHERE model = 'another'")
    assert rows == [(2,)]
    sql = "SELECT landmarks, quality FROM faces WHERE id IN (1, 2) ORDER BY id"
    assert album.connection.rows(sql) == [(None, None), (bytes(40), 0.5)]
    album.pictures.store([analysis(place_of(album, 1), [], "content 1")])
    assert album.faces.get(1).person_name == "Anna", "not found again, and not deleted"
    assert album.faces.forgotten([1, 2]) == {1}
    assert album.photos.forgotten([1, 99]) == {1}


def test_their_place_is_known_and_their_landmarks_are_not(album) -> None:
    forget(album, [1])
    (known,) = album.pictures.known(place_of(album, 1), "content 1", "content 1", MODEL)
    assert known.face_ids.tolist() == [1, 2]
    assert np.isnan(known.embeddings[0]).all()
    low, high = known.boxes[0, :2], known.boxes[0, :2] + known.boxes[0, 2:]
    assert (known.landmarks[0] > low).all()
    assert (known.landmarks[0] < high).all()


def test_windows_hear_which_pictures_are_gone(album) -> None:
    before = album.thumbnails.reader().newest()
    forget(album, [1])
    gone = {(kind, id_) for _, kind, id_ in album.thumbnails.reader().replaced_since(before)}
    assert gone == {("face", face) for face in (*MINE, 999)} | {("photo", n) for n in (1, 2, 3)}


def test_it_is_refused_while_a_scan_runs_and_for_nobody(album) -> None:
    with (
        album.exclusive("jobs"),
        Library.open(album.path) as other,
        pytest.raises(LibraryBusyError),
    ):
        forget(other, [1])
    with pytest.raises(UsageError, match="no person 77"):
        forget(album, [1, 77])
    assert len(album.faces.matrix(MODEL).ids) == 6


def test_a_reader_in_the_way_is_told_and_the_next_try_finishes(album, monkeypatch) -> None:
    monkeypatch.setattr("photoorg.library.forgetting._WAIT_S", 0.1)
    reader = sqlite3.connect(album.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM embeddings").fetchone()
    with pytest.raises(LibraryBusyError, match="still beside it"):
        forget(album, [1])
    reader.execute("COMMIT")
    reader.close()
    forget(album, [1])
    assert left(album, MINE) == []


def test_damaged_thumbnails_go_whole(album) -> None:
    album.thumbnails.close()
    album.thumbnails.path.write_bytes(b"rubbish" * 100 + bytes_of(1)[2])
    forget(album, [1])
    assert left(album, MINE) == []


def test_another_library_beside_it_forgets_nothing(album: Library) -> None:
    """Its faces have the same numbers, and its name begins alike."""
    path = album.path.with_name(f"{album.path.name}.2024")
    with Library.open(path) as other:
        (photo,) = add_photos(other, path.parent / "other", [2])
        group(other, [photo])
    assert path in copies_beside(album.path)
    assert forget(album).copies == ()
    with Library.open(path) as other:
        assert other.connection.value("SELECT count(*) FROM faces WHERE forgotten") == 0
        assert other.connection.value("SELECT count(*) FROM embeddings") == 2


def test_a_copy_that_went_its_own_way_forgets_that_person_alone(
    album: Library, tmp_path: Path
) -> None:
    """The face 7 is Anna here, and in what the library was before it is somebody else."""
    path = album.path
    aside = path.with_name(f"{path.name}.replaced-2026-01-01T00-00-00Z")
    album.connection.execute("VACUUM INTO ?", (str(aside),))
    with Library.open(aside) as other:
        ((carl,),) = other.pictures.store([_another_photo(other, tmp_path / "other", "Carl's")])
        actions.split(other, [carl], "Carl")
        # Anna's face there is another number here.
        ((later,),) = other.pictures.store([_another_photo(other, tmp_path / "anna", "Anna's")])
        assert (carl, later) == (7, 8)
    ((mine,),) = album.pictures.store([_another_photo(album, tmp_path / "anna", "Anna's")])
    assert mine == 7
    actions.assign(album, [mine], 1)
    assert forget(album, [1]).copies == (aside,)
    with Library.open(aside) as other:
        kept = other.connection.rows("SELECT face_id FROM embeddings ORDER BY face_id")
        assert kept == [(2,), (4,), (6,), (carl,)]


@pytest.mark.parametrize("change", ["turned", "moved"])
def test_a_copy_from_before_a_photo_was_turned_or_a_box_moved_forgets_too(
    album: Library, change: str
) -> None:
    path = album.path
    folder = path.with_name(f"{path.name}.backups")
    folder.mkdir()
    album.connection.execute("VACUUM INTO ?", (str(folder / "a.photoorg"),))
    with sqlite3.connect(folder / "a.photoorg") as copy:
        copy.execute("UPDATE faces SET person_id = NULL")  # not grouped then
    copy.close()
    if change == "turned":
        turning.turn(album, album.faces.get(1).photo_id, turning.Way.RIGHT)
    else:
        drawing.reshape(album, 1, Box(300, 300, 40, 40))
    assert forget(album, [1]).copies == (folder / "a.photoorg",)
    assert left(album, MINE) == []
    assert {face for _, face in left(album, (2, 4, 6))} == {2, 4, 6}


def test_a_library_whose_path_is_no_text_forgets(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    with Library.open(folder / "l.photoorg") as library:
        (faces,) = add_photos(library, tmp_path / "photos", [1])
        group(library, [faces])
        copy = folder / "l.photoorg.before-1"
        library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(library.path, copy)
        assert forget(library, [1]).copies == (copy,)


def _another_photo(library: Library, folder: Path, content: str) -> Analysis:
    folder_id = library.folders.add(folder)
    library.intake.register(folder_id, [FileEntry(folder / "a.jpg", 1, 1)])
    (known,) = library.intake.known(folder).values()
    return analysis(known.file_id, [found(0, seed=len(content))], content)


def test_the_library_that_a_new_one_took_the_place_of_forgets_too(
    album: Library, tmp_path: Path
) -> None:
    """One that was made of the journal has another random name, and other numbers."""
    path = album.path
    aside = path.with_name(f"{path.name}.replaced-2026-01-01T00-00-00Z")
    folder = path.with_name(f"{path.name}.backups")
    folder.mkdir()
    for copy in (aside, folder / "a.photoorg"):
        album.connection.execute("VACUUM INTO ?", (str(copy),))
        with sqlite3.connect(copy) as other:
            other.execute("UPDATE meta SET value = 'another' WHERE key = 'uuid'")
        other.close()
    path.with_name(f"{path.name}.journal.replaced-2026-01-01T00-00-00Z").write_text("said")
    done = forget(album, [1])
    assert (done.copies, done.left) == ((folder / "a.photoorg", aside), ())
    assert left(album, MINE) == []
    assert {face for _, face in left(album, (2, 4, 6))} == {2, 4, 6}


def test_what_lies_beside_another_library_stays(library: Library) -> None:
    """``l.db`` and ``l.photoorg`` in one folder."""
    folder = library.path.parent
    ours = [evidence_file(library.path), neighbors_file(library.path)]
    with Library.open(folder / "test.db") as other:
        theirs = [evidence_file(other.path), neighbors_file(other.path)]
        for file in (*ours, *theirs):
            file.write_bytes(b"numbers")
        assert not {*ours} & {*theirs}
        forget(other)
        assert [file.exists() for file in (*ours, *theirs)] == [True, True, False, False]


def test_a_drawn_face_stays_forgotten_when_it_comes_back(library: Library, tmp_path: Path) -> None:
    ((_,),) = add_photos(library, tmp_path / "photos", [1])
    (photo,) = (one.id for one in library.photos.list())
    face = drawing.draw(library, photo, Box(200, 200, 50, 50))
    forget(library)
    for _ in range(2):
        library.history.undo()
        library.history.redo()
        forgotten = library.connection.rows("SELECT id, forgotten FROM faces ORDER BY id")
        assert forgotten == [(1, 1), (face, 1)]
