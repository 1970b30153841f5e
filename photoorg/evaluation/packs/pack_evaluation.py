"""Measures a model pack: who is who, what is a face, how fast, how large.

Verification runs on aligned crops of people, also with the second photo of every pair made small,
dark or partly covered. Crops of people nobody has two photos of are strangers: how often two of
one age band pass for one person, where a thousandth of the pairs of those people does and where a
thousandth of adult strangers does, tells for whom the embedder works worse. Detection is compared
with another pack's detector, or with YuNet (Wu et al. 2023), whose weights are one file that OpenCV
runs.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from photoorg.analysis.face_crops import FaceCrops
from photoorg.errors import ModelError
from photoorg.evaluation.packs.changed_crops import CHANGES, as_in_album
from photoorg.evaluation.packs.detection_agreement import (
    DetectionAgreement,
    Detections,
    box_overlaps,
    detection_agreement,
)
from photoorg.evaluation.packs.strangers import accepted, adult_threshold, alike
from photoorg.evaluation.packs.verification import Verification, verification
from photoorg.packs.models import check_pack, read_pack
from photoorg.packs.pack_list import facts_of
from photoorg.types import FloatArray, Pixels, ProgressCallback, no_progress

SAME_FACE = 0.45
"""Two boxes that overlap by more (intersection over union) are one face."""

AT_ONCE = 16
"""Faces embedded together while the time is taken, as in the program."""

Calibrate = Callable[[FloatArray, Sequence[str]], dict[str, float]]
"""From embeddings ``(n, d)`` and names ``(n,)`` to the constants of a calibration."""


@dataclass(frozen=True, slots=True)
class PackReport:
    """Everything measured about one pack.

    Times are processor time on one thread, which a busy machine prolongs less than the clock's;
    sizes are in megabytes (10^6 bytes). What there was no data for is None or empty.
    """

    name: str
    model_id: str
    dimension: int
    terms: str
    megabytes: float
    ms_per_face: float
    ms_per_photo: float
    verification: Verification | None
    slices: dict[str, Verification]
    stranger_accepts: dict[str, float]
    stranger_accepts_as_adults: dict[str, float]
    detection: DetectionAgreement | None
    calibration: dict[str, float] | None

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return asdict(self)


def open_pack(folder: Path, *, side: int = 640, score: float = 0.5) -> Any:
    """Return insightface's ``FaceAnalysis`` over the pack, on one thread.

    Raises ModelError where insightface cannot load it, with its reason.
    """
    import onnxruntime
    from insightface.app import FaceAnalysis

    if not folder.is_dir():
        raise ModelError(f"{folder} is not a folder with a model pack")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    try:
        pack = FaceAnalysis(
            name=str(folder),
            allowed_modules=["detection", "recognition"],
            providers=["CPUExecutionProvider"],
            sess_options=options,
        )
        pack.prepare(ctx_id=-1, det_size=(side, side), det_thresh=score)
    except (AssertionError, OSError, RuntimeError, TypeError, ValueError) as error:
        raise ModelError(f"the model pack in {folder} cannot be loaded: {error}") from error
    if "recognition" not in pack.models:
        raise ModelError(f"the model pack in {folder} has no embedder")
    return pack


def embed(pack: Any, crops: Pixels, batch: int = 32) -> FloatArray:
    """Return the embeddings ``(n, d)`` of aligned BGR crops ``(n, 112, 112, 3)``."""
    feat = pack.models["recognition"].get_feat
    parts = [feat(list(crops[k : k + batch])) for k in range(0, len(crops), batch)]
    return np.concatenate(parts).astype(np.float32)


def detect(pack: Any, picture: Pixels) -> Detections:
    """Return what the pack's detector finds in a BGR picture."""
    boxes, landmarks = pack.det_model.detect(picture)
    return Detections(boxes[:, :4], boxes[:, 4], landmarks)


def evaluate_pack(
    folder: Path,
    people: FaceCrops | None = None,
    *,
    strangers: Sequence[FaceCrops] = (),
    photos: Iterable[Path] = (),
    reference: Sequence[Detections] | None = None,
    score: float = 0.5,
    calibrate: Calibrate | None = None,
    progress: ProgressCallback = no_progress,
) -> PackReport:
    """Measure the pack in ``folder``; without ``people`` only its size and its speed.

    ``people`` should be strangers to the training (``held_out``), ``strangers`` are crops in
    folders by age band, ``reference`` is another detector's answer for each of ``photos`` (see
    :func:`detect_photos`), at a detection score of 0.25 or more. ``calibrate`` gets the
    embeddings of the people's crops, some of them spoilt as in a real album, and their names.
    """
    facts = read_pack(folder)
    check_pack(facts)
    pack = open_pack(folder, score=score)
    files = list(photos)
    whole: Verification | None = None
    slices: dict[str, Verification] = {}
    accepts: dict[str, float] = {}
    as_adults: dict[str, float] = {}
    constants = None
    if people is not None:
        whole, slices = _verified(pack, people)
        accepts, as_adults = _stranger_accepts(pack, strangers, whole.threshold_1e3)
        if calibrate is not None:
            constants = calibrate(embed(pack, as_in_album(people.pixels)), people.names)
    agreement = None
    if reference is not None and files:
        found = detect_photos(pack, files, progress)
        agreement = detection_agreement(found, reference, score=score)
    faces = np.full((AT_ONCE, 112, 112, 3), 90, np.uint8)
    sample = np.zeros((480, 640, 3), np.uint8)
    return PackReport(
        name=facts.name,
        model_id=facts.model_id,
        dimension=facts.dimension,
        terms=facts_of(facts).terms,
        megabytes=sum(file.stat().st_size for file in folder.glob("*.onnx")) / 1e6,
        ms_per_face=_milliseconds(lambda: embed(pack, faces)) / AT_ONCE,
        ms_per_photo=_milliseconds(lambda: detect(pack, sample)),
        verification=whole,
        slices=slices,
        stranger_accepts=accepts,
        stranger_accepts_as_adults=as_adults,
        detection=agreement,
        calibration=constants,
    )


def _verified(pack: Any, people: FaceCrops) -> tuple[Verification, dict[str, Verification]]:
    known = embed(pack, people.pixels)
    whole = verification(known, people.names)
    slices = {}
    for name, change in CHANGES.items():
        changed = embed(pack, np.stack([change(crop) for crop in people.pixels]))
        slices[name] = verification(known, people.names, changed)
    return whole, slices


class YuNet:
    """YuNet's one file in the shape of an opened pack, for :func:`detect_photos`."""

    def __init__(self, file: Path, score: float) -> None:
        try:
            self._net = cv2.FaceDetectorYN.create(str(file), "", (320, 320), score)
        except cv2.error as error:
            raise ModelError(f"{file} is no YuNet detector that OpenCV can run.") from error
        self.det_model = self

    def detect(self, picture: Pixels) -> tuple[FloatArray, FloatArray]:
        """Return ``(n, 5)`` corners with scores, and landmarks ``(n, 5, 2)``."""
        self._net.setInputSize((picture.shape[1], picture.shape[0]))
        rows = self._net.detect(picture)[1]
        rows = np.empty((0, 15), np.float32) if rows is None else rows.astype(np.float32)
        corners = np.concatenate([rows[:, :2], rows[:, :2] + rows[:, 2:4], rows[:, 14:]], axis=1)
        return corners, rows[:, 4:14].reshape(-1, 5, 2)


def open_reference(place: Path, score: float = 0.25) -> Any:
    """Return the detector to compare with: a pack's folder, or YuNet's file."""
    return YuNet(place, score) if place.is_file() else open_pack(place, score=score)


def detect_photos(
    pack: Any,
    files: Sequence[Path],
    progress: ProgressCallback = no_progress,
    *,
    look: Callable[[Any, Pixels], Detections] = detect,
) -> list[Detections]:
    """Return what the pack's detector finds in every file, nothing in one that cannot be read."""
    found = []
    for done, file in enumerate(files):
        progress(done, len(files))
        picture = cv2.imread(str(file), cv2.IMREAD_COLOR)
        found.append(look(pack, picture) if picture is not None else _nothing())
    return found


def detect_also_large(pack: Any, picture: Pixels) -> Detections:
    """Return what the pack's detector finds, also in the picture with a margin around it.

    The margin is half of the longer side: SCRFD misses faces that fill the picture. A reference
    has to know them, or finding them would count as a mistake.
    """
    plain = detect(pack, picture)
    edge = max(picture.shape[:2]) // 2
    wide = detect(pack, np.pad(picture, ((edge, edge), (edge, edge), (0, 0))))
    boxes, landmarks = wide.boxes - edge, wide.landmarks - edge
    new = box_overlaps(boxes, plain.boxes).max(1, initial=0) < SAME_FACE
    return Detections(
        np.concatenate([plain.boxes, boxes[new]]),
        np.concatenate([plain.scores, wide.scores[new]]),
        np.concatenate([plain.landmarks.reshape(-1, 5, 2), landmarks.reshape(-1, 5, 2)[new]]),
    )


def _nothing() -> Detections:
    return Detections(
        np.empty((0, 4), np.float32), np.empty(0, np.float32), np.empty((0, 5, 2), np.float32)
    )


def _stranger_accepts(
    pack: Any, collections: Sequence[FaceCrops], threshold: float
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how many strangers pass at ``threshold``, and where a thousandth of adults does.

    Those are the adults of the first collection.
    """
    pairs = [alike(crops, partial(embed, pack)) for crops in collections]
    together = {name: values for one in pairs for name, values in one.items()}
    adults = adult_threshold(pairs[0]) if pairs else None
    as_adults = {} if adults is None else accepted(together, adults)
    return accepted(together, threshold), as_adults


def _milliseconds(run: Callable[[], object], times: int = 15) -> float:
    run()
    spent = []
    for _ in range(times):
        started = time.process_time()
        run()
        spent.append(time.process_time() - started)
    return 1000 * float(np.median(spent))
