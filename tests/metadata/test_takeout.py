"""Google Takeout: which JSON file belongs to a photo, and what it tells of it."""

import pytest

from photoorg.metadata.takeout import Names, Takeout, read_takeout


@pytest.mark.parametrize(
    ("photo", "beside"),
    [
        ("IMG.jpg", "IMG.jpg.json"),
        ("IMG.jpg", "IMG.jpg.supplemental-metadata.json"),
        ("IMG(1).jpg", "IMG.jpg(1).json"),
        ("IMG(1).jpg", "IMG.jpg.supplemental-metadata(1).json"),
        (
            "Screenshot_2021-05-04-10-11-12-1.png",
            "Screenshot_2021-05-04-10-11-12-1.png.supplemen.json",
        ),
        ("x" * 42 + ".jpg", "x" * 42 + ".jpg.json"),
        ("x" * 47 + ".jpg", "x" * 46 + ".json"),
    ],
)
def test_names_of_takeout(photo: str, beside: str) -> None:
    assert Names([beside]).of(photo) == beside


LONG = "a_photo_with_a_long_name_that_nobody_would_type_twice.jpg"
UMLAUTS = "Großmütterchens_Mädchen_hören_übermütig_öfters.jpg"
HALF = "original_0f5a8e2b-1c3d-4e5f_IMG_2019.jpg"


@pytest.mark.parametrize(
    ("photo", "file"),
    [
        ("IMG.jpg", "IMG.jpg.json"),
        ("IMG.jpg", "IMG.jpg.supplemental-metadata.json"),
        ("IMG.jpg", "IMG.jpg.supplemental-metad.json"),
        ("IMG.jpg", "IMG.jpg.s.json"),
        ("IMG.jpg", "IMG.jpg..json"),
        ("IMG(1).jpg", "IMG.jpg(1).json"),
        ("IMG(1).jpg", "IMG.jpg.supplemental-metadata(1).json"),
        ("IMG(1).jpg", "IMG(1).jpg.json"),
        ("IMG-edited.jpg", "IMG.jpg.json"),
        ("IMG-edited(2).jpg", "IMG.jpg(2).json"),
        ("IMG-bearbeitet.jpg", "IMG.jpg.supplemental-metadata.json"),
        ("IMG.JPG", "img.jpg.json"),
        (LONG, f"{LONG[:46]}.json"),
        (HALF, f"{HALF}.suppl.json"),
        (UMLAUTS, "Großmütterchens_Mädchen_hören_übermütig_.json"),
    ],
)
def test_the_file_of_a_photo(photo: str, file: str) -> None:
    assert Names([file]).of(photo) == file


def test_files_of_other_photos_are_not_taken() -> None:
    names = Names(["IMG.jpg.json", "IMG.jpg(1).json", "IMG_1.jpg.supplemental-metadata.json"])
    assert names.of("IMG.jpg") == "IMG.jpg.json"
    assert names.of("IMG(1).jpg") == "IMG.jpg(1).json"
    for photo in ("IMG(2).jpg", "IMG.png", "IM.jpg", "IMG_1.png", "IMG_1(1).jpg"):
        assert names.of(photo) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"photoTakenTime": 5}', "[" * 100_000])
def test_what_is_no_takeout(text: str) -> None:
    assert read_takeout(text.encode()) == Takeout()


ENDLESS = "9" * 400


@pytest.mark.parametrize("number", [ENDLESS, f"-{ENDLESS}", f'"{ENDLESS}"', "1e999", "NaN", "{}"])
def test_numbers_that_mean_nothing_are_not_told(number: str) -> None:
    told = (
        f'{{"photoTakenTime": {{"timestamp": {number}}}, "description": "By the lake",'
        f'"geoData": {{"latitude": {number}, "longitude": 1.5}}}}'
    )
    assert read_takeout(told.encode()) == Takeout(caption="By the lake")


def test_a_position_of_zero_is_nowhere() -> None:
    told = read_takeout(
        b'{"photoTakenTime": {"timestamp": "1"}, "geoData": {"latitude": 0.0, "longitude": 0.0},'
        b'"geoDataExif": {"latitude": 52.5, "longitude": 13.4}}'
    )
    assert told.position == (52.5, 13.4)
