"""Load a model pack's two networks through insightface.

insightface knows how each network wants its input and what its outputs mean. Its ``FaceAnalysis``
would start every network of the folder to see what it is (five in buffalo_l, 330 MB); a pack knows
that already, so the two are loaded one by one with the function that ``FaceAnalysis`` uses.
"""

import contextlib
import logging
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from photoorg.analysis.opencv import opencv
from photoorg.cores import usable_cores
from photoorg.errors import ModelError
from photoorg.packs.models import PROVIDERS, ModelPack
from photoorg.tr import tr

log = logging.getLogger(__name__)

DETECTOR_SIDE = 640


@dataclass(frozen=True, slots=True, eq=False)
class Networks:
    """insightface's SCRFD and ArcFaceONNX objects, and what they are computed by."""

    detector: Any
    recognizer: Any
    provider: str


def load_networks(pack: ModelPack, provider: str, threads: int | None) -> Networks:
    """Load ``pack``; ``provider`` is a key of :data:`PROVIDERS`, ``threads`` None for all cores.

    A provider that this onnxruntime does not offer, or that fails to start, is replaced by the CPU
    with a warning in the log. Raises :class:`ModelError` when a network cannot be used.
    """
    with _quiet():
        import onnxruntime

        onnxruntime.set_default_logger_severity(3)
        available = onnxruntime.get_available_providers()
    if provider not in PROVIDERS:
        raise ModelError(
            tr(
                'Unknown provider "{provider}"; choose one of {known}.',
                provider=provider,
                known=", ".join(PROVIDERS),
            )
        )
    if PROVIDERS[provider] not in available:
        log.warning("onnxruntime does not offer %s here; using the CPU", provider)
        provider = "cpu"
    try:
        return _load(pack, provider, threads)
    except ModelError as error:
        if provider == "cpu":
            raise
        log.warning("%s cannot be used (%s); using the CPU", provider, error)
        return _load(pack, "cpu", threads)


def _load(pack: ModelPack, provider: str, threads: int | None) -> Networks:
    detector = _load_one(pack, "detection", pack.detector, provider, threads)
    recognizer = _load_one(pack, "recognition", pack.recognizer, provider, threads)
    if not getattr(detector, "use_kps", False):
        raise _wrong_kind(pack.detector, tr("face detector with landmarks"))
    if not hasattr(recognizer, "get_feat"):
        raise _wrong_kind(pack.recognizer, tr("face recogniser"))
    started = recognizer.session.get_providers()[0]
    if started != PROVIDERS[provider]:
        log.warning("%s did not start; computing with %s", provider, started)
        provider = next((name for name, full in PROVIDERS.items() if full == started), "cpu")
    detector.prepare(0, input_size=(DETECTOR_SIDE, DETECTOR_SIDE))
    if detector.input_size[0] != detector.input_size[1]:
        raise _wrong_kind(pack.detector, tr("detector of square pictures"))
    return Networks(detector, recognizer, provider)


def _load_one(pack: ModelPack, task: str, file: Path, provider: str, threads: int | None) -> Any:
    full_name = PROVIDERS[provider]
    names = [full_name] if provider == "cpu" else [full_name, PROVIDERS["cpu"]]
    try:
        with _quiet():
            from insightface.model_zoo import model_zoo, package_manifest

            arguments = {"providers": names, "sess_options": _session_options(provider, threads)}
            if pack.manifest:
                package = package_manifest.load_model_package(pack.folder)
                network = model_zoo.get_model(
                    str(pack.folder), model_descriptor=package.task(task), **arguments
                )
            else:
                network = model_zoo.get_model(str(file), **arguments)
    except Exception as error:
        # onnxruntime, onnx and insightface each have their own exceptions, assertions included.
        log.debug("loading %s failed", file, exc_info=True)
        raise ModelError(
            tr(
                "{file} cannot be loaded ({error}); delete the model pack and install it again.",
                file=file,
                error=_first_line(error),
            )
        ) from error
    if getattr(network, "taskname", None) != task:
        raise _wrong_kind(
            file, tr("face detector") if task == "detection" else tr("face recogniser")
        )
    return network


def _session_options(provider: str, threads: int | None) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or usable_cores()
    options.inter_op_num_threads = 1
    if provider == "directml":
        # DirectML's own demands.
        options.enable_mem_pattern = False
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return options


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    # insightface and what it imports print and warn; standard output belongs to --json.
    opencv()
    with contextlib.redirect_stdout(sys.stderr), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _wrong_kind(file: Path, wanted: str) -> ModelError:
    return ModelError(
        tr("{file} is no {kind}; choose or download another model pack.", file=file, kind=wanted)
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
