"""The terms of a pack can be read to their end before they are accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from photoorg.packs.finding import installed_models
from photoorg.packs.models import read_pack
from photoorg.packs.offers import PackOffer, offers
from photoorg.ui import theme
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from tests.packs.lone_networks import AS_THEY_ARE, offer_of, write_like_the_zoo


@pytest.mark.parametrize("offer", offers().values(), ids=lambda offer: offer.name)
def test_the_terms_scroll_to_their_end_by_keys(qtbot: QtBot, offer: PackOffer) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DownloadDialog(offer, parent)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    terms = dialog.panel.terms
    assert terms.height() >= terms.heightForWidth(terms.width())
    QTest.keyClick(area, Qt.Key.Key_End)
    for _ in range(60):
        QTest.keyClick(area, Qt.Key.Key_PageDown)
    bottom = terms.mapTo(area.viewport(), terms.rect().bottomLeft()).y()
    assert bottom <= area.viewport().height()
    order = [area, dialog.panel.accept, dialog.panel.start_button, dialog.panel.file_button]
    dialog.panel.accept.setChecked(True)
    area.setFocus()
    for widget in order:
        assert dialog.focusWidget() is widget
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)


def test_everything_has_its_room(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    for offer in offers().values():
        dialog = DownloadDialog(offer, parent)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        button = dialog.panel.start_button
        assert button.width() >= button.sizeHint().width()
        area = dialog.findChild(QScrollArea)
        assert area is not None
        assert area.geometry().bottom() < dialog.panel.accept.geometry().top()


def test_a_file_that_is_there_is_used(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write_like_the_zoo(tmp_path / "mine.onnx")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DownloadDialog(offer_of(data, AS_THEY_ARE), parent)
    qtbot.addWidget(dialog)
    panel = dialog.panel
    assert not panel.file_button.isEnabled()
    panel.accept.setChecked(True)
    (tmp_path / "other.onnx").write_bytes(b"no network")
    chosen = iter(["other.onnx", "mine.onnx"])
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / next(chosen)), "")
    )
    panel.file_button.click()
    qtbot.waitUntil(lambda: not panel.running, timeout=30_000)
    assert "other.onnx is not the file of Lone one" in panel.sentence.text()
    assert panel.start_button.text().startswith("Download Lone one")
    with qtbot.waitSignal(dialog.installed, timeout=30_000):
        panel.file_button.click()
    assert read_pack(installed_models() / "lone").name == "Lone one"
