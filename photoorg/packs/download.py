"""Download and install a face model pack; standard library only, so the window may import it.

A download that stops, for whatever reason, leaves what it has fetched in a file beside the place of
the pack and goes on from there the next time (:mod:`.transfer`). The pack appears under its name
only when it is complete: checked by size and SHA-256, unpacked into a temporary folder
(:mod:`.unpack`), read as a pack, renamed.
"""

import contextlib
import errno
import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from photoorg.errors import DownloadError, ModelError, UsageError
from photoorg.packs.models import TERMS_FILE, read_pack
from photoorg.packs.transfer import Source, fetch, forget, size_of, wrong_file
from photoorg.packs.unpack import unpack
from photoorg.private_files import make_folder
from photoorg.tr import tr
from photoorg.types import ProgressCallback, no_progress

TERMS = """\
Terms of use of the InsightFace model pack buffalo_l

The networks in this pack were trained and published by the InsightFace project. Its authors allow
their use for non-commercial research only. A use beyond that, above all any commercial one, needs
a licence from them (https://www.insightface.ai). photoorg itself is free software under other
terms and does not contain these networks; it only fetches them for you from the project's own
release on GitHub, unchanged. By accepting you confirm that your use is covered.

The networks run on this computer. No photo and no face leaves it.
"""


@dataclass(frozen=True, slots=True)
class PackOffer(Source):
    """A pack that can be downloaded; ``size`` and ``sha256`` are those of the ZIP file.

    ``unpacked`` is about how many bytes the pack takes on the disk, ``terms`` what the user has to
    accept first.
    """

    unpacked: int
    sha256: str
    terms: str


BUFFALO_L = PackOffer(
    name="buffalo_l",
    url="https://github.com/deepinsight/insightface/releases/download/v0.7/buffalo_l.zip",
    size=288_621_354,
    unpacked=342_000_000,
    sha256="80ffe37d8a5940d59a7384c201a2a38d4741f2f3c51eef46ebb28218a7b0ca2f",
    terms=TERMS,
)

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def download_pack(
    offer: PackOffer,
    models: Path,
    progress: ProgressCallback = no_progress,
    *,
    accepted: bool,
    timeout: float = 20.0,
    retries: int = 3,
) -> Path:
    """Install ``offer`` as a folder of ``models`` and return that folder.

    ``accepted`` is whether the user accepted ``offer.terms``; without it nothing is fetched.
    ``progress`` gets bytes; when it raises :class:`photoorg.errors.Cancelled`, what has been
    fetched stays for the next time. A connection that is cut or stands still for ``timeout``
    seconds is taken up again; :class:`DownloadError` after ``retries`` times without any progress,
    or at once when trying again cannot help (disk full, wrong file, refused by the server).
    """
    if not accepted:
        raise UsageError(tr("Accept the terms of {name} before downloading it.", name=offer.name))
    folder = models / offer.name
    with contextlib.suppress(ModelError):
        read_pack(folder)
        return folder
    archive = models / f".{offer.name}.zip.part"
    try:
        make_folder(models)
        for left_over in models.glob(f".{offer.name}.new-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        _require_space(offer, models, archive)
        fetch(offer, archive, progress, timeout, retries)
        _check_digest(offer, archive)
        _install(offer, archive, folder, progress)
        forget(archive)
    except OSError as error:
        raise _disk_error(error, models) from error
    return folder


def _require_space(offer: PackOffer, models: Path, archive: Path) -> None:
    needed = offer.size - size_of(archive) + offer.unpacked
    free = shutil.disk_usage(models).free
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


def _check_digest(offer: PackOffer, archive: Path) -> None:
    with archive.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != offer.sha256:
        forget(archive)
        raise wrong_file(offer, tr("its digest differs"))


def _install(offer: PackOffer, archive: Path, folder: Path, progress: ProgressCallback) -> None:
    """Unpack beside ``folder`` and rename; a broken folder that is in the way goes first."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{offer.name}.new-", dir=folder.parent))
    try:
        try:
            unpack(archive, fresh, lambda: progress(offer.size, offer.size))
            read_pack(fresh)
        except (ModelError, DownloadError) as error:
            forget(archive)
            raise DownloadError(
                tr(
                    "The download of {name} cannot be used and was removed: {error}",
                    name=offer.name,
                    error=error,
                )
            ) from error
        (fresh / TERMS_FILE).write_text(offer.terms, encoding="utf-8")
        fresh.chmod(0o755)
        if folder.exists():
            folder.rename(fresh.with_name(f"{fresh.name}-old"))
        fresh.rename(folder)
    finally:
        for left_over in (fresh, fresh.with_name(f"{fresh.name}-old")):
            shutil.rmtree(left_over, ignore_errors=True)


def _disk_error(error: OSError, models: Path) -> DownloadError:
    if error.errno in _DISK_FULL:
        return DownloadError(
            f"The disk with {models} is full; free some space and try again. What has been "
            "fetched is kept."
        )
    return DownloadError(
        f"{models} cannot be written ({error.strerror or error}); check its permissions."
    )
