"""How much room a disk has, and how it says that there is none."""

import errno
import math
import shutil
from pathlib import Path

DISK_FULL = (errno.ENOSPC, errno.EDQUOT)
"""The numbers of an OSError where nothing more can be written, on the disk or by this user."""


def free_space(folder: Path) -> float:
    """Return how many bytes there is room for: without end where a file system tells no size.

    Some made by programs say that they have 0 bytes of 0.
    """
    usage = shutil.disk_usage(folder)
    return usage.free if usage.total else math.inf
