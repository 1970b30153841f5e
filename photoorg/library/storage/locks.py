"""Locks between processes that a kill releases: the operating system's file locks."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photoorg.errors import LibraryBusyError, LibraryError
from photoorg.library.storage.disk_trial import no_locks
from photoorg.private_files import open_private
from photoorg.tr import tr

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the system says where somebody else holds a lock, whatever system that is."""


@contextmanager
def exclusive(file: Path, sentence: str) -> Iterator[None]:
    """Hold the lock ``file`` for the duration.

    Raises :class:`LibraryBusyError` with ``sentence`` when another process, or another part of
    this one, holds it, and :class:`LibraryError` when the file cannot be made, opened or locked.
    """
    try:
        handle = open_private(file, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise LibraryError(
            tr(
                "The lock file {file} cannot be opened ({reason}); if another user of this "
                "machine left it (or sudo did), delete it once nobody uses the library.",
                file=file,
                reason=error.strerror,
            )
        ) from error
    try:
        try:
            _try_lock(handle)
        except OSError as error:
            if error.errno not in _HELD:
                raise no_locks(file.parent) from error
            raise LibraryBusyError(sentence) from error
        yield
    finally:
        os.close(handle)
