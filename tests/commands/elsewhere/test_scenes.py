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
