"""Fetch one large file, however often the connection is cut; standard library only.

What has been fetched stays in the file. The next request asks for the rest only (``Range``), on
condition that the server still has the same file (``If-Range`` with the ETag or date it was sent
under, kept in a note beside it); a server that cannot do so sends all of it again. Whether the
parts fit together is for the caller to check by a digest.
"""

import http.client
import json
import logging
import ssl
import time
import urllib.error
import urllib.request
from pathlib import Path

from photoorg.errors import DownloadError
from photoorg.json_files import read_json
from photoorg.packs.source import Source
from photoorg.tr import tr
from photoorg.types import ProgressCallback

log = logging.getLogger(__name__)

_CHUNK = 1 << 17


class _NetworkError(Exception):
    """Something went wrong between here and the server; trying again may help."""


def fetch(
    source: Source, file: Path, progress: ProgressCallback, timeout: float, retries: int
) -> None:
    """Complete ``file`` from ``source``; see :func:`photoorg.packs.download.download_pack`.

    Raises :class:`DownloadError` when the connection fails ``retries`` times in a row without any
    progress, or at once when trying again cannot help; OSError when ``file`` cannot be written.
    """
    failures = 0
    while (done := size_of(file)) != source.size:
        if done > source.size:
            forget(file)
            done = 0
        progress(done, source.size)
        try:
            _fetch_once(source, file, progress, timeout)
            failures = 0
        except (_NetworkError, http.client.HTTPException) as error:
            failures = 1 if size_of(file) > done else failures + 1
            log.info("the download of %s was interrupted: %s", source.name, error)
            if failures > retries:
                raise DownloadError(
                    tr(
                        "The download of {name} was interrupted ({error}); check the internet "
                        "connection and try again. What has been fetched is kept.",
                        name=source.name,
                        error=error,
                    )
                ) from error
            _wait(2.0 ** (failures - 1) / 2, size_of(file), source.size, progress)
    progress(source.size, source.size)


def _fetch_once(source: Source, file: Path, progress: ProgressCallback, timeout: float) -> None:
    have = size_of(file)
    validator = _validator(file, source)
    request = urllib.request.Request(  # noqa: S310 - the opener knows http and https only
        source.url, headers={"User-Agent": "photoorg", "Accept-Encoding": "identity"}
    )
    if have:
        request.add_header("Range", f"bytes={have}-")
    if have and validator:
        request.add_header("If-Range", validator)
    with _open(request, source, file, timeout) as response:
        start = _start_of(response, have)
        _check_length(response, start, source)
        _remember(file, source, response)
        with file.open("r+b" if start else "wb") as out:
            out.seek(start)
            done = start
            while chunk := _read(response):
                done += len(chunk)
                if done > source.size:
                    raise wrong_file(source, tr("more than {size} bytes", size=source.size))
                out.write(chunk)
                progress(done, source.size)
    if done < source.size:
        raise _NetworkError(tr("the server ended the connection"))


def _open(
    request: urllib.request.Request, source: Source, file: Path, timeout: float
) -> http.client.HTTPResponse:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    try:
        response: http.client.HTTPResponse = opener.open(request, timeout=timeout)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 416:
            forget(file)
        elif error.code < 500 and error.code not in (408, 429):
            raise DownloadError(
                tr(
                    "The server does not hand out {url} ({code} {reason}); try again later or "
                    "choose a folder with a model pack.",
                    url=source.url,
                    code=error.code,
                    reason=error.reason,
                )
            ) from error
        raise _NetworkError(tr("the server answered {code}", code=error.code)) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise DownloadError(
                tr(
                    "The server cannot prove that it is the right one; check this computer's date "
                    "and network, then try again."
                )
            ) from error
        raise _NetworkError(str(error.reason)) from error
    except OSError as error:
        raise _NetworkError(str(error) or type(error).__name__) from error
    return response


def _start_of(response: http.client.HTTPResponse, have: int) -> int:
    """Return where in the file the answer begins: ``have`` if the server resumes, 0 if not."""
    if response.status != 206:
        return 0
    said = response.headers.get("Content-Range", "")
    if not said.startswith(f"bytes {have}-"):
        raise _NetworkError(
            tr("the server sent another part ({said}) than it was asked for", said=said)
        )
    return have


def _check_length(response: http.client.HTTPResponse, start: int, source: Source) -> None:
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and start + int(length) != source.size:
        raise wrong_file(
            source,
            tr("{given} instead of {size} bytes", given=start + int(length), size=source.size),
        )


def _read(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read1(_CHUNK)
    except OSError as error:
        raise _NetworkError(str(error) or type(error).__name__) from error


def _wait(seconds: float, done: int, total: int, progress: ProgressCallback) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        progress(done, total)
        time.sleep(min(left, 0.1))


def _note(file: Path) -> Path:
    return file.with_suffix(".json")


def _validator(file: Path, source: Source) -> str:
    """Return the ETag or date under which the first part of ``file`` was sent, else nothing."""
    try:
        note = read_json(_note(file))
        return str(note["validator"]) if note["url"] == source.url else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _remember(file: Path, source: Source, response: http.client.HTTPResponse) -> None:
    etag = response.headers.get("ETag", "")
    # A weak ETag must not be used to resume.
    validator = etag if etag.startswith('"') else response.headers.get("Last-Modified", "")
    note = {"url": source.url, "validator": validator}
    _note(file).write_text(json.dumps(note), encoding="utf-8")


def forget(file: Path) -> None:
    """Remove what has been fetched."""
    file.unlink(missing_ok=True)
    _note(file).unlink(missing_ok=True)


def size_of(file: Path) -> int:
    """Return how many bytes of ``file`` are there."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def wrong_file(source: Source, what: str) -> DownloadError:
    """Return the error for an answer that is not ``source``; ``what`` says how that shows."""
    return DownloadError(
        tr(
            "The server sent something else than {name} ({reason}); perhaps the network asks for "
            "a login first, so open a web page and then try again.",
            name=source.name,
            reason=what,
        )
    )
