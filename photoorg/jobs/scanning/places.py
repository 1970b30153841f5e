"""Asking after folders on disks that may not answer.

``Path.is_dir`` and ``Path.exists`` raise for a folder behind a closed door or on a share that
dropped; a scan has other folders to go on with.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from photoorg.errors import UsageError
from photoorg.jobs.scanning.folder_reasons import folder_reason
from photoorg.jobs.scanning.walk import GONE
from photoorg.tr import tr


def absolute(folders: Iterable[Path]) -> list[Path]:
    """Return ``folders`` as full paths, links kept; raises :class:`UsageError`."""
    try:
        return [Path(os.path.abspath(folder)) for folder in folders]  # noqa: PTH100 - keeps links
    except FileNotFoundError as error:
        raise UsageError(
            tr("The folder you are in was deleted; go to another one, or give the full path.")
        ) from error


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder at ``path`` that can be asked."""
    return os.path.isdir(path)  # noqa: PTH112 - this one never raises


def why_away(folder: Path, gone: str) -> str:
    """Say why there is no folder to be walked: ``gone``, or that it does not answer."""
    try:
        folder.stat()
    except OSError as error:
        if error.errno not in GONE:
            return folder_reason(error)
    return gone
