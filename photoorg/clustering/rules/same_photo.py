"""Which faces of one photo are certainly two people, and which are one person seen twice.

Two faces in one photo are two people, unless they look like one picture seen twice (a mirror, a
photo of a photo), or the rest of the library says that they are one person: collages and strips
from a booth show other shots of somebody, which would tear his single photos apart.

What the rest says of two faces i and j: take the clear faces of other photos near one of them, and
divide these into two people, i's and j's, by 2-means from i and j. With w the mean cosine within
the two halves, b the mean cosine between them and m that of strangers, their *unity* is

    (b - m) / (w - m).

Halves of one person lie as near each other as within: unity is 1 but for what dividing gains, which
keeps it over .7; brothers and sisters whom the recogniser tells apart have under .7.

Twins whom it cannot tell apart are one person by all this, but are photographed in twos. So where
one person seems to be in a photo four times or more, he is; where it is two or three times, only if
that is rare among the other photos. And of two, one gives way: it is not in the group of the other,
which costs no other face its group.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.errors import DataError
from photoorg.fitted import fitted
from photoorg.types import BoolArray, FloatArray

Pairs = NDArray[np.int64]

_FITTED = fitted(__name__)

SAME_PICTURE = _FITTED["SAME_PICTURE"]
"""Similarity from which two faces far apart in one photo count as one face seen twice."""
UNITY = _FITTED["UNITY"]
"""Pairs from strips and collages of 18 people, two recognisers: 99 % lie above, of those whose
photos are all in several collages 91 %. Siblings made of 64 pairs of people whose faces are moved
towards each other: all lie below while 60 % of the way between them is left, 83 % at half."""
LOOSE = _FITTED["LOOSE"]
"""Enough, also of a blurred face, where one of the two is one person with others in the photo."""
NEAR = _FITTED["NEAR"]
"""Deviations of strangers' cosines above their mean from which a face counts as near."""
CLEAR_QUALITY = _FITTED["CLEAR_QUALITY"]
"""Blurred faces of the background are near each other, whoever they are."""
FEWEST, MOST = int(_FITTED["FEWEST"]), int(_FITTED["MOST"])
"""Faces of other photos that are needed to tell, and that are looked at."""
HALF = _FITTED["HALF"]
"""Share of these that has to be near each of the two."""
CROWD = int(_FITTED["CROWD"])
"""Look-alikes in a photo that cannot be brothers and sisters."""
OFTEN, OFTEN_SHARE = int(_FITTED["OFTEN"]), _FITTED["OFTEN_SHARE"]
"""Other photos with two look-alikes or more, and their share, from which they are twins."""
FEW_FACES = int(_FITTED["FEW_FACES"])
FEW_MEAN, FEW_NEAR = _FITTED["FEW_MEAN"], _FITTED["FEW_NEAR"]
"""In an album of fewer faces, pairs of one person pass for pairs of strangers: limits to that."""
MOST_PAIRS, MOST_LOOKS = 1e8, 1e9
"""Pairs of one photo there may be; cosines that are computed for the sake of doubtful ones, of
which the most similar come first (a million faces: 500 pairs in half a minute)."""
SAMPLE, ROUNDS = 2000, 5
_TABLE = 1 << 23  # cosines held at once, for each of the two faces of a pair


@dataclass(frozen=True, slots=True, eq=False)
class SamePhoto:
    """What the photos say of pairs of faces.

    ``strangers (m, 2)`` are never one person; of each of the ``twice (t, 2)`` the second face gives
    way where both come into one group.
    """

    strangers: Pairs
    twice: Pairs


@dataclass(frozen=True, slots=True, eq=False)
class _Evidence:
    """What other photos say of c pairs.

    ``unity (c,)`` is 0 where they say nothing. ``often (c,)`` tells whether the faces around the
    pair come in twos, ``nearer (c,)`` whether the second face of the pair is nearer to them.
    """

    unity: FloatArray
    often: BoolArray
    nearer: BoolArray


def same_photo(faces: FaceSet, names: NDArray[np.int64], absent: BoolArray) -> SamePhoto:
    """Return what the photos say of the faces; answers (``names``, ``absent``: ``(n,)``) go before.

    Raises DataError where a photo holds more faces than can be.
    """
    pairs = _pairs_in_photos(faces)
    one, other = pairs.T
    together = (names[one] >= 0) & (names[one] == names[other])
    pairs = pairs[~(together | absent[one] | absent[other])]
    cosines = _cosines(faces.embeddings, pairs)
    alike = _lie_apart(faces, pairs) & (cosines >= SAME_PICTURE)
    clear = ~absent if faces.quality is None else ~absent & (faces.quality >= CLEAR_QUALITY)
    asked = np.flatnonzero(_lie_apart(faces, pairs) & ~alike & clear[pairs].any(axis=1))
    if len(asked) == 0:
        return SamePhoto(pairs[~alike], np.empty((0, 2), np.int64))
    mean, near = _strangers(faces)
    asked = asked[cosines[asked] >= near]
    asked = asked[np.argsort(-cosines[asked], kind="stable")[: int(MOST_LOOKS / 2 / len(faces))]]
    found = _look_around(faces, pairs[asked], np.flatnonzero(clear), mean, near)
    linked = np.concatenate([np.flatnonzero(alike), asked[found.unity >= LOOSE]])
    one = (found.unity >= UNITY) & clear[pairs[asked]].all(axis=1)
    free, twice = _crowds(pairs, linked, asked[one], asked[one & found.often])
    free, twice = free & ~alike, twice & ~alike
    turned = np.zeros(len(pairs), bool)
    turned[asked] = found.nearer
    named = names[pairs] >= 0
    turned = np.where(named[:, 0] == named[:, 1], turned, named[:, 1])
    ends = np.where(turned[:, None], pairs[:, ::-1], pairs)
    return SamePhoto(pairs[~(alike | free | twice)], ends[twice])


def _crowds(
    pairs: Pairs, linked: NDArray[np.int64], one: NDArray[np.int64], often: NDArray[np.int64]
) -> tuple[BoolArray, BoolArray]:
    """Tell which pairs ``(m,)`` may be together, and of which one face gives way.

    These are the numbers of pairs: those ``linked`` look like one person, those that are ``one``
    do so clearly, and those ``often`` among them may be twins.
    """
    n = int(pairs.max()) + 1
    graph = coo_array((np.ones(len(linked)), tuple(pairs[linked].T)), shape=(n, n))
    crowd = connected_components(graph, directed=False)[1]
    size = np.bincount(crowd)
    told, twins = np.zeros(len(size), bool), np.zeros(len(size), bool)
    told[crowd[pairs[one, 0]]] = True
    twins[crowd[pairs[often, 0]]] = True
    own = crowd[pairs[:, 0]]
    inside = own == crowd[pairs[:, 1]]
    believed = inside & told[own] & (~twins[own] | (size[own] >= CROWD))
    return believed & (size[own] > 2), believed & (size[own] == 2)


def _look_around(
    faces: FaceSet, pairs: Pairs, clear: NDArray[np.int64], mean: float, near: float
) -> _Evidence:
    """Return what the ``clear`` faces of other photos say of pairs ``(c, 2)``.

    ``mean`` is the mean cosine of strangers, ``near`` the least of faces that are near.
    """
    assert faces.photo_ids is not None
    photos, rows = faces.photo_ids[clear], faces.embeddings[clear]
    count = len(pairs)
    evidence = _Evidence(np.zeros(count, np.float32), np.zeros(count, bool), np.zeros(count, bool))
    step = max(_TABLE // len(clear), 1)
    for start in range(0, count, step):
        block = pairs[start : start + step]
        cosines = (faces.embeddings[block.ravel()] @ rows.T).reshape(len(block), 2, len(rows))
        for at, (pair, to_both) in enumerate(zip(block, cosines, strict=True), start):
            elsewhere = photos != faces.photo_ids[pair[0]]
            around = _nearest(np.where(elsewhere, to_both.max(axis=0), -1), near)
            shares = (to_both[:, around] >= near).mean(axis=1) if len(around) else np.zeros(2)
            if len(around) < FEWEST or shares.min() < HALF:
                continue
            evidence.unity[at] = unity(faces.embeddings[pair], rows[around], mean)
            in_twos = np.unique(photos[around], return_counts=True)[1] > 1
            evidence.often[at] = in_twos.sum() >= OFTEN and in_twos.mean() >= OFTEN_SHARE
            first, second = to_both[:, around].mean(axis=1)
            evidence.nearer[at] = second > first
    return evidence


def unity(pair: FloatArray, around: FloatArray, mean: float) -> float:
    """Return how much two faces ``(2, d)`` and those around ``(s, d)`` are one person, 0 to 1.

    All rows have length one; ``mean`` is the mean cosine of strangers.
    """
    rows = np.concatenate([pair, around]).astype(np.float64)
    centres = rows[:2]
    first = np.zeros(len(rows), bool)
    for _ in range(ROUNDS):
        nearer = rows @ centres[0] >= rows @ centres[1]
        nearer[:2] = True, False
        if np.array_equal(nearer, first):
            break
        first = nearer
        centres = np.stack([rows[first].mean(axis=0), rows[~first].mean(axis=0)])
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    cosines = rows @ rows.T
    same = first[:, None] == first
    between = cosines[~same].mean()
    np.fill_diagonal(same, val=False)
    return float((between - mean) / max(cosines[same].mean() - mean, 1e-6))


def _nearest(cosines: FloatArray, near: float) -> NDArray[np.int64]:
    """Return the faces ``(s,)`` with the highest cosines ``(n,)``, those from ``near`` on."""
    found = np.flatnonzero(cosines >= near)
    return found[np.argsort(-cosines[found], kind="stable")[:MOST]]


def _strangers(faces: FaceSet) -> tuple[float, float]:
    """Return the mean cosine of strangers, and the one from which faces are near each other."""
    order = canonical_order(faces)
    sample = faces.embeddings[order[:: -(-len(order) // SAMPLE)]]
    low, mean = np.quantile((sample @ sample.T)[np.triu_indices(len(sample), 1)], (0.1587, 0.5))
    near = mean + NEAR * (mean - low)
    if len(faces) < FEW_FACES:
        return float(min(mean, FEW_MEAN)), float(min(near, FEW_NEAR))
    return float(mean), float(near)


def _pairs_in_photos(faces: FaceSet) -> Pairs:
    """Return all pairs of faces ``(m, 2)`` that share a photo."""
    assert faces.photo_ids is not None
    order = np.argsort(faces.photo_ids, kind="stable")
    photos = faces.photo_ids[order]
    crowds = np.unique(photos, return_counts=True)[1]
    crowd = int(crowds.max(initial=1))
    if (crowds.astype(float) ** 2).sum() > MOST_PAIRS:
        raise DataError(
            f"One photo holds {crowd} faces, which cannot be; check the numbers of the photos."
        )
    found = [np.empty((0, 2), np.int64)]
    for apart in range(1, crowd):
        same = np.flatnonzero(photos[apart:] == photos[:-apart])
        found.append(np.stack([order[same], order[same + apart]], axis=1))
    return np.concatenate(found)


def _cosines(embeddings: FloatArray, pairs: Pairs) -> FloatArray:
    cosines = np.empty(len(pairs), np.float32)
    for start in range(0, len(pairs), 8192):
        one, other = pairs[start : start + 8192].T
        cosines[start : start + 8192] = np.einsum("ij,ij->i", embeddings[one], embeddings[other])
    return cosines


def _lie_apart(faces: FaceSet, pairs: Pairs) -> BoolArray:
    """Tell which pairs of boxes ``(m,)`` do not touch; all where there are no boxes."""
    if faces.boxes is None:
        return np.ones(len(pairs), bool)
    (x1, y1, w1, h1), (x2, y2, w2, h2) = faces.boxes[pairs[:, 0]].T, faces.boxes[pairs[:, 1]].T
    apart: BoolArray = (x1 + w1 < x2) | (x2 + w2 < x1) | (y1 + h1 < y2) | (y2 + h2 < y1)
    return apart
