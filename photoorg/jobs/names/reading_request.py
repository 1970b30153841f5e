"""Names of other programs as they are asked for and told of; ``reading`` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Problem, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.tr import kept, tr

READING = Stage("Reading names", kept("Reading names in {title}"), pace=Pace.ROUGH)


@dataclass(frozen=True, slots=True)
class OfferedName:
    """A group that may be called ``name``, without a place told: in ``common`` of ``told`` photos.

    ``shown`` are all photos of the group, ``face`` shows it.
    """

    name: str
    group: int
    face: int | None
    common: int
    told: int
    shown: int


@dataclass(frozen=True, slots=True)
class NamesSummary(Summary):
    """So many ``names`` of ``people`` in ``photos`` are told, ``regions`` of them with a place.

    Of these ``named`` went, or would go, to faces that were found, ``drawn`` got a box of their
    own, and ``there`` were so already. ``unmatched`` came to nothing: ``left`` are the first of
    those of which there is a reason to tell. ``hints`` are regions without a name, ``accepted``
    groups that were named by an offer.
    """

    people: int
    names: int
    regions: int
    photos: int
    unmatched: int
    named: int
    drawn: int
    there: int
    hints: int
    taken: bool
    accepted: int = 0
    offers: tuple[OfferedName, ...] = ()
    left: tuple[Problem, ...] = ()

    def outcome(self, unread: int = 0) -> str:
        """Say what was taken over, or could be."""
        del unread
        if not self.names:
            return tr("no names of other programs found")
        if self.taken:
            new = self.named + self.drawn + self.accepted
            return tr("{n} names taken over", n=new, one="{n} name taken over")
        return self.told()

    def told(self) -> str:
        """Say what other programs tell, in one line."""
        people = tr("{n} people", n=self.people, one="{n} person")
        photos = tr("{n} photos", n=self.photos, one="{n} photo")
        return tr(
            "{n} names of {people} in {photos}",
            n=self.names,
            one="{n} name of {people} in {photos}",
            people=people,
            photos=photos,
        )


@dataclass(frozen=True, slots=True)
class NamesRequest(Request[NamesSummary]):
    """Asks to read the names that other programs keep in and beside the photos of some folders.

    With ``preview`` nothing changes; ``accepted`` are groups and names that the user agreed to.
    """

    work: ClassVar[str] = "photoorg.jobs.names.reading:run"

    library: Path
    folders: tuple[Path, ...]
    preview: bool = False
    accepted: tuple[tuple[int, str], ...] = ()

    @property
    def title(self) -> str:
        """The folders."""
        return ", ".join(folder.name or str(folder) for folder in self.folders)
