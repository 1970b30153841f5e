"""From videos that wait to stored tracks: one after the other, resumed where a scan was stopped.

A video is watched for as long as it is; now and then it is kept how far that went, so that a scan
that was stopped, or killed, goes on there. It is stored when its end is reached, or where it cannot
be read any further.
"""

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.analysis.tracking.track import Track, packed, unpacked
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.analysis.tracking.watching import watch
from photoorg.errors import Cancelled, LibraryError, PhotoError
from photoorg.jobs.messages import LibraryChanged, Problem, shown
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import WATCHING
from photoorg.library import Analysis, Library, PendingFile
from photoorg.library.journal.replay import apply_pending
from photoorg.library.videos.values import Film, Span
from photoorg.media.images import out_of_memory
from photoorg.media.photo_files import GONE
from photoorg.media.video.facts import Taken, camera, place, taken
from photoorg.media.video.faults import NO_MEMORY, ends_early
from photoorg.media.video.identity import content_hash, pictures_hash
from photoorg.media.video.reading import Sample, Video, open_video
from photoorg.metadata.beside import Folder
from photoorg.metadata.details import film_details
from photoorg.metadata.moments import Moment
from photoorg.metadata.values import Details, Source
from photoorg.tr import kept
from photoorg.types import Kind

log = logging.getLogger(__name__)

KEPT_S = 10.0
"""After so many seconds of work it is kept how far a video was watched."""

DARK = 8.0
"""Frames that deviate less in brightness show nothing yet."""

MISSING_S, MISSING = 2.0, 0.05
"""A video that ends more seconds, and by a larger share, before the announced end lacks some."""

STORED = frozenset({Kind.PHOTOS, Kind.FACES, Kind.FOLDERS})


class VideoScanner:
    """Works off a queue of videos; ``problems`` tells what went wrong.

    ``decoding(file id)`` surrounds what may take a decoder for ever, and ``stored`` hears how many
    faces each video brought.
    """

    def __init__(
        self,
        library: Library,
        control: Control,
        analyzer: FaceAnalyzer,
        model: str,
        *,
        workers: int,
        decoding: Callable[[int], AbstractContextManager[object]],
        stored: Callable[[int], None] = lambda _: None,
    ) -> None:
        self.problems: list[Problem] = []
        self._library = library
        self._control = control
        self._analyzer = analyzer
        self._model = model
        self._workers = workers if analyzer.provider == "cpu" else 1
        self._decoding = decoding
        self._stored = stored

    def work_off(self, queue: Sequence[PendingFile]) -> None:
        """Watch the videos in order, each announced where something has crashed before."""
        if not queue:
            return
        careful = self._control.careful
        for number, file in enumerate(queue):
            self._control.report(WATCHING, number, len(queue), shown(file.path))
            if careful:
                self._control.announce(file.id)
            self._work(file, partial(self._tell_progress, number, len(queue), file))
        if careful:
            self._control.announce(None)
        self._control.report(WATCHING, len(queue), len(queue))

    def _work(self, file: PendingFile, tell: Callable[[Video], None]) -> None:
        try:
            self._stored(self._watch(file, tell))
        except PhotoError as error:
            self._fail(file, error)
        except (Cancelled, LibraryError):
            raise
        except Exception as error:
            if out_of_memory(error):
                self._fail(file, PhotoError(file.path, NO_MEMORY, passing=True))
                return
            log.exception("%s cannot be watched", shown(file.path))
            reason = kept(
                "The analysis of this video failed ({error}).", error=type(error).__name__
            )
            self._fail(file, PhotoError(file.path, reason))
        finally:
            self._control.send(LibraryChanged(STORED))

    def _watch(self, file: PendingFile, tell: Callable[[Video], None]) -> int:
        """Watch a video to its end and store it; return how many faces it brought."""
        content = content_hash(file.path)
        with self._decoding(file.id), open_video(file.path) as video:
            pictures, announced = pictures_hash(video), video.announced
        known = self._library.videos.begins_alike(content, pictures)
        cut = known is not None and _lacks(known, announced)  # this file may hold the rest
        if not cut and self._library.pictures.recognize(file.id, content, pictures, self._model):
            return 0
        watched = _Watched(self._library, file.id, content, self._model, self._analyzer)
        with (
            ThreadPoolExecutor(self._workers, thread_name_prefix="video") as workers,
            open_video(file.path) as video,
        ):
            frames = watch(
                video,
                self._analyzer,
                watched.tracker,
                watched.at,
                workers=workers,
                watched=partial(self._decoding, file.id),
            )
            for sample in frames:
                watched.see(sample)
                try:
                    tell(video)
                except Cancelled:
                    watched.keep(sample)
                    raise
        return self._store(file, content, pictures, video, watched)

    def _store(
        self, file: PendingFile, content: str, pictures: str, video: Video, watched: "_Watched"
    ) -> int:
        tracks = sorted(watched.all(), key=lambda track: (track.begin, track.best_box.x))
        when = taken(video.told)
        width, height = video.size
        analysis = Analysis(
            file_id=file.id,
            content_hash=content,
            width=width,
            height=height,
            taken_at=None if when is None else when.at,
            model=self._model,
            faces=[track.found() for track in tracks],
            picture_hash=pictures,
        )
        film = Film(
            seconds=video.seconds,
            spans=[
                Span(track.begin, track.end, track.best_at, track.frames, track.score)
                for track in tracks
            ],
            taken_offset_min=None if when is None else when.offset_min,
            taken_source=None if when is None else when.source,
            place=place(video.told),
            camera=camera(video.told),
        )
        with self._library.write():
            faces = self._library.videos.store(analysis, film)
            self._library.origins.keep([(file.id, _details(file, film, when))])
            photo = self._library.pictures.photo_of(file.id)
            photos = {} if photo is None else {photo: watched.thumbnail}
            apply_pending(self._library, photos)
            crops = {face: track.thumbnail for face, track in zip(faces, tracks, strict=False)}
            self._library.keep_thumbnails(photos, crops)
        if _lacks(video.seconds, video.announced):
            reason = ends_early(video.seconds, video.announced)
            self._fail(file, PhotoError(file.path, reason))
        return len(faces)

    def _fail(self, file: PendingFile, error: PhotoError) -> None:
        if error.reason == GONE:
            self._library.intake.mark_unseen([file.id])
        else:
            self._library.intake.fail(file.id, error.reason, passing=error.passing)
        self._tell(Problem(file.path, error.reason))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)
        self._control.send(problem)

    def _tell_progress(self, number: int, total: int, file: PendingFile, video: Video) -> None:
        share = min(video.seconds / video.announced, 1.0) if video.announced else 0.0
        self._control.report(WATCHING, number, total, f"{shown(file.path)} ({share:.0%})")


def _details(file: PendingFile, film: Film, when: Taken | None) -> Details:
    """Return what is told of a video, inside of it and beside it."""
    latitude, longitude = film.place or (None, None)
    told = Details(
        taken=None if when is None else Moment(when.at, when.offset_min),
        source=None if when is None else Source(when.source),
        latitude=latitude,
        longitude=longitude,
        camera=film.camera or "",
    )
    return film_details(file.path, told, Folder(file.path.parent))


def _lacks(seconds: float, announced: float) -> bool:
    """Tell whether a video of so many seconds is only a part of what it says to be."""
    return announced - seconds > max(MISSING_S, MISSING * announced)


class _Watched:
    """What was seen in a video so far, kept in the library now and then."""

    def __init__(
        self, library: Library, file_id: int, content: str, model: str, analyzer: FaceAnalyzer
    ) -> None:
        self._library = library
        self._file = file_id, content, model
        self._kept = time.monotonic()
        self.thumbnail = b""
        self._lit = False
        before = library.watching.recall(*self._file)
        self.at = 0.0 if before is None else before.at
        self.tracker = Tracker(analyzer.embed, [] if before is None else unpacked(before.state))

    def see(self, sample: Sample) -> None:
        """Hear that the tracker has seen a frame; the first that is not dark stands for all."""
        if not self._lit:
            self._lit = float(sample.picture.pixels[::8, ::8].std()) > DARK
            self.thumbnail = photo_thumbnail(sample.picture)
        if time.monotonic() - self._kept > KEPT_S:
            self.keep(sample)

    def keep(self, sample: Sample) -> None:
        """Remember in the library how far it was watched; ``sample`` was the last frame."""
        state = packed(self.tracker.open)
        ended = [packed([track]) for track in self.tracker.take()]
        # The next frame is the first that was not seen.
        self._library.watching.keep(*self._file, sample.at + 1e-3, state, ended)
        self._kept = time.monotonic()

    def all(self) -> list[Track]:
        """Return all tracks of the video, which is over."""
        before = self._library.watching.recall(*self._file)
        ended = [track for kept in (before.tracks if before else ()) for track in unpacked(kept)]
        return ended + self.tracker.take()
