"""Real faces, scanned with the program's own models, while files are edited, moved and exchanged.

The pictures are those of the demonstration: faces that come with installed libraries.
"""

import hashlib
import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import onnx
import pytest
from PIL import Image, ImageEnhance, ImageOps

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import run
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.journal.replay import begin_from_journal
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.settings import Settings


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place with an album of which everybody is named, one face is not who it seems."""
    place = tmp_path_factory.mktemp("named")
    make_album(place / "album", FaceAnalyzer(read_pack(STARTER)))
    _scan(place)
    with Library.open(place / "l.photoorg") as library:
        for person in library.people.list():
            actions.rename(library, person.id, f"Person {person.id}")
        first, second, *_ = library.people.list()
        actions.confirm(library, [library.faces.of_person(first.id)[0].id])
        actions.unassign(library, [library.faces.of_person(first.id)[-1].id])
        actions.not_a_face(library, [library.faces.of_person(second.id)[-1].id])
    return place


@pytest.fixture
def place(named: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a copy of it, under the same path: a library knows its photos by that, too."""
    kept = tmp_path / "kept"
    shutil.copytree(named, kept)
    yield named
    shutil.rmtree(named)
    shutil.copytree(kept, named)


def _scan(place: Path, folder: str = "album", models: Path = STARTER) -> ScanSummary:
    return run(
        Control(lambda _: None),
        ScanRequest(place / "l.photoorg", [place / folder], Settings(), models),
    )


def _said(place: Path) -> dict[int, tuple[object, ...]]:
    """Return what is said of each face, and whether it is shown."""
    rows = sqlite3.connect(place / "l.photoorg").execute(
        "SELECT f.id, p.name, f.source, f.dismissed, f.shown OR f.dismissed FROM faces AS f "
        "LEFT JOIN people AS p ON p.id = f.person_id "
        "WHERE f.source != 'machine' OR f.dismissed ORDER BY f.id"
    )
    return {id_: tuple(rest) for id_, *rest in rows}


Edit = Callable[[Image.Image], Image.Image]
EDITS: dict[str, Edit] = {
    "smaller": lambda p: p.resize((p.width * 2 // 3, p.height * 2 // 3)),
    "larger": lambda p: p.resize((p.width * 3 // 2, p.height * 3 // 2)),
    "turned": lambda p: p.transpose(Image.Transpose.ROTATE_90),
    "mirrored": ImageOps.mirror,
    "framed": lambda p: ImageOps.expand(p, 40, "white"),
    "brighter": lambda p: ImageEnhance.Brightness(p).enhance(1.25),
    "grey": lambda p: p.convert("L").convert("RGB"),
    "cut at the edge": lambda p: p.crop((p.width // 40, p.height // 40, p.width, p.height)),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_said_survives_an_edit(place: Path, edit: str) -> None:
    before = _said(place)
    for file in sorted((place / "album").rglob("*.jpg")):
        picture = Image.open(BytesIO(file.read_bytes())).convert("RGB")
        EDITS[edit](picture).save(file, quality=92)
    _scan(place)
    assert _said(place) == before


def test_what_was_said_survives_a_turn_by_the_tag(place: Path) -> None:
    before = _said(place)
    for file in sorted((place / "album").rglob("*.jpg")):
        picture = Image.open(BytesIO(file.read_bytes()))
        exif = picture.getexif()
        exif[0x0112] = 6
        picture.save(file, quality="keep", exif=exif)
    _scan(place)
    assert _said(place) == before


def test_what_was_said_survives_an_edit_and_a_move_at_once(place: Path) -> None:
    before = _said(place)
    (place / "album" / "moved").mkdir()
    for n, file in enumerate(sorted((place / "album").rglob("*.jpg"))):
        picture = Image.open(BytesIO(file.read_bytes())).convert("RGB")
        file.unlink()
        EDITS["smaller"](picture).save(place / "album" / "moved" / f"{n}.jpg", quality=92)
    assert _scan(place).problems == ()
    assert _said(place) == before


def test_a_copy_that_was_edited_and_moved_at_once_has_what_was_said_of_both(place: Path) -> None:
    album = place / "album"
    (album / "copies").mkdir()
    files = sorted(album.glob("*.jpg"))
    for file in files:
        shutil.copy(file, album / "copies")
    _scan(place)
    before = _shown(place)
    (album / "moved").mkdir()
    for file in files:
        picture = Image.open(BytesIO(file.read_bytes())).convert("RGB")
        EDITS["smaller"](picture).save(album / "moved" / file.name, quality=92)
        file.unlink()
    _scan(place)
    assert _shown(place, "album/moved") == _shown(place, "album/copies") == before


@pytest.mark.parametrize("removed", [False, True])
def test_what_was_said_survives_an_edit_in_a_folder_that_was_renamed(
    place: Path, removed: bool
) -> None:
    before = _shown(place)
    if removed:
        with Library.open(place / "l.photoorg") as library:
            actions.remove_folder(library, library.folders.list()[0].id)
    for file in sorted((place / "album").rglob("*.jpg")):
        picture = Image.open(BytesIO(file.read_bytes())).convert("RGB")
        EDITS["smaller"](picture).save(file, quality=92)
    (place / "album").rename(place / "renamed")
    _scan(place, "renamed")
    assert _shown(place, "renamed") == before


def _shown(place: Path, folder: str = "album") -> Counter[tuple[object, ...]]:
    """Return what is said of the faces in each file of a folder."""
    with Library.open(place / "l.photoorg") as library:
        return Counter(
            (photo.path.name, face.person_name, face.confirmed)
            for photo in library.photos.list()
            if photo.path.is_relative_to(place / folder)
            for face in library.faces.of_photo(photo.id)
            if face.settled
        )


def test_files_that_exchange_their_names_keep_what_they_show(place: Path) -> None:
    before = _said(place)
    files = sorted((place / "album").rglob("*.jpg"))
    contents = [file.read_bytes() for file in files]
    for n, file in enumerate(files):
        file.write_bytes(contents[(n + 1) % len(files)])
    _scan(place)
    assert _said(place) == before


def test_files_that_were_edited_and_exchanged_their_names_keep_what_they_show(place: Path) -> None:
    before = _said(place)
    files = sorted((place / "album").rglob("*.jpg"))[2:6]  # no face is in two of them
    contents = [file.read_bytes() for file in files]
    for n, file in enumerate(files):
        picture = Image.open(BytesIO(contents[(n + 1) % len(files)])).convert("RGB")
        EDITS["smaller"](picture).save(file, quality=92)
    _scan(place)
    assert _said(place) == before


def test_a_photo_that_was_edited_and_whose_name_another_took_keeps_what_was_said(
    place: Path,
) -> None:
    before = _said(place)
    first, second, *_ = sorted((place / "album").rglob("*.jpg"))
    picture = Image.open(BytesIO(first.read_bytes())).convert("RGB")
    second.replace(first)
    EDITS["smaller"](picture).save(place / "album" / "0000.jpg", quality=92)
    _scan(place)
    assert _said(place) == before


def test_a_stranger_under_the_old_name_gets_no_name_from_it(place: Path) -> None:
    """Every file is overwritten by a picture that shows nobody; then all come back elsewhere."""
    before = _said(place)
    files = sorted((place / "album").rglob("*.jpg"))
    (place / "backup").mkdir()
    for n, file in enumerate(files):
        shutil.copy(file, place / "backup" / f"{n}.jpg")
        Image.linear_gradient("L").resize((300 + n, 200)).convert("RGB").save(file)
    _scan(place)
    with Library.open(place / "l.photoorg") as library:
        assert library.faces.count() == 0
    _scan(place, "backup")
    assert _said(place) == before


def test_a_renamed_root_and_other_models_at_once(place: Path, tmp_path: Path) -> None:
    before = _said(place)
    other = _other_recognizer(tmp_path / "other")
    assert read_pack(other).model_id != read_pack(STARTER).model_id
    (place / "album").rename(place / "photos")
    _scan(place, "photos", models=other)
    with Library.open(place / "l.photoorg") as library:
        assert [folder.path for folder in library.folders.list()] == [place / "photos"]
        assert library.faces.models()[0] == read_pack(other).model_id
    assert _said(place) == before


def _other_recognizer(folder: Path) -> Path:
    """Return a pack with the same networks whose recogniser is another one by its name."""
    shutil.copytree(STARTER, folder)
    network = folder / "embedder.onnx"
    model = onnx.load(network)
    model.doc_string = "another recogniser"
    onnx.save(model, network)
    manifest = json.loads((folder / "manifest.json").read_text())
    digest = hashlib.sha256(network.read_bytes()).hexdigest()
    manifest["tasks"]["recognition"]["sha256"] = digest
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_names_come_back_from_the_journal_alone(place: Path) -> None:
    """The library is lost with its copies; a scan of the photos finds everybody again."""
    said = [what for _, *what in sorted(_by_place(place))]
    for file in place.glob("l.photoorg*"):
        if file.name.endswith(".journal"):
            continue
        if file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink()
    (place / "l.thumbnails").unlink()
    begin_from_journal(place / "l.photoorg.journal", place / "l.photoorg")
    _scan(place)
    assert [what for _, *what in sorted(_by_place(place))] == said


def _by_place(place: Path) -> list[tuple[str, float, str | None, str, int]]:
    rows = sqlite3.connect(place / "l.photoorg").execute(
        "SELECT i.path, f.x, p.name, f.source, f.dismissed FROM faces AS f "
        "JOIN files AS i ON i.photo_id = f.photo_id LEFT JOIN people AS p ON p.id = f.person_id "
        "WHERE f.source != 'machine' OR f.dismissed"
    )
    return rows.fetchall()
