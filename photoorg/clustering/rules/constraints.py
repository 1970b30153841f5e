"""What the user said about the faces, kept by every grouping.

Groups are joined along edges from the strongest to the weakest, and an edge that would break a
rule is left out: so a rule costs the weakest links, not the strong core of a group. Rules are

* must-link: faces of one name are joined first; two names are never joined;
* cannot-link: pairs the user keeps apart, and pairs of faces in one photo, unless they are one
  person seen twice: a mirror, a collage, a photo of a photo (:mod:`.same_photo`);
* different: the faces on the two sides of an answer, however many, without a list of their pairs;
* bridges: an edge at a face of poor quality never joins two groups that both have several good
  faces.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.rules.groups import Groups, Pairs, Rules, neighbor_lists
from photoorg.clustering.rules.same_photo import same_photo
from photoorg.errors import ContradictionError, DataError
from photoorg.fitted import fitted
from photoorg.types import BoolArray, FloatArray, IntArray

POOR_QUALITY = fitted(__name__)["POOR_QUALITY"]
"""Faces of less are no bridges."""


def compile_rules(faces: FaceSet, constraints: Constraints | None = None) -> Rules:
    """Return the rules for the faces.

    Raises DataError for constraints that do not fit the faces and ContradictionError naming the
    faces when no grouping can satisfy them.
    """
    n = len(faces)
    constraints = constraints or Constraints()
    absent = _checked_flags(constraints.not_faces, n)
    names = np.where(absent, -1, _checked_names(constraints.must_link, n))
    pairs = _checked_pairs(constraints.cannot_link, n)
    pairs = pairs[~absent[pairs].any(axis=1)]
    different = _checked_sides(constraints.different, n)
    different = different[~absent[different[:, 2]]]
    _refuse_contradictions(names, np.concatenate([pairs, _on_both_sides(names, different)]))
    twice = np.empty((0, 2), np.int64)
    if constraints.same_photo and faces.photo_ids is not None:
        photos = same_photo(faces, names, absent)
        pairs, twice = np.concatenate([pairs, photos.strangers]), photos.twice
    both_ways = np.concatenate([pairs, pairs[:, ::-1]])
    starts, enemies = neighbor_lists(both_ways[:, 0], both_ways[:, 1], n)
    poor = np.zeros(n, bool) if faces.quality is None else faces.quality < POOR_QUALITY
    side_starts, sides = _side_lists(different, n)
    return Rules(names, starts, enemies, poor & (names < 0), absent, side_starts, sides, twice)


def enforce(labels: Labels, faces: FaceSet, constraints: Constraints | None) -> Labels:
    """Return a grouping near ``labels (n,)`` that satisfies the constraints.

    For engines that know nothing of constraints. Groups no rule concerns stay as they are; others
    are put together again along their most similar pairs. Faces of poor quality may be bridges.
    """
    rules = replace(compile_rules(faces, constraints), poor=np.zeros(len(faces), bool))
    own = np.where(labels < 0, labels.max(initial=0) + 1 + np.arange(len(labels)), labels)
    groups = Groups.start(rules)
    order = np.argsort(own, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(own[order])) + 1):
        if len(members) > 1:
            groups.join(_strongest_first(faces.embeddings, members, rules))
    return groups.labels()


def _strongest_first(embeddings: FloatArray, members: NDArray[np.int64], rules: Rules) -> Pairs:
    """Return edges that hold the members together, the most similar ones first."""
    if not _concerned(members, rules).any():
        return np.stack([np.full(len(members) - 1, members[0]), members[1:]], axis=1)
    one: NDArray[np.int64]
    other: NDArray[np.int64]
    if len(members) > 4000:
        # The pairs of a huge group would not fit in memory: its most similar pairs must do.
        graph = knn_exact(np.ascontiguousarray(embeddings[members]), 80)
        one = np.repeat(np.arange(len(members)), graph.k - 1)
        other, sims = graph.ids[:, 1:].ravel().astype(np.int64), graph.sims[:, 1:].ravel()
    else:
        one, other = (side.astype(np.int64) for side in np.triu_indices(len(members), 1))
        rows = embeddings[members]
        sims = (rows @ rows.T)[one, other]
    strongest = np.lexsort((members[other], members[one], -sims))
    return np.stack([members[one[strongest]], members[other[strongest]]], axis=1)


def _concerned(members: NDArray[np.int64], rules: Rules) -> BoolArray:
    """Tell for which members ``(m,)`` there are rules."""
    said = (rules.names[members] >= 0) | np.isin(members, rules.twice)
    for starts in (rules.starts, rules.side_starts):
        said |= starts[members + 1] > starts[members]
    return said


def _checked_names(must_link: IntArray | None, n: int) -> NDArray[np.int64]:
    if must_link is None:
        return np.full(n, -1, np.int64)
    names = np.asarray(must_link)
    if names.shape != (n,) or names.dtype.kind not in "iu":
        raise DataError(f"must_link must be {n} whole numbers, not {names.dtype} {names.shape}.")
    return np.maximum(names.astype(np.int64), -1)


def _checked_pairs(cannot_link: IntArray, n: int) -> Pairs:
    pairs = np.asarray(cannot_link)
    if pairs.size == 0:
        return np.empty((0, 2), np.int64)
    if pairs.ndim != 2 or pairs.shape[1] != 2 or pairs.dtype.kind not in "iu":
        raise DataError(f"cannot_link must be pairs of rows (m, 2), not {pairs.shape}.")
    wrong = np.flatnonzero(((pairs < 0) | (pairs >= n)).any(axis=1))
    if len(wrong):
        raise DataError(f"cannot_link names face {pairs[wrong[0]].max()}, but there are {n} faces.")
    return pairs.astype(np.int64)


def _checked_sides(different: IntArray, n: int) -> Pairs:
    given = np.asarray(different)
    if given.size == 0:
        return np.empty((0, 3), np.int64)
    if given.ndim != 2 or given.shape[1] != 3 or given.dtype.kind not in "iu":
        raise DataError(f"different must be rows (answer, side, face) (m, 3), not {given.shape}.")
    rows: Pairs = given.astype(np.int64)
    answers, sides, faces = rows.T
    wrong = np.flatnonzero((faces < 0) | (faces >= n))
    if len(wrong):
        raise DataError(f"different names face {faces[wrong[0]]}, but there are {n} faces.")
    wrong = np.flatnonzero((answers < 0) | (sides < 0) | (sides > 1))
    if len(wrong):
        answer, side, _ = rows[wrong[0]]
        raise DataError(
            f"different names side {side} of answer {answer}; answers are numbered from 0 and their"
            " sides are 0 and 1."
        )
    return rows


def _on_both_sides(names: NDArray[np.int64], different: Pairs) -> Pairs:
    """Return pairs of faces ``(m, 2)``, one of each side, that are one face or of one name."""
    n = len(names)
    person = np.unique(np.where(names < 0, -1 - np.arange(n), names), return_inverse=True)[1]
    answers, sides, faces = different.T
    cells = np.unique(answers, return_inverse=True)[1] * n + person[faces]
    first, second = sides == 0, sides == 1
    _, one, other = np.intersect1d(cells[first], cells[second], return_indices=True)
    return np.stack([faces[first][one], faces[second][other]], axis=1)


def _side_lists(different: Pairs, n: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return ``(starts (n + 1,), codes (m,))``: the sides every face stands on, by number.

    Answers with a side that is empty are left out, the others numbered anew from 0.
    """
    answers, sides, faces = different.T
    numbers, answer = np.unique(answers, return_inverse=True)
    faces_of = np.bincount(2 * answer + sides, minlength=2 * len(numbers)).reshape(-1, 2)
    kept: BoolArray = faces_of.min(axis=1) > 0
    codes = 2 * (np.cumsum(kept) - 1)[answer] + sides
    return neighbor_lists(faces[kept[answer]], codes[kept[answer]], n)


def _checked_flags(not_faces: BoolArray | None, n: int) -> BoolArray:
    if not_faces is None:
        return np.zeros(n, bool)
    flags = np.asarray(not_faces)
    if flags.shape != (n,) or flags.dtype != bool:
        raise DataError(f"not_faces must be {n} yes or no, not {flags.dtype} {flags.shape}.")
    return flags


def _refuse_contradictions(names: NDArray[np.int64], pairs: Pairs) -> None:
    one, other = pairs.T
    wrong = np.flatnonzero((one == other) | ((names[one] >= 0) & (names[one] == names[other])))
    if len(wrong):
        named = ", ".join(f"{a} and {b}" for a, b in pairs[wrong[:5]].tolist())
        more = f" and {len(wrong) - 5} more pairs" if len(wrong) > 5 else ""
        raise ContradictionError(
            f"Faces {named}{more} are said to be one person and to be two people;"
            " take one of the two answers back."
        )
