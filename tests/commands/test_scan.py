"""``photoorg scan`` as other programs rely on it."""

from pathlib import Path

import pytest

from photoorg.commands.follow import duration, words
from photoorg.jobs.download_request import DOWNLOADING
from photoorg.jobs.messages import Progress
from photoorg.jobs.scan_request import LOOKING, READING, ScanRequest
from photoorg.jobs.scanning.found_files import FEW
from photoorg.metadata.names.packets import with_names
from photoorg.settings import Settings
from photoorg.types import Box
from tests.commands.conftest import Photoorg
from tests.jobs.trial_analyzer import paint


def test_scan_as_json(photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path) -> None:
    library = tmp_path / "new" / "place" / "my.photoorg"
    run = photoorg("scan", painted, "--library", library, "--models", tiny_pack, "--json")
    assert run.code == 0
    assert set(run.json) == {"photos", "faces", "people", "seconds", "new_names", "errors"}
    assert run.json["photos"] == 3
    assert run.json["faces"] == 3
    assert run.json["errors"] == []
    assert "Reading photos" in run.err
    people = photoorg("people", "--library", library, "--json").json
    assert sum(person["count"] for person in people) == run.json["faces"]
    assert len(people) == run.json["people"]
    group = photoorg("group", "--library", library, "--json")
    assert group.code == 0
    assert group.json["faces"] == run.json["faces"]
    assert {"joined", "split", "moved", "names_lost"} <= set(group.json)
    seen = photoorg("group", "--preview", "--library", library)
    assert "All groups would stay as they are." in seen.out
    assert "Nothing is changed" in seen.out


def test_new_names_beside_photos_are_told_once(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    scan = ("scan", painted, "--library", tmp_path / "x.photoorg", "--models", tiny_pack)
    assert "metadata" not in photoorg(*scan).out
    photo = next(path for path in painted.iterdir() if path.suffix == ".jpg")
    sidecar = with_names(None, (640, 480), {"Anna": Box(0.4, 0.4, 0.2, 0.2)})
    photo.with_name(f"{photo.name}.xmp").write_bytes(sidecar)
    told = photoorg(*scan).out.splitlines()[-1]
    assert told == (
        "1 new name is told beside photos. To look at them: "
        f"photoorg metadata read {painted} --preview"
    )
    again = photoorg(*scan, "--json").json
    assert again["new_names"] == 0


def test_unreadable_files_are_listed_with_exit_code_1(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    (painted / "empty.jpg").touch()
    scan = ("scan", painted, "--library", tmp_path / "x.photoorg", "--models", tiny_pack)
    run = photoorg(*scan, "--json")
    assert run.code == 1
    assert [Path(error["path"]).name for error in run.json["errors"]] == ["empty.jpg"]
    assert run.json["errors"][0]["reason"].endswith(".")
    again = photoorg(*scan)
    assert again.code == 1
    assert "empty.jpg: " in again.err
    assert again.out.startswith("3 photos, ")


def test_a_gentle_scan_finds_the_same(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    scan = ("--library", tmp_path / "x.photoorg", "--models", tiny_pack, "--json")
    run = photoorg("scan", painted, "--gently", *scan)
    assert (run.code, run.json["faces"]) == (0, 3)
    settings = Settings(gently=True)
    assert ScanRequest(tmp_path, None, settings).gently
    assert not ScanRequest(tmp_path, None, Settings()).gently
    assert ScanRequest(tmp_path, None, Settings(), quiet=True).gently  # nobody asked for it


def test_nothing_done_is_exit_code_2(photoorg: Photoorg, tiny_pack: Path, tmp_path: Path) -> None:
    scan = ("--library", tmp_path / "x.photoorg", "--models", tiny_pack, "--json")
    for folder in (tmp_path / "nowhere", __file__):
        run = photoorg("scan", folder, *scan)
        assert (run.code, run.out) == (2, "")
        assert len(run.err.strip().splitlines()) == 1
    run = photoorg("scan", tmp_path, "--engine", "magic", *scan)
    assert (run.code, run.out) == (2, "")
    assert "no engine “magic”" in run.err


def test_without_a_model_pack_the_way_to_one_is_told(
    photoorg: Photoorg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.packs.finding.RESOURCES", tmp_path)
    run = photoorg("scan", tmp_path, "--library", tmp_path / "x.photoorg")
    assert (run.code, run.out) == (2, "")
    assert "photoorg models download buffalo_l --accept-terms" in run.err
    assert "--models DIR" in run.err
    assert not (tmp_path / "x.photoorg").exists()


def test_progress_in_words() -> None:
    assert words(Progress(LOOKING, 0, 0)) == "Looking for photos"
    assert words(Progress(LOOKING, 1200, 0, 900.0, None, "2019")) == (
        "Looking for photos: 1,200 · 2019"
    )
    assert words(Progress(READING, 1240, 2000, 18.04, 42.2, "a.jpg")) == (
        "Reading photos: 1,240 of 2,000 · 18.0/s · 42 s left · a.jpg"
    )
    assert words(Progress(DOWNLOADING, 5_000_000, 10_000_000, 1e6, 5.0)) == (
        "Downloading: 5.0 of 10.0 MB · 1.0 MB/s · 5 s left"
    )
    assert (duration(3), duration(600), duration(9000)) == ("3 s", "10 min", "2.5 h")


def test_photos_that_were_deleted_are_hidden_when_it_is_said(
    photoorg: Photoorg, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    for n in range(FEW):
        paint(painted / f"more{n}.jpg", (n, 255 - 3 * n, 7 * n), size=(64, 48))
    scan = ("scan", painted, "--library", tmp_path / "x.photoorg", "--models", tiny_pack, "--json")
    assert photoorg(*scan).json["photos"] == FEW + 3
    for photo in sorted(painted.iterdir())[1:]:
        photo.unlink()
    unsure = photoorg(*scan)
    assert (unsure.code, unsure.json["photos"]) == (1, FEW + 3)
    (folder,) = photoorg("folders", "--library", tmp_path / "x.photoorg", "--json").json
    assert folder["unseen"] == FEW + 2
    sure = photoorg(*scan, "--deleted")
    assert (sure.code, sure.json["photos"]) == (0, 1)
