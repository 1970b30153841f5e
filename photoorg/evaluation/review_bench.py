"""How many clicks a library costs: a simulated user answers the program's questions by the truth.

Every yes, no, tick, name, move and dismissal is one action, and so is a sheet that is taken at
once. Two users answer the same questions: one gets them in sheets, the most valuable first (see
:mod:`~photoorg.clustering.questions.sheets`), the other one by one in order of similarity.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import FaceSet, Labels
from photoorg.clustering.ndde_tpdi.default import default_engine
from photoorg.clustering.questions.evidence import Evidence, Half
from photoorg.clustering.questions.explaining import explain
from photoorg.clustering.questions.learning import FAINT, learned
from photoorg.clustering.questions.sheets import WORTH, gain_of, sheet
from photoorg.clustering.questions.suggestions import (
    LIKELY,
    Pairs,
    probable_halves,
    probable_pairs,
)
from photoorg.evaluation.metrics import bcubed, contingency
from photoorg.types import BoolArray, ProgressCallback, no_progress

Order = NDArray[np.int64]

LEVELS = (0.25, 0.5, 0.75, 1.0)
"""Parts of what can be reached at which two users are compared."""
MOST = 1_000
"""Actions after which a user gives up."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What was reached after so many actions."""

    actions: int
    joined: int
    bcubed_f: float


@dataclass(frozen=True, slots=True)
class ReviewBench:
    """``sheets`` and ``by_similarity`` tell of every action that changed something.

    ``saved`` is the smallest share of actions that the sheets save on the way to a quarter,
    a half, three quarters and all of what both reach; ``above`` tells whether they are never below
    from the first tenth on. ``repeated`` people have two faces or more; naming each once and
    answering to the end costs ``actions_a_person``.
    """

    faces: int
    repeated: int
    sheets: tuple[Moment, ...]
    by_similarity: tuple[Moment, ...]
    saved: float
    above: bool
    actions_a_person: float

    def milestones(self, actions: Sequence[int]) -> list[tuple[Moment, Moment]]:
        """Return where both users were after so many actions, as long as there are any."""
        return [(_moment(self.sheets, most), _moment(self.by_similarity, most)) for most in actions]


def measure_review(
    faces: FaceSet,
    truth: Labels,
    pack: str | None = None,
    progress: ProgressCallback = no_progress,
) -> ReviewBench:
    """Group the faces, then answer questions; ``truth (n,)`` says who they are, -1: unknown."""
    grouped = default_engine(pack).group(faces, progress=progress)
    evidence = explain(grouped)
    # Of whom nothing is known may be anybody: each is taken for somebody else.
    strangers = truth.max(initial=0) + 1 + np.arange(len(truth))
    truth = np.unique(np.where(truth < 0, strangers, truth), return_inverse=True)[1]
    by_sheets = _answered(evidence, truth, in_sheets)
    one_by_one = _answered(evidence, truth, by_similarity)
    repeated = int((np.bincount(truth) > 1).sum())
    return ReviewBench(
        faces=len(faces),
        repeated=repeated,
        sheets=by_sheets,
        by_similarity=one_by_one,
        saved=_saved(by_sheets, one_by_one),
        above=_is_above(by_sheets, one_by_one),
        actions_a_person=(repeated + by_sheets[-1].actions) / max(repeated, 1),
    )


@dataclass(slots=True, eq=False)
class User:
    """Knows the truth, and what was answered so far."""

    evidence: Evidence
    truth: Labels
    people: Labels
    apart: set[tuple[int, int]] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)
    actions: int = 0
    joined: int = 0
    moments: list[Moment] = field(default_factory=list)
    _face: dict[int, int] = field(default_factory=dict)

    def look(self) -> None:
        """Note what is reached now."""
        f = bcubed(contingency(self.truth, self.people))[2]
        self.moments.append(Moment(self.actions, self.joined, f))

    def who(self, rows: Order) -> int:
        """Return who most of these faces are."""
        return int(np.bincount(self.truth[rows]).argmax())

    def rows(self, person: int) -> Order:
        return np.flatnonzero(self.people == person)

    def alike(self) -> Pairs:
        """Return the pairs of people that were not answered yet, whatever was learned so far."""
        found = probable_pairs(self.evidence, self.people)
        return found.where(~self._refused(found))

    def pairs(self) -> Pairs:
        """Return the pairs of people that were not answered yet, as probable as answers suggest."""
        found = probable_pairs(self.evidence, self.people, FAINT)
        refused = self._refused(found)
        found = learned(found, refused, self.evidence, self.people)
        return found.where((found.probability >= LIKELY) & ~refused)

    def _refused(self, pairs: Pairs) -> BoolArray:
        both = zip(pairs.small.tolist(), pairs.large.tolist(), strict=True)
        return np.array([_pair(*pair) in self.apart for pair in both], bool)

    def halves(self) -> list[tuple[int, Half, float]]:
        """Return the people who may be two that were not answered yet."""
        found = probable_halves(self.evidence, self.people)
        return [(who, half, p) for who, half, p in found if int(half.rows[0]) not in self.whole]

    def is_one(self, one: int, other: int) -> bool:
        """Tell by the truth whether two people are one."""
        return self.who(self.rows(one)) == self.who(self.rows(other))

    def join(self, pairs: list[tuple[int, int]]) -> None:
        """Make pairs of people one, of which some may be in several pairs."""
        for one, other in pairs:
            here, there = (self.people[self._face[person]] for person in (one, other))
            if here != there:
                self.people[self.people == here] = there
                self.apart = {
                    _pair(*(there if end == here else end for end in pair)) for pair in self.apart
                }
                self.joined += 1

    def remember(self) -> None:
        """Know people by a face, whoever they are joined with."""
        _, first = np.unique(self.people, return_index=True)
        self._face = dict(zip(self.people[first].tolist(), first.tolist(), strict=True))

    def divide(self, person: int, half: Half) -> None:
        """Answer whether somebody is two people; each face that is moved across is an action."""
        rest = np.setdiff1d(self.rows(person), half.rows)
        here, there = self.who(half.rows), self.who(rest)
        self.actions += 1
        if here == there:
            self.whole.add(int(half.rows[0]))
            return
        side = self.truth[half.rows] != there
        moved = rest[self.truth[rest] == here]
        self.actions += int((~side).sum()) + len(moved)
        self.people[np.concatenate([half.rows[side], moved])] = self.people.max() + 1


def in_sheets(user: User) -> bool:
    """Answer the next sheet; tell whether there was one."""
    pairs, sizes = user.pairs(), np.bincount(user.people)
    gains = pairs.probability * gain_of(sizes[pairs.small], sizes[pairs.large])
    places = sheet(pairs.small, pairs.probability, gains)
    p = pairs.probability[places]
    rate = float(gains[places].sum() / (1 + np.minimum(p, 1 - p).sum()))
    for who, half, chance, gained in _dearest(user.halves(), sizes):
        # It is asked alone, and a few faces may have to be moved.
        if gained / (1 + min(chance, 1 - chance)) >= max(rate, WORTH):
            user.divide(who, half)
            return True
    if len(places) == 0:
        return False
    user.remember()
    right: list[tuple[int, int]] = []
    wrong: list[tuple[int, int]] = []
    for place in places.tolist():
        pair = int(pairs.small[place]), int(pairs.large[place])
        one = user.is_one(*pair)
        user.actions += int(one != (pairs.probability[place] >= 0.5))
        (right if one else wrong).append(pair)
    user.actions += 1
    user.apart |= {_pair(*pair) for pair in wrong}
    user.join(right)
    return True


def _dearest(
    halves: list[tuple[int, Half, float]], sizes: Order
) -> Iterator[tuple[int, Half, float, float]]:
    """Yield the question of this kind that gains most, if there is any, and what it gains."""
    if halves:
        people, parts, chances = zip(*halves, strict=True)
        rows = np.array([len(half.rows) for half in parts])
        gains = np.array(chances) * gain_of(rows, sizes[list(people)] - rows)
        best = int(np.argmax(gains))
        yield *halves[best], float(gains[best])


def by_similarity(user: User) -> bool:
    """Answer the question whose yes is most probable; tell whether there was one."""
    pairs, halves = user.alike(), user.halves()
    best = max(halves, key=lambda found: found[2], default=None)
    if len(pairs) == 0 and best is None:
        return False
    place = int(np.argmax(pairs.probability)) if len(pairs) else -1
    if best is not None and (place < 0 or best[2] > pairs.probability[place]):
        user.divide(best[0], best[1])
        return True
    pair = int(pairs.small[place]), int(pairs.large[place])
    user.actions += 1
    if user.is_one(*pair):
        user.remember()
        user.join([pair])
    else:
        user.apart.add(_pair(*pair))
    return True


def _answered(evidence: Evidence, truth: Labels, ask: Callable[[User], bool]) -> tuple[Moment, ...]:
    user = User(evidence, truth, evidence.atoms.copy())
    user.look()
    while user.actions < MOST and ask(user):
        user.look()
    return tuple(user.moments)


def _saved(one: tuple[Moment, ...], other: tuple[Moment, ...]) -> float:
    """Return the smallest share of the other's actions that ``one`` does not need."""
    low, high = one[0].bcubed_f, min(one[-1].bcubed_f, other[-1].bcubed_f)
    levels = [low + (high - low) * part for part in LEVELS] if high > low else []
    shares = [1 - _actions_to(one, f) / max(_actions_to(other, f), 1) for f in levels]
    return min(shares, default=0.0)


def _actions_to(moments: tuple[Moment, ...], f: float) -> int:
    return next(m.actions for m in moments if m.bcubed_f >= f - 1e-9)


def _is_above(one: tuple[Moment, ...], other: tuple[Moment, ...]) -> bool:
    """Tell whether ``one`` is above from the first tenth to the end of what it asks."""
    last = one[-1]
    first = one[0].bcubed_f + (last.bcubed_f - one[0].bcubed_f) / 10
    return all(
        _reached(one, m.actions) >= m.bcubed_f
        for m in other
        if m.bcubed_f > first and m.actions <= last.actions
    )


def _reached(moments: tuple[Moment, ...], actions: int) -> float:
    return max(m.bcubed_f for m in moments if m.actions <= actions)


def _moment(moments: tuple[Moment, ...], actions: int) -> Moment:
    return [m for m in moments if m.actions <= actions][-1]


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
