"""Deep Adaptive Clustering (Chang et al., ICCV 2017): groups whole pictures, not identities.

A small network gives every picture a non-negative unit vector l of as many numbers as there are
groups (the *constraint layer*: ``c = exp(z - max z)``, ``l = c / |c|``), and ``g = l_i . l_j`` is
how similar two pictures are. It learns from its own answers: pairs above the upper threshold are
taken for similar, pairs up to the lower one for different, the others are left out until the
thresholds have met,

    upper = 0.95 - x,  lower = 0.455 + 0.1 x,  x from 0 to 0.45.

The group of a picture is the largest element of its l. The number of groups must be known and
small, so this is no way to find people; see ``photoorg.training.dac`` for the learning. **DAC***,
the ablation without the band between the thresholds, is ``adaptive=False``: one threshold, which
falls from 0.9 to 0.5.
"""

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.clustering.scoring.networks import read_network
from photoorg.errors import DataError, UsageError
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

GROUPS, EPOCHS, SIDE = 10, 50, 24
DETAILS = frozenset({"groups", "side", "channels"})
BATCH = 1024

LEARNING = "photoorg.training.dac"
"""Named and not imported: it needs PyTorch, which grouping by a trained network does not."""

INSTALL = (
    "Grouping pictures with dac needs PyTorch and scikit-learn; install them with"
    " `pip install 'photoorg[train]'`."
)


@dataclass(frozen=True, slots=True)
class DeepAdaptive:
    """The engine; it learns from the album itself, or takes a network trained by the user."""

    groups: int = GROUPS
    adaptive: bool = True
    epochs: int = EPOCHS
    weights: Path | None = None
    name: str = "dac"
    needs: frozenset[str] = frozenset({"crops"})

    def fit_predict(
        self,
        faces: FaceSet,
        constraints: Constraints | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Labels:
        """Return labels ``(n,)``. Raises DataError where ``faces`` have no pictures."""
        if faces.crops is None:
            raise DataError(
                f"{self.name} groups whole pictures by their looks, and these faces have none; to"
                " group people, choose another way."
            )
        n = len(faces)
        labels = np.zeros(n, np.int64)
        if n > 1:
            order = photo_order(faces)
            pictures = np.stack([shrunk(picture, SIDE) for picture in faces.crops(order)])
            if self.weights is None:
                labels[order] = self._learned(pictures, progress)
            else:
                labels[order] = np.argmax(run(self.weights, pictures), axis=1)
        return satisfy(labels, faces, constraints)

    def _learned(self, pictures: Pixels, progress: ProgressCallback) -> Labels:
        try:
            learning = importlib.import_module(LEARNING)
        except ModuleNotFoundError as error:
            raise UsageError(INSTALL) from error
        recipe = learning.PictureRecipe(
            groups=self.groups, adaptive=int(self.adaptive), epochs=self.epochs, side=SIDE
        )
        found: Labels = learning.group(pictures, recipe, progress)
        return found


def constrained(outputs: FloatArray) -> FloatArray:
    """Return the constraint layer's rows ``(n, K)``: not negative, of length one."""
    c = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    return np.asarray(c / np.linalg.norm(c, axis=1, keepdims=True))


def thresholds(x: float) -> tuple[float, float]:
    """Return the upper and lower threshold at a point x of the schedule, 0 to 0.45."""
    return 0.95 - x, 0.455 + 0.1 * x


def scaled(pictures: NDArray[Any]) -> FloatArray:
    """Return pictures ``(n, h, w)`` or ``(n, h, w, c)`` as ``(n, c, h, w)`` in [0, 1].

    Bytes are divided by 255; other numbers by their range over all pictures. Raises DataError for
    another shape and for numbers that are not finite.
    """
    if pictures.ndim not in (3, 4) or 0 in pictures.shape or pictures.dtype.kind not in "fiu":
        raise DataError(
            f"Pictures must be numbers (n, height, width) or (n, height, width, channels), not"
            f" {pictures.dtype} {pictures.shape}."
        )
    values = pictures.astype(np.float32)
    if not np.isfinite(values).all():
        raise DataError("The pictures hold numbers that are not finite.")
    if pictures.dtype == np.uint8:
        values /= 255
    else:
        low, high = values.min(), values.max()
        values = (values - low) / max(high - low, 1e-12)
    if values.ndim == 3:
        values = values[..., None]
    return np.ascontiguousarray(values.transpose(0, 3, 1, 2))


def shrunk(picture: Pixels, side: int) -> Pixels:
    """Return a picture ``(h, w, c)`` as ``(side, side, c)``, each pixel the mean of its area."""
    import cv2

    return np.asarray(cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA))


def run(weights: Path, pictures: NDArray[Any]) -> FloatArray:
    """Return the rows ``(n, K)`` of a trained network for pictures; see :func:`scaled`."""
    network = read_network(weights, DETAILS)
    values = scaled(pictures)
    if values.shape[1] != int(network.number("channels")):
        raise DataError(f"{weights.name} was trained on pictures of another kind (grey or colour).")
    session = network.session()
    parts = [
        session.run(None, {"pictures": values[start : start + BATCH]})[0]
        for start in range(0, len(values), BATCH)
    ]
    return constrained(np.concatenate(parts))


def default_engine(_pack: str | None = None) -> DeepAdaptive:
    """Return DAC with ten groups."""
    return DeepAdaptive()


def single_threshold_engine(_pack: str | None = None) -> DeepAdaptive:
    """Return DAC*, the ablation with one threshold."""
    return DeepAdaptive(adaptive=False, name="dac-star")
