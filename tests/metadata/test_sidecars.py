"""Files beside a photo are found by their names, whole or cut."""

from pathlib import Path

import pytest

from photoorg.metadata.sidecars import Takeout, takeout_beside, takeout_names, xmp_beside


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
    assert beside in list(takeout_names(photo))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"photoTakenTime": 5}', "[" * 100_000])
def test_what_is_no_takeout(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.jpg.json").write_text(text)
    assert takeout_beside(tmp_path / "a.jpg") == Takeout()


def test_a_position_of_zero_is_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.jpg.json").write_text(
        '{"photoTakenTime": {"timestamp": "1"}, "geoData": {"latitude": 0.0, "longitude": 0.0},'
        '"geoDataExif": {"latitude": 52.5, "longitude": 13.4}}'
    )
    assert takeout_beside(tmp_path / "a.jpg").position == (52.5, 13.4)


def test_a_sidecar_of_another_photo_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "b.xmp").write_bytes(b"<x/>")
    (tmp_path / "a.jpg.xmp.bak").write_bytes(b"<x/>")
    assert xmp_beside(tmp_path / "a.jpg") is None
