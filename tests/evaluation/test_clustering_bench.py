"""The benchmark measures what the engine does; its figures are not judged here."""

from dataclasses import replace

import numpy as np
import pytest

from photoorg.clustering.density.diffusion import tpdi_of
from photoorg.clustering.engine import Constraints, FaceSet, face_set
from photoorg.clustering.ndde_tpdi.default import cosine_engine
from photoorg.clustering.ndde_tpdi.neighborhoods import Setting
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.evaluation.engine_bench import (
    STAGES,
    bench_cluster,
    made_up_answers,
    measure,
    reference_parents,
    staged,
)
from photoorg.evaluation.synthetic import album

FACES = face_set(album(700, seed=6).embeddings)


@pytest.mark.parametrize("setting", [Setting(), Setting(k=30, density_k=12)])
def test_the_stages_are_the_engine(setting: Setting) -> None:
    engine = replace(cosine_engine(), setting=setting)
    found, tau, stages = staged(engine, FACES)
    labels = found.labels(tau)
    assert all(stage.seconds > 0 for stage in stages)
    fitted = engine.fit(FACES)
    assert np.array_equal(labels, engine.fit_predict(FACES))
    assert 10 < len(np.unique(labels)) < 600
    assert np.array_equal(found.forest.parents, fitted.forest.parents)
    assert np.array_equal(found.forest.distances, fitted.forest.distances)
    assert tuple(stage.name for stage in stages) == STAGES


def test_the_reference_finds_the_same_parents() -> None:
    peaks, _, _ = staged(cosine_engine(), FACES)
    rows = np.random.default_rng(0).permutation(len(FACES))
    parents, distances = reference_parents(peaks.ids, peaks.root_p, peaks.forest.density, rows)
    np.testing.assert_allclose(distances, peaks.forest.distances[rows], atol=2e-6)
    # Where two denser faces are equally near but for rounding, either may be taken.
    density = peaks.forest.density
    apart = tpdi_of(peaks.ids, peaks.root_p, rows)
    apart[density[peaks.ids[rows]] <= density[rows, None]] = np.inf
    first, second = np.sort(apart, axis=1)[:, :2].T
    clear = (second > first + 1e-5) | (second == np.inf)
    assert clear.mean() > 0.5
    assert np.array_equal(parents[clear], peaks.forest.parents[rows[clear]])


@pytest.mark.parametrize("faces", [2, 400])
def test_the_figures_belong_together(faces: int) -> None:
    found = measure(faces, sample=100)
    assert found.faces == faces
    assert found.reference_rows == min(faces, 100)
    assert found.seconds == pytest.approx(sum(stage.seconds for stage in found.stages))
    assert found.floor_seconds is not None
    assert found.floor_seconds > 0
    assert found.knn_over_floor == pytest.approx(found.stages[0].seconds / found.floor_seconds)
    assert found.reference_seconds is not None
    assert found.parents_faster == pytest.approx(found.reference_seconds / found.stages[3].seconds)
    assert found.after_scoring_faster is not None
    assert found.parents_faster is not None
    assert found.after_scoring_faster < found.parents_faster
    assert found.answers == max(2, faces // 20)
    assert found.rules_seconds is not None
    assert found.answered_seconds is not None
    assert found.rules_seconds > 0
    assert found.answered_seconds > 0


@pytest.mark.parametrize("faces", [2, 3, 40, 2000])
def test_the_answers_made_up_are_answers(faces: int) -> None:
    answers = made_up_answers(faces)
    rules = compile_rules(FaceSet(np.ones((faces, 1), np.float32)), Constraints(different=answers))
    assert not rules.free
    sizes = np.bincount(2 * answers[:, 0] + answers[:, 1])
    assert (sizes[:4] == max(1, faces // 20)).all()
    assert len(sizes) == max(4, 2 * (faces // 20))
    assert np.array_equal(np.unique(rules.sides), np.arange(len(sizes)))


def test_a_size_that_fails_leaves_the_others() -> None:
    failed, done = bench_cluster([-1, 300])
    assert failed.stages == ()
    assert failed.note.startswith("failed: ")
    assert done.note == ""
    assert done.stages[0].name == "knn"
