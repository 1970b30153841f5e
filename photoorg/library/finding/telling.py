"""A search in words, so that one sees how it was understood."""

from collections.abc import Iterator, Sequence
from datetime import date

from photoorg.library.finding.dates import MONTHS
from photoorg.library.finding.names import Names
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.library.paths import from_text
from photoorg.plain_text import plain
from photoorg.tr import retold, tr

_MOST_NAMES = 3


def told(search: Search, names: Names) -> str:
    """Return "Photos with Anna and Ben, without Carl, of 2003"; "" where nothing is looked for."""
    parts = [part for part in _parts(search, names) if part]
    return plain(tr("Photos {told}", told=", ".join(parts))) if parts else ""


def _parts(search: Search, names: Names) -> Iterator[str]:
    people = [clause for clause in search.clauses if clause.people]
    if people:
        several = len(people) > 1
        whom = _all_of([_choice(clause, names, bracketed=several) for clause in people])
        if search.only:
            yield tr("with {people} and nobody else", people=whom)
        else:
            yield tr("with {people}", people=whom)
    words = [clause for clause in search.clauses if not clause.people and clause.words]
    others = [c for c in search.clauses if not (c.people or c.words) and c != Clause()]
    if words:
        several = len(words) > 1
        yield tr(
            "with {words}", words=_all_of([_choice(c, names, bracketed=several) for c in words])
        )
    yield from (_choice(clause, names) for clause in others)
    if search.without != Clause():
        yield tr("without {people}", people=_choice(search.without, names))
    yield from _of_the_file(search)
    if search.number is not None:
        yield _so_many(search.number)


def _of_the_file(search: Search) -> Iterator[str]:
    """Say what is looked for besides what a photo shows."""
    if search.spans:
        yield _one_of([_days(span) for span in search.spans])
    if search.undated:
        yield tr("without a date")
    if search.folders:
        yield _one_of([_place(folder) for folder in search.folders])
    if search.camera:
        yield tr("taken with “{camera}”", camera=search.camera)
    if search.place:
        yield tr("taken in “{place}”", place=search.place)


def _place(folder: str) -> str:
    path = from_text(folder)
    if path.is_absolute():
        return tr("in the folder {folder}", folder=path.name or path)
    return tr("in “{folder}”", folder=folder)


def _choice(clause: Clause, names: Names, *, bracketed: bool = False) -> str:
    called: dict[str, int] = {}
    for id_ in sorted(clause.people):
        called[names.of.get(id_, "")] = called.get(names.of.get(id_, ""), 0) + 1
    people = [
        name if n == 1 else tr("{name} ({n} people)", n=n, name=name) for name, n in called.items()
    ]
    if len(people) > _MOST_NAMES:
        people = [*people[:_MOST_NAMES], tr("{n} more", n=len(people) - _MOST_NAMES)]
    either = [*people, *(tr("“{word}”", word=word) for word in clause.words)]
    either += [*map(_days, clause.spans), *map(_place, clause.folders)]
    choice = _one_of(either)
    return f"({choice})" if bracketed and len(either) > 1 else choice


def _all_of(parts: Sequence[str]) -> str:
    *first, last = parts
    return tr("{others} and {last}", others=", ".join(first), last=last) if first else last


def _one_of(parts: Sequence[str]) -> str:
    *first, last = parts
    return tr("{others} or {last}", others=", ".join(first), last=last) if first else last


def _days(span: Span) -> str:
    if span.month:
        return tr("of {day}", day=retold(MONTHS[span.month - 1]))
    if span.called:
        return tr("of {day}", day=_spelled(span.called))
    if span.first == span.last:
        return tr("of {day}", day=_spelled(span.first))
    first, last = span.first.removesuffix("-01-01"), span.last.removesuffix("-12-31")
    if not span.first:
        return tr("until {day}", day=_spelled(last))
    if not span.last:
        return tr("since {day}", day=_spelled(first))
    if first == last:
        return tr("of {day}", day=first)
    return tr("from {first} to {last}", first=_spelled(first), last=_spelled(last))


def _spelled(day: str) -> str:
    """Return "2003", "July 2003" or "14 July 2003"."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = retold(MONTHS[int(rest[0]) - 1])
    if len(rest) == 1:
        return tr("{month} {year}", month=month, year=year)
    return tr("{day} {month} {year}", day=date.fromisoformat(day).day, month=month, year=year)


def _so_many(number: Number) -> str:
    least, most = number
    if most is None:
        return tr("with {n} or more faces", n=least)
    if least == most:
        if not least:
            return tr("with nobody in them")
        return tr("with {n} faces", n=least, one="with {n} face")
    return tr("with {least} to {most} faces", least=f"{least:,}", most=f"{most:,}")
