"""Groups of photos, told in a terminal."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.commands.conftest import Photoorg
from tests.jobs.scenes.pictures import pictures


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Return a folder with a dozen pictures of each of four kinds; names tell the kind."""
    folder = tmp_path / "album"
    folder.mkdir()
    for n, (kind, jpeg) in enumerate(pictures(12)):
        Image.open(io.BytesIO(jpeg)).save(folder / f"{kind} {n:02}.png")
    return folder


def test_groups_are_listed_with_their_photos(
    photoorg: Photoorg, album: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    library = tmp_path / "l.photoorg"
    photoorg("scan", album, "--library", library, "--models", tiny_pack)
    found = photoorg("scenes", "--library", library, "--json")
    assert found.code == 0
    assert all(set(group) == {"id", "name", "photos"} for group in found.json)
    kinds = [{Path(path).name[0] for path in group["photos"]} for group in found.json]
    assert all(len(kind) == 1 for kind in kinds)
    assert set.union(*kinds) == set("0123")
    assert photoorg("scenes", "--library", library, "--known", "--json").json == found.json
    text = photoorg("scenes", "--library", library).out
    first = found.json[0]
    assert f"Group ({first['id']}), {len(first['photos'])} photos:" in text
    assert first["photos"][0] in text


def test_what_could_not_be_done_is_told(photoorg: Photoorg, library: Path) -> None:
    found = photoorg("scenes", "--library", library, "--json")
    assert found.json == []
    assert "12 photos have no thumbnail yet" in found.err


def test_what_is_said_of_groups_holds_and_can_be_undone(
    photoorg: Photoorg, album: Path, tiny_pack: Path, tmp_path: Path
) -> None:
    library = tmp_path / "l.photoorg"
    photoorg("scan", album, "--library", library, "--models", tiny_pack)
    one, other, *_ = photoorg("scenes", "--library", library, "--json").json

    def say(*words: object) -> object:
        found = photoorg("scene", *words, "--library", library, "--json")
        assert found.code == 0
        return found.json

    def named() -> dict[str, int]:
        groups = photoorg("scenes", "--known", "--library", library, "--json").json
        return {group["name"]: len(group["photos"]) for group in groups if group["name"]}

    count, more = len(one["photos"]), len(other["photos"])
    assert say("name", one["id"], "Beach") == {"id": one["id"], "name": "Beach", "photos": count}
    assert say("out", one["photos"][0]) is None
    assert say("move", "Beach", other["photos"][0]) == {
        "id": one["id"],
        "name": "Beach",
        "photos": count,
    }
    told = say("new", "Receipts", *other["photos"][1:3])
    assert isinstance(told, dict)
    assert named() == {"Beach": count, "Receipts": 2}
    say("merge", "Beach", "Receipts", other["id"])
    assert named() == {"Beach": count + more - 1}
    photoorg("undo", "--library", library)
    assert named() == {"Beach": count, "Receipts": 2}
    assert say("unname", "Beach") == {"id": one["id"], "name": None, "photos": count}
    assert (
        f"{told['id']} (Shop) has 2 photos now."
        in photoorg("scene", "name", "Receipts", "Shop", "--library", library).out
    )
    wrong = photoorg("scene", "name", "Nothing", "x", "--library", library)
    assert wrong.code == 2
    assert "Nothing is no group of photos" in wrong.err
