"""Groups of pictures come back from the journal, for photos that are known or come later."""

from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.journal.lines import read
from photoorg.library.journal.replay import add_state, begin_from_journal, restore_journal
from photoorg.library.scenes import deciding
from photoorg.library.storage.sidecars import journal_file
from tests.library.journal.test_journal import scan
from tests.library.scenes.conftest import learn

COUNTS = [0] * 8


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """Return the journal of a library in which groups were named, emptied and put together."""
    with Library.open(tmp_path / "said.photoorg") as library:
        scan(library, tmp_path / "photos", COUNTS)
        photos = ids(library)
        one, other = learn(library, {0: photos[:3], 1: photos[3:6]})
        deciding.rename(library, one, "Beach")
        deciding.gather(library, photos[6:], "Receipts")
        deciding.take_out(library, photos[:1])
        deciding.move(library, [photos[7]], one)
        deciding.merge(library, one, [other])
        deciding.take_out(library, [photos[5]])
        library.history.undo()
        assert places(library) == PLACES
        return journal_file(library.path)


PLACES = {
    "content 1": None,
    **{f"content {n}": "Beach" for n in (2, 3, 4, 5, 6, 8)},
    "content 7": "Receipts",
}


def ids(library: Library) -> list[int]:
    return [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]


def places(library: Library) -> dict[str, str | None]:
    """Return where the user wants photos to be, by their contents."""
    return dict(
        library.connection.rows(
            "SELECT c.content_hash, s.name FROM scene_answers AS a "
            "JOIN contents AS c ON c.photo_id = a.photo_id "
            "LEFT JOIN scenes AS s ON s.id = a.scene_id"
        )
    )


def test_a_lost_library_has_its_groups_again_as_soon_as_photos_are_scanned(
    said: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.photoorg"
    begin_from_journal(said, path)
    with Library.open(path) as library:
        assert places(library) == {}
        library.journal.write()  # a journal written meanwhile holds what waits
    with Library.open(tmp_path / "third.photoorg") as library:
        restore_journal(journal_file(path), library)
        scan(library, tmp_path / "elsewhere", COUNTS)
        assert places(library) == PLACES
        assert library.connection.rows("SELECT * FROM pending_scene_answers") == []
        merged = library.connection.value("SELECT count(*) FROM scenes WHERE merged_into NOT NULL")
        assert merged == 1


def test_photos_that_are_known_are_where_the_journal_says(said: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "elsewhere", COUNTS)
        restore_journal(said, library)
        assert places(library) == PLACES
        library.history.undo()
        assert places(library) == {}
        library.history.redo()
        assert places(library) == PLACES


def test_an_older_copy_forgets_what_was_taken_back_since(tmp_path: Path) -> None:
    path, copy = tmp_path / "l.photoorg", tmp_path / "copy.photoorg"
    with Library.open(path) as library:
        scan(library, tmp_path / "photos", COUNTS)
        photos = ids(library)
        deciding.gather(library, photos[:2], "Beach")
        deciding.gather(library, photos[2:4], "Receipts")
        library.connection.execute("VACUUM INTO ?", (str(copy),))
        library.history.undo()
        deciding.take_out(library, photos[:1])
        expected = places(library)
    with Library.open(copy) as library:
        restore_journal(journal_file(path), library)
        assert places(library) == expected
        assert [scene.name for scene in library.scenes.every()] == ["Beach"]


def test_what_was_said_here_of_groups_stays(said: Path, tmp_path: Path) -> None:
    state = read(said)
    assert state is not None
    with Library.open(tmp_path / "new.photoorg") as library:
        scan(library, tmp_path / "elsewhere", COUNTS)
        photos = ids(library)
        deciding.gather(library, photos[:2], "Receipts")
        deciding.gather(library, photos[2:3], "Mountains")
        deciding.take_out(library, photos[3:4])
        before = places(library)
        add_state(library, state)
        after = {content: name for content, name in PLACES.items() if content not in before}
        assert places(library) == before | after
        names = [scene.name for scene in library.scenes.every()]
        assert sorted(filter(None, names)) == ["Beach", "Mountains", "Receipts"]
        add_state(library, state)
        assert places(library) == before | after
        while library.history.undo_label == "Take over what another library holds":
            library.history.undo()
        assert places(library) == before


def test_groups_that_were_put_together_here_stay_so(tmp_path: Path) -> None:
    path, copy = tmp_path / "l.photoorg", tmp_path / "copy.photoorg"
    with Library.open(path) as library:
        scan(library, tmp_path / "photos", COUNTS)
        photos = ids(library)
        deciding.gather(library, photos[:2])
        deciding.gather(library, photos[2:4])
        one, other = (scene.id for scene in library.scenes.every())
        library.connection.execute("VACUUM INTO ?", (str(copy),))
        deciding.merge(library, other, [one])
    with Library.open(copy) as library:
        deciding.merge(library, one, [other])
        deciding.rename(library, one, "Mine")
        before = places(library)
        state = read(journal_file(path))
        assert state is not None
        add_state(library, state)
        assert places(library) == before
        (scene,) = library.scenes.every()
        assert (scene.id, scene.name) == (one, "Mine")
