"""Where things live and what the user chose, kept in one small JSON file.

Nothing here is global: :func:`load` returns a frozen value that is handed to whoever needs it.
"""

import contextlib
import json
import logging
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

log = logging.getLogger(__name__)

RESOURCES = next(
    folder
    for folder in (
        Path(__file__).parent / "resources",  # as installed from a wheel
        Path(__file__).parent.parent / "resources",  # as checked out
    )
    if folder.is_dir()
)


def data_folder() -> Path:
    """Return the platform's folder for this program's data (library, model packs)."""
    return Path(platformdirs.user_data_dir("photoorg", appauthor=False))


def default_library() -> Path:
    """Return the library file used when none is named."""
    return data_folder() / "library.photoorg"


def settings_file() -> Path:
    """Return the file that keeps the user's choices."""
    return Path(platformdirs.user_config_dir("photoorg", appauthor=False)) / "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose; every field has a working default.

    ``models`` is a folder with a face model pack or empty for the usual places, ``provider`` one
    of :data:`photoorg.analysis.models.PROVIDERS`, ``engine`` a name of
    :data:`photoorg.clustering.engine.ENGINES`, ``theme`` ``system``, ``light`` or ``dark``.
    """

    models: str = ""
    provider: str = "cpu"
    engine: str = "ndde-tpdi"
    theme: str = "system"


def load(file: Path | None = None) -> Settings:
    """Read the settings; a missing or damaged file gives the defaults."""
    file = file or settings_file()
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        log.warning("the settings in %s cannot be read (%s); using the defaults", file, error)
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    names = {field.name for field in fields(Settings)}
    return Settings(**{k: v for k, v in stored.items() if k in names and isinstance(v, str)})


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings so that a crash leaves either the old or the new file."""
    file = file or settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(asdict(settings), out, indent=2)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
