"""One look at a photo as it is asked for and told of; :mod:`photoorg.jobs.photo` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.settings import Settings
from photoorg.tr import kept, tr

SEARCHING = Stage("Searching the photo", kept("Searching {title}"), pace=Pace.UNTOLD)


@dataclass(frozen=True, slots=True)
class PhotoSummary(Summary):
    """How many faces a photo has now that it had not before; ``reached`` if it could be read."""

    new: int
    harder: bool
    reached: bool = True

    def outcome(self, unread: int = 0) -> str:
        """Say what a harder search came to; a box that was seen need not be spoken of."""
        del unread
        if not self.harder or not self.reached:
            return ""
        if not self.new:
            return tr("No more faces found")
        return tr("{n} more faces found", n=self.new, one="{n} more face found")


@dataclass(frozen=True, slots=True)
class PhotoRequest(Request[PhotoSummary]):
    """Asks to look at one photo now: at the boxes drawn in it, or ``harder`` for more faces.

    ``name`` is what the user calls the photo.
    """

    work: ClassVar[str] = "photoorg.jobs.photo:run"

    library: Path
    photo: int
    name: str
    settings: Settings
    models: Path | None = None
    harder: bool = False

    @property
    def title(self) -> str:
        """The photo's name."""
        return self.name
