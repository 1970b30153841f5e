"""What is typed into the search field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.library.finding.names import Names
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.library.finding.telling import told
from photoorg.library.finding.typed import quoted, suggestions, understand

NAMES = Names(
    [
        (1, "Anna"),
        (2, "Ben Smith"),
        (3, "Carl"),
        (4, "Zoë"),
        (5, "Jo Smith"),
        (6, "May"),
        (7, "zoe"),
    ]
)
TODAY = date(2024, 3, 1)
Y2003 = Span("2003-01-01", "2003-12-31", "2003")
FEBRUARY = Span("2004-02-01", "2004-02-29", "2004-02")


def people(*ids: int) -> Clause:
    return Clause(frozenset(ids))


def word(*texts: str) -> Clause:
    return Clause(words=texts)


def a_month(text: str, number: int) -> Clause:
    return Clause(words=(text,), spans=(Span(month=number),))


@pytest.mark.parametrize(
    ("text", "search", "sentence"),
    [
        ("", Search(), ""),
        ("  ,  - ", Search(clauses=(word("-"),)), "Photos with “-”"),
        ("ANNA", Search((people(1),)), "Photos with Anna"),
        ("anna carl", Search((people(1), people(3))), "Photos with Anna and Carl"),
        ("Anna, Carl", Search((people(1), people(3))), "Photos with Anna and Carl"),
        ("anna and carl", Search((people(1), people(3))), "Photos with Anna and Carl"),
        ("with anna", Search((people(1),)), "Photos with Anna"),
        ("ben smith", Search((people(2),)), "Photos with Ben Smith"),
        ("smith", Search((people(2, 5),)), "Photos with Ben Smith or Jo Smith"),
        ("zoe", Search((people(4, 7),)), "Photos with Zoë or zoe"),
        ("anna or carl", Search((people(1, 3),)), "Photos with Anna or Carl"),
        (
            "anna or ben smith carl",
            Search((people(1, 2), people(3))),
            "Photos with (Anna or Ben Smith) and Carl",
        ),
        (
            "only anna carl",
            Search((people(1), people(3)), only=True),
            "Photos with Anna and Carl and nobody else",
        ),
        (
            "anna -carl 2003",
            Search((people(1),), without=people(3), spans=(Y2003,)),
            "Photos with Anna, without Carl, of 2003",
        ),
        ("without carl", Search(without=people(3)), "Photos without Carl"),
        ("anna not beach", Search((people(1),), without=word("beach")), None),
        ("-ben smith", Search(without=people(2)), "Photos without Ben Smith"),
        ('-"anna b"', Search(without=word("anna b")), "Photos without “anna b”"),
        ("beach anna", Search((word("beach"), people(1))), "Photos with Anna, with “beach”"),
        ("beach or anna", Search((Clause(frozenset({1}), ("beach",)),)), None),
        ('"anna"', Search((word("anna"),)), "Photos with “anna”"),
        ('"anna sea', Search((word("anna sea"),)), None),
        ('say""', Search((word("say"),)), None),
        ("ann", Search((word("ann"),)), "Photos with “ann”"),
        ("only beach", Search((word("only"), word("beach"))), None),
        ("trip with friends", Search((word("trip"), word("with"), word("friends"))), None),
        ("or", Search((word("or"),)), None),
        ("anna or", Search((people(1),)), "Photos with Anna"),
        ("anna without", Search((people(1),)), None),
        ("anna or camera:canon carl", Search((people(1), people(3)), camera="canon"), None),
        ("anna or place:rome carl", Search((people(1), people(3)), place="rome"), None),
        ("anna or or carl", Search((people(1, 3),)), None),
        ("2003", Search(spans=(Y2003,)), "Photos of 2003"),
        (
            "anna or 2003",
            Search((Clause(frozenset({1}), spans=(Y2003,)),)),
            "Photos with Anna or of 2003",
        ),
        (
            "2003 or anna carl",
            Search((Clause(frozenset({1}), spans=(Y2003,)), people(3))),
            "Photos with (Anna or of 2003) and Carl",
        ),
        (
            "carl anna or may 2003 or beach",
            None,
            "Photos with Carl and (Anna, “beach” or of May 2003)",
        ),
        (
            "2003 or 2004-02 or folder:trip",
            Search((Clause(spans=(Y2003, FEBRUARY), folders=("trip",)),)),
            "Photos of 2003, of February 2004 or in “trip”",
        ),
        ("folder:a or carl 2003", None, "Photos with Carl or in “a”, of 2003"),
        ("anna or folder:a folder:b", None, "Photos with Anna or in “a”, in “b”"),
        (
            "anna without carl or may",
            Search((people(1),), without=people(3, 6)),
            "Photos with Anna, without Carl or May",
        ),
        ("without carl or 2003", None, "Photos without Carl or of 2003"),
        ("anna or 3 people carl", None, "Photos with Anna and Carl, with 3 faces"),
        ('"2003"', Search((word("2003"),)), None),
        ("2003 or 2004-02", None, "Photos of 2003 or of February 2004"),
        ("2003..2005", Search(spans=(Span("2003-01-01", "2005-12-31"),)), None),
        ("2003..2005", None, "Photos from 2003 to 2005"),
        ("2003..2003", None, "Photos of 2003"),
        ("2003-07-14..", None, "Photos since 14 July 2003"),
        ("..2003-07", None, "Photos until 31 July 2003"),
        ("2005..2003", Search((word("2005..2003"),)), None),
        ("..", Search((word(".."),)), None),
        ("2003-13", Search((word("2003-13"),)), None),
        ("0123", Search((word("0123"),)), None),
        ("1234", Search((word("1234"),)), None),
        ("may 2003", None, "Photos of May 2003"),
        ("may", Search((people(6),)), "Photos with May"),
        ("july", Search((a_month("july", 7),)), "Photos with “july” or of July"),
        ("anna July", Search((people(1), a_month("July", 7))), None),
        ("anna or july", Search((Clause(frozenset({1}), ("july",), (Span(month=7),)),)), None),
        ("without july", Search(without=a_month("july", 7)), "Photos without “july” or of July"),
        ('"july"', Search((word("july"),)), None),
        ("jul", Search((word("jul"),)), None),
        ("anna last year", None, "Photos with Anna, of 2023"),
        ("yesterday", None, "Photos of 29 February 2024"),
        ("3 people", Search(number=Number(3, 3)), "Photos with 3 faces"),
        ("1 person", Search(number=Number(1, 1)), "Photos with 1 face"),
        ("2+ people", Search(number=Number(2, None)), "Photos with 2 or more faces"),
        ("2-4 faces", Search(number=Number(2, 4)), "Photos with 2 to 4 faces"),
        ("15 or more people", Search(number=Number(15, None)), "Photos with 15 or more faces"),
        ("2 oder mehr Leute", Search(number=Number(2, None)), None),
        ("no date", Search(undated=True), "Photos without a date"),
        ("ohne Datum", Search(undated=True), None),
        (
            "anna without date",
            Search((people(1),), undated=True),
            "Photos with Anna, without a date",
        ),
        ("nobody", Search(number=Number(0, 0)), "Photos with nobody in them"),
        ("no people", Search(number=Number(0, 0)), None),
        ("folder:trip", Search(folders=("trip",)), "Photos in “trip”"),
        ("folder:a or folder:/b", Search(folders=("a", "/b")), "Photos in “a” or in the folder b"),
        (
            "folder:a folder:b anna",
            Search((people(1),), folders=("a", "b")),
            "Photos with Anna, in “a” or in “b”",
        ),
        ('folder:"/a/b c"', Search(folders=("/a/b c",)), "Photos in the folder b c"),
        ("place:rome", Search(place="rome"), "Photos taken in “rome”"),
        ("Camera:canon", Search(camera="canon"), "Photos taken with “canon”"),
        ("folder:", Search((word("folder:"),)), None),
        ("note:x", Search((word("note:x"),)), None),
    ],
)
def test_what_is_typed_is_understood(
    text: str, search: Search | None, sentence: str | None
) -> None:
    understood = understand(text, NAMES, TODAY)
    assert search in (None, understood)
    assert sentence in (None, told(understood, NAMES))


@given(st.text(alphabet=st.sampled_from('ab "-:,.0123or\\\u0301\n')) | st.text())
def test_nothing_that_can_be_typed_fails(text: str) -> None:
    told(understand(text, NAMES, TODAY), NAMES)
    suggestions(text, NAMES, 5)


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_what_is_quoted_is_one_word(text: str) -> None:
    assert understand(quoted(text), NAMES, TODAY) == Search((word(text),))


@given(
    st.lists(
        st.sampled_from(["anna", "carl", "or", "only", "without", "beach", "2003", "3", "people"]),
        max_size=40,  # what comes after so many is not read
    )
)
def test_only_words_that_join_get_lost(words: list[str]) -> None:
    search = understand(" ".join(words), NAMES, TODAY)
    clauses = (*search.clauses, search.without)
    said = [one for clause in clauses for one in clause.words]
    spans = [*search.spans, *(span for clause in clauses for span in clause.spans)]
    assert said.count("beach") == words.count("beach")
    assert ("anna" in words) == (1 in search.people | search.without.people)
    assert len(spans) + said.count("2003") == words.count("2003")


def test_the_last_word_is_completed_to_names() -> None:
    assert suggestions("smith c", NAMES, 5) == ["smith Carl"]
    assert suggestions("-c", NAMES, 5) == ["-Carl"]
    assert suggestions("s", NAMES, 5) == ["Ben Smith", "Jo Smith"]
    assert suggestions("anna ben s", NAMES, 5) == ["anna Ben Smith"]
    assert suggestions("carl, ben  smi", NAMES, 5) == ["carl, Ben Smith"]
    for nothing in ("ben smith", "anna", "-carl", "", "anna ", '"c', "folder:c", "xyz"):
        assert suggestions(nothing, NAMES, 5) == []


def test_many_people_with_a_name_are_not_all_listed() -> None:
    many = Names([(n, f"Anna {chr(65 + n % 20)}") for n in range(25)])
    assert told(understand("anna", many, TODAY), many) == (
        "Photos with Anna A (2 people), Anna B (2 people), Anna C (2 people) or 17 more"
    )


def test_of_a_long_text_the_beginning_is_read() -> None:
    search = understand("word " * 10_000, NAMES, TODAY)
    assert len(search.clauses) == 40


@pytest.mark.parametrize(
    ("english", "german", "korean"),
    [
        ("anna or carl", "anna oder carl", "anna 또는 carl"),
        ("anna and carl", "Anna und Carl", "anna 및 carl"),
        ("with anna", "mit anna", None),
        ("only anna carl", "nur anna carl", "오직 anna carl"),
        ("anna without carl", "anna ohne carl", "anna 제외 carl"),
        ("nobody", "niemand", "아무도"),
        ("no faces", "keine gesichter", "없는 얼굴"),
        ("3 people", "3 Personen", "3명"),
        ("2+ people", "2+ personen", "2+명"),
        ("2-4 people", "2-4 leute", "2-4 명"),
        ("folder:trip", "Ordner:trip", "폴더:trip"),
        ('camera:"eos 5"', 'kamera:"eos 5"', '카메라:"eos 5"'),
        ("place:rome", "ort:rome", "장소:rome"),
        ("july 2003", "Juli 2003", "2003년 7월"),
        ("14 march 2003", "14. März 2003", "2003년 3월 14일"),
        ("2003-03-14 anna", "14.3.2003 anna", "2003-03-14 anna"),
        ("2003 anna", "2003 anna", "2003년 anna"),
        ("last week", "letzte Woche", "지난 주"),
        ("this year", "dieses jahr", "이번 해"),
        ("yesterday", "gestern", "어제"),
    ],
)
def test_every_language_of_the_window_is_understood_whichever_it_speaks(
    english: str, german: str, korean: str | None
) -> None:
    meant = understand(english, NAMES, TODAY)
    assert meant != Search()
    assert understand(german, NAMES, TODAY) == meant
    if korean is not None:
        assert understand(korean, NAMES, TODAY) == meant


@pytest.mark.parametrize("said", ["march", "März", "3월"])
def test_a_month_of_any_year_is_understood_in_every_language(said: str) -> None:
    assert understand(said, NAMES, TODAY) == Search((a_month(said, 3),))


def test_words_of_a_search_are_words_where_nothing_follows_that_they_join() -> None:
    assert understand("mit freunden", NAMES, TODAY) == Search((word("mit"), word("freunden")))
    assert understand('"oder"', NAMES, TODAY) == Search((word("oder"),))
    assert understand("14.13.2003", NAMES, TODAY) == Search((word("14.13.2003"),))
