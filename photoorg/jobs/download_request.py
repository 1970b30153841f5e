"""The download of a pack as it is asked for and told of; :mod:`photoorg.jobs.download` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.messages import Pace, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.packs.offers import PackOffer
from photoorg.tr import kept

DOWNLOADING = Stage("Downloading", kept("Downloading {title}"), pace=Pace.STEADY, in_bytes=True)
CHECKING = Stage("Checking", kept("Checking {title}"), pace=Pace.STEADY, in_bytes=True)


@dataclass(frozen=True, slots=True)
class DownloadSummary(Summary):
    """Where a downloaded face model pack lies now."""

    folder: Path


@dataclass(frozen=True, slots=True)
class DownloadRequest(Request[DownloadSummary]):
    """Asks to install a pack in ``models`` (None: the data folder's).

    It is downloaded, or comes from a ``file`` that the user has.
    """

    work: ClassVar[str] = "photoorg.jobs.download:run"

    offer: PackOffer
    accept_terms: bool
    models: Path | None = None
    file: Path | None = None

    @property
    def title(self) -> str:
        """The name of the pack."""
        return self.offer.title or self.offer.name
