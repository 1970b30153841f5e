"""The demonstration as a job: make its album, if it is not there yet, and scan it."""

import shutil
from pathlib import Path

from photoorg import settings as stored_settings
from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs import scan
from photoorg.jobs.demonstration_place import (
    demonstration_album,
    demonstration_library,
)
from photoorg.jobs.messages import ScanSummary
from photoorg.jobs.progress import Control
from photoorg.packs.finding import find_pack


def run(control: Control, *, models: Path | None = None, people_early: bool = False) -> ScanSummary:
    """Make the album and find the people in it; what is there already is used again.

    Raises as :func:`photoorg.jobs.scan.run` does, and DataError where nothing can be shown.
    """
    settings = stored_settings.load()
    album = demonstration_album()
    if not album.is_dir():
        unfinished = album.with_name(f".{album.name}")
        shutil.rmtree(unfinished, ignore_errors=True)
        analyzer = FaceAnalyzer(find_pack(models, settings), settings.provider)
        make_album(unfinished, analyzer, control.callback("analyze"))
        unfinished.rename(album)
    return scan.run(
        control,
        library=demonstration_library(),
        folders=[album],
        models=models,
        people_early=people_early,
    )
