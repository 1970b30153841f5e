"""What a journal says of photos that come later is undone and done again with the step."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.boxes import turned
from photoorg.library.decisions import actions
from photoorg.library.decisions.turning import Way, turn
from photoorg.library.duplicates.denying import no_duplicates
from photoorg.library.journal.lines import State, current
from photoorg.library.journal.replay import (
    add_state,
    apply_pending,
    apply_waiting,
    restore_journal,
)
from photoorg.library.origins.dating import set_taken
from photoorg.library.scenes import deciding
from photoorg.library.storage.sidecars import journal_file
from photoorg.types import Box, FoundFace
from tests.library.journal.test_replayed_scenes import ids

PHOTOS = 4
SIZE = (640, 480)


def scan(library: Library, folder: Path, numbers: range = range(PHOTOS)) -> None:
    """Look into photos as a scan does: as they stand, and with what waited for them."""
    folder_id = library.folders.add(folder)
    paths = [folder / f"{n}.jpg" for n in numbers]
    library.intake.register(folder_id, [FileEntry(path, 1, 1) for path in paths])
    for n, path in zip(numbers, paths, strict=True):
        file = library.intake.known(folder)[path].file_id
        stands = library.pictures.turn(file, f"content {n}", f"picture {n}")
        quarters = 0 if stands is None else stands.quarters
        size = SIZE[::-1] if quarters % 2 else SIZE
        box = turned(Box(10, 20, 100, 100), SIZE, quarters)
        face = FoundFace(box, np.ones((5, 2), np.float32), 0.9, 0.5, np.ones(8, np.float32))
        what = (f"content {n}", *size, None, "tiny", [face], f"picture {n}")
        with library.connection.write():
            library.pictures.store([Analysis(file, *what, turned=quarters)])
            apply_pending(library, [library.pictures.photo_of(file) or 0])


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
