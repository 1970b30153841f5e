"""The library: photos, faces, people and everything the user decided, in one SQLite file."""

from photoorg.library.accounting.files import FileEntry, KnownFile, PendingFile, Problem
from photoorg.library.library import Library
from photoorg.library.tables import FaceMatrix, FacePlaces, Sides
from photoorg.library.values import (
    Analysis,
    Answer,
    Edit,
    Face,
    Folder,
    GroupingResult,
    KnownPicture,
    Merge,
    Moved,
    Person,
    Photo,
    Source,
    Standing,
)

__all__ = [
    "Analysis",
    "Answer",
    "Edit",
    "Face",
    "FaceMatrix",
    "FacePlaces",
    "FileEntry",
    "Folder",
    "GroupingResult",
    "KnownFile",
    "KnownPicture",
    "Library",
    "Merge",
    "Moved",
    "PendingFile",
    "Person",
    "Photo",
    "Problem",
    "Sides",
    "Source",
    "Standing",
]
