"""The download of a face model pack, with progress and cancel."""

from photoorg.jobs.download_request import (
    CHECKING,
    DOWNLOADING,
    DownloadRequest,
    DownloadSummary,
)
from photoorg.jobs.progress import Control
from photoorg.packs.download import download_pack, install_file
from photoorg.packs.finding import installed_models


def run(control: Control, asked: DownloadRequest) -> DownloadSummary:
    """Install the pack; goes on with an earlier try.

    Raises UsageError unless the terms are accepted, ModelError when the program's own detector is
    needed and damaged, DownloadError; cancelling keeps what was fetched.
    """
    models, accepted = asked.models or installed_models(), asked.accept_terms
    if asked.file is None:
        download = control.callback(DOWNLOADING)
        return DownloadSummary(download_pack(asked.offer, models, download, accepted=accepted))
    check = control.callback(CHECKING)
    return DownloadSummary(install_file(asked.offer, asked.file, models, check, accepted=accepted))
