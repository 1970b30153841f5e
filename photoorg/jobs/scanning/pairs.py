"""Files that belong to a photo and are none of their own: raw files beside JPEGs, films of stills.

Those that belong are looked into once; as long as they do not change they stay what they are.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from photoorg.library import FileEntry
from photoorg.library.accounting.account import Companion
from photoorg.media.names import RAW_SUFFIXES as RAW
from photoorg.media.video.names import SUFFIXES as VIDEOS
from photoorg.metadata.pairs import is_film_of, is_raw_of

FILM, RAW_FILE = "film", "raw"
_FILMS = frozenset({".mov", ".mp4", ".m4v"})
"""What cameras and phones write beside a still."""

_BEST_FIRST = (".heic", ".heif", ".hif", ".jpg", ".jpeg")


def is_raw(name: str) -> bool:
    """Tell by its name whether a file is a raw picture."""
    return os.path.splitext(name)[1].lower() in RAW  # noqa: PTH122 - for speed


def is_film(name: str) -> bool:
    """Tell by its name whether a file is a video."""
    return os.path.splitext(name)[1].lower() in VIDEOS  # noqa: PTH122 - for speed


def find_companions(
    stills: Iterable[str],
    raws: Iterable[FileEntry],
    films: Iterable[FileEntry],
    known: Mapping[Path, Companion],
    silent: Callable[[Path], bool] = lambda _: False,
) -> list[Companion]:
    """Return which raw files and films belong to which of ``stills`` (paths).

    ``silent`` tells of stills that were not met whether the disk did not say what is there.
    """
    candidates = [(entry, RAW_FILE) for entry in raws]
    candidates += [(entry, FILM) for entry in films if entry.path.suffix.lower() in _FILMS]
    if not candidates:
        return []
    of_stem: dict[str, list[str]] = defaultdict(list)
    for still in stills:
        of_stem[_stem(still)].append(still)
    found = []
    for entry, kind in candidates:
        beside = sorted(of_stem.get(_stem(str(entry.name)), ()), key=_rank)
        before = known.get(entry.path)
        if before is not None and str(before.of) not in beside and silent(before.of):
            beside.append(str(before.of))
        if (of := _owner(entry, kind, beside, before)) is not None:
            found.append(Companion(entry.path, Path(of), kind, entry.size, entry.mtime_ns))
    return found


def _owner(entry: FileEntry, kind: str, stills: list[str], known: Companion | None) -> str | None:
    before = str(known.of) if known is not None and str(known.of) in stills else None
    if known is not None and known[2:] == (kind, entry.size, entry.mtime_ns) and before is not None:
        return before
    belongs = is_raw_of if kind == RAW_FILE else is_film_of
    try:
        return next((still for still in stills if belongs(Path(still), entry.path)), None)
    except OSError:  # nothing is known of either: both stay what they were
        return before


def _stem(path: str) -> str:
    return os.path.splitext(path)[0].casefold()  # noqa: PTH122 - for speed


def _rank(still: str) -> tuple[int, str]:
    suffix = os.path.splitext(still)[1].lower()  # noqa: PTH122 - for speed
    return (_BEST_FIRST.index(suffix) if suffix in _BEST_FIRST else len(_BEST_FIRST), still)
