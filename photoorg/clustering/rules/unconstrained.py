"""For methods that know neither an order of their own nor what the user said.

They see the faces in one order, by photo and then by content, and get the user's answers applied
to their finished grouping.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.rules.canonical import canonical_order, inverse, numbered
from photoorg.clustering.rules.constraints import compile_rules, enforce

Order = NDArray[np.int64]


def photo_order(faces: FaceSet) -> Order:
    """Return the rows ``(n,)`` by photo, then by content: the same for any order of the rows."""
    order = canonical_order(faces)
    if faces.photo_ids is not None:
        order = order[np.argsort(faces.photo_ids[order], kind="stable")]
    return order


def in_order(faces: FaceSet, order: Order) -> FaceSet:
    """Return the faces of the rows ``order (m,)``."""

    def take(values: Any) -> Any:
        return None if values is None else values[order]

    crops = faces.crops
    return FaceSet(
        embeddings=faces.embeddings[order],
        photo_ids=take(faces.photo_ids),
        quality=take(faces.quality),
        boxes=take(faces.boxes),
        crops=None if crops is None else lambda rows: crops(order[rows]),
        track_ids=take(faces.track_ids),
    )


def satisfy(labels: Labels, faces: FaceSet, constraints: Constraints | None) -> Labels:
    """Return a grouping near ``labels (n,)`` that satisfies the constraints.

    Faces without a group (-1) stay so unless an answer puts them into one. Groups are numbered by
    their first row; the result does not depend on the order of the rows.
    """
    if len(faces) == 0:
        return np.empty(0, np.int64)
    if constraints is not None:
        # Errors name faces by row, which they would not after the faces are put in order.
        compile_rules(faces, constraints)
    order = photo_order(faces)
    given = labels[order]
    obeyed = enforce(given, in_order(faces, order), _in_order(constraints, order))
    alone = np.bincount(obeyed[obeyed >= 0], minlength=1)[obeyed] == 1
    obeyed[alone & (given < 0)] = -1
    placed = np.empty(len(faces), np.int64)
    placed[order] = obeyed
    return numbered(placed)


def _in_order(constraints: Constraints | None, order: Order) -> Constraints | None:
    """Return constraints that fit the faces, for the faces in another order."""
    if constraints is None:
        return None
    names, flags, places = constraints.must_link, constraints.not_faces, inverse(order)
    pairs, different = (
        np.array(rows, np.int64) for rows in (constraints.cannot_link, constraints.different)
    )
    if different.size:
        different[:, 2] = places[different[:, 2]]
    return Constraints(
        must_link=None if names is None else np.asarray(names)[order],
        cannot_link=places[pairs],
        not_faces=None if flags is None else np.asarray(flags)[order],
        same_photo=constraints.same_photo,
        different=different,
    )
