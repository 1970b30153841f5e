"""The library: photos, faces, people and everything the user decided, in one SQLite file."""

from photoorg.library.library import Library
from photoorg.library.values import (
    Analysis,
    Answer,
    Edit,
    Face,
    FaceMatrix,
    FileEntry,
    Folder,
    GroupingResult,
    KnownFile,
    KnownPicture,
    Merge,
    PendingFile,
    Person,
    Photo,
    Problem,
    Sides,
    Source,
)

__all__ = [
    "Analysis",
    "Answer",
    "Edit",
    "Face",
    "FaceMatrix",
    "FileEntry",
    "Folder",
    "GroupingResult",
    "KnownFile",
    "KnownPicture",
    "Library",
    "Merge",
    "PendingFile",
    "Person",
    "Photo",
    "Problem",
    "Sides",
    "Source",
]
