"""Days, months and years as they are typed, and as folders are called."""

import calendar
import re
from datetime import date, timedelta

from photoorg.errors import UsageError
from photoorg.library.finding.said_words import dated, meaning, month
from photoorg.library.finding.search import Span
from photoorg.tr import kept, tr

_TYPED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
MONTHS = (
    *(kept("January"), kept("February"), kept("March"), kept("April"), kept("May"), kept("June")),
    *(kept("July"), kept("August"), kept("September"), kept("October")),
    *(kept("November"), kept("December")),
)
"""Python's own names of months follow the language of the system."""
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


def typed_date(text: str) -> Span:
    """Return the days meant by "2003", "2003-07" or "2003-07-14", and what a folder is called.

    Raises :class:`UsageError` for anything else.
    """
    found = _TYPED.fullmatch(text.strip())
    span = _span(*(int(part) if part else None for part in found.groups())) if found else None
    if span is None:
        raise UsageError(
            tr(
                "“{text}” is no date; write a year, a month or a day: 2003, 2003-07, 2003-07-14.",
                text=text[:40],
            )
        )
    return span


def typed_range(first: str | None, last: str | None) -> Span:
    """Return the days from the beginning of one typed date to the end of another; None is open.

    Raises :class:`UsageError` for what is no date, and where the end lies before the beginning.
    """
    begin = "" if first is None else typed_date(first).first
    end = "" if last is None else typed_date(last).last
    if begin and end and end < begin:
        raise UsageError(
            tr("{last} lies before {first}; write the earlier date first.", last=last, first=first)
        )
    return Span(begin, end)


def said_date(words: list[str], today: date) -> tuple[Span, int] | None:
    """Return the days that the first of ``words`` mean, and how many words that takes.

    They are "14 july 2003", "july 14 2003", "july 2003", "today", "yesterday", or "this" and "last"
    with "week" (from Monday on), "month" or "year", also in other languages (:mod:`.said_words`).
    None where they mean no days.
    """
    plain = dated([word.rstrip(",").lower() for word in words[:3]])
    return _with_month(plain) or _beside([meaning(word) for word in plain], today)


def _with_month(words: list[str]) -> tuple[Span, int] | None:
    for taken in (3, 2):
        head = words[:taken]
        if len(head) < taken or not _YEAR.fullmatch(head[-1]):
            continue
        months = [at for at, word in enumerate(head[:-1]) if month(word)]
        if not months:
            continue
        days = [int(day[1]) for word in head[:-1] if (day := _DAY.fullmatch(word))]
        if len(days) != taken - 2:
            continue
        span = _span(int(head[-1]), month(head[months[0]]), *days)
        if span is not None:
            return span, taken
    return None


def _beside(words: list[str], today: date) -> tuple[Span, int] | None:
    match words:
        case ["today", *_]:
            return _days(today, today), 1
        case ["yesterday", *_]:
            day = today - timedelta(1)
            return _days(day, day), 1
        case [("this" | "last") as which, ("week" | "month" | "year") as what, *_]:
            back = which == "last"
            if what == "week":
                monday = today - timedelta(today.weekday() + 7 * back)
                return _days(monday, monday + timedelta(6)), 2
            if what == "year":
                year = today.year - back
                return _days(date(year, 1, 1), date(year, 12, 31)), 2
            first = (today.replace(day=1) - timedelta(back)).replace(day=1)
            last = calendar.monthrange(first.year, first.month)[1]
            return _days(first, first.replace(day=last)), 2
    return None


def folder_pattern(called: str) -> str:
    """Return a regular expression for names of folders that tell a year, a month or a day.

    What is called 2003-07 is also 2003_07, 2003.07, 200307, 2003/07 and 2003-07-14; but no longer
    number has a year in it.
    """
    year, *rest = called.split("-")
    apart = r"[-_. /]?"
    after = {0: r"(?:\d{4})?", 1: r"(?:\d\d)?", 2: ""}[len(rest)]
    return rf"(?<!\d){apart.join([year, *rest])}{after}(?!\d)"


def _span(year: int | None, month: int | None = None, day: int | None = None) -> Span | None:
    if not year:
        return None
    try:
        first = date(year, month if month is not None else 1, day if day is not None else 1)
    except ValueError:
        return None
    if month is None:
        return Span(first.isoformat(), first.replace(month=12, day=31).isoformat(), f"{year:04}")
    if day is None:
        last = first.replace(day=calendar.monthrange(year, month)[1])
        return Span(first.isoformat(), last.isoformat(), f"{year:04}-{month:02}")
    return Span(first.isoformat(), first.isoformat(), first.isoformat())


def _days(first: date, last: date) -> Span:
    return Span(first.isoformat(), last.isoformat())
