"""The scan as it is asked for and told of; :mod:`photoorg.jobs.scan` does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Problem, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.settings import Settings
from photoorg.tr import kept, tr

LOOKING = Stage("Looking for photos", kept("Looking for photos in {title}"), pace=Pace.UNTOLD)
ASKING = Stage(
    "Reading dates and places", kept("Reading dates and places of {title}"), pace=Pace.STEADY
)
READING = Stage("Reading photos", kept("Scanning {title}"), pace=Pace.STEADY)
WATCHING = Stage("Watching videos", kept("Watching {title}"), pace=Pace.UNTOLD)

_TOLD = 3
"""So many people are told by their names once a scan is over."""


@dataclass(frozen=True, slots=True)
class ScanSummary(Summary):
    """What the scanned folders hold once a scan is over.

    ``photos`` and ``faces`` count what is readable in them, ``people`` all groups of the library,
    ``analyzed`` the photos looked at this time; ``problems`` also lists files that could not be
    read in an earlier scan and still are as they were. ``reached`` is False when none of the
    folders was there. ``news`` are folders beside whose photos so many new names were found,
    ``grown`` people of whom there are so many more faces than before, those with most first.
    """

    photos: int
    faces: int
    people: int
    analyzed: int
    seconds: float
    problems: tuple[Problem, ...] = ()
    reached: bool = True
    news: tuple[tuple[Path, int], ...] = ()
    grown: tuple[tuple[str, int], ...] = ()

    def outcome(self, unread: int = 0) -> str:
        """Say how many photos were scanned; the summary counts files unread before, too."""
        bad = ""
        if unread:
            bad = tr("{n} files could not be read", n=unread, one="{n} file could not be read")
        if not self.analyzed:
            nothing = self.reached and not self.photos and not self.problems
            return tr("No photos or videos were found") if nothing else bad
        looked_at = min(self.analyzed - unread, max(self.photos, 1))  # of copies each is a file
        done = tr("{n} photos scanned", n=looked_at, one="{n} photo scanned")
        if self.analyzed >= self.photos:  # all of them, so that the faces are theirs
            faces = tr("{n} faces found", n=self.faces, one="{n} face found")
            done = tr("{done}: {faces}", done=done, faces=faces)
        return "; ".join(part for part in (done, *self._joined(), bad) if part)

    def _joined(self) -> list[str]:
        """Say whose faces are among the new ones."""
        said = [tr("{n} more of {name}", n=faces, name=name) for name, faces in self.grown[:_TOLD]]
        others = sum(faces for _, faces in self.grown[_TOLD:])
        return [*said, *([tr("{n} more of others", n=others)] if others else [])]


@dataclass(frozen=True, slots=True)
class ScanRequest(Request[ScanSummary]):
    """Asks to scan ``folders`` (None: all folders of the library) and to group the faces.

    ``models``, a folder with a pack, goes before the settings. With ``people_early`` the faces are
    also grouped now and then while a long scan runs, for somebody who watches. ``deleted`` says
    that photos which are not there were deleted, however many they are. ``quiet``: nobody asked for
    it, something may just have changed.
    """

    work: ClassVar[str] = "photoorg.jobs.scan:run"
    reads_photos: ClassVar[bool] = True

    library: Path
    folders: Sequence[Path] | None
    settings: Settings
    models: Path | None = None
    people_early: bool = False
    deleted: bool = False
    quiet: bool = False

    @property
    def gives_way(self) -> bool:
        return self.quiet

    @property
    def gently(self) -> bool:
        return self.quiet or self.settings.gently

    @property
    def title(self) -> str:
        """The folder by its last two names, or how many there are."""
        if not self.folders:
            return tr("all folders")
        if len(self.folders) > 1:
            return tr("{n} folders", n=len(self.folders))
        folder = self.folders[0]
        return "/".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder)
