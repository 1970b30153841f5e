"""Telling what a library's photos look like by a network that learned from them.

That needs PyTorch. Where it is not installed, or where there are few photos, or when groups were
made by the network that comes with the program, that one is used; once it is decided, it stays so,
and no group is made anew.
"""

import importlib
import io
import logging
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.picture_features import PictureFeatures, decode, shrunk, simple
from photoorg.clustering.systems.dac_head import Layer
from photoorg.jobs.progress import Control
from photoorg.jobs.scenes.request import LEARNING
from photoorg.library import Library
from photoorg.library.scenes.scenes import Scenes
from photoorg.library.scenes.values import OwnLooks

log = logging.getLogger(__name__)

FEWEST, MOST = 300, 4000
"""Photos to learn from; of more, some are chosen."""

LEARNS = "photoorg.training.own_looks"
"""Named and not imported: it needs PyTorch, which is no part of the program."""


def features_of(scenes: Scenes) -> PictureFeatures:
    """Return what tells the looks of this library's photos."""
    own = scenes.own_looks().network
    return PictureFeatures() if own is None else PictureFeatures(own)


def may_learn(scenes: Scenes, model: str, photos: int) -> bool:
    """Tell whether a network may learn from so many photos, of which ``model`` tells the looks."""
    if scenes.own_looks().network is not None or photos < FEWEST or find_spec("torch") is None:
        return False
    return not any(done.head is not None for done in scenes.rounds(model))


def learn(
    library: Library,
    control: Control,
    photo_ids: NDArray[np.int64],
    layer: Layer,
    seed: int,
    watch_the_time: Callable[[], None],
) -> tuple[bytes, Layer] | None:
    """Return a network that learned from these photos, and its layer; None from too few pictures.

    ``layer`` is what the network that comes with the program begins with. Nothing of the outcome is
    kept yet, only how far the learning is.
    """
    scenes, model = library.scenes, PictureFeatures().model
    chosen = np.sort(np.random.default_rng(seed).permutation(photo_ids)[:MOST])
    thumbnails = [library.thumbnails.photo(photo) or b"" for photo in chosen.tolist()]
    learning = _learning(thumbnails, layer, seed, _begun(scenes.own_looks().state, model, chosen))
    if learning is None:
        return None
    while not learning.done:
        learning.learn_epoch(lambda: control.report(LEARNING, learning.epoch, learning.epochs))
        scenes.keep_own_looks(OwnLooks(_packed(learning, model, chosen), None))
        watch_the_time()
    return learning.network(), learning.layer


def learned_from(
    thumbnails: Sequence[bytes], layer: Layer, seed: int
) -> tuple[bytes, Layer] | None:
    """Return a network that learned from these pictures as a search does, None from too few."""
    chosen = np.sort(np.random.default_rng(seed).permutation(len(thumbnails))[:MOST])
    learning = _learning([thumbnails[n] for n in chosen.tolist()], layer, seed)
    if learning is None:
        return None
    while not learning.done:
        learning.learn_epoch()
    return learning.network(), learning.layer


def _learning(
    thumbnails: Sequence[bytes], layer: Layer, seed: int, state: bytes | None = None
) -> Any:
    """Return what learns from these pictures, None where they are too few or nothing can."""
    pictures, simples = [], []
    for pixels in map(decode, thumbnails):
        if pixels is not None:
            pictures.append(shrunk(pixels))
            simples.append(simple(pixels))
    if len(pictures) < FEWEST:
        return None
    try:
        module = importlib.import_module(LEARNS)
    except (ImportError, OSError):  # an installation of PyTorch that does not work
        log.warning("PyTorch cannot be used", exc_info=True)
        return None
    recipe = module.OwnLooksRecipe(seed=seed)
    return module.OwnLooksLearning(np.stack(pictures), np.stack(simples), layer, recipe, state)


def _packed(learning: Any, model: str, photo_ids: NDArray[np.int64]) -> bytes:
    """Return what a learning is at, with its photos and the network that it began as."""
    file = io.BytesIO()
    state = np.frombuffer(learning.state(), np.uint8)
    np.savez(file, photo_ids=photo_ids, model=model, state=state)
    return file.getvalue()


def _begun(blob: bytes | None, model: str, photo_ids: NDArray[np.int64]) -> bytes | None:
    """Return the state of a learning that goes on: from the same network, with the same photos."""
    if blob is None:
        return None
    with np.load(io.BytesIO(blob), allow_pickle=False) as file:
        if str(file["model"]) != model or not np.array_equal(file["photo_ids"], photo_ids):
            return None
        content: bytes = file["state"].tobytes()
        return content
