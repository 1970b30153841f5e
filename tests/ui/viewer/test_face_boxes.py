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


SEEN = QRectF(0, 0, 1000, 800)


def test_names_keep_apart_when_all_are_shown(qtbot: QtBot) -> None:
    labels = [shown.label for shown in place_boxes(faces(100, 130, 160, 400), SEEN, apart=True)]
    assert not any(
        one.intersects(other) for at, one in enumerate(labels) for other in labels[at + 1 :]
    )
    assert labels[0].top() == labels[3].top() == 76
    alone = place_boxes(faces(100, 130), SEEN, apart=False)
    assert alone[0].label.top() == alone[1].label.top()


def test_names_of_faces_at_the_edges_can_be_read(qtbot: QtBot) -> None:
    face = faces(0)[0][0]
    at_edges = [QRectF(0, 300, 40, 500), QRectF(990, 0, 10, 10), QRectF(-50, -50, 2000, 2000)]
    for shown in place_boxes([(face, box) for box in at_edges], SEEN, apart=True):
        assert SEEN.contains(shown.label)
    beyond = QRectF(100, 900, 50, 60)
    assert not place_boxes([(face, beyond)], SEEN, apart=False)[0].label.intersects(SEEN)


def test_names_at_the_lower_edge_keep_apart(qtbot: QtBot) -> None:
    low = [(face, QRectF(box.left(), 730, 50, 70)) for face, box in faces(100, 130, 160)]
    labels = [shown.label for shown in place_boxes(low, SEEN, apart=True)]
    assert all(SEEN.contains(label) for label in labels)
    assert not any(a.intersects(b) for at, a in enumerate(labels) for b in labels[at + 1 :])


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
    boxes = place_boxes([shown[0], small, shown[1]], SEEN, apart=False)
    found = box_at(QPointF(x, y), boxes)
    assert (boxes.index(found) if found else None) == hit
