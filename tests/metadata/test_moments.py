"""Dates as cameras, programs and standards write them."""

from datetime import UTC, date, datetime

import pytest

from photoorg.metadata.moments import Moment, moment, of_instant, of_unix, offset


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2019:07:14 12:30:05", "2019-07-14T12:30:05"),
        ("2019:07:14 12:30:05\x00", "2019-07-14T12:30:05"),
        (b"2019:07:14 12:30:05", "2019-07-14T12:30:05"),
        ("2019-07-14T12:30:05+02:00", "2019-07-14T12:30:05"),
        ("2019/7/4 9:05", "2019-07-04T09:05:00"),
        ("2019:07:14", "2019-07-14"),
        ("2019:07:00 00:00:00", "2019-07"),
        ("1965:00:00 00:00:00", "1965"),
        ("2003-07", "2003-07"),
        ("1965", "1965"),
        ("2016:12:31 23:59:60", "2016-12-31T23:59:59"),
        ("2016:02:29 10:00:00", "2016-02-29T10:00:00"),
        ("2015:02:29 10:00:00", None),
        ("2019:02:30 10:00:00", None),
        ("0000:00:00 00:00:00", None),
        ("2019:13:14 12:30:05", None),
        ("2019:00:14 12:30:05", None),
        ("2019:07:14 25:30:05", None),
        ("    :  :     :  :  ", None),
        ("1904:01:01 00:00:00", None),
        ("1970:01:01 00:00:00", None),
        ("1980:01:01 00:00:00", None),
        ("1980:01:01 00:00:01", "1980-01-01T00:00:01"),
        ("1904:01:01 12:00:00", "1904-01-01T12:00:00"),
        ("2107:12:31 23:59:58", None),
        ("1700:01:01 10:00:00", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (1563107405, None),
        (b"\xff\xfe\x00", None),
        (("2019:07:14",), None),
    ],
)
def test_dates(value: object, text: str | None) -> None:
    said = moment(value)
    assert (said and said.text) == text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("+09:00", 540), ("-03:30", -210), ("Z", 0), ("+0530", 330), (".123+01:00", 60)),
        *(("", None), ("+25:00", None), ("+02:75", None), ("00:47:40", None), ("+2", None)),
    ],
)
def test_zones(text: str, minutes: int | None) -> None:
    assert offset(text) == minutes


def test_a_zone_in_the_text_goes_before_one_beside_it() -> None:
    assert moment("2019-07-14T10:00:00+02:00", "+09:00") == Moment("2019-07-14T10:00:00", 120)
    assert moment("2019-07-14T10:00:00", "+09:00") == Moment("2019-07-14T10:00:00", 540)


def test_instants_are_compared_across_zones() -> None:
    tokyo, berlin = Moment("2019-07-15T08:00:00", 540), Moment("2019-07-15T01:30:00", 120)
    first, second = tokyo.instant(), berlin.instant()
    assert first is not None
    assert second is not None
    assert first < second
    assert Moment("2019-07-15", 540).instant() is None
    assert Moment("2019-07-15T08:00:00").instant() is None


def test_instants_on_a_clock() -> None:
    instant = datetime(2019, 7, 14, 23, 30, tzinfo=UTC)
    assert of_instant(instant, 120) == Moment("2019-07-15T01:30:00", 120)
    assert of_unix(1563146999) == Moment("2019-07-14T23:29:59", 0)
    assert of_unix(0) is None
    assert of_unix(1e30) is None
    assert of_unix(float("nan")) is None


def test_next_year_is_the_last_that_is_believed() -> None:
    year = date.today().year
    assert moment(f"{year + 1}:01:01 10:00:00")
    assert moment(f"{year + 2}:01:01 10:00:00") is None
