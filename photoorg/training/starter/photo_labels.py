"""Labels photos with faces by a teacher detector, for training our own.

The teacher looks at every photo in several sizes and mirrored. A face that most of the looks that
could see it agree on is a label; a face only some of them found is neither face nor background
and is kept as such, to be ignored. Boxes and landmarks are averaged over the looks.

A student that knows something already looks in the same way. What it takes for faces where the
teacher sees none, and the faces it misses, are hard: it is to see them more often (Shrivastava et
al. 2016, online hard example mining, here once before the training).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np

from photoorg.analysis.scrfd import read_answers
from photoorg.errors import ModelError
from photoorg.evaluation.packs.detection_agreement import Detections, box_overlaps, is_profile
from photoorg.training.starter.teachers import one_threaded
from photoorg.types import BoolArray, FloatArray, Pixels, ProgressCallback, no_progress

SIDES = (224, 352, 512, 800, 1200)
SURE = 0.5
FAINT = 0.2
"""The least agreement of a student's looks at what it takes for a face."""
APART = 0.2
"""Boxes that overlap less (intersection over union) show two things."""
MIRRORED_LANDMARKS = (1, 0, 2, 4, 3)

Look = Callable[[Pixels], FloatArray]
"""A detector: a picture to ``(n, 15)`` of x1, y1, x2, y2, five landmarks x, y, and a score."""


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPhoto:
    """Faces of a photo: ``boxes (n, 4)`` x1 y1 x2 y2, ``landmarks (n, 5, 2)``, ``agreement (n,)``.

    ``agreement`` is the mean score over the looks that could see a face of that size. Of what is
    hard for a student, ``mistaken (k, 4)`` are boxes of no faces, ``missed (n,)`` tells of faces.
    """

    path: Path
    boxes: FloatArray
    landmarks: FloatArray
    agreement: FloatArray
    mistaken: FloatArray = field(default_factory=lambda: np.empty((0, 4), np.float32))
    missed: BoolArray = field(default_factory=lambda: np.empty(0, bool))


def open_teacher(path: Path) -> Look:
    """Return the YuNet detector of ``path`` as a look."""
    if not path.is_file():
        raise ModelError(f"{path} does not exist: name the teacher's ONNX file")
    network = cv2.FaceDetectorYN.create(str(path), "", (320, 320), 0.2, 0.3, 500)

    def look(picture: Pixels) -> FloatArray:
        height, width = picture.shape[:2]
        network.setInputSize((width, height))
        found = network.detect(picture)[1]
        if found is None:
            return np.empty((0, 15), np.float32)
        rows: FloatArray = found.astype(np.float32)
        rows[:, 2:4] += rows[:, :2]
        return rows

    return look


def open_student(path: Path) -> Look:
    """Return the detector of ``path``, in the layout of SCRFD, as a look."""
    if not path.is_file():
        raise ModelError(f"{path} does not exist: name the student's ONNX file")
    session = one_threaded(path.read_bytes(), path)
    (inlet,) = (one.name for one in session.get_inputs())

    def look(picture: Pixels) -> FloatArray:
        below, beside = (-side % 32 for side in picture.shape[:2])
        canvas = np.pad(picture, ((0, below), (0, beside), (0, 0)))[..., ::-1]
        pixels = (canvas.transpose(2, 0, 1)[None].astype(np.float32) - 127.5) / 128
        found = read_answers(session.run(None, {inlet: pixels}), canvas.shape[1], FAINT)
        rows = (found.boxes, found.landmarks.reshape(-1, 10), found.scores[:, None])
        return np.concatenate(rows, axis=1).astype(np.float32)

    return look


def with_hard_places(labels: LabelledPhoto, look: Look, picture: Pixels) -> LabelledPhoto:
    """Return the labels of ``picture`` and what the student that looks so gets wrong there."""
    seen = label_photo(look, picture, labels.path)
    shared = box_overlaps(seen.boxes, labels.boxes)
    wrong = (shared.max(1, initial=0) < APART) & (seen.agreement >= FAINT)
    found = shared[seen.agreement >= SURE].max(0, initial=0) >= APART
    missed = (labels.agreement >= SURE) & ~found
    return replace(labels, mistaken=seen.boxes[wrong], missed=missed)


def label_photo(look: Look, picture: Pixels, path: Path) -> LabelledPhoto:
    """Return what all looks at ``picture`` agree on, in its pixels."""
    height, width = picture.shape[:2]
    longer = max(height, width)
    scales = [side / longer for side in SIDES if side <= 3 * longer] or [1.0]
    found = []
    for scale in scales:
        size = (max(16, round(width * scale)), max(16, round(height * scale)))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        for mirrored in (False, True):
            rows = look(np.ascontiguousarray(small[:, ::-1]) if mirrored else small)
            rows = _mirror(rows, size[0]) if mirrored else rows
            rows[:, 0:14:2] *= width / size[0]
            rows[:, 1:14:2] *= height / size[1]
            found.append(rows)
    return _agree(np.concatenate(found), np.array(scales), path)


def _mirror(rows: FloatArray, width: int) -> FloatArray:
    mirrored = rows.copy()
    mirrored[:, [0, 2]] = width - rows[:, [2, 0]]
    points = rows[:, 4:14].reshape(-1, 5, 2)[:, MIRRORED_LANDMARKS]
    points[..., 0] = width - points[..., 0]
    mirrored[:, 4:14] = points.reshape(-1, 10)
    return mirrored


def _agree(rows: FloatArray, scales: FloatArray, path: Path) -> LabelledPhoto:
    """Join the looks' boxes that overlap and weigh them by score."""
    rows = rows[np.argsort(-rows[:, 14], kind="stable")]
    free = np.ones(len(rows), bool)
    faces, agreement = [], []
    for k in range(len(rows)):
        if not free[k]:
            continue
        group = free & (box_overlaps(rows[k : k + 1, :4], rows[:, :4])[0] > 0.4)
        group[k] = True
        free &= ~group
        faces.append(np.average(rows[group, :14], axis=0, weights=rows[group, 14] ** 2))
        size = np.sqrt(np.prod(faces[-1][2:4] - faces[-1][:2])) * scales
        seeing = 2 * max(1, int(((size > 14) & (size < 250)).sum()))
        agreement.append(min(1.0, rows[group, 14].sum() / seeing))
    array = np.array(faces, np.float32).reshape(-1, 14)
    points = array[:, 4:].reshape(-1, 5, 2)
    return LabelledPhoto(path, array[:, :4], points, np.array(agreement, np.float32))


def label_photos(
    paths: Iterable[Path],
    teacher: Path,
    student: Path | None = None,
    progress: ProgressCallback = no_progress,
) -> list[LabelledPhoto]:
    """Label every file that can be read as a picture, one teacher look after the other.

    With a ``student`` the labels also tell what is hard for it.
    """
    look = open_teacher(teacher)
    other = open_student(student) if student is not None else None
    files = list(paths)
    labelled = []
    for done, path in enumerate(files):
        progress(done, len(files))
        picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if picture is not None and min(picture.shape[:2]) >= 32:
            small = shrink(picture.astype(np.uint8))
            labels = label_photo(look, small, path)
            labelled.append(with_hard_places(labels, other, small) if other else labels)
    return labelled


def shrink(picture: Pixels, side: int = 1280) -> Pixels:
    """Return the picture no larger than ``side`` pixels: training never needs more."""
    scale = side / max(picture.shape[:2])
    if scale >= 1:
        return picture
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    smaller: Pixels = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return smaller


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A decoded photo and its labels."""

    pixels: Pixels
    labels: LabelledPhoto


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Photos by what they are good for; of hard ones there may be none."""

    everything: Sequence[Source]
    with_faces: Sequence[Source]
    with_profiles: Sequence[Source]
    mistaken: Sequence[Source]
    missed: Sequence[Source]


def sorted_out(sources: Sequence[Source]) -> Material:
    """Return the photos by what they are good for."""
    with_faces = [s for s in sources if (s.labels.agreement >= SURE).any()]
    return Material(
        everything=sources,
        with_faces=with_faces,
        with_profiles=[s for s in with_faces if _profiles(s.labels).any()] or with_faces,
        mistaken=[s for s in sources if len(s.labels.mistaken)],
        missed=[s for s in with_faces if s.labels.missed.any()],
    )


def _profiles(labels: LabelledPhoto) -> BoolArray:
    """Return ``(n,)`` True for the labels that show a face from the side."""
    seen = is_profile(Detections(labels.boxes, labels.agreement, labels.landmarks))
    return seen & (labels.agreement >= SURE)
