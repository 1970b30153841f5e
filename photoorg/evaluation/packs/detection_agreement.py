"""Compares what two face detectors find in the same photos."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoorg.types import BoolArray, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Detections:
    """Faces of a photo: ``boxes (n, 4)`` x1 y1 x2 y2, ``scores (n,)``, ``landmarks (n, 5, 2)``."""

    boxes: FloatArray
    scores: FloatArray
    landmarks: FloatArray

    def above(self, score: float, smallest: float = 0.0) -> "Detections":
        """Return those with at least that score and size (geometric mean of the sides)."""
        size = np.sqrt(np.prod(self.boxes[:, 2:] - self.boxes[:, :2], axis=1))
        kept = (self.scores >= score) & (size >= smallest)
        return Detections(self.boxes[kept], self.scores[kept], self.landmarks[kept])


@dataclass(frozen=True, slots=True)
class DetectionAgreement:
    """How far two detectors agree: shares in [0, 1], landmarks in eye distances."""

    recall: float
    precision: float
    profile_recall: float
    landmark_error: float
    faces: int
    profiles: int

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.3f} (profiles {self.profile_recall:.2f} of {self.profiles}), "
            f"precision {self.precision:.3f}, landmarks {self.landmark_error:.3f} of the eye "
            f"distance, {self.faces} faces"
        )


def detection_agreement(
    found: Sequence[Detections],
    reference: Sequence[Detections],
    *,
    score: float = 0.5,
    reference_score: float = 0.5,
    smallest: float = 32.0,
    overlap: float = 0.45,
) -> DetectionAgreement:
    """Compare the detections of the same photos with another detector's.

    A face of the reference of at least ``smallest`` pixels is recalled when a box overlaps it
    enough; a found face that large is right when a face of the reference does, of any size and of
    half the score: near the limits both detectors may be off by a pixel or a hundredth. A profile
    is what :func:`is_profile` says of the reference's landmarks.
    """
    recalled: list[BoolArray] = []
    right: list[BoolArray] = []
    profiles: list[BoolArray] = []
    errors: list[FloatArray] = []
    for mine, theirs in zip(found, reference, strict=True):
        wanted = theirs.above(reference_score, smallest)
        shared = box_overlaps(wanted.boxes, mine.above(score).boxes)
        hit = shared.max(1, initial=0) >= overlap
        recalled.append(hit)
        profiles.append(is_profile(wanted))
        best = mine.above(score).landmarks[shared[hit].argmax(1)] if hit.any() else None
        if best is not None:
            errors.append(_landmark_errors(best, wanted.landmarks[hit])[~profiles[-1][hit]])
        claimed = mine.above(score, smallest)
        known = theirs.above(reference_score / 2)
        right.append(box_overlaps(claimed.boxes, known.boxes).max(1, initial=0) >= overlap)
    hits, claims, turned = (np.concatenate(part) for part in (recalled, right, profiles))
    return DetectionAgreement(
        recall=_mean(hits),
        precision=_mean(claims),
        profile_recall=_mean(hits[turned]),
        landmark_error=_mean(np.concatenate(errors)) if errors else float("nan"),
        faces=len(hits),
        profiles=int(turned.sum()),
    )


def is_profile(faces: Detections) -> BoolArray:
    """Return ``(n,)`` True for faces seen from the side: the nose lies at or beyond an eye."""
    points = faces.landmarks
    across = points[:, 1] - points[:, 0]
    width = np.sqrt(np.prod(faces.boxes[:, 2:] - faces.boxes[:, :2], axis=1))
    length = np.maximum(np.linalg.norm(across, axis=1), 1e-6)
    along = np.einsum("nd,nd->n", points[:, 2] - points[:, 0], across) / length
    turned: BoolArray = np.minimum(along, length - along) < width / 24
    return turned


def box_overlaps(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the intersection over union ``(n, m)`` of boxes ``(n, 4)`` and ``(m, 4)``."""
    low = np.maximum(one[:, None, :2], other[None, :, :2])
    high = np.minimum(one[:, None, 2:], other[None, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    areas = [np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (one, other)]
    union = areas[0][:, None] + areas[1][None] - shared
    overlap: FloatArray = shared / np.maximum(union, 1e-9)
    return overlap


def _landmark_errors(found: FloatArray, reference: FloatArray) -> FloatArray:
    eyes = np.linalg.norm(reference[:, 1] - reference[:, 0], axis=1)
    distance = np.linalg.norm(found - reference, axis=2).mean(1)
    errors: FloatArray = distance / np.maximum(eyes, 1e-6)
    return errors


def _mean(values: FloatArray | BoolArray) -> float:
    return float(values.mean()) if len(values) else float("nan")
