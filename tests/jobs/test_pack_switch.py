"""Changing the face models keeps every name and answer, also when the change is cut off."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photoorg import settings
from photoorg.errors import Cancelled, LibraryBusyError, ModelError
from photoorg.jobs import group, scan
from photoorg.jobs.group_request import GroupRequest, GroupSummary
from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import READING, ScanRequest
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.types import overlap
from tests.analysis.tiny_pack import write_manifest, write_pack, write_recognizer
from tests.conftest import REPOSITORY
from tests.library.conftest import kept_apart

PEOPLE, EACH = 6, 6
ENGINE = "ndde-tpdi"


@pytest.fixture(scope="module")
def album(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of a few people's photos and of photos of several people."""
    of_person: dict[str, list[Path]] = defaultdict(list)
    for file in sorted((photos / "people").glob("*.jpg")):
        of_person[file.stem.rpartition("_")[0]].append(file)
    folder = tmp_path_factory.mktemp("album")
    biggest = sorted(of_person.values(), key=len, reverse=True)[:PEOPLE]
    for files in (*(files[:EACH] for files in biggest), sorted((photos / "families").glob("det*"))):
        for file in files:
            shutil.copy(file, folder)
    return folder


@pytest.fixture
def library(album: Path, tmp_path: Path) -> Path:
    """Return a library that the starter pack filled."""
    file = tmp_path / "switch.photoorg"
    look(file, STARTER, [album])
    return file


def look(library: Path, pack: Path, folders: list[Path] | None = None) -> None:
    scan.run(Control(lambda _: None), ScanRequest(library, folders, settings.load(), pack))


def regroup(library: Path) -> GroupSummary:
    request = GroupRequest(library, replace(settings.load(), engine=ENGINE))
    return group.run(Control(lambda _: None), request)


class Decided:
    """What a user says of a library, and whether a library still says so."""

    def __init__(self, library: Library) -> None:
        first, second, third, fourth, *_ = (
            person for person in library.people.list() if person.count >= EACH - 2
        )
        self.anna, self.ben, self.apart = first.id, second.id, fourth.id
        actions.rename(library, first.id, "Anna")
        actions.rename(library, second.id, "Ben")
        actions.merge(library, second.id, [third.id])
        self.not_anna = library.faces.of_person(first.id)[-1].id
        actions.unassign(library, [self.not_anna])
        self.no_face = library.faces.of_person(self.apart)[-1].id
        actions.not_a_face(library, [self.no_face])
        self.faces = {
            face.id: (face.photo_id, face.box, face.person_id)
            for person in (self.anna, self.ben)
            for face in library.faces.of_person(person)
        }
        self.refused = kept_apart(library)
        self.step = library.history.entries()[0]

    def check(self, library: Library) -> None:
        assert library.people.get(self.anna).name == "Anna"
        assert library.people.get(self.ben).name == "Ben"
        for face_id, (photo_id, box, person_id) in self.faces.items():
            face = library.faces.get(face_id)
            assert (face.photo_id, face.person_id, face.settled) == (photo_id, person_id, True)
            assert overlap(box, face.box) > 0.5
        assert kept_apart(library) == self.refused
        assert library.faces.get(self.not_anna).person_id != self.anna
        shown = {face.id for p in library.people.list() for face in library.faces.of_person(p.id)}
        assert self.no_face not in shown
        # What the user had done last can be undone, after any grouping that was asked for.
        steps = [step for step in library.history.entries() if step.label != group.ANEW]
        assert steps[0] == self.step


@pytest.fixture
def decided(library: Path) -> Decided:
    with Library.open(library) as opened:
        return Decided(opened)


@pytest.mark.pack
def test_names_and_answers_are_kept(
    library: Path, decided: Decided, test_pack: Path, album: Path, tmp_path: Path
) -> None:
    with Library.open(library) as opened:
        assert opened.faces.matrix(read_pack(STARTER).model_id).embeddings.shape[1] == 128
    look(library, test_pack)
    look(tmp_path / "new.photoorg", test_pack, [album])
    with Library.open(tmp_path / "new.photoorg") as new:
        found = new.faces.count()
    assert found > 40
    model = read_pack(test_pack).model_id
    with Library.open(library) as opened:
        decided.check(opened)
        matrix = opened.faces.matrix(model)
        assert matrix.embeddings.shape[1] == 512
        # Only faces that a human spoke of may keep an embedding of models that saw them.
        old = opened.faces.count() - len(matrix.ids)
        assert old <= len(decided.faces) + 1
        # All that these models find in a new library but the one that is said to be no face.
        assert len(matrix.ids) >= found - 1
        assert opened.grouping.is_current(ENGINE, model)


@pytest.mark.pack
def test_what_was_decided_before_can_still_be_undone(
    library: Path, decided: Decided, test_pack: Path
) -> None:
    look(library, test_pack)
    with Library.open(library) as opened:
        while opened.history.undo() is not None:
            pass
        assert [person for person in opened.people.list() if person.name] == []
        assert kept_apart(opened) == []
        while opened.history.redo() is not None:
            pass
        decided.check(opened)


class _Stop:
    """Cancels a job after so many photos."""

    def __init__(self, photos: int) -> None:
        self.control = Control(self._hear)
        self._photos = photos

    def _hear(self, message: Message) -> None:
        match message:
            case Progress(stage, done) if stage == READING and done >= self._photos:
                self.control.cancel()


@pytest.fixture
def half(library: Path, decided: Decided, test_pack: Path) -> Iterator[Library]:
    """Return the library in the middle of a change to the test pack."""
    settings.save(replace(settings.load(), models=str(test_pack)))
    with pytest.raises(Cancelled):
        scan.run(_Stop(24).control, ScanRequest(library, None, settings.load()))
    with Library.open(library) as opened:
        assert len(opened.faces.matrix(read_pack(test_pack).model_id).ids) >= 10
        yield opened


@pytest.mark.pack
def test_a_change_that_was_cut_off_leaves_a_usable_library(
    half: Library, decided: Decided, test_pack: Path
) -> None:
    model = read_pack(test_pack).model_id
    decided.check(half)
    fresh = set(half.faces.matrix(model).ids.tolist())
    waiting = {
        face.id: face.person_id
        for person in half.people.list()
        for face in half.faces.of_person(person.id)
        if face.id not in fresh
    }
    assert waiting
    grouped = regroup(half.path)
    assert grouped.faces == len(fresh)
    assert {face: half.faces.get(face).person_id for face in waiting} == waiting
    decided.check(half)
    assert not half.grouping.is_current(ENGINE, model)


@pytest.mark.pack
def test_the_next_start_finishes_a_change_that_was_cut_off(
    half: Library, decided: Decided, test_pack: Path
) -> None:
    model = read_pack(test_pack).model_id
    regroup(half.path)
    scan.run(Control(lambda _: None), ScanRequest(half.path, None, settings.load()))
    decided.check(half)
    assert half.intake.queue(model) == []
    assert half.grouping.is_current(ENGINE, model)
    again = regroup(half.path)
    assert (again.moved, again.new) == (0, 0)


def _until_free(library: Library) -> None:
    """Wait until the killed worker is gone, which takes the system a moment."""
    until = time.monotonic() + 30
    while True:
        try:
            with library.exclusive("jobs"):
                return
        except LibraryBusyError:
            assert time.monotonic() < until
            time.sleep(0.02)


@pytest.mark.pack
def test_a_change_that_was_killed_is_finished_by_the_next_scan(
    library: Path, album: Path, decided: Decided, test_pack: Path
) -> None:
    model = read_pack(test_pack).model_id
    command = [sys.executable, "-m", "photoorg", "--library", library, "--models", test_pack]
    process = subprocess.Popen(
        [*map(str, command), "scan", str(album)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    done = 0
    while done < 12:
        assert process.poll() is None
        time.sleep(0.02)
        with Library.open(library) as opened:
            done = len(opened.faces.matrix(model).ids)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    with Library.open(library) as opened:
        _until_free(opened)
        decided.check(opened)
        assert opened.intake.queue(model)
    look(library, test_pack, [album])
    with Library.open(library) as opened:
        decided.check(opened)
        assert opened.intake.queue(model) == []
        assert opened.grouping.is_current(ENGINE, model)


@pytest.mark.pack
def test_back_again(library: Path, decided: Decided, test_pack: Path) -> None:
    look(library, test_pack)
    look(library, STARTER)
    with Library.open(library) as opened:
        decided.check(opened)


def test_a_pack_that_is_not_what_it_says_changes_nothing(painted: Path, tmp_path: Path) -> None:
    library = tmp_path / "tiny.photoorg"
    good = write_pack(tmp_path / "good")
    look(library, good, [painted])
    bad = write_pack(tmp_path / "bad")
    write_manifest(bad)
    write_recognizer(bad / "rec_tiny.onnx", gain=2.0)
    (painted / "p0.jpg").touch()
    with pytest.raises(ModelError, match=r"rec_tiny\.onnx .*SHA-256"):
        look(library, bad)
    (bad / "rec_tiny.onnx").unlink()
    with pytest.raises(ModelError, match=r"rec_tiny\.onnx is missing"):
        look(library, bad)
    with Library.open(library) as opened:
        assert opened.faces.models() == [read_pack(good).model_id]
        assert len(opened.faces.matrix(read_pack(good).model_id).ids) == 10
