"""Ask the files of known photos when and where these were taken.

A library from before holds photos of which only the date is known, and files beside photos change
alone; nothing has to be decoded to learn the rest.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

from photoorg.jobs.messages import LibraryChanged, shown
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import ASKING
from photoorg.library import Library, PendingFile
from photoorg.media.video.names import is_video
from photoorg.metadata.beside import Folder
from photoorg.metadata.details import film_details, read_details
from photoorg.metadata.values import NOTHING, Details
from photoorg.types import Kind

BATCH = 200
"""A batch is committed when so many files have been asked."""

READERS = 4
"""Reading waits for the disk more than for anything else."""


FOLDERS = 8
"""Of so many folders the listing is kept while their files are asked."""


def ask_files(library: Library, control: Control) -> None:
    """Store what the files of photos tell that are to be asked."""
    waiting = library.origins.waiting()
    if not waiting:
        return
    folder = lru_cache(FOLDERS)(Folder)
    photos, done = iter(waiting.items()), 0
    with ThreadPoolExecutor(READERS, thread_name_prefix="details") as readers:
        while batch := dict(islice(photos, BATCH)):
            first = next(iter(batch.values()))[0].path
            control.report(ASKING, done, len(waiting), shown(first))
            before = [library.origins.of(photo) or NOTHING for photo in batch]
            told = list(readers.map(partial(_ask, folder), batch.values(), before))
            library.origins.renew(dict(zip(batch, told, strict=True)))
            done += len(batch)
            control.send(LibraryChanged(frozenset({Kind.PHOTOS})))


def _ask(
    folder: Callable[[Path], Folder], files: Sequence[PendingFile], before: Details
) -> list[Details]:
    """Return what the files of a photo tell; of a video it is known what its container told."""
    return [
        film_details(file.path, before, folder(file.path.parent))
        if is_video(file.path)
        else read_details(file.path, folder=folder(file.path.parent))
        for file in files
    ]
