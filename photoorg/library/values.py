"""What the library hands out: frozen rows, named as the user would name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoorg.library.accounting.account import Account
from photoorg.types import BoolArray, Box, FloatArray, FoundFace


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder the user added.

    ``away`` when it cannot be reached (an unplugged drive); ``unseen`` photos were not found by the
    last scan and are shown until the user has said that they were deleted.
    """

    id: int
    path: Path
    photos: int
    faces: int
    away: bool
    unseen: int = 0
    account: Account = field(default_factory=Account)
    """Every file that the last scan met."""


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """Where a known face is in a new version of its picture: its box, ``landmarks (5, 2)``."""

    box: Box
    landmarks: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What the analysis of the picture in one file found; sizes in pixels of the upright picture.

    ``picture_hash`` is the identity of the picture without its metadata, None where it is that of
    the content. ``continues`` is the photo of which this is another version, edited: only from
    that one are faces carried over. ``kept`` tells which: places in ``faces`` with the ids they
    had; None pairs faces that stand at the same place. ``moved`` tells where faces are now that the
    analysis did not find again, although the part of the picture that shows them is there, and
    ``drawn`` what was seen in the boxes of faces that only a human has found, by their ids.
    ``turned`` counts the quarter turns clockwise in which the user wants to see the picture.
    """

    file_id: int
    content_hash: str
    width: int
    height: int
    taken_at: str | None
    model: str
    faces: list[FoundFace]
    picture_hash: str | None = None
    continues: int | None = None
    kept: Mapping[int, int] | None = None
    moved: Mapping[int, Moved] = field(default_factory=dict)
    drawn: Mapping[int, FoundFace] = field(default_factory=dict)
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """How the user turned a photo: quarter turns clockwise, of a picture of this size.

    The size is the picture's in its file, None where that is not known.
    """

    quarters: int
    size: tuple[int, int] | None


@dataclass(frozen=True, slots=True, eq=False)
class KnownPicture:
    """What is known of a picture that a file may show.

    ``same`` if it is exactly that picture and waits for another model only. The arrays have a row
    for each of its faces, those included that are not shown: ``face_ids (n,)``, ``boxes (n, 4)``,
    ``landmarks (n, 5, 2)``, where they usually lie in the box if nothing is known of them, and
    ``embeddings (n, d)`` of one model, NaN where there are none; ``lost (n,)`` faces stood in a
    former version, their boxes mean nothing now.
    """

    photo_id: int
    width: int
    height: int
    same: bool
    face_ids: NDArray[np.int64]
    boxes: FloatArray
    landmarks: FloatArray
    embeddings: FloatArray
    lost: BoolArray


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the library.

    ``path`` is one of the places where it lies, ``copies`` their number, and ``missing`` tells
    that it cannot be reached just now. ``turned`` counts quarter turns clockwise from how its file
    says that it stands; its size is that of the turned picture. A video has ``seconds``.
    ``taken_at`` is the clock of the place, as far as it is known ("1965", "2003-07"), and
    ``source`` where it was read (:class:`photoorg.metadata.values.Source`), or "you" where the
    user said it. ``place`` is the town, ``file_size`` how many bytes the file had when it was read.
    """

    id: int
    path: Path
    width: int
    height: int
    taken_at: str | None
    faces: int
    missing: bool
    copies: int = 1
    turned: int = 0
    seconds: float | None = None
    source: str | None = None
    place: str = ""
    file_size: int | None = None


class Source(StrEnum):
    """Who put a face where it is."""

    MACHINE = "machine"
    GROUP = "group"
    """A human named or merged the group it was in; the machine does not move it any more."""
    FACE = "face"
    """A human said it of this very face."""


HELD = 0.85
"""Faces that are held less in their group are its rim. Where people are grouped by one of four
recognisers, one in six of them belongs to somebody else, and of the others one in a thousand."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a photo; ``score`` and ``quality`` are 0 where nothing is known of them.

    ``support`` tells how well the face is held in its group, in [0, 1]; None where nothing does.
    ``drawn`` boxes are where a human put them.
    """

    id: int
    photo_id: int
    box: Box
    score: float
    quality: float
    person_id: int | None
    source: Source
    person_name: str | None
    support: float | None = None
    drawn: bool = False

    @property
    def erasable(self) -> bool:
        """Whether there is nothing but the box that a human drew: no detector found the face."""
        return self.drawn and not self.score

    @property
    def sure(self) -> bool:
        """Whether a human put it where it is, or nothing speaks against its being there."""
        return self.settled or (self.support is not None and self.support >= HELD)

    @property
    def confirmed(self) -> bool:
        """Whether a human said of this very face who it is."""
        return self.source is Source.FACE

    @property
    def settled(self) -> bool:
        """Whether a human put it where it is, alone or with its group."""
        return self.source is not Source.MACHINE


class Standing(StrEnum):
    """What a group of faces seems to be; whoever has a name is a person."""

    PERSON = "person"
    DOUBTFUL = "perhaps-not-faces"
    """Things that were taken for faces, or shreds of faces that tell nobody."""
    STRANGER = "stranger"
    """Somebody in the background, or whom the user said not to know."""


@dataclass(frozen=True, slots=True)
class Person:
    """A group of faces; ``name`` is None as long as nobody named it.

    ``unsure`` of the faces of somebody with a name are not :attr:`Face.sure`. Of somebody
    ``put_off`` the user said not to know them.
    """

    id: int
    name: str | None
    count: int
    cover_face_id: int | None
    hidden: bool
    standing: Standing = Standing.PERSON
    unsure: int = 0
    notes: str | None = None
    put_off: bool = False

    @property
    def waits(self) -> bool:
        """Whether this is a stranger of whom nobody said yet that they are not known."""
        return self.standing is Standing.STRANGER and not (self.hidden or self.put_off)


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the user that can be undone."""

    id: int
    label: str
    at: str
    undone: bool


@dataclass(frozen=True, slots=True)
class GroupingResult:
    """What a grouping changed, or would change: groups now, groups newly made, and of those before.

    ``joined`` so many groups of two faces or more went into others, ``split`` so many lie in
    several groups, ``moved`` faces changed their group, and ``names_lost`` named people have no
    face any more.
    """

    people: int
    new: int = 0
    joined: int = 0
    split: int = 0
    moved: int = 0
    names_lost: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a human said about ``faces``, and of ``others`` where it keeps people apart.

    An answer is ``standing`` as long as some of its faces have not been spoken of otherwise since;
    then ``faces`` and ``others`` are those, and the rest is ``ended``. ``author`` is "you" or the
    program that an answer was imported from.
    """

    id: int
    kind: str
    person_id: int | None
    faces: tuple[int, ...]
    others: tuple[int, ...]
    author: str
    made_at: str
    standing: bool
    ended: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A person or group that was merged into another; ``id`` is that of the answer."""

    id: int
    person_id: int
    name: str | None
    faces: int
    made_at: str
    cover_face_id: int | None
    """The best of its faces that are shown."""
