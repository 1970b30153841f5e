"""What the code says and what translators are given: the same texts, whole, and compiled."""

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import REPOSITORY


def _tool() -> ModuleType:
    file = REPOSITORY / "packaging" / "languages.py"
    spec = importlib.util.spec_from_file_location("packaging_languages", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
CALLS = list(TOOL.calls())
TRANSLATED = ("de", "ko")
"""The languages of which no text may be missing any more."""


def names(text: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(text) if name is not None}


def test_every_text_is_one_literal() -> None:
    assert [call.place for call in CALLS if call.text is None] == []


def test_every_text_gets_the_values_that_it_names() -> None:
    wrong = [
        f"{call.place}: {call.text}"
        for call in CALLS
        if call.values
        and (names(call.text) != set(call.values) or not names(call.one) <= names(call.text))
    ]
    assert wrong == []


def test_what_counts_something_says_so() -> None:
    wrong = [
        f"{call.place}: {call.text}"
        for call in CALLS
        if call.values is not None and TOOL.counts(call.text) != ("n" in call.values)
    ]
    assert wrong == []


def test_every_text_is_known_for_what_was_kept_in_english() -> None:
    assert TOOL.ENGLISH.read_text("utf-8") == TOOL.english(), "packaging/translate"


@pytest.mark.parametrize("language", TOOL.FORMS)
def test_translators_are_given_every_text_and_no_other(language: str) -> None:
    file = TOOL.FOLDER / f"photoorg_{language}.ts"
    assert set(TOOL.read(file)) == {call.text for call in CALLS}, "packaging/translate"


@pytest.mark.parametrize("language", TOOL.FORMS)
def test_translations_name_the_values_of_the_text(language: str) -> None:
    file = TOOL.FOLDER / f"photoorg_{language}.ts"
    for text, message in TOOL.read(file).items():
        assert len(message.forms) == (TOOL.FORMS[language] if TOOL.counts(text) else 1), text
        for form in message.forms:
            if form:
                left_out = names(text) - names(form)
                assert names(form) <= names(text), text
                assert left_out <= {"n"}, text  # "a face" needs no number


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_to_translate(language: str) -> None:
    texts = TOOL.read(TOOL.FOLDER / f"photoorg_{language}.ts")
    assert [text for text, message in texts.items() if message.unfinished] == []


@pytest.mark.parametrize("language", TOOL.FORMS)
def test_what_the_program_reads_is_what_was_translated(language: str, tmp_path: Path) -> None:
    file = TOOL.FOLDER / f"photoorg_{language}.ts"
    TOOL.compile_texts(file, tmp_path / "compiled.qm")
    compiled = file.with_suffix(".qm").read_bytes()
    assert compiled == (tmp_path / "compiled.qm").read_bytes(), "packaging/translate"
