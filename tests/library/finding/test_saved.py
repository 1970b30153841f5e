from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.finding.saved import delete, rename, save, saved


def test_searches_are_kept_in_the_library_by_name(library: Library, tmp_path: Path) -> None:
    assert saved(library) == {}
    save(library, " Summer  with Zoë ", 'zoë "sea"')
    save(library, "anna", "anna only")
    assert list(saved(library).items()) == [("anna", "anna only"), ("Summer with Zoë", 'zoë "sea"')]
    with pytest.raises(UsageError, match="There is a search called “anna” already"):
        save(library, "anna", "only anna")
    with Library.open(tmp_path / "test.photoorg") as again:
        assert saved(again)["anna"] == "anna only"
    rename(library, "anna", "Anna alone")
    rename(library, "Anna alone", "Anna alone")
    with pytest.raises(UsageError, match="There is a search called “Anna alone” already"):
        rename(library, "Summer with Zoë", "Anna alone")
    delete(library, "Summer with Zoë")
    assert saved(library) == {"Anna alone": "anna only"}


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_search_needs_a_name_of_some_letters(library: Library, name: str) -> None:
    with pytest.raises(UsageError, match=r"needs a name|too long"):
        save(library, name, "anna")
    assert saved(library) == {}
