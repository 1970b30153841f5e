"""Texts that were kept in English, found again among those of the code and told anew."""

import json
import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter

from photoorg.tr import number

_REMEMBERED = 4096
_NAMELESS = frozenset({"a group", "another group", "a face"})
"""What stands for a name where a step is about somebody who has none."""
_TOLD_TOO = frozenset({"error", "kind", "reason", "missing", "what"})
"""Values that are texts of the code themselves."""
_TELLING = 12
"""So many letters say what a text is when it begins with a value."""


class Retelling:
    """Knows a kept text by the words of the code around its values.

    Histories of years are in the library, and in English: whoever reads them now reads his own
    language. What nobody can find again is shown as it is. ``english`` is the file with all texts
    and what they are for 1.
    """

    def __init__(self, english: Path, translate: Callable[[str, int | None], str | None]) -> None:
        self._english = english
        self._translate = translate
        self._remembered = lru_cache(_REMEMBERED)(self._find)

    def retold(self, text: str) -> str:
        """Return ``text`` in the language that is spoken now."""
        return self._remembered(text)

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts: dict[str, str] = json.loads(self._english.read_text("utf-8"))
        return texts

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str], str]]:
        """The longest words and the whole of what a text may look like, most telling first."""
        forms = [(form, text) for text, one in self._texts.items() for form in (text, one)]
        telling = [(form, text) for form, text in forms if _is_telling(form)]
        telling.sort(key=lambda form: -len("".join(_literals(form[0]))))
        return [(max(_literals(form), key=len), _pattern(form), text) for form, text in telling]

    def _find(self, text: str) -> str:
        if text in self._texts:
            return self._translate(text, None) or text
        for words, pattern, whole in self._patterns:
            if words in text and (found := pattern.fullmatch(text)):
                return self._told(whole, found.groupdict()) or text
        return text

    def _told(self, whole: str, values: dict[str, str]) -> str | None:
        n = int(values.get("n", "1").replace(",", "")) if "{n}" in whole else None
        said = self._translate(whole, n)
        told = {name: self._value(name, value) for name, value in values.items()}
        if n is not None:
            told["n"] = number(n)
        if not said:
            return None
        text = said.format(**told)
        _, opening, *_ = next(iter(Formatter().parse(said)))
        if said.startswith("{") and values.get(opening or "") in _NAMELESS:
            return text[:1].upper() + text[1:]  # "a group" begins a sentence now
        return text

    def _value(self, name: str, value: str) -> str:
        return self.retold(value) if name in _TOLD_TOO or value in _NAMELESS else value


def _literals(form: str) -> list[str]:
    return [literal for literal, *_ in Formatter().parse(form)]


def _is_telling(form: str) -> bool:
    """Tell whether a text is known by its words: "{place} of {all}" could be anything."""
    literals = _literals(form)
    return bool(form) and (bool(literals[0]) or len("".join(literals)) >= _TELLING)


def _pattern(form: str) -> re.Pattern[str]:
    parts: list[str] = []
    seen: set[str] = set()
    for literal, name, *_ in Formatter().parse(form):
        parts.append(re.escape(literal))
        if name in seen:
            parts.append(f"(?P={name})")
        elif name:
            seen.add(name)
            parts.append(rf"(?P<{name}>{'[0-9,]+' if name == 'n' else '.+'})")
    return re.compile("".join(parts), re.DOTALL)
