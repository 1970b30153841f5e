"""What was said of duplicates comes back from the journal, once both photos are there."""

from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.journal.lines import read
from photoorg.library.journal.replay import add_state, restore_journal
from photoorg.library.storage.sidecars import journal_file
from tests.library.journal.test_journal import scan
from tests.library.journal.test_replayed_scenes import ids

COUNTS = [0] * 4


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Return the journal of a library in which four pairs were denied, and one taken back."""
    with Library.open(tmp_path / "said.photoorg") as library:
        scan(library, tmp_path / "photos", COUNTS)
        photos = ids(library)
        no_duplicates(library, photos[:1], photos)
        no_duplicates(library, photos[2:], [])
        take_back(library, [photos[1]])
        no_duplicates(library, photos[1:2], photos[2:3])
        library.history.undo()
        return journal_file(library.path)


def pairs(library: Library) -> dict[str, bool]:
    """Return which pairs were denied, by their contents, and whether that holds."""
    return {
        f"{one[-1]}{other[-1]}": not ended
        for one, other, ended in library.connection.rows(
            "SELECT c.content_hash, o.content_hash, n.ended FROM no_duplicates AS n "
            "JOIN contents AS c ON c.photo_id = n.photo_id "
            "JOIN contents AS o ON o.photo_id = n.other_id"
        )
    }


PAIRS = {"12": False, "13": True, "14": True, "34": True}


def test_it_waits_for_both_photos(said: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "elsewhere", COUNTS[:1])
        restore_journal(said, library)
        assert pairs(library) == {}
        library.journal.write()
    with Library.open(tmp_path / "third.photoorg") as library:  # what waits is in the journal too
        restore_journal(journal_file(tmp_path / "new.photoorg"), library)
        scan(library, tmp_path / "elsewhere", COUNTS[:3])
        assert pairs(library) == {"12": False, "13": True}
        scan(library, tmp_path / "elsewhere", COUNTS)
        assert pairs(library) == PAIRS
        assert library.connection.rows("SELECT * FROM pending_no_duplicates") == []


def test_it_is_one_step(said: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "elsewhere", COUNTS)
        restore_journal(said, library)
        assert pairs(library) == PAIRS
        library.history.undo()
        assert pairs(library) == {}


def test_an_older_copy_forgets_what_was_undone_since(tmp_path: Path) -> None:
    path, copy = tmp_path / "l.photoorg", tmp_path / "copy.photoorg"
    with Library.open(path) as library:
        scan(library, tmp_path / "photos", COUNTS)
        no_duplicates(library, ids(library)[:2], [])
        library.connection.execute("VACUUM INTO ?", (str(copy),))
        library.history.undo()
        no_duplicates(library, ids(library)[2:], [])
    with Library.open(copy) as library:
        restore_journal(journal_file(path), library)
        assert pairs(library) == {"34": True}


def test_what_was_taken_back_here_stays_so(said: Path, tmp_path: Path) -> None:
    state = read(said)
    assert state is not None
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "elsewhere", COUNTS)
        photos = ids(library)
        no_duplicates(library, [photos[0]], [photos[1], photos[2]])
        take_back(library, [photos[2]])
        add_state(library, state)
        assert pairs(library) == PAIRS | {"12": True, "13": False}
