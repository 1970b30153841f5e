"""Why a folder cannot be listed, in a sentence that says what to do."""

import errno

from photoorg.media.photo_files import DISK_ERRORS, LOOP, NO_ANSWER
from photoorg.tr import kept


def folder_reason(error: OSError) -> str:
    """Return the sentence for a folder that cannot be listed."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return kept("This folder may not be opened; change its permissions and scan again.")
        case errno.ENOENT | errno.ENOTDIR:
            return kept(
                "This folder is not there; its photos are kept. Connect its drive, scan again."
            )
        case errno.ENAMETOOLONG:
            return kept(
                "This folder lies too deep: its path is longer than the system allows. Move it "
                "up, or shorten the names above it, and scan again."
            )
        case errno.ELOOP:
            return LOOP
        case number if number in NO_ANSWER:
            return kept(
                "The drive or share of this folder does not answer ({reason}); its photos are "
                "kept. Connect it again and scan again.",
                reason=error.strerror,
            )
        case number if number in DISK_ERRORS:
            return kept(
                "The disk reports an error while this folder is listed; its photos are kept. Check "
                "the disk and scan again."
            )
        case _:
            return kept("This folder cannot be read ({reason}); scan again.", reason=error.strerror)
