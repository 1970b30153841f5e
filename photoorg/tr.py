"""Texts in the language of whoever reads them.

Every text that the window shows goes through :func:`tr`, wherever it is made: English stands in
the code, Qt's tools collect it, and the window says with :func:`speak` who translates. Without a
translator, as in the terminal, it stays English. Nothing here knows Qt.
"""

from collections.abc import Callable

Translator = Callable[[str, int | None], str | None]
"""Returns a text, in the plural form for a number if there is one; ``None`` if it has none."""


def _english_number(value: int) -> str:
    return f"{value:,}"


_translator: Translator | None = None
_number: Callable[[int], str] = _english_number


def speak(
    translator: Translator | None = None, number: Callable[[int], str] = _english_number
) -> None:
    """Let ``translator`` translate from now on, and ``number`` write numbers; English again."""
    global _translator, _number
    _translator, _number = translator, number


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
