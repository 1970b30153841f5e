"""What the user said outlives the library: the journal says it again in another one."""

import json
import logging
import shutil
import stat
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.errors import LibraryError
from photoorg.library import FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, details, drawing, triage
from photoorg.library.journal.lines import current
from photoorg.library.journal.replay import (
    add_state,
    apply_pending,
    apply_waiting,
    begin_from_journal,
    restore_journal,
)
from photoorg.library.storage.sidecars import beside, journal_file
from photoorg.types import Box
from tests.library.conftest import add_photos, analysis, found, group
from tests.library.decisions.test_history import STEPS, do_step

Told = dict[str, Any]
CONTENT = "content {}"
COUNTS = [3, 3, 3, 3]


def scan(
    library: Library, folder: Path, counts: list[int], shift: float = 0.0, content: str = CONTENT
) -> None:
    """Register photos and store what they show, a little beside where it was."""
    folder_id = library.folders.add(folder)
    entries = [FileEntry(folder / f"{n:03}.jpg", 100 + n, 7) for n in range(len(counts))]
    library.intake.register(folder_id, entries)
    known = library.intake.known(folder)
    for n, (entry, count) in enumerate(zip(entries, counts, strict=True)):
        faces = [found(50 * f + shift, 0.5, seed=1000 * n + f) for f in range(count)]
        file = known[entry.path].file_id
        with library.write():
            library.pictures.store(
                [analysis(file, reversed_if(faces, shift), content.format(n + 1))]
            )
            photo = library.pictures.photo_of(file)
            assert photo is not None
            apply_pending(library, [photo])


def reversed_if(faces: list[Any], shift: float) -> list[Any]:
    """Give faces other numbers than they had where they are scanned again."""
    return faces[::-1] if shift else faces


def told(library: Library) -> Told:
    """Return what a human said, by the contents of photos and the places of faces."""
    face = {
        id_: (content, round(x / 50))
        for id_, content, x in library.connection.rows(
            "SELECT f.id, c.content_hash, f.x FROM faces AS f "
            "JOIN contents AS c ON c.photo_id = f.photo_id"
        )
    }
    people: dict[int, set[Any]] = defaultdict(set)
    for id_, person, source in library.connection.rows(
        "SELECT id, person_id, source FROM faces WHERE source != 'machine'"
    ):
        people[person].add((face[id_], source))
    named: dict[int, tuple[Any, ...]] = {
        row[0]: row[1:]
        for row in library.connection.rows(
            "SELECT p.id, coalesce(p.name, ''), p.hidden, coalesce(q.name, ''), "
            "coalesce(p.notes, '') FROM people AS p "
            "LEFT JOIN people AS q ON q.id = p.merged_into"
        )
    }
    return {
        "people": sorted(
            (named[id_], sorted(people[id_])) for id_ in named if people[id_] or named[id_][0]
        ),
        "no faces": sorted(
            face[id_] for (id_,) in library.connection.rows("SELECT id FROM faces WHERE dismissed")
        ),
        "answers": sorted(
            (
                answer.kind,
                named.get(answer.person_id or 0, ("",))[0],
                sorted(face[f] for f in _standing(library, answer.id, 0)),
                sorted(face[f] for f in _standing(library, answer.id, 1)),
                answer.made_at,
            )
            for answer in library.ledger.answers()
            if _standing(library, answer.id, 0) or _standing(library, answer.id, 1)
        ),
        **told_of_pictures(library),
    }


def told_of_pictures(library: Library) -> Told:
    """Return what a human said of groups of photos and of duplicates, by contents."""
    rows = library.connection.rows
    content: dict[int, str] = dict(rows("SELECT photo_id, content_hash FROM contents"))
    scenes: dict[int | None, list[str]] = defaultdict(list)
    for photo, scene in rows(
        "SELECT a.photo_id, coalesce(s.merged_into, s.id) FROM scene_answers AS a "
        "LEFT JOIN scenes AS s ON s.id = a.scene_id"
    ):
        scenes[scene].append(content[photo])
    names: dict[int, str | None] = dict(
        rows("SELECT id, name FROM scenes WHERE merged_into IS NULL")
    )
    return {
        "no scene": sorted(scenes.pop(None, [])),
        "scenes": sorted(
            (name or "", sorted(scenes[id_]))
            for id_, name in names.items()
            if name is not None or scenes[id_]
        ),
        "no duplicates": sorted(
            (*sorted((content[one], content[other])), ended, made_at)
            for one, other, ended, made_at in rows(
                "SELECT photo_id, other_id, ended, made_at FROM no_duplicates"
            )
        ),
    }


def _standing(library: Library, answer: int, side: int) -> list[int]:
    rows = library.connection.rows(
        "SELECT face_id FROM answer_faces WHERE answer_id = ? AND side = ? "
        "AND superseded_by IS NULL",
        (answer, side),
    )
    return [face for (face,) in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library in which much was said; its photos have the contents "content n"."""
    path = tmp_path / "l.photoorg"
    with Library.open(path) as library:
        photos = add_photos(library, tmp_path / "a", COUNTS)
        one, two, three = (list(faces) for faces in zip(*photos, strict=True))
        group(library, [one, two, three])
        anna, berta, third = (library.faces.get(f[0]).person_id or 0 for f in (one, two, three))
        actions.rename(library, anna, "Anna")
        actions.rename(library, berta, "Zoë")
        details.set_notes(library, anna, "sings\nand plays the flute")
        actions.unassign(library, [one[3]])
        actions.split(library, [three[3]], "Carla")
        actions.different(library, anna, berta)
        actions.not_a_face(library, [three[2]])
        actions.confirm(library, [one[1]])
        actions.do_not_know(library, [three[1]])
        triage.real_faces(library, [one[0], three[0]])
        actions.merge(library, berta, [third])
        actions.hide(library, [berta])
        actions.set_cover(library, anna, one[2])
        actions.rename(library, anna, "Anna Else")
        library.history.undo()
    return path


def state(path: Path) -> Told:
    with Library.open(path) as library:
        return told(library)


@pytest.mark.parametrize("scanned_first", [True, False])
def test_everything_comes_back_in_a_new_library(
    path: Path, tmp_path: Path, scanned_first: bool
) -> None:
    before = state(path)
    names = [person[0][0] for person in before["people"]]
    assert {"Anna", "Carla", "Zoë"} <= set(names)
    path.unlink()
    other = tmp_path / "other.photoorg"
    with Library.open(other) as library:
        scan(library, tmp_path / "else", [1], content="other {}")  # all numbers are others
        if scanned_first:
            scan(library, tmp_path / "moved", COUNTS, shift=4)
            group(library, [[face] for face in library.faces.matrix("tiny-0123").ids.tolist()])
            summary = restore_journal(journal_file(path), library)
        else:
            summary = restore_journal(journal_file(path), library)
            assert summary.pending == summary.faces
            assert library.people.names() == ["Anna", "Carla", "Zoë"]
            with Library.open(tmp_path / "waiting.photoorg") as third:  # what waits is written down
                waiting = restore_journal(journal_file(other), third).pending
                assert waiting >= summary.faces
                assert third.people.names() == library.people.names()
            scan(library, tmp_path / "moved", COUNTS, shift=4)
        assert library.connection.rows("SELECT * FROM pending_answers") == []
        assert told(library) == before
        (anna,) = library.people.find_by_name("Anna")
        assert len(library.merges.of(library.people.find_by_name("Zoë")[0].id)) == 1
        assert library.ledger.answers()[-1].author == "journal"
        assert (anna.name, anna.hidden) == ("Anna", False)
        if scanned_first:
            library.history.undo()
            assert library.people.names() == []
    # The new library has a journal of its own that says all of it.
    if not scanned_first:
        with Library.open(tmp_path / "third.photoorg") as library:
            scan(library, tmp_path / "b", COUNTS)
            restore_journal(journal_file(other), library)
            assert told(library) == before


@pytest.mark.parametrize("scanned", ["before", "between", "after"])
def test_what_waits_for_photos_is_undone_and_done_again(
    path: Path, tmp_path: Path, scanned: str
) -> None:
    before = state(path)
    other = tmp_path / "other.photoorg"
    with Library.open(other) as library:
        restore_journal(journal_file(path), library)
        for now in ("before", "between", "after"):
            if scanned == now:
                scan(library, tmp_path / "moved", COUNTS, shift=4)
            if now == "before":
                library.history.undo()
                assert library.people.names() == []
            if now == "between":
                library.history.redo()
                apply_waiting(library)
        assert library.connection.rows("SELECT * FROM pending_answers") == []
        assert told(library) == before
        assert check(library) == []
    with Library.open(tmp_path / "third.photoorg") as library:
        scan(library, tmp_path / "b", COUNTS)
        restore_journal(journal_file(other), library)
        assert told(library) == before


def test_the_journal_knows_what_waits(path: Path, tmp_path: Path) -> None:
    before = state(path)
    other = tmp_path / "other.photoorg"
    with Library.open(other) as library:
        restore_journal(journal_file(path), library)
    with Library.open(tmp_path / "third.photoorg") as library:
        restore_journal(journal_file(other), library)
        scan(library, tmp_path / "b", COUNTS, shift=3)
        assert told(library) == before


def test_a_lost_library_begins_anew_at_its_place(path: Path, tmp_path: Path) -> None:
    before = state(path)
    path.unlink()
    with pytest.raises(LibraryError, match="photoorg restore"):
        Library.open(path)
    summary = begin_from_journal(journal_file(path), path)
    assert summary.people == 3
    with Library.open(path) as library:
        scan(library, tmp_path / "b", COUNTS, shift=3)
        assert told(library) == before
    assert len(list(tmp_path.glob("l.photoorg.journal.replaced-*"))) == 1


def test_an_older_copy_is_told_and_brought_up_to_date(
    path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As when the library was copied without its WAL, or a backup was put in its place."""
    older = tmp_path / "older"
    shutil.copy(path, older)
    with Library.open(path) as library:
        (anna,) = library.people.find_by_name("Anna")
        actions.rename(library, anna.id, "Anna B.")
        actions.confirm(library, [library.faces.of_person(anna.id)[0].id])
        carla = library.people.find_by_name("Carla")[0].id
        actions.not_a_face(library, [f.id for f in library.faces.of_person(carla)])
        while (edit := library.history.undo()) is not None:
            if edit.label.startswith("Keep"):
                break
        library.history.redo()
        actions.do_not_know(library, [library.faces.of_person(anna.id)[0].id])
        before = told(library)
    older.replace(path)
    with caplog.at_level(logging.WARNING), Library.open(path) as library:
        assert "steps are missing" in caplog.text
        assert library.journal.missing() > 0
        assert told(library) != before
        restore_journal(library.journal.path, library)
        assert library.journal.missing() == 0
        assert told(library) == before
    assert len(list(tmp_path.glob("*.journal.replaced-*"))) == 1


def test_what_was_said_twice_is_said_once(path: Path) -> None:
    before = state(path)
    with Library.open(path) as library:
        count = library.connection.value("SELECT count(*) FROM answers")
        for _ in range(2):
            restore_journal(library.journal.path, library)
        assert told(library) == before
        assert library.connection.value("SELECT count(*) FROM answers") == count


def test_whoever_was_named_again_meanwhile_is_the_same_person(path: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "other.photoorg") as library:
        scan(library, tmp_path / "b", COUNTS)
        faces = library.faces.matrix("tiny-0123").ids.tolist()
        group(library, [faces[:1], faces[1:]])
        actions.rename(library, library.faces.get(faces[0]).person_id or 0, "anna")
        restore_journal(journal_file(path), library)
        assert [p.name for p in library.people.find_by_name("Anna")] == ["Anna"]


def test_a_box_that_is_back_where_it_was_is_found_there(tmp_path: Path) -> None:
    """The journal told of the face at another place last."""
    with Library.open(tmp_path / "l.photoorg") as library:
        scan(library, tmp_path / "a", [1, 1])
        group(library, [[1, 2]])
        actions.rename(library, library.faces.get(1).person_id or 0, "Anna")
        drawing.reshape(library, 1, Box(200, 200, 40, 40))
        library.history.undo()
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "a", [1, 1])
        assert restore_journal(journal_file(tmp_path / "l.photoorg"), library).pending == 0
        assert library.people.find_by_name("Anna")[0].count == 2


@pytest.mark.parametrize("adding", [True, False])
def test_faces_that_only_the_machine_put_there_go_where_their_person_goes(
    tmp_path: Path, adding: bool
) -> None:
    with Library.open(tmp_path / "l.photoorg") as library:
        scan(library, tmp_path / "a", [2, 2])
        faces = library.faces.matrix("tiny-0123").ids.tolist()
        group(library, [faces[::2], faces[1::2]])
        one, other = (library.faces.get(face).person_id or 0 for face in faces[:2])
        library.connection.execute("VACUUM INTO ?", (str(tmp_path / "copy.photoorg"),))
        actions.rename(library, one, "Anna")
        actions.rename(library, other, "Ann")
        actions.merge(library, one, [other])
        said = current(library.connection)
    with Library.open(tmp_path / "copy.photoorg") as library:
        scan(library, tmp_path / "a", [2, 2, 3])
        more = sorted(set(library.faces.matrix("tiny-0123").ids.tolist()) - set(faces))
        library.connection.put("faces", "person_id = g.v0", [(face, other) for face in more])
        if adding:
            add_state(library, said)
        else:
            restore_journal(journal_file(tmp_path / "l.photoorg"), library)
        assert {library.faces.get(face).person_name for face in (*faces, *more)} == {"Anna"}
        assert check(library) == []


def test_a_torn_line_is_left_out_and_made_up_for(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        (anna,) = library.people.find_by_name("Anna")
        actions.rename(library, anna.id, "Torn")
        journal = library.journal.path
        whole = journal.read_bytes()
        journal.write_bytes(whole[:-20])
        with Library.open(tmp_path / "other.photoorg") as other:
            restore_journal(journal, other)
            assert "Anna" in other.people.names()
        actions.rename(library, anna.id, "Anna S.")
        lines = journal.read_text().splitlines()
        assert len(lines) == 2  # the header and everything
        assert json.loads(lines[1])["step"] == json.loads(whole.splitlines()[-1])["step"] + 1
    with Library.open(tmp_path / "third.photoorg") as other:
        restore_journal(journal, other)
        assert "Anna S." in other.people.names()


def test_a_line_that_a_kill_prevented_is_made_up_for(path: Path) -> None:
    journal = journal_file(path)
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    before = state(path)
    with Library.open(path) as library:
        library.history.redo()
        library.history.undo()
    lines = journal.read_text().splitlines()
    assert [json.loads(line).get("label") for line in lines[1:]] == [
        "",
        "Undo Rename Anna to Anna Else",
    ]
    assert state(path) == before


def test_what_is_no_journal_is_refused(path: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    with Library.open(path) as library:
        before = told(library)
        for content in (
            b"",
            b"hello\n",
            b"[]\n",
            b"{}",
            b'{"photoorg journal": 99}\n',
            b"[" * 9999,
        ):
            bad.write_bytes(content)
            with pytest.raises(LibraryError, match="not the journal"):
                restore_journal(bad, library)
        with pytest.raises(LibraryError, match="cannot be read"):
            restore_journal(tmp_path, library)
        assert told(library) == before


def test_the_journal_is_private_and_does_not_grow_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_file(path)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    monkeypatch.setattr("photoorg.library.journal.journal._SMALL", 0)
    with Library.open(path) as library:
        (anna,) = library.people.find_by_name("Anna")
        for n in range(60):
            actions.rename(library, anna.id, f"Anna {n}")
        large = journal.stat().st_size
    assert journal.stat().st_size < large / 3
    with Library.open(path) as library:
        before = told(library)
        actions.rename(library, anna.id, "Anna")
    assert len(journal.read_text().splitlines()) == 3
    assert before["people"][0][0][0] == "Anna 59"


def test_a_journal_that_cannot_be_written_stops_nobody(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal = journal_file(path)
    journal.unlink()
    beside(journal, ".part").mkdir()
    with Library.open(path) as library:
        (anna,) = library.people.find_by_name("Anna")
        actions.rename(library, anna.id, "Anna S.")
        assert library.people.get(anna.id).name == "Anna S."
    assert "journal" in caplog.text
    assert "cannot be written" in caplog.text


def test_a_step_that_is_not_committed_is_not_told(path: Path) -> None:
    journal = journal_file(path)
    before = journal.read_bytes()
    with Library.open(path) as library:
        (anna,) = library.people.find_by_name("Anna")

        def fail() -> None:
            with library.write():
                library.history.undo()
                raise RuntimeError("on purpose")

        with pytest.raises(RuntimeError):
            fail()
        assert journal.read_bytes() == before
        actions.rename(library, anna.id, "Anna S.")
    assert journal.read_bytes().startswith(before)


def test_two_programs_write_one_journal(path: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from photoorg.library import Library\nfrom photoorg.library.decisions import actions\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    for n in range(40):\n"
        "        actions.rename(library, int(sys.argv[2]), f'Other {n}')\n"
    )
    with Library.open(path) as library:
        anna = library.people.find_by_name("Anna")[0].id
        carla = library.people.find_by_name("Carla")[0].id
        with subprocess.Popen([sys.executable, "-c", program, path, str(carla)]) as other:
            for n in range(40):
                actions.rename(library, anna, f"Mine {n}")
        assert other.returncode == 0
        before = told(library)
    assert not beside(journal_file(path), ".part").exists()
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "b", COUNTS)
        restore_journal(journal_file(path), library)
        assert told(library) == before
        assert {"Mine 39", "Other 39"} <= set(library.people.names())


step = st.tuples(st.sampled_from([*STEPS, "undo", "redo"]), st.integers(0, 99), st.integers(0, 99))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=1, max_size=12), scanned=st.integers(0, 4))
def test_any_steps_are_said_again(steps: list[tuple[str, int, int]], scanned: int) -> None:
    """In a library that has scanned none, some or all of the photos already."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with Library.open(place / "one.photoorg") as library:
            photos = add_photos(library, place / "a", COUNTS)
            group(library, list(zip(*photos, strict=True)))
            for what, one, two in steps:
                if what in ("undo", "redo"):
                    getattr(library.history, what)()
                else:
                    do_step(library, what, one, two)
            before = told(library)
        journal = journal_file(place / "one.photoorg")
        if not journal.exists():
            assert not before["answers"]
            return
        with Library.open(place / "two.photoorg") as library:
            scan(library, place / "b", COUNTS[:scanned], shift=2)
            restore_journal(journal, library)
            scan(library, place / "b", COUNTS, shift=2)
            after = told(library)
        assert after["answers"] == before["answers"]
        assert after["no faces"] == before["no faces"]
        for kind in ("scenes", "no scene", "no duplicates"):
            assert after[kind] == before[kind], kind
        assert [p for p in after["people"] if p[1]] == [p for p in before["people"] if p[1]]
