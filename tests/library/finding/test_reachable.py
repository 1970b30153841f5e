"""Every face that is shown is with somebody whom the window lists."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.finding.finder import find
from photoorg.library.finding.search import Clause, Search
from tests.library.conftest import MODEL, add_photos, group


def out_of_reach(library: Library) -> list[int]:
    """Return the shown faces that are with nobody, or with somebody who is not listed."""
    listed = {person.id for person in library.people.list(include_hidden=True)}
    faces = library.connection.rows("SELECT id, person_id FROM faces WHERE shown")
    return [face for face, person in faces if person not in listed]


def act(library: Library, dice: random.Random, faces: list[int]) -> None:
    people = [person.id for person in library.people.list(include_hidden=True)]
    some = dice.sample(faces, dice.randrange(1, 4))
    person, other = dice.choice(people), dice.choice(people)
    steps: list[Callable[[], object]] = [
        lambda: actions.merge(library, person, [other]),
        lambda: actions.unassign(library, some),
        lambda: actions.assign(library, some, person),
        lambda: actions.split(library, some),
        lambda: actions.not_a_face(library, some),
        lambda: actions.hide(library, [person], hidden=dice.random() < 0.5),
        lambda: actions.rename(library, person, dice.choice(("Anna", "Ben", "Carl"))),
        lambda: actions.do_not_know(library, some),
        lambda: actions.different(library, person, other),
        library.history.undo,
        library.history.redo,
        lambda: regroup(library, dice),
    ]
    with suppress(PhotoorgError):  # what cannot be done with these changes nothing
        dice.choice(steps)()


def regroup(library: Library, dice: random.Random) -> None:
    groups: list[list[int]] = [[] for _ in range(6)]
    for face in library.faces.matrix(MODEL).ids.tolist():
        dice.choice(groups).append(face)
    group(library, [members for members in groups if members])


@pytest.mark.parametrize("seed", range(4))
def test_no_step_leaves_a_face_in_no_list(seed: int, library: Library, tmp_path: Path) -> None:
    dice = random.Random(seed)
    faces = [face for found in add_photos(library, tmp_path / "p", [3] * 8) for face in found]
    group(library, [faces[n::6] for n in range(6)])
    for _ in range(60):
        act(library, dice, faces)
        assert out_of_reach(library) == []
    photos = set()
    for person in library.people.list(include_hidden=True):
        photos |= set(find(library, Search((Clause(frozenset({person.id})),))))
    shown = library.connection.rows("SELECT DISTINCT photo_id FROM faces WHERE shown")
    assert photos == {photo for (photo,) in shown}
