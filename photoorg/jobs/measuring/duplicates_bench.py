"""How long looking for duplicates takes among made-up pictures, all of which are different."""

import numpy as np

from photoorg.analysis.likeness.candidates import candidates
from photoorg.analysis.likeness.sketches import SIDE, Sketches, sketch
from photoorg.analysis.opencv import opencv
from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.evaluation.memory import forget_peak, peak_mb
from photoorg.jobs.measuring.figures import Figure, timed
from photoorg.media.images import Picture

TARGET_S = 60.0
_THUMBNAILS = 200
_SIZE = (320, 240)


def looking_for_duplicates(photos: int) -> list[Figure]:
    """Measure sketching so many thumbnails, and finding which of so many sketches are alike."""
    rng = np.random.default_rng(11)
    thumbnails = [_thumbnail(rng) for _ in range(_THUMBNAILS)]
    views = _views(rng, photos)

    def look() -> None:
        for n in range(photos):
            sketch(thumbnails[n % _THUMBNAILS])
        candidates(views)

    forget_peak()
    seconds = timed(look)
    what = f"find duplicates among {photos:,} photos"
    return [Figure(what, *seconds, target_seconds=TARGET_S, peak_mb=peak_mb())]


def _thumbnail(rng: np.random.Generator) -> bytes:
    """Return a thumbnail of coarse and fine patches, as much of a JPEG as a photo's is."""
    cv2 = opencv()
    pixels = np.zeros((_SIZE[1], _SIZE[0], 3), np.float32)
    for cells in (4, 16, 64):
        patches = rng.normal(0, 160 / np.sqrt(cells), (cells, cells, 3)).astype(np.float32)
        pixels += cv2.resize(patches, _SIZE, interpolation=cv2.INTER_LINEAR)
    shown = np.clip(pixels + 128, 0, 255).astype(np.uint8)
    return photo_thumbnail(Picture(shown, *_SIZE, 1.0, oriented=False))


def _views(rng: np.random.Generator, count: int) -> Sketches:
    """Return sketches ``(n, 16, 16)`` of coarse patches with finer ones in them."""
    coarse, fine = (
        np.repeat(np.repeat(rng.normal(0, each, (count, cells, cells)), by, 1), by, 2)
        for each, cells, by in ((50, 4, SIDE // 4), (20, SIDE, 1))
    )
    return np.clip(coarse + fine + 128, 0, 255).astype(np.uint8)
