"""Trained networks that belong to one embedder, and how an album says which embedder is its own.

The embeddings of two embedders point in unrelated directions, so a network trained on one is
worthless on the other even where the dimensions agree. Each network therefore carries the
``signature (d, p)``: the leading principal directions of the embeddings it was trained on. The
embeddings of the same embedder hold a large share of their energy in them (``energy`` in
training), those of another about p / d. Fewer than a quarter of the directions do not tell: what
most sets faces apart is another thing in press photos than in a family's.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.clustering.scoring.affinity import Platt, Strangers
from photoorg.errors import ModelError
from photoorg.types import FloatArray

RESOURCES = (
    Path(__file__).parents[2] / "resources",
    Path(__file__).parents[3] / "resources",
)
"""Where trained weights lie: inside an installed package, or beside it in a checkout."""

OF_AN_EMBEDDER = frozenset({"pack", "dimension", "energy", "signature"})
"""What the metadata of a network say that belongs to one embedder."""

KIN = 0.5
"""Kinship from which embeddings are taken to come from the embedder of a network."""

GENERIC = "generic"
"""The pack of a network that belongs to no embedder and serves those nobody trained for."""


@dataclass(frozen=True)
class Network:
    """An ONNX file whose metadata say what it was trained for; see its model card."""

    path: Path
    details: dict[str, str]

    @property
    def pack(self) -> str:
        return self.details["pack"]

    @property
    def dimension(self) -> int:
        return int(self.details["dimension"])

    def number(self, name: str) -> float:
        """Return a figure stored with the network."""
        return float(self.details[name])

    def knows(self, embeddings: FloatArray) -> bool:
        """Tell whether unit rows ``(n, d)`` come from the embedder this was trained for."""
        return self.kinship(embeddings) > KIN

    def kinship(self, embeddings: FloatArray) -> float:
        """Return how much unit rows ``(n, d)`` look like those this was trained for.

        1 is as much as those themselves do, 0 as little as those of another embedder.
        """
        if embeddings.shape[1] != self.dimension or len(embeddings) == 0:
            return 0.0
        return kinship(embeddings, self.signature, self.number("energy"))

    @cached_property
    def signature(self) -> FloatArray:
        stored = self.details["signature"]
        if stored.startswith("["):
            return np.asarray(json.loads(stored), np.float32) / np.float32(1000)
        return self._matrix("signature", self.dimension)

    @cached_property
    def quality(self) -> FloatArray | None:
        """The direction ``(d + 1,)`` of good pictures, or None where it is not known."""
        stored = self.details.get("quality")
        return (
            None
            if stored is None
            else np.asarray(json.loads(stored), np.float32) / np.float32(1000)
        )

    @cached_property
    def curve(self) -> Platt | None:
        """The calibrated cosine of the embeddings it searches, or None where it is not known."""
        stored = self.details.get("curve")
        return None if stored is None else Platt(**json.loads(stored))

    @cached_property
    def strangers(self) -> list[Strangers]:
        """How alike strangers are among the embeddings it searches and the others, if known."""
        return [Strangers(*one) for one in json.loads(self.details.get("strangers", "[]"))]

    @cached_property
    def restoration(self) -> FloatArray | None:
        """What makes embeddings those of good pictures, ``(d + 1, e)``, or None."""
        if "restoration" not in self.details:
            return None
        return self._matrix("restoration", self.dimension + 1)

    @property
    def searches_restored(self) -> bool:
        """Whether neighbours are searched among restored embeddings."""
        return self.details.get("search") == "restored"

    def _matrix(self, name: str, rows: int) -> FloatArray:
        """Return a matrix ``(rows, c)`` stored as text; raises ModelError where it is damaged."""
        try:
            numbers = np.frombuffer(base64.b64decode(self.details[name], validate=True), np.float16)
            return numbers.astype(np.float32).reshape(rows, -1)
        except ValueError as error:
            raise ModelError(f"{self.path} is damaged ({name}); install it again.") from error

    def session(self, threads: int = 0) -> Any:
        """Return an onnxruntime session of the network that uses some threads (0: all cores)."""
        return _session(self.path, threads)


def shipped_networks(family: str) -> list[Network]:
    """Return the networks in ``resources/<family>``, by name."""
    folder = next((root / family for root in RESOURCES if (root / family).is_dir()), None)
    return [] if folder is None else [read_network(path) for path in sorted(folder.glob("*.onnx"))]


def read_network(path: Path, needed: frozenset[str] = OF_AN_EMBEDDER) -> Network:
    """Return the network in a file; raise ModelError if its metadata lack what is needed."""
    details = dict(_session(path).get_modelmeta().custom_metadata_map)
    if not needed <= details.keys():
        raise ModelError(f"{path} is no network for grouping; train one with `photoorg train`.")
    return Network(path, details)


def matching_network(family: str, pack: str | None, embeddings: FloatArray) -> Network | None:
    """Return the shipped network for a pack, or the one that knows the embeddings; else None."""
    networks = shipped_networks(family)
    for network in networks:
        if pack is not None and network.pack in pack and network.dimension == embeddings.shape[1]:
            return network
    nearest = max(networks, key=lambda network: network.kinship(embeddings), default=None)
    return nearest if nearest is not None and nearest.knows(embeddings) else None


def generic_network(family: str) -> Network | None:
    """Return the shipped network that serves every embedder, if there is one."""
    return next((one for one in shipped_networks(family) if one.pack == GENERIC), None)


def signature(embeddings: FloatArray) -> FloatArray:
    """Return the leading principal directions ``(d, d / 4)`` of unit rows ``(n, d)``."""
    products = embeddings.T.astype(np.float64) @ embeddings
    directions = np.linalg.eigh(products)[1][:, ::-1][:, : -(-embeddings.shape[1] // 4)]
    return np.asarray(directions, np.float32)


def energy(embeddings: FloatArray, directions: FloatArray) -> float:
    """Return the share of the energy of unit rows ``(n, d)`` that lies in ``(d, p)``."""
    total = 0.0
    for start in range(0, len(embeddings), 16384):
        total += float(np.square(embeddings[start : start + 16384] @ directions).sum())
    return total / len(embeddings)


def kinship(embeddings: FloatArray, directions: FloatArray, usual: float) -> float:
    """Return where the energy of unit rows ``(n, d)`` in ``(d, p)`` lies, from chance to usual."""
    chance = directions.shape[1] / directions.shape[0]
    return float((energy(embeddings, directions) - chance) / max(usual - chance, 1e-6))


def signature_details(pack: str, embeddings: FloatArray) -> dict[str, str]:
    """Return the metadata that tie a network to the embedder of its training data ``(n, d)``."""
    directions = signature(embeddings)
    return {
        "pack": pack,
        "dimension": str(embeddings.shape[1]),
        "energy": f"{energy(embeddings, directions):.6f}",
        "signature": _packed(directions),
    }


def quality_details(direction: FloatArray) -> dict[str, str]:
    """Return the metadata that tell where the embeddings of good pictures point, ``(d + 1,)``."""
    return {"quality": json.dumps(np.rint(direction * 1000).astype(int).tolist())}


def curve_details(curve: Platt) -> dict[str, str]:
    """Return the metadata that hold a calibrated cosine."""
    return {"curve": json.dumps(asdict(curve))}


def strangers_details(strangers: Sequence[Strangers]) -> dict[str, str]:
    """Return the metadata that tell how alike strangers are."""
    return {"strangers": json.dumps(strangers)}


def restoration_details(restoration: FloatArray, *, searched: bool) -> dict[str, str]:
    """Return the metadata that hold a restoration ``(d + 1, e)``.

    ``searched`` tells whether neighbours are searched among restored embeddings.
    """
    return {"restoration": _packed(restoration), "search": "restored" if searched else "given"}


def generic_details() -> dict[str, str]:
    """Return the metadata of a network that belongs to no embedder."""
    return {"pack": GENERIC, "dimension": "0", "energy": "1", "signature": "[]"}


def _packed(matrix: FloatArray) -> str:
    """Return the numbers of a matrix, rounded to 16 bits, as text."""
    return base64.b64encode(np.ascontiguousarray(matrix, np.float16).tobytes()).decode("ascii")


def _session(path: Path, threads: int = 0) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"{path} is damaged or no ONNX network; install it again.") from error
