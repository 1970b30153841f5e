"""Names from other programs and for them, in a terminal."""

import json
import shlex
from pathlib import Path

from PIL import Image

from photoorg.library import Library
from photoorg.metadata.names.packets import with_names
from photoorg.types import Box
from tests.commands.conftest import Photoorg


def on_the_disk(library: Path) -> list[Path]:
    """Write the pictures of the library; return their paths, those of person 1 first."""
    paths: dict[Path, None] = {}
    with Library.open(library) as opened:
        for person in (1, 2, 3):
            for face in opened.faces.of_person(person):
                photo = opened.photos.get(face.photo_id)
                photo.path.parent.mkdir(exist_ok=True)
                Image.new("RGB", (photo.width, photo.height)).save(photo.path)
                paths[photo.path] = None
    return list(paths)


def tell(library: Path, photo: Path, name: str) -> None:
    """Let a sidecar name the face in a photo."""
    with Library.open(library) as opened:
        one = next(one for one in opened.photos.list() if one.path == photo)
        x, y, w, h = opened.faces.of_photo(one.id)[0].box
    size = (one.width, one.height)
    box = Box(x / size[0], y / size[1], w / size[0], h / size[1])
    photo.with_name(f"{photo.name}.xmp").write_bytes(with_names(None, size, {name: box}))


def test_names_are_read_and_written(photoorg: Photoorg, library: Path) -> None:
    photos = on_the_disk(library)
    for photo in photos[:3]:
        tell(library, photo, "Anna")
    for photo in photos[4:7]:
        said = {"people": [{"name": "Ben"}]}
        photo.with_name(f"{photo.name}.json").write_text(json.dumps(said))
    folder = photos[0].parent
    to = (folder, "--library", library, "--json")
    preview = photoorg("metadata", "read", *to, "--preview")
    assert preview.code == 0
    counts = {key: preview.json[key] for key in ("people", "names", "regions", "photos")}
    assert counts == {"people": 2, "names": 6, "regions": 3, "photos": 6}
    assert (preview.json["unmatched"], preview.json["preview"]) == (0, True)
    assert preview.json["offers"] == [
        {"name": "Ben", "person": 2, "common": 3, "told": 3, "shown": 4}
    ]
    assert photoorg("history", "--library", library, "--json").json == []
    done = photoorg("metadata", "read", *to)
    assert (done.json["named"], done.json["preview"]) == (3, False)
    (anna,) = [one for one in photoorg("people", *to[1:]).json if one["name"]]
    assert (anna["name"], len(anna["faces"])) == ("Anna", 4)
    lines = photoorg("metadata", "read", folder, "--library", library).out
    assert "Group 2 may be Ben: in 3 of 3 photos. If so: photoorg rename 2 Ben\n" in lines
    photoorg("undo", "--library", library)
    both = photoorg("metadata", "read", *to, "--accept-offers")
    assert (both.json["named"], both.json["accepted"]) == (3, 1)
    assert {one["name"] for one in photoorg("people", *to[1:]).json} == {"Anna", "Ben", None}
    photoorg("undo", "--library", library)
    photoorg("metadata", "read", *to)
    written = photoorg("metadata", "write", "Anna", *to[1:])
    assert written.json == {"people": 1, "photos": 4, "written": 1, "there": 3, "errors": []}
    again = photoorg("metadata", "write", "--to", "sidecar", "--library", library)
    assert again.out == "names written beside 0 photos, 4 were there already.\n"
    photoorg("undo", "--library", library)
    assert not [one for one in photoorg("people", *to[1:]).json if one["name"]]


def test_what_cannot_be_is_told(photoorg: Photoorg, library: Path, tmp_path: Path) -> None:
    run = photoorg("metadata", "read", tmp_path / "none", "--library", library)
    assert (run.code, "scan this folder first" in run.err) == (2, True)
    assert photoorg("metadata", "write", "Nobody", "--library", library).code == 2
    photoorg("rename", 1, "Anna", "--library", library)
    run = photoorg("metadata", "write", "Anna", "--library", library, "--json")
    assert (run.code, len(run.json["errors"])) == (1, 4)
    assert "is not there now" in run.err


def test_names_of_strangers_can_be_pasted_into_a_shell(photoorg: Photoorg, library: Path) -> None:
    photos = on_the_disk(library)
    for photo in photos[:4]:
        said = {"people": [{"name": "O'Brien $(touch x)\x1b[2J"}]}
        photo.with_name(f"{photo.name}.json").write_text(json.dumps(said))
    told = photoorg("metadata", "read", photos[0].parent, "--library", library)
    (line,) = [line for line in told.out.splitlines() if "rename" in line]
    words = shlex.split(line.partition("If so: ")[2])
    assert words[:3] == ["photoorg", "rename", "1"]
    assert words[3].startswith("O'Brien $(touch x)")
    assert "\x1b" not in line
