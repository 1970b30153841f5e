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
from photoorg.clustering.synthetic import decaying_spectrum, identity_sizes
from photoorg.types import FloatArray, IntArray

MADE_UP = 0.03
"""Share of made-up albums among those of a network for all recognisers."""
COLLAPSED = 0.8
"""Share of the others in which bad pictures go to a few places."""
STARS = 0.6
"""Share of albums in which a few people have hundreds of faces."""
MOST = 6_000
"""Faces of one album; more take longer and teach no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognizer:
    """The same faces as one recogniser sees them, in ``versions`` of ``(n, d)`` unit rows."""

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
    chosen = recognizers[int(rng.integers(len(recognizers)))]
    rows = _draw_faces(chosen.labels, rng)
    embeddings = _draw_versions(chosen, rows, rng)
    people = chosen.labels[rows]
    if rng.random() < STARS:
        embeddings, people = _with_stars(embeddings, people, rng)
    if rng.random() < bend:
        embeddings = unit_rows(bent(embeddings, rng))
    if bend and rng.random() < COLLAPSED:
        embeddings = collapsed(embeddings, rng)
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
    noise = rng.standard_normal((int(again.sum()), embeddings.shape[1])) * rng.uniform(0.1, 0.6)
    embeddings[again] = unit_rows(embeddings[again] + noise / np.sqrt(embeddings.shape[1]))
    return embeddings


def _with_stars(
    embeddings: FloatArray, people: Labels, rng: np.random.Generator
) -> tuple[FloatArray, Labels]:
    """Let some people have hundreds of faces, as the photographer's own children do.

    No development set holds many such people, so their faces are made: what sets the faces of
    others apart from their own mean is put on the mean of the star.
    """
    names, own, sizes = np.unique(people, return_inverse=True, return_counts=True)
    means = np.zeros((len(names), embeddings.shape[1]), np.float32)
    np.add.at(means, own, embeddings)
    means /= sizes[:, None].astype(np.float32)
    several = np.flatnonzero(sizes[own] >= 4)
    if len(several) < 20:
        return embeddings, people
    stars = rng.permutation(np.flatnonzero(sizes >= 4))[: rng.integers(1, 5)]
    faces, labels = [embeddings], [people]
    for star in stars:
        like = rng.choice(several, size=int(np.exp(rng.uniform(4, 6.2))))
        made = means[star] + (embeddings[like] - means[own[like]]) * rng.uniform(0.8, 1.15)
        faces.append(unit_rows(made))
        labels.append(np.full(len(like), names[star]))
    return np.concatenate(faces), np.concatenate(labels)


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
    own, first, sizes = np.unique(labels[rows], return_index=True, return_counts=True)
    limits = np.exp(rng.normal(rng.uniform(0.5, 5.0), 1.0, len(own))).astype(int) + 1
    rank = np.arange(len(rows)) - np.repeat(first, sizes)
    # Some people are photographed far more than others: other versions of the same photos.
    often = np.where(rng.random(len(own)) < 0.1, rng.integers(2, 6, len(own)), 1)
    kept = rank < np.repeat(limits, sizes)
    rows = np.repeat(rows[kept], np.repeat(often, sizes)[kept])
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


def collapsed(embeddings: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return unit rows ``(n, d)`` some of which moved, more or less far, to one of a few places.

    Every recogniser sends pictures in which little can be seen somewhere, but each elsewhere and
    some more densely than others. What lies there is alike without being one person.
    """
    bad = np.flatnonzero(rng.random(len(embeddings)) < rng.uniform(0, 0.5))
    places = _scattered(embeddings, int(rng.integers(1, 5)), rng)
    there = places[rng.integers(len(places), size=len(bad))]
    there = unit_rows(there + rng.uniform(0.3, 1.2) * _scattered(embeddings, len(bad), rng))
    way = (rng.uniform(0.3, 0.95) * rng.beta(2, 1, (len(bad), 1))).astype(np.float32)
    moved = embeddings.copy()
    moved[bad] = unit_rows((1 - way) * embeddings[bad] + way * there)
    return moved


def _scattered(embeddings: FloatArray, count: int, rng: np.random.Generator) -> FloatArray:
    """Return unit rows ``(count, d)`` in random directions that scatter as the embeddings do."""
    like = embeddings[rng.permutation(len(embeddings))[:512]]
    mixed = rng.standard_normal((count, len(like)), dtype=np.float32) @ like
    return unit_rows(mixed)
