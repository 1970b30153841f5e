"""Adding new faces to a grouping that the user has got used to.

Groups there already stay as they are: a new face joins one of them, opens a new group with other
new faces or with faces that were alone, or stays alone. It joins by the same links as in
:mod:`photoorg.clustering.ndde_tpdi.ndde_tpdi`, the shortest first. A face that was alone does not
join a group that was there, and where a new face would link two groups it joins one only: such
pairs are reported, so that the user can be asked.
"""

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.density.diffusion import tpdi_of
from photoorg.clustering.density.peaks import TAU
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.grouped import FittedForest, Grouped, grow
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting, in_order
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors, extend
from photoorg.clustering.rules.canonical import canonical_order, inverse
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.groups import Groups, Rules
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.errors import DataError
from photoorg.types import ProgressCallback, no_progress

Order = NDArray[np.int64]


def attach(
    faces: FaceSet,
    settled: Labels,
    scorer: PairScorer,
    constraints: Constraints | None = None,
    *,
    before: ScoredNeighbors | None = None,
    setting: Setting | None = None,
    tau: float = TAU,
    progress: ProgressCallback = no_progress,
) -> Grouped:
    """Group the faces that are not in a group yet.

    ``settled (n,)`` are the groups there already, -1 for new faces; they keep their labels.
    ``before`` are the neighbours that a former call found of the first faces; the faces after them
    are inserted, and pairs of a new face are judged from the new face alone. A settled group that
    breaks the constraints is taken apart; all else about it stays. Raises DataError,
    ContradictionError.
    """
    if settled.shape != (len(faces),):
        raise DataError(f"{len(faces)} faces need as many settled groups, not {settled.shape}.")
    setting = setting or Setting()
    found = extend(faces, scorer, setting.k, before, progress)
    order = canonical_order(faces)
    rules = compile_rules(faces, constraints)
    near = in_order(found.graph, found.p, order, rules)
    groups, free = _settled_groups(rules.reordered(order), settled[order])
    forest = grow(near, rules.reordered(order), setting)
    edges = _links(forest, free, tau)
    with_old = (settled[order][edges] >= 0) & np.isin(edges, free)
    new_ones, others = edges[~with_old.any(axis=1)], edges[with_old.any(axis=1)]
    kept_from = new_ones[groups.join(new_ones)]
    _keep_out(groups, free[settled[order][free] >= 0])
    refused = np.concatenate([kept_from, others[groups.join(others)]])
    leaders = groups.leaders()
    apart = leaders[refused[:, 0]] != leaders[refused[:, 1]]
    labels = _with_old_labels(groups.labels()[inverse(order)], settled)
    return Grouped(labels, found, forest, tau, between=order[refused[apart]])


def _settled_groups(rules: Rules, settled: Labels) -> tuple[Groups, Order]:
    """Return the groups to begin with, and the faces ``(m,)`` that are in none of them.

    What the rules forbid of a settled group is left out of it. No two of the groups will join.
    """
    groups = Groups.start(rules)
    members = np.flatnonzero((settled >= 0) & ~rules.absent)
    members = members[np.argsort(settled[members], kind="stable")]
    _, first, group = np.unique(settled[members], return_index=True, return_inverse=True)
    groups.join(np.stack([members[first][group], members], axis=1), several=len(settled) + 1)
    leaders = groups.leaders()
    frozen = np.unique(leaders[(groups.sizes[leaders] > 1) | (rules.names >= 0)])
    unnamed = frozen[groups.names[frozen] < 0]
    groups.names[unnamed] = rules.names.max(initial=-1) + 1 + unnamed
    return groups, np.flatnonzero(~np.isin(leaders, frozen) & ~rules.absent)


def _keep_out(groups: Groups, alone: Order) -> None:
    """Let faces that were alone join each other and new faces, but no group that was there."""
    leaders = groups.leaders()[alone]
    groups.names[leaders] = groups.names.max(initial=-1) + 1


def _links(fitted: FittedForest, free: Order, tau: float) -> Order:
    """Return the edges ``(m, 2)`` from faces without a group, the nearest first.

    Each links to its nearest denser neighbour, or to its nearest neighbour if none is denser.
    """
    if len(free) == 0:
        return np.empty((0, 2), np.int64)
    parents, away = fitted.forest.parents[free], fitted.forest.distances[free]
    peaks = np.flatnonzero(~(away < tau))
    to_all = tpdi_of(fitted.ids, fitted.root_p, free[peaks])
    to_all[:, 0] = np.inf
    nearest = np.argmin(to_all, axis=1)
    parents[peaks] = fitted.ids[free[peaks], nearest]
    away[peaks] = to_all[np.arange(len(peaks)), nearest]
    linked = np.flatnonzero(away < tau)
    strongest = linked[np.lexsort((free[linked], away[linked]))]
    return np.stack([free[strongest], parents[strongest].astype(np.int64)], axis=1)


def _with_old_labels(grouped: Labels, settled: Labels) -> Labels:
    """Return the groups under the labels they had, new ones from the first free number on.

    Of several groups with faces of one old label, the one with most of them keeps it.
    """
    both = (grouped >= 0) & (settled >= 0)
    labels_there = int(settled.max(initial=-1)) + 1
    cells, sizes = np.unique(grouped[both] * labels_there + settled[both], return_counts=True)
    label_of: dict[int, int] = {}
    taken: set[int] = set()
    for cell in cells[np.argsort(-sizes, kind="stable")].tolist():
        group, label = divmod(cell, labels_there)
        if group not in label_of and label not in taken:
            label_of[group] = label
            taken.add(label)
    groups, first, own = np.unique(grouped, return_index=True, return_inverse=True)
    next_free = labels_there
    label = np.full(len(groups), -1, np.int64)
    for number in np.argsort(first).tolist():
        group = int(groups[number])
        if group < 0:
            continue
        if group not in label_of:
            label_of[group] = next_free
            next_free += 1
        label[number] = label_of[group]
    return label[own]
