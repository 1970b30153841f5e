"""Download and install a face model pack; standard library only, so the window may import it.

A download that stops, for whatever reason, leaves what it has fetched in a file beside the place of
the pack and goes on from there the next time (:mod:`.transfer`). The pack appears under its name
only when it is complete: checked by size and SHA-256, unpacked or put together in a temporary
folder (:mod:`.unpack`, :mod:`.assembly`), read as a pack, renamed. A file that the user fetched in
another way is checked and installed in the same manner, and stays where it is.
"""

import contextlib
import errno
import hashlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from photoorg.disk_space import DISK_FULL, free_space
from photoorg.errors import DownloadError, ModelError, UsageError
from photoorg.packs.assembly import STARTER, assemble, own_detector, recognizer_file
from photoorg.packs.models import TERMS_FILE, read_pack
from photoorg.packs.offers import PackOffer
from photoorg.packs.transfer import fetch, forget, size_of, wrong_file
from photoorg.packs.unpack import unpack
from photoorg.private_files import make_folder
from photoorg.tr import tr
from photoorg.types import ProgressCallback, no_progress

_TOO_LARGE = (*DISK_FULL, errno.EFBIG)
_CHUNK = 1 << 20


def download_pack(
    offer: PackOffer,
    models: Path,
    progress: ProgressCallback = no_progress,
    *,
    accepted: bool,
    timeout: float = 20.0,
    retries: int = 3,
    starter: Path = STARTER,
) -> Path:
    """Install ``offer`` as a folder of ``models`` and return that folder.

    ``accepted`` is whether the user accepted ``offer.terms``; without it nothing is fetched.
    ``progress`` gets bytes; when it raises :class:`photoorg.errors.Cancelled`, what has been
    fetched stays for the next time. A connection that is cut or stands still for ``timeout``
    seconds is taken up again; :class:`DownloadError` after ``retries`` times without any progress,
    or at once when trying again cannot help (disk full, wrong file, refused by the server).
    ``starter`` is the pack whose detector a recogniser that comes alone is given.
    """
    part = _part(offer, models)

    def get() -> Path:
        # A ZIP file lies there beside what is in it, a network becomes part of the pack.
        _require_space(models, offer.unpacked + (0 if offer.recognizer else offer.size), part)
        fetch(offer, part, progress, timeout, retries)
        if _digest(part) != offer.sha256:
            forget(part)
            raise wrong_file(offer, tr("its digest differs"))
        return part

    try:
        folder = _install(offer, models, get, progress, starter, accepted=accepted, move=True)
    except _UnusableError as error:
        forget(part)
        raise DownloadError(
            tr(
                "The download of {name} cannot be used and was removed: {error}",
                name=offer.name,
                error=error,
            )
        ) from error
    forget(part)
    return folder


def install_file(
    offer: PackOffer,
    file: Path,
    models: Path,
    progress: ProgressCallback = no_progress,
    *,
    accepted: bool,
    starter: Path = STARTER,
) -> Path:
    """Install ``offer`` from a ``file`` that the user has; otherwise as :func:`download_pack`.

    Nothing is fetched, and ``file`` stays as it is. Raises :class:`DownloadError` when it is not
    the file that ``offer`` describes, or cannot be read.
    """

    def get() -> Path:
        _check_file(offer, file, progress)
        _require_space(models, offer.unpacked)
        return file

    try:
        folder = _install(offer, models, get, progress, starter, accepted=accepted, move=False)
    except _UnusableError as error:
        raise DownloadError(tr("{file} cannot be used: {error}", file=file, error=error)) from error
    forget(_part(offer, models))  # of a download that was given up
    return folder


def _part(offer: PackOffer, models: Path) -> Path:
    return models / f".{offer.name}{'.onnx' if offer.recognizer else '.zip'}.part"


class _UnusableError(Exception):
    """The right file was there, but no pack could be made of it."""


def _install(
    offer: PackOffer,
    models: Path,
    get: Callable[[], Path],
    progress: ProgressCallback,
    starter: Path,
    *,
    accepted: bool,
    move: bool,
) -> Path:
    """Return the pack's folder, which is made of the file that ``get`` returns if it is not there.

    The pack is completed beside it and renamed; a broken folder that is in the way goes first.
    """
    if not accepted:
        raise UsageError(tr("Accept the terms of {name} before downloading it.", name=offer.name))
    folder = models / offer.name
    with contextlib.suppress(ModelError):
        read_pack(folder)
        return folder
    if offer.recognizer:
        own_detector(starter)  # told before anything is fetched
    try:
        make_folder(models)
        for left_over in models.glob(f".{offer.name}.new-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        file = get()
        fresh = Path(tempfile.mkdtemp(prefix=f".{offer.name}.new-", dir=models))
        old = fresh.with_name(f"{fresh.name}-old")
        try:
            _put_in_place(offer, file, fresh, starter, progress, move=move)
            fresh.chmod(0o755)
            if folder.exists():
                folder.rename(old)
            fresh.rename(folder)
        finally:
            for left_over in (fresh, old):
                shutil.rmtree(left_over, ignore_errors=True)
    except OSError as error:
        raise _disk_error(error, models) from error
    return folder


def _put_in_place(
    offer: PackOffer,
    file: Path,
    folder: Path,
    starter: Path,
    progress: ProgressCallback,
    *,
    move: bool,
) -> None:
    """Make a pack of ``file`` in ``folder``, and read it; ``move`` whether a network may be."""

    def tick() -> None:
        progress(offer.size, offer.size)

    try:
        if offer.recognizer is None:
            unpack(file, folder, tick)
        else:
            target = folder / recognizer_file(offer)
            if move:
                file.rename(target)
            else:
                _copy(file, target, tick)
            assemble(offer, offer.recognizer, folder, starter)
        read_pack(folder)
    except (ModelError, DownloadError) as error:
        raise _UnusableError(str(error)) from error
    (folder / TERMS_FILE).write_text(offer.terms, encoding="utf-8")


def _copy(file: Path, target: Path, tick: Callable[[], None]) -> None:
    with file.open("rb") as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
            tick()


def _check_file(offer: PackOffer, file: Path, progress: ProgressCallback) -> None:
    try:
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, tr("it is a folder"))
        size = file.stat().st_size
        same = size == offer.size and _digest(file, offer.size, progress) == offer.sha256
    except OSError as error:
        raise DownloadError(
            tr("{file} cannot be read ({reason}).", file=file, reason=error.strerror or error)
        ) from error
    if size != offer.size:
        reason = tr("{given} instead of {size} bytes", given=size, size=offer.size)
    elif not same:
        reason = tr("its digest differs")
    else:
        return
    raise DownloadError(
        tr(
            "{file} is not the file of {title} ({reason}); download {name} from {url} again.",
            file=file,
            title=offer.title or offer.name,
            reason=reason,
            name=offer.file_name,
            url=offer.url,
        )
    )


def _digest(file: Path, total: int = 0, progress: ProgressCallback = no_progress) -> str:
    digest, done = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            progress(done, total)
    return digest.hexdigest()


def _require_space(models: Path, whole: int, part: Path | None = None) -> None:
    needed = whole - (size_of(part) if part else 0)
    free = free_space(models)
    if free < needed:
        raise DownloadError(
            tr(
                "The disk with {folder} has {free} MB free, but {needed} MB are needed; free some "
                "space and try again.",
                folder=models,
                free=f"{free / 1e6:.0f}",
                needed=f"{needed / 1e6:.0f}",
            )
        )


def _disk_error(error: OSError, models: Path) -> DownloadError:
    if error.errno in _TOO_LARGE:
        return DownloadError(
            tr(
                "The disk with {folder} is full; free some space and try again. What has been "
                "fetched is kept.",
                folder=models,
            )
        )
    return DownloadError(
        tr(
            "{folder} cannot be written ({reason}); check its permissions.",
            folder=models,
            reason=error.strerror or error,
        )
    )
