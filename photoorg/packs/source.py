"""A file on a server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file on a server: its ``name`` for messages and its ``size`` in bytes."""

    name: str
    url: str
    size: int
