"""The demonstration as a job: make its album, if it is not there yet, and scan it."""

import shutil

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs import scan
from photoorg.jobs.demonstration_place import demonstration_album, demonstration_library
from photoorg.jobs.demonstration_request import DemonstrationRequest
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import READING, ScanRequest, ScanSummary
from photoorg.packs.finding import find_pack


def run(control: Control, asked: DemonstrationRequest) -> ScanSummary:
    """Make the album and find the people in it; what is there already is used again.

    Raises as :func:`photoorg.jobs.scan.run` does, and DataError where nothing can be shown.
    """
    album = demonstration_album()
    if not album.is_dir():
        unfinished = album.with_name(f".{album.name}")
        shutil.rmtree(unfinished, ignore_errors=True)
        analyzer = FaceAnalyzer(find_pack(asked.models, asked.settings), asked.settings.provider)
        make_album(unfinished, analyzer, control.callback(READING))
        unfinished.rename(album)
    library = demonstration_library()
    return scan.run(
        control,
        ScanRequest(library, (album,), asked.settings, asked.models, asked.people_early),
    )
