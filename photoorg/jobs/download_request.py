"""The download of a pack as it is asked for and told of; :mod:`photoorg.jobs.download` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from photoorg.jobs.messages import Pace, Stage, Summary
from photoorg.jobs.request import Request
from photoorg.tr import kept

if TYPE_CHECKING:
    from photoorg.packs.download import PackOffer  # with all of http: seldom needed

DOWNLOADING = Stage("Downloading", kept("Downloading {title}"), pace=Pace.STEADY, in_bytes=True)


@dataclass(frozen=True, slots=True)
class DownloadSummary(Summary):
    """Where a downloaded face model pack lies now."""

    folder: Path


@dataclass(frozen=True, slots=True)
class DownloadRequest(Request[DownloadSummary]):
    """Asks to install a pack in ``models`` (None: the data folder's)."""

    work: ClassVar[str] = "photoorg.jobs.download:run"

    offer: "PackOffer"
    accept_terms: bool
    models: Path | None = None

    @property
    def title(self) -> str:
        """The name of the pack."""
        return self.offer.name
