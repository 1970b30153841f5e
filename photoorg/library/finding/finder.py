"""Finding photos: a search becomes one question in SQL."""

import calendar
import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from photoorg.errors import UsageError
from photoorg.library.finding.dates import folder_pattern
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.library.library import Library
from photoorg.library.paths import below, from_text, to_text
from photoorg.library.storage.connection import Connection
from photoorg.plain_text import folded
from photoorg.tr import tr

MOST_ASKED = 100
_LONGEST_PATTERN = 200
"""Of a longer word SQLite looks for the beginning only: it knows no patterns of any length."""

# What lies above a folder that was added is the same for all its photos: a word of it would find
# everything. So a path begins, for searching, with the name of that folder.
_ROOTS = (
    "WITH roots AS MATERIALIZED "
    "(SELECT id, start_of_name(path) AS start FROM folders WHERE NOT removed) "
)
_FILES = (
    "SELECT f.photo_id FROM files AS f CROSS JOIN roots AS r ON r.id = f.folder_id "
    "WHERE NOT f.gone AND f.photo_id IS NOT NULL "
)
"""CROSS: the files as they lie in the table, not one by one by their folder."""
_NOT_ASCII = "length(CAST(f.path AS BLOB)) > length(f.path)"
_AFTER_ALL_OF_A_DAY = "~"
_ENDLESS = 2**62


def find(library: Library, search: Search) -> list[int]:
    """Return the ids of the shown photos for which ``search`` holds, the newest first.

    Raises :class:`UsageError` when more is asked for at once than SQLite can be told.
    """
    asked = (*search.clauses, search.without)
    count = sum(1 + len(one.words) + len(one.spans) + len(one.folders) for one in asked)
    if count + len(search.folders) > MOST_ASKED:
        raise UsageError(tr("Look for at most {most} people and words at once.", most=MOST_ASKED))
    _offer_functions(library.connection)
    conditions = list(_conditions(library, search))
    holds = "".join(f"AND {sql} " for sql, _ in conditions)
    rows = library.connection.rows(
        f"{_ROOTS} SELECT p.id FROM photos AS p WHERE NOT p.away {holds}"
        "ORDER BY p.taken_order DESC, p.id",
        [value for _, values in conditions for value in values],
    )
    return [id_ for (id_,) in rows]


def _conditions(library: Library, search: Search) -> Iterable[tuple[str, list[Any]]]:
    """Yield the conditions on a photo ``p``, each with the values of its question marks."""
    for clause in search.clauses:
        sql, values = _holding(library, clause)
        yield f"p.id IN ({sql})", values
    if search.without != Clause():
        sql, values = _holding(library, search.without)
        yield f"p.id NOT IN ({sql})", values
    if search.only:
        sql = (
            "NOT EXISTS (SELECT 1 FROM faces WHERE photo_id = p.id AND shown AND "
            f"(person_id IS NULL OR person_id NOT IN ({_listed(search.people)})))"
        )
        yield sql, []
    if search.spans:
        yield _in_spans(search.spans)
    if search.undated:
        yield "p.taken IS NULL", []
    if search.folders:
        sql, values = _in_folders(search.folders)
        yield f"p.id IN ({sql})", values
    if search.camera:
        yield "p.camera IS NOT NULL AND says(p.camera, ?)", [_wanted(search.camera)]
    if search.place:
        word = _wanted(search.place)
        yield "(says(coalesce(p.place, ''), ?) OR says(coalesce(p.country, ''), ?))", [word, word]
    if search.number is not None:
        yield _with_so_many(search.number)


def _holding(library: Library, clause: Clause) -> tuple[str, list[Any]]:
    """Return a question for the photos for which a clause holds."""
    people = set(clause.people)
    questions: list[str] = []
    values: list[Any] = []
    for word in map(_wanted, clause.words):
        people |= _named_with(library, word)
        narrowed, rough = _narrowed(word)
        questions += [
            f"{_FILES} AND {narrowed} AND says(substr(f.path, r.start), ?)",
            "SELECT id FROM photos WHERE caption IS NOT NULL AND says(caption, ?)",
            "SELECT id FROM photos WHERE place IS NOT NULL AND says(place, ?)",
        ]
        values += [*rough, word, word, word]
    if clause.spans:
        sql, told = _in_spans(clause.spans)
        questions.append(f"SELECT p.id FROM photos AS p WHERE {sql}")
        values += told
    if clause.folders:
        sql, told = _in_folders(clause.folders)
        questions.append(sql)
        values += told
    questions.append(f"SELECT photo_id FROM faces WHERE person_id IN ({_listed(people)}) AND shown")
    return " UNION ALL ".join(questions), values


def _narrowed(word: str) -> tuple[str, list[str]]:
    """Return what SQLite can tell by itself of paths that may hold ``word``, and much quicker."""
    if not word.isascii():
        return _NOT_ASCII, []
    escaped = re.sub(r"([%_\\])", r"\\\1", word[:_LONGEST_PATTERN])
    return rf"(f.path LIKE ? ESCAPE '\' OR {_NOT_ASCII})", [f"%{escaped}%"]


def _named_with(library: Library, word: str) -> set[int]:
    """Return the people, not hidden, in whose name or notes a word occurs."""
    rows = library.connection.rows(
        "SELECT id FROM people WHERE name IS NOT NULL AND merged_into IS NULL AND NOT hidden "
        "AND (says(name, ?1) OR (notes IS NOT NULL AND says(notes, ?1)))",
        (word,),
    )
    return {id_ for (id_,) in rows}


def _in_spans(spans: Iterable[Span]) -> tuple[str, list[Any]]:
    told = [_in_span(span) for span in spans]
    sql = " OR ".join(sql for sql, _ in told)
    return f"({sql})", [value for _, values in told for value in values]


def _in_span(span: Span) -> tuple[str, list[Any]]:
    if span.month:
        return "substr(p.taken, 6, 2) = ?", [f"{span.month:02}"]
    # Of some photos only the year or the month is known: all of it has to lie in the span.
    first = re.sub("(-01){1,2}$", "", span.first)
    sql = "(p.taken >= ? AND p.taken <= ? AND p.taken NOT IN (?, ?))"
    values: list[Any] = [first, span.last + _AFTER_ALL_OF_A_DAY, *_not_over(span.last)]
    if span.called:
        year = span.called[:4]
        sql += (
            f" OR p.id IN ({_FILES} AND f.path GLOB ? "
            "AND in_folder_called(substr(f.path, r.start), ?))"
        )
        values += [f"*{year}*", folder_pattern(span.called)]
    return sql, values


def _not_over(day: str) -> tuple[str, str]:
    """Return the year and the month that go on after a day, "" for one that does not."""
    if not day:
        return "", ""
    year, month = day[:4], day[:7]
    last = calendar.monthrange(int(year), int(month[5:]))[1]
    return year * (not day.endswith("-12-31")), month * (int(day[8:]) < last)


def _with_so_many(number: Number) -> tuple[str, list[Any]]:
    # Faces are counted for all photos at once, along an index: photo by photo takes longer.
    having = "SELECT photo_id FROM faces WHERE shown GROUP BY photo_id HAVING count(*)"
    least, most = number.least, _ENDLESS if number.most is None else number.most
    if least > 0:
        return f"p.id IN ({having} BETWEEN ? AND ?)", [least, most]
    return f"p.id NOT IN ({having} > ?)", [most]


def _in_folders(folders: Iterable[str]) -> tuple[str, list[Any]]:
    """Return a question for the photos in one of these folders."""
    told = [_in_folder(folder) for folder in folders]
    sql = " UNION ALL ".join(sql for sql, _ in told)
    return sql, [value for _, values in told for value in values]


def _in_folder(folder: str) -> tuple[str, list[Any]]:
    if from_text(folder).is_absolute():
        return f"{_FILES} AND f.path > ? AND f.path < ?", list(below(from_text(folder)))
    word = _wanted(folder)
    narrowed, rough = _narrowed(word)
    return f"{_FILES} AND {narrowed} AND in_folder(substr(f.path, r.start), ?)", [*rough, word]


def _wanted(word: str) -> str:
    """Return a word as it is compared: bytes that are no text as in the stored form of paths."""
    return folded(to_text(word))


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(str(int(id_)) for id_ in sorted(ids))


def _offer_functions(connection: Connection) -> None:
    for name, function in (
        ("start_of_name", lambda path: start_of_name(path) + 1),  # SQL counts from 1
        ("says", says),
        ("in_folder", in_folder),
        ("in_folder_called", in_folder_called),
    ):
        arguments = 1 if name == "start_of_name" else 2
        connection.db.conn.create_function(name, arguments, function, deterministic=True)


def start_of_name(folder: str) -> int:
    """Return where the last name of a folder's path begins."""
    return folder.rstrip(os.sep).rfind(os.sep) + 1


def says(text: str, word: str) -> bool:
    """Tell whether a folded word occurs in a path, a caption or a name."""
    if text.isascii():
        return word in text.lower()
    folder, mark, name = text.rpartition(os.sep)
    return word in f"{_folded_folder(folder)}{mark}{folded(name)}"


def in_folder(path: str, word: str) -> bool:
    """Tell whether a folded word occurs in the names of the folders of a path."""
    return word in _folded_folder(path.rpartition(os.sep)[0])


def in_folder_called(path: str, pattern: str) -> bool:
    """Tell whether a regular expression is found in the names of the folders of a path."""
    return re.search(pattern, path.rpartition(os.sep)[0]) is not None


@lru_cache(maxsize=4096)
def _folded_folder(folder: str) -> str:
    return folded(folder)
