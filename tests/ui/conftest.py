"""Tests of the window run without a screen."""

import gc
from collections.abc import Iterator
from pathlib import Path

import onnx
import pytest
from onnx.helper import make_graph, make_model, make_node, make_tensor_value_info
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.photos import clipboard
from tests.ui.crowd import SIZES, Crowd, make_crowd
from tests.ui.gallery import Gallery, Window, make_gallery
from tests.ui.stage import Stage


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a Qt warning fail a test, except for what the screenless plugin cannot do at all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))


@pytest.fixture(autouse=True)
def _collected_in_this_thread() -> Iterator[None]:
    """Collect no garbage while a test runs, as the program does.

    A widget that a reading thread deletes waits for the event loop, which waits for the thread.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _own_clipboard() -> Iterator[None]:
    """Leave nothing behind for the next test, nor for the end of the process."""
    yield
    if QApplication.instance() is not None:
        clipboard.let_go()


@pytest.fixture
def sizes() -> tuple[int, ...]:
    """Return how many faces the groups of the ``crowd`` have; a test's module may want others."""
    return SIZES


@pytest.fixture
def names() -> tuple[str, ...]:
    """Return the names of the first groups of the ``crowd``; a test's module may want some."""
    return ()


@pytest.fixture
def crowd(tmp_path: Path, sizes: tuple[int, ...], names: tuple[str, ...]) -> Iterator[Crowd]:
    """Return a library with groups of several sizes."""
    made = make_crowd(tmp_path, sizes, names)
    yield made
    made.library.close()


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    """Return a small library of files on the disk."""
    made = make_gallery(tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def window(gallery: Gallery, qtbot: QtBot) -> Iterator[Window]:
    """Return what a page for the ``gallery`` of the test's own module lives in."""
    made = Window(gallery)
    yield made
    made.session.reads.close()
    made.thumbnails.close()


@pytest.fixture
def stage(crowd: Crowd, qtbot: QtBot) -> Iterator[Stage]:
    """Return a stage for the ``crowd`` of the test's own module."""
    made = Stage(crowd.library)
    yield made
    made.session.reads.close()
    made.thumbnails.close()


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """Return a widget to open dialogs over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return a folder that passes for a face model pack; nothing in it can recognise anybody."""
    folder = tmp_path / "pack"
    folder.mkdir()
    _save(folder / "detector.onnx", [1, 3, 640, 640], 9)
    _save(folder / "recogniser.onnx", [1, 3, 112, 112], 1)
    return folder


def _save(file: Path, shape: list[int], outputs: int) -> None:
    names = [f"out{n}" for n in range(outputs)]
    nodes = [make_node("Identity", ["picture"], [name]) for name in names]
    ends = [make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape) for name in names]
    start = make_tensor_value_info("picture", onnx.TensorProto.FLOAT, shape)
    onnx.save(make_model(make_graph(nodes, "trial", [start], ends)), str(file))
