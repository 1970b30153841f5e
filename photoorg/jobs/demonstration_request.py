"""The demonstration as it is asked for; :mod:`photoorg.jobs.demonstration` does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from photoorg.jobs.request import Request
from photoorg.jobs.scan_request import ScanSummary
from photoorg.settings import Settings
from photoorg.tr import tr


@dataclass(frozen=True, slots=True)
class DemonstrationRequest(Request[ScanSummary]):
    """Asks to make the demonstration's album, if it is not there yet, and to scan it.

    The fields are those of a scan.
    """

    work: ClassVar[str] = "photoorg.jobs.demonstration:run"
    reads_photos: ClassVar[bool] = True

    settings: Settings
    models: Path | None = None
    people_early: bool = False

    @property
    def title(self) -> str:
        """Always the same: there is one."""
        return tr("the demonstration")
