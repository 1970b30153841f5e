"""The model of videos reads what is asked about, and nothing else."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from photoorg.library import Photo
from photoorg.ui.videos.seen import Seen
from photoorg.ui.videos.videos_model import KEPT, SEEN, VideosModel

MANY = 100_000
Role = Qt.ItemDataRole


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.fixture
def model(asked: list[int]) -> VideosModel:
    def describe(video: int) -> Seen:
        asked.append(video)
        path = Path(f"/films/{video}.mp4")
        return Seen(Photo(video, path, 640, 360, "2019-07-14", 0, missing=False, seconds=75), ())

    return VideosModel(describe)


def test_of_many_videos_only_those_are_read_that_are_looked_at(
    model: VideosModel, asked: list[int]
) -> None:
    assert model.show(range(1, MANY + 1))
    assert model.rowCount() == MANY
    assert model.sections()[0].count == MANY
    assert asked == []
    assert model.index(5, 0).data(SEEN).video.id == 6
    assert model.index(5, 0).data(Role.AccessibleTextRole) == (
        "6.mp4, 14 July 2019, 1:15 long, Nobody seen"
    )
    assert model.index(5, 0).data(Role.AccessibleDescriptionRole) == "6 of 100,000"
    assert asked == [6]
    for row in range(KEPT + 10):
        model.index(row, 0).data(SEEN)
    assert len(model._known) == KEPT


def test_the_same_videos_are_read_anew(model: VideosModel, asked: list[int]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([3, 1])
    model.index(0, 0).data(SEEN)
    index = model.index(1, 0)
    assert not model.show([3, 1])
    assert model.video_id(index) == 1
    model.index(0, 0).data(SEEN)
    assert asked.count(3) == 2
    assert (model.row_of(1), model.row_of(2)) == (1, -1)
