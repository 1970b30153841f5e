"""From photos that wait to stored faces: read, decode, find faces, embed, commit in batches.

Reading and looking (decode, detect, thumbnails) run in threads a few photos ahead; their work is
native code that runs side by side. The faces of a whole batch are embedded at once in a thread of
their own, while the next photos are looked at, so that no core waits for the other. The thread of
the job is the only one that touches the library: it commits the batch (:mod:`.storing`). Whatever
was committed is done: stopping anywhere, a kill included, leaves a library from which the next
scan goes on.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.cores import usable_cores
from photoorg.errors import PhotoError
from photoorg.jobs.messages import LibraryChanged, Problem, shown
from photoorg.jobs.progress import Control
from photoorg.jobs.scan_request import READING
from photoorg.jobs.scanning.asking import FOLDERS
from photoorg.jobs.scanning.look import Content, Seen, look, read
from photoorg.jobs.scanning.pipeline import ahead
from photoorg.jobs.scanning.places import is_folder
from photoorg.jobs.scanning.storing import BATCH_S, Batch, Embedded, Storing
from photoorg.library import Library, PendingFile
from photoorg.library.values import Turn
from photoorg.media.images import out_of_memory
from photoorg.media.photo_files import GONE, NO_MEMORY
from photoorg.metadata.beside import Folder
from photoorg.tr import kept
from photoorg.types import Box, Kind

log = logging.getLogger(__name__)

BATCH = 16
"""A batch goes to be embedded when it holds so many photos, and is committed after that."""

READ_AHEAD = 4

CAREFUL = 64
"""So many photos from the head of the queue are suspects after a crash: more than ever were in
the pipeline at once."""

FOLDER_GONE = kept("This folder vanished during the scan; its photos are kept. Scan it again.")

STRANGE = 20
"""So many photos in a row whose analysis fails for no known reason stop the scan."""

STORED = frozenset({Kind.PHOTOS, Kind.FACES, Kind.FOLDERS})

Fresh: TypeAlias = tuple[Content, dict[int, Box], Turn | None]
"""A file to be looked at: its content, what a human drew in it, and how it was turned."""


def division_of_labour() -> tuple[int, int]:
    """Return (photos looked at at once, threads of each network).

    Several photos side by side use the cores better than several threads on one photo.
    """
    cores = usable_cores()
    workers = min(4, cores)
    return workers, max(1, cores // workers)


class Scanner:
    """Works off a queue of photos; ``problems`` and ``analyzed`` tell what came of it.

    ``roots`` are the library's folders by their ids, to tell a photo that was deleted from a
    drive that was unplugged; ``stored`` hears how many faces each commit brought, and
    ``decoding(photo id)`` surrounds the decoding of each photo. ``known_too`` looks again also at
    pictures that the model has seen.
    """

    def __init__(
        self,
        library: Library,
        control: Control,
        analyzer: FaceAnalyzer,
        model: str,
        roots: dict[int, Path],
        *,
        workers: int,
        stored: Callable[[int], None] = lambda _: None,
        decoding: Callable[[int], AbstractContextManager[object]] = nullcontext,
        known_too: bool = False,
    ) -> None:
        self.problems: list[Problem] = []
        self.analyzed = 0
        self._library = library
        self._control = control
        self._analyzer = analyzer
        self._model = model
        self._roots = roots
        self._workers = workers
        self._stored = stored
        self._decoding = decoding
        self._known_too = known_too
        # Only the CPU lets several threads into one network at once.
        self._inference = nullcontext() if analyzer.provider == "cpu" else Lock()
        self._batch = Batch()
        self._embedding: tuple[Batch, Future[Embedded]] | None = None
        self._on_the_way: set[str] = set()
        self._again: list[PendingFile] = []
        self._strangers: set[int] = set()
        self._broken: dict[str, PhotoError] = {}
        self._strange = 0
        self._done = 0
        self._total = 0
        self._away: set[Path] = set()

    def work_off(self, queue: Sequence[PendingFile]) -> None:
        """Analyse the photos in order, carefully first if the control says so."""
        self._total = len(queue)
        self._storing = Storing(self._library, self._analyzer, self._model, self._inference)
        self._control.report(READING, 0, self._total)
        suspects = CAREFUL if self._control.careful else 0
        for photo in queue[:suspects]:
            self._control.announce(photo.id)
            self._work([photo], workers=1)
        if suspects and queue:
            self._control.announce(None)
        self._again += queue[suspects:]
        while self._again:
            rest, self._again = self._again, []
            self._work(rest, workers=self._workers)

    def _work(self, queue: Sequence[PendingFile], workers: int) -> None:
        self._on_the_way, self._embedding = set(), None
        with ExitStack() as stack:
            reader = _executor(stack, 1)
            lookers = _executor(stack, workers)
            self._embedder = _executor(stack, 1)
            listed = lru_cache(FOLDERS)(Folder)
            fresh = self._fresh(ahead(reader, partial(read, listed), queue, READ_AHEAD))
            for (photo, (content, *_)), future in ahead(lookers, self._look, fresh, workers + 1):
                self._wait(photo, future)
                self._take(photo, content, future)
                if self._batch.due(BATCH):
                    self._pass_on()
                elif self._is_embedded():
                    self._commit()
            self._pass_on()
            self._commit()

    def _look(self, job: tuple[PendingFile, Fresh]) -> Seen:
        photo, (content, drawn, turn) = job
        watched = partial(self._decoding, photo.id)
        return look(photo, content, self._analyzer, self._inference, watched, drawn, turn)

    def _wait(self, photo: PendingFile, future: Future[Seen]) -> None:
        """Wait for a photo; where it takes long, store meanwhile what is ready, and say so."""
        while not wait([future], timeout=BATCH_S).done:
            self._pass_on()
            self._control.report(READING, self._done, self._total, shown(photo.path))

    def _fresh(
        self, contents: Iterator[tuple[PendingFile, Future[Content]]]
    ) -> Iterator[tuple[PendingFile, Fresh]]:
        """Yield the files that have to be looked at, with what a human drew and how it stands.

        A file that shows a known picture leads to its photo. One whose twin is being analysed at
        this moment has its turn when that is committed, and fails as it failed.
        """
        for photo, future in contents:
            try:
                content = future.result()
            except PhotoError as error:
                self._fail(photo, error)
                continue
            except Exception as error:
                self._fail(photo, self._strange_failure(photo, error))
                continue
            if (before := self._broken.get(content.digest)) is not None:
                self._fail(photo, PhotoError(photo.path, before.reason))
            elif {content.digest, content.picture} & self._on_the_way:
                self._again.append(photo)
            elif (
                self._library.pictures.recognize(
                    photo.id, content.digest, content.picture, self._model
                )
                and not self._known_too
            ):
                self._library.origins.keep([(photo.id, content.details)])
                self._step(photo)
            else:
                self._on_the_way |= {content.digest, content.picture}
                pictures = self._library.pictures
                drawn = pictures.drawn(content.digest, content.picture, self._model)
                file = None if photo.id in self._strangers else photo.id
                turn = pictures.turn(file, content.digest, content.picture)
                yield photo, (content, drawn, turn)

    def _take(self, photo: PendingFile, content: Content, future: Future[Seen]) -> None:
        try:
            self._batch.seen.append((photo, future.result()))
        except PhotoError as error:
            failure = error
        except Exception as error:
            failure = self._strange_failure(photo, error)
        else:
            self._strange = 0
            self.analyzed += 1
            self._step(photo)
            return
        if not failure.passing and failure.reason != GONE:
            self._broken[content.digest] = failure
        self._fail(photo, failure)

    def _strange_failure(self, photo: PendingFile, error: Exception) -> PhotoError:
        """Return what to say of an error that nobody expected, so that the scan goes on.

        Whatever is wrong with one picture may not stop it; what is wrong with all of them is a
        bug, or a broken installation, and has to.
        """
        self._strange += 1
        if self._strange > STRANGE:
            raise error
        log.error("%s cannot be analysed", shown(photo.path), exc_info=error)
        if out_of_memory(error):
            return PhotoError(photo.path, NO_MEMORY, passing=True)
        reason = kept("The analysis of this picture failed ({error}).", error=type(error).__name__)
        return PhotoError(photo.path, reason)

    def _fail(self, photo: PendingFile, error: PhotoError) -> None:
        if error.reason == GONE:
            self._lose(photo)
        else:
            self._batch.failed.append((photo, error))
            self._tell(Problem(photo.path, error.reason))
        self._step(photo)

    def _lose(self, photo: PendingFile) -> None:
        """Deal with a file that vanished since the walk: deleted, or its whole drive is away."""
        for folder_id, root in self._roots.items():
            if photo.path.is_relative_to(root) and not is_folder(root):
                self._library.folders.mark_missing(folder_id, missing=True)
                self._tell_once(root, FOLDER_GONE)
                return
        self._library.intake.mark_unseen([photo.id])
        if is_folder(photo.path.parent):
            self._tell(Problem(photo.path, GONE))
        else:
            self._tell_once(photo.path.parent, FOLDER_GONE)

    def _tell_once(self, folder: Path, reason: str) -> None:
        if folder not in self._away:
            self._away.add(folder)
            self._tell(Problem(folder, reason))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)
        self._control.send(problem)

    def _step(self, photo: PendingFile) -> None:
        self._done += 1
        self._control.report(READING, self._done, self._total, shown(photo.path))

    def _is_embedded(self) -> bool:
        return self._embedding is not None and self._embedding[1].done()

    def _pass_on(self) -> None:
        """Commit the batch before, and have the faces of what is ready embedded."""
        self._commit()
        if len(self._batch):
            batch, self._batch = self._batch, Batch()
            self._embedding = batch, self._embedder.submit(self._storing.embed, batch)

    def _commit(self) -> None:
        """Store the batch whose faces are being embedded, if there is one, and say so.

        Another picture that was turned like the one before it in its file is looked at again.
        """
        if self._embedding is None:
            return
        (batch, future), self._embedding = self._embedding, None
        stored = self._storing.store(batch, future.result())
        self._strangers |= {photo.id for photo in stored.misturned}
        self._again += stored.misturned
        self._done -= len(stored.misturned)
        self.analyzed -= len(stored.misturned)
        self._on_the_way -= {
            hash_ for _, seen in batch.seen for hash_ in (seen.digest, seen.picture)
        }
        self._control.send(LibraryChanged(STORED))
        self._stored(stored.faces)


def _executor(stack: ExitStack, workers: int) -> Executor:
    """Return threads that end with the stack and drop what they have not begun."""
    executor = ThreadPoolExecutor(workers, thread_name_prefix="photos")
    stack.callback(executor.shutdown, cancel_futures=True)
    return executor
