"""Every text of the window can be translated: in the mirrored language all of it is in brackets."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoorg import __version__
from photoorg.clustering.registry import ENGINES
from photoorg.library.decisions import actions
from photoorg.packs.offers import offers
from photoorg.settings import RESOURCES
from photoorg.tr import speak
from photoorg.ui import languages
from photoorg.ui.packs.download_panel import flowing
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import PAGES
from tests.ui.crowd import Crowd, make_crowd
from tests.ui.every_dialog import DIALOGS
from tests.ui.stage import open_window, visit
from tests.ui.waiting import until_read

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
MONTH = "|".join(QLocale("en").monthName(month) for month in range(1, 13))
SAID_BY_NOBODY = re.compile(
    rf"photoorg( {re.escape(__version__)})?|Anna|Ben|\d+\.jpg|{MONTH}|https?://\S+|\bMB\b"
    r"|InsightFace|Intel|OpenVINO|Apache|MIT|models|buffalo_l|starter|English|Deutsch|한국어"
    r"|Ctrl|Shift|Alt|Meta|Del|Esc|Return|Enter|Space|Tab|Home|End|Up|Down|F\d+"
    rf"|{'|'.join(sorted(ENGINES, key=len, reverse=True))}"
)
"""Names, files, keys and dates: what the user, the disk and Qt call things."""


@pytest.fixture
def crowd(tmp_path: Path, qapp: QApplication) -> Iterator[Crowd]:
    before = QLocale()
    languages.use(qapp, languages.MIRRORED)
    made = make_crowd(tmp_path, names=("Anna", "Ben"))
    actions.hide(made.library, [made.groups[2]])
    actions.merge(made.library, made.groups[0], [made.groups[3]])
    yield made
    made.library.close()
    languages.use(qapp, "en")
    QLocale.setDefault(before)
    speak()


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(crowd.library, qtbot, pack) as window:
        yield window


def outside(text: str) -> str:
    """Return what of a text stands in no brackets."""
    depth, left = 0, []
    for letter in text:
        depth += (letter == "[") - (letter == "]")
        if not depth and letter != "]":
            left.append(letter)
    return "".join(left)


def untold(text: str, crowd: Crowd) -> str:
    """Return the letters of a text that cannot be translated and are no names either."""
    for offer in offers().values():  # a licence is read in the language it is given in
        text = text.replace(flowing(offer.terms), "").replace(offer.title, "")
    text = outside(text).replace(str(crowd.library.path.parent), "").replace("&", "")
    text = text.replace(str(RESOURCES), "")
    left = SAID_BY_NOBODY.sub("", text.replace("Pictures", ""))
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() or isinstance(widget, QDialog):
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    for row in range(model.rowCount() if model is not None else 0):
        assert model is not None
        for role in ROLES:
            said = model.index(row, 0).data(role)
            yield said if isinstance(said, str) else ""


def all_texts(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.objectName().startswith("qt_"):
            yield from texts_of(widget)
    for action in top.findChildren(QAction):
        if not isinstance(action.parent(), QLineEdit) or action.text():
            yield from (action.text(), action.toolTip(), action.iconText())


def left_over(top: QWidget, crowd: Crowd) -> set[str]:
    return {text for text in all_texts(top) if untold(text, crowd)}


def test_the_check_finds_what_was_forgotten(crowd: Crowd) -> None:
    assert untold("Merge", crowd) == "Merge"
    assert untold("\N{RIGHT-TO-LEFT MARK}[Merge ~] into Anna", crowd) == "into"
    assert untold("\N{RIGHT-TO-LEFT MARK}[Merge [2 faces ~] into ~] · Anna (Ctrl+M)", crowd) == ""


@pytest.mark.parametrize("page", [kind.key for kind in PAGES])
def test_every_page(window: MainWindow, crowd: Crowd, qtbot: QtBot, page: str) -> None:
    visit(window, crowd, page)
    until_read(qtbot, window.session)
    assert left_over(window, crowd) == set()


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(window: MainWindow, crowd: Crowd, name: str) -> None:
    dialog = DIALOGS[name](window, crowd)
    dialog.show()
    assert left_over(dialog, crowd) == set()
    dialog.close()
