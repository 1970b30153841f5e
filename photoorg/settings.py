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
from typing import TYPE_CHECKING, Any, TypeVar

import platformdirs

from photoorg.json_files import read_json
from photoorg.private_files import make_folder

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

log = logging.getLogger(__name__)

Chosen = TypeVar("Chosen", bound="DataclassInstance")

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
    of :data:`photoorg.packs.models.PROVIDERS`, ``engine`` a name of
    :data:`photoorg.clustering.registry.ENGINES`, ``theme`` ``system``, ``light`` or ``dark``,
    ``text_size`` the size of the window's letters in per cent of the system's, ``language`` one of
    :data:`photoorg.ui.languages.LANGUAGES` or empty for that of the system. ``watch`` looks for new
    photos by itself while the window is open, and ``find_alike`` for duplicates and groups of
    photos; ``gently`` leaves half of the computer to others. ``photo_height`` is that of the lines
    of photos, in pixels.
    """

    models: str = ""
    provider: str = "cpu"
    engine: str = "ndde-tpdi"
    theme: str = "system"
    text_size: int = 100
    language: str = ""
    watch: bool = True
    gently: bool = False
    find_alike: bool = True
    photo_height: int = 184


def load(file: Path | None = None) -> Settings:
    """Read the settings; a missing or damaged file gives the defaults."""
    return fitting(Settings, _stored(file or settings_file()))


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings so that a crash leaves either the old or the new file.

    What the file holds beyond them stays: a newer version of the program may have put it there.
    """
    file = file or settings_file()
    content = _stored(file) | asdict(settings)
    make_folder(file.parent)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(content, out, indent=2)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def fitting(kind: type[Chosen], stored: dict[str, Any]) -> Chosen:
    """Return a ``kind`` with those of the stored values that are of its fields' types."""
    values = {
        field.name: stored[field.name]
        for field in fields(kind)
        if field.name in stored and _fits(stored[field.name], field.type)
    }
    return kind(**values)


def _fits(value: object, wanted: object) -> bool:
    if wanted is float:
        wanted = (int, float)
    # True is an int for Python, but not for whoever wrote it into a file
    if isinstance(value, bool) and wanted is not bool:
        return False
    assert isinstance(wanted, type | tuple), "the fields are of plain types"
    return isinstance(value, wanted)


def _stored(file: Path) -> dict[str, Any]:
    """Return what the file holds, nothing where it is missing or damaged."""
    try:
        stored = read_json(file)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("the settings in %s cannot be read (%s); using the defaults", file, error)
        return {}
    return stored if isinstance(stored, dict) else {}
