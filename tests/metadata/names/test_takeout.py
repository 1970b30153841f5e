"""Google Takeout: which JSON file belongs to a photo, and who is in it."""

import json

import pytest

from photoorg.metadata.names.takeout import Names, read_json

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


def test_who_is_in_a_photo() -> None:
    said = {"title": "IMG.jpg", "people": [{"name": "Anna"}, {"name": " Ben "}, {"name": "Anna"}]}
    assert read_json(json.dumps(said).encode()).names == ("Anna", "Ben")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"people": 3}',
        b'{"people": [3, {"name": 4}, {"name": ""}, {}]}',
        b"[" * 100_000,
        b'{"people": [{"name": "' + b"x" * (2 << 20) + b'"}]}',
        b"\xff\xfe\xfd",
    ],
    ids=["empty", "list", "null", "number", "odd", "deep", "vast", "bytes"],
)
def test_what_is_no_such_file_tells_of_nobody(data: bytes) -> None:
    assert not read_json(data)
