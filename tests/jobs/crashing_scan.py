"""A scan for the worker process whose "decoder" can really crash; see trial_analyzer."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request
from photoorg.jobs.scan import record_crashes
from photoorg.jobs.scan_request import ScanSummary
from photoorg.jobs.scanning.analyze import Scanner
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.videos import VideoScanner
from photoorg.library import Library
from photoorg.media.video.names import is_video
from tests.jobs.trial_analyzer import MODEL, colour_analyzer


@dataclass(frozen=True)
class CrashingScan(Request[ScanSummary]):
    library: Path
    folders: Sequence[Path]
    title: str = "trial"

    def run(self, control: Control) -> ScanSummary:
        with Library.open(self.library) as opened:
            record_crashes(opened, control)
            for folder in self.folders:
                take_in(opened, control, folder)
            roots = {folder.id: folder.path for folder in opened.folders.list()}
            analyzer = colour_analyzer()[1]
            scanner = Scanner(opened, control, analyzer, MODEL, roots, workers=2)
            queue = opened.intake.queue(MODEL)
            scanner.work_off([file for file in queue if not is_video(file.path)])
            videos = VideoScanner(
                opened, control, analyzer, MODEL, workers=2, decoding=lambda _: nullcontext()
            )
            videos.work_off([file for file in queue if is_video(file.path)])
            return ScanSummary(scanner.analyzed, opened.faces.count(), 0, scanner.analyzed, 0.0)
