"""The models of photos, folders and problems behave as models, and say what people read."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from photoorg.library import Folder, Problem
from photoorg.ui.models.folders_model import FoldersModel
from photoorg.ui.models.photos_model import MONTH, PHOTO_ID, PhotosModel
from photoorg.ui.models.problems_model import ProblemsModel
from photoorg.ui.models.row_roles import LINE, WARNING
from tests.ui.gallery import Gallery

READ = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def photos(gallery: Gallery) -> PhotosModel:
    model = PhotosModel(gallery.library.photos)
    model.show(gallery.library.photos.layout())
    return model


def test_photos_stand_newest_first_under_their_months(
    photos: PhotosModel, gallery: Gallery, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(photos)
    titles = [photos.index(row).data() for row in range(photos.rowCount())]
    assert titles == [
        "July 2019",
        *("beach.jpg", "garden.jpg", "panorama.jpg"),
        "December 2018",
        *("party.jpg", "snow.jpg"),
        "No date",
        "scan.jpg",
    ]
    assert [section.count for section in photos.sections()] == [3, 2, 1]
    assert photos.ids()[0] == gallery.photos["beach.jpg"]
    assert photos.row_of(gallery.photos["snow.jpg"]) == 6
    assert photos.row_of(4711) == -1
    assert photos.index(6).data(PHOTO_ID) == gallery.photos["snow.jpg"]
    assert photos.index(0).data(MONTH).count == 3
    assert photos.index(0).data(READ) == "July 2019, 3 photos"
    assert photos.index(1).data(READ) == "beach.jpg, 20 July 2019, 10:30, 2 faces"
    assert photos.index(8).data(READ) == "scan.jpg, no date, 0 faces"
    assert not photos.flags(photos.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert photos.photo_id(photos.index(0)) is None


def test_the_same_photos_again_change_nothing(photos: PhotosModel, gallery: Gallery) -> None:
    kept = QPersistentModelIndex(photos.index(2))
    assert not photos.show(gallery.library.photos.layout())
    assert kept.isValid()


def test_a_photo_that_was_just_removed_is_silent(gallery: Gallery) -> None:
    model = PhotosModel(gallery.library.photos)
    model.show([(4711, 3, 2, "2020-01")])
    assert model.index(1).data() is None


def test_photos_can_be_dragged_as_files(photos: PhotosModel, gallery: Gallery) -> None:
    data = photos.mimeData([photos.index(0), photos.index(1)])
    assert [url.toLocalFile() for url in data.urls()] == [str(gallery.folder / "beach.jpg")]


def test_folders_say_what_they_hold(gallery: Gallery, qtmodeltester: ModelTester) -> None:
    model = FoldersModel()
    model.show(gallery.library.folders.list())
    qtmodeltester.check(model)
    assert model.index(0).data() == "Pictures"
    assert model.index(0).data(LINE) == "6 photos · 4 faces"
    assert not model.index(0).data(WARNING)


def test_a_folder_that_is_away_says_what_to_do() -> None:
    model = FoldersModel()
    model.show([Folder(1, Path("/media/stick"), 3, 2, away=True)])
    assert "connect the drive" in model.index(0).data(LINE)
    assert model.index(0).data(WARNING)
    model.show([Folder(1, Path("/media/stick"), 3, 2, away=False)])
    assert model.index(0).data(LINE) == "3 photos · 2 faces"


def test_problems_tell_the_reason(gallery: Gallery, qtmodeltester: ModelTester) -> None:
    model = ProblemsModel()
    assert model.show(gallery.library.photos.problems())
    qtmodeltester.check(model)
    assert model.index(0).data(READ) == "broken.jpg: The file is no picture; delete it."
    assert model.row_of(gallery.broken) == 0
    assert not model.show(gallery.library.photos.problems())
    assert model.show([Problem(9, Path("a.jpg"), "No.")])
    assert model.row_of(gallery.broken) == -1


def test_photos_that_are_gone_meanwhile_are_not_dragged(gallery: Gallery) -> None:
    model = PhotosModel(gallery.library.photos)
    model.show([(photo.id, 4, 3, "2003-07") for photo in gallery.library.photos.list()])
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    assert len(model.mimeData(indexes).urls()) == gallery.library.photos.count()
    gallery.library.connection.execute("DELETE FROM photos WHERE id = ?", (model.ids()[0],))
    assert model.mimeData(indexes).urls() == []
