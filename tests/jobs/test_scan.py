"""The whole scan: folders as they are in real life, and the real networks."""

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.errors import LibraryBusyError, NoModelPackError, UsageError
from photoorg.jobs.group_request import SORTING
from photoorg.jobs.messages import Finished, LibraryChanged, Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import CRASHED, _grown, run
from photoorg.jobs.scan_request import LOOKING, READING, ScanRequest, ScanSummary
from photoorg.jobs.scanning import look
from photoorg.jobs.scanning.found_files import AWAY, EMPTIED
from photoorg.jobs.worker import WorkerClient
from photoorg.library import Library
from photoorg.library.accounting.account import What
from photoorg.library.accounting.leaving_out import leave_out
from photoorg.library.decisions import actions
from photoorg.library.storage.choices import patterns
from photoorg.library.storage.sidecars import journal_file
from photoorg.media.images import read_picture
from photoorg.media.photo_files import read_file
from photoorg.packs.models import read_pack
from photoorg.settings import Settings
from photoorg.types import Kind
from tests.analysis.tiny_pack import write_pack
from tests.conftest import REPOSITORY
from tests.failing_disk import FailingDisk
from tests.jobs.crashing_scan import CrashingScan
from tests.jobs.nobody import Nobody
from tests.jobs.trial_analyzer import CRASHING, paint
from tests.library.conftest import add_photos, group


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "trial.photoorg"


@pytest.fixture
def people(starter: Path, tmp_path: Path) -> Path:
    """Return a folder with real photos of eight people, alone and together."""
    folder = tmp_path / "people"
    make_album(folder, FaceAnalyzer(read_pack(starter), threads=1))
    return folder


def scan(library: Path, pack: Path, *folders: Path) -> ScanSummary:
    return run(Control(lambda _: None), ScanRequest(library, folders, Settings(), pack))


def test_a_folder_becomes_people(library: Path, starter: Path, people: Path) -> None:
    sent: list[Message] = []
    summary = run(Control(sent.append), ScanRequest(library, [people], Settings(), starter))
    photos = len(list(people.iterdir()))
    assert (summary.photos, summary.analyzed, summary.problems) == (photos, photos, ())
    assert summary.faces >= photos
    assert 8 <= summary.people < photos
    stages = [message.stage for message in sent if isinstance(message, Progress)]
    assert list(dict.fromkeys(stages)) == [LOOKING, READING, SORTING]
    with Library.open(library) as opened:
        assert opened.people.count() == summary.people
        assert sum(person.count for person in opened.people.list()) == summary.faces


def test_a_second_scan_opens_no_photo(
    library: Path, tiny_pack: Path, painted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def read(path: Path) -> bytes:
        opened.append(path)
        return read_file(path)

    monkeypatch.setattr(look, "read_file", read)
    decoded: list[object] = []

    def decode(*arguments: object, **named: object) -> object:
        decoded.append(named["path"])
        return read_picture(*arguments, **named)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(look, "read_picture", decode)
    first = scan(library, tiny_pack, painted)
    assert len(opened) == len(decoded) == 10
    second = scan(library, tiny_pack, painted)
    assert len(opened) == len(decoded) == 10
    assert second.analyzed == 0
    assert (second.photos, second.faces, second.people) == (
        first.photos,
        first.faces,
        first.people,
    )


def test_a_library_from_before_is_judged_by_the_next_scan(
    library: Path, tiny_pack: Path, painted: Path
) -> None:
    scan(library, tiny_pack, painted)
    with Library.open(library) as opened:
        judged = opened.connection.rows("SELECT * FROM standings")
        assert judged
        opened.connection.execute("DELETE FROM standings")
    sent: list[Message] = []
    run(Control(sent.append), ScanRequest(library, [painted], Settings(), tiny_pack))
    assert LibraryChanged(frozenset({Kind.PEOPLE})) in sent
    with Library.open(library) as opened:
        assert opened.connection.rows("SELECT * FROM standings") == judged


def scan_without(library: Path, pack: Path, folder: Path, *modules: str) -> None:
    """Scan in a process of its own, which fails when it has loaded one of the modules."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from photoorg.jobs.progress import Control\n"
        "from photoorg.jobs.scan import run\n"
        "from photoorg.jobs.scan_request import ScanRequest\n"
        "from photoorg.settings import Settings\n"
        f"run(Control(lambda _: None), ScanRequest(Path({str(library)!r}), "
        f"[Path({str(folder)!r})], Settings(), Path({str(pack)!r})))\n"
        f"sys.exit(', '.join({set(modules)!r} & set(sys.modules)) or 0)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)


def test_a_scan_without_videos_loads_nothing_of_them(
    library: Path, tiny_pack: Path, painted: Path
) -> None:
    scan_without(
        library, tiny_pack, painted, "av", "scipy.optimize", "photoorg.jobs.scanning.videos"
    )


def test_a_second_scan_loads_no_network(library: Path, tiny_pack: Path, painted: Path) -> None:
    scan(library, tiny_pack, painted)
    networks = ("insightface", "onnxruntime", "photoorg.analysis.faces", "photoorg.jobs.group")
    scan_without(library, tiny_pack, painted, *networks, "cv2", "faiss", "numba", "scipy", "torch")


def test_people_appear_while_a_long_scan_runs(
    library: Path, tiny_pack: Path, painted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.jobs.scan.FIRST_GROUPING", 4)
    monkeypatch.setattr("photoorg.jobs.scanning.analyze.BATCH", 4)
    sent: list[Message] = []
    run(
        Control(sent.append),
        ScanRequest(library, [painted], Settings(), tiny_pack, people_early=True),
    )
    stages = [message.stage for message in sent if isinstance(message, Progress)]
    assert READING in stages[stages.index(SORTING) :]
    with Library.open(library) as opened:
        assert sum(person.count for person in opened.people.list()) == 10


@pytest.mark.pack
def test_damaged_files_are_problems_and_the_others_photos(
    library: Path, test_pack: Path, photos: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(photos / "damaged", folder)
    shutil.copy(photos / "people" / "Abdullah_0001.jpg", folder / "whole.jpg")
    (folder / "empty.jpg").touch()
    (folder / "text.heic").write_text("no picture")
    summary = scan(library, test_pack, folder)
    reasons = {problem.path.name: problem.reason for problem in summary.problems}
    assert {"empty.jpg", "text.heic", "truncated_jpeg.jpg"} <= set(reasons)
    assert "whole.jpg" not in reasons
    assert all(reason.endswith(".") and "\n" not in reason for reason in reasons.values())
    files = [file for file in folder.iterdir() if file.suffix.lower() in (".jpg", ".png", ".tif")]
    assert summary.photos + len(reasons) == len(files) + 1
    assert scan(library, test_pack, folder).problems == summary.problems


def test_names_that_are_not_utf8(library: Path, tiny_pack: Path, painted: Path) -> None:
    odd = painted / os.fsdecode(b"caf\xe9") / os.fsdecode(b"\xff\xfe.jpg")
    odd.parent.mkdir()
    private = odd.with_name("\U0010ffff\U0010ff80.jpg")
    first_byte = painted / os.fsdecode(b"\xff.jpg")
    for n, file in enumerate((odd, private, first_byte)):
        paint(file, (9 * n, 90, 200), size=(320, 240))
    broken = odd.with_name(os.fsdecode(b"broken \x80.jpg"))
    broken.touch()
    summary = scan(library, tiny_pack, painted)
    assert [problem.path for problem in summary.problems] == [broken]
    with Library.open(library) as opened:
        assert {odd, private, first_byte} < {photo.path for photo in opened.photos.list()}
    assert scan(library, tiny_pack, painted).analyzed == 0


def test_a_folder_that_is_away_keeps_everything(
    library: Path, tiny_pack: Path, painted: Path
) -> None:
    before = scan(library, tiny_pack, painted)
    away = painted.rename(painted.with_name("unplugged"))
    summary = scan(library, tiny_pack, painted)
    assert not summary.reached
    assert [(problem.path, problem.reason) for problem in summary.problems] == [(painted, AWAY)]
    assert (summary.faces, summary.people) == (before.faces, before.people)
    painted.mkdir()  # what remains of a drive: the place it is mounted at
    summary = scan(library, tiny_pack, painted)
    assert [problem.reason for problem in summary.problems] == [EMPTIED]
    assert summary.faces == before.faces
    painted.rmdir()
    away.rename(painted)
    summary = scan(library, tiny_pack, painted)
    assert summary.reached
    assert (summary.analyzed, summary.problems, summary.faces) == (0, (), before.faces)
    with Library.open(library) as opened:
        assert not opened.folders.list()[0].away


def test_only_the_named_part_of_a_known_folder_is_walked(
    library: Path, tiny_pack: Path, painted: Path
) -> None:
    scan(library, tiny_pack, painted)
    part = painted / "part"
    part.mkdir()
    paint(part / "another.jpg", (9, 90, 200), size=(320, 240))
    (painted / "p2.jpg").unlink()
    summary = scan(library, tiny_pack, part)
    assert summary.photos == 11
    shutil.rmtree(part)
    summary = scan(library, tiny_pack, part)
    assert "not there" in summary.problems[0].reason
    assert summary.photos == 10
    assert scan(library, tiny_pack, painted).photos == 9


@pytest.mark.parametrize("then", ["its parent is added", "it is renamed"])
def test_what_is_left_out_of_a_folder_stays_so(
    library: Path, tiny_pack: Path, painted: Path, then: str
) -> None:
    trip = painted / "trip"
    for n in range(4):
        paint(trip / "scans" / f"{n}.jpg", (9, 60 * n, 200), size=(320, 240))
        paint(trip / f"{n}.jpg", (200, 60 * n, 9), size=(320, 240))
    assert scan(library, tiny_pack, trip).photos == 8
    with Library.open(library) as opened:
        (folder,) = opened.folders.roots()
        leave_out(opened, folder, ["/scans"])
    assert scan(library, tiny_pack, trip).photos == 4
    if then == "it is renamed":
        trip = trip.rename(painted / "trip 2")
        assert scan(library, tiny_pack, trip).photos == 4
        lines = {str(trip): ["/scans"]}
    else:
        assert scan(library, tiny_pack, painted).photos == 14
        lines = {str(painted): ["/trip/scans"]}
    with Library.open(library) as opened:
        assert patterns(opened.connection) == lines
        assert opened.folders.list()[0].account.skipped == {What.PATTERN: 4}
    told = [json.loads(line) for line in journal_file(library).read_text("utf-8").splitlines()]
    assert [line["patterns"] for line in told if "patterns" in line][-1] == lines


def test_all_known_folders_when_none_is_named(
    library: Path, tiny_pack: Path, painted: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.move(painted / "p1.jpg", other)
    scan(library, tiny_pack, painted)
    scan(library, tiny_pack, other)
    paint(painted / "new.jpg", (9, 90, 200), size=(320, 240))
    paint(other / "new.jpg", (90, 9, 200), size=(320, 240))
    control = Control(lambda _: None)
    assert run(control, ScanRequest(library, None, Settings(), tiny_pack)).photos == 12


def test_what_may_be_read_again_gets_a_new_chance() -> None:
    """Permissions do not bind root, so the scan itself runs as nobody."""
    with tempfile.TemporaryDirectory() as place:
        pack = write_pack(Path(place) / "pack")
        folder = Path(place) / "photos"
        for n in range(2):
            paint(folder / f"{n}.jpg", (100 * n, 20, 50), size=(640, 480))
        paint(folder / "dark" / "2.jpg", (10, 200, 50), size=(640, 480))
        library = Path(place) / "trial.photoorg"
        assert scan(library, pack, folder).photos == 3
        secret = paint(folder / "secret.jpg", (100, 30, 255), size=(640, 480))
        secret.chmod(0)
        (folder / "dark").chmod(0)
        with Nobody(Path(place)):
            summary = scan(library, pack, folder)
            again = scan(library, pack, folder)
        told = {problem.path.name: problem.reason for problem in summary.problems}
        assert set(told) == {"secret.jpg", "dark"}
        assert all("permissions" in reason for reason in told.values())
        assert again.problems == summary.problems
        assert summary.photos == 3
        secret.chmod(0o644)
        (folder / "dark").chmod(0o755)
        with Nobody(Path(place)):
            summary = scan(library, pack, folder)
        assert (summary.photos, summary.problems) == (4, ())


def test_a_folder_that_does_not_answer_keeps_its_photos(
    failing_disk: FailingDisk, library: Path, tiny_pack: Path, painted: Path
) -> None:
    bad = painted / "bad"
    bad.mkdir()
    shutil.move(painted / "p1.jpg", bad)
    before = scan(library, tiny_pack, painted)
    paint(painted / "new.jpg", (3, 200, 9), size=(640, 480))
    words = ["--library", str(library), "scan", str(painted), "--models", str(tiny_pack), "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "photoorg", *words],
        cwd=REPOSITORY,
        env=failing_disk.environment(bad, errno.EHOSTDOWN),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    assert told["photos"] == before.photos + 1
    assert [error["path"] for error in told["errors"]] == [str(bad)]
    assert scan(library, tiny_pack, painted).problems == ()


def test_no_folder_no_library(library: Path, tiny_pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file.jpg").touch()
    with pytest.raises(UsageError, match="There is no folder"):
        scan(library, tiny_pack, tmp_path / "nothing here")
    with pytest.raises(UsageError, match="is a file"):
        scan(library, tiny_pack, tmp_path / "file.jpg")
    assert not library.exists()


def test_no_model_pack_no_library(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.packs.finding.RESOURCES", tmp_path)
    with pytest.raises(NoModelPackError):
        scan(library, tmp_path, tmp_path)
    with pytest.raises(NoModelPackError):
        run(Control(lambda _: None), ScanRequest(library, [tmp_path], Settings()))
    assert not library.exists()


def test_one_scan_at_a_time(library: Path, tiny_pack: Path, painted: Path) -> None:
    with (
        Library.open(library) as opened,
        opened.exclusive("jobs"),
        pytest.raises(LibraryBusyError, match="wait"),
    ):
        scan(library, tiny_pack, painted)


@pytest.fixture
def client() -> Iterator[WorkerClient]:
    client = WorkerClient()
    yield client
    client.close()


def test_a_photo_that_crashes_the_decoder_is_a_problem(
    client: WorkerClient, library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    for n in range(60):
        paint(folder / f"{n:02}.png", (n * 4, 100, 50))
    guilty = [paint(folder / name, CRASHING) for name in ("07x.png", "33x.png")]
    client.start(CrashingScan(library, [folder]))
    messages: list[Message] = []
    while client.running:
        client.wait(0.5)
        messages += client.poll()
    assert isinstance(messages[-1], Finished), messages[-1]
    with Library.open(library) as opened:
        problems = opened.photos.problems()
        assert opened.faces.count() == 60
    assert sorted(problem.path for problem in problems) == guilty
    assert {problem.reason for problem in problems} == {CRASHED}


def test_whose_photos_are_new_is_told(library: Path, starter: Path, people: Path) -> None:
    later = sorted(people.iterdir())[::4]
    aside = people.parent / "aside"
    aside.mkdir()
    for file in later:
        file.rename(aside / file.name)
    assert scan(library, starter, people).grown == ()
    with Library.open(library) as opened:
        known = max(opened.people.list(), key=lambda person: person.count).id
        actions.rename(opened, known, "Anna")
        before = opened.people.get(known).count
    for file in later:
        (aside / file.name).rename(file)
    summary = scan(library, starter, people)
    with Library.open(library) as opened:
        more = opened.people.get(known).count - before
    assert more > 0
    assert summary.grown == (("Anna", more),)
    assert summary.outcome().endswith(f"; {more} more of Anna")
    assert scan(library, starter, people).grown == ()


def test_a_few_of_those_who_are_in_new_photos_are_told_by_name() -> None:
    grown = (("Anna", 9), ("Ben", 3), ("Carl", 2), ("Dora", 2), ("Eva", 1))
    summary = ScanSummary(photos=90, faces=80, people=9, analyzed=12, seconds=1.0, grown=grown)
    assert summary.outcome(2) == (
        "10 photos scanned; 9 more of Anna; 3 more of Ben; 2 more of Carl; 3 more of others; "
        "2 files could not be read"
    )


def test_only_faces_that_the_machine_put_with_a_name_count_as_new(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.photoorg") as opened:
        photos = add_photos(opened, tmp_path / "photos", [2] * 5)
        one, other = (list(faces) for faces in zip(*photos, strict=True))
        group(opened, [one[:2], other[:2], one[2:], other[2:]])
        anna, ben = (opened.faces.get(faces[0]).person_id or 0 for faces in (one, other))
        actions.rename(opened, anna, "Anna")
        before = opened.people.faces_put_by_machine()
        assert before == {"Anna": 0}
        group(opened, [one, other[:2], other[2:]])
        actions.rename(opened, ben, "Ben")  # while the scan goes on
        assert _grown(before, opened.people.faces_put_by_machine()) == [("Anna", 3)]
