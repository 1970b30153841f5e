"""A face model pack: a folder with a detection and a recognition network in ONNX.

Which file is which is told by what goes in and comes out of it, as insightface does, or by a
``manifest.json`` with ``manifest_version`` 2. Neither insightface nor onnxruntime is loaded here,
because the window asks too; :class:`photoorg.analysis.faces.FaceAnalyzer` makes the final check.
"""

import hashlib
import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from photoorg.errors import ModelError
from photoorg.json_files import read_json
from photoorg.packs.onnx_header import OnnxHeader, read_onnx_header
from photoorg.tr import tr

log = logging.getLogger(__name__)

PROVIDERS = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
    "openvino": "OpenVINOExecutionProvider",
    "directml": "DmlExecutionProvider",
}
"""What may compute, as named in the settings and by onnxruntime."""

MANIFEST = "manifest.json"
TERMS_FILE = "TERMS.txt"
LICENSE_FILES = ("MODEL.LICENSE", "LICENSE", "LICENSE.txt", "LICENSE.md")

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ModelPack:
    """A face detector and a face recogniser that belong together.

    ``dimension`` is the length of an embedding (0 where the file leaves it open),
    ``recognizer_sha`` the digest the manifest declares for the recogniser (empty without one),
    ``manifest`` whether there is one that insightface will follow.
    """

    name: str
    folder: Path
    detector: Path
    recognizer: Path
    dimension: int = 0
    recognizer_sha: str = ""
    manifest: bool = False

    @property
    def model_id(self) -> str:
        """What identifies the embedding space: the recogniser's name and start of its digest."""
        try:
            status = self.recognizer.stat()
            digest = self.recognizer_sha or _sha256(
                self.recognizer, status.st_size, status.st_mtime_ns
            )
        except OSError as error:
            raise unreadable(self.recognizer, error) from error
        return f"{self.recognizer.stem}-{digest[:12]}"

    @property
    def terms(self) -> str:
        """The terms of use that lie in the pack, empty where there are none.

        A manifest names their file, or its words are the terms ("MIT").
        """
        named = (_read_manifest(self.folder / MANIFEST) or {}).get("license")
        named = named if isinstance(named, str) else ""
        for name in (TERMS_FILE, PurePosixPath(named).name, *LICENSE_FILES):
            file = self.folder / name
            if name and file.is_file():
                return file.read_text(encoding="utf-8", errors="replace")
        return "" if re.fullmatch(r"\S+\.[A-Za-z]+", named) else named


@lru_cache(maxsize=16)
def _sha256(file: Path, size: int, mtime_ns: int) -> str:
    # Size and time are in the key so that a replaced file gets a new digest.
    log.debug("reading %s (%d bytes of %d)", file, size, mtime_ns)
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_pack(folder: Path) -> ModelPack:
    """Read which networks the pack in ``folder`` holds; :class:`ModelError` if it is incomplete."""
    try:
        manifest = _read_manifest(folder / MANIFEST)
        if manifest is not None:
            return _from_manifest(folder.resolve(), manifest)
        return _from_files(folder.resolve())
    except OSError as error:
        raise unreadable(folder, error) from error


def check_pack(pack: ModelPack) -> None:
    """Compare the networks with the digests of the manifest, if there is one.

    insightface does the same whenever it loads them; whoever chooses a pack should hear it before
    a scan begins. Raises :class:`ModelError` naming the file.
    """
    manifest = _read_manifest(pack.folder / MANIFEST) or {}
    for task in ("detection", "recognition"):
        wanted = manifest.get("tasks", {}).get(task, {}).get("sha256")
        if not wanted:
            continue
        file = _task_file(pack.folder, manifest["tasks"], task)
        try:
            status = file.stat()
            found = _sha256(file, status.st_size, status.st_mtime_ns)
        except OSError as error:
            raise unreadable(file, error) from error
        if found != wanted:
            raise ModelError(
                tr(
                    "{file} is not the file that {manifest} describes (its SHA-256 differs); "
                    "delete the model pack and install it again.",
                    file=file,
                    manifest=MANIFEST,
                )
            )


def _from_files(folder: Path) -> ModelPack:
    detector: Path | None = None
    recognizer: tuple[Path, OnnxHeader] | None = None
    broken: ModelError | None = None
    for file in sorted(folder.glob("*.onnx")):
        try:
            header = _header(file)
        except ModelError as error:
            broken = broken or error
            continue
        if header.detects:
            detector = detector or file
        elif header.recognizes:
            recognizer = recognizer or (file, header)
    if detector is not None and recognizer is not None:
        file, header = recognizer
        return ModelPack(folder.name, folder, detector, file, _dimension(header))
    if broken is not None:
        raise broken
    missing = tr("face detector with landmarks") if detector is None else tr("face recogniser")
    raise ModelError(
        tr(
            "The model pack in {folder} holds no {missing}; choose or download a complete pack.",
            folder=folder,
            missing=missing,
        )
    )


def _read_manifest(file: Path) -> dict[str, Any] | None:
    """Return the manifest when it is one of version 2; insightface passes over all others."""
    try:
        manifest = read_json(file)
    except (FileNotFoundError, ValueError):
        return None
    if isinstance(manifest, dict) and manifest.get("manifest_version") == 2:
        return manifest
    return None


def _from_manifest(folder: Path, manifest: dict[str, Any]) -> ModelPack:
    tasks = manifest.get("tasks")
    if not isinstance(tasks, dict):
        raise _bad_manifest(folder, tr("it lists no tasks"))
    detector = _task_file(folder, tasks, "detection")
    recognizer = _task_file(folder, tasks, "recognition")
    if not _header(detector).detects:
        raise ModelError(
            tr(
                "{file} is no face detector with landmarks; install the pack again.",
                file=detector,
            )
        )
    header = _header(recognizer)
    if not header.recognizes:
        raise ModelError(
            tr("{file} is no face recogniser; install the pack again.", file=recognizer)
        )
    sha256 = tasks["recognition"].get("sha256", "")
    if sha256 and not (isinstance(sha256, str) and _SHA256.fullmatch(sha256)):
        raise _bad_manifest(folder, tr("a digest is no SHA-256"))
    dimension = tasks["recognition"].get("embedding_dimension")
    if dimension and _dimension(header) and dimension != _dimension(header):
        raise _bad_manifest(
            folder,
            tr(
                "it promises embeddings of {dimension} numbers, but {file} gives {given}",
                dimension=dimension,
                file=recognizer.name,
                given=_dimension(header),
            ),
        )
    name = manifest.get("display_name") or manifest.get("model_id") or folder.name
    return ModelPack(
        str(name), folder, detector, recognizer, _dimension(header), sha256, manifest=True
    )


def _task_file(folder: Path, tasks: dict[str, Any], task: str) -> Path:
    entry = tasks.get(task)
    name = entry.get("file") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name:
        raise _bad_manifest(folder, tr("it names no file for {task}", task=task))
    relative = PurePosixPath(name)
    file = folder.joinpath(*relative.parts).resolve()
    if relative.is_absolute() or "\\" in name or not file.is_relative_to(folder):
        raise _bad_manifest(folder, tr("{name} lies outside the pack", name=name))
    return file


def _header(file: Path) -> OnnxHeader:
    try:
        return read_onnx_header(file)
    except FileNotFoundError as error:
        raise ModelError(
            tr("{file} is missing; install the model pack again.", file=file)
        ) from error
    except OSError as error:
        raise unreadable(file, error) from error
    except ValueError as error:
        raise ModelError(
            tr(
                "{file} is damaged ({error}); delete the model pack and install it again.",
                file=file,
                error=error,
            )
        ) from error


def _dimension(header: OnnxHeader) -> int:
    return header.outputs[0][-1] if header.outputs[0] else 0


def _bad_manifest(folder: Path, what: str) -> ModelError:
    return ModelError(
        tr(
            "{file} cannot be used: {reason}; install the model pack again.",
            file=folder / MANIFEST,
            reason=what,
        )
    )


def unreadable(path: Path, error: OSError) -> ModelError:
    """Return what is said of a file or folder that cannot be read."""
    reason = error.strerror or error
    return ModelError(
        tr("{path} cannot be read ({reason}); check its permissions.", path=path, reason=reason)
    )
