"""One photo looked at now, with the program's own models and real faces."""

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs.photo import run
from photoorg.jobs.photo_request import PhotoRequest, PhotoSummary
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import run as scan
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, drawing, turning
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.settings import Settings
from photoorg.types import Box


@pytest.fixture(scope="module")
def analyzer() -> FaceAnalyzer:
    return FaceAnalyzer(read_pack(STARTER))


@pytest.fixture(scope="module")
def album(analyzer: FaceAnalyzer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of photos with real faces."""
    folder = tmp_path_factory.mktemp("photos") / "album"
    make_album(folder, analyzer)
    return folder


@pytest.fixture
def place(album: Path, tmp_path: Path) -> Path:
    """Return a folder with one scanned photo: a face, tiny in a large picture."""
    (tmp_path / "photos").mkdir()
    portrait = Image.open(min(album.rglob("*.jpg"))).convert("RGB")
    portrait.thumbnail((100, 100))
    large = Image.new("RGB", (4000, 3000), (90, 110, 100))
    large.paste(portrait, (3000, 2000))
    large.save(tmp_path / "photos" / "large.jpg", quality=92)
    scan(
        Control(lambda _: None),
        ScanRequest(tmp_path / "l.photoorg", [tmp_path / "photos"], Settings(), STARTER),
    )
    return tmp_path


def look(place: Path, photo: int, *, harder: bool) -> PhotoSummary:
    request = PhotoRequest(place / "l.photoorg", photo, "large.jpg", Settings(), STARTER, harder)
    return run(Control(lambda _: None), request)


def test_searching_harder_finds_a_tiny_face_and_keeps_it(place: Path) -> None:
    with Library.open(place / "l.photoorg") as library:
        (photo,) = (id_ for (id_,) in library.connection.rows("SELECT id FROM photos"))
        assert library.faces.of_photo(photo) == []
    assert look(place, photo, harder=True) == PhotoSummary(1, harder=True)
    with Library.open(place / "l.photoorg") as library:
        (face,) = library.faces.of_photo(photo)
        assert not face.drawn
        assert 3000 < face.box.x < 3100
        assert face.person_id is not None
        drawing.draw(library, photo, Box(100, 100, 200, 200))
    assert look(place, photo, harder=False).new == 0
    assert look(place, photo, harder=True).new == 0
    with Library.open(place / "l.photoorg") as library:
        assert [f.id for f in library.faces.of_photo(photo)][1] == face.id
        assert check(library) == []


def test_a_drawn_face_is_embedded_and_grouped(place: Path) -> None:
    with Library.open(place / "l.photoorg") as library:
        (photo,) = (id_ for (id_,) in library.connection.rows("SELECT id FROM photos"))
        face = drawing.draw(library, photo, Box(3004, 2008, 40, 51))
        actions.split(library, [face], "Cora")
        assert library.faces.models() == []
    assert look(place, photo, harder=False).new == 0
    with Library.open(place / "l.photoorg") as library:
        (model,) = library.faces.models()
        assert library.faces.matrix(model).ids.tolist() == [face]
        assert library.faces.get(face).person_name == "Cora"
        assert library.thumbnails.face(face) is not None
        assert check(library) == []
    assert look(place, photo, harder=True).new == 0
    with Library.open(place / "l.photoorg") as library:
        (now,) = library.faces.of_photo(photo)
        assert (now.id, now.person_name) == (face, "Cora")
        assert now.box == Box(3004, 2008, 40, 51)
        assert now.score > 0  # the detector has found it too


def test_a_photo_that_is_away_is_not_searched(place: Path) -> None:
    (place / "photos" / "large.jpg").unlink()
    with Library.open(place / "l.photoorg") as library:
        (photo,) = (id_ for (id_,) in library.connection.rows("SELECT id FROM photos"))
    assert not look(place, photo, harder=True).reached


def test_a_drawn_face_goes_with_a_photo_that_is_edited(album: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    file = tmp_path / "photos" / "one.jpg"
    shutil.copy(max(album.rglob("*.jpg"), key=lambda path: path.stat().st_size), file)
    request = ScanRequest(tmp_path / "l.photoorg", [file.parent], Settings(), STARTER)
    scan(Control(lambda _: None), request)
    with Library.open(tmp_path / "l.photoorg") as library:
        (photo,) = (id_ for (id_,) in library.connection.rows("SELECT id FROM photos"))
        known = library.photos.get(photo)
        face = drawing.draw(library, photo, Box(10, known.height - 60, 50, 50))
        actions.split(library, [face], "Cora")
    look(tmp_path, photo, harder=False)
    picture = Image.open(file)
    picture.resize((picture.width // 2, picture.height // 2)).save(file, quality=95)
    scan(Control(lambda _: None), request)
    with Library.open(tmp_path / "l.photoorg") as library:
        (now,) = (one for one in library.faces.of_photo(photo) if one.id == face)
        assert (now.person_name, now.drawn) == ("Cora", True)
        assert now.box == pytest.approx(Box(5, known.height / 2 - 30, 25, 25), abs=3)
        assert check(library) == []


def test_a_turned_photo_is_searched_as_it_stands_and_stays_so(album: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    upright = Image.open(min(album.rglob("*.jpg"))).convert("RGB")
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    file = tmp_path / "photos" / "large.jpg"
    lying.save(file, quality=95)
    before = file.read_bytes()
    again = ScanRequest(tmp_path / "l.photoorg", [tmp_path / "photos"], Settings(), STARTER)
    scan(Control(lambda _: None), again)
    with Library.open(tmp_path / "l.photoorg") as library:
        (photo,) = library.photos.list()
        known = library.faces.of_photo(photo.id)
        face = known[0].id if known else drawing.draw(library, photo.id, Box(20, 20, 60, 60))
        actions.split(library, [face], "Anna")
        turning.turn(library, photo.id, turning.Way.RIGHT)
    assert look(tmp_path, photo.id, harder=True).reached
    with Library.open(tmp_path / "l.photoorg") as library:
        assert check(library) == []
        shown = library.photos.get(photo.id)
        assert (shown.turned, shown.width, shown.height) == (1, *upright.size)
        thumbnail = library.thumbnails.photo(photo.id)
        assert thumbnail is not None
        width, height = Image.open(io.BytesIO(thumbnail)).size
        assert abs(width / height - upright.width / upright.height) < 0.02
        found = library.faces.of_photo(photo.id)
        assert found
        assert "Anna" in [one.person_name for one in found]
        marks = library.connection.value(
            "SELECT landmarks FROM faces WHERE landmarks IS NOT NULL ORDER BY score DESC LIMIT 1"
        )
        left, right, nose, *_ = np.frombuffer(marks, np.float32).reshape(5, 2)
        assert left[0] < right[0]  # the eyes are beside each other and above the nose
        assert max(left[1], right[1]) < nose[1]
    file.rename(file.with_name("moved.jpg"))
    scan(Control(lambda _: None), again)
    with Library.open(tmp_path / "l.photoorg") as library:
        (moved,) = library.photos.list()
        assert (moved.id, moved.path.name, moved.turned) == (photo.id, "moved.jpg", 1)
        assert library.faces.of_photo(photo.id) == found
    assert file.with_name("moved.jpg").read_bytes() == before


def test_a_brightened_photo_stays_turned(album: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    upright = Image.open(min(album.rglob("*.jpg"))).convert("RGB")
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    file = tmp_path / "photos" / "large.jpg"
    lying.save(file, quality=95)
    again = ScanRequest(tmp_path / "l.photoorg", [tmp_path / "photos"], Settings(), STARTER)
    scan(Control(lambda _: None), again)
    with Library.open(tmp_path / "l.photoorg") as library:
        (photo,) = library.photos.list()
        turning.turn(library, photo.id, turning.Way.RIGHT)
    look(tmp_path, photo.id, harder=False)
    lying.point([min(255, round(v * 1.1)) for v in range(256)] * 3).save(file, quality=95)
    scan(Control(lambda _: None), again)
    with Library.open(tmp_path / "l.photoorg") as library:
        (shown,) = library.photos.list()
        assert (shown.id, shown.turned, shown.width) == (photo.id, 1, upright.width)
