"""The grouping as it is asked for and told of; :mod:`photoorg.jobs.group` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Stage, Summary
from photoorg.jobs.request import Request
from photoorg.plain_text import count
from photoorg.settings import Settings

SORTING = Stage("Sorting faces", "Sorting faces into people")


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
            return "All groups would stay as they are" if self.preview else "All groups stay"
        would = "would " if self.preview else ""
        verbs = ("join", "be split", "come up", "move", "be lost")
        if not self.preview:
            verbs = ("joined others", "were split", "came up", "moved", "were lost")
        numbers = (
            (self.joined, "group"),
            (self.split, "group"),
            (self.new, "new group"),
            (self.moved, "face"),
            (self.names_lost, "name"),
        )
        said = [
            f"{count(number, what)} {would}{verb}"
            for (number, what), verb in zip(numbers, verbs, strict=True)
            if number or what == "name"
        ]
        return ", ".join(said)

    def outcome(self, unread: int = 0) -> str:
        """Say how many faces were sorted; no file is read for it."""
        del unread
        if self.preview:
            return ""  # it is asked about
        return f"{count(self.faces, 'face')} sorted into {count(self.people, 'person', 'people')}"


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
        return "all faces"
