"""What is kept of duplicates, and what it means for the photos as they are now."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.library import FileEntry, Library
from photoorg.library.decisions import actions
from photoorg.library.duplicates.values import StackKind, Why
from photoorg.library.forgetting import forget
from photoorg.library.videos.values import Film
from tests.library.conftest import add_photos, analysis, found, group

GREY = (np.arange(256) % 37 * 5).astype(np.uint8).tobytes()


@pytest.fixture
def photos(library: Library, tmp_path: Path) -> list[int]:
    """Return four photos: of Anna, of Anna, of Ben, and of nobody; all were compared."""
    faces = add_photos(library, tmp_path / "photos", [1, 1, 1, 0])
    group(library, [[faces[0][0], faces[1][0]], [faces[2][0]]])
    ids = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]
    library.duplicates.keep_sketches((id_, GREY) for id_ in ids)
    return ids


def kinds(library: Library) -> list[tuple[StackKind, list[str]]]:
    stacks = library.duplicates.stacks()
    return [(stack.kind, [path.name for path in stack.paths]) for stack in stacks]


def set_taken(library: Library, second: int, *photos: int) -> None:
    for photo in photos:
        library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?", (f"2019-07-01T10:00:{second:02}", photo)
        )


@pytest.fixture(autouse=True)
def _at_other_times(library: Library, photos: list[int]) -> None:
    for n, photo in enumerate(photos):
        set_taken(library, 10 * n, photo)


def test_a_photo_waits_until_it_has_a_sketch_and_again_when_it_was_edited(
    library: Library, photos: list[int]
) -> None:
    assert library.duplicates.waiting() == []
    assert library.duplicates.sketches().photo_ids.tolist() == photos
    assert library.duplicates.sketches().grey[0].tobytes() == GREY
    library.duplicates.keep_compared([(photos[0], photos[1], True)])
    library.connection.execute("UPDATE photos SET picture_hash = 'x' WHERE id = ?", (photos[0],))
    assert library.duplicates.waiting() == [photos[0]]
    library.duplicates.keep_sketches([(photos[0], GREY)])
    assert library.duplicates.waiting() == []
    assert library.duplicates.compared() == {}


def test_copies_are_files_with_one_picture(
    library: Library, photos: list[int], tmp_path: Path
) -> None:
    folder = library.folders.add(tmp_path / "more")
    library.intake.register(folder, [FileEntry(tmp_path / "more" / "copy.jpg", 100, 7)])
    file = library.intake.known(tmp_path / "more")[tmp_path / "more" / "copy.jpg"].file_id
    content = library.connection.value(
        "SELECT content_hash FROM files WHERE photo_id = ?", (photos[0],)
    )
    library.pictures.store([analysis(file, [found(seed=0)], content)])
    assert kinds(library) == [(StackKind.COPY, ["000.jpg", "copy.jpg"])]
    assert len(set(library.duplicates.stacks()[0].photo_ids)) == 1
    actions.remove_folder(library, folder)
    assert kinds(library) == []


def test_versions_of_one_picture_are_a_stack_the_largest_first(
    library: Library, photos: list[int]
) -> None:
    one, other, _, last = photos
    library.duplicates.keep_compared([(one, other, True), (other, last, True)])
    library.connection.execute("UPDATE photos SET width = 9000 WHERE id = ?", (last,))
    ((kind, names),) = kinds(library)
    assert kind is StackKind.NEAR
    assert names[0] == "003.jpg"
    assert sorted(names) == ["000.jpg", "001.jpg", "003.jpg"]
    assert library.duplicates.stacks()[0].best.name == "003.jpg"
    library.duplicates.keep_compared([(one, other, False), (other, last, False)])
    assert kinds(library) == []


def test_two_people_named_by_a_human_are_never_in_one_stack(
    library: Library, photos: list[int]
) -> None:
    library.duplicates.keep_compared([(photos[0], photos[2], True)])
    assert len(kinds(library)) == 1
    for person, name in zip(library.people.list(), ("Anna", "Ben"), strict=True):
        actions.rename(library, person.id, name)
    assert kinds(library) == []


def test_a_burst_has_the_sharpest_first(library: Library, photos: list[int]) -> None:
    set_taken(library, 7, photos[0], photos[1])
    library.connection.execute("UPDATE faces SET quality = 0.5")
    assert library.duplicates.measures.unmeasured(photos) == photos
    library.duplicates.measures.keep_measured([(photos[0], 0.1, 0), (photos[1], 0.2, 0)])
    assert library.duplicates.measures.unmeasured(photos) == photos[2:]
    assert kinds(library) == [(StackKind.BURST, ["001.jpg", "000.jpg"])]


def test_nothing_is_kept_of_photos_whose_faces_were_forgotten(
    library: Library, photos: list[int]
) -> None:
    forget(library, [library.people.list()[0].id])
    assert library.duplicates.sketches().photo_ids.tolist() == photos[2:]
    assert library.duplicates.waiting() == []


def test_faces_are_told_as_shares_of_the_sides(library: Library, photos: list[int]) -> None:
    ((x, y, w, h),) = library.duplicates.boxes(photos[0])
    assert (x, y, w, h) == pytest.approx((0, 10 / 480, 40 / 640, 40 / 480))
    assert library.duplicates.boxes(photos[3]) == []


def test_it_is_told_why_a_picture_is_the_best(library: Library, photos: list[int]) -> None:
    library.duplicates.keep_compared([(photos[0], photos[1], True)])
    assert library.duplicates.stacks()[0].why is Why.FULLEST
    library.connection.execute("UPDATE photos SET width = 9000 WHERE id = ?", (photos[0],))
    (stack,) = library.duplicates.stacks()
    assert (stack.best.name, stack.why) == ("000.jpg", Why.LARGEST)


def test_stacks_of_all_kinds_are_counted_where_nothing_can_be_written(
    library: Library, photos: list[int]
) -> None:
    library.duplicates.keep_compared([(photos[2], photos[3], True)])
    set_taken(library, 7, photos[0], photos[1])
    library.connection.execute("PRAGMA query_only = ON")
    assert library.duplicates.count() == len(library.duplicates.stacks()) == 2


def test_a_burst_goes_on_over_midnight_and_past_a_photo_that_is_not_there(
    library: Library, photos: list[int]
) -> None:
    times = ("2019-12-31T23:59:58", "2019-12-31T23:59:59", "2020-01-01T00:00:01")
    for photo, taken in zip(photos, times, strict=False):
        library.connection.execute("UPDATE photos SET taken_at = ? WHERE id = ?", (taken, photo))
    library.connection.execute("UPDATE faces SET person_id = NULL")
    library.connection.execute("UPDATE files SET gone = 1 WHERE photo_id = ?", (photos[1],))
    ((kind, names),) = kinds(library)
    assert kind is StackKind.BURST
    assert sorted(names) == ["000.jpg", "002.jpg"]


def test_what_is_known_of_each_file_of_a_stack(library: Library, photos: list[int]) -> None:
    library.duplicates.keep_compared([(photos[0], photos[1], True)])
    (stack,) = library.duplicates.stacks()
    first, second = library.duplicates.members(stack)
    assert [first.path, second.path] == list(stack.paths)
    assert (first.photo_id, first.width, first.height, first.bytes) == (photos[1], 640, 480, 101)
    assert second.taken_at == "2019-07-01T10:00:00"
    assert not first.missing
    library.connection.execute("UPDATE files SET gone = 1 WHERE photo_id = ?", (photos[0],))
    assert [one.photo_id for one in library.duplicates.members(stack)] == [photos[1]]


def test_a_video_that_only_begins_alike_is_no_copy(
    library: Library, photos: list[int], tmp_path: Path
) -> None:
    folder = library.folders.add(tmp_path / "films")
    for n, content in enumerate(("whole", "cut", "whole")):
        path = tmp_path / "films" / f"{n}.mp4"
        library.intake.register(folder, [FileEntry(path, 100 - n, 7)])
        file = library.intake.known(path.parent)[path].file_id
        told = analysis(file, [], content, picture_hash="begins alike")
        if n == 0:
            library.videos.store(told, Film(9.0, []))
        else:
            assert library.pictures.recognize(file, content, "begins alike", told.model)
    assert kinds(library) == [(StackKind.COPY, ["0.mp4", "2.mp4"])]
    assert library.duplicates.count() == 1
