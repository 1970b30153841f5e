"""The search for duplicates as it is asked for; :mod:`photoorg.jobs.duplicates.search` does it."""

from dataclasses import dataclass
from typing import ClassVar

from photoorg.jobs.messages import Stage, Summary
from photoorg.jobs.request import AllPhotosRequest
from photoorg.tr import kept, tr

SKETCHING = Stage("Looking at photos", kept("Looking at {title}"))
SEARCHING = Stage(
    "Searching for photos that look alike", kept("Looking for duplicates among {title}")
)
COMPARING = Stage("Comparing photos", kept("Comparing what looks alike among {title}"))


@dataclass(frozen=True, slots=True)
class DuplicatesSummary(Summary):
    """So many ``stacks`` are known now; ``unseen`` photos have no thumbnail to look at."""

    stacks: int
    unseen: int

    def outcome(self, unread: int = 0) -> str:
        """Say how many stacks there are."""
        del unread
        return tr("{n} stacks of duplicates", n=self.stacks, one="{n} stack of duplicates")


@dataclass(frozen=True, slots=True)
class DuplicatesRequest(AllPhotosRequest[DuplicatesSummary]):
    """Asks to look for duplicates among all photos; what was looked at before is known."""

    work: ClassVar[str] = "photoorg.jobs.duplicates.search:run"
