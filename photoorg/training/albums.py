"""Albums resampled from labelled faces, to train grouping on few people without learning them.

A thousand people with several photos are too few for a network to see every kind of crowd, but
not for drawing many albums: every album takes other people, other numbers of faces of each, other
pictures (clean or degraded) of a face, and, for a network that is to serve recognisers nobody
trained for, another geometry of the embeddings, other places for bad pictures, or embeddings that
are made up altogether.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoorg.clustering.engine import FaceSet, Labels, unit_rows
from photoorg.evaluation.synthetic import decaying_spectrum, identity_sizes
from photoorg.types import FloatArray, IntArray

MADE_UP = 0.03
"""Share of made-up albums among those of a network for all recognisers."""
COLLAPSED = 0.5
"""Share of the others in which bad pictures go to a few places."""
STARS = 0.6
"""Share of albums in which a few people have hundreds of faces."""
PICTURES_OF_A_BURST = 8
"""At most, one after the other."""
ENOUGH = 6
"""Pictures of a person that tell what they have in common."""
MOST = 6_000
"""Faces of one album; more take longer and teach no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognizer:
    """The same faces as one recogniser sees them, in ``versions (n, d)`` of unit rows.

    The first version is the good one.
    """

    versions: Sequence[FloatArray]
    labels: Labels


def draw_album(
    recognizers: Sequence[Recognizer], rng: np.random.Generator, *, bend: float
) -> tuple[FaceSet, Labels]:
    """Return the faces of an album and their people.

    ``bend`` is the share of albums with another geometry; 0 also leaves out the made-up and the
    collapsed ones.
    """
    if bend and rng.random() < MADE_UP:
        return made_up(rng)
    counts = np.array([len(one.versions) for one in recognizers])
    chosen = recognizers[int(rng.choice(len(recognizers), p=counts / counts.sum()))]
    rows = _draw_faces(chosen.labels, rng)
    people = chosen.labels[rows]
    if rng.random() < STARS:
        rows, people = _with_stars(chosen.labels, rows, rng)
    embeddings = _draw_versions(chosen, rows, rng)
    spoiled = 1 - np.einsum("nd,nd->n", embeddings, chosen.versions[0][rows])
    other = np.flatnonzero(people != chosen.labels[rows])
    embeddings[other] = _given(chosen, embeddings[other], rows[other], people[other], rng)
    if rng.random() < bend:
        embeddings = unit_rows(bent(embeddings, rng))
    if bend and rng.random() < COLLAPSED:
        embeddings = collapsed(embeddings, spoiled, rng)
    order = rng.permutation(len(people))
    return FaceSet(embeddings[order]), people[order]


def _draw_versions(recognizer: Recognizer, rows: IntArray, rng: np.random.Generator) -> FloatArray:
    """Return a version ``(m, d)`` of every face; one that is drawn again differs a little."""
    weights = rng.dirichlet(np.full(len(recognizer.versions), 0.7))
    if rng.random() < 0.3:  # an album of good pictures
        weights = np.eye(len(weights))[0]
    version = rng.choice(len(weights), size=len(rows), p=weights)
    embeddings = np.empty((len(rows), recognizer.versions[0].shape[1]), np.float32)
    for number, faces in enumerate(recognizer.versions):
        embeddings[version == number] = faces[rows[version == number]]
    again = np.ones(len(rows), bool)
    again[np.unique(rows, return_index=True)[1]] = False
    embeddings[again] = _taken_again(embeddings[again], rng)
    return embeddings


def _taken_again(embeddings: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return embeddings ``(m, d)`` of pictures that are taken again: a little different."""
    noise = rng.standard_normal(embeddings.shape) * rng.uniform(0.1, 0.6)
    return unit_rows(embeddings + noise / np.sqrt(embeddings.shape[1]))


def in_bursts(faces: FaceSet, labels: Labels, rng: np.random.Generator) -> tuple[FaceSet, Labels]:
    """Return an album of few pictures of a person, each taken several times in a row.

    Of two people, many pairs are as alike then as their pictures happen to be, which is no more
    evidence than one pair.
    """
    order = rng.permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]
    rank, person = _ranks(labels[order])
    limits = rng.geometric(rng.uniform(0.3, 1.0), person[-1] + 1)
    kept = rng.permutation(order[rank < limits[person]])
    shots = np.repeat(kept, rng.integers(1, PICTURES_OF_A_BURST + 1, len(kept)))[:MOST]
    shots = rng.permutation(shots)
    return FaceSet(_taken_again(faces.embeddings[shots], rng)), labels[shots]


def _ranks(labels: Labels) -> tuple[IntArray, IntArray]:
    """Return how many rows of the same person come before ``(n,)`` in sorted labels ``(n,)``.

    Beside it, the place ``(n,)`` of the person among all.
    """
    _, first, person = np.unique(labels, return_index=True, return_inverse=True)
    return np.arange(len(labels)) - first[person], person


def _with_stars(
    labels: Labels, rows: IntArray, rng: np.random.Generator
) -> tuple[IntArray, Labels]:
    """Return the rows and hundreds more for a few people, and who is to be on all of them.

    No development set holds many people with hundreds of pictures, as the photographer's own
    children have, so pictures of others are taken for them; see :func:`_given`.
    """
    people, sizes = labels[rows], np.bincount(labels)
    several = np.flatnonzero(sizes[labels] >= ENOUGH)
    if len(several) < 20:
        return rows, people
    stars = np.unique(people)
    stars = rng.permutation(stars[sizes[stars] >= 4])[: rng.integers(1, 5)]
    counts = np.exp(rng.uniform(4, 6.4, len(stars))).astype(int)
    taken = [rng.choice(several, size=m, replace=m > len(several)) for m in counts]
    return np.concatenate([rows, *taken]), np.concatenate([people, np.repeat(stars, counts)])


def _given(
    recognizer: Recognizer,
    embeddings: FloatArray,
    rows: IntArray,
    people: Labels,
    rng: np.random.Generator,
) -> FloatArray:
    """Return pictures ``(m, d)`` of the faces ``rows (m,)`` with other ``people (m,)`` on them.

    As much of them is in a picture as there was of its own person: a picture is split into what
    points to the mean of the person's other good pictures and the rest, and only the first part
    changes. Made so, bad pictures of a star are as hard to tell as real ones; half of the
    similarities between two pictures of the person with most of them, many bad ones among them,
    lie between .21 and .64, and between .22 and .60 among pictures that are given to that person.
    """
    good, labels = recognizer.versions[0], recognizer.labels
    middle = good.mean(axis=0)
    sizes = np.bincount(labels).astype(np.float32)[:, None]
    sums = np.zeros((len(sizes), good.shape[1]), np.float32)
    np.add.at(sums, labels, good - middle)
    scatter = np.square(good - middle - (sums / np.maximum(sizes, 1))[labels]).sum()
    scatter /= np.maximum(sizes - 1, 0).sum()
    own = labels[rows]
    others = sizes[own] - 1
    mine = (sums[own] - (good[rows] - middle)) / others
    share = ((embeddings - middle) * mine).sum(axis=1, keepdims=True)
    share = np.clip(share / _power_of_mean(mine, scatter / others), 0, 1.3)
    theirs = sums[people] / sizes[people]
    power = np.square(theirs).sum(axis=1, keepdims=True)
    theirs *= np.sqrt(_power_of_mean(theirs, scatter / sizes[people]) / power)
    rest = embeddings - middle - share * mine
    return unit_rows(middle + share * theirs + rest * rng.uniform(0.85, 1.1))


def _power_of_mean(means: FloatArray, scatter: FloatArray) -> FloatArray:
    """Return the squared lengths ``(m, 1)`` of true means behind those of few pictures."""
    power = np.square(means).sum(axis=1, keepdims=True)
    return np.asarray(np.maximum(power - scatter, power / 3), np.float32)


def made_up(rng: np.random.Generator) -> tuple[FaceSet, Labels]:
    """Return random people and deviations from them, in spectra of random width."""
    n, d = int(np.exp(rng.uniform(5, 9.2))), int(rng.choice([128, 256, 512]))
    labels = np.repeat(np.arange(n), identity_sizes(n, rng)).astype(np.int64)
    spread = [np.sqrt(decaying_spectrum(d, rng.uniform(15, 0.6 * d))) for _ in range(2)]
    means = unit_rows(rng.standard_normal((labels[-1] + 1, d)) * spread[0])
    low = rng.uniform(0.3, 0.9)
    deviation = rng.uniform(low, low + rng.uniform(0, 1), len(means))[labels]
    deviation *= np.exp(rng.uniform(0, 0.4) * rng.standard_normal(n))
    away = unit_rows(rng.standard_normal((n, d)) * spread[1])
    order = rng.permutation(n)
    faces = unit_rows(means[labels] + deviation[:, None].astype(np.float32) * away)
    return FaceSet(faces[order]), labels[order]


def _draw_faces(labels: Labels, rng: np.random.Generator) -> IntArray:
    """Return the rows of some people, with a random limit for each and strangers beside them."""
    people = np.unique(labels)
    share = rng.uniform(0.3, 1.0) if rng.random() < 0.7 else np.exp(rng.uniform(-5, -1))
    people = rng.permutation(people)[: max(8, int(len(people) * share))]
    rows = rng.permutation(len(labels))
    rows = rows[np.isin(labels[rows], people)]
    rows = rows[np.argsort(labels[rows], kind="stable")]
    rank, person = _ranks(labels[rows])
    people_there = int(person[-1]) + 1
    limits = np.exp(rng.normal(rng.uniform(0.5, 5.0), 1.0, people_there)).astype(int) + 1
    # Some people are photographed far more than others: other versions of the same photos.
    often = np.where(rng.random(people_there) < 0.1, rng.integers(2, 6, people_there), 1)
    kept = rank < limits[person]
    rows = np.repeat(rows[kept], often[person[kept]])
    return rng.permutation(rows)[:MOST]


def bent(embeddings: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return embeddings ``(n, e)`` with another geometry, as another recogniser might have.

    The variances along the principal directions are raised to another power, some directions
    are lost, a common direction and noise are added: each changes how strangers scatter and how
    far one person's faces stand out from them.
    """
    d = embeddings.shape[1]
    mean = embeddings.mean(axis=0)
    values, directions = np.linalg.eigh(np.cov(embeddings - mean, rowvar=False) + 1e-9 * np.eye(d))
    power = rng.uniform(-0.2, 0.2)
    kept = rng.permutation(d)[: int(d * rng.uniform(0.4, 1.0))]
    turned = (embeddings - mean) @ (directions[:, kept] * values[kept] ** power)
    turned /= np.sqrt(np.square(turned).sum(axis=1).mean())
    common = rng.standard_normal(len(kept)) / np.sqrt(len(kept)) * rng.uniform(0, 0.5)
    noise = rng.standard_normal(turned.shape) / np.sqrt(len(kept)) * rng.uniform(0, 0.3)
    return np.asarray(turned + common + noise, np.float32)


def collapsed(embeddings: FloatArray, spoiled: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return unit rows ``(n, d)`` that moved to a few places, the farther the worse they are.

    Every recogniser sends pictures in which little can be seen somewhere, but each elsewhere and
    some more densely than others. What lies there is alike without being one person. ``spoiled
    (n,)`` in [0, 1] says how bad a picture is; some others turn out bad as well.
    """
    n = len(embeddings)
    unlucky = rng.random(n) < rng.uniform(0, 0.3)
    spoiled = np.clip(spoiled + unlucky * rng.beta(2, 2, n), 0, 1)
    places = _scattered(embeddings, int(rng.integers(1, 4)), rng)
    there = places[rng.integers(len(places), size=n)]
    there = unit_rows(there + rng.uniform(0.3, 1.2) * _scattered(embeddings, n, rng))
    way = rng.uniform(0.2, 1.0) * spoiled ** rng.uniform(0.5, 1.5)
    way = np.clip(way, 0, 0.95).astype(np.float32)[:, None]
    return unit_rows((1 - way) * embeddings + way * there)


def _scattered(embeddings: FloatArray, count: int, rng: np.random.Generator) -> FloatArray:
    """Return unit rows ``(count, d)`` in random directions that scatter as the embeddings do."""
    like = embeddings[rng.permutation(len(embeddings))[:512]]
    mixed = rng.standard_normal((count, len(like)), dtype=np.float32) @ like
    return unit_rows(mixed)
