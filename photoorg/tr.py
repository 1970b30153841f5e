"""Texts in the language of whoever reads them.

Every text that the window shows goes through :func:`tr`, wherever it is made: English stands in
the code, Qt's tools collect it, and the window says with :func:`speak` who translates. Without a
translator, as in the terminal, it stays English. Nothing here knows Qt.

What is stored, or said by a process that nobody told the language, is :func:`kept` in English and
:func:`retold` to the reader.
"""

from collections.abc import Callable

Translator = Callable[[str, int | None], str | None]
"""Returns a text, in the plural form for a number if there is one; ``None`` if it has none."""


Retold = Callable[[str], str]
"""Returns a text that was kept in English as the reader shall see it."""


def _english_number(value: int) -> str:
    return f"{value:,}"


_translator: Translator | None = None
_number: Callable[[int], str] = _english_number
_retold: Retold | None = None


def speak(
    translator: Translator | None = None,
    number: Callable[[int], str] = _english_number,
    retell: Retold | None = None,
) -> None:
    """Let ``translator`` translate from now on, and ``number`` write numbers; English again.

    ``retell`` translates what was kept in English.
    """
    global _translator, _number, _retold
    _translator, _number, _retold = translator, number, retell


def tr(text: str, /, *, n: int | None = None, one: str = "", **values: object) -> str:
    """Return ``text`` in the language of the reader, with ``values`` at their names.

    Whole sentences are translated, never pieces: what varies is a value. With ``n`` the plural
    form is chosen, and ``{n}`` is that number; ``one`` is what English says for 1.

    >>> tr("Named {person}", person="Anna")
    'Named Anna'
    >>> tr("{n} photos of {person}", n=1, one="{n} photo of {person}", person="Anna")
    '1 photo of Anna'
    >>> tr("{n} photos", n=12400, one="{n} photo")
    '12,400 photos'
    """
    said = _translator(text, n) if _translator else None
    if said is None:
        said = one if one and n == 1 else text
    if n is not None:
        values["n"] = _number(n)
    return said.format(**values) if values else said


def kept(text: str, /, *, n: int | None = None, one: str = "", **values: object) -> str:
    """Return ``text`` in English, with ``values`` at their names, to be stored or sent on.

    >>> kept("Merge {n} groups", n=2, one="Merge a group")
    'Merge 2 groups'
    """
    said = one if one and n == 1 else text
    if n is not None:
        values["n"] = _english_number(n)
    return said.format(**values) if values else said


def retold(text: str) -> str:
    """Return a text that was :func:`kept` in the language of the reader."""
    return _retold(text) if _retold else text


def number(value: int) -> str:
    """Return ``12,400`` for 12400, as the reader writes it."""
    return _number(value)
