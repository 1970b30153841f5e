"""Where each face of the second library stood at one point of the first one's history.

Copies count as one face: what a human said of any of them counts, the later word where they differ.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from photoorg.library.migrations.second_step.steps import Diff, Face, State
from photoorg.library.migrations.second_step.twins import Copies


class Places:
    """``of`` tells the place of each face, ``members`` the faces of each person."""

    def __init__(self, state: State, copies: Copies, followers: Iterable[int]) -> None:
        self._state = state
        self._kept = copies.faces
        self._said_at: dict[int, int] = {}
        together: dict[int, list[int]] = {}
        for copy, kept in copies.faces.items():
            together.setdefault(kept, [kept]).append(copy)
        silent = set(followers)
        self._together = {
            kept: [face for face in faces if face not in silent] or [kept]
            for kept, faces in together.items()
        }
        self.of: dict[int, Face] = {}
        self.members: dict[int, set[int]] = defaultdict(set)
        self.settled: Counter[int] = Counter()
        for face in state.faces:
            if face not in self._kept:
                self._enter(face, self._now(face))

    def kept(self, face: int) -> int:
        """Return the face that stands for this one."""
        return self._kept.get(face, face)

    def follow(self, step: int, diffs: Iterable[Diff]) -> dict[int, Face]:
        """Take over what a step has changed; return where faces that moved were before."""
        concerned: dict[int, None] = {}
        for diff in diffs:
            if spoken_of(diff):
                self._said_at[_face(diff)] = step
            if diff.table == "faces":
                concerned[self.kept(diff.id)] = None
        moved = {}
        for face in concerned:
            before, now = self.of[face], self._now(face)
            if before != now:
                self._leave(face, before)
                self._enter(face, now)
                moved[face] = before
        return moved

    def _now(self, face: int) -> Face:
        faces = self._state.faces
        together = self._together.get(face)
        if together is None:
            return plain(faces[face])
        said_at = self._said_at

        def weight(one: int) -> tuple[int, bool, bool]:
            when = said_at.get(one, 0)
            place = plain(faces[one])
            return when, not when and (place.confirmed or place.dismissed), one == face

        return plain(faces[max(together, key=weight)])

    def _enter(self, face: int, place: Face) -> None:
        self.of[face] = place
        if place.person is not None:
            self.members[place.person].add(face)
            self.settled[place.person] += place.confirmed

    def _leave(self, face: int, place: Face) -> None:
        if place.person is not None:
            self.members[place.person].discard(face)
            self.settled[place.person] -= place.confirmed


def plain(face: Face) -> Face:
    """Return where a face stands as the second library sees it: "not a face" is nobody's."""
    if face.dismissed:
        return Face(None, confirmed=False, dismissed=True)
    if face.confirmed and face.person is None:
        return face._replace(confirmed=False)
    return face


def spoken_of(diff: Diff) -> bool:
    """Tell whether a step has said something of one face."""
    if diff.table == "decisions":
        return diff.before is None and diff.after.kind == "not"
    if diff.table != "faces":
        return False
    before, after = plain(diff.before), plain(diff.after)
    return after.confirmed or before[1:] != after[1:]


def followers(copies: Copies, diffs: Iterable[Diff], today: dict[int, Face]) -> set[int]:
    """Return copies that no step speaks of and that stand where those stand that one speaks of.

    A copy made later got what had been said of the original, outside the history.
    """
    spoken = {_face(diff) for diff in diffs if spoken_of(diff)}
    together: dict[int, set[int]] = {}
    for copy, kept in copies.faces.items():
        together.setdefault(kept, {kept}).add(copy)
    silent: set[int] = set()
    for faces in together.values():
        places = {plain(today[face]) for face in faces & spoken}
        silent |= {face for face in faces - spoken if plain(today[face]) in places}
    return silent


def _face(diff: Diff) -> int:
    return int(diff.after.face if diff.table == "decisions" else diff.id)
