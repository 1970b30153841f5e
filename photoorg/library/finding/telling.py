"""A search in words, so that one sees how it was understood."""

from collections.abc import Collection, Iterator
from datetime import date

from photoorg.library.finding.dates import MONTHS
from photoorg.library.finding.names import Names
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.library.paths import from_text
from photoorg.plain_text import count, plain

_MOST_NAMES = 3


def told(search: Search, names: Names) -> str:
    """Return "Photos with Anna and Ben, without Carl, of 2003"; "" where nothing is looked for."""
    parts = [part for part in _parts(search, names) if part]
    return plain("Photos " + ", ".join(parts)) if parts else ""


def _parts(search: Search, names: Names) -> Iterator[str]:
    people = [clause for clause in search.clauses if clause.people]
    if people:
        several = len(people) > 1
        persons = [_choice(clause, names, bracketed=several) for clause in people]
        yield f"with {_joined(persons, 'and')}" + (" and nobody else" if search.only else "")
    words = [clause for clause in search.clauses if not clause.people and clause.words]
    if words:
        several = len(words) > 1
        yield f"with {_joined([_choice(c, names, bracketed=several) for c in words], 'and')}"
    if search.without != Clause():
        yield f"without {_choice(search.without, names)}"
    if search.spans:
        yield _joined([_days(span) for span in search.spans], "or")
    for folder in search.folders:
        path = from_text(folder)
        yield f"in the folder {path.name or path}" if path.is_absolute() else f"in “{folder}”"
    if search.camera:
        yield f"taken with “{search.camera}”"
    if search.number is not None:
        yield _so_many(search.number)


def _choice(clause: Clause, names: Names, *, bracketed: bool = False) -> str:
    called: dict[str, int] = {}
    for id_ in sorted(clause.people):
        called[names.of.get(id_, "")] = called.get(names.of.get(id_, ""), 0) + 1
    people = [name if n == 1 else f"{name} ({n} people)" for name, n in called.items()]
    if len(people) > _MOST_NAMES:
        rest = len(people) - _MOST_NAMES
        people = [*people[:_MOST_NAMES], f"{rest} more"]
    either = [*people, *(f"“{word}”" for word in clause.words)]
    choice = _joined(either, "or")
    return f"({choice})" if bracketed and len(either) > 1 else choice


def _joined(parts: Collection[str], word: str) -> str:
    *first, last = parts
    return f"{', '.join(first)} {word} {last}" if first else last


def _days(span: Span) -> str:
    if span.called:
        return f"of {_spelled(span.called)}"
    if span.first == span.last:
        return f"of {_spelled(span.first)}"
    first, last = span.first.removesuffix("-01-01"), span.last.removesuffix("-12-31")
    if not span.first:
        return f"until {_spelled(last)}"
    if not span.last:
        return f"since {_spelled(first)}"
    if first == last:
        return f"of {first}"
    return f"from {_spelled(first)} to {_spelled(last)}"


def _spelled(day: str) -> str:
    """Return "2003", "July 2003" or "14 July 2003"."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return month if len(rest) == 1 else f"{date.fromisoformat(day).day} {month}"


def _so_many(number: Number) -> str:
    least, most = number
    if most is None:
        return f"with {least:,} or more faces"
    if least == most:
        return f"with {count(least, 'face')}" if least else "with nobody on them"
    return f"with {least:,} to {most:,} faces"
