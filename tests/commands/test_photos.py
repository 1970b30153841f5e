"""Photos and folders in a terminal."""

from pathlib import Path

from photoorg.library import FileEntry, Library
from tests.commands.conftest import Photoorg


def test_every_photo_once_and_files_with_an_error(photoorg: Photoorg, library: Path) -> None:
    place = library.parent / "photos"
    with Library.open(library) as opened:
        folder = opened.folders.list()[0].id
        opened.intake.register(folder, [FileEntry(place / "caf\udce9.jpg", 1, 1)])
        (pending,) = opened.intake.queue("trial-0123456789ab")
        opened.intake.fail(pending.id, "The file is empty.")
        file = opened.intake.known(place)[place / "0003.jpg"].file_id
        opened.intake.fail(file, "The file is damaged.")
    photos = photoorg("photos", "--library", library, "--json").json
    assert len(photos) == 13
    keys = {"id", "path", "width", "height", "taken_at", "error", "faces", "copies", "missing"}
    assert all(set(photo) == keys for photo in photos)
    assert len({photo["path"] for photo in photos}) == 13
    by_name = {Path(photo["path"]).name: photo for photo in photos}
    assert by_name["0003.jpg"]["error"] == "The file is damaged."
    assert len(by_name["0003.jpg"]["faces"]) == 1
    assert by_name["0000.jpg"]["error"] is None
    assert (by_name["0000.jpg"]["width"], by_name["0000.jpg"]["height"]) == (100, 100)
    unread = by_name["caf\udce9.jpg"]
    assert (unread["id"], unread["error"], unread["faces"]) == (None, "The file is empty.", [])
    text = photoorg("photos", "--library", library).out
    assert f"{place}/caf\ufffd.jpg: The file is empty." in text
    assert len(text.splitlines()) == 14


def test_folders_are_listed_and_removed(photoorg: Photoorg, library: Path) -> None:
    place = library.parent / "photos"
    (folder,) = photoorg("folders", "--library", library, "--json").json
    assert (folder["id"], folder["path"]) == (1, str(place))
    assert [folder[key] for key in ("photos", "faces", "away", "unseen")] == [12, 12, False, 0]
    part = photoorg("remove-folder", place / "2019", "--library", library)
    assert part.code == 2
    assert "is part of the folder" in part.err
    run = photoorg("remove-folder", place, "--library", library, "--json")
    assert run.json == {"id": 1, "path": str(place)}
    assert photoorg("folders", "--library", library, "--json").json == []
    assert photoorg("photos", "--library", library, "--json").json == []
    photoorg("undo", "--library", library)
    assert photoorg("folders", "--library", library, "--json").json == [folder]
    assert photoorg("remove-folder", 1, "--library", library).code == 0


def test_a_folder_by_another_of_its_names(photoorg: Photoorg, library: Path) -> None:
    place = library.parent / "photos"
    place.mkdir()
    link = library.parent / "link"
    link.symlink_to(place)
    run = photoorg("remove-folder", f"{link}/", "--library", library, "--json")
    assert run.json == {"id": 1, "path": str(place)}


def test_what_is_left_out_of_a_folder(photoorg: Photoorg, library: Path) -> None:
    (folder,) = photoorg("folders", "--library", library, "--json").json
    assert folder["patterns"] == []
    said = photoorg("skip", str(folder["id"]), "*.png", "/scans", "--library", library, "--json")
    assert said.json["patterns"] == ["*.png", "/scans"]
    photoorg("skip", folder["path"], "*.png", "--library", library)
    (folder,) = photoorg("folders", "--library", library, "--json").json
    assert folder["patterns"] == ["*.png", "/scans"]
    refused = photoorg("skip", str(folder["id"]), "[z-a]", "--library", library)
    assert refused.code == 2
    assert "gitignore" in refused.err
    skip = ("skip", str(folder["id"]), "--library", library)
    assert "*.png, /scans." in photoorg(*skip).out
    only = photoorg(*skip[:2], "/scans", *skip[2:], "--nothing", "--json")
    assert only.json["patterns"] == ["/scans"]
    photoorg(*skip, "--nothing")
    (folder,) = photoorg("folders", "--library", library, "--json").json
    assert folder["patterns"] == []


def test_every_file_of_a_folder_is_told(photoorg: Photoorg, library: Path) -> None:
    (folder,) = photoorg("folders", "--library", library, "--json").json
    files = folder["files"]
    parts = [files[kind] for kind in ("photos", "videos", "pairs", "problems")]
    assert files["found"] == sum(parts) + sum(files["skipped"].values()) > 0
