"""Open videos and give a few of their frames, upright: at each new shot and every so often.

FFmpeg decodes, by PyAV. Frames that no other one needs are not decoded. It is given local files of
known containers only: a list of addresses that calls itself a video leads nowhere. Decoders may
crash or hang; this is for a process that may end.
"""

import os
import stat
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.errors import PhotoError
from photoorg.media.images import Picture
from photoorg.media.photo_files import EMPTY, NO_FILE
from photoorg.media.video.faults import (
    DAMAGED,
    GROWING,
    NO_PICTURES,
    too_large,
    unknown_coding,
    why_failed,
)
from photoorg.media.video.shots import (
    FADING_S,
    SIDES,
    Glance,
    has_faded,
    histogram,
    is_cut,
    is_flash,
)
from photoorg.media.video.upright import Turn, upright

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

FRAME_SIDE = 1920
"""Frames are given with a longer side of at most so many pixels."""

MAX_PIXELS = 50_000_000
"""Frames that claim more are refused: decoders hold a dozen at once. 8K has 33 million."""

SHARED_PIXELS = 9_000_000
"""Larger frames are decoded one after the other, not several at once: they fill the memory."""

MOST_FAULTS = 100
"""So many parts in a row that cannot be decoded end a video."""

USUAL_RATE = 25.0
"""Frames a second where a video does not tell when a frame is due."""

_CONTAINERS = "mov,matroska,avi,mpegts,mpeg,asf,flv"
_OPTIONS = {"format_whitelist": f"{_CONTAINERS},mpegvideo", "protocol_whitelist": "file"}


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A frame ``at`` so many seconds; ``begins_shot`` if it does not go on from the one before."""

    at: float
    begins_shot: bool
    picture: Picture


@contextmanager
def open_video(path: Path) -> Iterator["Video"]:
    """Open the video at ``path``; raises :class:`PhotoError` with the reason.

    Also on leaving: what was read of a file that somebody is still writing is not to be kept.
    """
    before = _status(path)
    import av

    try:
        container = av.open(f"file:{os.fspath(path)}", options=_OPTIONS, metadata_errors="replace")
    except Exception as error:
        raise why_failed(path, error, opened=False) from error
    try:
        yield Video(path, container)
    finally:
        container.close()
    after = _status(path)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise PhotoError(path, GROWING, passing=True)


class Video:
    """An open video.

    ``announced`` is how many seconds it says to take (0 where it does not), ``told`` what its
    container tells by names. ``step`` are the seconds from one sample to the next, to be changed at
    any time. ``seconds`` and ``faults`` are how far it has been read, and how many of its parts
    could not be decoded.
    """

    def __init__(self, path: Path, container: "InputContainer") -> None:
        self.path = path
        self.step = 0.5
        self.seconds = 0.0
        self.faults = 0
        self._container = container
        self._stream = _pictures(path, container)
        self.told: Mapping[str, str] = {**self._stream.metadata, **container.metadata}
        self.announced = _announced(container, self._stream)
        self._size: tuple[int, int] | None = None

    def samples(self, start: float = 0.0) -> Iterator[Sample]:
        """Yield frames from ``start`` seconds on; raises :class:`PhotoError`.

        The first frame begins a shot. Each is upright, and its ``width`` and ``height`` are those
        of the video's first frame, as it is shown.
        """
        due, before, turn = start, None, None
        sampled: deque[tuple[float, Glance]] = deque()  # of the shot, in the last half second
        for at, frame, glance, after in self._compared(start):
            turn = turn or upright(frame)
            begins = before is None or is_cut(before, glance, after)
            if before is None or not is_flash(before, glance, after):
                while len(sampled) > 1 and sampled[0][0] < at - FADING_S:
                    sampled.popleft()
                begins = begins or (bool(sampled) and has_faded(sampled[0][1], glance))
                before = glance
            if begins:
                sampled.clear()
            if begins or at >= due:
                sampled.append((at, glance))
                yield Sample(at, begins, self._picture(frame, turn))
                due = at + self.step

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the first frame that was given, as it is shown."""
        context = self._stream.codec_context
        return self._size or (context.width, context.height)

    def head(self, packets: int) -> tuple[list[bytes], Turn]:
        """Return the first coded ``packets``, and how frames are turned; to be asked at first."""
        coded: list[bytes] = []
        turn = None
        try:
            for packet in self._container.demux(self._stream):
                coded.append(bytes(packet))
                if turn is None:
                    turn = next((upright(frame) for frame in packet.decode()), None)
                if len(coded) >= packets:
                    break
        except Exception as error:
            raise why_failed(self.path, error, opened=True) from error
        return coded, turn or Turn()

    def _compared(
        self, start: float
    ) -> Iterator[tuple[float, "VideoFrame", Glance, Glance | None]]:
        """Yield each decoded frame with its time, its glance, and that of the frame behind it."""
        last: tuple[float, VideoFrame, Glance] | None = None
        for at, frame in self._timed(start):
            small = frame.reformat(*SIDES, format="bgr24", interpolation="FAST_BILINEAR")
            glance = Glance(histogram(small.to_ndarray()), bool(frame.key_frame))
            if last is not None:
                yield *last, glance
            last = at, frame, glance
        if last is not None:
            yield *last, None

    def _timed(self, start: float) -> Iterator[tuple[float, "VideoFrame"]]:
        """Yield each decoded frame from ``start`` on with its time, which never goes back."""
        begin = float((self._stream.start_time or 0) * (self._stream.time_base or 0))
        usual = 1 / _rate(self._stream)
        last, shift = None, -begin
        for frame in self._decoded(start + begin if start > 0 else None):
            told = frame.time
            at = (start if last is None else last + usual) if told is None else told + shift
            if last is not None and at <= last:
                shift += last + usual - at
                at = last + usual
            last = at
            self.seconds = max(self.seconds, at + usual)
            if at >= start:
                yield max(at, 0.0), frame

    def _decoded(self, start: float | None) -> Iterator["VideoFrame"]:
        from av.error import InvalidDataError

        row, any_frame = 0, False
        try:
            if start is not None and self._stream.time_base:
                self._container.seek(int(start / self._stream.time_base), stream=self._stream)
            for packet in self._container.demux(self._stream):
                try:
                    frames = packet.decode()
                except InvalidDataError:
                    row, self.faults = row + 1, self.faults + 1
                    if row >= MOST_FAULTS and not any_frame:
                        raise
                    continue
                row = 0
                for frame in frames:
                    if not frame.is_corrupt:
                        any_frame = True
                        yield frame
        except Exception as error:
            raise why_failed(self.path, error, opened=True) from error
        if not any_frame and start is None:
            raise PhotoError(self.path, DAMAGED)

    def _picture(self, frame: "VideoFrame", turn: Turn) -> Picture:
        across = _aspect(self._stream, frame)
        scale = min(1.0, FRAME_SIDE / max(frame.width * across, frame.height))
        width = max(2, round(frame.width * across * scale))
        height = max(2, round(frame.height * scale))
        pixels = turn(frame.reformat(width, height, format="bgr24").to_ndarray())
        if self._size is None:
            full = round(frame.width * across), frame.height
            self._size = full[::-1] if turn.swaps else full
        return Picture(
            pixels=pixels,
            width=self._size[0],
            height=self._size[1],
            scale=pixels.shape[1] / self._size[0],
            oriented=True,
        )


def _status(path: Path) -> os.stat_result:
    """Return what the system says of a file; pipes and devices are refused, they may never end."""
    try:
        status = path.stat()
    except OSError as error:
        raise why_failed(path, error, opened=False) from error
    if not stat.S_ISREG(status.st_mode):
        raise PhotoError(path, NO_FILE)
    if not status.st_size:
        raise PhotoError(path, EMPTY)
    return status


def _pictures(path: Path, container: "InputContainer") -> "VideoStream":
    """Return the first stream of moving pictures, ready to be decoded."""
    from av.stream import Disposition

    covers = Disposition.attached_pic | Disposition.still_image
    streams = [one for one in container.streams.video if not one.disposition & covers]
    if not streams:
        raise PhotoError(path, NO_PICTURES if len(container.streams) else DAMAGED)
    stream = streams[0]
    # A stream without a decoder has no context.
    if stream.codec_context is None:
        raise PhotoError(path, unknown_coding(""))
    width, height = stream.codec_context.width, stream.codec_context.height
    if width * height > MAX_PIXELS:
        raise PhotoError(path, too_large(width, height))
    stream.thread_type = "AUTO" if width * height <= SHARED_PIXELS else "SLICE"
    stream.codec_context.thread_count = 2
    stream.codec_context.skip_frame = "NONREF"
    return stream


def _announced(container: "InputContainer", stream: "VideoStream") -> float:
    if stream.duration and stream.time_base:
        return max(0.0, float(stream.duration * stream.time_base))
    return max(0.0, (container.duration or 0) / 1e6)


def _rate(stream: "VideoStream") -> float:
    """Return the frames a second, as far as they can be believed."""
    told = float(stream.average_rate or stream.guessed_rate or 0)
    return told if 0.1 <= told <= 1000 else USUAL_RATE


def _aspect(stream: "VideoStream", frame: "VideoFrame") -> float:
    """Return how much broader than high a pixel of a stored frame is."""
    told = float(stream.sample_aspect_ratio or 0)
    return told if 0.2 <= told <= 5 and frame.width and frame.height else 1.0
