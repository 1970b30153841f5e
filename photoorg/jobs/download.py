"""The download of a face model pack, with progress and cancel."""

from pathlib import Path

from photoorg.jobs.messages import DownloadSummary
from photoorg.jobs.progress import Control
from photoorg.packs.download import BUFFALO_L, PackOffer, download_pack
from photoorg.packs.finding import installed_models


def run(
    control: Control,
    *,
    accept_terms: bool,
    offer: PackOffer = BUFFALO_L,
    models: Path | None = None,
) -> DownloadSummary:
    """Install a pack in ``models`` (None: the data folder's); goes on with an earlier try.

    Raises UsageError unless the terms are accepted, DownloadError; cancelling keeps what was
    fetched.
    """
    return DownloadSummary(
        download_pack(
            offer,
            models or installed_models(),
            control.callback("download"),
            accepted=accept_terms,
        )
    )
