"""Make a library of version 0.1.0, and tell what that version showed after each undo and redo.

It runs with the code of version 0.1.0, which is on no path of the tests: check that version out and
run, there, ``python make_first_library.py FILE [SEED]``. It writes ``FILE`` and ``FILE.json``.
Without a seed it tells the story of ``first.photoorg``, which lies here with its JSON; with one it
does steps at random, with the machine at work in between.
"""

# mypy: ignore-errors

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import numpy as np

from photoorg.errors import UsageError
from photoorg.library import Analysis, FileEntry, Library
from photoorg.library.decisions import actions
from photoorg.types import Box, FoundFace

MODEL = "tiny-0123"
STEPS = [
    *("rename", "merge", "merge", "unassign", "unassign", "assign", "confirm", "split") * 2,
    *("not_a_face", "set_cover", "hide", "different", "different", "again", "undo", "redo"),
    "remove_folder",
]
MACHINE = ["regroup", "regroup", "photos", "copy", "missing", "found", "add_folder", "shrink"]


def found(x, seed):
    return FoundFace(
        box=Box(x, 10, 40, 40),
        landmarks=np.zeros((5, 2), np.float32),
        score=0.9,
        quality=0.5 + seed % 7 / 20,
        embedding=np.random.default_rng(seed).normal(size=8).astype(np.float32),
    )


def analysis(photo, content, faces):
    return Analysis(
        photo_id=photo,
        content_hash=content,
        width=640,
        height=480,
        taken_at="2019-07-01T12:00:00",
        model=MODEL,
        faces=[found(50 * n, photo * 10 + n) for n in range(faces)],
    )


def add(library, folder, names, faces=3):
    """Add photos to a folder; return their ids."""
    folder_id = library.folders.add(folder)
    library.intake.register(folder_id, [FileEntry(folder / name, 100, 7) for name in names])
    known = library.intake.known(folder)
    ids = [known[folder / name].photo_id for name in names]
    library.intake.store([analysis(id_, f"content {id_}", faces) for id_ in ids])
    return ids


def copy(library, photo, place):
    """Put a copy of a photo at a place, with a scan's help; return its id."""
    folder_id = library.folders.add(place.parent)
    library.intake.register(folder_id, [FileEntry(place, 100, 7)])
    id_ = library.intake.known(place.parent)[place].photo_id
    content = library.connection.value("SELECT content_hash FROM photos WHERE id = ?", (photo,))
    adopted = library.intake.adopt(id_, content, MODEL)
    if adopted is None:
        library.intake.store([analysis(id_, content, 3)])
    return id_


def regroup(library, labels, **more):
    matrix = library.faces.matrix(MODEL)
    labels = np.array([labels(n, face) for n, face in enumerate(matrix.ids.tolist())])
    library.grouping.apply(matrix, labels, made_by=f"test on {MODEL}", **more)


def of_photo(library, photo):
    sql = "SELECT id FROM faces WHERE photo_id = ? ORDER BY id"
    return [id_ for (id_,) in library.connection.rows(sql, (photo,))]


def shown(library):
    """Return what the library shows: the same words as the test has for a migrated one."""
    rows = library.connection.rows
    faces = rows(
        "SELECT f.id, f.person_id, f.confirmed, f.state = 1, p.missing OR d.removed "
        "FROM faces AS f JOIN photos AS p ON p.id = f.photo_id "
        "JOIN folders AS d ON d.id = p.folder_id ORDER BY f.id"
    )
    of_person = {}
    for face, person, _, dismissed, _ in faces:
        if person is not None and not dismissed:
            of_person.setdefault(person, []).append(face)
    return {
        "people": {
            str(id_): [name, hidden, cover, of_person.get(id_, [])]
            for id_, name, hidden, cover in rows(
                "SELECT id, name, hidden, cover_face_id FROM people ORDER BY id"
            )
            if name is not None or id_ in of_person
        },
        "settled": [
            f for f, person, sure, no, _ in faces if person is not None and sure and not no
        ],
        "dismissed": [face for face, _, _, dismissed, _ in faces if dismissed],
        "away": [face for face, *_, away in faces if away],
        "undo": library.history.undo_label,
        "redo": library.history.redo_label,
    }


def story(library, base):
    """Do everything that the first version could do."""
    edits = library.history
    album = add(library, base / "album", [f"{n}.jpg" for n in range(8)])
    trip = add(library, base / "trip", [f"{n}.jpg" for n in range(4)], faces=2)
    regroup(library, lambda n, face: [*range(3)][n % 3] if n < 24 else 3 + n % 2)

    def person(photo, place):
        return library.faces.get(of_photo(library, photo)[place]).person_id

    # Before the history that is kept
    anna, ben, carl = (person(album[0], place) for place in range(3))
    actions.rename(library, anna, "Anna")
    actions.not_a_face(library, of_photo(library, album[7])[2:])
    actions.unassign(library, of_photo(library, album[6])[:1])
    actions.unassign(library, of_photo(library, album[6])[1:2])
    actions.different(library, anna, ben)
    library.connection.execute("DELETE FROM edits")
    # Named, merged, and merged again
    actions.rename(library, ben, "Ben")
    actions.rename(library, ben, "Benjamin")
    twin = actions.split(library, of_photo(library, album[1])[1:2], "Twin")
    actions.confirm(library, of_photo(library, album[5])[2:])
    group, other = person(trip[0], 0), person(trip[0], 1)
    actions.merge(library, group, [other])
    actions.merge(library, carl, [group])
    actions.hide(library, [twin])
    actions.merge(library, ben, [twin])
    # One by one
    actions.unassign(library, of_photo(library, album[2])[:2])
    actions.assign(library, of_photo(library, album[2])[1:2], anna)
    actions.set_cover(library, anna, of_photo(library, album[3])[0])
    actions.different(library, anna, carl)
    actions.not_a_face(library, of_photo(library, album[4])[1:])
    # Copies, of what was said before and after
    twice = copy(library, album[3], base / "copies" / "3.jpg")
    again = copy(library, album[5], base / "copies" / "5.jpg")
    actions.assign(library, of_photo(library, again)[1:2], anna)
    actions.split(library, of_photo(library, album[5])[:1])
    actions.not_a_face(library, of_photo(library, twice)[2:])
    late = add(library, base / "late", ["0.jpg"])
    library.intake.store(
        [analysis(copy(library, late[0], base / "copies" / "0.jpg"), f"content {late[0]}", 2)]
    )
    # The machine in between
    regroup(library, lambda n, face: face % 4)
    regroup(library, lambda n, face: face % 5, undoable="Group again")
    library.intake.mark_missing([album[1]])
    library.intake.fail(trip[1], "It holds no picture.")
    library.intake.register(1, [FileEntry(base / "album" / "2.jpg", 101, 8)])
    library.intake.register(1, [FileEntry(base / "album" / "new.jpg", 101, 8)])
    actions.remove_folder(library, 2)
    actions.rename(library, person(album[4], 0), "Dora")
    actions.hide(library, [ben])
    actions.merge(library, ben, [anna, person(album[5], 0)])
    actions.assign(library, of_photo(library, album[0])[2:], ben)
    actions.rename(library, ben, "Ben")
    for _ in range(4):
        edits.undo()


def chance(library, base, seed):  # noqa: C901 - a table
    dice = random.Random(seed)
    with_machine = bool(seed % 3)
    with_copies = seed % 3 == 2
    add(library, base / "p0", [f"{n}.jpg" for n in range(dice.randint(2, 5))])
    regroup(library, lambda n, face: dice.randint(-1, 3))
    for number in range(dice.randint(5, 40)):
        what = dice.choice(STEPS)
        if with_machine and dice.random() < 0.4:
            what = dice.choice([m for m in MACHINE if with_copies or m != "copy"])
        people = [p.id for p in library.people.list(include_hidden=True)]
        faces = library.faces.matrix(MODEL).ids.tolist()
        photos = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos")]
        folders = [f.id for f in library.folders.list()]
        if not faces or not people:
            library.folders.add(base / "p0")
            library.intake.mark_found(photos)
            continue
        person, second, face = dice.choice(people), dice.choice(people), dice.choice(faces)
        some = sorted(dice.sample(faces, min(len(faces), dice.randint(1, 3))))
        try:
            match what:
                case "undo":
                    for _ in range(dice.randint(1, 4)):
                        library.history.undo()
                case "redo":
                    for _ in range(dice.randint(1, 3)):
                        library.history.redo()
                case "rename":
                    actions.rename(library, person, f"Name {dice.randint(0, 3)}")
                case "merge":
                    others = dice.sample(people, min(len(people), dice.randint(1, 3)))
                    actions.merge(library, person, others)
                case "assign":
                    actions.assign(library, some, person)
                case "split":
                    actions.split(library, some, f"Split {number}" if number % 2 else None)
                case "set_cover":
                    of = [f.id for f in library.faces.of_person(person)] or [face]
                    actions.set_cover(library, person, dice.choice(of))
                case "hide":
                    actions.hide(library, [person], hidden=dice.random() < 0.6)
                case "different":
                    actions.different(library, person, second)
                case "remove_folder":
                    actions.remove_folder(library, dice.choice(folders))
                case "again":
                    regroup(library, lambda n, face: dice.randint(-1, 4), undoable="Group again")
                case "regroup":
                    regroup(library, lambda n, face: dice.randint(-1, 4))
                case "photos":
                    add(library, base / f"p{number}", ["a.jpg"], faces=dice.randint(1, 3))
                case "copy":
                    copy(library, dice.choice(photos), base / f"p{number}" / "c.jpg")
                case "missing":
                    library.intake.mark_missing([dice.choice(photos)])
                case "found":
                    library.intake.mark_found(photos)
                case "add_folder":
                    library.folders.add(base / f"p{dice.randint(0, number)}")
                case "shrink":
                    photo = dice.choice(photos)
                    library.intake.store([analysis(photo, f"edited {photo}", 1)])
                case _:
                    getattr(actions, what)(library, some)
        except UsageError:
            pass
        if dice.random() < 0.03:
            library.connection.execute("DELETE FROM edits WHERE NOT undone")


def make(path, seed):
    base = Path("/photos")
    with Library.open(path) as library:
        if seed is None:
            story(library, base)
        else:
            chance(library, base, seed)
    told = {"undo": _walk(path, "undo"), "redo": _walk(path, "redo")}
    path.with_name(f"{path.name}.json").write_text(json.dumps(told, separators=(",", ":")) + "\n")
    small = sqlite3.connect(path, isolation_level=None)
    for statement in ("journal_mode = DELETE", "page_size = 4096"):
        small.execute(f"PRAGMA {statement}")
    small.execute("VACUUM")
    small.close()
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()


def _walk(path, way):
    """Return what a copy of the library shows before the first step and after each."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copy(path, folder))
        with Library.open(copied) as library:
            told = [shown(library)]
            while getattr(library.history, way)():
                told.append(shown(library))
    return told


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
