"""Fixtures that every test may use."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

import photoorg  # noqa: F401 - switches off telemetry before a test imports onnxruntime
from photoorg.packs.assembly import STARTER
from tests.failing_disk import FailingDisk, make_failing_disk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of photos, models and vectors that lies beside the project."""
    folder = Path(os.environ.get("PHOTOORG_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared photos and models do not lie beside the project")
    return folder


@pytest.fixture(scope="session")
def vectors() -> Any:
    """Return what the formulas of the papers give for small examples."""
    return json.loads((REPOSITORY / "tests" / "vectors" / "algorithms.json").read_text())


@pytest.fixture(scope="session")
def test_pack(shared: Path) -> Path:
    """Return the folder of the face model pack for tests."""
    return shared / "models" / "test-pack"


@pytest.fixture(scope="session")
def photos(shared: Path) -> Path:
    """Return the folder of real photos."""
    return shared / "data" / "photos"


@pytest.fixture(scope="session")
def starter() -> Path:
    """Return the folder of the face models that the program brings."""
    return STARTER


@pytest.fixture(
    scope="session", params=["starter", pytest.param("test_pack", marks=pytest.mark.pack)]
)
def each_pack(request: pytest.FixtureRequest) -> Path:
    """Return the folder of each pack there is: our own, and the one for tests."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def own_photos() -> dict[str, Path]:
    """Return the real photos of people that installed libraries bring, by their names."""
    from photoorg.analysis.demonstration import source_files

    return {file.stem: file for file in source_files()}


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> FailingDisk:
    """Return a way to run Python on a disk that fails."""
    return make_failing_disk(tmp_path_factory.mktemp("failing_disk"))


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the real user's data and settings."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
