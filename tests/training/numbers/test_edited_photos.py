"""Numbers are judged by photos that are edited, turned and made worse."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.demonstration import source_files
from photoorg.analysis.likeness.transforms import apply
from photoorg.errors import DataError
from photoorg.training.numbers.edited_photos import EDITS, faces_known_again, pictures_known_again
from photoorg.training.numbers.face_quality import quality_tells_worth
from photoorg.training.numbers.poor_pictures import groups_with_poor_pictures
from photoorg.training.numbers.turned_photos import faces_of_turned_photos


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__.strip("_"))
def test_an_edit_says_where_places_are(edit: object) -> None:
    pixels = np.full((200, 300, 3), 120, np.uint8)
    pixels[90:100, 140:150] = 0
    assert callable(edit)
    image, way = edit(Image.fromarray(pixels))
    rows, columns = np.nonzero(np.asarray(image.convert("L"))[12:-12, 20:-20] < 40)
    middle = columns.mean() + 20.5, rows.mean() + 12.5
    assert apply(way, np.array([145.0, 95.0])) == pytest.approx(middle, abs=1)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = source_files()
    if len(files) < 2:
        pytest.skip("no sample pictures with faces are installed")
    folder = tmp_path_factory.mktemp("photos")
    for file in files:
        shutil.copy(file, folder / file.name)
    return folder


def test_photos_with_faces_are_known_again(photos: Path) -> None:
    for measure in (faces_known_again, pictures_known_again):
        scores = measure([photos])()
        assert len(scores) == len(list(photos.iterdir())) - 1
        assert (scores > 0.7).all()


def test_faces_are_found_whichever_way_up(photos: Path) -> None:
    scores = faces_of_turned_photos([photos])()
    assert (scores > 0.8).all()


@pytest.mark.parametrize(
    "measure", [faces_known_again, pictures_known_again, faces_of_turned_photos]
)
def test_a_folder_without_photos(measure: object, tmp_path: Path) -> None:
    assert callable(measure)
    with pytest.raises(DataError, match="holds no photos"):
        measure([tmp_path])


@pytest.mark.parametrize("measure", [quality_tells_worth, groups_with_poor_pictures])
def test_two_photos_of_a_person_are_wanted(measure: object, photos: Path) -> None:
    assert callable(measure)
    with pytest.raises(DataError, match="two photos"):
        measure([photos])


def test_people_of_whom_there_are_poor_pictures_are_grouped(photos: Path, tmp_path: Path) -> None:
    for number, file in enumerate(sorted(photos.iterdir())[:2]):
        for copy in range(3):
            shutil.copy(file, tmp_path / f"person{number}_{copy}{file.suffix}")
    scores = groups_with_poor_pictures([tmp_path])()
    assert len(scores) == 2
    assert (scores > 0.3).all()
