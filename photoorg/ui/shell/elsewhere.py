"""Where the user goes on once a window has closed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The library to open when the window has closed, and the folders to add to it."""

    library: Path
    folders: tuple[Path, ...] = ()
    remove_demonstration: bool = False
