"""What files tell of a photo is kept, the surest first; photos are sorted by the instant."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photoorg.library import FileEntry, Library
from photoorg.library.finding.finder import find
from photoorg.library.finding.search import Search, Span
from photoorg.metadata.moments import Moment
from photoorg.metadata.values import NOTHING, Details, Source
from tests.library.conftest import add_photos, analysis

EXIF = Details(Moment("2019-07-15T08:00:00", 540), Source.EXIF, 35.6, 139.7, "Tokyo", "Japan")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "test.photoorg") as opened:
        yield opened


def files(library: Library, folder: Path) -> list[int]:
    return [known.file_id for _, known in sorted(library.intake.known(folder).items())]


def test_everything_that_is_told_comes_back(library: Library, tmp_path: Path) -> None:
    add_photos(library, tmp_path / "a", [1])
    details = replace(EXIF, camera="Canon", caption="Anna\nat the sea")
    (file,) = files(library, tmp_path / "a")
    assert [[waits.id for waits in of] for of in library.origins.waiting().values()] == [[file]]
    library.origins.keep([(file, details)])
    assert library.origins.waiting() == {}
    (photo,) = library.photos.list()
    assert library.origins.of(photo.id) == details
    assert photo.taken_at == "2019-07-15T08:00:00"
    library.origins.keep([(file, NOTHING)])  # written over by another program
    assert library.origins.of(photo.id) == NOTHING
    assert library.origins.of(99) is None


def test_what_could_not_be_asked_takes_nothing_back(library: Library, tmp_path: Path) -> None:
    add_photos(library, tmp_path / "a", [1])
    (file,) = files(library, tmp_path / "a")
    library.origins.keep([(file, EXIF)])
    (photo,) = library.photos.list()
    silent = replace(NOTHING, complete=False)
    library.origins.renew({photo.id: [silent]})
    library.origins.renew({photo.id: [NOTHING, silent]})
    assert library.origins.of(photo.id) == EXIF
    library.origins.keep([(file, replace(silent, camera="Canon"))])
    assert library.origins.of(photo.id) == replace(EXIF, camera="Canon")
    assert list(library.origins.waiting()) == [photo.id]  # it is asked again
    library.origins.renew({photo.id: [NOTHING]})
    assert library.origins.of(photo.id) == NOTHING
    assert library.origins.waiting() == {}


def test_of_two_copies_the_surer_one_tells_the_date(library: Library, tmp_path: Path) -> None:
    folder = library.folders.add(tmp_path)
    library.intake.register(folder, [FileEntry(tmp_path / f"{n}.jpg", n, 7) for n in range(2)])
    one, two = files(library, tmp_path)
    library.pictures.store([analysis(one, [], "same"), analysis(two, [], "same")])
    (photo,) = library.photos.list()
    named = Details(Moment("2020-01-01"), Source.NAME, caption="WhatsApp")
    for order in ([(one, EXIF), (two, named)], [(two, named), (one, EXIF)]):
        library.origins.keep(order)
        kept = library.origins.of(photo.id)
        assert kept == replace(EXIF, caption="WhatsApp")
    later = replace(EXIF, taken=Moment("2021-01-01T10:00:00"))
    library.origins.keep([(two, later)])
    assert library.origins.of(photo.id) == replace(later, caption="WhatsApp")


def test_what_is_no_more_told_is_taken_back(library: Library, tmp_path: Path) -> None:
    folder = library.folders.add(tmp_path)
    library.intake.register(folder, [FileEntry(tmp_path / f"{n}.jpg", n, 7) for n in range(2)])
    one, two = files(library, tmp_path)
    library.pictures.store([analysis(one, [], "same"), analysis(two, [], "same")])
    (photo,) = library.photos.list()
    beside = Details(Moment("2018-05-06"), Source.SIDECAR, caption="By the lake")
    for both in ([EXIF, beside], [beside, EXIF]):
        library.origins.renew({photo.id: both})
        assert library.origins.of(photo.id) == replace(EXIF, caption="By the lake")
    library.origins.renew({photo.id: [beside, NOTHING]})
    assert library.origins.of(photo.id) == beside
    library.origins.renew({photo.id: [NOTHING, NOTHING]})
    assert library.origins.of(photo.id) == NOTHING


def test_files_beside_photos_are_kept(library: Library, tmp_path: Path) -> None:
    add_photos(library, tmp_path / "a", [0, 0])
    library.origins.keep((file, NOTHING) for file in files(library, tmp_path / "a"))
    folder = library.folders.add(tmp_path / "a")
    one, other = str(tmp_path / "a" / "000.jpg.xmp"), str(tmp_path / "b" / "x.xmp")
    photo = str(tmp_path / "a" / "000.jpg")
    library.origins.keep_beside(folder, {one: (5, 7), other: (1, 1)}, [], [photo])
    assert library.origins.beside(tmp_path / "a") == {one: (5, 7)}
    assert [str(file.path) for (file,) in library.origins.waiting().values()] == [photo]
    library.origins.keep_beside(folder, {}, [one], [])
    assert library.origins.beside(tmp_path) == {other: (1, 1)}


def test_photos_are_sorted_by_the_instant(library: Library, tmp_path: Path) -> None:
    add_photos(library, tmp_path, [0] * 6)
    moments = [
        Moment("2019-07-15T01:30:00", 120),  # 23:30 in Greenwich, the day before
        Moment("2019-07-15T08:00:00", 540),  # 23:00 in Greenwich
        Moment("2019-07-14T23:10:00"),
        Moment("2019-06"),
        Moment("2019-08-01T00:10:00", 540),
        None,
    ]
    told = [Details(moment, Source.EXIF if moment else None) for moment in moments]
    library.origins.keep(zip(files(library, tmp_path), told, strict=True))
    names = [photo.path.stem for photo in library.photos.list()]
    assert names == ["004", "000", "002", "001", "003", "005"]
    assert find(library, Search()) == [photo.id for photo in library.photos.list()]
    months = [month for *_, month in library.photos.layout()]
    assert months == ["2019-08", "2019-07", "2019-07", "2019-07", "2019-06", ""]


def test_photos_are_found_by_place_and_by_what_is_known_of_the_date(
    library: Library, tmp_path: Path
) -> None:
    add_photos(library, tmp_path, [0] * 3)
    told = [EXIF, Details(Moment("2003-07"), Source.NAME), Details(Moment("1965"), Source.EXIF)]
    told[1] = replace(told[1], place="Zürich", country="Switzerland")
    library.origins.keep(zip(files(library, tmp_path), told, strict=True))
    first, second, third = sorted(photo.id for photo in library.photos.list())
    assert find(library, Search(place="zurich")) == [second]
    assert find(library, Search(place="JAPAN")) == [first]
    assert find(library, Search(spans=(Span("2003-07-01", "2003-07-31", "2003-07"),))) == [second]
    assert find(library, Search(spans=(Span("2003-01-01", "2003-12-31", "2003"),))) == [second]
    assert find(library, Search(spans=(Span("1965-01-01", "1965-12-31", "1965"),))) == [third]
    assert find(library, Search(spans=(Span("2003-07-14", "2003-07-14", "2003-07-14"),))) == []
