"""Where a date was read is told where it is not the camera's own."""

from pathlib import Path

from photoorg.library import Photo
from photoorg.metadata.values import Source
from photoorg.ui.models.origin_words import origin_words
from photoorg.ui.models.photos_model import date_of


def photo(taken: str | None, source: str | None) -> Photo:
    return Photo(1, Path("a.jpg"), 9, 9, taken, 0, False, source=source)


def test_every_source_but_the_camera_is_named() -> None:
    said = {source: origin_words(photo("2019-07-14", source)) for source in (*Source, "you", None)}
    quiet = {Source.EXIF, Source.XMP, Source.IPTC, Source.QUICKTIME, Source.CONTAINER, None}
    assert {source for source, words in said.items() if not words} == quiet
    assert len(set(said.values())) == len(said) - len(quiet) + 1


def test_what_is_known_of_a_date_is_shown_and_no_more() -> None:
    assert date_of(photo("2019-07-14T10:11:12", None)) == "14 July 2019, 10:11"
    assert date_of(photo("2019-07-14", None)) == "14 July 2019"
    assert date_of(photo("2003-07", None)) == "July 2003"
    assert date_of(photo("1965", None)) == "1965"
    assert date_of(photo(None, None)) == "no date"
