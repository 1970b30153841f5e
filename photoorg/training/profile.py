"""What training finds out about the one recogniser a network is for.

Whose embeddings they are (:mod:`photoorg.clustering.scoring.networks`), where good pictures lie
among them (:mod:`photoorg.clustering.scoring.picture_quality`), how bad ones are restored
(:mod:`photoorg.clustering.scoring.restoration`), and how probable a similarity makes one person.
All of it is stored with the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt, Strangers, fit
from photoorg.clustering.scoring.calibration import strangers
from photoorg.clustering.scoring.networks import (
    curve_details,
    energy,
    kinship,
    quality_details,
    restoration_details,
    signature,
    signature_details,
    strangers_details,
)
from photoorg.clustering.scoring.picture_quality import slope_of
from photoorg.clustering.scoring.restoration import learn_restoration, restored
from photoorg.errors import DataError
from photoorg.training.albums import Recognizer
from photoorg.training.identities import Identities
from photoorg.types import FloatArray

K = 80
RIDGE = 3.0
"""Of the regression that finds the direction of good pictures, over unit rows."""
ALIEN = 0.25
"""Kinship below which pictures are another recogniser's (0 on average). Those of other people in
other places than the named ones are nearer to 1/2."""
UNTOUCHED, ALIKE = 0.1, 0.95
"""Of the versions of one recogniser's faces this share of the rows is at least so alike. Files of
a recogniser and of one that learned from it are alike on average (.87), but not as much."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is known of a recogniser.

    ``embeddings (n, d)`` are those of its training data, ``curve`` the calibrated cosine of those
    that are searched, ``strangers`` how alike different people are among these and among the others
    there are, ``direction (d + 1,)`` says where good pictures lie and ``restoration
    (d + 1, e)`` what restores embeddings; the last two may be None.
    """

    embeddings: FloatArray
    curve: Platt
    strangers: Sequence[Strangers]
    direction: FloatArray | None
    restoration: FloatArray | None
    searches_restored: bool = False

    def details(self, pack: str) -> dict[str, str]:
        """Return the metadata of its network."""
        found = signature_details(pack, self.embeddings) | curve_details(self.curve)
        found |= strangers_details(self.strangers)
        if self.direction is not None:
            found |= quality_details(self.direction)
        if self.restoration is not None:
            found |= restoration_details(self.restoration, searched=self.searches_restored)
        return found


def profile_of(
    recognizer: Recognizer, pictures: Sequence[Identities], *, searches_restored: bool = False
) -> Profile:
    """Return the profile of a recogniser; without ``pictures`` it restores nothing.

    These are versions of the same nameless faces, the good one first. Raises DataError for
    pictures of another recogniser and for those that differ in number.
    """
    embeddings = np.concatenate(recognizer.versions)
    restoration = restoration_of(pictures, embeddings) if pictures else None
    direction = quality_direction(recognizer)
    curve = curve_of(recognizer, restoration if searches_restored else None)
    shown = [embeddings]
    if restoration is not None:
        shown.insert(0 if searches_restored else 1, restored(embeddings, restoration))
    alike = [strangers_among(rows) for rows in shown]
    return Profile(embeddings, curve, alike, direction, restoration, searches_restored)


def restoration_of(pictures: Sequence[Identities], embeddings: FloatArray) -> FloatArray:
    """Return what restores embeddings ``(n, d)``, from versions of the same pictures, good first.

    Raises DataError for pictures of another recogniser and for those that differ in number.
    """
    good = pictures[0].embeddings
    directions = signature(embeddings)
    usual = energy(embeddings, directions)
    for part in pictures:
        if part.embeddings.shape != good.shape:
            raise DataError(f"{part.source} does not hold the faces of {pictures[0].source}.")
        same_width = good.shape[1] == embeddings.shape[1]
        if not same_width or kinship(part.embeddings, directions, usual) < ALIEN:
            raise DataError(f"{part.source} is not of the recogniser the network is for.")
    rows = np.concatenate([part.embeddings for part in pictures])
    found = learn_restoration(rows, np.concatenate([good] * len(pictures)))
    # As it is stored with the network, so that training sees what grouping will see.
    return found.astype(np.float16).astype(np.float32)


def strangers_among(rows: FloatArray) -> Strangers:
    """Return how alike different people are, as an album of the rows ``(n, d)`` tells it."""
    found = strangers(FaceSet(rows))
    return Strangers(*(round(number, 4) for number in found))


def curve_of(recognizer: Recognizer, restoration: FloatArray | None) -> Platt:
    """Return the calibrated cosine among the nearest neighbours in the versions of the faces."""
    sims, same = [], []
    for rows in recognizer.versions:
        searched = rows if restoration is None else restored(rows, restoration)
        graph = knn_exact(searched, K)
        sims.append(graph.sims[:, 1:])
        same.append(recognizer.labels[graph.ids[:, 1:]] == recognizer.labels[:, None])
    curve = fit(np.concatenate(sims), np.concatenate(same))
    return Platt(round(curve.slope, 2), round(curve.middle, 4), len(recognizer.labels))


def versions(sets: Sequence[Identities]) -> list[Recognizer]:
    """Return the recognisers behind the files, each with its files as versions of the faces."""
    found: list[Recognizer] = []
    for part in sets:
        same = next((one for one in found if _alike(one, part)), None)
        if same is None:
            found.append(Recognizer((part.embeddings,), part.labels))
        else:
            found[found.index(same)] = replace(same, versions=(*same.versions, part.embeddings))
    return found


def quality_direction(recognizer: Recognizer) -> FloatArray | None:
    """Return where the embeddings of good pictures point, ``(d + 1,)``, for ``quality_of``.

    By ridge regression of how much a picture's embedding resembles that of the first version of
    the same face, which is the good one; None where there is only one version.
    """
    if len(recognizer.versions) < 2:
        return None
    rows = np.concatenate(recognizer.versions)
    good = np.concatenate([recognizer.versions[0]] * len(recognizer.versions))
    alike = np.einsum("nd,nd->n", rows, good).astype(np.float64)
    direction = slope_of(rows, alike, RIDGE)
    direction /= 2 * max((rows @ direction).std(), 1e-6)
    # As it is stored with the network, so that training sees what grouping will see.
    return np.append(direction, rows.mean(axis=0) @ direction).round(3).astype(np.float32)


def _alike(one: Recognizer, part: Identities) -> bool:
    first = one.versions[0]
    if first.shape != part.embeddings.shape or not np.array_equal(one.labels, part.labels):
        return False
    alike = np.einsum("ij,ij->i", first, part.embeddings)
    return float(np.quantile(alike, 1 - UNTOUCHED)) > ALIKE
