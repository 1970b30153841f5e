"""What somebody types into a search field, understood with the names of a library."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from photoorg.errors import UsageError
from photoorg.library.finding.dates import said_date, typed_date, typed_range
from photoorg.library.finding.names import Names
from photoorg.library.finding.said_words import KEYS, counted, dated, meaning, whole_month
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.plain_text import folded

_TOKEN = re.compile(
    rf"(?P<minus>-?)(?:(?P<key>{'|'.join(KEYS)}):)?"
    r'(?:"(?P<quoted>(?:[^"]|"")*)"?|(?P<bare>[^\s"]+))',
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+")
_OPEN = re.compile(r'[^",:\s-][^",:]*[^",:\s]|[^",:\s-]')
"""Words that may be the beginning of a name, and nothing after them."""
_DATE = re.compile(r"(1[89]|20|21)\d\d(-\d{1,2}(-\d{1,2})?)?", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:1[89]|20|21)\d\d)", re.ASCII)
"""The day first, as it is written with dots."""
_NUMBER = re.compile(r"(\d{1,4})(?:(\+)|-(\d{1,4}))?", re.ASCII)
_MOST_TOKENS = 40


class _Token(NamedTuple):
    minus: bool
    key: str
    text: str
    quoted: bool

    @property
    def word(self) -> str:
        """What a bare word means; "" for one that is quoted or has a sign."""
        return "" if self.minus or self.key or self.quoted else meaning(self.text)


def understand(text: str, names: Names, today: date) -> Search:
    """Return what is looked for by, say, ``anna or ben without carl 2003``; any text is something.

    Names, whole or one word of them, are people, of whom all have to be there; ``or`` leaves a
    choice between what stands before and after it, ``only`` lets nobody else be there, and what
    follows ``without`` or a minus must not be.
    Days, ``2003..2005``, ``no date``, ``3 people``, ``2+ people``, ``2 or more people``,
    ``folder:trip``, ``camera:canon`` and ``place:rome`` are what they look like; of several days
    and folders one is enough. A month without a year is that of any year, beside being a word. All
    else, and what stands in quotation marks, are words to be found. All this may be said in any
    language of the window, too. Of a very long text only the beginning is read.
    """
    reading = _Reading(_tokens(text)[:_MOST_TOKENS], names, today)
    while reading.left():
        reading.step()
    return reading.search


def suggestions(text: str, names: Names, most: int) -> list[str]:
    """Return how ``text`` may go on: its last words as the beginning of a longer name."""
    if text.count('"') % 2:
        return []
    starts = [found.start() for found in _WORD.finditer(text)]
    for start in starts[-max(names.longest, 1) :]:
        minus = "-" if text[start] == "-" else ""
        tail = text[start + len(minus) :]
        if _OPEN.fullmatch(tail):
            found = names.beginning(" ".join(tail.split()), most)
            if found:
                longer = [name for name in found if folded(name) != folded(tail)]
                return [f"{text[:start]}{minus}{name}" for name in longer]
    return []


def quoted(text: str) -> str:
    """Return ``text`` so that it is one word of a search, whatever it holds."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        key = meaning(match["key"] or "")
        if match["bare"] is None:
            words, is_quoted = match["quoted"].replace('""', '"'), True
        else:
            words, is_quoted = match["bare"].strip(","), False
        if words.strip():
            found.append(_Token(bool(match["minus"]), key, words, is_quoted))
    return found


@dataclass
class _Reading:
    """The tokens as they are read one after another, and what they have said so far."""

    tokens: list[_Token]
    names: Names
    today: date
    search: Search = field(default_factory=Search)
    at: int = 0
    last: str = ""
    """What was said before that may be one side of a choice, as the field of the search."""
    instead: bool = False
    """What comes next may hold instead of that."""

    def left(self) -> list[_Token]:
        return self.tokens[self.at :]

    def words(self) -> list[str]:
        """Return the bare words that come next."""
        following = []
        for token in self.left():
            if not token.word:
                break
            following.append(token.text)
        return following

    def step(self) -> None:
        """Take in what the next tokens mean together."""
        if not (self._sign() or self._time() or self._joint() or self._number()):
            self._person_or_word(negated=False)

    def _sign(self) -> bool:
        """Take in ``folder:``, ``camera:``, ``place:`` and what has a minus before it."""
        token = self.tokens[self.at]
        if token.key == "folder":
            self.at += 1
            self._take_in("folders", token.text)
        elif token.key in ("place", "camera"):
            if token.key == "place":
                self.search = replace(self.search, place=token.text)
            else:
                self.search = replace(self.search, camera=token.text)
            self.at += 1
            self.instead = False  # one of these never holds instead of something else
        elif token.minus:
            self.tokens[self.at] = token._replace(minus=False)
            self._person_or_word(negated=True)
        else:
            return False
        return True

    def _joint(self) -> bool:
        """Take in the words that say how the next name or word is meant."""
        word, last = self.tokens[self.at].word, len(self.tokens) - 1
        if word in ("without", "or") and 0 < self.at == last:
            self.at += 1  # more is about to be typed
        elif word == "without" and self.at < last:
            self.at += 1
            self._person_or_word(negated=True)
        elif word == "or" and self.at > 0:
            self.at += 1
            self.instead = True
        elif word in ("and", "only") and self._named_after():
            self.at += 1
            if word == "only":
                self.search = replace(self.search, only=True)
        else:
            return False
        return True

    def _named_after(self) -> bool:
        words = self.words()[1:]
        return bool(words) and bool(self._named(words)[0])

    def _time(self) -> bool:
        words = self.words()
        if not words:
            return False
        if [*map(meaning, words[:2])] in (["no", "date"], ["without", "date"]):
            self.at += 2
            self.search = replace(self.search, undated=True)
            return True
        found = said_date(words, self.today)
        if found is None:
            span = _one_word_date(dated(words[:1])[0])
            if span is None:
                return False
            found = span, 1
        span, taken = found
        self.at += taken
        self._take_in("spans", span)
        return True

    def _number(self) -> bool:
        first, second, third, fourth = [*map(meaning, self.words()[:4]), "", "", "", ""][:4]
        many = counted(first)
        found = _NUMBER.fullmatch(many or first)
        if first == "nobody" or (first == "no" and second == "people"):
            number, taken = Number(0, 0), 1 if first == "nobody" else 2
        elif found and (second, third, fourth) == ("or", "more", "people"):
            number, taken = Number(int(found[1]), None), 4
        elif found and (many or second == "people"):
            least = int(found[1])
            number = Number(least, None if found[2] else int(found[3] or least))
            taken = 1 if many else 2
        else:
            return False
        self.at += taken
        self.search = replace(self.search, number=number)
        self.instead = False
        return True

    def _person_or_word(self, *, negated: bool) -> None:
        people, taken = self._named(self.words())
        clause = Clause(people) if people else self._word()
        self.at += max(taken, 1)
        if negated:
            self.search = replace(self.search, without=_either(self.search.without, clause))
            self.last, self.instead = "without", False
        else:
            self._take_in("clauses", clause)

    def _word(self) -> Clause:
        """Return what the next token asks for as a word; a month's name is that month, too."""
        token = self.tokens[self.at]
        month = whole_month(token.word)
        return Clause(words=(token.text,), spans=(Span(month=month),) if month else ())

    def _take_in(self, kind: str, one: Clause | Span | str) -> None:
        """Let one of the ``clauses``, ``spans`` or ``folders`` hold, too, or instead of the last.

        Of several spans or folders one is enough anyway.
        """
        before = self.last if self.instead else ""
        self.instead = False
        if not before or before == kind != "clauses":
            self._put(kind, (*getattr(self.search, kind), one))
            self.last = kind
            return
        clause = one if isinstance(one, Clause) else _clause_of(kind, (one,))
        if before == "without":
            self._put("without", _either(self.search.without, clause))
            return
        clauses = self.search.clauses
        if before != "clauses":
            clauses += (_clause_of(before, getattr(self.search, before)),)
            self._put(before, ())
        self._put("clauses", (*clauses[:-1], _either(clauses[-1], clause)))
        self.last = "clauses"

    def _put(self, kind: str, value: object) -> None:
        told: dict[str, Any] = {kind: value}
        self.search = replace(self.search, **told)

    def _named(self, words: list[str]) -> tuple[frozenset[int], int]:
        """Return who is called like the first of these words, and how many words that takes."""
        for taken in range(min(len(words), self.names.longest), 0, -1):
            people = self.names.called(" ".join(words[:taken]))
            if people:
                return people, taken
        people = self.names.with_word(words[0]) if words else frozenset()
        return people, 1 if people else 0


def _one_word_date(word: str) -> Span | None:
    first, dots, last = word.partition("..")
    try:
        if dots and (first or last):
            return typed_range(first or None, last or None)
        if dotted := _DOTTED.fullmatch(word):
            return typed_date("-".join(reversed(dotted.groups())))
        return typed_date(word) if _DATE.fullmatch(word) else None
    except UsageError:
        return None


def _clause_of(kind: str, values: tuple[Span | str, ...]) -> Clause:
    told: dict[str, Any] = {kind: values}
    return Clause(**told)


def _either(one: Clause, other: Clause) -> Clause:
    return Clause(
        one.people | other.people,
        (*one.words, *other.words),
        (*one.spans, *other.spans),
        (*one.folders, *other.folders),
    )
