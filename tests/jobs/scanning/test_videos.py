"""Videos are watched one by one, resumed in the middle, and told where they cannot be read."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.analysis.faces import Detected
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.errors import Cancelled, LibraryError
from photoorg.jobs.messages import Announced, Finished, Message, Problem, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import CRASHED, run
from photoorg.jobs.scan_request import WATCHING, ScanRequest
from photoorg.jobs.scanning import videos
from photoorg.jobs.scanning.asking import ask_files
from photoorg.jobs.scanning.found_files import take_in
from photoorg.jobs.scanning.videos import VideoScanner
from photoorg.jobs.worker import WorkerClient
from photoorg.library import Library
from photoorg.media.images import Picture
from photoorg.media.photo_files import CUT_OFF, EMPTY
from photoorg.media.video.faults import GROWING
from photoorg.settings import Settings
from photoorg.types import Pixels
from tests.jobs.crashing_scan import CrashingScan
from tests.jobs.trial_analyzer import CRASHING, MODEL, ColourAnalyzer, colour_analyzer, paint
from tests.media.video.clips import write_clip

RED, GREEN = (200, 40, 30), (30, 190, 60)


def plain(colour: tuple[int, int, int], frames: int) -> list[Pixels]:
    """Return frames of one colour, with some grain."""
    grain = np.random.default_rng(1).integers(0, 20, (96, 128, 3))
    return [np.clip(np.array(colour[::-1]) + grain, 0, 255).astype(np.uint8)] * frames


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "films"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "test.photoorg") as opened:
        yield opened


class Scan:
    """A scan of one folder; ``after`` is how many reports it lives."""

    def __init__(
        self, library: Library, folder: Path, after: int = 0, *, careful: bool = False
    ) -> None:
        self.sent: list[Message] = []
        self.analyzer: ColourAnalyzer
        self.analyzer, analyzer = colour_analyzer()
        control = Control(self.sent.append, careful=careful)
        take_in(library, control, folder)
        self.scanner = VideoScanner(
            library, control, analyzer, MODEL, workers=2, decoding=lambda _: nullcontext()
        )
        if after:
            self._cancel_at(control, after)
        self.queue = library.intake.queue(MODEL)
        self.scanner.work_off(self.queue)

    def _cancel_at(self, control: Control, after: int) -> None:
        analyzer = self.analyzer
        seen = ColourAnalyzer.detect

        def detect(picture: Picture) -> list[Detected]:
            if analyzer.detected + 1 == after:
                control.cancel()
            return seen(analyzer, picture)

        analyzer.detect = detect  # type: ignore[method-assign]


def test_a_video_is_stored_with_its_tracks(library: Library, folder: Path) -> None:
    write_clip(folder / "clip.mp4", plain(RED, 50) + plain(GREEN, 50))
    scan = Scan(library, folder)
    (video,) = library.videos.every()
    assert video.path == folder / "clip.mp4"
    assert video.seconds == pytest.approx(4.0, abs=0.1)
    assert [(round(m.begin), round(m.end)) for m in video.moments] == [(0, 2), (2, 4)]
    for moment in video.moments:
        assert (library.thumbnails.face(moment.face_id) or b"").startswith(b"\xff\xd8")
    assert library.thumbnails.photo(video.id) is not None
    assert scan.scanner.problems == []
    assert library.intake.queue(MODEL) == []
    assert not [m for m in scan.sent if isinstance(m, Announced)]
    told = [m for m in scan.sent if isinstance(m, Progress) and m.stage == WATCHING]
    assert told[0].what == str(folder / "clip.mp4")


def test_when_and_where_a_video_was_taken_is_told_once_and_for_all(
    library: Library, folder: Path
) -> None:
    told = {
        "com.apple.quicktime.creationdate": "2021-06-05T10:11:12+0200",
        "com.apple.quicktime.location.ISO6709": "+52.5200+013.4050/",
    }
    write_clip(folder / "a.mov", plain(RED, 25), told=told)
    write_clip(folder / "VID_20190714_101112.avi", plain(GREEN, 25))
    Scan(library, folder)
    (folder / "a.mov.supplemental-metadata.json").write_text(
        '{"photoTakenTime": {"timestamp": "1"}, "description": "By the lake"}'
    )
    for _ in range(2):
        known = {
            photo.path.name: (photo.taken_at, photo.source, photo.place)
            for photo in library.photos.list()
        }
        assert known == {
            "a.mov": ("2021-06-05T10:11:12", "quicktime", "Berlin"),
            "VID_20190714_101112.avi": ("2019-07-14T10:11:12", "name", ""),
        }
        take_in(library, Control(lambda _: None), folder)
        ask_files(library, Control(lambda _: None))
    captions = [library.origins.of(photo.id) for photo in library.photos.list()]
    assert [one and one.caption for one in captions] == ["By the lake", ""]


def test_a_copy_and_a_moved_video_are_not_watched_again(library: Library, folder: Path) -> None:
    file = write_clip(folder / "clip.mp4", plain(RED, 30))
    Scan(library, folder)
    (folder / "copy.mp4").write_bytes(file.read_bytes())
    file.rename(folder / "moved.mp4")
    scan = Scan(library, folder)
    assert len(scan.queue) == 2
    assert scan.analyzer.detected == 0
    assert len(library.videos.every()) == 1


def test_a_scan_that_was_stopped_goes_on_in_the_middle(library: Library, folder: Path) -> None:
    write_clip(folder / "clip.mp4", plain(RED, 100) + plain(GREEN, 100), g="10")
    with pytest.raises(Cancelled):
        Scan(library, folder, after=25)
    assert library.videos.every() == []
    again = Scan(library, folder)
    whole = Scan(library, folder)
    assert len(again.queue) == 1
    assert whole.queue == []
    assert 10 < again.analyzer.detected < 35
    (video,) = library.videos.every()
    spans = [(round(m.begin), round(m.end)) for m in video.moments]
    assert spans == [(0, 4), (4, 8)]
    assert video.moments[0].frames > 15


def test_a_frame_is_seen_once_however_often_a_scan_is_stopped(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(folder / "clip.mp4", plain(RED, 100), g="10")
    seen: list[float] = []
    see = Tracker.see

    def see_and_tell(self: Tracker, at: float, *told: Any, **more: Any) -> None:
        seen.append(at)
        see(self, at, *told, **more)

    monkeypatch.setattr(Tracker, "see", see_and_tell)
    for _ in range(3):
        with pytest.raises(Cancelled):
            Scan(library, folder, after=6)
    Scan(library, folder)
    assert len(seen) > 20
    assert seen == sorted(set(seen))


def test_it_is_kept_now_and_then_for_those_who_are_killed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(folder / "clip.mp4", plain(RED, 60) + plain(GREEN, 60), g="10")
    monkeypatch.setattr(videos, "KEPT_S", 0.0)
    kept: list[float] = []
    keep = library.watching.keep

    def keep_and_tell(*told: Any) -> None:
        kept.append(told[3])
        keep(*told)

    monkeypatch.setattr(library.watching, "keep", keep_and_tell)
    Scan(library, folder)
    assert len(kept) > 10
    assert kept == sorted(kept)
    (video,) = library.videos.every()
    assert [(round(m.begin), round(m.end)) for m in video.moments] == [(0, 2), (2, 5)]
    assert library.connection.value("SELECT count(*) FROM watched_tracks") == 0


def test_what_cannot_be_read_is_told_and_the_others_are_watched(
    library: Library, folder: Path
) -> None:
    good = write_clip(folder / "good.mp4", plain(RED, 30))
    (folder / "empty.mov").write_bytes(b"")
    (folder / "cut.mp4").write_bytes(good.read_bytes()[:-300])
    (folder / "text.avi").write_text("hello")
    scan = Scan(library, folder)
    told = {problem.path.name: problem.reason for problem in scan.scanner.problems}
    assert told.keys() == {"empty.mov", "cut.mp4", "text.avi"}
    assert (told["empty.mov"], told["cut.mp4"]) == (EMPTY, CUT_OFF)
    assert [problem.path.name for problem in library.photos.problems()] == sorted(told)
    assert [video.path.name for video in library.videos.every()] == ["good.mp4"]


def test_of_a_video_that_ends_early_what_is_there_is_shown(library: Library, folder: Path) -> None:
    rng = np.random.default_rng(1)
    frames = [rng.integers(60, 256, (96, 128, 3), dtype=np.uint8) for _ in range(150)]
    file = write_clip(folder / "clip.mkv", frames)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    scan = Scan(library, folder)
    (problem,) = scan.scanner.problems
    assert problem.reason.startswith("The video ends after 0:0")
    assert len(library.videos.every()) == 1
    assert library.intake.queue(MODEL) == []


@pytest.mark.parametrize("first", ["cut.mkv", "whole.mkv"])
def test_a_whole_video_is_shown_whole_whichever_comes_first(
    library: Library, folder: Path, first: str
) -> None:
    frames = plain(RED, 100) + plain(GREEN, 100)
    data = write_clip(folder / "whole.mkv", frames, g="10").read_bytes()
    (folder / "whole.mkv").unlink()
    files = {"whole.mkv": data, "cut.mkv": data[: len(data) * 6 // 10]}
    for name in sorted(files, key=lambda name: name != first):
        (folder / name).write_bytes(files[name])
        Scan(library, folder)
    (video,) = library.videos.every()
    assert video.seconds == pytest.approx(8.0, abs=0.1)
    assert len(video.moments) == 2
    assert library.videos.problem(video.id) is None
    (folder / "whole.mkv").touch()
    assert Scan(library, folder).analyzer.detected == 0


def test_a_file_that_grows_is_watched_by_the_next_scan(library: Library, folder: Path) -> None:
    file = write_clip(folder / "clip.mp4", plain(RED, 30))

    def grow(_: int) -> "nullcontext[None]":
        with file.open("ab") as end:
            end.write(b"\0\0\0\x08free")
        return nullcontext()

    control = Control(lambda _: None)
    take_in(library, control, folder)
    scanner = VideoScanner(library, control, colour_analyzer()[1], MODEL, workers=1, decoding=grow)
    scanner.work_off(library.intake.queue(MODEL))
    assert [problem.reason for problem in scanner.problems] == [GROWING]
    assert library.videos.every() == []
    assert Scan(library, folder).scanner.problems == []
    assert len(library.videos.every()) == 1


def test_a_scan_takes_photos_and_videos(tmp_path: Path, folder: Path, tiny_pack: Path) -> None:
    paint(folder / "photo.jpg", RED, (640, 480))
    write_clip(folder / "clip.mp4", plain(RED, 30))
    sent: list[Message] = []
    library = tmp_path / "test.photoorg"
    asked = ScanRequest(library, [folder], Settings(), tiny_pack)
    summary = run(Control(sent.append), asked)
    assert (summary.photos, summary.faces, summary.problems) == (2, 2, ())
    assert not [m for m in sent if isinstance(m, Problem)]
    with Library.open(library) as opened:
        (video,) = opened.videos.every()
        assert video.moments[0].person_id is not None


def test_after_a_crash_each_video_is_announced(library: Library, folder: Path) -> None:
    write_clip(folder / "a.mp4", plain(RED, 10))
    write_clip(folder / "b.mp4", plain(GREEN, 10))
    scan = Scan(library, folder, careful=True)
    announced = [m.photo_id for m in scan.sent if isinstance(m, Announced)]
    assert announced == [*(file.id for file in scan.queue), None]


def test_a_decoder_that_dies_costs_its_video_only(tmp_path: Path, folder: Path) -> None:
    write_clip(folder / "a.mp4", plain(RED, 30))
    write_clip(folder / "deadly.mp4", plain(GREEN, 20) + plain(CRASHING, 30))
    write_clip(folder / "z.mp4", plain(GREEN, 30))
    library = tmp_path / "test.photoorg"
    client = WorkerClient()
    messages: list[Message] = []
    client.start(CrashingScan(library, [folder]))
    while client.running:
        client.wait(0.5)
        messages += client.poll()
    assert isinstance(messages[-1], Finished), messages[-1]
    with Library.open(library) as opened:
        (problem,) = opened.photos.problems()
        assert (problem.path.name, problem.reason) == ("deadly.mp4", CRASHED)
        assert [video.path.name for video in opened.videos.every()] == ["a.mp4", "z.mp4"]


def test_what_is_wrong_with_the_library_is_no_videos_fault(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(folder / "clip.mp4", plain(RED, 10))

    def full(*_: object) -> list[int]:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(library.videos, "store", full)
    with pytest.raises(LibraryError):
        Scan(library, folder)
    assert library.photos.problems() == []
