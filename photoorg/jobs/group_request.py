"""The grouping as it is asked for and told of; :mod:`photoorg.jobs.group` does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Stage, Summary
from photoorg.jobs.request import Request
from photoorg.settings import Settings
from photoorg.tr import kept, tr

SORTING = Stage("Sorting faces", kept("Sorting faces into people"))


@dataclass(frozen=True, slots=True)
class GroupSummary(Summary):
    """What a grouping did, or, as a ``preview``, would do: now so many faces and people.

    ``new`` groups came up, ``joined`` groups went into others, ``split`` ones lie in several,
    ``moved`` faces changed their group, and ``names_lost`` named people have no face any more.
    """

    faces: int
    people: int
    moved: int
    new: int
    joined: int
    split: int
    names_lost: int
    seconds: float
    preview: bool = False

    @property
    def changed(self) -> bool:
        """Whether any group is, or would be, another one."""
        return any((self.moved, self.new, self.joined, self.split, self.names_lost))

    def changes(self) -> str:
        """Return the sentence about the groups: "3 groups would join, 41 faces would move, ..."."""
        if not self.changed:
            return (
                tr("All groups would stay as they are") if self.preview else tr("All groups stay")
            )
        parts = self._would() if self.preview else self._did()
        return ", ".join(parts)

    def _would(self) -> Iterator[str]:
        if n := self.joined:
            yield tr("{n} groups would join", n=n, one="{n} group would join")
        if n := self.split:
            yield tr("{n} groups would be split", n=n, one="{n} group would be split")
        if n := self.new:
            yield tr("{n} new groups would come up", n=n, one="{n} new group would come up")
        if n := self.moved:
            yield tr("{n} faces would move", n=n, one="{n} face would move")
        yield tr("{n} names would be lost", n=self.names_lost, one="{n} name would be lost")

    def _did(self) -> Iterator[str]:
        if n := self.joined:
            yield tr("{n} groups joined others", n=n, one="{n} group joined others")
        if n := self.split:
            yield tr("{n} groups were split", n=n, one="{n} group was split")
        if n := self.new:
            yield tr("{n} new groups came up", n=n, one="{n} new group came up")
        if n := self.moved:
            yield tr("{n} faces moved", n=n, one="{n} face moved")
        yield tr("{n} names were lost", n=self.names_lost, one="{n} name was lost")

    def outcome(self, unread: int = 0) -> str:
        """Say how many faces were sorted; no file is read for it."""
        del unread
        if self.preview:
            return ""  # it is asked about
        return tr(
            "{n} faces sorted into {people}",
            n=self.faces,
            one="{n} face sorted into {people}",
            people=tr("{n} people", n=self.people, one="{n} person"),
        )


@dataclass(frozen=True, slots=True)
class GroupRequest(Request[GroupSummary]):
    """Asks to group all faces of a library anew with the engine of the settings.

    A ``preview`` tells what would change, and changes nothing.
    """

    work: ClassVar[str] = "photoorg.jobs.group:run"

    library: Path
    settings: Settings
    preview: bool = False

    @property
    def title(self) -> str:
        """Always the same: no face is left out."""
        return tr("all faces")
