"""The download of a face model pack, with progress and cancel."""

from photoorg.jobs.download_request import DOWNLOADING, DownloadRequest, DownloadSummary
from photoorg.jobs.progress import Control
from photoorg.packs.download import download_pack
from photoorg.packs.finding import installed_models


def run(control: Control, asked: DownloadRequest) -> DownloadSummary:
    """Install the pack; goes on with an earlier try.

    Raises UsageError unless the terms are accepted, DownloadError; cancelling keeps what was
    fetched.
    """
    return DownloadSummary(
        download_pack(
            asked.offer,
            asked.models or installed_models(),
            control.callback(DOWNLOADING),
            accepted=asked.accept_terms,
        )
    )
