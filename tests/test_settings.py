"""The settings file: types are kept, damage is harmless, what others wrote stays."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from photoorg.settings import Settings, fitting, load, save

DEEP = "[" * 200_000


@dataclass(frozen=True)
class Trial:
    """One field of each type."""

    name: str = "a"
    count: int = 1
    share: float = 0.5
    on: bool = False


def test_values_of_the_right_type_are_taken() -> None:
    stored = {"name": "b", "count": 2, "share": 0.25, "on": True}
    assert fitting(Trial, stored) == Trial("b", 2, 0.25, True)
    assert fitting(Trial, {"share": 1}) == Trial(share=1)


@pytest.mark.parametrize(
    "stored",
    [
        {"name": 3, "count": "2", "share": "much", "on": 1},
        {"name": None, "count": True, "share": False, "on": "yes"},
        {"name": [], "count": 2.5, "share": {}, "on": 0},
        {"unknown": 3},
    ],
)
def test_other_values_give_the_default(stored: dict[str, object]) -> None:
    assert fitting(Trial, stored) == Trial()


@pytest.mark.parametrize("content", ["", "{", "[]", "3", DEEP, '{"a":' * 100_000, "\0", "\xff"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content.encode("latin-1"))
    assert load(file) == Settings()
    save(replace(Settings(), theme="dark"), file)
    assert load(file).theme == "dark"


def test_what_is_unknown_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "dark", "from a newer version": [1, {"a": 2}]}))
    save(replace(load(file), engine="facemap"), file)
    assert json.loads(file.read_text())["from a newer version"] == [1, {"a": 2}]
    assert load(file) == Settings(theme="dark", engine="facemap")
