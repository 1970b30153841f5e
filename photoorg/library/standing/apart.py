"""Which faces may not be which people, by the answers that stand."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from photoorg.library.tables import Sides

Who: TypeAlias = int | str
"""A person or group that is there, or the name of one that is to be made."""


class Apart:
    """Answers that keep faces apart."""

    def __init__(self, sides: Sides) -> None:
        self._faces: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._about: dict[int, int] = dict(
            zip(sides.person_answers.tolist(), sides.people.tolist(), strict=True)
        )
        for answer, side, face in zip(
            sides.answers.tolist(), sides.sides.tolist(), sides.face_ids.tolist(), strict=True
        ):
            self._faces[answer, side].append(face)
            self._of[face].append((answer, side))

    def forbid(self, face: int, who: Who, place: Mapping[int, Who]) -> bool:
        """Tell whether the user said that a face is not this person."""
        return any(
            (not side and self._about.get(answer) == who)
            or any(place.get(other) == who for other in self._faces[answer, 1 - side])
            for answer, side in self._of.get(face, ())
        )
