"""Names stand below their boxes, apart from each other, and are hit before boxes."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from photoorg.library import Face, Source
from photoorg.types import Box
from photoorg.ui.viewer.face_boxes import box_at, place_boxes


def faces(*lefts: int) -> list[tuple[Face, QRectF]]:
    return [
        (
            Face(n, 1, Box(left, 10, 50, 60), 0.9, 0.5, n, Source.MACHINE, person_name=None),
            QRectF(left, 10, 50, 60),
        )
        for n, left in enumerate(lefts)
    ]


def test_names_keep_apart_when_all_are_shown(qtbot: QtBot) -> None:
    labels = [shown.label for shown in place_boxes(faces(100, 130, 160, 400), apart=True)]
    assert not any(
        one.intersects(other) for at, one in enumerate(labels) for other in labels[at + 1 :]
    )
    assert labels[0].top() == labels[3].top() == 76
    alone = place_boxes(faces(100, 130), apart=False)
    assert alone[0].label.top() == alone[1].label.top()


@pytest.mark.parametrize(
    ("x", "y", "hit"),
    [(125, 40, 0), (125, 73, 0), (140, 30, 1), (10, 10, None), (425, 85, 2), (425, 200, None)],
)
def test_boxes_names_and_the_way_between(qtbot: QtBot, x: int, y: int, hit: int | None) -> None:
    shown = faces(100, 400)
    small = (
        Face(9, 1, Box(0, 0, 1, 1), 0.9, 0.5, 1, Source.MACHINE, None),
        QRectF(130, 20, 15, 15),
    )
    boxes = place_boxes([shown[0], small, shown[1]], apart=False)
    found = box_at(QPointF(x, y), boxes)
    assert (boxes.index(found) if found else None) == hit
