"""Names as other programs tell them."""

from dataclasses import dataclass

from photoorg.types import Box

MOST = 300
"""So many regions, and so many names, of one photo are believed."""


@dataclass(frozen=True, slots=True)
class Region:
    """A face that somebody marked; ``name`` is "" where nobody said who it is.

    ``box`` is in shares of the width and height of a picture of this ``size``, which may be the
    picture as it is stored or as it stands upright; None where that is not told. ``orientation``
    (1 to 8) leads from the picture as it is stored to how the program showed it, if it tells that;
    ``quarters`` counts turns clockwise that it shows the picture in, beside its own orientation.
    """

    name: str
    box: Box
    size: tuple[float, float] | None = None
    quarters: int = 0
    orientation: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What one source, its ``author``, tells of a photo: regions, and names without a place."""

    author: str
    regions: tuple[Region, ...] = ()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.regions or self.names)
