"""The library: photos, faces, people and everything the user decided, in one SQLite file."""

from photoorg.library.library import Library
from photoorg.library.values import (
    Adoption,
    Analysis,
    Edit,
    Face,
    FaceMatrix,
    FileEntry,
    Folder,
    GroupingResult,
    KnownFile,
    PendingPhoto,
    Person,
    Photo,
    Problem,
)

__all__ = [
    "Adoption",
    "Analysis",
    "Edit",
    "Face",
    "FaceMatrix",
    "FileEntry",
    "Folder",
    "GroupingResult",
    "KnownFile",
    "Library",
    "PendingPhoto",
    "Person",
    "Photo",
    "Problem",
]
