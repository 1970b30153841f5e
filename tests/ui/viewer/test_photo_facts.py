"""What a file tells of camera, lens, exposure and place, and files that tell nonsense."""

from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from photoorg.ui.viewer.photo_facts import Facts, read_facts

Ratio = TiffImagePlugin.IFDRational


def photo(
    path: Path, tags: dict[int, object], details: dict[int, object], place: dict[int, object]
) -> Path:
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    exif.get_ifd(0x8769).update(details)
    exif.get_ifd(0x8825).update(place)
    Image.new("RGB", (40, 30)).save(path, exif=exif)
    return path


def test_everything_that_a_camera_writes(tmp_path: Path) -> None:
    file = photo(
        tmp_path / "a.jpg",
        {0x010F: "NIKON CORPORATION", 0x0110: "NIKON D750"},
        {
            0x829A: Ratio(1, 250),
            0x829D: Ratio(28, 10),
            0x8827: 400,
            0x920A: Ratio(50, 1),
            0xA434: "50mm  f/1.8\0",
        },
        {1: "S", 2: (33.0, 51.0, 35.9), 3: "E", 4: (151.0, 12.0, 40.0)},
    )
    assert read_facts(file).lines() == [
        "NIKON D750",
        "50mm f/1.8",
        "1/250 s · f/2.8 · ISO 400 · 50 mm",
        "33.8600° S, 151.2111° E",
    ]


def test_maker_and_model_and_a_long_exposure(tmp_path: Path) -> None:
    file = photo(tmp_path / "a.jpg", {0x010F: "Apple", 0x0110: "iPhone 15"}, {0x829A: 2.5}, {})
    assert read_facts(file) == Facts(camera="Apple iPhone 15", exposure="2.5 s")


@pytest.mark.parametrize(
    ("details", "place"),
    [
        ({0x829A: Ratio(0, 0), 0x829D: Ratio(0, 1)}, {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}),
        ({}, {1: "N", 2: (95.0, 0.0, 0.0), 4: (10.0, 0.0, 0.0)}),
        ({}, {2: (Ratio(1, 0), Ratio(0, 0), 1.0), 4: (10.0, 0.0, 0.0)}),
    ],
)
def test_nonsense_is_not_told(
    tmp_path: Path, details: dict[int, object], place: dict[int, object]
) -> None:
    assert read_facts(photo(tmp_path / "a.jpg", {}, details, place)) == Facts()


def test_what_is_no_picture_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    assert read_facts(tmp_path / "a.jpg") == Facts()
    assert read_facts(tmp_path / "not there.jpg") == Facts()


def test_real_files(photos: Path) -> None:
    told = [read_facts(path) for path in sorted((photos / "metadata").iterdir())]
    assert any(facts.camera for facts in told)
    assert any(facts.exposure for facts in told)
