"""Ask the files of known photos when and where these were taken.

A library from before holds photos of which only the date is known; nothing has to be decoded to
learn the rest.
"""

from concurrent.futures import ThreadPoolExecutor

from photoorg.jobs.messages import LibraryChanged, shown
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ASKING
from photoorg.library import Library
from photoorg.metadata.details import read_details
from photoorg.types import Kind

BATCH = 200
"""A batch is committed when so many files have been asked."""

READERS = 4
"""Reading waits for the disk more than for anything else."""


def ask_files(library: Library, control: Control) -> None:
    """Store what the files of photos tell that were stored before it was asked for."""
    waiting = library.origins.waiting()
    if not waiting:
        return
    with ThreadPoolExecutor(READERS, thread_name_prefix="details") as readers:
        for start in range(0, len(waiting), BATCH):
            batch = waiting[start : start + BATCH]
            control.report(ASKING, start, len(waiting), shown(batch[0].path))
            told = list(readers.map(read_details, (file.path for file in batch)))
            library.origins.keep(zip((file.id for file in batch), told, strict=True))
            control.send(LibraryChanged(frozenset({Kind.PHOTOS})))
