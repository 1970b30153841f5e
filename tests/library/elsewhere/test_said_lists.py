"""Everything that was said, as a list in JSON or CSV, is said again in another library."""

import json
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import FileEntry, Library
from photoorg.library.accounting.leaving_out import leave_out
from photoorg.library.boxes import turned
from photoorg.library.checking import check
from photoorg.library.decisions import actions, details, triage
from photoorg.library.decisions.drawing import draw
from photoorg.library.decisions.turning import Way, turn
from photoorg.library.decisions.undecided import unsure
from photoorg.library.elsewhere.name_lists import as_text, entries, read_text
from photoorg.library.elsewhere.said_lists import read_said, said_rows
from photoorg.library.finding.saved import save, saved
from photoorg.library.journal.replay import add_state, apply_pending
from photoorg.library.origins.dating import set_taken
from photoorg.types import Box
from tests.library.conftest import MODEL, add_photos, analysis, found, group
from tests.library.decisions.test_history import STEPS, do_step
from tests.library.journal.test_journal import COUNTS, told

Step = tuple[str, int, int]
MORE = ("favourite", "born", "turn", "date", "draw", "real_faces", "unsure")
step = st.tuples(
    st.sampled_from([*STEPS, *MORE, "undo", "redo"]), st.integers(0, 99), st.integers(0, 99)
)
lists = st.lists(step, min_size=1, max_size=12)


def state(library: Library) -> dict[str, Any]:
    """Return all that a human said, by the contents of photos and the places of faces."""
    found = told(library)
    # groups that nobody named, and their marks, are told by their faces
    found["people"] = [person for person in found["people"] if person[1]]
    found["marks"] = sorted(
        library.connection.rows(
            "SELECT name, hidden, stranger, favourite, coalesce(birth_date, ''), "
            "coalesce(notes, '') FROM people WHERE name IS NOT NULL"
        )
    )
    found["photos"] = sorted(
        library.connection.rows(
            "SELECT c.content_hash, p.turned, coalesce(p.taken_corrected, '') "
            "FROM photos AS p JOIN contents AS c ON c.photo_id = p.id"
        )
    )
    found["boxes"] = sorted(
        (content, *(round(side) for side in box))
        for content, *box in library.connection.rows(
            "SELECT c.content_hash, f.x, f.y, f.w, f.h FROM faces AS f JOIN contents AS c "
            "ON c.photo_id = f.photo_id WHERE f.box_source = 'drawn'"
        )
    )
    return found


def act(library: Library, steps: Sequence[Step]) -> None:  # noqa: C901 - a table
    for what, one, two in steps:
        photos = [photo.id for photo in library.photos.list()]
        named = [person.id for person in library.people.list(include_hidden=True) if person.name]
        faces = library.faces.matrix(MODEL).ids.tolist()
        match what:
            case "undo" | "redo":
                getattr(library.history, what)()
            case "favourite" if named:
                chosen = [named[one % len(named)]]
                details.set_favourite(library, chosen, favourite=bool(two % 3))
            case "born" if named:
                details.set_birth_date(library, named[one % len(named)], f"{1990 + two % 9}-07")
            case "turn" if photos:
                turn(library, photos[one % len(photos)], Way(1 + two % 3))
            case "date" if photos:
                taken = f"{1900 + two}" if two % 5 else None
                set_taken(library, [photos[one % len(photos)]], taken)
            case "draw" if photos:
                photo = library.photos.get(photos[one % len(photos)])
                box = Box(20 + two, photo.height - 150, 60, 70)
                with suppress(UsageError):  # there is one already
                    face = draw(library, photo.id, box)
                    if two % 3:
                        actions.split(library, [face], f"Drawn {two % 2}")
            case "real_faces" if faces:
                triage.real_faces(library, [faces[one % len(faces)]])
            case "unsure" if len(faces) > 1:
                apart = faces[one % len(faces)], faces[(one + 1 + two) % len(faces)]
                unsure(library, apart[:1], apart[1:])
            case _ if what in STEPS:
                do_step(library, what, one, two)


def scan_turned(library: Library, folder: Path, counts: Sequence[int]) -> None:
    """Scan photos as a scan does: those that are to be turned are looked at as they stand then.

    Faces lie a little beside where they were, and come in another order.
    """
    folder_id = library.folders.add(folder)
    entries = [FileEntry(folder / f"{n:03}.jpg", 100 + n, 7) for n in range(len(counts))]
    library.intake.register(folder_id, entries)
    known = library.intake.known(folder)
    for n, (entry, count) in enumerate(zip(entries, counts, strict=True)):
        file, content = known[entry.path].file_id, f"content {n + 1}"
        turn = library.pictures.turn(file, content, content)
        quarters = turn.quarters if turn else 0
        faces = [found(50 * f + 2, seed=1000 * n + f) for f in reversed(range(count))]
        stand = [replace(one, box=turned(one.box, (640, 480), quarters)) for one in faces]
        width, height = (480, 640) if quarters % 2 else (640, 480)
        seen = replace(analysis(file, stand, content), width=width, height=height, turned=quarters)
        with library.write():
            library.pictures.store([seen])
            apply_pending(library, [library.pictures.photo_of(file) or 0])


def library_of(place: Path, steps: Sequence[Step]) -> Library:
    library = Library.open(place)
    photos = add_photos(library, place.parent / "photos", COUNTS)
    group(library, list(zip(*photos, strict=True)))
    act(library, steps)
    return library


def carried(library: Library, suffix: str) -> Any:
    """Return what a list of all that a library holds says, once it was written and read again."""
    text = as_text(entries(library), said_rows(library), suffix)
    _, said, left = read_text(text, suffix)
    read, odd = read_said(said)
    assert left == odd == []
    return read


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=lists, suffix=st.sampled_from([".json", ".csv"]), scanned=st.integers(0, 4))
def test_all_that_was_said_comes_back_in_a_fresh_library(
    steps: list[Step], suffix: str, scanned: int
) -> None:
    """Which has scanned none, some or all of the photos already."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with library_of(place / "one.photoorg", steps) as library:
            library.connection.execute("UPDATE folders SET removed = 0")
            before, read = state(library), carried(library, suffix)
        with Library.open(place / "two.photoorg") as library:
            scan_turned(library, place / "photos", COUNTS[:scanned])
            add_state(library, read)
            add_state(library, read)  # it waits once
            scan_turned(library, place / "photos", COUNTS)
            after = state(library)
            assert check(library) == []
            add_state(library, read)
            assert state(library) == after
        for kind, said in before.items():
            assert after[kind] == said, kind


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=lists, own=lists)
def test_what_the_user_said_here_stays(steps: list[Step], own: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with library_of(place / "one.photoorg", steps) as library:
            read = carried(library, ".json")
        with library_of(place / "two.photoorg", own) as library:
            before, mine = state(library), spoken(library)
            add_state(library, read)
            assert {one: spoken(library)[one] for one in mine} == mine
            assert [problem.sentence for problem in check(library)] == []
            once = state(library)
            add_state(library, read)
            assert state(library) == once
            while library.history.undo_label == "Take over what another library holds":
                library.history.undo()
            assert state(library) == before


def spoken(library: Library) -> dict[object, Any]:
    """Return where the user has put faces: with whom by name, or that they are none.

    Also in which groups photos are, how these are called, and what was said of duplicates.
    """
    rows = library.connection.rows
    scenes = {
        ("photo", photo): scene
        for photo, scene in rows("SELECT photo_id, scene_id FROM scene_answers")
    }
    names = {
        ("scene", id_): (name, into)
        for id_, name, into in rows("SELECT id, name, merged_into FROM scenes")
        if name is not None or into is not None
    }
    pairs = {
        ("pair", *pair): ended
        for *pair, ended in rows("SELECT photo_id, other_id, ended FROM no_duplicates")
    }
    return (
        scenes
        | names
        | pairs
        | {
            row[0]: row[1:]
            for row in library.connection.rows(
                "SELECT f.id, q.name, f.dismissed FROM faces AS f LEFT JOIN people AS q "
                "ON q.id = f.person_id "
                "WHERE (f.source != 'machine' AND q.name IS NOT NULL) OR f.dismissed"
            )
        }
    )


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_searches_and_what_is_left_out_are_carried(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "Größe \N{SNOWMAN}"
    with Library.open(tmp_path / "one.photoorg") as library:
        save(library, "Both, “there”", 'anna "sea"')
        save(library, "Taken", "here")
        leave_out(library, library.folders.add(folder), ["*.png", "!keep, this.png"])
        read = carried(library, suffix)
    with Library.open(tmp_path / "two.photoorg") as library:
        save(library, "Taken", "there")
        for _ in range(2):
            add_state(library, read)
            assert saved(library) == {"Both, “there”": 'anna "sea"', "Taken": "there"}
            added = library.folders.add(folder)
            assert library.folders.patterns(added) == ["*.png", "!keep, this.png"]
        leave_out(library, added, ["*.gif"])
        add_state(library, read)
        assert library.folders.patterns(added) == ["*.gif"]


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_rows_that_are_not_understood_are_told(tmp_path: Path, suffix: str) -> None:
    steps = [("rename", 0, 0), ("date", 0, 1), ("gather", 0, 1), ("deny", 0, 1)]
    with library_of(tmp_path / "x.photoorg", steps) as library:
        text = as_text(entries(library), said_rows(library), ".json")
    rows = json.loads(text)
    (person,) = (row for row in rows if row["what"] == "person")
    answer = next(row for row in rows if row["what"] == "answer")
    (photo,) = (row for row in rows if row["what"] == "photo")
    (scene,) = (row for row in rows if row["what"] == "scene")
    place = next(row for row in rows if row["what"] == "place")
    (denial,) = (row for row in rows if row["what"] == "no-duplicates")
    bad = [
        person | {"name": "x" * 4000},
        person | {"id": ""},
        person | {"id": 5},
        person | {"born": "yesterday"},
        answer | {"kind": "perhaps"},
        answer | {"x": "nan"},
        answer | {"picture_hash": "", "content_hash": ""},
        photo | {"taken": "1700"},
        photo | {"turned": "left"},
        {"what": "answer"},
        {"what": "search", "name": "x" * 101, "text": "anna"},
        {"what": "search", "name": "x"},
        {"what": "search", "text": "anna"},
        {"what": "folder", "folder": "/x", "text": "!"},
        {"what": "folder", "folder": 5, "text": "*.png"},
        scene | {"id": ""},
        scene | {"name": "x" * 4000},
        place | {"picture_hash": "", "content_hash": ""},
        place | {"scene": 5},
        denial | {"other_picture_hash": None, "other_content_hash": None},
    ]
    endless = 10**400
    bad += [photo | {"turned": endless}, photo | {"turned": float("inf")}]
    halves = [person | {"name": "\ud800"}, {"name": "Anna", "photo": "\ud800.png"}]
    names = dict.fromkeys(("name", "photo", "picture_hash", "content_hash", "said"), "a")
    boxes = [names | {"x": endless, "y": 0, "width": 1, "height": 1}]
    _, said, left = read_text(json.dumps([*rows, *bad, *halves, *boxes]), ".json")
    read, odd = read_said(said)
    assert [(one.path, one.name) for one in left][-2:] == [("?.png", "Anna"), ("a", "a")]
    assert len(left) == 3
    assert [one.reason for one in odd] == ["This entry is not understood."] * len(bad)
    assert len(read.people) == len(read.dates) == 1
    assert len(read.scenes.scenes) == len(read.denials.rows) == 1
    assert len(read.scenes.answers) == 2


def test_a_face_in_the_first_moment_of_a_video_has_its_second(
    library: Library, tmp_path: Path
) -> None:
    group(library, add_photos(library, tmp_path / "a", [1]))
    library.connection.execute("UPDATE faces SET at_s = 0.0, x = 0.0")
    actions.split(library, [1], "Anna")
    (row,) = [row for row in said_rows(library) if row.get("kind") == "is"]
    assert (row["second"], row["x"]) == (0.0, 0.0)
