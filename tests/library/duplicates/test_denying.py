"""What the user says of photos that look alike, undone and done again."""

from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.duplicates.values import StackKind
from tests.library.conftest import add_photos


@pytest.fixture
def photos(library: Library, tmp_path: Path) -> list[int]:
    """Return four versions of one picture, taken at other times, as far as a machine can tell."""
    add_photos(library, tmp_path / "photos", [0, 0, 0, 0])
    ids = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]
    for n, id_ in enumerate(ids):
        library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?", (f"2019-01-0{n + 1}", id_)
        )
    library.duplicates.keep_sketches((id_, bytes(range(256))) for id_ in ids)
    library.duplicates.keep_compared([(ids[0], id_, True) for id_ in ids[1:]])
    return ids


def stacks(library: Library) -> list[set[int]]:
    return [set(stack.photo_ids) for stack in library.duplicates.stacks()]


def test_a_stack_is_no_stack_any_more_and_comes_back(library: Library, photos: list[int]) -> None:
    assert stacks(library) == [set(photos)]
    no_duplicates(library, photos, [])
    assert stacks(library) == []
    assert library.history.undo_label == "Say that 4 photos are no duplicates"
    library.history.undo()
    assert stacks(library) == [set(photos)]
    library.history.redo()
    assert stacks(library) == []


def test_one_leaves_its_stack(library: Library, photos: list[int]) -> None:
    no_duplicates(library, photos[:1], photos)
    assert stacks(library) == [set(photos[1:])]
    assert library.history.undo_label == "Say that a photo is no duplicate"


def test_photos_of_a_burst_leave_it(library: Library, photos: list[int]) -> None:
    library.connection.execute("DELETE FROM compared")
    for n, id_ in enumerate(photos):
        library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?", (f"2019-01-01T10:00:0{n}", id_)
        )
    assert stacks(library) == [set(photos)]
    no_duplicates(library, photos[1:3], photos[:1] + photos[3:])
    assert stacks(library) == [{photos[0], photos[3]}]


def test_saying_it_again_is_no_step(library: Library, photos: list[int]) -> None:
    no_duplicates(library, photos, [])
    no_duplicates(library, photos[:2], [])
    assert len(library.history.entries()) == 1


def test_it_can_be_taken_back_later_and_said_again(library: Library, photos: list[int]) -> None:
    no_duplicates(library, photos[:1], photos)
    no_duplicates(library, photos[1:2], photos[2:])
    assert stacks(library) == [set(photos[2:])]
    take_back(library, photos[:1])
    assert library.history.undo_label == "Take back that a photo is no duplicate"
    assert stacks(library) == [set(photos[:2]), set(photos[2:])]
    assert library.duplicates.denied() == {(photos[1], photos[2]), (photos[1], photos[3])}
    library.history.undo()
    assert stacks(library) == [set(photos[2:])]
    library.history.redo()
    no_duplicates(library, photos[:1], photos)
    assert stacks(library) == [set(photos[2:])]
    with pytest.raises(UsageError, match="Nobody has said"):
        take_back(library, [photos[3] + 100])


def test_what_was_denied_is_listed(library: Library, photos: list[int]) -> None:
    assert library.duplicates.denied_stacks() == []
    no_duplicates(library, photos[:2], [])
    (stack,) = library.duplicates.denied_stacks()
    assert stack.kind is StackKind.DENIED
    assert [path.name for path in stack.paths] == ["000.jpg", "001.jpg"]


def test_what_was_said_of_a_photo_that_is_gone_is_not_done_again(
    library: Library, photos: list[int]
) -> None:
    no_duplicates(library, photos, [])
    library.history.undo()
    library.connection.execute("DELETE FROM photos WHERE id = ?", (photos[0],))
    library.history.redo()
    said = library.connection.rows("SELECT photo_id, other_id FROM no_duplicates")
    assert len(said) == 3
    assert all(photos[0] not in pair for pair in said)
