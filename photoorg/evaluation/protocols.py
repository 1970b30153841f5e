"""What happens to a library over time: growth, corrections, and the user who makes them.

* *Increments*: the faces come in ten batches, by photo. **Churn** is the share of faces already
  there whose company among these changed; a **name is lost** when its group is swallowed by a
  group that another name has more of.
* *Simulated user*: one click names a group (or merges it into the person it belongs to), one click
  moves a wrong face; the user always takes the click that puts most faces right.
* *Corrections*: the largest groups are confirmed face by face as the truth has it and the engine
  runs again; every answer it then breaks is a violation.
* *Recognition*: one, three or five faces of every person are named, the rest has to be recognised.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoorg.clustering.engine import ClusterEngine, Constraints, FaceSet, GrowingEngine, Labels
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.evaluation.metrics import score
from photoorg.types import IntArray, ProgressCallback, no_progress

BATCHES, CONFIRMED, SEED = 10, 30, 0
REACH = (0.90, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Growth:
    """``churn`` mean and worst over the batches, names given and lost, and ``seconds`` by size."""

    churn: float
    worst_churn: float
    names: int
    names_lost: int
    seconds: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    """How many answers were given, how many broken, and BCubed F before and after."""

    answers: int
    violations: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """Shares of the other faces of the named: rightly named, wrongly named, left unknown.

    ``strangers_named`` is the share of the strangers' faces that got a name, None without any.
    """

    shots: int
    right: float
    wrong: float
    unknown: float
    strangers_named: float | None


def clicks_to_reach(truth: Labels, labels: Labels, reach: Sequence[float] = REACH) -> list[int]:
    """Return the fewest clicks after which each share of the faces is rightly named.

    Every group may be named after its majority, which puts those faces right at one click; every
    other face costs a click of its own. Both labellings are ``(n,)``; unknown people are left out.
    """
    known = truth >= 0
    truth, labels = truth[known], labels[known].copy()
    alone = labels < 0
    labels[alone] = labels.max(initial=0) + 1 + np.arange(alone.sum())
    cells, counts = np.unique(np.stack([labels, truth]), axis=1, return_counts=True)
    groups = np.unique(cells[0], return_inverse=True)[1]
    gains = np.zeros(groups.max(initial=-1) + 1, np.int64)
    np.maximum.at(gains, groups, counts)
    gains = np.concatenate([np.sort(gains)[::-1], np.ones(len(truth) - gains.sum(), np.int64)])
    right = np.cumsum(gains)
    return [int(np.searchsorted(right, np.ceil(share * len(truth)))) + 1 for share in reach]


def grow(
    engine: ClusterEngine,
    faces: FaceSet,
    batches: int = BATCHES,
    progress: ProgressCallback = no_progress,
) -> Growth:
    """Let the library grow batch by batch; faces come by photo, or in a seeded random order."""
    order = np.random.default_rng(SEED).permutation(len(faces))
    if faces.photo_ids is not None:
        order = order[np.argsort(faces.photo_ids[order], kind="stable")]
    ends = [len(faces) * (batch + 1) // batches for batch in range(batches)]
    before = np.empty(0, np.int64)
    churns, seconds, names, lost = [], [], 0, 0
    for batch, end in enumerate(ends):
        progress(batch, batches)
        started = time.perf_counter()
        here = in_order(faces, order[:end])
        if len(before) and isinstance(engine, GrowingEngine):
            settled = np.concatenate([before, np.full(end - len(before), -1)])
            now = engine.add(here, settled)
        else:
            now = engine.fit_predict(here)
        seconds.append((end, time.perf_counter() - started))
        if len(before):
            churns.append(churn(before, now[: len(before)]))
            lost += names_lost(before, now[: len(before)])
            names += int((np.bincount(before[before >= 0], minlength=1) > 1).sum())
        before = now
    progress(batches, batches)
    worst = max(churns, default=0.0)
    return Growth(float(np.mean(churns or [0.0])), worst, names, lost, tuple(seconds))


def churn(before: Labels, after: Labels) -> float:
    """Return the share of faces whose group, among the faces ``(n,)`` of both, changed."""
    before, after = _own_groups(before), _own_groups(after)
    together = np.unique(np.stack([before, after]), axis=1, return_inverse=True)[1].ravel()
    shared = np.bincount(together)[together]
    same = (shared == np.bincount(before)[before]) & (shared == np.bincount(after)[after])
    return float(1 - same.mean()) if len(before) else 0.0


def names_lost(before: Labels, after: Labels) -> int:
    """Return how many groups of two or more find no group of their own in the new grouping.

    Each goes where most of it went; of several in one group, the one with most faces there stays.
    """
    grouped = before >= 0
    pairs, counts = np.unique(
        np.stack([before[grouped], _own_groups(after)[grouped]]), axis=1, return_counts=True
    )
    sizes = np.bincount(before[grouped], minlength=1)
    homes: dict[int, tuple[int, int]] = {}
    for (name, home), count in zip(pairs.T.tolist(), counts.tolist(), strict=True):
        homes[name] = max(homes.get(name, (0, 0)), (count, -home))
    named = [name for name in homes if sizes[name] > 1]
    return len(named) - len({homes[name][1] for name in named})


def correct(engine: ClusterEngine, faces: FaceSet, truth: Labels, labels: Labels) -> Corrections:
    """Confirm the faces of the largest groups as the truth has it, run again, count what breaks."""
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    largest = np.argsort(-sizes, kind="stable")[:CONFIRMED]
    confirmed = np.isin(labels, largest) & (truth >= 0)
    answers = np.where(confirmed, truth, -1).astype(np.int32)
    after = engine.fit_predict(faces, Constraints(must_link=answers, same_photo=False))
    return Corrections(
        answers=int(confirmed.sum()),
        violations=violations(answers, after),
        before=score(truth, labels).bcubed_f,
        after=score(truth, after).bcubed_f,
    )


def violations(answers: IntArray, labels: Labels) -> int:
    """Return how many confirmed faces ``answers (n,) >= 0`` are not in their person's one group.

    A person whose faces lie in several groups counts those outside the largest; a group that holds
    several people counts those of all but the largest. A confirmed face without a group counts.
    """
    known = answers >= 0
    people, groups = answers[known], _own_groups(labels)[known]
    alone = labels[known] < 0
    pairs, counts = np.unique(np.stack([people, groups]), axis=1, return_counts=True)
    broken = 0
    for side in pairs:
        best = np.zeros(side.max(initial=-1) + 1, np.int64)
        np.maximum.at(best, side, counts)
        broken += int(counts.sum() - best.sum())
    several = np.bincount(people, minlength=1)[people] > 1
    return broken + int((alone & ~several).sum())


def recognition(
    engine: ClusterEngine, faces: FaceSet, truth: Labels, shots: int
) -> Recognition | None:
    """Name some faces of every person who has more; None where nobody has.

    Whoever has no more than ``shots`` faces is a stranger: any name given to them is wrong.
    """
    order = np.random.default_rng(SEED).permutation(len(truth))
    sizes = np.bincount(truth[truth >= 0], minlength=1)
    seen: dict[int, int] = {}
    named = np.full(len(truth), -1, np.int32)
    for face in order:
        person = int(truth[face])
        if person >= 0 and sizes[person] > shots and seen.get(person, 0) < shots:
            named[face] = person
            seen[person] = seen.get(person, 0) + 1
    if not seen:
        return None
    labels = engine.fit_predict(faces, Constraints(must_link=named, same_photo=False))
    names = dict(zip(labels[named >= 0].tolist(), named[named >= 0].tolist(), strict=True))
    given = np.array([names.get(label, -1) for label in labels.tolist()], np.int64)
    asked = (named < 0) & np.isin(truth, list(seen))
    strangers = (named < 0) & ~np.isin(truth, list(seen))
    right = given[asked] == truth[asked]
    unknown = given[asked] < 0
    return Recognition(
        shots=shots,
        right=float(right.mean()),
        wrong=float((~right & ~unknown).mean()),
        unknown=float(unknown.mean()),
        strangers_named=float((given[strangers] >= 0).mean()) if strangers.any() else None,
    )


def _own_groups(labels: Labels) -> Labels:
    """Return labels from 0 on where every ungrouped face is a group of its own."""
    labels = labels.astype(np.int64)
    alone = labels < 0
    labels[alone] = labels.max(initial=0) + 1 + np.arange(alone.sum())
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)
