"""What the page of questions knows of the library."""

from dataclasses import replace
from pathlib import Path

from photoorg.library.decisions import actions
from photoorg.review.questions import Asks
from photoorg.ui.review.reading import read
from photoorg.ui.review.wording import nothing_left, progress, roughly
from tests.ui.review.asked_stage import asked_crowd


def test_a_reading(tmp_path: Path) -> None:
    with asked_crowd(tmp_path) as library:
        reading = read(library)
        assert (reading.named, reading.faces) == (11, 27)
        assert progress(reading) == "40 % of faces named · questions left for about 9"
        assert {person.name for person in reading.people.values()} == {"Anna", "Ben", None}
        lone = reading.questions[-1]
        assert [one.name for one in reading.likeliest(lone)] == ["Ben"]
        few = [replace(one, settles=0.3) for one in reading.questions[:2]]
        said = progress(replace(reading, questions=few))
        assert said == "40 % of faces named · hardly any questions left"
        same = next(one for one in reading.questions if one.kind is Asks.SAME)
        assert [one.name for one in reading.likeliest(same)] == ["Anna", "Ben"]
        actions.not_a_face(library, [25])
        assert read(library).step > reading.step
        assert nothing_left(reading) == "40 % of faces are named."


def test_numbers_are_as_rough_as_they_are_known() -> None:
    said = [roughly(value) for value in (1, 7.6, 43.2, 187, 960, 7810)]
    assert said[:3] == ["about 1", "about 8", "about 40"]
    assert said[3:] == ["about 190", "about 1,000", "about 8,000"]
