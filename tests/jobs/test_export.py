"""The photos of people in a folder: which ones, under which names, and what becomes of failures."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.jobs.export import run
from photoorg.jobs.export_request import ExportRequest, ExportSummary, Which
from photoorg.jobs.messages import Problem, Progress
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.media.exporting import How
from tests.library.conftest import add_photos, group


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Photos 0 to 3 show Anna; 0 and 1 Ben, 0 also somebody else; they lie on the disk."""
    with Library.open(tmp_path / "l.photoorg") as opened:
        faces = add_photos(opened, tmp_path / "photos", [3, 2, 1, 1])
        (tmp_path / "photos").mkdir()
        for n, path in enumerate(opened.photos.paths(sorted(_photos(opened)))):
            path.write_text(f"picture {n}")
        group(opened, [[own[0] for own in faces], [faces[0][1], faces[1][1]], [faces[0][2]]])
        for name, face in (("Anna", faces[0][0]), ("Ben", faces[0][1])):
            person = opened.faces.get(face).person_id
            assert person is not None
            actions.rename(opened, person, name)
        yield opened


def _photos(library: Library) -> list[int]:
    return [id_ for (id_,) in library.connection.rows("SELECT id FROM photos")]


def export(library: Library, *names: str, **wanted: object) -> ExportSummary:
    people = tuple(library.people.find_by_name(name)[0].id for name in names)
    folder = library.path.parent / "out"
    request = ExportRequest(library.path, people, "them", folder, **wanted)  # type: ignore[arg-type]
    return run(Control(lambda _: None), request)


def contents(library: Library) -> set[str]:
    return {path.read_text() for path in (library.path.parent / "out").iterdir()}


def test_photos_that_were_chosen(library: Library) -> None:
    first, second, *_ = sorted(_photos(library))
    summary = export(library, photos=(second, first, 1234))
    assert summary.exported == 2
    assert contents(library) == {"picture 0", "picture 1"}


@pytest.mark.parametrize(
    ("people", "which", "found"),
    [
        (("Anna",), Which.ANY, "0123"),
        (("Ben",), Which.ANY, "01"),
        (("Anna", "Ben"), Which.ANY, "0123"),
        (("Anna", "Ben"), Which.ALL_OF, "01"),
        (("Anna",), Which.ONLY, "23"),
        (("Anna", "Ben"), Which.ONLY, "123"),
    ],
)
def test_which_photos(library: Library, people: tuple[str, ...], which: Which, found: str) -> None:
    summary = export(library, *people, which=which)
    assert (summary.exported, summary.there) == (len(found), 0)
    assert contents(library) == {f"picture {n}" for n in found}
    again = export(library, *people, which=which)
    assert (again.exported, again.there) == (0, len(found))
    assert again.outcome() == f"0 photos exported, {len(found)} were there already"


def test_files_are_called_by_their_dates(library: Library) -> None:
    for photo, taken in zip(
        sorted(_photos(library)),
        ("2003-05-01T10:00:07", "2003-05-01T10:00:07", "2004-06", None),
        strict=True,
    ):
        library.connection.execute("UPDATE photos SET taken_at = ? WHERE id = ?", (taken, photo))
    kept = library.photos.get(max(_photos(library))).path.name
    export(library, "Anna", dated=True)
    assert {path.name for path in (library.path.parent / "out").iterdir()} == {
        "2003-05-01 10.00.07.jpg",
        "2003-05-01 10.00.07 (2).jpg",
        "2004-06.jpg",
        kept,
    }


def test_links_instead_of_copies(library: Library) -> None:
    export(library, "Anna", how=How.SYMBOLIC)
    assert all(path.is_symlink() for path in (library.path.parent / "out").iterdir())
    assert export(library, "Anna", how=How.HARD).there == 4


def test_photos_that_are_gone_are_told_and_the_others_exported(library: Library) -> None:
    gone = library.photos.paths(sorted(_photos(library)))[1]
    gone.unlink()
    said: list[object] = []
    person = library.people.find_by_name("Anna")[0].id
    request = ExportRequest(library.path, (person,), "Anna", library.path.parent / "out")
    summary = run(Control(said.append), request)
    assert (summary.exported, [one.path for one in summary.problems]) == (3, [gone])
    assert [one.path for one in said if isinstance(one, Problem)] == [gone]
    assert [one.done for one in said if isinstance(one, Progress)][-1] == 4
    assert summary.outcome() == "3 photos exported, 1 could not be read"
    assert request.title == "Anna"


def test_nothing_is_written_into_folders_of_photos(library: Library, tmp_path: Path) -> None:
    person = library.people.find_by_name("Anna")[0].id
    before = sorted((tmp_path / "photos").iterdir())
    for folder in (tmp_path / "photos", tmp_path / "photos" / "deep", tmp_path / "link"):
        if folder.name == "link":
            folder.symlink_to(tmp_path / "photos")
        with pytest.raises(UsageError, match="belongs to the folders of this library"):
            run(Control(lambda _: None), ExportRequest(library.path, (person,), "Anna", folder))
    assert sorted((tmp_path / "photos").iterdir()) == before


def test_a_folder_that_cannot_be_is_a_sentence(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="choose another folder"):
        export(library, "Anna")


def test_an_export_that_is_killed_goes_on(library: Library, tmp_path: Path) -> None:
    for n, path in enumerate(library.photos.paths(sorted(_photos(library)))):
        path.write_text(str(n) * 20_000_000)
    person = library.people.find_by_name("Anna")[0].id
    command = [sys.executable, "-m", "photoorg", "export", str(person)]
    command += ["--to", str(tmp_path / "out"), "--library", str(library.path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not list((tmp_path / "out").glob("*.jpg")):
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    summary = export(library, "Anna")
    assert summary.exported + summary.there == 4
    assert not summary.problems
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert len(names) == 4
    assert all(len(path.read_text()) == 20_000_000 for path in (tmp_path / "out").iterdir())
