"""Which files are videos, by their names; nothing is opened for it."""

from pathlib import Path

SUFFIXES = frozenset(
    {".mp4", ".m4v", ".mov", ".qt", ".mkv", ".webm", ".avi", ".3gp", ".3g2", ".mts", ".m2ts"}
    | {".mpg", ".mpeg", ".wmv"}
)
"""Lower-case suffixes of the files a scan takes for videos."""


def is_video(path: Path) -> bool:
    """Tell whether a scan takes a file for a video, by its name."""
    return path.suffix.lower() in SUFFIXES
