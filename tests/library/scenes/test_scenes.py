"""What is kept of groups of pictures, and which of it is shown."""

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.forgetting import forget
from photoorg.library.scenes import deciding
from tests.library.conftest import add_photos
from tests.library.scenes.conftest import MODEL, learn, shown


def test_a_photo_waits_until_its_features_are_known_and_again_when_it_was_edited(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    assert library.scenes.waiting(MODEL) == []
    assert library.scenes.waiting("looks-2") == photos
    library.connection.execute("UPDATE photos SET picture_hash = 'x' WHERE id = ?", (photos[0],))
    assert library.scenes.waiting(MODEL) == [photos[0]]
    library.scenes.keep_features(MODEL, [(photos[0], bytes(8))])
    assert library.scenes.waiting(MODEL) == []
    known = library.scenes.unplaced(MODEL)
    assert known.photo_ids.tolist() == [photos[0]]
    assert known.vectors.tolist() == [[0, 0, 0, 0]]


def test_features_are_told_of_photos_that_nobody_spoke_of(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    assert library.scenes.ungrouped(MODEL).photo_ids.tolist() == photos[10:]
    deciding.take_out(library, [photos[10]])
    assert library.scenes.ungrouped(MODEL).photo_ids.tolist() == photos[11:]
    assert library.scenes.some(MODEL, photos[9:]).photo_ids.tolist() == [photos[9], photos[11]]
    assert len(library.scenes.unplaced("looks-2").vectors) == 0


def test_it_is_counted_what_no_round_has_learned_from(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    assert library.scenes.unlearned(MODEL) == (2, 10)
    library.scenes.put([(photos[10], None, 0.2)], learned=True)
    library.scenes.put([(photos[10], None, 0.1)], learned=False)
    assert library.scenes.unlearned(MODEL) == (1, 11)
    deciding.move(library, photos[10:], scenes[0])
    assert library.scenes.unlearned(MODEL) == (0, 10)


def test_a_round_has_a_state_until_it_is_finished(library: Library, photos: list[int]) -> None:
    round_id = library.scenes.begin_round(MODEL, b"begun")
    library.scenes.keep_state(round_id, b"half")
    (begun,) = library.scenes.rounds(MODEL)
    assert (begun.state, begun.head, begun.scene_ids) == (b"half", None, {})
    scenes = library.scenes.finish_round(round_id, b"head", [0, 3])
    assert list(scenes) == [0, 3]
    (done,) = library.scenes.rounds(MODEL)
    assert (done.state, done.head, done.scene_ids) == (None, b"head", scenes)
    another = library.scenes.begin_round(MODEL, b"begun")
    library.scenes.drop_round(another)
    assert len(library.scenes.rounds(MODEL)) == 1
    assert library.scenes.rounds("looks-2") == []


def test_groups_that_are_too_small_are_not_shown_unless_a_human_spoke_of_them(
    library: Library, photos: list[int]
) -> None:
    scenes = learn(library, {0: photos[:3], 1: photos[3:5]})
    assert shown(library) == {str(scenes[0]): photos[:3]}
    deciding.rename(library, scenes[1], "Beach")
    assert list(shown(library).items()) == [("Beach", photos[3:5]), (str(scenes[0]), photos[:3])]


def test_the_most_typical_photo_comes_first_and_what_is_away_not_at_all(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    library.scenes.put([(photos[4], scenes[0], 2.0)], learned=True)
    assert library.scenes.get(scenes[0]).photo_ids[0] == photos[4]
    library.connection.execute("UPDATE photos SET away = 1 WHERE id = ?", (photos[4],))
    assert library.scenes.get(scenes[0]).photo_ids == photos[:4]
    with pytest.raises(UsageError, match="no group 999"):
        library.scenes.get(999)


def test_nothing_is_kept_of_photos_whose_faces_were_forgotten(library: Library, tmp_path) -> None:
    add_photos(library, tmp_path / "faces", [1, 0])
    first, second = (id_ for (id_,) in library.connection.rows("SELECT id FROM photos"))
    library.scenes.keep_features(MODEL, [(first, bytes(8)), (second, bytes(8))])
    forget(library)
    assert library.scenes.waiting(MODEL) == []
    assert library.scenes.unplaced(MODEL).photo_ids.tolist() == [second]
