"""What is told of groups of pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Scene:
    """A group of pictures: ``photo_ids`` are those that are shown, the most typical first."""

    id: int
    name: str | None
    photo_ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Round:
    """A learning: ``state`` while it goes on, then ``head``.

    ``scene_ids`` are the groups, by their number in the head.
    """

    id: int
    state: bytes | None
    head: bytes | None
    scene_ids: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class OwnLooks:
    """A network learned from the library's own photos: ``state`` while it learns, then itself."""

    state: bytes | None
    network: bytes | None


@dataclass(frozen=True, slots=True, eq=False)
class KnownFeatures:
    """Photos that are shown and not settled: ``photo_ids (n,)`` in ascending order.

    ``vectors (n, d)`` are their features, as float16.
    """

    photo_ids: NDArray[np.int64]
    vectors: NDArray[np.float16]
