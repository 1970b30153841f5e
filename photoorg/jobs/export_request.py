"""An export as it is asked for and told of; :mod:`photoorg.jobs.export` does it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Problem, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.media.exporting import How
from photoorg.tr import kept, tr

EXPORTING = Stage("Exporting photos", kept("Exporting photos of {title}"), pace=Pace.ROUGH)


class Which(StrEnum):
    """Which photos of several people."""

    ANY = "any"
    """Each that shows one of them."""
    ALL_OF = "all-of"
    """Those that show all of them."""
    ONLY = "only"
    """Those that show nobody else."""


@dataclass(frozen=True, slots=True)
class ExportSummary(Summary):
    """So many were ``exported``, or ``there`` already; ``problems`` are those that failed."""

    folder: Path
    exported: int
    there: int
    problems: tuple[Problem, ...] = ()

    def outcome(self, unread: int = 0) -> str:
        """Say what was exported."""
        del unread
        said = [tr("{n} photos exported", n=self.exported, one="{n} photo exported")]
        if self.there:
            said.append(tr("{n} were there already", n=self.there, one="{n} was there already"))
        if self.problems:
            said.append(
                tr("{n} could not be read", n=len(self.problems), one="{n} could not be read")
            )
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class ExportRequest(Request[ExportSummary]):
    """Asks to put the photos of people into a folder, or those ``photos`` if there are any.

    ``name`` is what the user calls them. ``dated`` names files by the day and time they were taken.
    """

    work: ClassVar[str] = "photoorg.jobs.export:run"

    library: Path
    people: tuple[int, ...]
    name: str
    folder: Path
    how: How = How.COPY
    which: Which = Which.ANY
    dated: bool = False
    photos: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """Who is on the photos, or what else they are called."""
        return self.name
