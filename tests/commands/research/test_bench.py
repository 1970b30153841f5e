"""The benchmarks run and say what they say they do; their figures are not judged here."""

import shutil
from pathlib import Path

import pytest

from photoorg.analysis.demonstration import source_files
from photoorg.commands.research.bench import figure_lines, identity, middle_face
from photoorg.jobs.measuring.figures import Figure
from photoorg.library import Face, Photo, Source
from photoorg.types import Box
from tests.commands.conftest import Photoorg


def test_a_photo_is_named_after_its_person() -> None:
    assert identity(Path("x/Anna_Lee_0012.jpg")) == "Anna_Lee"
    assert identity(Path("Anna_Lee.jpg")) == "Anna_Lee"
    assert identity(Path("R2 D2 7.png")) == "R2 D2"


def test_the_face_nearest_the_middle() -> None:
    photo = Photo(1, Path("x.jpg"), 100, 100, None, 2, missing=False)
    boxes = [Box(0, 0, 90, 30), Box(35, 40, 20, 20), Box(60, 60, 30, 30)]
    faces = [Face(n, 1, box, 0.9, 0.5, n, Source.MACHINE, None) for n, box in enumerate(boxes)]
    assert middle_face(photo, faces).id == 1


@pytest.fixture
def folder(photos: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for file in sorted((photos / "people").glob("*.jpg"))[:12]:
        shutil.copy(file, folder)
    return folder


@pytest.mark.pack
def test_people(photoorg: Photoorg, folder: Path, test_pack: Path) -> None:
    run = photoorg("bench", "people", folder, "--models", test_pack, "--json")
    assert run.code == 0
    assert run.json["photos"] == 12
    assert run.json["without_face"] == 0
    assert run.json["people_true"] == len({identity(file) for file in folder.iterdir()})
    assert 0.5 < run.json["bcubed_f"] <= 1


@pytest.mark.pack
def test_scan(photoorg: Photoorg, folder: Path, test_pack: Path) -> None:
    bench = ("bench", "scan", folder, "--models", test_pack, "--photos", 8)
    run = photoorg(*bench, "--json")
    assert run.code == 0
    assert run.json["photos"] == 8
    assert run.json["scan_photos_per_second"] > 0
    assert run.json["floor_photos_per_second"] > 0
    assert photoorg(*bench).out.startswith("photos  ")


def test_a_folder_without_photos(photoorg: Photoorg, tmp_path: Path, test_pack: Path) -> None:
    for what in ("people", "scan"):
        run = photoorg("bench", what, tmp_path, "--models", test_pack, "--json")
        assert (run.code, run.out) == (2, "")


def test_cluster(photoorg: Photoorg) -> None:
    run = photoorg("bench", "cluster", "--sizes", "200,300", "--json")
    assert run.code == 0
    assert [row["faces"] for row in run.json] == [200, 300]
    stages = run.json[0]["stages"]
    assert [stage["name"] for stage in stages] == [
        "knn",
        "affinity",
        "density",
        "parents",
        "labels",
    ]
    assert all(stage["seconds"] >= 0 for stage in stages)
    assert run.json[0]["floor_seconds"] > 0
    assert run.json[0]["reference_seconds"] > 0
    assert run.json[0]["rules_seconds"] > 0
    lines = photoorg("bench", "cluster", "--sizes", "200").out.splitlines()
    assert "products alone" in lines[1]
    assert "under 10 answers" in lines[5]
    assert len(lines) == 6


def test_library(photoorg: Photoorg, tiny_pack: Path) -> None:
    run = photoorg("bench", "library", "--faces", 1000, "--models", tiny_pack, "--json")
    assert run.code == 0
    figures = {row["what"]: row for row in run.json}
    assert len(figures) == len(run.json)
    assert all(row["seconds"] > 0 for row in run.json)
    assert figures["scan of 1,000 unchanged files"]["floor_seconds"] > 0
    assert figures["merge 50 into 50"]["undo_seconds"] > 0
    assert figures["unmerge 50 from 50"]["target_seconds"] == 0.2
    assert {"check of 3,000 faces", "100 photos stored", "matrix of the faces"} <= set(figures)
    assert figures["find duplicates among 1,000 photos"]["target_seconds"] == 60


def test_the_figures_of_a_library_as_a_table() -> None:
    figures = [
        Figure("rescan", 2.0, 1.5, floor_seconds=0.5, target_seconds=1.5, peak_mb=99.6),
        Figure("merge", 0.25, 0.125, 0.5, 0.375),
    ]
    _, rescan, merge = (" ".join(line.split()) for line in figure_lines(figures))
    assert rescan == "rescan 2.000 1.500 100 bare 0.500 s: 4.0 times that; to take 1.50 s at most"
    assert merge == "merge 0.250 0.125 0.500 0.375 -"


@pytest.mark.parametrize("faces", ["", "many", "999", "-5"])
def test_too_few_faces_for_a_library(photoorg: Photoorg, faces: str) -> None:
    run = photoorg("bench", "library", f"--faces={faces}")
    assert (run.code, run.out) == (2, "")
    assert "must be a number from 1,000 on" in run.err


@pytest.mark.parametrize("sizes", ["", "many", "10,1", "-5", "100,"])
def test_sizes_that_are_none(photoorg: Photoorg, sizes: str) -> None:
    run = photoorg("bench", "cluster", f"--sizes={sizes}")
    assert (run.code, run.out) == (2, "")
    assert "must be numbers above 1" in run.err


def test_scan_of_large_photos(photoorg: Photoorg, tmp_path: Path) -> None:
    for number, file in enumerate(source_files()[:2]):
        shutil.copy(file, tmp_path / f"{number}{file.suffix}")
    bench = ("bench", "scan", tmp_path, "--megapixels", "0.5,9", "--photos", 4)
    run = photoorg(*bench, "--json")
    assert run.code == 0
    assert [(one["megapixels"], one["kind"], one["photos"]) for one in run.json] == [
        (0.5, "jpg", 4),
        (9, "jpg", 4),
    ]
    for one in run.json:
        assert one["faces"] >= one["plain_faces"] > 0
        assert one["share_of_plain"] == one["seconds"] / one["plain_seconds"] > 0
        looked = one["parts"]
        assert list(looked) == [
            "reading",
            "decoding",
            "finding",
            "thumbnails",
            "embedding",
            "looking",
        ]
    table = photoorg(*bench[:3], "--megapixels", "0.3", "--kind", "png", "heic", "--photos", 1).out
    assert [line.split()[:2] for line in table.splitlines()[1:]] == [
        ["0.3", "png"],
        ["0.3", "heic"],
    ]


def test_sizes_that_no_photo_has(photoorg: Photoorg, tmp_path: Path) -> None:
    run = photoorg("bench", "scan", tmp_path, "--megapixels", "12,much")
    assert run.code == 2
    assert "must be megapixels up to 200" in run.err
