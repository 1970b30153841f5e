"""Thumbnails for the views: what is at hand comes at once, the rest is fetched in a thread.

A view asks while it paints. What it asked last is fetched first, and requests that newer ones
have pushed out are dropped: the view asks again when it still shows them. One thread fetches
them: a second one would stand in the way of the window. A thumbnail that is not in the library's
second file is made from the original photo, by a thread of its own so that stored ones never wait
behind it, and stored for the next time.
"""

import logging
import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Set
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from photoorg.errors import PhotoorgError
from photoorg.library import Library
from photoorg.library.storage.sidecars import thumbnails_file
from photoorg.library.thumbnails import ThumbnailReader
from photoorg.ui.pictures import face_jpeg, photo_jpeg, read_image, read_jpeg

log = logging.getLogger(__name__)

ThumbnailKind: TypeAlias = Literal["face", "photo"]
_T = TypeVar("_T")

CACHE_BYTES = 192 * 2**20
DECODED_SIDE = 3000
"""Photos are decoded at least so large, so that small faces in them stay sharp."""
WAITING = 400
"""Requests that wait at most; more than any window shows at once."""


class _Wish(NamedTuple):
    kind: ThumbnailKind
    id: int
    pixels: int  # longest side in pixels of the screen; 0: as stored


class _Wishes:
    """Requests, newest first, shared by the asking thread and the fetching one."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[_Wish, None] = OrderedDict()
        self._at_work: set[_Wish] = set()
        self._lock = threading.Lock()
        self._running = False

    def add(self, wish: _Wish) -> bool:
        """Add or renew a request; return whether a thread should begin to take."""
        with self._lock:
            if wish in self._at_work:
                return False
            self._waiting[wish] = None
            self._waiting.move_to_end(wish)
            if len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            start, self._running = not self._running, True
            return start

    def take(self, done: _Wish | None = None) -> _Wish | None:
        """Return the newest request, or None: then the thread that asked must end."""
        with self._lock:
            if done is not None:
                self._at_work.discard(done)
            if not self._waiting:
                self._running = False
                return None
            wish, _ = self._waiting.popitem()
            self._at_work.add(wish)
            return wish

    def again(self, changed: Set[tuple[str, int]]) -> None:
        """Fetch again those of ``changed``, kinds and ids, that are being fetched right now."""
        with self._lock:
            for wish in [w for w in self._at_work if (w.kind, w.id) in changed]:
                self._at_work.discard(wish)
                self._waiting[wish] = None

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def idle(self) -> bool:
        with self._lock:
            return not self._running


class ThumbnailLoader(QObject):
    """Pixmaps of faces and photos, kept in a cache that is bounded in bytes.

    ``ready(kind, id)`` says that there is a thumbnail now that was missing, or a newer one;
    ``photosReplaced(ids)`` that these photos look different now. Call :meth:`close` before the
    program ends.
    """

    ready = Signal(str, int)
    photosReplaced = Signal(list)
    _decoded = Signal(object, QImage)

    def __init__(
        self, library: Path, parent: QObject | None = None, *, cache_bytes: int = CACHE_BYTES
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._cache: OrderedDict[_Wish, QPixmap] = OrderedDict()
        self._cached_bytes = 0
        self._cache_bytes = cache_bytes
        self._absent: set[_Wish] = set()
        self._old: set[_Wish] = set()
        self._newest_seen = self._with_reader(ThumbnailReader.newest)
        self._stored, self._missing = _Wishes(), _Wishes()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._closed = False
        # The thread would hold up the paint that asks.
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._begin_to_read)
        self._decoded.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def face(self, face_id: int, side: int = 0) -> QPixmap | None:
        """Return a face's square thumbnail, or None and ask for it.

        ``side`` is the wanted longest side in logical pixels: the pixmap is then scaled for the
        screen, never enlarged. 0 gives it as stored.
        """
        return self._get("face", face_id, side)

    def photo(self, photo_id: int, side: int = 0) -> QPixmap | None:
        """Return a photo's thumbnail in the photo's shape, or None and ask for it."""
        return self._get("photo", photo_id, side)

    def look_for_newer(self) -> None:
        """Fetch anew what was replaced because its photo was edited, as soon as it is shown.

        Until then the old thumbnail stays, so that nothing flickers.
        """
        replaced = self._with_reader(lambda reader: reader.replaced_since(self._newest_seen))
        if not replaced:
            return
        self._newest_seen = replaced[-1][0]
        changed = {(kind, id_) for _, kind, id_ in replaced}
        self._stored.again(changed)
        self._old |= {wish for wish in self._cache if (wish.kind, wish.id) in changed}
        for kind, id_ in {(wish.kind, wish.id) for wish in self._old}:
            self.ready.emit(kind, id_)
        photos = sorted(id_ for kind, id_ in changed if kind == "photo")
        if photos:
            self.photosReplaced.emit(photos)

    def try_again(self) -> None:
        """Ask again for what could not be made before: a drive may have come back."""
        self._absent.clear()

    def idle(self) -> bool:
        """Tell whether no request is waiting or being fetched."""
        return self._stored.idle() and self._missing.idle()

    def close(self) -> None:
        """Drop all requests and wait for the threads."""
        self._closed = True
        self._stored.clear()
        self._missing.clear()
        if self._after_paint.isActive():
            self._after_paint.stop()
            self._stored.take()  # as the thread would that does not begin any more
        self._pool.waitForDone()

    def _get(self, kind: ThumbnailKind, id_: int, side: int) -> QPixmap | None:
        ratio = _screen_ratio() if side else 1.0
        wish = _Wish(kind, id_, math.ceil(side * ratio))
        found = self._cache.get(wish)
        if found is not None:
            self._cache.move_to_end(wish)
            if wish in self._old:
                self._old.remove(wish)
                self._ask(wish)
            return found
        if wish not in self._absent:
            self._ask(wish)
        return None

    def _ask(self, wish: _Wish) -> None:
        if not self._closed and self._stored.add(wish):
            self._after_paint.start()

    def _begin_to_read(self) -> None:
        self._pool.start(self._read_stored)

    def _with_reader(self, question: Callable[[ThumbnailReader], _T]) -> _T:
        reader = ThumbnailReader(thumbnails_file(self._library))
        try:
            return question(reader)
        finally:
            reader.close()

    def _read_stored(self) -> None:
        reader = ThumbnailReader(thumbnails_file(self._library))
        wish = self._stored.take()
        while wish is not None:
            jpeg = reader.face(wish.id) if wish.kind == "face" else reader.photo(wish.id)
            image = read_jpeg(jpeg, wish.pixels) if jpeg else QImage()
            if not image.isNull():
                self._decoded.emit(wish, image)
            elif not self._closed and self._missing.add(wish):
                self._pool.start(self._make_missing)
            wish = self._stored.take(wish)
        reader.close()

    def _make_missing(self) -> None:
        wish = self._missing.take()
        while wish is not None:
            jpeg = None
            try:
                jpeg = _made(self._library, wish)
            except PhotoorgError as error:
                log.info("no thumbnail of %s %d: %s", wish.kind, wish.id, error)
            except Exception:  # a bug, but one thumbnail is not worth the thread
                log.exception("no thumbnail of %s %d", wish.kind, wish.id)
            self._decoded.emit(wish, read_jpeg(jpeg, wish.pixels) if jpeg else QImage())
            wish = self._missing.take(wish)

    def _keep(self, wish: _Wish, image: QImage) -> None:
        if image.isNull():
            self._absent.add(wish)
            return
        pixmap = QPixmap.fromImage(image)
        if wish.pixels:
            pixmap.setDevicePixelRatio(_screen_ratio())
        if wish in self._cache:
            self._cached_bytes -= _bytes_of(self._cache[wish])
        self._cache[wish] = pixmap
        self._cached_bytes += _bytes_of(pixmap)
        while self._cached_bytes > self._cache_bytes and len(self._cache) > 1:
            self._cached_bytes -= _bytes_of(self._cache.popitem(last=False)[1])
        self.ready.emit(wish.kind, wish.id)


def _made(path: Path, wish: _Wish) -> bytes | None:
    """Make every thumbnail of the photo behind a request; return the one that was asked for.

    The photo is decoded once for itself and all of its faces. Raises :class:`PhotoorgError` when
    the photo cannot be read or the library knows no such photo or face any more.
    """
    with Library.open(path, create=False) as library:
        photo_id = library.faces.get(wish.id).photo_id if wish.kind == "face" else wish.id
        of = library.photos.get(photo_id)
        image, width, _ = read_image(of.path, DECODED_SIDE, of.turned)
        photo = photo_jpeg(image)
        scale = image.width / width
        faces = {
            face.id: face_jpeg(image, face.box, scale) for face in library.faces.of_photo(photo_id)
        }
        library.keep_thumbnails({photo_id: photo}, faces)
    return photo if wish.kind == "photo" else faces.get(wish.id)


def _screen_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
