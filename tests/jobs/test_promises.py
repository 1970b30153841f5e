"""Whatever the machine does between a user's answers, none is broken and no name is lost.

Rounds of answers of every kind are mixed with all that happens to a library: groupings by several
engines, other models, photos that vanish, return, are edited, renamed, copied, exchanged and
overwritten, undo and redo. What the machine does may change nothing that a human decided; undoing
everything leads back to the beginning.
"""

import contextlib
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from photoorg.errors import UsageError
from photoorg.jobs.group import group
from photoorg.jobs.progress import Control
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, details, drawing, triage, undecided
from photoorg.library.duplicates.denying import no_duplicates, take_back
from photoorg.library.scenes import deciding
from photoorg.review.answering import Reply, Says, answer_all
from photoorg.review.granularity import STEPS, apply, changes
from photoorg.review.questions import Asks, questions
from photoorg.types import Box, FoundFace
from tests.library.scenes.conftest import learn
from tests.library.taking_back import redo_all, undo_all

PEOPLE, PHOTOS, EACH = 5, 12, 2
MODELS = ("first-model", "second-model")
ENGINES = ("ndde-tpdi", "average-linkage", "dbscan", "facemap", "immich")
ROUNDS = 30
NAMED = {
    *((kind, Says.YES) for kind in Asks if kind is not Asks.IS),
    *((kind, Says.NO) for kind in (Asks.SAME, Asks.IS)),
}
"""Questions, and answers to them, that can name somebody."""

Decided: TypeAlias = dict[str, Any]


class World:
    """A library and the disk it knows, without the disk: every file is what it shows."""

    def __init__(self, library: Library, folder: Path, seed: int) -> None:
        self.library = library
        self.rng = random.Random(seed)
        self.folder = folder
        self.folder_id = library.folders.add(folder)
        self.model = MODELS[0]
        self.centres = np.random.default_rng(seed).normal(size=(PEOPLE, 24))
        self.files: dict[Path, tuple[str, list[int]]] = {}
        """For every file its content and whom it shows."""
        self.serial = 0
        for n in range(PHOTOS):
            shown = [(n + k) % PEOPLE for k in range(EACH)]
            self.files[folder / f"{n:02}.jpg"] = (self._content(), shown)
        self.scan()

    def _content(self) -> str:
        self.serial += 1
        return f"content {self.serial}"

    def _faces(self, content: str, shown: list[int]) -> list[FoundFace]:
        noise = np.random.default_rng([*content.encode(), *self.model.encode()])
        turn = np.roll(self.centres, MODELS.index(self.model), axis=1)
        return [
            FoundFace(
                Box(100.0 * place, 10, 60, 60),
                np.zeros((5, 2), np.float32),
                0.9,
                float(noise.uniform(0.3, 1)),
                (turn[person] + 0.6 * noise.normal(size=24)).astype(np.float32),
            )
            for place, person in enumerate(shown)
        ]

    def scan(self) -> None:
        """Tell the library what is on the disk now, as a scan does."""
        library, known = self.library, self.library.intake.known(self.folder)
        entries = [
            FileEntry(path, int(content.split()[1]), 1) for path, (content, _) in self.files.items()
        ]
        changed = [e for e in entries if e.path not in known or known[e.path].size != e.size]
        library.intake.register(self.folder_id, changed)
        library.intake.mark_found([known[e.path].file_id for e in entries if e.path in known])
        gone = [file.file_id for path, file in known.items() if path not in self.files]
        library.intake.mark_unseen(gone)
        for pending in library.intake.queue(self.model):
            content, shown = self.files[pending.path]
            if not library.pictures.recognize(pending.id, content, content, self.model):
                self._analyze(pending.id, content, shown)
        library.intake.mark_missing([f for f, _ in library.intake.unseen(self.folder_id)])

    def _analyze(self, file_id: int, content: str, shown: list[int]) -> None:
        """Store what a file shows; one that shows the people it showed was edited."""
        known = self.library.pictures.known(file_id, content, content, self.model)
        of = self.of.get(content)
        continues = next((k for k in known if k.same or (of and of == k.photo_id)), None)
        kept = None
        if continues is not None:
            places = dict(
                zip(continues.boxes[:, 0].tolist(), continues.face_ids.tolist(), strict=True)
            )
            kept = {n: places[100.0 * n] for n in range(len(shown)) if 100.0 * n in places}
        analysis = Analysis(
            file_id,
            content,
            640,
            480,
            None,
            self.model,
            self._faces(content, shown),
            continues=continues.photo_id if continues else None,
            kept=kept,
        )
        self.library.pictures.store([analysis])

    of: dict[str, int | None]
    """The photos that edited contents are versions of."""


def _world(folder: str, seed: int) -> World:
    World.of = {}
    return World(Library.open(Path(folder) / "l.photoorg"), Path(folder) / "photos", seed)


# What a user does.


def _say(world: World) -> None:
    library, rng = world.library, world.rng
    people = [person.id for person in library.people.list()]
    faces = [id_ for (id_,) in library.connection.rows("SELECT id FROM faces WHERE shown")]
    if len(people) < 2 or not faces:
        return
    one, other = rng.sample(people, 2)
    some = rng.sample(faces, min(len(faces), rng.randint(1, 3)))
    named = [p.id for p in library.people.list() if p.name]
    drawn = [face for face in faces if library.faces.get(face).erasable]
    box = Box(rng.uniform(150, 500), rng.uniform(100, 300), 70, 80)
    sayings: list[Callable[[], object]] = [
        lambda: actions.rename(library, one, f"Name {rng.randint(0, 9)}"),
        lambda: actions.unname(library, rng.choice(named)),
        lambda: actions.merge(library, one, [other]),
        lambda: actions.unassign(library, some),
        lambda: actions.assign(library, some, one),
        lambda: actions.assign(library, some, rng.choice(named or people)),
        lambda: actions.confirm(library, some),
        lambda: actions.split(library, some, rng.choice([None, "Twin"])),
        lambda: actions.not_a_face(library, some[:1]),
        lambda: actions.do_not_know(library, some[:1]),
        lambda: triage.real_faces(library, some),
        lambda: triage.sort_faces(library, some[:1], some[1:]),
        lambda: triage.sort_strangers(library, [one], [other]),
        lambda: actions.different(library, one, other),
        lambda: undecided.unsure(library, some[:1], some[1:]),
        lambda: undecided.keep_together(library, one),
        lambda: _answer(world),
        lambda: _answer(world),
        lambda: details.set_notes(library, one, f"note {rng.randint(0, 9)}"),
        lambda: _regroup_by_hand(world, None),
        lambda: _regroup_by_hand(world, one),
        lambda: actions.hide(library, [one], hidden=rng.random() < 0.5),
        lambda: actions.set_cover(library, one, library.faces.of_person(one)[0].id),
        lambda: drawing.draw(library, library.faces.get(some[0]).photo_id, box),
        lambda: drawing.reshape(library, some[0], box),
        lambda: drawing.erase(library, rng.choice(drawn)),
        lambda: _say_of_photos(world),
        lambda: _say_of_photos(world),
    ]
    with contextlib.suppress(UsageError, IndexError):
        rng.choice(sayings)()


def _say_of_photos(world: World) -> None:
    """Say where photos belong, and that some are no duplicates."""
    library, rng = world.library, world.rng
    photos = rng.sample([photo.id for photo in library.photos.list()], 2)
    scenes = [scene.id for scene in library.scenes.every()]
    sayings: list[Callable[[], object]] = [
        lambda: deciding.gather(library, photos, rng.choice([None, "Beach", "Snow"])),
        lambda: deciding.rename(library, rng.choice(scenes), f"Scene {rng.randint(0, 9)}"),
        lambda: deciding.move(library, photos, rng.choice(scenes)),
        lambda: deciding.merge(library, scenes[0], rng.sample(scenes, 1)),
        lambda: deciding.take_out(library, photos[:1]),
        lambda: no_duplicates(library, photos, []),
        lambda: take_back(library, photos[:1]),
    ]
    rng.choice(sayings)()


def _answer(world: World) -> None:
    """Answer some of the questions that are asked, each alone or all of a sheet at once."""
    rng = world.rng
    asked = questions(world.library)
    for question in asked:
        assert len(set(question.faces)) == len(question.faces) > 0
        assert set(question.faces).isdisjoint(question.other_faces)
    some = rng.sample(asked, min(len(asked), rng.choice([1, 1, 4])))
    replies = []
    for question in some:
        says, name = rng.choice([*Says]), rng.choice([None, None, "Somebody else"])
        reply = Reply(says, name if (question.kind, says) in NAMED else None)
        replies.append((question, reply))
    answer_all(world.library, replies)


def _regroup_by_hand(world: World, person: int | None) -> None:
    """Make smaller or larger groups, of all without a name or of one person, in part or whole."""
    found = changes(world.library, world.rng.randint(-STEPS, STEPS), person)
    before = decided(world.library)
    apply(world.library, world.rng.sample(found, world.rng.randint(0, len(found))), person)
    if person is None:
        _same_for(before, decided(world.library))


# What happens meanwhile.


def _regroup(world: World) -> None:
    settled = world.library.grouping.settled(ENGINES[0], world.model)
    engine = world.rng.choice(ENGINES)
    group(
        world.library,
        Control(lambda _: None),
        engine=engine,
        model=world.model,
        settled=settled if world.rng.random() < 0.5 else (),
    )


def _vanish(world: World) -> None:
    if len(world.files) > PHOTOS // 2:
        path = world.rng.choice(sorted(world.files))
        world.gone = {**getattr(world, "gone", {}), path: world.files.pop(path)}  # type: ignore[attr-defined]
    world.scan()


def _return(world: World) -> None:
    gone = getattr(world, "gone", {})
    if gone:
        path = world.rng.choice(sorted(gone))
        place = path if world.rng.random() < 0.5 else path.with_name(f"back {world.serial}.jpg")
        world.files[place] = gone.pop(path)
    world.scan()


def _edit(world: World) -> None:
    """A new version of a picture, in which a face may be hidden or back."""
    path = world.rng.choice(sorted(world.files))
    content, shown = world.files[path]
    photo = world.library.connection.value(
        "SELECT photo_id FROM contents WHERE content_hash = ?", (content,)
    )
    new = world._content()
    World.of[new] = photo
    people = shown[: world.rng.randint(1, EACH)]
    world.files[path] = (new, people)
    world.scan()


def _rename(world: World) -> None:
    path = world.rng.choice(sorted(world.files))
    world.files[path.with_name(f"renamed {world.serial} {path.name[-20:]}")] = world.files.pop(path)
    world.scan()


def _copy(world: World) -> None:
    path = world.rng.choice(sorted(world.files))
    world.files[path.with_name(f"copy {world.serial} {path.name[-20:]}")] = world.files[path]
    world.scan()


def _exchange(world: World) -> None:
    one, other = world.rng.sample(sorted(world.files), 2)
    world.files[one], world.files[other] = world.files[other], world.files[one]
    world.scan()


def _overwrite(world: World) -> None:
    path = world.rng.choice(sorted(world.files))
    people = world.rng.sample(range(PEOPLE), EACH)
    world.files[path] = (world._content(), people)
    world.scan()


def _other_model(world: World) -> None:
    world.model = world.rng.choice(MODELS)
    world.scan()


def _find_groups(world: World) -> None:
    """The machine learns groups of photos anew."""
    groups: dict[int, list[int]] = {0: [], 1: []}
    for photo in world.library.photos.list():
        groups[world.rng.randint(0, 1)].append(photo.id)
    learn(world.library, groups)


HAPPENINGS = (
    _find_groups,
    *(_regroup, _regroup, _vanish, _return, _edit),
    *(_rename, _copy, _exchange, _overwrite, _other_model),
)


def decided(library: Library) -> Decided:
    """Return all that a human decided, face by face and person by person."""
    rows = library.connection.rows
    return {
        "faces": {
            face: place
            for face, *place in rows(
                "SELECT id, person_id, source, dismissed FROM faces "
                "WHERE source != 'machine' OR dismissed"
            )
        },
        "drawn": {
            face: place
            for face, *place in rows("SELECT id, box_source FROM faces WHERE box_source != 'found'")
        },
        "people": rows(
            "SELECT id, name, hidden, merged_into, notes FROM people WHERE name IS NOT NULL "
            "OR merged_into IS NOT NULL OR (hidden AND EXISTS (SELECT 1 FROM faces "
            "WHERE person_id = people.id AND source != 'machine')) ORDER BY id"
        ),
        "answers": rows("SELECT id, kind, person_id FROM answers ORDER BY id"),
        "said": {
            tuple(row)
            for row in rows("SELECT answer_id, side, face_id, superseded_by FROM answer_faces")
        },
        "scenes": rows(
            "SELECT id, name, merged_into FROM scenes "
            "WHERE name IS NOT NULL OR merged_into IS NOT NULL ORDER BY id"
        ),
        "photos": rows("SELECT photo_id, scene_id FROM scene_answers ORDER BY photo_id"),
        "duplicates": rows(
            "SELECT photo_id, other_id, ended FROM no_duplicates ORDER BY photo_id, other_id"
        ),
    }


def _broken(library: Library) -> list[str]:
    """Return which standing answers do not hold, from what they say alone."""
    place: dict[int, int | None] = dict(
        library.connection.rows("SELECT id, person_id FROM faces WHERE NOT dismissed")
    )
    final = library.merges.final_people()
    sides: dict[int, tuple[set[int | None], set[int | None]]] = {}
    rows = library.connection.rows(
        "SELECT o.id, o.kind, o.person_id, r.side, r.face_id FROM answers AS o "
        "JOIN answer_faces AS r ON r.answer_id = o.id WHERE r.superseded_by IS NULL"
    )
    wrong = []
    for answer, kind, person, side, face in rows:
        who = final.get(person, person)
        if kind in ("is", "same") and place.get(face) != who:
            wrong.append(f"{answer}: face {face} is with {place.get(face)}, not with {who}")
        if kind == "not" and side == 0 and person is not None and place.get(face) == who:
            wrong.append(f"{answer}: face {face} is with {who}")
        if kind == "not-a-face" and face in place:
            wrong.append(f"{answer}: {face} is a face")
        if kind in ("not", "different") and face in place:
            sides.setdefault(answer, (set(), set()))[side].add(place[face])
    wrong += [f"{a}: both in {one & other}" for a, (one, other) in sides.items() if one & other]
    return wrong


def _same_for(before: Decided, after: Decided) -> None:
    """Assert that what was decided is as before; copies of photos may have added to it."""
    for face, place in before["faces"].items():
        assert after["faces"].get(face) == place, f"face {face}"
    assert before["drawn"].items() <= after["drawn"].items()
    for kind in ("people", "answers", "scenes", "photos", "duplicates"):
        assert after[kind] == before[kind], kind
    assert after["said"] >= before["said"]


@pytest.mark.parametrize("seed", range(30))
def test_no_answer_is_broken_and_no_name_lost(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = _world(folder, seed)
        library, rng = world.library, world.rng
        _regroup(world)
        beginning = decided(library)
        for _ in range(ROUNDS):
            match rng.randint(0, 9):
                case 0 | 1 | 2 | 3:
                    _say(world)
                case 4:
                    library.history.undo()
                case 5:
                    library.history.redo()
                case _:
                    before = decided(library)
                    happens = rng.choice(HAPPENINGS)
                    happens(world)
                    _same_for(before, decided(library))
            assert _broken(library) == []
            assert check(library) == []
        redo_all(library, _broken)
        end = decided(library)
        undo_all(library, _broken)
        assert decided(library) == beginning
        redo_all(library, _broken)
        redone = decided(library)
        for kind in ("people", "scenes", "photos", "duplicates"):
            assert redone[kind] == end[kind], kind
        assert redone["faces"].items() <= end["faces"].items()
        library.close()
