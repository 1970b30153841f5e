"""Arrays kept in a private file between runs; what it holds can be found again."""

import logging
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from photoorg.private_files import open_private

log = logging.getLogger(__name__)

Arrays = Mapping[str, Any]


class ArrayCache(Protocol):
    """A place that may keep arrays by name, and may lose them at any time."""

    def read(self) -> Arrays | None:
        """Return what was kept last, None where there is nothing that can be read."""
        ...

    def write(self, arrays: Arrays) -> None:
        """Keep these arrays instead of others, if that can be done."""
        ...


class ArrayFile:
    """A cache in one file, replaced as a whole; faults cost time, never data, and are logged."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Arrays | None:
        if not self.path.exists():
            return None
        try:
            with self.path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                return {name: stored[name] for name in stored.files}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            log.warning("%s cannot be read and is made anew: %s", self.path.name, error)
            return None

    def write(self, arrays: Arrays) -> None:
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            with open(part, "wb", opener=open_private) as stream:
                np.savez(stream, **arrays)
            part.replace(self.path)
        except OSError as error:
            log.warning("%s cannot be kept: %s", self.path.name, error)
            part.unlink(missing_ok=True)
