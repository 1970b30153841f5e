"""Names beside photos as they are asked for and told of; ``writing`` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Problem, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.tr import kept, tr

WRITING = Stage("Writing names", kept("Writing names of {title}"), pace=Pace.ROUGH)


@dataclass(frozen=True, slots=True)
class WritingSummary(Summary):
    """So many sidecars of ``photos`` were ``written``, or said so already (``there``)."""

    people: int
    photos: int
    written: int
    there: int
    problems: tuple[Problem, ...] = ()

    def outcome(self, unread: int = 0) -> str:
        """Say what was written."""
        del unread
        said = [
            tr(
                "names written beside {n} photos",
                n=self.written,
                one="names written beside {n} photo",
            )
        ]
        if self.there:
            said.append(tr("{n} were there already", n=self.there, one="{n} was there already"))
        if self.problems:
            said.append(
                tr("{n} could not be written", n=len(self.problems), one="{n} could not be written")
            )
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class WritingRequest(Request[WritingSummary]):
    """Asks to write names into sidecars: of these ``people``, or of all who have one.

    ``name`` is what the user calls them.
    """

    work: ClassVar[str] = "photoorg.jobs.names.writing:run"

    library: Path
    people: tuple[int, ...] = ()
    name: str = ""

    @property
    def title(self) -> str:
        """Who is on the photos."""
        return self.name or tr("everybody")
