"""What the window finds for a text, whatever is typed."""

from datetime import date
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.ui.photos.photo_search import Found, look
from tests.ui.crowd import make_crowd

TODAY = date(2024, 3, 1)


def test_photos_a_sentence_and_suggestions_are_found(tmp_path: Path) -> None:
    crowd = make_crowd(tmp_path)
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    anna = {crowd.library.faces.get(face).photo_id for face in crowd.faces(0)}
    assert look(crowd.library, "anna", TODAY) == Found(
        "anna", frozenset(anna), "Photos with Anna", []
    )
    some = look(crowd.library, "2010 an", TODAY)
    assert (some.told, some.suggested) == ("Photos with “an”, of 2010", ["2010 Anna"])
    assert len(some.ids) == 2
    actions.hide(crowd.library, [crowd.groups[0]], hidden=True)
    assert look(crowd.library, "anna", TODAY).ids == frozenset()
    crowd.library.close()


@pytest.mark.parametrize(
    "text",
    ["\ud800", "a\udfffb", "\0", "👩\u200d👧", "שלום", "x" * 30_000, "or " * 500, 'folder:"/\0"'],
)
def test_odd_texts_find_nothing_and_fail_nowhere(tmp_path: Path, text: str) -> None:
    with Library.open(tmp_path / "empty.photoorg") as library:
        found = look(library, text, TODAY)
    assert (found.text, found.ids) == (text, frozenset())
