"""Settings: every choice is kept at once, and a folder without models changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoorg import settings
from photoorg.clustering.engine import ENGINES
from photoorg.ui.dialogs.settings_dialog import SettingsDialog
from tests.ui.gallery import Window, make_gallery


@pytest.fixture(autouse=True)
def _no_pack_comes_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoorg.analysis.models.RESOURCES", tmp_path / "resources")


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    gallery = make_gallery(tmp_path)
    made = Window(gallery)
    yield made
    made.thumbnails.close()
    gallery.library.close()


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(window.session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_choices_are_stored_at_once(dialog: SettingsDialog, window: Window) -> None:
    (dark,) = [b for b in dialog.theme.findChildren(QPushButton) if b.text() == "Dark"]
    dark.click()
    dialog.device.setCurrentIndex(dialog.device.findData("openvino"))
    dialog.device.activated.emit(dialog.device.currentIndex())
    dialog.method.setCurrentIndex(1)
    dialog.method.activated.emit(1)
    stored = settings.load()
    assert (stored.theme, stored.provider, stored.engine) == ("dark", "openvino", list(ENGINES)[1])
    assert window.session.settings == stored


def test_every_way_of_grouping_is_offered(dialog: SettingsDialog) -> None:
    offered = [dialog.method.itemData(at) for at in range(dialog.method.count())]
    assert offered == list(ENGINES)
    words = " ".join(dialog.method.itemText(at) for at in range(dialog.method.count()))
    assert "cluster" not in words.lower()


def test_a_folder_without_models_changes_nothing(
    dialog: SettingsDialog, window: Window, tmp_path: Path
) -> None:
    assert "No face models are installed" in dialog.models_label.text()
    dialog.try_models(tmp_path)
    assert "no face models" in dialog.models_label.text()
    assert window.session.settings.models == ""


@pytest.mark.pack
def test_a_model_pack_is_used_and_given_up(
    dialog: SettingsDialog, window: Window, test_pack: Path
) -> None:
    dialog.try_models(test_pack)
    assert settings.load().models == str(test_pack)
    assert str(test_pack) in dialog.models_label.text()
    assert dialog.forget_button.isVisible()
    dialog.forget_button.click()
    assert settings.load().models == ""
    assert not dialog.forget_button.isVisible()
