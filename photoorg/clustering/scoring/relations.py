"""What a trained scorer sees of a pair of faces: relations, never the embeddings themselves.

Embeddings of 3,450 people teach a network those people; how a face stands among its neighbours
carries over to other people and other recognisers. All similarities are therefore counted on a
curve that every album gives, however its recogniser scatters different people
(:func:`crowd_curve`): ``z = slope (s - middle) / UNIT``.

Where embeddings can be restored (:mod:`~photoorg.clustering.scoring.restoration`), all this is
said of those that neighbours are searched among, and a second table holds the similarities of the
others.

The one thing taken from an embedding itself is the quality of its picture
(:mod:`~photoorg.clustering.scoring.picture_quality`): two blurred faces look alike, whoever they
are, and a blurred one looks less like its own person.

The tokens of one anchor are its first ``TOKENS`` neighbours, itself first. Beside them stands
the table of their similarities with each other, which becomes attention bias.
"""

from dataclasses import dataclass

import numpy as np

from photoorg.clustering.density.diffusion import Ids, tpdi_of, transitions
from photoorg.clustering.engine import FaceSet
from photoorg.clustering.neighbors.graph import NeighborGraph
from photoorg.clustering.rules.canonical import canonical_order
from photoorg.clustering.scoring.affinity import Platt, Strangers
from photoorg.clustering.scoring.calibration import strangers
from photoorg.clustering.scoring.picture_quality import COHORT
from photoorg.types import FloatArray, IntArray

TOKENS = 32
FEATURES = 23
UNIT = 12.0
"""The logit that makes 1 in the inputs."""
SIGMA = 0.1
FIRST_SLOPE, FIRST_MIDDLE = 1.85, 4.2
"""In deviations of the similarities of different people."""
USUAL_FACES = 4_000
"""Faces of an album for which that middle holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Relations:
    """An album seen from its neighbour graph.

    ``z (n, k)`` are the graph's similarities in units, ``ends (n, 6)`` how near a face's own
    nearest, 3, 10 and all neighbours are and how it stands to all faces, ``quality (n,)`` is that
    of the pictures, 0 where nothing is known, ``roots (n, k)`` are the square roots of the
    transitions of the calibrated cosine. ``beside`` are the restored
    embeddings, or those given where the restored ones are searched, and their curve.
    """

    embeddings: FloatArray
    ids: Ids
    z: FloatArray
    ends: FloatArray
    quality: FloatArray
    roots: FloatArray
    curve: Platt
    beside: tuple[FloatArray, Platt] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def tokens(self) -> int:
        """Return how many tokens an anchor has."""
        return min(TOKENS, int(self.ids.shape[1]))


def rough_curve(faces: FaceSet, usual: Strangers | None = None) -> Platt:
    """Return a first curve for albums like this one, which rises with the number of faces.

    It lies some deviations above the similarities of strangers, of which ``usual`` is known.
    """
    mean, deviation = strangers(faces, usual)
    # Rounded, so that sums in another order of the rows give the same constants.
    mean, deviation = round(mean, 5), max(round(deviation, 5), 1e-3)
    return Platt(FIRST_SLOPE / deviation, mean + FIRST_MIDDLE * deviation, USUAL_FACES)


def crowd_curve(faces: FaceSet, usual: Strangers | None = None) -> Platt:
    """Return the rough curve for this album."""
    return rough_curve(faces, usual).in_album_of(len(faces))


def tokens_of(graph: NeighborGraph, anchors: IntArray) -> IntArray:
    """Return the faces ``(m,)`` that are tokens of some anchors."""
    return np.unique(graph.ids[anchors, :TOKENS])


def relations(
    faces: FaceSet,
    graph: NeighborGraph,
    curve: Platt,
    quality: FloatArray | None = None,
    beside: tuple[FloatArray, Platt] | None = None,
    asked: IntArray | None = None,
) -> Relations:
    """Return the relations in a graph of at least one neighbour besides the face itself.

    ``asked (m,)`` are the only anchors there will be, None for all faces; what their tokens do not
    need may be missing.

    ``quality (n,)`` is that of the pictures, None where nothing is known of it; ``beside`` are the
    other embeddings there are of the faces and their curve, None where there are no others.
    """
    shown = None if asked is None else tokens_of(graph, asked)
    rows = slice(None) if shown is None else shown
    sims = graph.sims[rows]
    z = np.zeros(graph.sims.shape, np.float32)
    z[rows] = _calibrated(sims, curve)
    near = z[rows, 1:]
    ends = np.zeros((len(faces), 6), np.float32)
    ends[rows, :4] = np.stack([near[:, :m].mean(axis=1) for m in (1, 3, 10, near.shape[1])], 1)
    ends[:, 4:] = _to_everyone(faces, curve, shown)
    if quality is None:
        quality = np.zeros(len(faces), np.float32)
    distances = np.float32(1) - curve.probability(sims)
    distances[:, 0] = 0.0
    roots = np.zeros(graph.sims.shape, np.float32)
    roots[rows] = np.sqrt(transitions(distances, SIGMA))
    return Relations(faces.embeddings, graph.ids, z, ends, quality, roots, curve, beside)


def _calibrated(sims: FloatArray, curve: Platt) -> FloatArray:
    """Return similarities of any shape in units, without the extremes."""
    z = (sims - np.float32(curve.middle)) * np.float32(curve.slope / UNIT)
    return np.clip(z, -2, 2, out=z)


def _to_everyone(faces: FaceSet, curve: Platt, shown: IntArray | None) -> FloatArray:
    """Return mean and deviation ``(n, 2)`` of the similarities of each face to all of them.

    Only those ``shown (m,)`` are filled in; None means all.

    Many recognisers send pictures in which little can be seen to one place, near each other.
    """
    order = canonical_order(faces)
    rows = faces.embeddings[order[:COHORT]]
    middle = rows.mean(axis=0)
    spread = (rows - middle).T @ (rows - middle) / np.float32(len(rows))
    found = np.zeros((len(faces), 2), np.float32)
    wanted = order if shown is None else shown
    # In blocks of one order: products of matrices depend on where a row stands in them.
    for start in range(0, len(wanted), 4096):
        block = wanted[start : start + 4096]
        rows = faces.embeddings[block]
        found[block, 0] = rows @ middle
        found[block, 1] = np.sqrt(np.einsum("ij,ij->i", rows @ spread, rows).clip(min=0))
    found *= np.float32(curve.slope / UNIT)
    return found


def inputs(seen: Relations, anchors: IntArray, t: int | None = None) -> dict[str, FloatArray]:
    """Return the network's inputs for anchors ``(m,)`` and their first t tokens (None: all).

    These are the ``tokens (m, t, f)`` and the ``table (m, t, t)`` of their similarities; where
    there are other embeddings also the table ``beside`` of their similarities.
    """
    t = seen.tokens if t is None else t
    ids, z = seen.ids[anchors, :t], seen.z[anchors, :t]
    own, theirs = seen.ends[anchors], seen.ends[ids]
    tokens = np.empty((len(anchors), t, FEATURES), np.float32)
    tokens[..., 0] = z
    tokens[..., 1] = z - own[:, None, 0]
    tokens[..., 2] = z - theirs[..., 0]
    tokens[..., 3] = np.arange(t) / TOKENS
    tokens[..., 4] = np.log1p(np.arange(t)) / np.log(TOKENS)
    tokens[..., 5] = np.arange(t) == 0
    tokens[..., 6] = _mutual(seen.ids, anchors, ids)
    tokens[..., 7] = 1 - tpdi_of(seen.ids, seen.roots, anchors.astype(np.int64))[:, :t]
    tokens[..., 8:14] = own[:, None]
    tokens[..., 14:20] = theirs
    tokens[..., 20] = 1 / (1 + np.exp(-UNIT * z))
    tokens[..., 21] = seen.quality[anchors, None]
    tokens[..., 22] = seen.quality[ids]
    found = {"tokens": tokens, "table": _table(seen.embeddings[ids], seen.curve)}
    if seen.beside is not None:
        embeddings, curve = seen.beside
        found["beside"] = _table(embeddings[ids], curve)
    return found


def _table(rows: FloatArray, curve: Platt) -> FloatArray:
    """Return the similarities ``(m, t, t)`` of rows ``(m, t, d)`` in units."""
    return _calibrated(rows @ rows.transpose(0, 2, 1), curve)


def _mutual(ids: Ids, anchors: IntArray, near: Ids) -> FloatArray:
    """Return ``1 / (1 + rank)`` of the anchors among the neighbours of theirs, 0 for none."""
    found = ids[near] == anchors[:, None, None]
    rank = found.argmax(axis=2)
    return np.where(found.any(axis=2), 1 / (1 + rank), 0).astype(np.float32)
