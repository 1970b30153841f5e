"""What a word in the terminal means."""

from pathlib import Path

import pytest

from photoorg.commands.finding import face_ids, find, number
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions


def test_an_id_goes_before_a_name_and_a_name_can_be_insisted_on(library: Path) -> None:
    with Library.open(library) as opened:
        actions.rename(opened, 1, "2")
        actions.rename(opened, 3, "2019")
        assert find(opened, "2").id == 2
        assert find(opened, "=2").id == 1
        assert find(opened, "name:2").id == 1
        assert find(opened, "2019").id == 3, "nobody has this id"
        assert find(opened, "002").id == 2
        actions.merge(opened, 3, [2])
        assert find(opened, "2").id == 1, "2 is nobody any more"
        for word in ("=1", "name:3", "name:", "=", "", "caf\udce9"):
            with pytest.raises(UsageError, match="no person"):
                find(opened, word)


def test_a_name_of_several_needs_the_id(library: Path) -> None:
    with Library.open(library) as opened:
        actions.rename(opened, 1, "Anna")
        actions.rename(opened, 2, "anna")
        with pytest.raises(UsageError, match=r"1 \(4 faces\) and 2 \(4 faces\)"):
            find(opened, "ANNA")


def test_numbers() -> None:
    words = ("0", "007", "9223372036854775807", "9223372036854775808", "-1", "1_0", "٣", "", " 1")
    expected = [0, 7, 2**63 - 1, None, None, None, None, None, None]
    assert [number(word) for word in words] == expected
    assert face_ids(["3", "1", "03"]) == [3, 1]
