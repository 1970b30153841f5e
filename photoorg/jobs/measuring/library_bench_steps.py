"""The steps of a user that the benchmark of the library takes, and what SQLite needs at least."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from photoorg.library import Analysis, Library
from photoorg.library.decisions import actions
from photoorg.library.decisions.unmerging import unmerge


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A step to be timed, after steps ``before`` that are not; all are taken back each time."""

    what: str
    do: Callable[[], object]
    before: Sequence[Callable[[], object]] = ()


def steps(library: Library) -> list[Step]:
    """Return steps about the two largest people of a library, none of whom has a name yet."""
    anna, bert, *_ = (person.id for person in library.people.list())
    faces = [face.id for face in library.faces.of_person(anna)]
    size, some = len(faces), faces[: max(1, len(faces) // 5)]
    others = [face.id for face in library.faces.of_person(bert)][: len(some)]
    name = partial(actions.rename, library, anna, "Anna")
    merge = partial(actions.merge, library, anna, [bert])

    def take_out() -> None:
        unmerge(library, anna, library.merges.of(anna)[0].id)

    return [
        Step(f"name a group of {size:,}", name),
        Step(f"rename a person of {size:,}", partial(actions.rename, library, anna, "Bea"), [name]),
        Step(f"merge {size:,} into {size:,}", merge, [name]),
        Step(f"unmerge {size:,} from {size:,}", take_out, [name, merge]),
        Step("unassign 1", partial(actions.unassign, library, faces[:1]), [name]),
        Step("unassign 1 of a group", partial(actions.unassign, library, faces[:1])),
        Step(f"unassign {len(some):,}", partial(actions.unassign, library, some), [name]),
        Step(f"assign {len(some):,}", partial(actions.assign, library, others, anna), [name]),
        Step(f"split off {len(some):,}", partial(actions.split, library, some, "Cleo"), [name]),
        Step(f"{len(some):,} are no faces", partial(actions.not_a_face, library, some), [name]),
        Step(f"{size:,} and {size:,} differ", partial(actions.different, library, anna, bert)),
        Step(f"hide a group of {size:,}", partial(actions.hide, library, [anna])),
    ]


def bare_step(library: Library) -> float:
    """Return the seconds SQLite needs to name the largest group, if nothing is kept for an undo."""
    connection = library.connection
    anna = library.people.list()[0].id
    began = time.perf_counter()
    with connection.durable(), connection.write():
        connection.execute("UPDATE people SET name = 'Anna' WHERE id = ?", (anna,))
        connection.execute("UPDATE faces SET source = 'group' WHERE person_id = ?", (anna,))
        answer = connection.execute("INSERT INTO answers (kind, made_at) VALUES ('bare', '')")
        connection.execute(
            "INSERT INTO answer_faces (answer_id, face_id) "
            "SELECT ?, id FROM faces WHERE person_id = ?",
            (answer, anna),
        )
    seconds = time.perf_counter() - began
    with connection.write():
        connection.execute("DELETE FROM answers WHERE id = ?", (answer,))
        connection.execute("UPDATE faces SET source = 'machine' WHERE person_id = ?", (anna,))
        connection.execute("UPDATE people SET name = NULL WHERE id = ?", (anna,))
    return seconds


def bare_rows(library: Library, made: Sequence[Analysis], batch: int) -> None:
    """Write the rows of photos and faces, without asking what is known."""
    for start in range(0, len(made), batch):
        with library.write():
            for analysis in made[start : start + batch]:
                _bare_photo(library, analysis)


def take_back_rows(library: Library) -> None:
    """Let no file be read any more."""
    with library.write():
        library.connection.execute(
            "UPDATE files SET photo_id = NULL, read_at = NULL, content_hash = NULL"
        )
        library.connection.execute("DELETE FROM photos")


def _bare_photo(library: Library, analysis: Analysis) -> None:
    execute = library.connection.execute
    photo = execute("INSERT INTO photos (width, height) VALUES (1, 1)")
    execute(
        "UPDATE files SET photo_id = ?, content_hash = ?, read_at = '' WHERE id = ?",
        (photo, analysis.content_hash, analysis.file_id),
    )
    execute("INSERT INTO contents VALUES (?, ?, ?)", (analysis.content_hash, "", photo))
    execute("INSERT INTO stages VALUES (?, 'faces', '', '', NULL)", (photo,))
    for found in analysis.faces:
        face = execute(
            "INSERT INTO faces (photo_id, x, y, w, h, landmarks, score, quality) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (photo, *found.box, found.landmarks.tobytes(), found.score, found.quality),
        )
        vector = found.embedding.astype(np.float16).tobytes()
        execute("INSERT INTO embeddings VALUES (?, ?, ?)", (face, analysis.model, vector))
