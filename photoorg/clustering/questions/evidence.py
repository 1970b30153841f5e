"""What a grouping leaves behind for questions: how faces and groups hang together.

Of all pairs that were judged it keeps, for each face, the highest probability with any face of
each *other* group, how well the face is held in its own, and where a group would fall apart first.
That is a fraction of the neighbours, needs nothing but numpy to be asked, and stays of use while
people merge and split groups: what was one group when the engine was done is an *atom*, and people
are sets of faces wherever they are now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.types import FloatArray

Order = NDArray[np.int64]

HELD_BY = 3
"""A face is held in its group by its so many most probable pairs there."""


@dataclass(frozen=True, slots=True)
class Odds:
    """The logit of a yes is ``weight`` times that of the likeness, plus ``shift``."""

    weight: float
    shift: float


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """The smaller part ``rows (m,)`` of a group, and how alike the two parts are, in [0, 1]."""

    rows: Order
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """What a grouping was cut from: each face's link to its nearest denser neighbour.

    ``to (n,)`` are rows, a face's own where it has no link; ``distances (n,)`` are inf there. Faces
    hang together by the links below ``cut``.
    """

    to: Order
    distances: FloatArray
    cut: float

    def about(self, rows: Order, place: Order) -> "Links":
        """Return the links of ``rows (m,)``, -1 for none of these; ``place (n,)`` is where each is.

        A link to a face that is left out is forgotten.
        """
        to, distances = np.arange(len(rows)), np.full(len(rows), np.inf, np.float32)
        there = np.flatnonzero(rows >= 0)
        there = there[place[self.to[rows[there]]] >= 0]
        to[there], distances[there] = place[self.to[rows[there]]], self.distances[rows[there]]
        return Links(to, distances, self.cut)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """How n faces hang together, by their rows.

    ``atoms (n,)`` are the groups the engine made, -1 for what is no face. ``faces (m,)`` are with
    a probability ``p (m,)`` one person with some face of the atoms ``others (m,)``, which are
    never their own. ``support (n,)`` is the mean of a face's :data:`HELD_BY` highest probabilities
    in its own atom. ``halves`` are the parts of atoms that have little in common; ``links`` are
    None where the grouping told none.
    """

    atoms: Labels
    faces: Order
    others: Order
    p: FloatArray
    support: FloatArray
    halves: tuple[Half, ...]
    odds: Odds
    links: Links | None = None

    def __len__(self) -> int:
        return len(self.atoms)

    def about(self, rows: Order) -> "Evidence":
        """Return the evidence for faces ``rows (m,)`` of these, -1 for one that is none of them.

        Nothing is known of the latter; what is known of faces that are left out is forgotten.
        """
        there = np.flatnonzero(rows >= 0)
        place = np.full(len(self), -1, np.int64)
        place[rows[there]] = there
        faces = place[self.faces]
        halves = [Half(np.sort(place[half.rows]), half.likeness) for half in self.halves]
        atoms, support = np.full(len(rows), -1, np.int64), np.zeros(len(rows), np.float32)
        atoms[there], support[there] = self.atoms[rows[there]], self.support[rows[there]]
        return Evidence(
            atoms=atoms,
            faces=faces[faces >= 0],
            others=self.others[faces >= 0],
            p=self.p[faces >= 0],
            support=support,
            halves=tuple(half for half in halves if half.rows[0] >= 0),
            odds=self.odds,
            links=None if self.links is None else self.links.about(rows, place),
        )

    def arrays(self) -> dict[str, Any]:
        """Return all of it as arrays by name, to be kept."""
        rows = [half.rows for half in self.halves]
        links = {} if self.links is None else _stored(self.links)
        return links | {
            "atoms": self.atoms.astype(np.int32),
            "faces": self.faces.astype(np.int32),
            "others": self.others.astype(np.int32),
            "p": self.p.astype(np.float16),
            "support": self.support.astype(np.float16),
            "half_rows": np.concatenate([*rows, np.empty(0, np.int64)]).astype(np.int32),
            "half_sizes": np.array([len(part) for part in rows], np.int32),
            "half_likeness": np.array([half.likeness for half in self.halves], np.float32),
            "odds": np.array([self.odds.weight, self.odds.shift]),
        }

    @staticmethod
    def of_arrays(stored: Mapping[str, Any]) -> "Evidence":
        """Return what :meth:`arrays` gave; raises KeyError or ValueError for anything else."""
        ends = np.cumsum(stored["half_sizes"])
        parts = np.split(stored["half_rows"].astype(np.int64), ends)[:-1] if len(ends) else []
        weight, shift = stored["odds"].tolist()
        return Evidence(
            atoms=stored["atoms"].astype(np.int64),
            faces=stored["faces"].astype(np.int64),
            others=stored["others"].astype(np.int64),
            p=stored["p"].astype(np.float32),
            support=stored["support"].astype(np.float32),
            halves=tuple(map(Half, parts, stored["half_likeness"].tolist())),
            odds=Odds(weight, shift),
            links=_links_of(stored),
        )


def _stored(links: Links) -> dict[str, Any]:
    return {
        "links": links.to.astype(np.int32),
        "distances": links.distances.astype(np.float32),
        "cut": np.array(links.cut),
    }


def _links_of(stored: Mapping[str, Any]) -> Links | None:
    """Return the links that were kept; None of what an earlier version kept, which had none."""
    if "links" not in stored:
        return None
    to, distances = stored["links"].astype(np.int64), stored["distances"].astype(np.float32)
    if not len(to) == len(distances) == len(stored["atoms"]):
        raise ValueError("the links are those of other faces")
    return Links(to, distances, float(stored["cut"]))
