"""The search for groups: what is found, what stays, and what goes on after it was stopped."""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.errors import Cancelled
from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scenes.learning import run
from photoorg.jobs.scenes.request import LEARNING, ScenesRequest, ScenesSummary
from photoorg.library import Library
from photoorg.library.scenes import deciding
from photoorg.library.storage.sidecars import thumbnails_file
from tests.jobs.scenes.pictures import pictures
from tests.library.conftest import add_photos

EACH = 12


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.photoorg") as opened:
        yield opened


def add(library: Library, thumbnails: list[tuple[int, bytes]]) -> dict[int, int]:
    """Add photos as a scan does; return the kind of each id."""
    before = {id_ for (id_,) in library.connection.rows("SELECT id FROM photos")}
    folder = library.path.parent / f"folder {len(before)}"
    add_photos(library, folder, [0] * len(thumbnails))
    ids = sorted({id_ for (id_,) in library.connection.rows("SELECT id FROM photos")} - before)
    library.keep_thumbnails({id_: jpeg for id_, (_, jpeg) in zip(ids, thumbnails, strict=True)}, {})
    return {id_: kind for id_, (kind, _) in zip(ids, thumbnails, strict=True)}


def search(library: Library, seconds: float | None = None) -> ScenesSummary:
    return run(Control(lambda _: None), ScenesRequest(library.path, seconds))


def places(library: Library) -> dict[int, int]:
    return {photo: scene.id for scene in library.scenes.every() for photo in scene.photo_ids}


def test_pictures_of_a_kind_are_a_group_and_no_group_has_two_kinds(library: Library) -> None:
    kinds = add(library, pictures(EACH))
    summary = search(library)
    found = places(library)
    for scene in library.scenes.every():
        assert len({kinds[photo] for photo in scene.photo_ids}) == 1
    assert len(found) > 0.6 * len(kinds)
    assert len({kinds[photo] for photo in found}) == 4
    assert summary == ScenesSummary(groups=len(set(found.values())), unseen=0)
    assert summary.outcome() == f"{summary.groups} groups of photos"


def test_new_pictures_join_and_nothing_else_moves(library: Library) -> None:
    kinds = add(library, pictures(EACH))
    search(library)
    before = places(library)
    names = {scene.id: kinds[scene.photo_ids[0]] for scene in library.scenes.every()}
    more = add(library, pictures(2, seed=1))
    search(library)
    after = places(library)
    assert {photo: scene for photo, scene in after.items() if photo in kinds} == before
    joined = {photo: after[photo] for photo in more if photo in after}
    assert len(joined) >= len(more) / 2
    assert all(names[scene] == more[photo] for photo, scene in joined.items())
    assert len(library.scenes.rounds(_model(library))) == 1


def test_many_of_a_new_kind_become_groups_beside_the_old_ones(library: Library) -> None:
    every = pictures(2 * EACH)
    known = [one for one in every if one[0] < 2]
    kinds = add(library, known)
    search(library)
    before = places(library)
    kinds |= add(library, [one for one in every if one[0] >= 2])
    search(library)
    after = places(library)
    assert before.items() <= after.items()
    new = set(after.values()) - set(before.values())
    assert {kinds[photo] for photo, scene in after.items() if scene in new} >= {2, 3}


def test_what_a_human_said_holds(library: Library) -> None:
    kinds = add(library, pictures(EACH))
    search(library)
    one, other, *_ = library.scenes.every()
    deciding.rename(library, one.id, "Holidays")
    deciding.move(library, [other.photo_ids[0]], one.id)
    deciding.take_out(library, [one.photo_ids[0]])
    told = library.scenes.get(one.id)
    library.connection.execute("UPDATE picture_features SET model = 'another'")
    add(library, pictures(EACH, seed=2))
    search(library)
    again = library.scenes.get(one.id)
    assert again.name == "Holidays"
    assert {photo for photo in again.photo_ids if photo in kinds} == set(told.photo_ids)
    assert one.photo_ids[0] not in places(library)


def test_a_scan_can_run_beside_it_and_photos_can_go(library: Library) -> None:
    kinds = add(library, pictures(EACH))
    gone = next(iter(kinds))

    def scan(message: Message) -> None:
        if isinstance(message, Progress) and message.stage is LEARNING:
            library.connection.execute("DELETE FROM photos WHERE id = ?", (gone,))

    with library.exclusive("jobs"):
        run(Control(scan), ScenesRequest(library.path, quiet=True))
    assert places(library)
    assert gone not in places(library)


def test_few_photos_are_no_groups_and_an_empty_library_has_none(library: Library) -> None:
    assert search(library) == ScenesSummary(groups=0, unseen=0)
    add(library, pictures(2))
    assert search(library) == ScenesSummary(groups=0, unseen=0)


def test_photos_without_a_thumbnail_are_told(library: Library) -> None:
    ids = list(add(library, pictures(1)))
    library.thumbnails.drop(ids[:1], [])
    library.keep_thumbnails({ids[1]: b"no picture"}, {})
    assert search(library).unseen == 2


def test_a_search_whose_time_is_up_goes_on_the_next_time(library: Library) -> None:
    add(library, pictures(EACH))
    steps = 0
    while not (summary := search(library, seconds=0)).finished:
        assert "goes on" in summary.outcome()
        steps += 1
        assert steps < 100
    assert steps >= 1
    with Library.open(library.path.with_name("other.photoorg")) as other:
        add(other, pictures(EACH))
        search(other)
        assert places(other) == places(library)


def test_a_search_that_was_cancelled_goes_on(library: Library) -> None:
    add(library, pictures(EACH))
    control: Control

    def stop(message: Message) -> None:
        if isinstance(message, Progress) and message.stage is LEARNING:
            control.cancel()

    control = Control(stop)
    with pytest.raises(Cancelled):
        run(control, ScenesRequest(library.path))
    assert library.scenes.waiting(_model(library)) == []
    assert places(library) == {}
    assert search(library).groups == len(library.scenes.every()) > 0


_SLOWLY = """
import sys, time
from pathlib import Path
from photoorg.jobs.messages import Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scenes.learning import run
from photoorg.jobs.scenes.request import LEARNING, ScenesRequest

def hear(message):
    if isinstance(message, Progress) and message.stage == LEARNING and message.done:
        print(message.done, flush=True)
        time.sleep(60)

run(Control(hear), ScenesRequest(Path(sys.argv[1])))
"""


def test_a_search_that_was_killed_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.photoorg", tmp_path / "killed.photoorg"
    with Library.open(whole) as library:
        add(library, pictures(EACH))
        library.connection.execute("VACUUM INTO ?", (str(killed),))
    shutil.copy(thumbnails_file(whole), thumbnails_file(killed))
    with subprocess.Popen(
        [sys.executable, "-c", _SLOWLY, str(killed)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    with Library.open(killed) as library:
        (begun,) = library.scenes.rounds(_model(library))
        assert begun.state is not None
        search(library)
        found = places(library)
    with Library.open(whole) as library:
        search(library)
        assert places(library) == found
        assert Counter(found.values())


def _model(library: Library) -> str:
    return str(library.connection.value("SELECT model FROM picture_features LIMIT 1"))
