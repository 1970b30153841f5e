"""Training from a terminal; what is learned is tested with each network."""

import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from photoorg.commands.research.train import FROM_EMBEDDINGS, INSTALL, make_recipe
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


def test_without_torch_the_way_to_it_is_told(tmp_path: Path) -> None:
    words = ["train", TRAINER, str(tmp_path / "x.npz"), "--out", str(tmp_path / "x.onnx")]
    code = (
        "import sys\n"
        "sys.modules['torch'] = None\n"
        "from photoorg.cli import main\n"
        f"sys.exit(main({words!r}))\n"
    )
    # A process of its own: modules that are loaded twice in this one are not the same to others.
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (2, "", f"{INSTALL}\n")


def test_data_that_is_not_there(photoorg: Photoorg, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra train")
    words = (tmp_path / "none.npz", "--pack", "mine", "--out", tmp_path / "x.onnx")
    run = photoorg("train", TRAINER, *words)
    assert run.code == 2
    assert "none.npz" in run.err
    assert "Traceback" not in run.err


def people(path: Path) -> Path:
    """Write thirty people of six faces each, and a picture of every face, dark or bright."""
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(30), 6)
    told = random.normal(size=(30, 8))[labels] + random.normal(scale=0.3, size=(180, 8))
    loud = random.normal(scale=1.0, size=(180, 16))
    pictures = np.where(labels % 2, 200, 20)[:, None, None] + random.integers(0, 50, (180, 8, 8))
    np.savez(
        path,
        embeddings=np.concatenate([told, loud], axis=1),
        labels=labels,
        pictures=pictures.astype(np.uint8),
    )
    return path


@pytest.mark.parametrize(
    ("name", "settings", "figure"),
    [
        ("refinement", ["epochs=1", "held_out=3", "wide=16"], "people: BCubed F"),
        ("lgcn", ["widths=16,8,8,8", "epochs=1", "k1=6"], "BCubed F"),
        (
            "lgcn-generic",
            ["albums=1", "widths=8,8,8,8", "fitted_on=1", "held_out=3"],
            "people: BCubed F",
        ),
        ("bcl-generic", ["albums=1", "fitted_on=1", "held_out=3"], "people: BCubed F"),
        ("bcl", ["steps=10"], "BCubed F, cut at the learned 4 b"),
        ("facenet", ["steps=100", "people=20", "learning_rate=0.02"], "right after"),
        ("dac", ["groups=2", "epochs=1", "start=1", "channels=4"], "ACC"),
    ],
)
def test_every_network_is_trained_on_small_data(
    photoorg: Photoorg, tmp_path: Path, name: str, settings: list[str], figure: str
) -> None:
    pytest.importorskip("torch", reason="training needs the extra train")
    pytest.importorskip("sklearn", reason="training needs the extra train")
    data, out = people(tmp_path / "people.npz"), tmp_path / f"{name}.onnx"
    words = [word for setting in settings for word in ("--set", setting)]
    run = photoorg("train", name, data, "--pack", "mine", "--out", out, *words, "--json")
    assert run.code == 0
    assert 0 <= run.json[figure] <= 1
    assert "Traceback" not in run.err
    assert out.is_file()
    assert out.name in out.with_suffix(".md").read_text(encoding="utf-8")
    assert not out.with_suffix(".checkpoint").exists()


@pytest.mark.parametrize("name", ["lgcn", "bcl", "facenet"])
def test_data_that_nothing_can_be_learned_from(
    photoorg: Photoorg, tmp_path: Path, name: str
) -> None:
    pytest.importorskip("torch", reason="training needs the extra train")
    words = ("--pack", "mine", "--out", tmp_path / "x.onnx")
    one, alone = tmp_path / "one.npz", tmp_path / "alone.npz"
    np.savez(one, embeddings=np.eye(4), labels=np.zeros(4, int))
    np.savez(alone, embeddings=np.eye(4), labels=np.arange(4))
    for file, sentence in ((one, "fewer than two identities"), (alone, "no identity with two")):
        run = photoorg("train", name, file, *words)
        assert (run.code, run.out) == (2, "")
        assert sentence in run.err


def test_an_adapter_that_does_not_help_is_not_written(photoorg: Photoorg, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra train")
    data, out = people(tmp_path / "people.npz"), tmp_path / "adapter.onnx"
    # Without a single step it changes nothing.
    run = photoorg("train", "facenet", data, "--pack", "mine", "--out", out, "--set", "steps=0")
    assert run.code == 0
    assert "was not written" in run.err
    assert not out.exists()
