"""Sorting the faces of a library into people: matrix in, engine, groups out.

What the user decided goes to the engine as constraints, so that no grouping can contradict it.
"""

import logging
import time
from collections.abc import Collection
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.array_files import ArrayFile
from photoorg.clustering.engine import ClusterEngine, Constraints, Labels, face_set
from photoorg.clustering.ndde_tpdi.grouped import ExplainingEngine
from photoorg.clustering.questions.evidence import Evidence
from photoorg.clustering.questions.explaining import explain
from photoorg.clustering.registry import load_engine
from photoorg.clustering.systems.tracks import regroup_tracks
from photoorg.errors import ModelError
from photoorg.jobs.group_request import SORTING, GroupRequest, GroupSummary
from photoorg.jobs.messages import LibraryChanged
from photoorg.jobs.progress import Control
from photoorg.library import FaceMatrix, Library, Sides
from photoorg.library.decisions.grouping import Covers
from photoorg.library.storage.sidecars import neighbors_file
from photoorg.library.values import GroupingResult
from photoorg.packs.finding import find_pack
from photoorg.review import evidence_file
from photoorg.settings import Settings
from photoorg.tr import kept
from photoorg.types import BoolArray, Kind

log = logging.getLogger(__name__)

Ids: TypeAlias = NDArray[np.int64]

ANEW = kept("Group all faces anew")
"""What the history calls it."""

_NO_PAIRS: Ids = np.empty((0, 2), np.int64)

GROUPED = frozenset({Kind.PEOPLE, Kind.FACES})


def run(control: Control, asked: GroupRequest) -> GroupSummary:
    """Group all faces of a library anew.

    That is a step the user can undo. A ``preview`` tells what it would change and changes nothing.
    Raises LibraryError, UsageError for an unknown engine, ContradictionError.
    """
    with Library.open(asked.library, create=False) as opened, opened.exclusive("jobs"):
        model = _model(opened, asked.settings)
        if model is None:
            grouped = GroupingResult(people=opened.people.count())
            return _summary(grouped, faces=0, began=time.monotonic(), preview=asked.preview)
        return group(
            opened,
            control,
            engine=asked.settings.engine,
            model=model,
            step=ANEW,
            preview=asked.preview,
        )


def _model(library: Library, settings: Settings) -> str | None:
    """Return the embedding model to group by: the installed pack's, or the most used one."""
    models = library.faces.models()
    try:
        installed = find_pack(None, settings).model_id
    except ModelError:
        installed = ""
    return installed if installed in models else next(iter(models), None)


def group(
    library: Library,
    control: Control,
    *,
    engine: str,
    model: str,
    settled: Collection[int] = (),
    step: str | None = None,
    preview: bool = False,
) -> GroupSummary:
    """Group the faces that have an embedding of ``model`` and store the groups.

    The groups of the people ``settled`` stay as they are: other faces join them or form groups
    of their own. An engine that cannot add to groups makes all of them anew. With ``step`` as its
    label it is a step of the history; a ``preview`` stores nothing.
    """
    began = time.monotonic()
    control.report(SORTING, 0, 0)
    method = load_engine(engine, pack=model)
    matrix = library.faces.matrix(model)
    labels, evidence = _labels(
        method, matrix, library, control, settled, explained=not preview, model=model
    )
    control.checkpoint()
    if preview:
        result = library.grouping.preview(matrix, labels, engine=engine, model=model)
    else:
        covers = Covers.ALL
        if library.intake.queue(model):
            covers = Covers.CHANGING if len(library.faces.models()) > 1 else Covers.SO_FAR
        result = library.grouping.apply(
            matrix,
            labels,
            engine=engine,
            model=model,
            covers=covers,
            undoable=step,
            support=None if evidence is None else evidence.support,
        )
        if evidence is not None:
            evidence_file.keep(library.path, matrix.ids, evidence)
        control.send(LibraryChanged(GROUPED))
    faces = int((~matrix.away).sum())
    return _summary(result, faces=faces, began=began, preview=preview)


def _summary(result: GroupingResult, *, faces: int, began: float, preview: bool) -> GroupSummary:
    return GroupSummary(
        faces=faces,
        people=result.people,
        moved=result.moved,
        new=result.new,
        joined=result.joined,
        split=result.split,
        names_lost=result.names_lost,
        seconds=time.monotonic() - began,
        preview=preview,
    )


def _labels(
    method: ClusterEngine,
    matrix: FaceMatrix,
    library: Library,
    control: Control,
    settled: Collection[int],
    *,
    explained: bool,
    model: str | None = None,
) -> tuple[Labels, Evidence | None]:
    """Return what the engine answers ``(n,)`` about the faces of the matrix.

    What it leaves of the tracks of videos is grouped by Ball Cluster Learning. Beside it stands
    what the engine found, if it tells and that is wanted, for questions.
    """
    labels: Labels = np.full(len(matrix.ids), -1, dtype=np.int64)
    rows = np.flatnonzero(_usable(matrix))
    if len(rows) < len(labels):
        log.warning("%d faces have no usable embedding", len(labels) - len(rows))
    if len(rows) == 0:
        return labels, None
    faces = face_set(
        matrix.embeddings[rows],
        photo_ids=matrix.photo_ids[rows],
        quality=matrix.quality[rows],
        boxes=matrix.boxes[rows],
        track_ids=matrix.track_ids[rows],
    )
    limits = constraints(
        matrix.ids[rows],
        matrix.person_ids[rows],
        matrix.settled[rows],
        library.separations.sides(),
        library.videos.simultaneous(),
    )
    if isinstance(method, ExplainingEngine):
        stays = np.isin(matrix.person_ids[rows], list(settled))
        before = np.where(stays, matrix.person_ids[rows], -1)
        cache = ArrayFile(neighbors_file(library.path))
        grouped = method.group(faces, before, limits, control.callback(SORTING), cache)
        named = np.where(matrix.settled[rows], matrix.person_ids[rows], before)
        by_tracks = regroup_tracks(grouped.labels, faces, named, limits, pack=model)
        grouped = replace(grouped, labels=by_tracks)
        labels[rows] = grouped.labels
        if not explained:
            return labels, None
        place = np.full(len(labels), -1, np.int64)
        place[rows] = np.arange(len(rows))
        return labels, explain(grouped).about(place)
    labels[rows] = method.fit_predict(faces, limits, control.callback(SORTING))
    return labels, None


def _usable(matrix: FaceMatrix) -> BoolArray:
    """Tell which rows ``(n,)`` hold a direction: finite and not zero."""
    largest = np.abs(matrix.embeddings).max(axis=1, initial=0)
    usable: BoolArray = np.isfinite(largest) & (largest > 0)
    return usable


def constraints(
    face_ids: Ids,
    person_ids: Ids,
    settled: BoolArray,
    sides: Sides,
    simultaneous: Ids | None = None,
) -> Constraints:
    """Turn what the user said into constraints between the rows of the faces.

    ``face_ids``, ``person_ids`` (-1: in no group) and ``settled`` are ``(n,)``. Settled faces of
    one person stay together; ``sides`` are the answers that keep sets of faces apart. Two faces
    ``simultaneous (m, 2)`` in a video are two people, unless the user said that they are one.
    """
    names = np.where(settled & (person_ids >= 0), person_ids, -1)
    rows, there = _places(face_ids, sides.face_ids)
    said = np.stack([sides.answers, sides.sides, rows], axis=1)[there]
    # One settled face stands for its person: the others are tied to it.
    people, first = np.unique(names, return_index=True)
    place = np.minimum(np.searchsorted(people, sides.people), max(len(people) - 1, 0))
    known = people[place] == sides.people if len(people) else np.zeros(len(place), bool)
    about = np.stack(
        [sides.person_answers[known], np.ones(known.sum(), np.int64), first[place[known]]], axis=1
    )
    seen, known = _places(face_ids, simultaneous if simultaneous is not None else _NO_PAIRS)
    seen = seen[known.all(axis=1)]
    one, other = names[seen].T
    return Constraints(
        cannot_link=seen[(one < 0) | (one != other)],
        must_link=np.unique(names, return_inverse=True)[1].astype(np.int32)
        - np.int32((names < 0).any()),
        different=np.unique(np.concatenate([said, about]), axis=0).astype(np.int64),
    )


def _places(face_ids: Ids, wanted: Ids) -> tuple[Ids, BoolArray]:
    """Return the rows of the faces ``wanted``, of any shape, and which of them there are."""
    rows = np.searchsorted(face_ids, wanted)
    there = rows < len(face_ids)
    there[there] = face_ids[rows[there]] == wanted[there]
    return rows, there
