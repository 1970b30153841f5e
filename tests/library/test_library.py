"""Opening: what is ours is migrated with a copy kept, what is not stays as it is."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database, Migrations

from photoorg.errors import LibraryBusyError, LibraryError, UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.migrations import STEPS
from tests.library.conftest import MODEL, add_photos, analysis, decided, found, group


def test_a_new_library_is_made_with_its_folder(tmp_path) -> None:
    path = tmp_path / "deep" / "er" / "library.photoorg"
    with Library.open(path) as library:
        assert library.people.list() == []
        assert library.photos.list() == []
        assert library.history.undo() is None
    assert path.exists()


def test_reading_a_library_that_is_not_there_makes_none(tmp_path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "none.photoorg", create=False)
    assert list(tmp_path.iterdir()) == []


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 a photo"), "not a photoorg library"),
        (lambda path: path.write_text("# notes\n" * 10), "not a photoorg library"),
        (_other_program, "belongs to another program"),
        (lambda path: path.mkdir(), "is a folder"),
    ],
)
def test_what_is_not_ours_is_refused_and_stays_as_it_is(tmp_path, make, sentence) -> None:
    path = tmp_path / "file"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError, match=sentence):
        Library.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_library_of_a_newer_program_is_refused(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    Library.open(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('photoorg', '999 from the future', '2099-01-01')"
        )
    newer.close()
    with pytest.raises(LibraryError, match="newer photoorg; update"):
        Library.open(path)


def test_a_damaged_library_is_a_sentence(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        add_photos(library, tmp_path / "a", [2] * 30)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(20_000)
        file.write(os.urandom(size - 20_000))
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(path)


def test_an_empty_file_becomes_a_library(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    path.touch()
    with Library.open(path) as library:
        assert library.people.count() == 0


def test_an_older_library_is_brought_up_to_date_and_a_copy_kept(tmp_path, monkeypatch) -> None:
    """Every step that a program has beyond the file's is applied; here one more than today's."""
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        add_photos(library, tmp_path / "a", [2])
        before = decided(library)
    newer = Migrations("photoorg")
    for number, step in enumerate(STEPS):
        newer(name=step)(lambda _db, number=number: pytest.fail(f"step {number} ran again"))

    @newer(name=f"{len(STEPS) + 1} pets")
    def pets(db: Database) -> None:
        db.conn.execute("ALTER TABLE people ADD COLUMN pet INTEGER NOT NULL DEFAULT 0")

    assert callable(pets)
    monkeypatch.setattr("photoorg.library.updating.migrations", newer)
    monkeypatch.setattr("photoorg.library.updating.STEPS", (*STEPS, f"{len(STEPS) + 1} pets"))
    with Library.open(path) as library:
        assert decided(library) == before
        assert library.connection.rows("SELECT pet FROM people") == []
    monkeypatch.undo()
    with Library.open(path.with_name(f"{path.name}.before-{len(STEPS) + 1}")) as copy:
        assert decided(copy) == before
    with pytest.raises(LibraryError, match="newer photoorg"):
        Library.open(path)


def test_each_library_that_is_updated_at_a_place_is_kept(tmp_path, monkeypatch) -> None:
    """A copy of last year is put there and updated as the one before it was."""
    path = tmp_path / "test.photoorg"
    for photos in (1, 3, 3):
        path.unlink(missing_ok=True)
        with Library.open(path) as library:
            add_photos(library, tmp_path / "a", [2] * photos)
        newer = Migrations("photoorg")
        for step in STEPS:
            newer(name=step)(lambda _db: None)
        newer(name="99 pets")(lambda _db: None)
        with monkeypatch.context() as patched:
            patched.setattr("photoorg.library.updating.migrations", newer)
            patched.setattr("photoorg.library.updating.STEPS", (*STEPS, "99 pets"))
            Library.open(path).close()
    copies = sorted(tmp_path.glob("test.photoorg.before-99*"))
    assert len(copies) == 2  # the third was as the second
    held = []
    for copy in copies:
        with Library.open(copy) as library:
            held.append(library.faces.count())
    assert held == [6, 2]


def test_a_migration_that_fails_leaves_the_library_as_it_was(tmp_path, monkeypatch) -> None:
    path = tmp_path / "test.photoorg"
    with Library.open(path) as library:
        add_photos(library, tmp_path / "a", [2])
        before = decided(library)
    broken = Migrations("photoorg")
    for step in STEPS:
        broken(name=step)(lambda _db: None)

    @broken(name=f"{len(STEPS) + 1} broken")
    def halfway(db: Database) -> None:
        db.conn.execute("DELETE FROM faces")
        raise RuntimeError("on purpose")

    assert callable(halfway)
    monkeypatch.setattr("photoorg.library.updating.migrations", broken)
    monkeypatch.setattr("photoorg.library.updating.STEPS", (*STEPS, f"{len(STEPS) + 1} broken"))
    with pytest.raises(RuntimeError, match="on purpose"):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert decided(library) == before


def test_the_file_tells_whose_it_is(tmp_path) -> None:
    path = tmp_path / "test.photoorg"
    Library.open(path).close()
    header = path.read_bytes()[:100]
    assert header[68:72] == b"PHOG"
    assert int.from_bytes(header[16:18], "big") == 16384


def test_only_one_process_scans(library) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from photoorg.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library, library.exclusive('jobs'):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(library.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LibraryBusyError, match="wait until"), library.exclusive("jobs"):
            pass
        other.kill()
        other.wait()
    with library.exclusive("jobs"):
        pass


def test_two_processes_write_at_once_and_nothing_is_lost(library, family, person_of) -> None:
    """The other process reads, then writes, across commits of this one."""
    program = (
        "import sys; from pathlib import Path\n"
        "from photoorg.library import Library\nfrom photoorg.library.decisions import actions\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    for n in range(60):\n"
        "        actions.rename(library, int(sys.argv[2]), f'Other {n}')\n"
    )
    one, two = person_of(family[0][0]), person_of(family[1][0])
    with subprocess.Popen(
        [sys.executable, "-c", program, str(library.path), str(two)], stderr=subprocess.PIPE
    ) as other:
        for n in range(60):
            actions.rename(library, one, f"Mine {n}")
        _, errors = other.communicate()
    assert other.returncode == 0, errors.decode()
    assert {p.name for p in library.people.list() if p.name} == {"Mine 59", "Other 59"}
    assert len(library.history.entries()) == 120
    assert library.changes_elsewhere()
    assert not library.changes_elsewhere()


def test_a_writer_elsewhere_is_a_sentence(library, monkeypatch) -> None:
    library.connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(library.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryBusyError, match="try again"), library.write():
        pass
    other.close()


def test_what_is_only_read_waits_for_nobody_who_writes(library, family) -> None:
    with Library.open(library.path) as other, library.connection.write():
        library.connection.execute("UPDATE faces SET quality = 0.5")
        other.connection.execute("PRAGMA busy_timeout = 0")
        assert len(other.faces.some(family[0])) == len(family[0])
        assert other.faces.forgotten(family[0]) == set()
        assert len(other.photos.paths([1, 2])) == 2


def test_a_full_disk_is_a_sentence_and_loses_nothing(library, family, person_of) -> None:
    before = decided(library)
    pages = library.connection.value("PRAGMA page_count")
    library.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    folder = Path("/somewhere")
    with pytest.raises(LibraryError, match="disk is full"):
        add_photos(library, folder, [20] * 200)
    assert decided(library)["faces"] == before["faces"]
    library.connection.execute("PRAGMA max_page_count = 1000000")
    actions.rename(library, person_of(family[0][0]), "Anna")
    assert library.connection.rows("PRAGMA integrity_check") == [("ok",)]


def test_photos_are_listed_newest_first_and_by_person(library, family, person_of) -> None:
    assert library.photos.count() == 4
    assert len(library.photos.list(limit=2)) == 2
    one = person_of(family[0][0])
    group(library, [family[0][:2], family[0][2:], family[1], family[2]])
    assert len(library.photos.list(person_id=one)) == 2
    assert [month for *_, month in library.photos.layout()] == ["2019-07"] * 4
    photo = library.photos.list()[0]
    assert photo.faces == 3
    assert (photo.width, photo.height) == (640, 480)


def test_the_cover_is_the_best_confirmed_face(library, family, person_of) -> None:
    one = person_of(family[0][0])
    group(library, [[*family[0], family[1][0]], family[1][1:], family[2]])
    best = max(library.faces.of_person(one), key=lambda face: face.quality)
    assert best.id == family[1][0]
    library.connection.execute("DELETE FROM standings")  # nobody has chosen a cover
    assert library.people.get(one).cover_face_id == best.id
    actions.confirm(library, family[0])
    assert library.people.get(one).cover_face_id in family[0]
    assert library.people.list()[0].cover_face_id in family[0]


def test_some_faces_are_read_in_the_order_asked_for(library, family, person_of) -> None:
    wanted = [family[1][2], family[0][0], family[1][2]]
    assert [face.id for face in library.faces.some(wanted)] == wanted[:2]
    assert library.faces.some(family[0][:1]) == [library.faces.get(family[0][0])]
    with pytest.raises(UsageError, match="no face 999"):
        library.faces.some([family[0][0], 999])
    people = [person_of(family[0][0]), person_of(family[1][0])]
    assert library.faces.ids_of(people) == sorted([*family[0], *family[1]])


def test_names_are_found_whatever_their_capitals(library, family, person_of) -> None:
    actions.rename(library, person_of(family[0][0]), "Ängström")
    assert [p.name for p in library.people.find_by_name("ängSTRÖM ")] == ["Ängström"]
    assert library.people.names() == ["Ängström"]
    assert library.people.find_by_name("x") == []


def test_the_matrix_is_what_was_stored(library, family) -> None:
    matrix = library.faces.matrix("tiny-0123")
    assert matrix.embeddings.shape == (12, 8)
    assert matrix.ids.tolist() == sorted(face for members in family for face in members)
    assert (matrix.person_ids > 0).all()
    assert not matrix.settled.any()
    assert library.faces.matrix("other").embeddings.shape == (0, 0)
    assert library.faces.models() == ["tiny-0123"]


def test_embeddings_of_any_size_are_stored_as_directions(library, family, person_of) -> None:
    huge = replace(found(400), embedding=np.full(8, 1e30, np.float32))
    library.pictures.store([analysis(1, [huge])])
    matrix = library.faces.matrix(MODEL)
    assert np.isfinite(matrix.embeddings).all()
    lengths = np.linalg.norm(matrix.embeddings.astype(np.float32), axis=1)
    assert lengths == pytest.approx(1, abs=2e-3)


def test_the_named_and_the_larger_groups_are_part_of_everybody(library, family, person_of) -> None:
    everybody = library.people.list(include_hidden=True)
    actions.rename(library, everybody[-1].id, "Zoe")
    actions.hide(library, [everybody[-1].id])
    everybody = library.people.list(include_hidden=True)
    assert library.people.named() == [one for one in everybody if one.name is not None]
    assert [one.name for one in library.people.named()] == ["Zoe"]
    for least in (1, 4, 5):
        expected = [one for one in everybody if one.name is not None or one.count >= least]
        assert library.people.list(include_hidden=True, least=least) == expected
    assert len(expected) == 1
