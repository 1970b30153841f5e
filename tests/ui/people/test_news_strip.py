"""New names beside photos, told in a line."""

from pathlib import Path

from photoorg.library.elsewhere.news import News
from photoorg.ui.people.news_strip import sentence


def test_one_folder_is_named_and_several_are_counted() -> None:
    holidays, work = News(Path("/photos/Holidays"), 3), News(Path("/photos/Work"), 1200)
    assert sentence([holidays]) == "3 new names beside photos in Holidays"
    assert sentence([work, holidays]) == "1,203 new names beside photos in 2 folders"
