"""When and where videos were taken."""

import time
from collections.abc import Iterator

import pytest

from photoorg.media.video.facts import camera, place, taken


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def test_quicktimes_own_key_tells_the_clock_and_its_zone(in_berlin: None) -> None:
    found = taken(
        {
            "creation_time": "2021-05-02T12:03:22.000000Z",
            "com.apple.quicktime.creationdate": "2021-05-02T22:03:22+1000",
        }
    )
    assert found is not None
    assert (found.at, found.offset_min, found.source) == ("2021-05-02T22:03:22", 600, "quicktime")


@pytest.mark.parametrize("text", ["2021-07-02T23:03:22.000000Z", "2021-07-02 23:03:22"])
def test_all_else_is_utc_and_told_by_the_clock_of_this_computer(in_berlin: None, text: str) -> None:
    found = taken({"creation_time": text})
    assert found is not None
    assert (found.at, found.offset_min, found.source) == ("2021-07-03T01:03:22", 120, "container")


@pytest.mark.parametrize(
    "text",
    ["1904-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2021-13-45T00:00:00Z", "yesterday", ""],
)
def test_what_is_no_date_tells_none(text: str) -> None:
    assert taken({"creation_time": text}) is None
    assert taken({}) is None


def test_places_are_those_of_iso_6709() -> None:
    told = {"com.apple.quicktime.location.ISO6709": "+52.5200-013.4050+034.000/"}
    assert place(told) == (52.52, -13.405)
    assert place({"location": "-33.8+151.2/"}) == (-33.8, 151.2)


@pytest.mark.parametrize("text", ["+00.0000+000.0000/", "+91.0+010.0/", "nowhere", "+12/"])
def test_what_is_no_place_tells_none(text: str) -> None:
    assert place({"location": text}) is None


def test_the_camera_is_told_by_quicktime() -> None:
    told = {"com.apple.quicktime.make": "Apple", "com.apple.quicktime.model": "iPhone 12"}
    assert camera(told) == "Apple iPhone 12"
    assert camera({}) is None
