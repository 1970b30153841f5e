"""Moments as people say them."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication

from photoorg.tr import speak
from photoorg.ui import languages
from photoorg.ui.moments import birth_of, day_of, moment_of


def test_moments_are_told_in_local_time() -> None:
    noon = datetime(2024, 3, 3, 12, 5).astimezone()
    at = noon.astimezone(tz=None).strftime("%Y-%m-%dT%H:%M:%S%z")
    assert day_of(at) == "3 March 2024"
    told = [
        moment_of(at, QDate(day.year, day.month, day.day))
        for day in (noon + timedelta(days) for days in (0, 1, 2, -1))
    ]
    assert told == ["Today 12:05", "Yesterday 12:05", *["3 March 2024, 12:05"] * 2]
    assert moment_of("2024-03-03T12:05:00Z").startswith("3 March 2024, ")


def test_of_a_birth_as_much_is_told_as_is_known() -> None:
    told = [birth_of(born) for born in ("2019-07-14", "2019-07", "2019")]
    assert told == ["14 July 2019", "July 2019", "2019"]


def test_a_day_is_written_as_the_language_writes_it(qapp: QApplication) -> None:
    before = QLocale()
    for language, day in (("de", "3. März 2024"), ("ko", "2024년 3월 3일"), ("en", "3 March 2024")):
        languages.use(qapp, language)
        assert day_of("2024-03-03T12:00:00Z") == day
    QLocale.setDefault(before)
    speak()
