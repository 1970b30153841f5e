"""The two-level map equation: groups in which a random walker stays for long.

Rosvall and Bergstrom (PNAS 2008). A walk on the graph is described by one code for the modules it
enters and one code per module for the faces it visits there; the best groups give the shortest
description. With the visits p_a of node a and the flow q_i that leaves module i,

    L = plogp(sum q_i) - 2 sum plogp(q_i) - sum plogp(p_a) + sum plogp(q_i + sum of p_a in i)

bits per step, where plogp(x) = x log2 x. The optimiser moves nodes between neighbouring modules,
merges modules into nodes and goes on with these, then takes the modules apart again where a fresh
run would and moves the parts, as long as that helps.

The engine describes walks on the graph of TPDi: links of weight 1 - d to the neighbours that are
not too far away.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array, csr_array

from photoorg.clustering.density.diffusion import Ids, tpdi, transitions
from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting, neighborhoods
from photoorg.clustering.rules.canonical import numbered
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.groups import join
from photoorg.clustering.scoring.adaptation import adapted, centred
from photoorg.clustering.scoring.affinity import PairScorer, known_calibration
from photoorg.clustering.scoring.calibration import AlbumCalibrated
from photoorg.clustering.systems.module_moves import Amounts, Modules, move_nodes
from photoorg.errors import DataError
from photoorg.types import FloatArray, ProgressCallback, no_progress

ROUNDS = 20
TELEPORT = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """How a walk of one step on average moves between n nodes.

    Between node i and ``ends[starts[i]:starts[i + 1]]`` flows ``both`` in both directions
    together; ``leaving (n,)`` leaves each node, ``visits (n,)`` sum to 1.
    """

    starts: Modules
    ends: Modules
    both: Amounts
    leaving: Amounts
    visits: Amounts

    def __len__(self) -> int:
        return len(self.visits)


@dataclass(frozen=True, slots=True)
class MapEquation:
    """Groups by the map equation on the neighbours whose 1 - TPDi is at least ``least``."""

    scorer: PairScorer = field(default_factory=AlbumCalibrated)
    setting: Setting = field(default_factory=Setting)
    least: float = 0.2
    seed: int = 0
    adapt: bool = False
    name: str = "ndde-tpdi-map"
    needs: frozenset[str] = frozenset()

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``; inside a module the strongest links are joined first."""
        rules = compile_rules(faces, constraints)
        faces = adapted(centred(faces)) if self.adapt else faces
        near = neighborhoods(faces, self.scorer, self.setting.k, rules, progress)
        p = transitions(np.float32(1) - near.p, self.setting.distance_sigma)
        links = tpdi_links(near.ids, p, self.least)
        modules = two_level(links, seed=self.seed)
        labels = np.empty(len(faces), np.int64)
        edges = _inner_edges(links, modules)
        labels[near.order] = join(edges, rules.reordered(near.order))[0]
        return numbered(labels)


def default_engine(pack: str | None = None) -> MapEquation:
    """Return the engine with the calibration of a pack's recogniser, or one of its own."""
    known = known_calibration(pack)
    return MapEquation(known or AlbumCalibrated(), adapt=known is None)


def tpdi_links(ids: Ids, p: FloatArray, least: float) -> csr_array:
    """Return the symmetric matrix ``(n, n)`` of 1 - TPDi where that is at least ``least``.

    ``ids (n, k)`` are the neighbours and ``p (n, k)`` the transitions to them.
    """
    n, k = ids.shape
    weights = np.float32(1) - tpdi(ids, p)
    kept = (weights >= least) & (ids != np.arange(n)[:, None])
    rows = np.repeat(np.arange(n), k).reshape(n, k)[kept]
    links = csr_array((weights[kept].astype(np.float64), (rows, ids[kept])), shape=(n, n))
    # The distance is symmetric up to the order of its sum, being among the neighbours is not.
    return csr_array(links.maximum(links.T))


def two_level(
    links: csr_array, *, directed: bool = False, seed: int = 0, trials: int = 1
) -> Modules:
    """Return the modules ``(n,)`` of a matrix of weights ``(n, n)``, numbered by first node.

    Undirected graphs have symmetric matrices. The best of several ``trials`` counts; the same
    seed gives the same modules. Nodes without links are modules of their own. Raises DataError
    for a matrix that is no such graph.
    """
    flow = _flow(links, directed=directed)
    random = np.random.default_rng(seed)
    found = [_search(flow, random) for _ in range(trials)]
    return numbered(min(found, key=lambda modules: _bits(flow, modules)))


def codelength(links: csr_array, modules: Modules, *, directed: bool = False) -> float:
    """Return L in bits for modules ``(n,)``, any numbers, of a matrix of weights ``(n, n)``."""
    flow = _flow(links, directed=directed)
    if np.shape(modules) != (len(flow),):
        raise DataError(f"There are {len(flow)} nodes but modules of {np.shape(modules)}.")
    return _bits(flow, _compact(modules))


def _inner_edges(links: csr_array, modules: Modules) -> Modules:
    """Return the links ``(m, 2)`` inside of modules, the strongest first."""
    pairs = coo_array(links)
    one, other = pairs.coords
    inner = (one < other) & (modules[one] == modules[other])
    edges = np.stack([one, other], axis=1)[inner].astype(np.int64)
    strongest = np.lexsort((edges[:, 1], edges[:, 0], -pairs.data[inner]))
    return np.ascontiguousarray(edges[strongest])


def _flow(links: csr_array, *, directed: bool) -> Flow:
    weights = csr_array(links, dtype=np.float64)
    n, m = weights.shape
    if n != m:
        raise DataError(f"The links must be a square matrix, not ({n}, {m}).")
    if not np.isfinite(weights.data).all() or (weights.data < 0).any():
        raise DataError("The links must have finite weights that are not negative.")
    total = float(weights.sum())
    if total == 0:
        nothing = np.zeros(n)
        ends = np.empty(0, np.int64)
        return Flow(np.zeros(n + 1, np.int64), ends, np.empty(0), nothing, nothing)
    if directed:
        steps = _walk(weights)
    elif abs(weights - weights.T).max() > 1e-9 * weights.data.max():
        raise DataError("The links must be a symmetric matrix, or be said to be directed.")
    else:
        steps = weights / total
    away = steps - _diagonal(steps)
    starts, ends, both = _lists(csr_array(away + away.T))
    visits = np.asarray(steps.sum(axis=0), np.float64).ravel()
    return Flow(starts, ends, both, np.asarray(away.sum(axis=1)).ravel(), visits)


def _walk(weights: csr_array) -> csr_array:
    """Return the flow ``(n, n)`` along directed links, which sums to 1.

    The walker sometimes jumps to the end of a random link, and always where it cannot go on;
    jumps are not part of the flow. For symmetric links that is the flow without jumps, too.
    """
    strength = np.asarray(weights.sum(axis=1)).ravel()
    jump = np.asarray(weights.sum(axis=0)).ravel() / strength.sum()
    ahead = csr_array(weights.multiply((1 / np.where(strength > 0, strength, 1))[:, None]))
    back = csr_array(ahead.T)
    here = jump
    for _ in range(1000):
        lost = here[strength == 0].sum()
        there = (1 - TELEPORT) * (back @ here + lost * jump) + TELEPORT * jump
        change = np.abs(there - here).sum()
        here = there
        if change < 1e-14:
            break
    steps = csr_array(ahead.multiply(here[:, None]))
    # Where no link leads to the start of another, the walk never takes one.
    return csr_array(steps / (steps.sum() or 1.0))


def _diagonal(matrix: csr_array) -> csr_array:
    n = matrix.shape[0]
    return csr_array((matrix.diagonal(), (np.arange(n), np.arange(n))), shape=(n, n))


def _lists(matrix: csr_array) -> tuple[Modules, Modules, Amounts]:
    matrix.sum_duplicates()
    matrix.eliminate_zeros()
    return matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64), matrix.data


def _search(flow: Flow, random: np.random.Generator) -> Modules:
    n = len(flow)
    modules = _climb(flow, np.arange(n), random)
    length = _bits(flow, modules)
    for _ in range(ROUNDS):
        fresh = np.arange(n)
        _step(flow, fresh, random)
        _, first, parts = np.unique(modules * n + fresh, return_index=True, return_inverse=True)
        modules = _climb(_merged(flow, parts), modules[first], random)[parts]
        modules = _climb(flow, modules, random)
        before, length = length, _bits(flow, modules)
        if before - length < 1e-9:
            break
    return modules


def _climb(flow: Flow, modules: Modules, random: np.random.Generator) -> Modules:
    """Return better modules: nodes are moved one by one, then modules as wholes."""
    modules = modules.copy()
    _step(flow, modules, random)
    modules = groups = _compact(modules)
    while True:
        flow = _merged(flow, groups)
        groups = np.arange(len(flow))
        if not _step(flow, groups, random):
            return modules
        groups = _compact(groups)
        modules = groups[modules]


def _step(flow: Flow, modules: Modules, random: np.random.Generator) -> bool:
    order = random.permutation(len(flow))
    moved: bool = move_nodes(
        flow.starts, flow.ends, flow.both, flow.leaving, flow.visits, order, modules
    )
    return moved


def _merged(flow: Flow, modules: Modules) -> Flow:
    """Return the flow between modules 0 to m - 1 as between m nodes."""
    m = int(modules.max(initial=-1)) + 1
    one, other = np.repeat(modules, np.diff(flow.starts)), modules[flow.ends]
    inner = one == other
    # Flow between two nodes stands in both their lists, but leaves once.
    leaving = np.bincount(modules, flow.leaving, m).astype(np.float64)
    leaving -= np.bincount(one[inner], flow.both[inner], m) / 2
    between = (flow.both[~inner], (one[~inner], other[~inner]))
    starts, ends, both = _lists(csr_array(between, shape=(m, m)))
    # What differences leave of nothing must not count as flow.
    leaving[np.diff(starts) == 0] = 0.0
    visits = np.bincount(modules, flow.visits, m).astype(np.float64)
    return Flow(starts, ends, both, np.maximum(leaving, 0.0), visits)


def _bits(flow: Flow, modules: Modules) -> float:
    merged = _merged(flow, modules)
    within = _information(merged.leaving + merged.visits)
    across = _information(merged.leaving.sum(keepdims=True)) - 2 * _information(merged.leaving)
    return across - _information(flow.visits) + within


def _information(shares: Amounts) -> float:
    some = shares[shares > 0]
    return float((some * np.log2(some)).sum())


def _compact(modules: Modules) -> Modules:
    return np.asarray(np.unique(modules, return_inverse=True)[1], np.int64)
