"""When photos were taken, as the user says it: undone, kept and moved like everything said."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import FileEntry, Library
from photoorg.library.journal.replay import restore_journal
from photoorg.library.origins.dating import set_taken, shift_taken, shifted
from photoorg.library.storage.sidecars import journal_file
from photoorg.metadata.moments import Moment
from photoorg.metadata.values import Details, Source
from photoorg.types import Kind
from tests.library.conftest import MODEL, add_photos, analysis, found
from tests.library.journal.test_journal import scan

HOUR = timedelta(hours=1)


def taken(library: Library) -> list[str | None]:
    return [photo.taken_at for photo in sorted(library.photos.list(), key=lambda one: one.path)]


def dated(library: Library, folder: Path, *texts: str | None) -> list[int]:
    """Add photos whose files tell these dates; return their ids in this order."""
    add_photos(library, folder, [0] * len(texts))
    files = sorted(library.intake.known(folder).items())
    library.origins.keep(
        (known.file_id, Details(Moment(text) if text else None, Source.EXIF if text else None))
        for (_, known), text in zip(files, texts, strict=True)
    )
    return [library.pictures.photo_of(known.file_id) or 0 for _, known in files]


def test_a_date_is_one_step_with_its_source(library: Library, tmp_path: Path) -> None:
    first, second = dated(library, tmp_path, "2003-07-14T10:11:12", None)
    assert set_taken(library, [first, second], "1965-07") == frozenset({Kind.PHOTOS})
    assert taken(library) == ["1965-07", "1965-07"]
    assert {photo.source for photo in library.photos.list()} == {"you"}
    library.history.undo()
    assert taken(library) == ["2003-07-14T10:11:12", None]
    assert library.photos.get(first).source == "exif"
    library.history.redo()
    set_taken(library, [first], None)
    assert taken(library) == ["2003-07-14T10:11:12", "1965-07"]


def test_clocks_that_were_wrong_are_put_right(library: Library, tmp_path: Path) -> None:
    photos = dated(library, tmp_path, "2019-12-31T23:30:00", "2003-07-14", "2003-07", None)
    shift_taken(library, photos, HOUR)
    assert taken(library) == ["2020-01-01T00:30:00", "2003-07-14", "2003-07", None]
    shift_taken(library, photos, timedelta(days=-1))
    assert taken(library) == ["2019-12-31T00:30:00", "2003-07-13", "2003-07", None]
    library.history.undo()
    library.history.undo()
    assert taken(library) == ["2019-12-31T23:30:00", "2003-07-14", "2003-07", None]
    before = taken(library)
    for ids, by in ((photos[2:], HOUR), ([], HOUR), ([99], HOUR), (photos, timedelta(999999))):
        with pytest.raises(UsageError):
            shift_taken(library, ids, by)
    assert taken(library) == before
    assert library.history.undo() is None


def test_a_shifted_clock_is_still_that_of_its_place(library: Library, tmp_path: Path) -> None:
    ids = dated(library, tmp_path, "2019-07-15T08:00:00", "2019-07-15T01:30:00")
    library.connection.execute(
        "UPDATE photos SET taken_offset_min = iif(id = ?, 540, 120)", (ids[0],)
    )
    assert [photo.id for photo in library.photos.list()] == ids[::-1]
    shift_taken(library, ids[:1], HOUR)  # midnight in Greenwich, half an hour after the other
    assert [photo.id for photo in library.photos.list()] == ids


@pytest.mark.parametrize("text", ["", "yesterday", "2003-13", "2003-02-30", "20033", "1700", "0"])
def test_what_is_no_date_is_refused(library: Library, tmp_path: Path, text: str) -> None:
    ids = dated(library, tmp_path, None)
    with pytest.raises(UsageError):
        set_taken(library, ids, text)
    assert taken(library) == [None]


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2020, 1, 1)),
    st.timedeltas(min_value=timedelta(days=-3000), max_value=timedelta(days=2000)),
)
def test_a_shift_is_taken_back_by_its_opposite(then, by):
    text, by = then.replace(microsecond=0).isoformat(), by - timedelta(microseconds=by.microseconds)
    later = shifted(text, by)
    assert later is not None
    assert shifted(later, -by) == text


def test_what_was_said_survives_rescans_moves_and_edits(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    scan(library, folder, [1, 1])
    first, second = sorted(photo.id for photo in library.photos.list())
    set_taken(library, [first], "1965-07")
    shift_taken(library, [second], HOUR)
    said = taken(library)
    assert said == ["1965-07", "2019-07-01T13:00:00"]
    scan(library, folder, [1, 1])
    assert taken(library) == said
    # an edited copy beside the photo: what was said of one is said of both
    copy, moved = (file(library, folder, name) for name in ("copy.jpg", "moved.jpg"))
    edited = analysis(copy, [found(0)], "edited", continues=first, kept={})
    library.pictures.store([edited])
    assert taken(library) == [*said, "1965-07"]
    assert library.pictures.recognize(moved, "content 1", "content 1", MODEL)
    assert taken(library).count("1965-07") == 2


def file(library: Library, folder: Path, name: str) -> int:
    """Let a new file be met; return its id."""
    library.intake.register(library.folders.add(folder), [FileEntry(folder / name, 9, 9)])
    return library.intake.known(folder)[folder / name].file_id


@pytest.mark.parametrize("scanned_first", [True, False])
@pytest.mark.parametrize("edited", [True, False])
def test_what_was_said_outlives_the_library(
    library: Library, tmp_path: Path, scanned_first: bool, edited: bool
) -> None:
    folder = tmp_path / "a"
    scan(library, folder, [1, 1])
    first, second = sorted(photo.id for photo in library.photos.list())
    set_taken(library, [first], "1965-07")
    shift_taken(library, [second], HOUR)
    said, content = taken(library), "content {}"
    if edited:
        content = "edited {}"
        for n, photo in enumerate((first, second)):
            entry = library.intake.known(folder)[folder / f"{n:03}.jpg"]
            versions = [analysis(entry.file_id, [found(0)], content.format(n + 1), continues=photo)]
            library.pictures.store(versions)
    library.keep_safe()
    with Library.open(tmp_path / "new.photoorg") as new:
        if scanned_first:
            scan(new, folder, [1, 1], content=content)
        restore_journal(journal_file(library.path), new)
        if not scanned_first:
            restore_journal(journal_file(new.path), new)  # what waits is in its journal, too
            scan(new, folder, [1, 1], content=content)
        assert taken(new) == said
        assert new.connection.value("SELECT count(*) FROM pending_dates") == 0


def test_an_older_copy_takes_dates_back(library: Library, tmp_path: Path) -> None:
    scan(library, tmp_path / "a", [1, 1])
    first, second = sorted(photo.id for photo in library.photos.list())
    set_taken(library, [first], "1965")
    backup = tmp_path / "copy.photoorg"
    library.connection.execute("VACUUM INTO ?", (str(backup),))
    library.history.undo()
    set_taken(library, [second], "1970")
    with Library.open(backup) as older:
        restore_journal(journal_file(library.path), older)
        assert taken(older) == taken(library) == ["2019-07-01T12:00:00", "1970"]


def test_small_pictures_stay_where_only_the_date_changes(library: Library, tmp_path: Path) -> None:
    (photo,) = dated(library, tmp_path, "2003-07-14T10:11:12")
    library.keep_thumbnails({photo: b"jpeg"}, {})
    set_taken(library, [photo], "2004")
    library.history.undo()
    assert library.thumbnails.photo(photo) == b"jpeg"
