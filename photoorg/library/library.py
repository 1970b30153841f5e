"""The library file: opened, checked, migrated, and its gateways in one place."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from photoorg.errors import Cancelled, LibraryError, PhotoorgError
from photoorg.library.accounting.accounts import Accounts
from photoorg.library.copies.backups import back_up_if_due
from photoorg.library.copies.soundness import check_tables, check_what_was_said, is_sound
from photoorg.library.decisions.changes import TURNED
from photoorg.library.decisions.grouping import Grouping
from photoorg.library.decisions.history import History
from photoorg.library.decisions.ledger import Ledger
from photoorg.library.decisions.merges import Merges
from photoorg.library.decisions.separations import Separations
from photoorg.library.duplicates.duplicates import Duplicates
from photoorg.library.faces import Faces
from photoorg.library.folders import Folders
from photoorg.library.intake import Intake
from photoorg.library.journal.journal import Journal
from photoorg.library.migrations import APPLICATION_ID
from photoorg.library.origins.origins import Origins
from photoorg.library.people import People
from photoorg.library.photos import Photos
from photoorg.library.pictures import Pictures
from photoorg.library.portraits.biographies import Biographies
from photoorg.library.portraits.likeness import Likeness
from photoorg.library.scenes.scenes import Scenes
from photoorg.library.standing.queue import Triage
from photoorg.library.storage.connecting import check_disk, connect
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.locks import exclusive
from photoorg.library.storage.marks import mark_of
from photoorg.library.storage.opening import Place, look
from photoorg.library.storage.sidecars import beside, thumbnails_file
from photoorg.library.storage.sqlite_errors import damaged, sentences
from photoorg.library.thumbnails import Thumbnails
from photoorg.library.updating import migrate
from photoorg.library.videos.videos import Videos
from photoorg.library.videos.watching import Watching
from photoorg.private_files import make_folder, prepare_private
from photoorg.tr import kept, retold, tr

log = logging.getLogger(__name__)

_HELD = {
    "jobs": kept(
        "Another photoorg is scanning or grouping this library; wait until it has finished."
    ),
    "searches": kept(
        "Another photoorg is looking for photos that look alike in this library; wait until it has "
        "finished."
    ),
    "window": kept("photoorg is already open with this library; use that window."),
}

_LATER = (
    "The last %d steps are missing in %s, but they are in %s; `photoorg restore` brings them back."
)


class Library:
    """A library file and the gateways to its tables.

    ``folders``, ``accounts``, ``photos``, ``origins``, ``faces``, ``people`` and ``biographies``
    answer questions; ``intake`` (files), ``pictures`` (what they show), ``videos`` (those that
    move, and who is seen when) and ``watching`` (how far they were watched) are where a scan
    writes; ``duplicates`` keeps which pictures are there more than once,
    ``scenes`` which look alike;
    ``grouping`` is the only place where the machine puts faces into groups, and ``triage`` tells
    what it is not sure of; ``ledger`` and ``history`` keep what the user said, ``merges`` and
    ``separations`` tell what it means for people and for faces that must not be together. What the
    user does is in :mod:`.actions`, the only place outside the gateways that writes through
    ``connection``.

    Left as a context without an error, it makes a copy of itself when one is due.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.path = connection.path
        self.folders = Folders(connection)
        self.accounts = Accounts(connection)
        self.photos = Photos(connection)
        self.origins = Origins(connection)
        self.intake = Intake(connection)
        self.pictures = Pictures(connection)
        self.videos = Videos(connection)
        self.watching = Watching(connection)
        self.duplicates = Duplicates(connection)
        self.scenes = Scenes(connection)
        self.faces = Faces(connection)
        self.people = People(connection)
        self.biographies = Biographies(connection)
        self.likeness = Likeness(connection)
        self.triage = Triage(connection)
        self.ledger = Ledger(connection)
        self.merges = Merges(connection)
        self.separations = Separations(connection)
        self.journal = Journal(connection)
        self.history = History(connection, self._told)
        self.grouping = Grouping(connection, self.history)
        mark = mark_of(connection)
        self.thumbnails = Thumbnails(thumbnails_file(connection.path), mark.now, wal=connection.wal)
        if mark.former is not None:
            self._take_over_thumbnails(mark.former)
        self._version = self._data_version()
        self._stepped = False

    @classmethod
    def open(cls, path: Path, *, create: bool = True, anew: bool = False) -> "Library":
        """Open the library file, making or migrating it when needed.

        Where nothing can be written it is opened to be read (``connection.read_only``). Raises
        :class:`LibraryError` when the file is not ours, is newer than the program, is damaged, is
        missing although ``create`` is False or, unless ``anew``, although what belongs to it lies
        beside it, or cannot be read.
        """
        path = path.expanduser().absolute()
        place = look(path, create=create, anew=anew)
        if not place.read_only:
            _prepare(place)
        shared = Connection.is_open(path)
        with sentences(path):
            connection = connect(place, APPLICATION_ID)
        try:
            with sentences(path):
                migrate(connection, fresh=place.fresh)
                check_tables(connection)
                if place.unclean and not shared:
                    check_what_was_said(connection)
                opened = cls(connection)
                if not shared and (missing := opened.journal.missing()):
                    log.warning(_LATER, missing, path, opened.journal.path)
                return opened
        except BaseException as error:
            broken = isinstance(error, Exception) and _is_damage(connection, error)
            connection.close()
            if broken:
                raise damaged(path) from error
            raise

    def _told(self, label: str, touched: dict[str, list[int]]) -> None:
        """Hear of each step of the user, in its transaction."""
        self._stepped = True
        self.journal.told(label, touched)
        if photos := touched.get(TURNED):
            self.connection.when_committed(lambda: self._drop_thumbnails(photos))

    def chosen(self, kind: str) -> None:
        """Hear that the user chose something for the whole library, in its transaction.

        ``kind`` is one of :mod:`photoorg.library.journal.choice_lines`.
        """
        self._told("", {kind: []})

    def _drop_thumbnails(self, photo_ids: list[int]) -> None:
        """Forget the pictures of photos that were turned: they are made anew when looked at."""
        with self.connection.chosen(photo_ids) as chosen:
            faces = self.connection.rows(f"SELECT id FROM faces WHERE photo_id IN {chosen}")
        self.thumbnails.drop(photo_ids, [face for (face,) in faces])

    def keep_safe(self) -> None:
        """Make a copy if one is due, and see that the journal holds everything.

        Raises :class:`DamagedLibraryError` when it turns out that no copy can be made any more.
        """
        if not self.connection.read_only:
            self.journal.tidy()
            back_up_if_due(self.connection)

    def _keep_safe_by_the_way(self) -> None:
        try:
            self.keep_safe()
        except PhotoorgError as error:  # the step that was asked for is done
            log.warning("%s", error)

    def keep_thumbnails(self, photos: Mapping[int, bytes], faces: Mapping[int, bytes]) -> None:
        """Store JPEGs of photos and faces, but none that shows a face the user had forgotten."""
        hidden = self.photos.forgotten(photos)
        self.thumbnails.put_photos((id_, jpeg) for id_, jpeg in photos.items() if id_ not in hidden)
        hidden = self.faces.forgotten(faces)
        self.thumbnails.put_faces((id_, jpeg) for id_, jpeg in faces.items() if id_ not in hidden)

    def close(self) -> None:
        """Close the files; the library is complete on disk at any moment before that, too."""
        self._stepped = False
        self.thumbnails.close()
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if isinstance(error, Exception) and _is_damage(self.connection, error):
                raise damaged(self.path) from error
            if error is None and self._stepped:
                self._keep_safe_by_the_way()
        finally:
            self.close()

    def write(self) -> AbstractContextManager[None]:
        """Commit everything inside at once, or nothing; a nested use joins the outer one."""
        return self.connection.write()

    @contextmanager
    def exclusive(self, purpose: str) -> Iterator[None]:
        """Be the only process that does ``purpose`` with this library.

        It is one of "window", "jobs" (scans and groupings) and "searches" for what looks alike,
        which nobody else has to wait for. Raises :class:`LibraryBusyError` when another one does,
        and :class:`LibraryError` where nothing can be written and ``purpose`` has to.
        """
        if self.connection.read_only and purpose != "window":
            raise LibraryError(
                tr(
                    "The library {path} cannot be written; check the permissions of the file and "
                    "of its folder, or choose another file with --library.",
                    path=self.path,
                )
            )
        if self.connection.read_only:  # nobody can be disturbed
            yield
            return
        # Beside the file itself: whoever has it open by a link to it is somebody, too.
        with exclusive(beside(self.path.resolve(), f".{purpose}.lock"), retold(_HELD[purpose])):
            yield

    def changes_elsewhere(self) -> bool:
        """Tell whether another connection has committed since the last call."""
        version = self._data_version()
        changed = version != self._version
        self._version = version
        return changed

    def _take_over_thumbnails(self, former: str) -> None:
        """Keep the thumbnails of what this file held before it became another one."""
        last = {
            kind: int(self.connection.value(f"SELECT coalesce(max(id), 0) FROM {kind}"))
            for kind in ("faces", "photos")
        }
        self.thumbnails.take_over(former, last)

    def _data_version(self) -> int:
        return int(self.connection.value("PRAGMA data_version"))


def _prepare(place: Place) -> None:
    path = place.path
    try:
        make_folder(path.parent)
    except OSError as error:
        raise LibraryError(
            tr(
                "The folder {folder} cannot be made ({reason}); choose another file with "
                "--library.",
                folder=path.parent,
                reason=error.strerror,
            )
        ) from error
    check_disk(place)
    prepare_private(path)


def _is_damage(connection: Connection, error: Exception) -> bool:
    """Tell whether what nobody expected comes from a damaged file: then it is no bug."""
    expected = isinstance(error, PhotoorgError | Cancelled | OSError | MemoryError)
    return not expected and not is_sound(connection)
