"""Settings: every choice is kept at once, and a folder without models changes nothing."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from photoorg import settings
from photoorg.clustering.registry import engine_list
from photoorg.packs.finding import find_pack, installed_models
from photoorg.packs.offers import offers
from photoorg.packs.pack_list import list_packs, used_folder
from photoorg.settings import Settings
from photoorg.ui import theme
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from photoorg.ui.dialogs.settings_dialog import SIZES, UNKNOWN, SettingsDialog
from photoorg.ui.packs.packs_panel import figures
from tests.analysis.tiny_pack import write_manifest, write_pack, write_recognizer
from tests.ui.gallery import Window


@pytest.fixture(autouse=True)
def _no_pack_comes_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("finding", "pack_list"):
        monkeypatch.setattr(f"photoorg.packs.{module}.RESOURCES", tmp_path / "resources")


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
    stored = settings.load()
    assert (stored.theme, stored.provider) == ("dark", "openvino")
    assert window.session.settings == stored


def test_looking_for_new_photos_can_be_switched_off(dialog: SettingsDialog, window: Window) -> None:
    assert dialog.watch.isChecked()
    dialog.watch.click()
    assert not settings.load().watch
    assert not window.session.settings.watch


def test_scans_can_be_gentle(dialog: SettingsDialog, window: Window) -> None:
    assert not dialog.gently.isChecked()
    dialog.gently.click()
    assert settings.load().gently
    assert window.session.settings.gently


def test_looking_for_what_is_alike_can_be_switched_off(
    dialog: SettingsDialog, window: Window
) -> None:
    assert dialog.find_alike.isChecked()
    dialog.find_alike.click()
    assert not settings.load().find_alike
    assert not window.session.settings.find_alike


def test_only_what_finds_people_is_offered(dialog: SettingsDialog) -> None:
    assert dialog.sizes.isVisible()
    assert not dialog.method.isVisible()
    dialog.more.click()
    assert dialog.method.isVisible()
    offered = {dialog.method.itemData(at) for at in range(dialog.method.count())}
    usable = {engine.name for engine in engine_list() if engine.usable}
    assert offered == (usable - set(SIZES)) | {""}
    assert set(SIZES) <= usable


def test_a_way_of_grouping_is_asked_for_and_not_yet_kept(
    dialog: SettingsDialog, window: Window, qtbot: QtBot
) -> None:
    (finer,) = [b for b in dialog.sizes.findChildren(QPushButton) if b.text() == "Finer"]
    with qtbot.waitSignal(window.session.groupingWanted) as wanted:
        finer.click()
    assert wanted.args == ["ndde-tpdi-finer"]
    assert window.session.settings.engine == "ndde-tpdi"
    window.session.groupingDecided.emit()  # refused
    assert not finer.isChecked()


def test_a_method_that_is_gone_is_told(window: Window, qtbot: QtBot) -> None:
    window.session.settings = Settings(engine="gone")
    dialog = SettingsDialog(window.session)
    qtbot.addWidget(dialog)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert UNKNOWN in words
    assert not any(b.isChecked() for b in dialog.sizes.findChildren(QPushButton))


def test_a_folder_without_models_changes_nothing(
    dialog: SettingsDialog, window: Window, tmp_path: Path
) -> None:
    assert "No face models are installed" in dialog.packs.trouble.text()
    dialog.packs.add(tmp_path)
    assert "no face models" in dialog.packs.trouble.text()
    assert dialog.packs.trouble.isVisible()
    assert window.session.settings.models == ""


def test_packs_are_listed_and_one_is_chosen(
    dialog: SettingsDialog, window: Window, tmp_path: Path
) -> None:
    first = write_pack(installed_models() / "first")
    write_pack(installed_models() / "second")
    window.session.models = first
    elsewhere = write_pack(tmp_path / "elsewhere")
    dialog.packs.add(elsewhere)
    used = used_folder(window.session.models, window.session.settings)
    assert used == elsewhere
    assert settings.load().models == str(elsewhere)
    words = [label.text() for label in dialog.packs.findChildren(QLabel) if label.isVisible()]
    assert {"first", "second", "elsewhere"} <= set(words)
    assert words.count("In use") == 1
    assert elsewhere not in dialog.packs.use_buttons
    dialog.packs.use_buttons[first].click()
    assert settings.load().models == "first"
    assert find_pack(None, settings.load()).folder == first
    assert set(dialog.packs.use_buttons) == {installed_models() / "second", elsewhere}
    assert not dialog.packs.trouble.isVisible()


def test_a_pack_that_is_not_what_it_says_cannot_be_chosen(
    dialog: SettingsDialog, window: Window, tmp_path: Path
) -> None:
    bad = write_pack(tmp_path / "bad")
    write_manifest(bad)
    write_recognizer(bad / "rec_tiny.onnx", gain=2.0)
    dialog.packs.add(bad)
    assert "SHA-256 differs" in dialog.packs.trouble.text()
    assert window.session.settings.models == ""
    shutil.copytree(bad, installed_models() / "bad")
    dialog.packs.show_packs(window.session.settings, None)
    assert dialog.packs.use_buttons == {}


def test_figures_in_words(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "card")
    card = {
        "licence": "MIT, see MODEL.LICENSE",
        "figures": {"ms_per_face": 5.8, "verification": {"accuracy": 0.968}},
    }
    (folder / "model-card.json").write_text(json.dumps(card), encoding="utf-8")
    (entry,) = list_packs(Settings(models=str(folder)), resources=tmp_path / "none")
    assert figures(entry.facts, entry.megabytes) == [
        "96.8 % of pairs told right · 6 ms a face · 1 MB",
        "MIT · measured by its makers",
    ]


def test_packs_to_download_tell_what_they_are_good_for(
    dialog: SettingsDialog, window: Window, qtbot: QtBot
) -> None:
    assert list(dialog.packs.download_buttons) == list(offers())
    words = "\n".join(label.text() for label in dialog.packs.findChildren(QLabel))
    for name, button in dialog.packs.download_buttons.items():
        offer = offers()[name]
        assert offer.title in words
        assert offer.about in words
        assert button.accessibleName() == f"Download {offer.title}"
        assert offer.about in button.accessibleDescription()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    dialog.packs.download_buttons["auraface"].setFocus()
    qtbot.keyClick(dialog.packs.download_buttons["auraface"], Qt.Key.Key_Space)
    (asked,) = dialog.findChildren(DownloadDialog)
    assert "fal" in asked.panel.terms.text()
    write_pack(installed_models() / "auraface")
    asked.installed.emit()
    assert settings.load().models == "auraface"
    assert "auraface" not in dialog.packs.download_buttons
    asked.reject()


@pytest.mark.pack
def test_the_shared_pack_can_be_used(
    dialog: SettingsDialog, window: Window, test_pack: Path
) -> None:
    dialog.packs.add(test_pack)
    assert settings.load().models == str(test_pack.resolve())
    assert not dialog.packs.trouble.isVisible()
    assert dialog.packs.use_buttons == {}


def test_everything_is_on_the_screen_or_scrolls_into_it(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 150)
    dialog = SettingsDialog(window.session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.close_button.hasFocus() or dialog.focusWidget() is dialog.close_button
    dialog.more.click()
    qtbot.waitUntil(lambda: dialog.height() <= dialog.screen().availableGeometry().height())
    dialog.close_button.setFocus()
    area = dialog.findChild(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert area is not None
    area.ensureWidgetVisible(dialog.close_button)
    assert not dialog.close_button.visibleRegion().isEmpty()
    theme.apply(qapp, "light")
