"""How long the stages of the default engine take, beside what this machine could do at best.

Two figures from the same run stand beside the stages. The **floor** of the search for neighbours
is the time of its products alone: each pair of faces once, at the rate at which this machine
multiplies tiles in the cache. The **reference** is TPDi and parents formulated row by row in
plain numpy, timed on a sample of the rows and scaled to all of them.

The same groups are cut again under **answers** "these are two people", one for every 20 faces: of
100,000 faces 5,000 answers, two of them between 5,000 faces and 5,000 others.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.density.diffusion import Density, Ids
from photoorg.clustering.density.peaks import density_forest
from photoorg.clustering.engine import Constraints, FaceSet
from photoorg.clustering.ndde_tpdi.default import Default, default_engine
from photoorg.clustering.ndde_tpdi.grouped import FittedForest
from photoorg.clustering.ndde_tpdi.neighborhoods import densities, neighborhoods
from photoorg.clustering.neighbors.inner_products import bytes_are_faster, gemm_rate
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.scoring.affinity import PairScorer
from photoorg.evaluation.memory import forget_peak, peak_mb
from photoorg.evaluation.own_process import in_own_process
from photoorg.evaluation.synthetic import album
from photoorg.types import FloatArray, ProgressCallback, no_progress

STAGES = ("knn", "affinity", "density", "parents", "labels")
DIMENSION = 512
SAMPLE = 2_000
ANSWERED = 20
"""So many faces for one answer, and for one face of the two large ones."""
WARM_UP = 5_000
"""Faces grouped once before the clock starts: kernels are loaded, and bytes are tried."""


@dataclass(frozen=True, slots=True)
class Stage:
    """``peak_mb`` is what the whole process held at most during this stage, faces included."""

    name: str
    seconds: float
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class ClusterBench:
    """The stages for one number of faces; where it failed there are none and ``note`` says why.

    Rates of products are in 10^9 operations per second. ``knn_over_floor`` may lie below 1 where
    neighbours are searched approximately. ``parents_faster`` compares the reference with the
    stage of the same work; ``after_scoring_faster`` compares it with density, parents and labels
    together, although the reference has the parents only. ``rules_seconds`` is what it takes to
    check and compile the answers, ``answered_seconds`` the stage of the labels under them.
    """

    faces: int
    dimension: int = DIMENSION
    stages: tuple[Stage, ...] = ()
    seconds: float | None = None
    peak_mb: float | None = None
    float_gflops: float | None = None
    byte_gflops: float | None = None
    floor_seconds: float | None = None
    knn_over_floor: float | None = None
    reference_rows: int = 0
    reference_seconds: float | None = None
    parents_faster: float | None = None
    after_scoring_faster: float | None = None
    answers: int = 0
    rules_seconds: float | None = None
    answered_seconds: float | None = None
    note: str = ""


def bench_cluster(
    sizes: Sequence[int], progress: ProgressCallback = no_progress
) -> list[ClusterBench]:
    """Measure the default engine on made-up albums of these sizes, each in its own process."""
    found = []
    for done, size in enumerate(sizes):
        progress(done, len(sizes))
        outcome = in_own_process(measure, size)
        found.append(outcome.value or ClusterBench(size, note=outcome.fault))
    progress(len(sizes), len(sizes))
    return found


def measure(faces: int, sample: int = SAMPLE, warm_up: int = WARM_UP) -> ClusterBench:
    """Return the figures for one album of ``faces`` faces, at least two."""
    made = FaceSet(album(faces, dimension=DIMENSION).embeddings)
    staged(default_engine(), FaceSet(made.embeddings[:warm_up]))
    before = gemm_rate(DIMENSION)
    fitted, tau, stages = staged(default_engine(), made)
    rates = [max(pair) for pair in zip(before, gemm_rate(DIMENSION), strict=True)]
    floor = faces * (faces + 1) * DIMENSION / (max(rates) if bytes_are_faster() else rates[0])
    rows = np.random.default_rng(0).permutation(faces)[:sample]
    began = time.perf_counter()
    reference_parents(fitted.ids, fitted.root_p, fitted.forest.density, rows)
    reference = (time.perf_counter() - began) * faces / len(rows)
    seconds = {stage.name: stage.seconds for stage in stages}
    answers = made_up_answers(faces)
    rules, answered = answered_seconds(made, fitted, tau, answers)
    return ClusterBench(
        faces=faces,
        stages=tuple(stages),
        seconds=sum(seconds.values()),
        peak_mb=max((stage.peak_mb for stage in stages if stage.peak_mb), default=None),
        float_gflops=rates[0] / 1e9,
        byte_gflops=rates[1] / 1e9,
        floor_seconds=floor,
        knn_over_floor=seconds["knn"] / floor,
        reference_rows=len(rows),
        reference_seconds=reference,
        parents_faster=reference / seconds["parents"],
        after_scoring_faster=reference / sum(seconds[name] for name in STAGES[2:]),
        answers=len(np.unique(answers[:, 0])),
        rules_seconds=rules,
        answered_seconds=answered,
    )


def staged(chosen: Default, faces: FaceSet) -> tuple[FittedForest, float, list[Stage]]:
    """Group the faces as ``chosen.fit_predict`` does, with a watch at the end of every stage.

    Affinity is also the album's own metric, what the scorer does before the search, and bringing
    its answer into the canonical order; the transitions that TPDi needs belong to the density.
    """
    rules = compile_rules(faces)
    watch = _Watch()
    engine, faces = chosen.suited(faces)
    watch.lap("affinity")
    scorer = cast("PairScorer", _Watched(engine.scorer, watch))
    near = neighborhoods(faces, scorer, engine.setting.k, rules)
    watch.lap("affinity")
    density, root_p = densities(near, engine.setting)
    watch.lap("density")
    forest = density_forest(near.ids, root_p, density, near.p)
    watch.lap("parents")
    fitted = FittedForest(near.order, forest, rules.reordered(near.order), near.ids, root_p)
    fitted.labels(engine.tau)
    watch.lap("labels")
    return fitted, engine.tau, watch.stages


def made_up_answers(n: int, seed: int = 0) -> NDArray[np.int64]:
    """Return rows ``(answer, side, face) (m, 3)`` of answers about random ones of n faces.

    Two answers have n / 20 faces on either side, the others up to ten: far more work than answers
    about groups that a method found, which it would keep apart anyway.
    """
    rng = np.random.default_rng(seed)
    count = max(n // ANSWERED, 2)
    sizes = np.minimum(rng.integers(1, 11, count), n // 2)
    sizes[:2] = max(n // ANSWERED, 1)
    faces = [rng.permutation(n)[: 2 * size] for size in sizes[:2]]
    # Few of many: drawn twice as often as needed, and each taken once.
    faces += [np.unique(rng.integers(0, n, 4 * size))[: 2 * size] for size in sizes[2:]]
    answer = np.repeat(np.arange(count), [len(drawn) for drawn in faces])
    side = np.concatenate([np.arange(len(drawn)) % 2 for drawn in faces])
    return np.stack([answer, side, np.concatenate(faces)], axis=1)


def answered_seconds(
    faces: FaceSet, fitted: FittedForest, tau: float, answers: NDArray[np.int64]
) -> tuple[float, float]:
    """Return how long it takes to compile answers and to cut groups under them; best of three."""
    tries = []
    for _ in range(3):
        began = time.perf_counter()
        rules = compile_rules(faces, Constraints(different=answers))
        compiled = time.perf_counter()
        replace(fitted, rules=rules.reordered(fitted.order)).labels(tau)
        tries.append((compiled - began, time.perf_counter() - compiled))
    compiling, cutting = zip(*tries, strict=True)
    return min(compiling), min(cutting)


def reference_parents(
    ids: Ids, root_p: FloatArray, density: Density, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], FloatArray]:
    """Return parents and distances ``(m,)`` of some rows, computed in plain numpy.

    ``ids, root_p (n, k)`` are neighbours and square roots of transitions, ``density (n,)``. For
    every row all k TPDi are computed, sorted, and the first denser neighbour is taken; a row
    without one is its own parent at the distance inf.
    """
    here = np.zeros(len(ids), np.float32)
    parents, distances = rows.copy(), np.full(len(rows), np.inf, np.float32)
    for place, row in enumerate(rows):
        near = ids[row]
        here[near] = root_p[row]
        d = np.clip(1 - (here[ids[near]] * root_p[near]).sum(axis=1), 0, 1)
        here[near] = 0
        nearest = np.lexsort((near, d))
        others, own = near[nearest], density[row]
        denser = (density[others] > own) | ((density[others] == own) & (others < row))
        first = int(denser.argmax())
        if denser[first]:
            parents[place], distances[place] = others[first], d[nearest[first]]
    return parents, distances


class _Watch:
    """Adds up the seconds of every stage; a stage may be entered again."""

    def __init__(self) -> None:
        self._seconds = dict.fromkeys(STAGES, 0.0)
        self._peaks: dict[str, float | None] = {}
        forget_peak()
        self._began = time.perf_counter()

    def lap(self, name: str) -> None:
        """Count what was done since the last lap as part of the stage of that name."""
        self._seconds[name] += time.perf_counter() - self._began
        peak, before = peak_mb(), self._peaks.get(name)
        self._peaks[name] = peak if peak is None or before is None else max(peak, before)
        forget_peak()
        self._began = time.perf_counter()

    @property
    def stages(self) -> list[Stage]:
        return [Stage(name, self._seconds[name], self._peaks.get(name)) for name in STAGES]


class _Watched:
    """A scorer whose every method counts as affinity, and what lies between as the search."""

    def __init__(self, scorer: PairScorer, watch: _Watch) -> None:
        self._scorer, self._watch = scorer, watch

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._scorer, name)
        if not callable(value):
            return value

        def timed(*arguments: Any, **named: Any) -> Any:
            self._watch.lap("knn")
            answer = value(*arguments, **named)
            self._watch.lap("affinity")
            return answer

        return timed
