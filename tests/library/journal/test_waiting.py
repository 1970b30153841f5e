"""What a journal says of photos that come later is undone and done again with the step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.boxes import turned
from photoorg.library.decisions import actions
from photoorg.library.decisions.turning import Way, turn
from photoorg.library.duplicates.denying import no_duplicates
from photoorg.library.journal import travel
from photoorg.library.journal.lines import State, current
from photoorg.library.journal.replay import (
    add_state,
    apply_pending,
    apply_waiting,
    restore_journal,
)
from photoorg.library.journal.waiting import anything_waits
from photoorg.library.origins.dating import set_taken
from photoorg.library.scenes import deciding
from photoorg.library.storage.sidecars import journal_file
from photoorg.types import Box, FoundFace
from tests.library.journal.test_replayed_scenes import ids

PHOTOS = 4
SIZE = (640, 480)


def register(library: Library, folder: Path, numbers: range = range(PHOTOS)) -> None:
    paths = [folder / f"{n}.jpg" for n in numbers]
    library.intake.register(library.folders.add(folder), [FileEntry(path, 1, 1) for path in paths])


def look(library: Library, folder: Path, n: int) -> Analysis:
    """Look into a photo as a scan does, as it stands or is to stand."""
    file = library.intake.known(folder)[folder / f"{n}.jpg"].file_id
    stands = library.pictures.turn(file, f"content {n}", f"picture {n}")
    quarters = 0 if stands is None else stands.quarters
    size = SIZE[::-1] if quarters % 2 else SIZE
    box = turned(Box(10, 20, 100, 100), SIZE, quarters)
    face = FoundFace(box, np.ones((5, 2), np.float32), 0.9, 0.5, np.ones(8, np.float32))
    what = (f"content {n}", *size, None, "tiny", [face], f"picture {n}")
    return Analysis(file, *what, turned=quarters)


def store(library: Library, analysis: Analysis) -> None:
    """Store a photo as a scan does, with what waited for it."""
    with library.connection.write():
        library.pictures.store([analysis])
        photo = library.pictures.photo_of(analysis.file_id)
        apply_pending(library, [] if photo is None else [photo])


def scan(library: Library, folder: Path, numbers: range = range(PHOTOS)) -> None:
    register(library, folder, numbers)
    for n in numbers:
        store(library, look(library, folder, n))


def told(library: Library) -> dict[str, Any]:
    """Return what was said of whole photos and of faces, by their contents."""
    content = "(SELECT content_hash FROM contents WHERE photo_id = {0} LIMIT 1)"
    return {
        kind: sorted(library.connection.rows(sql), key=str)
        for kind, sql in {
            "turns": f"SELECT {content.format('p.id')}, turned FROM photos AS p WHERE turned",
            "dates": f"SELECT {content.format('p.id')}, taken_corrected FROM photos AS p "
            "WHERE taken_corrected IS NOT NULL",
            "scenes": f"SELECT {content.format('a.photo_id')}, s.name FROM scene_answers AS a "
            "LEFT JOIN scenes AS s ON s.id = a.scene_id",
            "pairs": f"SELECT {content.format('n.photo_id')}, {content.format('n.other_id')}, "
            "n.ended FROM no_duplicates AS n",
            "names": f"SELECT {content.format('f.photo_id')}, p.name FROM faces AS f "
            "JOIN people AS p ON p.id = f.person_id WHERE p.name IS NOT NULL",
        }.items()
    }


NOTHING: dict[str, Any] = {"turns": [], "dates": [], "scenes": [], "pairs": [], "names": []}


def source(place: Path, say: Callable[[Library, list[int]], object], name: str) -> Path:
    """Return the journal of a library of the photos in which something was said of them."""
    path = place / f"{name}.photoorg"
    with Library.open(path) as library:
        scan(library, place / "photos")
        say(library, ids(library))
    return journal_file(path)


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Return a library in which something of each kind was said."""
    path = tmp_path / "said.photoorg"
    with Library.open(path) as library:
        scan(library, tmp_path / "photos")
        photos = ids(library)
        turn(library, photos[0], Way.RIGHT)
        turn(library, photos[1], Way.LEFT)
        set_taken(library, photos[1:3], "1965-07")
        deciding.gather(library, photos[:2], "Beach")
        no_duplicates(library, photos[:1], photos[1:])
        (face,) = library.faces.of_photo(photos[3])
        actions.split(library, [face.id], "Anna")
        everything = told(library)
        assert all(everything.values())
    return path


@pytest.mark.parametrize("adding", [False, True])
@pytest.mark.parametrize("when", ["unscanned", "half", "scanned", "undone and scanned"])
def test_it_is_undone_and_done_again_with_its_step(
    said: Path, tmp_path: Path, when: str, adding: bool
) -> None:
    with Library.open(said) as library:
        everything, state = told(library), current(library.connection)
    new = tmp_path / "new.photoorg"
    with Library.open(new) as library:
        scan(library, tmp_path / "else", range(10, 12))
        if adding:
            add_state(library, state)
        else:
            restore_journal(journal_file(said), library)
        if when in ("half", "scanned"):
            scan(library, tmp_path / "a", range(PHOTOS if when == "scanned" else 2))
        before = told(library)
        for _ in range(2):
            library.history.undo()
            assert told(library) == NOTHING
            if when == "undone and scanned":
                scan(library, tmp_path / "a")
                assert told(library) == NOTHING
            library.history.redo()
            apply_waiting(library)
            assert told(library) == (everything if when == "undone and scanned" else before)
        scan(library, tmp_path / "a")
        assert told(library) == everything
        library.history.undo()
        assert told(library) == NOTHING
        library.history.redo()
        assert told(library) == everything
    with Library.open(tmp_path / "third.photoorg") as library:  # the journal says the same
        scan(library, tmp_path / "b")
        restore_journal(journal_file(new), library)
        assert told(library) == everything


def test_a_step_undone_before_its_photos_came_leaves_nothing_to_them(
    said: Path, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        restore_journal(journal_file(said), library)
        library.history.undo()
        assert current(library.connection) == State(current(library.connection).library)
        scan(library, tmp_path / "a")
        assert told(library) == NOTHING


def test_what_waits_for_a_step_that_is_forgotten_still_comes(said: Path, tmp_path: Path) -> None:
    with Library.open(said) as library:
        everything = told(library)
    with Library.open(tmp_path / "new.photoorg") as library:
        restore_journal(journal_file(said), library)
        library.connection.execute("DELETE FROM edits")
        scan(library, tmp_path / "a")
        assert told(library) == everything
        assert library.history.undo() is None


def test_each_of_two_steps_has_what_waited_for_it(tmp_path: Path) -> None:
    first = source(tmp_path, lambda one, p: set_taken(one, p[:2], "1965-07"), "first")
    second = source(tmp_path, lambda one, p: set_taken(one, p[:1], "1970-07"), "second")
    for scanned in ("before", "after", "between"):
        with Library.open(tmp_path / f"{scanned}.photoorg") as library:
            restore_journal(first, library)
            if scanned == "between":
                scan(library, tmp_path / "a", range(1, PHOTOS))
            restore_journal(second, library)
            if scanned == "before":
                scan(library, tmp_path / "a")
                assert [taken for _, taken in told(library)["dates"]] == ["1970-07", "1965-07"]
            travel.undo(library)
            scan(library, tmp_path / "a")
            assert [taken for _, taken in told(library)["dates"]] == ["1965-07", "1965-07"]
            travel.redo(library)
            again = "1970-07" if scanned == "before" else "1965-07"  # what stands by then counts
            assert [taken for _, taken in told(library)["dates"]] == [again, "1965-07"]
            travel.undo(library)
            travel.undo(library)
            scan(library, tmp_path / "a")
            assert told(library) == NOTHING
            assert not anything_waits(library.connection)


def test_what_is_said_after_a_redo_counts(said: Path, tmp_path: Path) -> None:
    with Library.open(said) as library:
        everything = told(library)
    with Library.open(tmp_path / "new.photoorg") as library:
        restore_journal(journal_file(said), library)
        travel.undo(library)
        scan(library, tmp_path / "a")
        travel.redo(library)
        assert told(library) == everything
        photos = ids(library)
        set_taken(library, photos, "1980-01")
        turn(library, photos[0], Way.LEFT)
        deciding.gather(library, photos, "Mine")
        before = told(library)
        scan(library, tmp_path / "a")
        apply_waiting(library)
        assert told(library) == before
        travel.go_to(library, 0)
        assert told(library) == NOTHING


def test_a_photo_that_was_looked_at_before_it_was_to_be_turned_is_turned(
    said: Path, tmp_path: Path
) -> None:
    """Another process restores the journal between the look at the photo and its storing."""
    with Library.open(said) as library:
        turns = told(library)["turns"]
    with Library.open(tmp_path / "new.photoorg") as library:
        register(library, tmp_path / "a")
        looked = [look(library, tmp_path / "a", n) for n in range(PHOTOS)]
        restore_journal(journal_file(said), library)
        for analysis in looked:
            store(library, analysis)
        scan(library, tmp_path / "a")
        assert told(library)["turns"] == turns
        travel.undo(library)
        assert told(library) == NOTHING


def test_a_photo_that_was_looked_at_before_its_turn_was_undone_stands_as_its_file(
    said: Path, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        register(library, tmp_path / "a")
        restore_journal(journal_file(said), library)
        looked = [look(library, tmp_path / "a", n) for n in range(PHOTOS)]
        assert any(analysis.turned for analysis in looked)
        travel.undo(library)
        for analysis in looked:
            store(library, analysis)
        scan(library, tmp_path / "a")
        assert told(library) == NOTHING


def test_undoing_a_restore_leaves_the_turn_the_user_made(tmp_path: Path) -> None:
    journal = source(tmp_path, lambda one, p: turn(one, p[0], Way.RIGHT), "said")
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "a", range(9, 10))
        (photo,) = ids(library)
        turn(library, photo, Way.RIGHT)
        restore_journal(journal, library)
        file = library.intake.known(tmp_path / "a")[tmp_path / "a" / "9.jpg"].file_id
        edited = replace(
            look(library, tmp_path / "a", 9),
            content_hash="content 0", picture_hash="picture 0", continues=photo,
        )  # fmt: skip
        assert edited.file_id == file
        store(library, edited)
        assert library.photos.get(photo).turned == 1
        travel.undo(library)
        assert library.photos.get(photo).turned == 1
        travel.undo(library)
        assert library.photos.get(photo).turned == 0


def test_saying_again_what_waits_is_no_step(said: Path, tmp_path: Path) -> None:
    with Library.open(said) as library:
        state = current(library.connection)
    with Library.open(tmp_path / "new.photoorg") as library:
        add_state(library, state)
        steps = library.history.entries()
        before = library.connection.rows("SELECT * FROM pending_scene_answers")
        add_state(library, state)
        assert library.history.entries() == steps
        restore_journal(journal_file(said), library)
        assert library.connection.rows("SELECT * FROM pending_scene_answers") == before


def test_the_journal_knows_what_waits_with_the_step(
    said: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is killed right after the step."""
    with Library.open(said) as library:
        everything = told(library)
    new = tmp_path / "new.photoorg"
    with Library.open(new) as library:
        monkeypatch.setattr(library.journal, "write", lambda: pytest.exit("killed"))
        with pytest.raises(BaseException, match="killed"):
            restore_journal(journal_file(said), library)
    with Library.open(tmp_path / "third.photoorg") as library:
        scan(library, tmp_path / "a")
        restore_journal(journal_file(new), library)
        assert told(library) == everything
