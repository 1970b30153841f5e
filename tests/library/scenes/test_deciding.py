"""What the user says of groups of pictures: it holds, and every step can be taken back."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.scenes import deciding
from tests.library.conftest import add_photos, decided
from tests.library.scenes.conftest import MODEL, learn, shown

STEPS = ("rename", "unname", "move", "gather", "take_out", "merge", "machine")
step = st.tuples(st.sampled_from(STEPS), st.integers(0, 99), st.integers(0, 99))


def do_step(library: Library, what: str, one: int, other: int) -> None:
    """Do one step with whatever the numbers point at; refusals are fine."""
    scenes = [scene.id for scene in library.scenes.every()]
    photos = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]
    some = sorted({photos[one % len(photos)], photos[other % len(photos)]})
    scene, second = (scenes[n % len(scenes)] if scenes else 999 for n in (one, other))
    try:
        match what:
            case "rename":
                deciding.rename(library, scene, f"Name {other % 4}")
            case "unname":
                deciding.unname(library, scene)
            case "move":
                deciding.move(library, some, second)
            case "gather":
                deciding.gather(library, some, f"Name {other % 3}" if other % 2 else None)
            case "take_out":
                deciding.take_out(library, some)
            case "merge":
                deciding.merge(library, scene, [second])
            case _:
                dice = np.random.default_rng(one).integers(0, 3, len(photos))
                learn(library, {n: [photos[i] for i in np.flatnonzero(dice == n)] for n in (0, 1)})
    except UsageError:
        pass


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=1, max_size=10))
def test_undoing_all_restores_what_was_said_and_redoing_all_too(steps) -> None:
    with (
        tempfile.TemporaryDirectory() as place,
        Library.open(Path(place) / "l.photoorg") as library,
    ):
        add_photos(library, Path(place) / "photos", [0] * 9)
        photos = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos")]
        learn(library, {0: photos[:4], 1: photos[4:8]})
        _check(library, steps)


def _check(library: Library, steps: list[tuple[str, int, int]]) -> None:
    def said() -> object:
        rows = decided(library)
        spoken = {row[2] for row in rows["scene_answers"]}
        known = [row for row in rows["scenes"] if row[2] or row[3] or row[0] in spoken]
        return known, rows["scene_answers"]

    states = [said()]
    for what, one, other in steps:
        do_step(library, what, one, other)
        if said() != states[-1]:
            states.append(said())
    for state in reversed(states[:-1]):
        library.history.undo()
        assert said() == state
    assert library.history.undo() is None
    for state in states[1:]:
        library.history.redo()
        assert said() == state


def test_a_name_holds_the_photos_whatever_the_machine_does_later(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    assert deciding.rename(library, scenes[0], "  Beach ") == deciding.SCENES
    learn(library, {0: photos[:12]})
    assert shown(library)["Beach"] == photos[:5]
    deciding.unname(library, scenes[0])
    assert shown(library)[str(scenes[0])] == photos[:5]
    with pytest.raises(UsageError, match="no name"):
        deciding.unname(library, scenes[0])


def test_two_groups_never_have_one_name(library: Library, scenes: list[int]) -> None:
    deciding.rename(library, scenes[0], "Beach")
    deciding.rename(library, scenes[0], "Beach")
    with pytest.raises(UsageError, match="put them together"):
        deciding.rename(library, scenes[1], "Beach")


def test_photos_move_and_leave_and_begin_groups(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    deciding.move(library, [photos[5], photos[11]], scenes[0])
    assert shown(library)[str(scenes[0])] == [*photos[:6], photos[11]]
    deciding.take_out(library, [photos[0]])
    assert photos[0] not in library.scenes.photos_of(scenes)
    deciding.gather(library, photos[:2], "Receipts")
    deciding.gather(library, [photos[2]], "Receipts")
    assert shown(library)["Receipts"] == photos[:3]
    for what in (deciding.take_out, deciding.gather):
        with pytest.raises(UsageError, match="at least one"):
            what(library, [])
    labels = [step.label for step in library.history.entries()]
    assert labels[-2:] == ["Take a photo out of its group", "Put 2 photos into a group"]


def test_groups_become_one_under_a_name_and_what_comes_later_joins_it(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    deciding.rename(library, scenes[1], "Beach")
    deciding.merge(library, scenes[0], [scenes[1]])
    assert shown(library) == {"Beach": photos[:10]}
    library.scenes.put([(photos[10], scenes[1], 0.9)], learned=False)
    assert shown(library) == {"Beach": photos[:11]}
    with pytest.raises(UsageError, match="at least two"):
        deciding.merge(library, scenes[0], [scenes[0]])
    with pytest.raises(UsageError, match="no group"):
        deciding.rename(library, scenes[1], "Sea")
    library.history.undo()
    assert shown(library) == {"Beach": photos[5:11], str(scenes[0]): photos[:5]}


def test_features_of_another_model_do_not_move_what_was_said(
    library: Library, photos: list[int], scenes: list[int]
) -> None:
    deciding.move(library, [photos[0]], scenes[1])
    library.scenes.keep_features("looks-2", ((id_, bytes(8)) for id_ in photos))
    assert shown(library) == {str(scenes[1]): [photos[0]]}
    assert library.scenes.unplaced(MODEL).photo_ids.size == 0
