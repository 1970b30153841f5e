"""The words that mean something in a search, in each language that the window speaks.

All of them are understood whichever language is spoken: a search that was saved in one of them
means the same in the terminal, and after another one was chosen.
"""

_MEANINGS = {
    "or": "or oder 또는",
    "and": "and with & und mit 그리고 및",
    "without": "without not ohne nicht 제외 빼고",
    "only": "only nur 오직",
    "nobody": "nobody niemand 아무도",
    "no": "no kein keine keinem 없는",
    "people": "people person persons faces face personen leute gesichter gesicht 명 사람 얼굴",
    "more": "more mehr 이상",
    "date": "date datum 날짜",
    "folder": "folder ordner 폴더",
    "camera": "camera kamera 카메라",
    "place": "place ort 장소",
    "today": "today heute 오늘",
    "yesterday": "yesterday gestern 어제",
    "this": "this diese dieser dieses diesen 이번",
    "last": "last letzte letzter letztes letzten 지난",
    "week": "week woche 주",
    "month": "month monat 달",
    "year": "year jahr 해",
}
_MONTHS = (
    "january jan januar 1월",
    "february feb februar 2월",
    "march mar märz mär 3월",
    "april apr 4월",
    "may mai 5월",
    "june jun juni 6월",
    "july jul juli 7월",
    "august aug 8월",
    "september sept sep 9월",
    "october oct oktober okt 10월",
    "november nov 11월",
    "december dec dezember dez 12월",
)

_SHORT = 3
"""Letters that a short form of a month has at most."""

_MEANS = {said: means for means, words in _MEANINGS.items() for said in words.split()}
_NUMBER_OF = {said: n for n, words in enumerate(_MONTHS, 1) for said in words.split()}

_PERSONS, _YEAR, _DAY = "명", "년", "일"
"""What Korean writes behind numbers."""

KEYS = tuple(word for means in ("folder", "camera", "place") for word in _MEANINGS[means].split())
"""What stands before a colon."""


def meaning(word: str) -> str:
    """Return what a word means, as one in English; a word that means nothing else is itself.

    >>> meaning("Oder"), meaning("not"), meaning("Anna")
    ('or', 'without', 'anna')
    """
    plain = word.lower()
    return _MEANS.get(plain, plain)


def month(word: str) -> int | None:
    """Return the number of a month.

    >>> month("july"), month("Juli"), month("7월"), month("anna")
    (7, 7, 7, None)
    """
    return _NUMBER_OF.get(word.lower())


def whole_month(word: str) -> int | None:
    """Return the number of a month that is written out: "mar" may as well begin another word.

    >>> whole_month("July"), whole_month("may"), whole_month("mar"), whole_month("7월")
    (7, 5, None, 7)
    """
    number, word = month(word), word.lower()
    if number is None or len(word) > _SHORT:
        return number
    longer = any(one != word and one.startswith(word) for one in _MONTHS[number - 1].split())
    return None if longer else number


def counted(word: str) -> str:
    """Return a number of people without what Korean writes behind it, "" where that is missing.

    >>> counted("3명"), counted("2+명"), counted("3")
    ('3', '2+', '')
    """
    return word.removesuffix(_PERSONS) if word.endswith(_PERSONS) else ""


def dated(words: list[str]) -> list[str]:
    """Return words that begin with a Korean date, year first, in the order of others.

    >>> dated(["2003년", "7월", "14일"]), dated(["2003년", "7월", "anna"]), dated(["2003년"])
    (['14', '7월', '2003'], ['7월', '2003', 'anna'], ['2003'])
    >>> dated(["14", "july", "2003"])
    ['14', 'july', '2003']
    """
    if not words or not words[0].endswith(_YEAR):
        return words
    year, rest = words[0].removesuffix(_YEAR), words[1:]
    if rest and month(rest[0]) is not None:
        if len(rest) > 1 and rest[1].endswith(_DAY):
            return [rest[1].removesuffix(_DAY), rest[0], year, *rest[2:]]
        return [rest[0], year, *rest[1:]]
    return [year, *rest]
