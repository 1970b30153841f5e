"""What names of files tell of when a photo was taken."""

import pytest

from photoorg.metadata.file_names import date_in
from photoorg.metadata.moments import Moment


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("IMG-20190702-WA0003", "2019-07-02"),
        ("WhatsApp Image 2019-07-02 at 10.11.12", "2019-07-02T10:11:12"),
        ("IMG_20160809_101112", "2016-08-09T10:11:12"),
        ("IMG_20160809_101112_HDR", "2016-08-09T10:11:12"),
        ("20160809_101112(0)", "2016-08-09T10:11:12"),
        ("2016-08-09 10.11.12", "2016-08-09T10:11:12"),
        ("Screenshot_2021-05-04-10-11-12", "2021-05-04T10:11:12"),
        ("Screenshot_20210504-101112_Maps", "2021-05-04T10:11:12"),
        ("Screenshot 2021-05-04 at 10.11.12", "2021-05-04T10:11:12"),
        ("signal-2020-02-03-040506", "2020-02-03T04:05:06"),
        ("signal-2020-02-03-04-05-06-789", "2020-02-03T04:05:06"),
        ("photo_2020-02-03_04-05-06", "2020-02-03T04:05:06"),
        ("Scan 1985_03_02", "1985-03-02"),
        ("14.07.2019 Fest", "2019-07-14"),
        ("scan_1974-08_012", "1974-08"),
        ("1965 garden", "1965"),
        ("FB_IMG_1466851234567", "2016-06-25T10:40:34"),
        ("DSC_20191345_999999", None),
        ("2019-02-30", None),
        ("img20190230", None),
        ("DSC_0123", None),
        ("P1010123", None),
        ("12345678901234", None),
        ("2019 photos", None),
        ("0815-4711", None),
    ],
)
def test_names(name: str, text: str | None) -> None:
    said = date_in(name)
    assert (said and said.text) == text


def test_a_pixel_writes_the_time_in_greenwich() -> None:
    assert date_in("PXL_20240101_123456789") == Moment("2024-01-01T12:34:56", 0)
    assert date_in("PXL_20240101_123456789.MP") == Moment("2024-01-01T12:34:56", 0)
