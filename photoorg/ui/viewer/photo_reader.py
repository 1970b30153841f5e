"""Decoding whole photos for the viewer, in a thread, the one that is looked at first."""

import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter

from photoorg.errors import PhotoError
from photoorg.media.video.names import is_video
from photoorg.tr import tr
from photoorg.ui.pictures import as_qimage, read_image
from photoorg.ui.viewer.photo_facts import Facts, read_facts

log = logging.getLogger(__name__)

LONGER_SIDE = 4000
"""Photos of twice this size and more are decoded at half: no screen shows the difference."""
CACHE_BYTES = 400 * 2**20
SMALLEST_LEVEL = 900


@dataclass(frozen=True, slots=True, eq=False)
class ShownPhoto:
    """A decoded photo: ``levels`` from full size down, each half the size of the one before.

    Drawing from the nearest level is quick and smooth at every zoom. ``width`` and ``height`` are
    the upright photo's own, in which faces' boxes live; ``facts`` are what the file tells.
    """

    levels: tuple[QImage, ...]
    width: int
    height: int
    facts: Facts = field(default_factory=Facts)

    def size(self, quarters: int) -> tuple[int, int]:
        """Return the photo's size when it is turned by so many quarters."""
        return (self.height, self.width) if quarters % 2 else (self.width, self.height)

    def paint(self, painter: QPainter, target: QRectF, ratio: float, quarters: int) -> None:
        """Draw the photo into ``target``, turned clockwise; ``ratio`` is that of the screen."""
        painter.save()
        painter.translate(target.center())
        painter.rotate(90 * quarters)
        lying = target.transposed() if quarters % 2 else target
        upright = QRectF(-lying.width() / 2, -lying.height() / 2, lying.width(), lying.height())
        painter.drawImage(upright, self.level_for(lying.width() * ratio))
        painter.restore()

    def level_for(self, pixels: float) -> QImage:
        """Return the smallest level that is at least ``pixels`` wide."""
        return next((lv for lv in reversed(self.levels) if lv.width() >= pixels), self.levels[0])

    @property
    def bytes(self) -> int:
        """The memory taken."""
        return sum(level.sizeInBytes() for level in self.levels)


class PhotoReader(QObject):
    """``decoded(path)`` and ``failed(path, sentence)`` answer :meth:`ask`.

    Call :meth:`close` before the program ends.
    """

    decoded = Signal(object)
    failed = Signal(object, str)
    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache: OrderedDict[Path, ShownPhoto] = OrderedDict()
        self._wanted: list[Path] = []
        self._busy: Path | None = None
        self._lock = threading.Lock()
        self._running = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def get(self, path: Path) -> ShownPhoto | None:
        """Return a photo that is decoded already."""
        found = self._cache.get(path)
        if found is not None:
            self._cache.move_to_end(path)
        return found

    def ask(self, paths: list[Path]) -> None:
        """Decode these, the first one first; what was asked before is dropped.

        Nothing is decoded of videos: the window is no place for it, their thumbnails stay.
        """
        with self._lock:
            self._wanted = [
                path
                for path in paths
                if path not in self._cache and path != self._busy and not is_video(path)
            ]
            start = bool(self._wanted) and not self._running
            self._running = self._running or start
        if start:
            self._pool.start(self._work)

    def forget(self) -> None:
        """Read every file anew when it is asked for again, also one that is just being read."""
        self._cache.clear()
        with self._lock:
            self._busy = None

    def close(self) -> None:
        """Drop what is asked for and wait for the thread."""
        with self._lock:
            self._wanted = []
        self._pool.waitForDone()

    def _next(self) -> Path | None:
        with self._lock:
            self._busy = self._wanted.pop(0) if self._wanted else None
            self._running = self._busy is not None
            return self._busy

    def _work(self) -> None:
        while (path := self._next()) is not None:
            try:
                self._read.emit(path, decode(path))
            except PhotoError as error:
                self._read.emit(path, error.reason)
            except Exception as error:  # a bug, told in the window instead of a frozen picture
                log.exception("%s cannot be shown", path)
                self._read.emit(
                    path, tr("Something went wrong ({error}). This is a bug.", error=error)
                )

    def _keep(self, path: Path, read: ShownPhoto | str) -> None:
        if isinstance(read, str):
            self.failed.emit(path, read)
            return
        self._cache[path] = read
        self._cache.move_to_end(path)
        while len(self._cache) > 1 and sum(p.bytes for p in self._cache.values()) > CACHE_BYTES:
            self._cache.popitem(last=False)
        self.decoded.emit(path)


def decode(path: Path) -> ShownPhoto:
    """Decode a photo for the screen; raises :class:`PhotoError`."""
    image, width, height = read_image(path, LONGER_SIDE)
    levels = [as_qimage(image)]
    while max(image.size) >= 2 * SMALLEST_LEVEL:
        image = image.reduce(2)
        levels.append(as_qimage(image))
    return ShownPhoto(tuple(levels), width, height, read_facts(path))
