"""What the constraint layer of Deep Adaptive Clustering has learned, to be kept and asked."""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Labels
from photoorg.clustering.systems.dac import constrained
from photoorg.types import FloatArray

AT_ONCE = 16_384
"""So many rows are answered at a time."""

_PARTS = ("centre", "weights", "bias", "typical", "middles", "reach")


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The constraint layer before its constraint: ``weights (d, K)`` and ``bias (K,)``."""

    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What was learned: of any features to which group they belong.

    ``centre (d,)``, ``weights (d, K)`` and ``bias (K,)`` of the layer; the pictures of each group
    that it learned from have the mean row ``typical (K, K)`` and lie around ``middles (K, d)``
    within ``reach (K,)``.
    """

    centre: FloatArray
    weights: FloatArray
    bias: FloatArray
    typical: FloatArray
    middles: FloatArray
    reach: FloatArray

    def rows(self, features: NDArray[np.floating]) -> FloatArray:
        """Return the constraint layer's rows ``(n, K)`` for features ``(n, d)``."""
        outputs = (features.astype(np.float32) - self.centre) @ self.weights + self.bias
        return constrained(np.asarray(outputs, np.float32))

    def groups(self, features: NDArray[np.floating]) -> tuple[Labels, FloatArray]:
        """Return the group ``(n,)`` of features ``(n, d)`` and how sure that is, 0 to 1.

        That is the similarity of a row to the typical one. Of what lies farther from a group than
        nearly all it learned from, nothing is sure.
        """
        labels, sure = np.zeros(len(features), np.int64), np.zeros(len(features), np.float32)
        for start in range(0, len(features), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            some = features[part].astype(np.float32)
            rows = self.rows(some)
            labels[part] = rows.argmax(axis=1)
            far = np.linalg.norm(some - self.middles[labels[part]], axis=1)
            similar = (rows * self.typical[labels[part]]).sum(axis=1)
            sure[part] = np.where(far <= self.reach[labels[part]], similar, 0)
        return labels, sure

    def packed(self) -> bytes:
        """Return it as bytes."""
        return packed({name: getattr(self, name) for name in _PARTS})

    @classmethod
    def unpacked(cls, blob: bytes) -> "Head":
        """Return what :meth:`packed` made bytes of."""
        arrays = unpacked(blob)
        return cls(*(arrays[name] for name in _PARTS))


def packed(arrays: dict[str, NDArray[Any]]) -> bytes:
    """Return arrays as bytes."""
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def unpacked(blob: bytes) -> dict[str, FloatArray]:
    """Return what :func:`packed` made bytes of."""
    with np.load(io.BytesIO(blob), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
