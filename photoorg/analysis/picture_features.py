"""What a photo looks like, in numbers: the inner activations of a small network, layout, colours.

The network is the trunk of a face detector of ours (``photoorg train looks`` cuts it out; of the
one that was shipped when groups of photos came, whose features libraries keep): it has learned
shapes, of people and of what is around them. What it says is averaged over the picture. Beside it
stand the colours of 4 x 4 parts, and how much there is of each hue, at three degrees of colour and
of brightness, as the square root of its share, so that distances are those of Hellinger. One
matrix, the principal components of all that, ends the network.
"""

from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.opencv import opencv
from photoorg.errors import ModelError
from photoorg.settings import RESOURCES
from photoorg.tr import tr
from photoorg.types import FloatArray, Pixels

NETWORK = RESOURCES / "looks" / "looks.onnx"

SIDE = 96
"""The network looks at pictures of so many pixels a side."""

_CELLS = 4
_BINS = (8, 3, 3)
_RANGES = (0, 180, 0, 256, 0, 256)
"""Hue, which OpenCV tells in half degrees, colour and brightness."""

SIMPLE = (3 * _CELLS**2, 8 * 3 * 3)
"""How many numbers layout and colours have."""

Features: TypeAlias = NDArray[np.float16]


class PictureFeatures:
    """Tells the features ``(d,)`` of thumbnails; only those of one ``model`` can be compared.

    ``network`` is a file or its content.
    """

    def __init__(self, network: Path | bytes = NETWORK) -> None:
        self._network = network

    @cached_property
    def _session(self) -> Any:
        return open_network(self._network)

    @cached_property
    def model(self) -> str:
        """What tells these features from those of another network."""
        return str(self._session.get_modelmeta().custom_metadata_map["looks"])

    def __call__(self, thumbnail: bytes) -> Features | None:
        """Return the features of a JPEG, None for what is no picture."""
        pixels = decode(thumbnail)
        if pixels is None:
            return None
        inputs = {"picture": as_input(shrunk(pixels)[None]), "simple": simple(pixels)[None]}
        return np.asarray(self._session.run(None, inputs)[0][0], np.float16)


def open_network(network: Path | bytes) -> Any:
    """Return a small network, a file of the program or its content, to be run on one core.

    Raises ModelError naming a file that cannot be used.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    given = network if isinstance(network, bytes) else str(network)
    try:
        return onnxruntime.InferenceSession(given, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        if isinstance(network, bytes):
            raise
        raise ModelError(
            tr("{path} cannot be used; install photoorg again.", path=network)
        ) from error


def decode(thumbnail: bytes) -> Pixels | None:
    """Return the pixels of a JPEG, None for what is no picture."""
    cv2 = opencv()
    data = np.frombuffer(thumbnail, np.uint8)
    pixels: Pixels | None = cv2.imdecode(data, cv2.IMREAD_COLOR) if len(data) else None
    return pixels


def shrunk(pixels: Pixels) -> Pixels:
    """Return a picture as large as the network looks at it, ``(96, 96, 3)``."""
    return np.asarray(opencv().resize(pixels, (SIDE, SIDE), interpolation=opencv().INTER_AREA))


def as_input(pictures: Pixels) -> FloatArray:
    """Return shrunk pictures ``(n, 96, 96, 3)`` as the trunk wants them, ``(n, 3, 96, 96)``."""
    values = (pictures[..., ::-1].astype(np.float32) - 127.5) / 128
    return np.ascontiguousarray(values.transpose(0, 3, 1, 2))


def simple(pixels: Pixels) -> FloatArray:
    """Return layout and colours of a picture, ``(120,)``."""
    cv2 = opencv()
    lab = cv2.cvtColor(pixels, cv2.COLOR_BGR2LAB)
    layout = cv2.resize(lab, (_CELLS, _CELLS), interpolation=cv2.INTER_AREA).ravel() / 255
    hsv = cv2.cvtColor(pixels, cv2.COLOR_BGR2HSV)
    counts = cv2.calcHist([hsv], [0, 1, 2], None, list(_BINS), list(_RANGES)).ravel()
    return np.concatenate([layout, np.sqrt(counts / counts.sum())]).astype(np.float32)
