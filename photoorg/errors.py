"""Known problems, each carrying one sentence for the user that says what to do.

Whatever is raised that is not a :class:`PhotoorgError` is a bug and keeps its traceback.
"""

from functools import partial
from pathlib import Path

INTERRUPTED = 130
"""The exit code of a program that was stopped with Ctrl+C: the shell's own."""


class Cancelled(Exception):  # noqa: N818 - a wish of the user, not an error
    """The user stopped a running job; everything committed so far stays."""


class PhotoorgError(Exception):
    """Base of every known problem; ``str(error)`` is the sentence shown to the user."""


class UsageError(PhotoorgError):
    """The command or action was asked for in a way that cannot work."""


class CrashedError(PhotoorgError):
    """A job in the worker process ended with a bug, whose traceback has been shown already."""


class DataError(PhotoorgError):
    """Embeddings, labels or another data file cannot be used; names the row or file."""


class ContradictionError(PhotoorgError):
    """The user's answers contradict each other; names the faces that do."""


class LibraryError(PhotoorgError):
    """The library file cannot be opened, read or written."""


class LibraryBusyError(LibraryError):
    """Another program holds the library."""


class DamagedLibraryError(LibraryError):
    """The library file does not hold any more what was written into it."""


class ModelError(PhotoorgError):
    """A face model pack is missing, damaged or of the wrong kind."""


class NoModelPackError(ModelError):
    """No face model pack is installed; the user has to choose or download one."""


class DownloadError(PhotoorgError):
    """A download failed; what was fetched stays for the next try."""


class PhotoError(PhotoorgError):
    """One file cannot be read as a photo; it becomes a row on the Problems page.

    ``reason`` is the sentence without the file's name. ``passing`` says that the file itself may
    be all right (a share that dropped, no memory just now): it is worth another try without
    having changed, and what was known of it stays.
    """

    def __init__(self, path: Path | str, reason: str, *, passing: bool = False) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.passing = passing

    def __reduce__(self) -> tuple[partial["PhotoError"], tuple[Path | str, str]]:
        return partial(type(self), passing=self.passing), (self.path, self.reason)
