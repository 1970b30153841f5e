"""Photos put under their months, away from the model."""

import pytest

from photoorg.ui.models.photo_sheet import Month, month_title, sheet_of


def test_rows_are_counted_through_all_months() -> None:
    photos = [(7, 4, 3, "2019-07"), (5, 3, 4, "2019-07"), (9, 0, 0, "2018-12"), (1, 1, 1, "")]
    sheet = sheet_of(photos)
    assert sheet.photos == photos
    assert [(month.title, month.count) for month in sheet.months] == [
        ("July 2019", 2),
        ("December 2018", 1),
        ("No date", 1),
    ]
    assert list(sheet.heading_rows) == [0, 3, 5]
    assert sheet.row_of == {7: 1, 5: 2, 9: 4, 1: 6}
    assert sheet.shapes.firsts == [0, 2, 3, 4]
    assert sheet_of([]).months == []
    assert sheet.months[2] == Month("", "No date", 1)


@pytest.mark.parametrize(
    ("month", "title"), [("2019-07", "July 2019"), ("", "No date"), ("2019-13", "No date")]
)
def test_months_have_titles(month: str, title: str) -> None:
    assert month_title(month) == title
