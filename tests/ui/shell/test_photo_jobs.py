"""Real window, real worker, the program's own models: a missed face from its box to its group."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import run as scan
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Library
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.settings import Settings
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.gallery import wait_for

Key = Qt.Key


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library of one large photo, in which a tiny face was not found."""
    make_album(tmp_path / "album", FaceAnalyzer(read_pack(STARTER)))
    portrait = Image.open(min((tmp_path / "album").rglob("*.jpg"))).convert("RGB")
    portrait.thumbnail((150, 150))
    large = Image.new("RGB", (4000, 3000), (90, 110, 100))
    large.paste(portrait, (3000, 2000))
    (tmp_path / "photos").mkdir()
    large.save(tmp_path / "photos" / "large.jpg", quality=92)
    place = tmp_path / "l.photoorg"
    scan(Control(lambda _: None), ScanRequest(place, [tmp_path / "photos"], Settings(), STARTER))
    with Library.open(place) as opened:
        yield opened


@pytest.fixture
def window(library: Library, qtbot: QtBot) -> Iterator[MainWindow]:
    session = Session(library, Settings(), STARTER)
    made = MainWindow(session, ThumbnailLoader(library.path))
    qtbot.addWidget(made)
    made.show()
    made.go("photos")
    yield made
    made.close()


def test_a_missed_face_is_drawn_searched_for_and_grouped(
    qtbot: QtBot, window: MainWindow, library: Library
) -> None:
    ((photo,),) = library.connection.rows("SELECT id FROM photos")
    photos = window.navigator.current()
    assert photos is not None
    photos.openPhoto.emit(photo, [photo])
    page = window.navigator.current()
    assert isinstance(page, ViewerPage)
    wait_for(qtbot, page.canvas.isVisible)
    qtbot.keyClick(page.canvas, Key.Key_D)
    qtbot.keyClick(page.tools.drawing.editor, Key.Key_Return)
    (drawn,) = library.faces.of_photo(photo)
    assert page.tools.naming.active
    page.tools.naming.stop()  # nobody knows the name yet: the box is looked at now
    runner = window.jobs.runner
    wait_for(qtbot, lambda: runner.job is None and library.faces.models())
    (model,) = library.faces.models()
    assert drawn.id in library.faces.matrix(model).ids
    qtbot.keyClick(page.canvas, Key.Key_H)
    wait_for(qtbot, lambda: runner.job is None and len(page.tools.faces) == 2)
    assert all(face.person_id is not None for face in page.tools.faces)
