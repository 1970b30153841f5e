"""Sorting the faces of a library into people: matrix in, engine, groups out.

What the user decided goes to the engine as constraints, so that no grouping can contradict it.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg import settings as stored_settings
from photoorg.analysis.models import find_pack
from photoorg.clustering.engine import Constraints, GrowingEngine, Labels, face_set, load_engine
from photoorg.errors import ModelError
from photoorg.jobs.messages import GroupSummary, LibraryChanged
from photoorg.jobs.progress import Control
from photoorg.library import FaceMatrix, Library
from photoorg.settings import Settings
from photoorg.types import BoolArray, FloatArray, Kind

log = logging.getLogger(__name__)

Ids: TypeAlias = NDArray[np.int64]

GROUPED = frozenset({Kind.PEOPLE, Kind.FACES})

SO_FAR = " so far"
"""Ends the mark of a grouping while photos wait for the model: their faces were not in it, and the
next scan has to group again even if all of them are in some group from before."""

CHANGING = "change to "
"""Begins the mark instead while the library changes to other models: most groups are still those
that the old ones made, so that none of them is settled."""


def run(control: Control, *, library: Path, engine: str | None = None) -> GroupSummary:
    """Group all faces of a library anew; ``engine`` is a name or None for the setting.

    Raises LibraryError, UsageError for an unknown engine, ContradictionError.
    """
    settings = stored_settings.load()
    with Library.open(library, create=False) as opened, opened.exclusive("jobs"):
        model = _model(opened, settings)
        if model is None:
            return GroupSummary(faces=0, people=opened.people.count(), moved=0, new=0, seconds=0.0)
        return group(opened, control, engine=engine or settings.engine, model=model)


def _model(library: Library, settings: Settings) -> str | None:
    """Return the embedding model to group by: the installed pack's, or the most used one."""
    models = library.faces.models()
    try:
        installed = find_pack(None, settings).model_id
    except ModelError:
        installed = ""
    return installed if installed in models else next(iter(models), None)


def made_by(engine: str, model: str) -> str:
    """Return the mark under which the library remembers who grouped it."""
    return f"{engine} on {model}"


def group(
    library: Library,
    control: Control,
    *,
    engine: str,
    model: str,
    settled: Collection[int] = (),
) -> GroupSummary:
    """Group the faces that have an embedding of ``model`` and store the groups.

    The groups of the people ``settled`` stay as they are: other faces join them or form groups
    of their own. An engine that cannot add to groups makes all of them anew.
    """
    began = time.monotonic()
    control.report("group", 0, 0)
    method = load_engine(engine, pack=model)
    matrix = library.faces.matrix(model)
    labels: Labels = np.full(len(matrix.ids), -1, dtype=np.int64)
    rows = np.flatnonzero(_usable(matrix))
    if len(rows) < len(labels):
        log.warning("%d faces have no usable embedding", len(labels) - len(rows))
    if len(rows):
        faces = face_set(
            matrix.embeddings[rows],
            photo_ids=matrix.photo_ids[rows],
            quality=matrix.quality[rows],
            boxes=matrix.boxes[rows],
        )
        limits = constraints(
            matrix.ids[rows],
            matrix.person_ids[rows],
            matrix.confirmed[rows],
            matrix.quality[rows],
            not_person=library.decisions.not_person(),
            different=library.decisions.different(),
        )
        if isinstance(method, GrowingEngine):
            stays = np.isin(matrix.person_ids[rows], list(settled))
            before = np.where(stays, matrix.person_ids[rows], -1)
            labels[rows] = method.add(
                faces, before, limits, control.callback("group"), notes_file(library.path)
            )
        else:
            labels[rows] = method.fit_predict(faces, limits, control.callback("group"))
    control.checkpoint()
    mark = made_by(engine, model)
    if library.intake.queue(model):
        changing = len(library.faces.models()) > 1
        mark = CHANGING + mark if changing else mark + SO_FAR
    result = library.grouping.apply(matrix, labels, made_by=mark)
    control.send(LibraryChanged(GROUPED))
    return GroupSummary(
        faces=len(labels),
        people=library.people.count(),
        moved=result.moved,
        new=result.new,
        seconds=time.monotonic() - began,
    )


def notes_file(library: Path) -> Path:
    """Return the file in which an engine keeps what it knows of the faces of a library file.

    Like the thumbnails it can be deleted at any time.
    """
    return library.with_name(f"{library.stem}.neighbours")


def _usable(matrix: FaceMatrix) -> BoolArray:
    """Tell which rows ``(n,)`` hold a direction: finite and not zero."""
    largest = np.abs(matrix.embeddings).max(axis=1, initial=0)
    usable: BoolArray = np.isfinite(largest) & (largest > 0)
    return usable


def constraints(
    face_ids: Ids,
    person_ids: Ids,
    confirmed: BoolArray,
    quality: FloatArray,
    *,
    not_person: Sequence[tuple[int, int]],
    different: Sequence[tuple[int, int]],
) -> Constraints:
    """Turn what the user decided into constraints between the rows of the faces.

    ``face_ids``, ``person_ids`` (-1: in no group), ``confirmed`` and ``quality`` are ``(n,)``;
    ``not_person`` holds (face id, person id) and ``different`` pairs of person ids. The confirmed
    faces of a person are its seed. A person without a confirmed face is a group the machine made:
    there an answer is about all the faces it has now.
    """
    seeds = np.where(confirmed & (person_ids >= 0), person_ids, -1)
    row_of = {face: row for row, face in enumerate(face_ids.tolist())}
    faces_of = _evidence(person_ids, confirmed, quality)
    pairs: set[tuple[int, int]] = set()
    for face, person in not_person:
        row = row_of.get(face)
        # A later answer ("this is Anna after all") has the last word.
        if row is not None and seeds[row] != person:
            pairs |= {(row, other) for other in faces_of.get(person, ()) if other != row}
    for one, other in different:
        first, second = faces_of.get(one, ()), faces_of.get(other, ())
        if first and second:
            pairs |= {(first[0], row) for row in second}
            pairs |= {(row, second[0]) for row in first}
    return Constraints(
        must_link=np.unique(seeds, return_inverse=True)[1].astype(np.int32)
        - np.int32((seeds < 0).any()),
        cannot_link=np.array(sorted(pairs), dtype=np.int32).reshape(-1, 2),
    )


def _evidence(person_ids: Ids, confirmed: BoolArray, quality: FloatArray) -> dict[int, list[int]]:
    """Return for every person the rows that stand for it, the best picture first.

    One confirmed row is enough, because the others are tied to it.
    """
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row in np.lexsort((-quality, ~confirmed)).tolist():
        rows_of[int(person_ids[row])].append(row)
    rows_of.pop(-1, None)
    return {p: rows[:1] if confirmed[rows[0]] else rows for p, rows in rows_of.items()}
