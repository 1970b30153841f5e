import unicodedata

import pytest

from photoorg.plain_text import clock, folded, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë 美 שלום \\n", "Zoë 美 שלום \\n"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\nb\r\tc\0", "a\\nb\\r\\tc\\x00"),
        ("\x7f\x80\x9b31m\x9f", "\\x7f\\x80\\x9b31m\\x9f"),
        ("a\u202egpj.exe\u2066\u2069", "a\\u202egpj.exe\\u2066\\u2069"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\udcff", "\udcff"),
    ],
)
def test_only_what_acts_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert plain(shown) == shown


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Zoë WEISS", "zoe weiss"), ("Weiß", "weiss"), ("İstanbul", "istanbul"), ("Ærø", "ærø")],
)
def test_searching_knows_neither_capitals_nor_accents(text: str, bare: str) -> None:
    assert folded(text) == bare
    assert folded(bare) == bare
    assert folded(unicodedata.normalize("NFD", text)) == bare


def test_every_mark_is_left_out() -> None:
    marks = [chr(code) for code in range(0x110000) if unicodedata.combining(chr(code))]
    assert folded("a".join(marks)) == "a" * (len(marks) - 1)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, "0:00"), (9.99, "0:09"), (75.4, "1:15"), (3675, "1:01:15")]
)
def test_times_in_videos_are_shown_as_players_do(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown
