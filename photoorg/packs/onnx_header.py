"""Read what goes into and comes out of a network, straight from its ONNX file.

onnxruntime and onnx are too heavy for the window, which only wants to know whether a folder holds
a face detector and a face recogniser. An ONNX file is one protocol-buffer message (onnx.proto3):
field 7 of ModelProto is the graph; in GraphProto field 5 holds the weights, which are skipped, 11
the inputs and 12 the outputs; a ValueInfoProto has its name in field 1 and its shape in
type(2).tensor_type(1).shape(2).dim(1).dim_value(1).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from photoorg.tr import tr

_VARINT, _FIXED64, _MESSAGE, _FIXED32 = 0, 1, 2, 5
_LARGEST_VALUE_INFO = 1 << 20


@dataclass(frozen=True, slots=True)
class OnnxHeader:
    """The shapes of a network's inputs and outputs; a size that is left open is 0."""

    inputs: tuple[tuple[int, ...], ...]
    outputs: tuple[tuple[int, ...], ...]

    @property
    def detects(self) -> bool:
        """Whether it looks like SCRFD with landmarks: score, box and landmarks per stride."""
        return len(self.inputs) == 1 and len(self.outputs) in (9, 15)

    @property
    def recognizes(self) -> bool:
        """Whether it turns one square, aligned face into one vector."""
        if len(self.inputs) != 1 or len(self.outputs) != 1 or len(self.inputs[0]) != 4:
            return False
        _, channels, height, width = self.inputs[0]
        return channels == 3 and height == width >= 112 and height % 16 == 0 and height != 192


def read_onnx_header(file: Path) -> OnnxHeader:
    """Read the header of ``file``; raise ValueError when it is no complete ONNX file."""
    with file.open("rb") as stream:
        # All fields are walked over, since the end of the file may be what is missing.
        fields = list(_fields(stream, file.stat().st_size))
        graph = next(((at, size) for field, at, size in fields if field == 7 and size), None)
        if graph is None:
            raise ValueError(tr("no network inside"))
        stream.seek(graph[0])
        return _graph(stream, sum(graph))


def _graph(stream: BinaryIO, end: int) -> OnnxHeader:
    weights: set[str] = set()
    inputs: list[tuple[str, tuple[int, ...]]] = []
    outputs: list[tuple[int, ...]] = []
    for field, at, size in _fields(stream, end):
        if field == 5:
            stream.seek(at)
            weights.add(_weight_name(stream, at + size))
        elif field in (11, 12):
            if size > _LARGEST_VALUE_INFO:
                raise ValueError(tr("an input or output is described at absurd length"))
            stream.seek(at)
            name, shape = _value_info(stream.read(size))
            if field == 11:
                inputs.append((name, shape))
            else:
                outputs.append(shape)
    # Older exporters list the weights among the inputs.
    real = tuple(shape for name, shape in inputs if name not in weights)
    return OnnxHeader(inputs=real, outputs=tuple(outputs))


def _weight_name(stream: BinaryIO, end: int) -> str:
    for field, at, size in _fields(stream, end):
        if field == 8:
            stream.seek(at)
            return stream.read(size).decode("utf-8", "replace")
    return ""


def _value_info(data: bytes) -> tuple[str, tuple[int, ...]]:
    name = ""
    shape: tuple[int, ...] = ()
    for field, part in _parts(data):
        if field == 1:
            name = part.decode("utf-8", "replace")
        elif field == 2:
            shape = _shape(part)
    return name, shape


def _shape(type_proto: bytes) -> tuple[int, ...]:
    for wanted in (1, 2):  # tensor_type, then its shape
        type_proto = next((part for field, part in _parts(type_proto) if field == wanted), b"")
    return tuple(_dimension(part) for field, part in _parts(type_proto) if field == 1)


def _dimension(data: bytes) -> int:
    stream = BytesIO(data)
    while stream.tell() < len(data):
        key = _varint(stream)
        if key == 1 << 3 | _VARINT:
            return _varint(stream)
        _skip(stream, key & 7, len(data))
    return 0


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    for field, at, size in _fields(BytesIO(data), len(data)):
        yield field, data[at : at + size]


def _fields(stream: BinaryIO, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield ``(field, position, size)`` of every embedded message up to ``end``."""
    at = stream.tell()
    while at < end:
        stream.seek(at)
        key = _varint(stream)
        if key & 7 == _MESSAGE:
            size = _varint(stream)
            start = stream.tell()
            if start + size > end:
                raise ValueError(tr("the file is cut off"))
            at = start + size
            yield key >> 3, start, size
        else:
            _skip(stream, key & 7, end)
            at = stream.tell()


def _skip(stream: BinaryIO, wire_type: int, end: int) -> None:
    if wire_type == _VARINT:
        _varint(stream)
    elif wire_type in (_FIXED32, _FIXED64):
        stream.seek(4 if wire_type == _FIXED32 else 8, 1)
    elif wire_type == _MESSAGE:
        stream.seek(_varint(stream), 1)
    else:
        raise ValueError(tr("this is no ONNX file"))
    if stream.tell() > end:
        raise ValueError(tr("the file is cut off"))


def _varint(stream: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = stream.read(1)
        if not byte:
            raise ValueError(tr("the file is cut off"))
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError(tr("this is no ONNX file"))
