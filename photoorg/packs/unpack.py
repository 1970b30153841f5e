"""Unpack a downloaded ZIP file without trusting it.

Refused are entries that lead out of the folder, links and other special files, locked entries, and
archives that would grow beyond measure. Checksums are verified on the way.
"""

import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from photoorg.errors import DownloadError
from photoorg.tr import tr

_MOST_ENTRIES = 1000
_MOST_GROWTH = 10
"""Network weights hardly shrink in a ZIP file; whatever grows tenfold is something else."""

_SMALL = 1 << 24
_CHUNK = 1 << 20


def unpack(archive: Path, folder: Path, tick: Callable[[], None] = lambda: None) -> None:
    """Unpack ``archive`` into the empty ``folder``; a single folder inside is left out.

    ``tick`` is called now and then and may raise to stop. Raises :class:`DownloadError` when the
    archive is damaged or cannot be trusted, OSError when the disk cannot be written.
    """
    try:
        with zipfile.ZipFile(archive) as source:
            entries = [entry for entry in source.infolist() if not entry.is_dir()]
            _check(entries, archive.stat().st_size)
            paths = [_safe_path(entry) for entry in entries]
            strip = 1 if _one_folder(paths) else 0
            for entry, path in zip(entries, paths, strict=True):
                target = folder.joinpath(*path.parts[strip:])
                target.parent.mkdir(parents=True, exist_ok=True)
                with source.open(entry) as packed, target.open("xb") as out:
                    while chunk := packed.read(_CHUNK):
                        out.write(chunk)
                        tick()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DownloadError(
            tr("the archive is damaged ({error}); try again.", error=error)
        ) from error
    except FileExistsError as error:
        raise DownloadError(tr("the archive holds two files of one name; try again.")) from error


def _check(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > max(
        _SMALL, _MOST_GROWTH * size
    ):
        raise DownloadError(tr("the archive would grow beyond measure; it is not a model pack."))
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise DownloadError(
                tr("the archive holds a link or device ({name}).", name=entry.filename)
            )
        if entry.flag_bits & 1:
            raise DownloadError(tr("the archive is locked with a password."))


def _safe_path(entry: zipfile.ZipInfo) -> PurePosixPath:
    path = PurePosixPath(entry.filename)
    odd = "\\" in entry.filename or ":" in entry.filename or not path.parts
    if odd or path.is_absolute() or ".." in path.parts:
        raise DownloadError(
            tr(
                "the archive wants to write outside its folder ({name}).",
                name=entry.filename,
            )
        )
    return path


def _one_folder(paths: list[PurePosixPath]) -> bool:
    return len({path.parts[0] for path in paths}) == 1 and all(len(p.parts) > 1 for p in paths)
