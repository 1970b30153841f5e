"""Training from a terminal; what is learned is tested with each network."""

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from photoorg.commands.train import FROM_EMBEDDINGS, INSTALL, make_recipe
from photoorg.errors import UsageError
from tests.commands.conftest import Photoorg

TRAINER = next(name for name, (module, _) in FROM_EMBEDDINGS.items() if find_spec(module))


@dataclass(frozen=True)
class Recipe:
    pack: str
    epochs: int = 6
    rate: float = 0.1
    seed: int = 0


def test_a_recipe_is_made_of_options_and_settings() -> None:
    given = {"pack": "mine", "seed": 4, "device": "cpu"}
    recipe = make_recipe(Recipe, given, ["epochs=2", "rate=0.5"])
    assert recipe == Recipe("mine", epochs=2, rate=0.5, seed=4)


@pytest.mark.parametrize(
    ("given", "settings", "sentence"),
    [
        ({"pack": "x"}, ["magic=1"], "it has pack, epochs, rate, seed"),
        ({"pack": "x"}, ["epochs=many"], "“many” is no int"),
        ({}, [], "--pack"),
    ],
)
def test_what_a_recipe_cannot_be_made_of(
    given: dict[str, str], settings: list[str], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        make_recipe(Recipe, given, settings)


def test_without_torch_the_way_to_it_is_told(
    photoorg: Photoorg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in sys.modules if name.startswith("photoorg.training")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torch", None)
    run = photoorg("train", TRAINER, tmp_path / "x.npz", "--out", tmp_path / "x.onnx")
    assert (run.code, run.out) == (2, "")
    assert run.err == f"{INSTALL}\n"


def test_data_that_is_not_there(photoorg: Photoorg, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra train")
    words = (tmp_path / "none.npz", "--pack", "mine", "--out", tmp_path / "x.onnx")
    run = photoorg("train", TRAINER, *words)
    assert run.code == 2
    assert "none.npz" in run.err
    assert "Traceback" not in run.err
