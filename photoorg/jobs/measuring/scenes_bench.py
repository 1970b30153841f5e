"""How well pictures are put into groups that nobody named: folders tell what belongs together."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.picture_features import PictureFeatures
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.clustering.systems.dac_head import Head
from photoorg.clustering.systems.dac_layer import LayerLearning, LayerRecipe, begin_with, means
from photoorg.errors import PhotoError, UsageError
from photoorg.evaluation.memory import forget_peak, peak_mb
from photoorg.evaluation.metrics import score
from photoorg.jobs.scenes.learning import SURE
from photoorg.jobs.scenes.own_looks import learned_from
from photoorg.media.images import read_picture
from photoorg.types import FloatArray, ProgressCallback, no_progress

SEEDS = (0, 1, 2)
_SPREAD = 0.3
"""How far made-up pictures lie from those that they were made of."""


def measure_scenes(
    folder: Path, many: int, progress: ProgressCallback = no_progress
) -> dict[str, float | int | None]:
    """Group the photos below a folder, beside k-means on the same features, and tell figures.

    What belongs together is told by the first folder on the way. NMI is the geometric one, the mean
    over the seeds; k-means is given the number of groups that DAC begins with, and the one that it
    proposes, whichever serves it more. Where PyTorch is installed, the same is told once more of a
    network that learned from these photos first, as in a library (``own_``). Then ``many`` made-up
    photos are learned from. Raises UsageError where there are not enough photos.
    """
    began = time.perf_counter()
    thumbnails = list(_thumbnails(folder, progress))
    shipped = PictureFeatures()
    told = [(of, looks) for of, jpeg in thumbnails if (looks := shipped(jpeg)) is not None]
    looked = time.perf_counter() - began
    truth = [of for of, _ in told]
    if len(set(truth)) < 2:
        raise UsageError(f"There are no two folders with photos in {folder}.")
    features = np.stack([one for _, one in told])
    found = _summed(
        [_compared(features, truth, _learned(features, seed).head(), seed) for seed in SEEDS]
    )
    found |= _own_figures([jpeg for _, jpeg in thumbnails], features, truth)
    forget_peak()
    began = time.perf_counter()
    _learned(_made_up(features, many), SEEDS[0])
    return {
        "photos": len(truth),
        "folders": len(set(truth)),
        "groups_begun": begin_with(len(truth)),
        **found,
        "look_ms_a_photo": 1000 * looked / len(truth),
        "made_up_photos": many,
        "made_up_seconds": time.perf_counter() - began,
        "made_up_peak_mb": peak_mb(),
    }


def _thumbnails(folder: Path, progress: ProgressCallback) -> Iterator[tuple[str, bytes]]:
    """Yield of each photo the folder that it belongs to, and its thumbnail."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    for n, file in enumerate(files):
        progress(n, len(files))
        try:
            jpeg = photo_thumbnail(read_picture(file))
        except PhotoError:
            continue
        way = file.relative_to(folder).parts
        yield way[0] if len(way) > 1 else "", jpeg


def _own_figures(
    thumbnails: Sequence[bytes], features: NDArray[np.float16], truth: list[str]
) -> dict[str, float]:
    """Return the figures of networks that learned from these photos, one for each seed."""
    if find_spec("torch") is None:
        return {}
    found: list[dict[str, float]] = []
    began = time.perf_counter()
    for seed in SEEDS:
        learned = learned_from(thumbnails, _learned(features, seed).layer, seed)
        if learned is None:
            return {}
        network, layer = learned
        own = PictureFeatures(network)
        told = np.stack([looks for jpeg in thumbnails if (looks := own(jpeg)) is not None])
        recipe = _recipe(told, seed)
        head = LayerLearning(told, recipe, LayerLearning.state_of(layer, recipe)).head()
        found.append(_compared(told, truth, head, seed))
    seconds = (time.perf_counter() - began) / len(SEEDS)
    return {f"own_{name}": value for name, value in _summed(found).items()} | {
        "own_seconds": seconds
    }


def _summed(found: Sequence[dict[str, float]]) -> dict[str, float]:
    return {
        **{name: float(np.mean([one[name] for one in found])) for name in found[0]},
        "dac_nmi_least": min(one["dac_nmi"] for one in found),
        "kmeans_nmi_most": max(one["kmeans_nmi"] for one in found),
    }


def _compared(
    features: NDArray[np.float16], truth: list[str], head: Head, seed: int
) -> dict[str, float]:
    labels, sure = head.groups(features)
    groups = len(np.unique(labels))
    given: FloatArray = features.astype(np.float32)
    numbers = {groups, begin_with(len(truth))}
    rivals = [score(truth, means(given, number, seed)[1]) for number in numbers]
    own = score(truth, labels)
    return {
        "groups_proposed": groups,
        "dac_nmi": own.nmi_geometric,
        "kmeans_nmi": max(one.nmi_geometric for one in rivals),
        "dac_purity": own.wcp,
        "kmeans_purity": max(one.wcp for one in rivals),
        "surely_in_a_group": float((sure >= SURE).mean()),
    }


def _recipe(features: NDArray[np.float16], seed: int) -> LayerRecipe:
    return replace(LayerRecipe(), groups=begin_with(len(features)), seed=seed)


def _learned(features: NDArray[np.float16], seed: int) -> LayerLearning:
    learning = LayerLearning(features, _recipe(features, seed))
    while not learning.done:
        learning.learn_epoch()
    return learning


def _made_up(features: NDArray[np.float16], many: int) -> NDArray[np.float16]:
    """Return so many rows near those that there are."""
    random = np.random.default_rng(SEEDS[0])
    rows = features[random.integers(0, len(features), many)]
    noise = random.standard_normal(rows.shape, np.float32) * features.std(axis=0) * _SPREAD
    return np.asarray(rows + noise.astype(np.float16), np.float16)
