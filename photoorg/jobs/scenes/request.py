"""Groups of pictures as they are asked for; :mod:`photoorg.jobs.scenes.learning` finds them."""

from dataclasses import dataclass
from typing import ClassVar

from photoorg.jobs.messages import Stage, Summary
from photoorg.jobs.request import AllPhotosRequest
from photoorg.tr import kept, tr

SECONDS = 600.0
"""The window lets a search go on for so long; the next one goes on where it was."""

LOOKING = Stage("Looking at photos", kept("Looking at {title}"))
LEARNING = Stage("Learning which photos look alike", kept("Learning which of {title} look alike"))


@dataclass(frozen=True, slots=True)
class ScenesSummary(Summary):
    """So many ``groups`` are known now; ``unseen`` photos have no thumbnail to look at.

    ``finished`` is false where the time was up before all was done: the next search goes on.
    """

    groups: int
    unseen: int
    finished: bool = True

    def outcome(self, unread: int = 0) -> str:
        """Say how many groups there are."""
        del unread
        if not self.finished:
            return tr("The time for finding groups of photos is up; the next search goes on")
        return tr("{n} groups of photos", n=self.groups, one="{n} group of photos")


@dataclass(frozen=True, slots=True)
class ScenesRequest(AllPhotosRequest[ScenesSummary]):
    """Asks to find groups among all photos, for ``seconds`` at most; what is known stays."""

    work: ClassVar[str] = "photoorg.jobs.scenes.learning:run"

    seconds: float | None = None
    seed: int = 0
