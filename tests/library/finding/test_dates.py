import re
from datetime import date

import pytest

from photoorg.errors import UsageError
from photoorg.library.finding.dates import folder_pattern, said_date, typed_date, typed_range
from photoorg.library.finding.search import Span

TODAY = date(2024, 3, 1)  # a Friday, after the 29th of February


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2003", Span("2003-01-01", "2003-12-31", "2003")),
        ("2003-02", Span("2003-02-01", "2003-02-28", "2003-02")),
        ("2004-2", Span("2004-02-01", "2004-02-29", "2004-02")),
        ("2003-07-14", Span("2003-07-14", "2003-07-14", "2003-07-14")),
        ("9999", Span("9999-01-01", "9999-12-31", "9999")),
    ],
)
def test_a_typed_date_is_a_year_a_month_or_a_day(text: str, days: Span) -> None:
    assert typed_date(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "DATE",
        "03",
        "2003-13",
        "2003-02-30",
        "0000",
        "2003-00",
        "2003-1-1-1",
        "\uff12\uff10\uff10\uff13",
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="is no date; write a year, a month or a day"):
        typed_date(text)


def test_a_range_goes_from_the_first_day_to_the_last() -> None:
    assert typed_range("2003", "2004-02") == Span("2003-01-01", "2004-02-29")
    assert typed_range(None, "2004") == Span("", "2004-12-31")
    assert typed_range("2003-07-14", None) == Span("2003-07-14", "")
    assert typed_range("2003", "2003") == Span("2003-01-01", "2003-12-31")
    with pytest.raises(UsageError, match="2003 lies before 2004"):
        typed_range("2004", "2003")


@pytest.mark.parametrize(
    ("said", "days", "taken"),
    [
        ("July 2003 beach", Span("2003-07-01", "2003-07-31", "2003-07"), 2),
        ("14 july 2003", Span("2003-07-14", "2003-07-14", "2003-07-14"), 3),
        ("Jul 14, 2003", Span("2003-07-14", "2003-07-14", "2003-07-14"), 3),
        ("3rd sept 2003", Span("2003-09-03", "2003-09-03", "2003-09-03"), 3),
        ("today", Span("2024-03-01", "2024-03-01"), 1),
        ("yesterday", Span("2024-02-29", "2024-02-29"), 1),
        ("this week", Span("2024-02-26", "2024-03-03"), 2),
        ("last week", Span("2024-02-19", "2024-02-25"), 2),
        ("this month", Span("2024-03-01", "2024-03-31"), 2),
        ("last month", Span("2024-02-01", "2024-02-29"), 2),
        ("last year", Span("2023-01-01", "2023-12-31"), 2),
    ],
)
def test_days_that_are_said_in_words(said: str, days: Span, taken: int) -> None:
    assert said_date(said.split(), TODAY) == (days, taken)


@pytest.mark.parametrize(
    "said",
    ["summer 2003", "may", "31 june 2003", "last", "last summer", "2003", "march on 2003", ""],
)
def test_other_words_mean_no_days(said: str) -> None:
    assert said_date(said.split(), TODAY) is None


@pytest.mark.parametrize(
    ("called", "folder", "is_so"),
    [
        ("2003", "2003", True),
        ("2003", "Summer 2003", True),
        ("2003", "20030714", True),
        ("2003", "2003-07", True),
        ("2003", "12003", False),
        ("2003", "20035", False),
        ("2003-07", "2003/07", True),
        ("2003-07", "2003_07_14 party", True),
        ("2003-07", "200307", True),
        ("2003-07", "2003-08", False),
        ("2003-07", "2003-071", False),
        ("2003-07-14", "2003.07.14", True),
        ("2003-07-14", "20030714", True),
        ("2003-07-14", "2003-07-15", False),
    ],
)
def test_folders_are_called_by_dates_in_many_ways(called: str, folder: str, *, is_so: bool) -> None:
    assert (re.search(folder_pattern(called), folder) is not None) == is_so
