"""How good a grouping is, measured against known identities.

Everything comes from one contingency table ``n_gc`` (faces of identity g in cluster c). Faces of
unknown identity (-1 or None) are left out and counted; a face predicted as noise (-1) counts as
a cluster of its own. Sources: BCubed (Bagga and Baldwin 1998, Amigó 2009), NMI with arithmetic
and geometric means, WCP (Ball Cluster Learning), R#I, R#S and FI (FaceMap), ACC (Hungarian
matching), ARI (Hubert and Arabie 1985).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.errors import DataError

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Contingency:
    """The cells of the table that are not zero, and its margins.

    ``counts (m,)`` faces of ``identities (m,)`` in ``clusters (m,)``; ``identity_sizes (K*,)``
    and ``cluster_sizes (K,)`` are the margins; ``unknown`` faces had no known identity.
    """

    counts: Counts
    identities: Counts
    clusters: Counts
    identity_sizes: Counts
    cluster_sizes: Counts
    unknown: int

    @property
    def faces(self) -> int:
        return int(self.counts.sum())


@dataclass(frozen=True, slots=True)
class Scores:
    """Every metric of one grouping; fractions, not per cent; None where undefined."""

    faces: int
    unknown: int
    identities: int
    clusters: int
    pair_precision: float | None
    pair_recall: float | None
    pair_f: float
    bcubed_precision: float
    bcubed_recall: float
    bcubed_f: float
    nmi_arithmetic: float
    nmi_geometric: float
    wcp: float
    ri: float
    rs: float
    rs_wrong: float
    fi_50: float
    fi_90: float
    accuracy: float
    ari: float
    effort: float | None


def contingency(truth: Sequence[Any] | Counts, predicted: Sequence[Any] | Counts) -> Contingency:
    """Return the table of true against predicted labels, both ``(n,)`` of any hashable values.

    Raises DataError when the lengths differ or no face has a known identity.
    """
    true_codes, predicted_codes = _codes(truth), _codes(predicted)
    if len(true_codes) != len(predicted_codes):
        raise DataError(
            f"There are {len(true_codes)} true and {len(predicted_codes)} predicted labels;"
            " both must name every face."
        )
    known = true_codes >= 0
    if not known.any():
        raise DataError("No face has a known identity, so there is nothing to compare with.")
    predicted_codes = predicted_codes[known]
    noise = predicted_codes < 0
    predicted_codes[noise] = predicted_codes.max() + 1 + np.arange(noise.sum())
    identities, identity_sizes = _renumbered(true_codes[known])
    clusters, cluster_sizes = _renumbered(predicted_codes)
    cells, counts = np.unique(identities * len(cluster_sizes) + clusters, return_counts=True)
    return Contingency(
        counts=counts.astype(np.int64),
        identities=cells // len(cluster_sizes),
        clusters=cells % len(cluster_sizes),
        identity_sizes=identity_sizes,
        cluster_sizes=cluster_sizes,
        unknown=int((~known).sum()),
    )


def score(truth: Sequence[Any] | Counts, predicted: Sequence[Any] | Counts) -> Scores:
    """Return every metric of the predicted labels ``(n,)`` against the true ones ``(n,)``."""
    table = contingency(truth, predicted)
    pair_p, pair_r, pair_f = pairwise(table)
    bcubed_p, bcubed_r, bcubed_f = bcubed(table)
    nmi_arithmetic, nmi_geometric = nmi(table)
    k_true, k_found = len(table.identity_sizes), len(table.cluster_sizes)
    singletons, wrong = singleton_clusters(table)
    return Scores(
        faces=table.faces,
        unknown=table.unknown,
        identities=k_true,
        clusters=k_found,
        pair_precision=pair_p,
        pair_recall=pair_r,
        pair_f=pair_f,
        bcubed_precision=bcubed_p,
        bcubed_recall=bcubed_r,
        bcubed_f=bcubed_f,
        nmi_arithmetic=nmi_arithmetic,
        nmi_geometric=nmi_geometric,
        wcp=purity(table),
        ri=k_found / k_true,
        rs=singletons / k_true,
        rs_wrong=wrong / k_true,
        fi_50=identity_f(table, 0.5),
        fi_90=identity_f(table, 0.9),
        accuracy=matched_accuracy(table),
        ari=adjusted_rand(table),
        effort=effort(table),
    )


def pairwise(table: Contingency) -> tuple[float | None, float | None, float]:
    """Return precision, recall and F over pairs of faces; None where there are no pairs."""
    both, true, found = _pair_counts(table)
    precision = both / found if found else None
    recall = both / true if true else None
    return precision, recall, 2 * both / (true + found) if true + found else 1.0


def bcubed(table: Contingency) -> tuple[float, float, float]:
    """Return BCubed precision, recall and the harmonic mean of these two averages."""
    squares = table.counts.astype(np.float64) ** 2
    precision = float((squares / table.cluster_sizes[table.clusters]).sum() / table.faces)
    recall = float((squares / table.identity_sizes[table.identities]).sum() / table.faces)
    return precision, recall, 2 * precision * recall / (precision + recall)


def nmi(table: Contingency) -> tuple[float, float]:
    """Return the normalised mutual information, by arithmetic and by geometric mean."""
    n = table.faces
    h_true, h_found = _entropy(table.identity_sizes / n), _entropy(table.cluster_sizes / n)
    if h_true == 0.0 or h_found == 0.0:
        same = float(h_true == h_found)
        return same, same
    mutual = max(0.0, h_true + h_found - _entropy(table.counts / n))
    return 2 * mutual / (h_true + h_found), mutual / float(np.sqrt(h_true * h_found))


def purity(table: Contingency) -> float:
    """Return the share of faces that are of their cluster's majority identity (WCP)."""
    return float(_majorities(table).sum() / table.faces)


def singleton_clusters(table: Contingency) -> tuple[int, int]:
    """Return how many clusters hold one face, and how many of these wrongly stand alone."""
    alone = table.cluster_sizes[table.clusters] == 1
    wrong = alone & (table.identity_sizes[table.identities] > 1)
    return int(alone.sum()), int(wrong.sum())


def identity_f(table: Contingency, theta: float) -> float:
    """Return FI(theta): F of identities matched with precision and recall above theta."""
    matched = (table.counts > theta * table.cluster_sizes[table.clusters]) & (
        table.counts > theta * table.identity_sizes[table.identities]
    )
    return float(2 * matched.sum() / (len(table.identity_sizes) + len(table.cluster_sizes)))


def matched_accuracy(table: Contingency) -> float:
    """Return ACC: the share of faces matched by the best one-to-one map of clusters.

    Sparse matching with one dummy identity per cluster, so that it stays small where the dense
    matrix of clusters and identities would not fit in memory.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    k_true, k_found = len(table.identity_sizes), len(table.cluster_sizes)
    own = np.arange(k_found)
    ceiling = int(table.counts.max()) + 1
    costs = np.concatenate([ceiling - table.counts, np.full(k_found, ceiling)]).astype(np.float64)
    rows = np.concatenate([table.clusters, own])
    columns = np.concatenate([table.identities, k_true + own])
    matrix = csr_array((costs, (rows, columns)), shape=(k_found, k_true + k_found))
    chosen = min_weight_full_bipartite_matching(matrix)
    return float((k_found * ceiling - matrix[chosen].sum()) / table.faces)


def adjusted_rand(table: Contingency) -> float:
    """Return the Rand index corrected for chance; 1 when chance leaves nothing to correct."""
    both, true, found = _pair_counts(table)
    every = table.faces * (table.faces - 1) // 2
    expected = true * found / every if every else 0.0
    spread = (true + found) / 2 - expected
    return (both - expected) / spread if spread else 1.0


def effort(table: Contingency) -> float | None:
    """Return clicks per person until the grouping is right: (names + merges + moves) / names.

    Every identity with at least two faces costs one name, every further cluster whose majority
    it is costs one merge, and every face outside its cluster's majority costs one move. Where
    two identities tie for the majority the user would choose what saves merges, so the ties are
    resolved by a maximum matching. None when no identity has two faces.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    names = int((table.identity_sizes > 1).sum())
    if names == 0:
        return None
    majorities = _majorities(table)
    top = table.counts == majorities[table.clusters]
    cells = (np.ones(int(top.sum()), np.int8), (table.clusters[top], table.identities[top]))
    shape = (len(table.cluster_sizes), len(table.identity_sizes))
    matching = maximum_bipartite_matching(csr_array(cells, shape=shape), perm_type="column")
    merges = int((matching < 0).sum())
    moves = table.faces - int(majorities.sum())
    return (names + merges + moves) / names


def _codes(labels: Sequence[Any] | Counts) -> Counts:
    """Return labels as integers, -1 where they are -1 or None."""
    if isinstance(labels, np.ndarray) and labels.dtype.kind in "iu":
        values, numbers = np.unique(labels, return_inverse=True)
        return np.where(values == -1, -1, np.arange(len(values)))[numbers].astype(np.int64)
    codes: dict[Any, int] = {}
    unknown = (
        label is None or (isinstance(label, (int, np.integer)) and label == -1) for label in labels
    )
    return np.array(
        [
            -1 if is_unknown else codes.setdefault(label, len(codes))
            for label, is_unknown in zip(labels, unknown, strict=True)
        ],
        np.int64,
    )


def _renumbered(codes: Counts) -> tuple[Counts, Counts]:
    _, numbers, sizes = np.unique(codes, return_inverse=True, return_counts=True)
    return numbers.astype(np.int64), sizes.astype(np.int64)


def _majorities(table: Contingency) -> Counts:
    majorities = np.zeros(len(table.cluster_sizes), np.int64)
    np.maximum.at(majorities, table.clusters, table.counts)
    return majorities


def _pair_counts(table: Contingency) -> tuple[int, int, int]:
    """Return how many pairs of faces agree in both labellings, in the true, in the found one."""
    margins = (table.counts, table.identity_sizes, table.cluster_sizes)
    both, true, found = (int((sizes * (sizes - 1) // 2).sum()) for sizes in margins)
    return both, true, found


def _entropy(shares: NDArray[np.float64]) -> float:
    return float(-(shares * np.log(shares)).sum())
