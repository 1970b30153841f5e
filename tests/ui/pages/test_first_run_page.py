"""First run: models by folder or by download with terms, then the one button."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.packs.offers import PackOffer
from photoorg.ui.job_runner import Job
from photoorg.ui.packs.download_panel import DownloadPanel
from photoorg.ui.pages.first_run_page import FirstRunPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Window, wait_for
from tests.ui.stage import open_page
from tests.ui.trial_downloads import Fails, NeverEnds, Works


@pytest.fixture(autouse=True)
def _no_pack_comes_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoorg.packs.finding.RESOURCES", tmp_path / "resources")


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FirstRunPage:
    page = open_page(FirstRunPage, window, qtbot)
    page.refresh(EVERYTHING)
    page.show()
    return page


def panel(qtbot: QtBot, job: Job) -> DownloadPanel:
    terms = "Only for\ntrials.\n\nAnd more.\n"
    made = DownloadPanel(PackOffer("trial", "", 240_000_000, 0, "", terms, "Trial pack"), job)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_models_they_come_first(page: FirstRunPage) -> None:
    assert page._models.isVisible()
    assert not page._welcome.isVisible()
    assert "non-commercial" in page.download.terms.text()
    assert not page.download.start_button.isEnabled()


def test_a_folder_without_models_says_what_to_do(
    page: FirstRunPage, window: Window, tmp_path: Path
) -> None:
    page.use_models(tmp_path)
    assert "no face models" in page._models._trouble.text()
    assert page._models._trouble.isVisible()
    assert window.session.settings.models == ""


@pytest.mark.pack
def test_a_folder_with_models_leads_to_the_one_button(
    qtbot: QtBot, page: FirstRunPage, window: Window, test_pack: Path
) -> None:
    with qtbot.waitSignal(page.packReady):
        page.use_models(test_pack)
    assert window.session.settings.models == str(test_pack)
    assert page._welcome.isVisible()
    with qtbot.waitSignal(page.addFolder):
        page._welcome.add_button.click()


def test_nothing_is_fetched_before_the_terms_are_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    made = panel(qtbot, Works(tmp_path))
    assert made.terms.text() == "Only for trials.\n\nAnd more."
    made.start()
    assert not made.running
    qtbot.mouseClick(made.accept, Qt.MouseButton.LeftButton)
    assert made.start_button.isEnabled()
    assert made.start_button.text() == "Download Trial pack (240 MB)"


def test_a_download_is_followed_to_its_end(qtbot: QtBot, tmp_path: Path) -> None:
    made = panel(qtbot, Works(tmp_path))
    made.accept.setChecked(True)
    with qtbot.waitSignal(made.installed, timeout=30_000):
        made.start_button.click()
        assert made.running
        assert made.cancel_button.isVisible()
    assert made.sentence.text() == f"Installed in {tmp_path}"


def test_a_failed_download_says_why_and_can_go_on(qtbot: QtBot) -> None:
    made = panel(qtbot, Fails())
    made.accept.setChecked(True)
    made.start_button.click()
    wait_for(qtbot, lambda: not made.running)
    assert made.sentence.text() == "The connection was cut; try again to go on."
    assert made.start_button.isVisible()
    assert made.start_button.text() == "Try again"


def test_a_download_can_be_cancelled(qtbot: QtBot) -> None:
    made = panel(qtbot, NeverEnds())
    made.accept.setChecked(True)
    made.start_button.click()
    wait_for(qtbot, lambda: "of 240 MB" in made.sentence.text())
    made.cancel_button.click()
    wait_for(qtbot, lambda: not made.running)
    assert "goes on from there" in made.sentence.text()
    assert made.start_button.isVisible()
