"""Texts in the language of the reader."""

from collections.abc import Iterator

import pytest

from photoorg.tr import speak, tr


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak()


def test_english_stands_in_the_code() -> None:
    assert tr("Name them") == "Name them"
    assert tr("Named {person}", person="Anna") == "Named Anna"
    assert tr("{n} photos", n=1, one="{n} photo") == "1 photo"
    assert tr("{n} photos", n=0, one="{n} photo") == "0 photos"
    assert tr("{n} photos", n=12400, one="{n} photo") == "12,400 photos"


def test_braces_in_a_value_are_left_alone() -> None:
    assert tr("Named {person}", person="{n} {x}") == "Named {n} {x}"


def test_a_translator_gets_the_text_and_the_number() -> None:
    texts = {("{n} photos", 2): "{n} Fotos", ("Undo", None): "Rückgängig"}
    speak(lambda text, n: texts.get((text, n)), lambda value: f"{value:,}".replace(",", "."))
    assert tr("{n} photos", n=2, one="{n} photo") == "2 Fotos"
    assert tr("Undo") == "Rückgängig"
    assert tr("{n} of {all}", n=12400, all="x") == "12.400 of x", (
        "what has no translation is English"
    )
