"""Where face model packs lie, and which of them is used.

A pack is looked for in the folder that was asked for, then in the one from the settings, then among
the installed packs in the data folder's ``models``, then in the program's own ``resources/models``.
Where a place holds several packs, the one installed last counts (the folder that changed last; of
two equally old ones the first by name).
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from photoorg.errors import ModelError, NoModelPackError
from photoorg.packs.models import MANIFEST, ModelPack, read_pack, unreadable
from photoorg.settings import RESOURCES, Settings, data_folder
from photoorg.tr import tr

log = logging.getLogger(__name__)


def installed_models() -> Path:
    """Return the data folder's place for packs."""
    return data_folder() / "models"


def find_pack(
    models: Path | None,
    settings: Settings,
    *,
    installed: Path | None = None,
    resources: Path | None = None,
) -> ModelPack:
    """Return the pack to use.

    ``models`` is the folder the user asked for in this run. A folder that was asked for or stands
    in the settings has to hold a pack; the later places are then not looked at, since another
    recogniser would silently start another embedding space. Raises :class:`NoModelPackError` when
    there is no pack anywhere and :class:`ModelError` when there is one that cannot be used.
    """
    if models is not None:
        return _named_pack(models, f"The folder {models}")
    places = (installed or installed_models(), resources or RESOURCES / "models")
    if settings.models:
        folder = _folder_of(settings.models, places)
        return _named_pack(folder, f"The folder {folder} from the settings")
    for place in places:
        if pack := _newest_pack(place):
            return pack
    raise NoModelPackError(
        tr(
            "No face models are installed yet; download them or choose a folder that holds them "
            "(--models DIR)."
        )
    )


def _folder_of(models: str, places: Sequence[Path]) -> Path:
    """Return the folder that the settings name; a bare name is a pack in one of the places.

    So a choice outlives a program that lies elsewhere after its next update.
    """
    folder = Path(models).expanduser()
    if len(folder.parts) == 1 and not folder.is_absolute():
        return next((place / folder for place in places if (place / folder).is_dir()), folder)
    return folder


def _named_pack(folder: Path, subject: str) -> ModelPack:
    if not folder.is_dir():
        raise NoModelPackError(
            tr("{subject} does not exist; choose the folder of a model pack.", subject=subject)
        )
    if pack := _newest_pack(folder):
        return pack
    raise NoModelPackError(
        tr(
            "{subject} holds no face models (ONNX files); choose the folder of a model pack.",
            subject=subject,
        )
    )


def _newest_pack(place: Path) -> ModelPack | None:
    """Return the pack in ``place`` itself or the newest in a folder of it, None without any."""
    if _has_models(place):
        return read_pack(place)
    try:
        folders = [folder for folder in place.iterdir() if _has_models(folder)]
        folders.sort(key=lambda folder: (-folder.stat().st_mtime_ns, folder.name))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(place, error) from error
    broken: ModelError | None = None
    for folder in folders:
        try:
            return read_pack(folder)
        except ModelError as error:
            log.warning("skipping the model pack in %s: %s", folder, error)
            broken = broken or error
    if broken is not None:
        raise broken
    return None


def _has_models(folder: Path) -> bool:
    # A name that begins with a dot is an unfinished download.
    if folder.name.startswith(".") or not folder.is_dir():
        return False
    return (folder / MANIFEST).is_file() or any(folder.glob("*.onnx"))
