"""The way from waiting photos to stored faces, with everything real but the networks."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from photoorg.analysis.faces import Detected
from photoorg.errors import Cancelled
from photoorg.jobs.messages import Announced, LibraryChanged, Message, Problem
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning import analyze
from photoorg.jobs.scanning.analyze import Scanner
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.look import Content, look, read
from photoorg.library import Library, PendingFile
from photoorg.library.decisions.turning import Way, turn
from photoorg.media.images import Picture
from photoorg.metadata.beside import Folder
from photoorg.types import Box, FloatArray, Pixels
from tests.jobs.trial_analyzer import MODEL, ColourAnalyzer, colour_analyzer, paint

COLOURS = [(r, g, b) for r in (40, 120, 200) for g in (40, 120, 200) for b in (40, 120, 200)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of 27 pictures of different colours."""
    for n, colour in enumerate(COLOURS):
        paint(tmp_path / "photos" / f"{n:02}.png", colour)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "trial.photoorg") as library:
        yield library


class Scan:
    """One scan of a folder, and what it said and did."""

    def __init__(self, library: Library, folder: Path, control: Control | None = None) -> None:
        self.sent: list[Message] = []
        self.colours: ColourAnalyzer
        self.colours, analyzer = colour_analyzer()
        control = control or Control(self.sent.append)
        self.told = take_in(library, control, folder)
        roots = {root.id: root.path for root in library.folders.list()}
        self.scanner = Scanner(library, control, analyzer, MODEL, roots, workers=2)
        self.queue = library.intake.queue(MODEL)
        self.scanner.work_off(self.queue)


def test_every_photo_gets_its_face_and_its_thumbnails(library: Library, folder: Path) -> None:
    scan = Scan(library, folder)
    photos = library.photos.list()
    assert len(photos) == 27
    for photo in photos:
        (face,) = library.faces.of_photo(photo.id)
        assert face.box == Box(20, 12, 24, 24)
        assert (library.thumbnails.photo(photo.id) or b"").startswith(b"\xff\xd8")
        assert (library.thumbnails.face(face.id) or b"").startswith(b"\xff\xd8")
    assert scan.colours.embedded == scan.scanner.analyzed == 27
    assert scan.scanner.problems == []
    assert any(isinstance(message, LibraryChanged) for message in scan.sent)


def test_progress_counts_every_photo_once(library: Library, folder: Path) -> None:
    (folder / "00.png").write_bytes(b"")
    shutil.copy(folder / "01.png", folder / "copy.png")
    Scan(library, folder)
    shutil.copytree(folder, folder / "copies")
    steps: list[int] = []
    control = Control(lambda _: None)
    control.report = lambda stage, done, total, what="": steps.append(done)  # type: ignore[method-assign]  # unthrottled
    scan = Scan(library, folder, control)
    assert steps[-len(scan.queue) - 1 :] == list(range(len(scan.queue) + 1))


def test_the_right_embedding_goes_to_the_right_face(library: Library, folder: Path) -> None:
    Scan(library, folder)
    matrix = library.faces.matrix(MODEL)
    names = {photo.id: int(photo.path.stem) for photo in library.photos.list()}
    for photo_id, embedding in zip(matrix.photo_ids.tolist(), matrix.embeddings, strict=True):
        red, green, blue = COLOURS[names[photo_id]]
        # Stored are directions; of the analyzer's numbers the first and the fourth make 128.
        direction = embedding.astype(np.float64)
        assert np.linalg.norm(direction) == pytest.approx(1, abs=1e-3)
        numbers = direction * 128 / (direction[0] + direction[3])
        assert numbers[:3].tolist() == pytest.approx([blue - 127, green - 127, red - 127], abs=0.5)


def test_an_unchanged_folder_is_not_opened_again(library: Library, folder: Path) -> None:
    Scan(library, folder)
    again = Scan(library, folder)
    assert again.queue == []
    assert again.colours.detected == 0


def test_only_what_changed_is_read_again(library: Library, folder: Path) -> None:
    Scan(library, folder)
    paint(folder / "03.png", (1, 2, 250), size=(80, 80))
    paint(folder / "new.png", (250, 2, 1))
    again = Scan(library, folder)
    assert [photo.path.name for photo in again.queue] == ["03.png", "new.png"]
    assert again.colours.detected == 2


def test_files_of_one_size_and_time_that_are_renumbered(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "burst"
    files = [paint(folder / f"{n}.bmp", colour) for n, colour in enumerate(COLOURS[:5])]
    for file in files:
        os.utime(file, (1e9, 1e9))
    Scan(library, folder)
    before = {photo.path.name: photo.id for photo in library.photos.list()}
    files[0].unlink()
    for file, name in zip(files[1:], files, strict=False):
        file.rename(name)
    again = Scan(library, folder)
    assert again.colours.detected == 0
    now = {photo.path.name: photo.id for photo in library.photos.list() if not photo.missing}
    for n in range(4):
        assert now[f"{n}.bmp"] == before[f"{n + 1}.bmp"]
    assert [photo.path.name for photo in Scan(library, folder).queue] == []


@pytest.mark.parametrize("careful", [False, True])
def test_another_picture_in_the_file_of_a_turned_photo_is_not_turned(
    library: Library, folder: Path, *, careful: bool
) -> None:
    Scan(library, folder)
    before = {photo.path.name: photo.id for photo in library.photos.list()}
    turn(library, before["03.png"], Way.LEFT)
    Scan(library, folder)
    shown = library.thumbnails.photo(before["03.png"])
    (face,) = library.faces.of_photo(before["03.png"])
    paint(folder / "03.png", (1, 2, 250))
    shutil.copy(folder / "03.png", folder / "copy.png")
    again = Scan(library, folder, Control(lambda _: None, careful=careful))
    (photo,) = (new for new in library.photos.list() if new.id not in before.values())
    assert (photo.turned, photo.width, photo.height, photo.copies) == (0, 64, 48, 2)
    assert library.faces.of_photo(photo.id)[0].box == Box(20, 12, 24, 24)
    old = library.photos.get(before["03.png"])
    assert (old.turned, old.width, old.height, old.missing) == (3, 48, 64, True)
    assert library.thumbnails.photo(old.id) == shown
    assert library.faces.get(face.id).box == face.box
    assert again.scanner.analyzed == 1
    assert library.intake.queue(MODEL) == []


def test_a_moved_folder_keeps_its_faces_without_the_networks(
    library: Library, folder: Path
) -> None:
    Scan(library, folder)
    before = {face.id for p in library.photos.list() for face in library.faces.of_photo(p.id)}
    moved = folder / "2019"
    moved.mkdir()
    for file in list(folder.glob("*.png")):
        file.rename(moved / file.name)
    again = Scan(library, folder)
    assert again.colours.detected == again.colours.embedded == 0
    photos = library.photos.list()
    assert {photo.path.parent for photo in photos} == {moved}
    assert {face.id for p in photos for face in library.faces.of_photo(p.id)} == before
    assert all(library.thumbnails.photo(photo.id) for photo in photos)


def test_a_copy_is_the_same_photo_and_needs_no_networks(library: Library, folder: Path) -> None:
    Scan(library, folder)
    shutil.copytree(folder, folder / "backup")
    again = Scan(library, folder)
    assert again.colours.detected == 0
    assert library.faces.count() == 27
    assert {photo.copies for photo in library.photos.list()} == {2}
    for photo in library.photos.list():
        (face,) = library.faces.of_photo(photo.id)
        assert library.thumbnails.photo(photo.id)
        assert library.thumbnails.face(face.id)


def test_copies_within_one_scan_are_looked_at_once(library: Library, folder: Path) -> None:
    for n in range(40):
        shutil.copy(folder / "00.png", folder / f"00 copy {n}.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n cut off")
    for n in range(3):
        shutil.copy(folder / "broken.png", folder / f"broken copy {n}.png")
    scan = Scan(library, folder)
    assert scan.colours.detected == 27
    assert library.faces.count() == 27
    assert max(photo.copies for photo in library.photos.list()) == 41
    assert len(scan.scanner.problems) == len(library.photos.problems()) == 4
    assert library.intake.queue(MODEL) == []


def test_copies_of_what_cannot_be_read_are_read_twice_at_most(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "broken.png").write_bytes((folder / "05.png").read_bytes()[:60])
    for n in range(30):
        shutil.copy(folder / "broken.png", folder / f"broken copy {n}.png")
    reads: list[Path] = []

    def counting(listed: Callable[[Path], Folder], file: PendingFile) -> Content:
        reads.append(file.path)
        return read(listed, file)

    monkeypatch.setattr(analyze, "read", counting)
    scan = Scan(library, folder)
    assert len(scan.scanner.problems) == 31
    assert sum(path.name.startswith("broken") for path in reads) <= 31 * 2


def test_a_file_whose_content_cannot_be_told_is_one_problem(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(listed: Callable[[Path], Folder], file: PendingFile) -> Content:
        if file.path.name == "03.png":
            raise OverflowError("a bug")
        return read(listed, file)

    monkeypatch.setattr(analyze, "read", failing)
    scan = Scan(library, folder)
    assert [problem.path.name for problem in scan.scanner.problems] == ["03.png"]
    assert library.faces.count() == 26


def test_files_that_cannot_be_read_are_told_and_stop_nothing(
    library: Library, folder: Path
) -> None:
    (folder / "00.png").write_bytes(b"")
    (folder / "05.png").write_bytes((folder / "05.png").read_bytes()[:60])
    (folder / "07.png").write_text("this is no picture")
    os.mkfifo(folder / "pipe.jpg")
    scan = Scan(library, folder)
    told = {problem.path.name: problem.reason for problem in scan.scanner.problems}
    assert set(told) == {"00.png", "05.png", "07.png", "pipe.jpg"}
    assert {p.path.name: p.reason for p in library.photos.problems()} == told
    assert len(set(told.values())) == 4
    assert library.faces.count() == 24
    again = Scan(library, folder)
    assert again.queue == []


def test_cancel_keeps_what_was_committed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyze, "BATCH", 4)
    sent: list[Message] = []
    control = Control(sent.append)

    def hear(message: Message) -> None:
        if isinstance(message, LibraryChanged):
            control.cancel()

    control.send = hear
    with pytest.raises(Cancelled):
        Scan(library, folder, control)
    assert 4 <= library.faces.count() < 27
    rest = Scan(library, folder)
    assert rest.colours.detected == len(rest.queue) < 27
    assert library.faces.count() == 27


def test_photos_are_looked_at_while_faces_are_embedded(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyze, "BATCH", 4)
    embed, detect = ColourAnalyzer.embed, ColourAnalyzer.detect
    embedding, looked, meanwhile = Event(), Event(), itertools.count(1)
    beside: list[bool] = []

    def slow_embed(self: ColourAnalyzer, crops: list[Pixels]) -> FloatArray:
        embedding.set()
        if not beside:
            beside.append(looked.wait(10))
        return embed(self, crops)

    def seen(self: ColourAnalyzer, picture: Picture) -> list[Detected]:
        # Three lie ahead anyway.
        if embedding.is_set() and next(meanwhile) > 3:
            looked.set()
        return detect(self, picture)

    monkeypatch.setattr(ColourAnalyzer, "embed", slow_embed)
    monkeypatch.setattr(ColourAnalyzer, "detect", seen)
    Scan(library, folder)
    assert beside == [True]
    assert library.faces.count() == 27


def test_faces_that_cannot_be_embedded_stop_the_scan_and_are_looked_for_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyze, "BATCH", 4)
    batches = itertools.count()
    embed = ColourAnalyzer.embed

    def fails_later(self: ColourAnalyzer, crops: list[Pixels]) -> FloatArray:
        if next(batches) == 2:
            raise ZeroDivisionError
        return embed(self, crops)

    with monkeypatch.context() as patched:
        patched.setattr(ColourAnalyzer, "embed", fails_later)
        with pytest.raises(ZeroDivisionError):
            Scan(library, folder)
    assert library.faces.count() == 8
    rest = Scan(library, folder)
    assert len(rest.queue) == 19
    assert library.faces.count() == 27


def test_one_photo_whose_analysis_fails_is_one_problem(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = itertools.count()

    def fails_once(*arguments: object) -> object:
        if next(calls) == 5:
            raise ZeroDivisionError
        return look(*arguments)  # type: ignore[arg-type]  # passed through as they came

    monkeypatch.setattr(analyze, "look", fails_once)
    scan = Scan(library, folder)
    assert len(scan.scanner.problems) == 1
    assert library.faces.count() == 26


def test_an_analysis_that_always_fails_stops_the_scan(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(analyze, "look", fails)
    with pytest.raises(ZeroDivisionError):
        Scan(library, folder)


def test_after_a_crash_photos_are_announced_and_committed_one_by_one(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analyze, "CAREFUL", 5)
    sent: list[Message] = []
    committed: list[int] = []

    def hear(message: Message) -> None:
        sent.append(message)
        if isinstance(message, Announced):
            committed.append(library.faces.count())

    Scan(library, folder, Control(hear, careful=True))
    announced = [message.photo_id for message in sent if isinstance(message, Announced)]
    assert announced[-1] is None
    assert len(announced) == 6
    assert committed == [0, 1, 2, 3, 4, 5]
    assert library.faces.count() == 27


def test_a_photo_deleted_during_the_scan(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def delete() -> None:
        for file in folder.glob("2?.png"):
            file.unlink()

    vanish_during_scan(monkeypatch, delete)
    scan = Scan(library, folder)
    assert {problem.path.name for problem in scan.scanner.problems} <= {
        f"{n}.png" for n in range(20, 27)
    }
    assert scan.scanner.problems
    assert library.photos.problems() == []
    for n in range(20, 27):
        paint(folder / f"{n}.png", COLOURS[n])
    Scan(library, folder)
    assert library.faces.count() == 27


def test_a_folder_that_vanishes_during_the_scan_is_one_problem(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = folder.with_name("unplugged")
    vanish_during_scan(monkeypatch, lambda: folder.rename(away))
    scan = Scan(library, folder)
    assert [problem.path for problem in scan.scanner.problems] == [folder]
    assert library.folders.list()[0].away
    kept = library.faces.count()
    assert 0 < kept < 27
    away.rename(folder)
    Scan(library, folder)
    assert library.faces.count() == 27
    assert not library.folders.list()[0].away


def test_a_folder_in_the_folder_that_vanishes_is_one_problem(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(20, 27):
        paint(folder / "z" / f"{n}.png", (n, n, 250))
    vanish_during_scan(monkeypatch, lambda: shutil.rmtree(folder / "z"))
    scan = Scan(library, folder)
    assert [problem.path for problem in scan.scanner.problems] == [folder / "z"]
    assert library.photos.count() == 27


def vanish_during_scan(monkeypatch: pytest.MonkeyPatch, vanish: Callable[[], object]) -> None:
    """Call ``vanish`` when the first photo is looked at."""
    calls = itertools.count()

    def look_later(*arguments: object) -> object:
        if next(calls) == 0:
            vanish()
        return look(*arguments)  # type: ignore[arg-type]  # passed through as they came

    monkeypatch.setattr(analyze, "look", look_later)


def test_problems_are_also_sent_at_once(library: Library, folder: Path) -> None:
    (folder / "00.png").write_bytes(b"")
    scan = Scan(library, folder)
    assert [m.path.name for m in scan.sent if isinstance(m, Problem)] == ["00.png"]
